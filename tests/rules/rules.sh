#!/bin/sh
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# usage: rules.sh ROOT
# Prints each place where the tree breaks a rule of the house, and exits 1 if there is one:
#   core <- ui <- app; in core base <- time <- model <- schedule <- {planning, formats, media, store} <- document;
#   core never links nor includes what has a window; libav is for the probe alone; words that bring wrong dates are banned;
#   each file names its licence; no path of one machine; no mark of an unfinished merge.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$1"
result=0

code=$(find app core ui tests -name '*.h' -o -name '*.cpp' | LC_ALL=C sort)
[ -n "$code" ] || { echo "$1 holds no source"; exit 1; }
# shellcheck disable=SC2086 # one word a file; names have no spaces
awk -f "$here/rules.awk" $code || result=1

# shellcheck disable=SC2046 # names have no spaces
if grep -nE 'Qt6::(Gui|Widgets|Svg|OpenGL|PrintSupport)' /dev/null $(find core -name CMakeLists.txt); then
    echo "core links what has a window"
    result=1
fi

# files NAME-TEST…: what belongs to the tree, without what was built from it.
files() { find . \( -name .git -o -path ./build -o -name .cache \) -prune -o -type f \( "$@" \) -print; }

unlicensed=$(files -name CMakeLists.txt -o -name '*.cmake' -o -name '*.sh' -o -name '*.awk' -o -path './.ci/*' \
    | xargs grep -L 'SPDX-License-Identifier: MIT' || true)
if [ -n "$unlicensed" ]; then
    # shellcheck disable=SC2086
    printf '%s: no SPDX licence line\n' $unlicensed
    result=1
fi

if files -name '*' | xargs grep -nIE '(^|[^A-Za-z0-9._~}-])/((home|root|work)/|tmp/[a-z])'; then
    echo "a path of one machine"
    result=1
fi

if files -name '*' | xargs grep -nIE '^(<{7}|>{7}) '; then
    echo "a merge that was not finished"
    result=1
fi
exit $result
