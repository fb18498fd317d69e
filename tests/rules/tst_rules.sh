#!/bin/sh
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# Shows that rules.sh can fail: breaks each rule once in a small tree and expects to be told where.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failures=0

# put PATH LINE…: a source file with its licence and these lines.
put()
{
    mkdir -p "$tree/$(dirname "$1")"
    path=$tree/$1
    shift
    {
        echo '// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors'
        echo '// SPDX-License-Identifier: MIT'
        printf '%s\n' "$@"
    } >"$path"
}

fresh()
{
    rm -rf "$tree"
    mkdir -p "$tree/app" "$tree/core" "$tree/ui" "$tree/tests"
    put core/base/a.h '#pragma once'
    put core/document/d.cpp '#include "core/store/s.h"' '#include "core/base/a.h"' '#include <QString>'
    put ui/window/w.cpp '#include "core/document/d.h"' '#include <QWidget>'
    put app/cli/main.cpp '#include "ui/window/w.h"' '// a day is not 86400 seconds, nor is toUTC() a friend'
    echo '# SPDX-License-Identifier: MIT' >"$tree/core/CMakeLists.txt"
}

# expect CLAIM PLACE: the rules fail and name the place.
expect()
{
    if output=$(sh "$here/rules.sh" "$tree" 2>&1); then
        echo "FAIL: $1: nothing was said"
        failures=$((failures + 1))
    elif ! printf '%s\n' "$output" | grep -qF "$2"; then
        printf 'FAIL: %s: expected "%s" in\n%s\n' "$1" "$2" "$output"
        failures=$((failures + 1))
    else
        echo "ok: $1"
    fi
    fresh
}

fresh
if ! sh "$here/rules.sh" "$tree"; then
    echo 'FAIL: a tree that keeps the rules passes'
    failures=$((failures + 1))
fi

put core/base/a.h '#include "core/time/t.h"'
expect 'a layer never includes one above it' 'core/base/a.h:3:'
put core/planning/p.cpp '#include "core/formats/f.h"'
expect 'siblings never include each other' 'core/planning/p.cpp:3: core/planning includes its sibling'
put core/store/s.cpp '#include "core/document/d.h"'
expect 'the store does not know the document' 'core/store/s.cpp:3:'
put core/novelty/n.cpp '#include "core/base/a.h"'
expect 'a new part of core must be given its place' 'core/novelty has no place'
put core/model/m.h '#include "ui/theme/tokens.h"'
expect 'core never includes ui' 'core/model/m.h:3: core includes ui'
put core/model/m.h '#  include <QtGui/QColor>'
expect 'core never includes QtGui' 'core/model/m.h:3: core includes QtGui'
put core/media/m.cpp 'extern "C" {' '#include <libavformat/avformat.h>' '}'
expect 'libav stays in the probe' 'core/media/m.cpp:4:'
put ui/window/w.cpp '#include "app/cli/x.h"'
expect 'ui never includes app' 'ui/window/w.cpp:3: ui includes app'
put core/schedule/s.cpp 'constexpr int day = 86400;'
expect 'the seconds of a 24-hour day are banned' 'core/schedule/s.cpp:3:'
put ui/window/w.cpp "constexpr int day = 86'400'000;"
expect 'so are its milliseconds' 'ui/window/w.cpp:3:'
put app/cli/main.cpp 'auto now = QDateTime::currentDateTimeUtc();'
expect 'currentDateTime is banned' 'app/cli/main.cpp:3:'
put core/formats/f.cpp 'auto t = text.toUTC();'
expect 'toUTC() is banned' 'core/formats/f.cpp:3:'
put core/store/s.cpp 'auto now = std::chrono::system_clock::now();'
expect 'core never reads the clock' 'core/store/s.cpp:3:'
echo '#pragma once' >"$tree/core/base/b.h"
expect 'a source without a licence is named' 'core/base/b.h:1:'
echo 'add_library(x)' >"$tree/ui/CMakeLists.txt"
expect 'a build file without a licence is named' 'ui/CMakeLists.txt: no SPDX'
echo 'target_link_libraries(sf_core PUBLIC Qt6::Gui)' >>"$tree/core/CMakeLists.txt"
expect 'core never links a window' 'core/CMakeLists.txt:2:'
machine_path=$(printf '/%s/me/x' home)
put ui/window/w.cpp "auto path = \"$machine_path\";"
expect 'a path of one machine is found' 'ui/window/w.cpp:3:'
printf '%s HEAD\n' '<<<<<<''<' >"$tree/ui/notes.md"
expect 'an unfinished merge is found' 'ui/notes.md:1:'

[ "$failures" -eq 0 ]
