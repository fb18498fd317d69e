#!/bin/sh
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# run.sh FORMAT [SECONDS] [BUILD]: fuzzes one importer from its corpus and dictionary. What it learns stays in
# BUILD/corpus, what it finds in BUILD/found: mend the reader, then keep the case in tests/data/fuzz/FORMAT.
set -eu
format=${1:?usage: run.sh FORMAT [SECONDS] [BUILD]}
seconds=${2:-600}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=${3:-$root/build/fuzz}
mkdir -p "$build/corpus/$format" "$build/found"
export SF_FUZZ_FORMAT="$format" ASAN_OPTIONS=quarantine_size_mb=16
exec "$build/bin/fuzz_import" -max_total_time="$seconds" -max_len=16384 -timeout=25 \
    -rss_limit_mb=1024 -dict="$root/tests/fuzz/dictionaries/$format.dict" -print_final_stats=1 \
    -artifact_prefix="$build/found/$format-" "$build/corpus/$format" "$root/tests/data/fuzz/$format"
