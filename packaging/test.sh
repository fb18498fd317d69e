#!/bin/sh
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# Installs what is missing, builds everything as it is shipped and runs every test. Exits 0 only if all went well. (The
# debug build, with its assertions, is tested under the sanitizers by .ci/run.)
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/common.sh"

usage()
{
    cat <<'END'
usage: packaging/test.sh [--no-install] [--werror]
  --no-install   use what is installed, ask no package manager
  --werror       warnings are errors
END
}

install=yes
werror=OFF
for argument in "$@"; do
    case $argument in
        --no-install) install=no ;;
        --werror) werror=ON ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

cd "$root"
[ "$install" = no ] || install_packages run test
build release -DSF_WERROR=$werror
QT_QPA_PLATFORM=offscreen ctest --preset release --parallel 2
