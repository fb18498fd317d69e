# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# Who may include whom and which words are banned; see rules.sh. Input: C++ files named from the root of the tree.

BEGIN {
    rank["base"] = 0; rank["time"] = 1; rank["model"] = 2; rank["schedule"] = 3
    rank["planning"] = rank["formats"] = rank["media"] = rank["store"] = 4
    rank["document"] = 5
}

function broken(rule) { printf "%s:%d: %s\n", FILENAME, FNR, rule; failures++ }

function within(folder) { return index(FILENAME, folder "/") == 1 }

# The part of core below which a path lies, or "" where it is not of core.
function partOf(path,    names) { return split(path, names, "/") >= 3 && names[1] == "core" ? names[2] : "" }

function checkCoreInclude(path,    from, to) {
    if (path ~ /^(ui|app|tests)\//)
        broken("core includes " path)
    from = partOf(FILENAME)
    to = partOf(path)
    if (from == "" || to == "" || from == to)
        return
    if (!(from in rank) || !(to in rank))
        broken("core/" (from in rank ? to : from) " has no place among the layers (tests/rules/rules.awk)")
    else if (rank[to] == rank[from])
        broken("core/" from " includes its sibling " path)
    else if (rank[to] > rank[from])
        broken("core/" from " includes " path ", a layer above it")
}

FNR == 1 { if ($0 !~ /^\/\/ SPDX-FileCopyrightText: /) broken("the first line is no SPDX copyright line") }
FNR == 2 { if ($0 != "// SPDX-License-Identifier: MIT") broken("the second line is no SPDX licence line") }

/^[ \t]*#[ \t]*include/ {
    path = $0
    sub(/^[^<"]*[<"]/, "", path)
    sub(/[>"].*$/, "", path)
    if (within("core"))
        checkCoreInclude(path)
    if (within("ui") && path ~ /^app\//)
        broken("ui includes " path)
    # A bare <QWidget> does not even compile in core, whose include path lacks these modules.
    if (within("core") && path ~ /^Qt(Gui|Widgets|Svg|SvgWidgets|OpenGL|OpenGLWidgets|PrintSupport)(\/|$)/)
        broken("core includes " path)
    if (path ~ /^lib(av|sw)[a-z]+\// && !within("app/probe") && !within("tests"))
        broken(path " is for the probe alone: a hostile file may cost a worker, not the station")
}

{
    code = $0
    sub(/(^|[^:])\/\/.*$/, "", code)
    if (within("tests"))
        next
    if (code ~ /(^|[^0-9A-Za-z_.])86'?400/)
        broken("a day has 23, 24 or 25 hours: no day is 86,400 seconds")
    if (!within("core/time") && code ~ /currentDateTime|[.>]toUTC\(\)/)
        broken("only core/time converts wall time; `now` is a parameter")
    if (within("core") && code ~ /system_clock::now|random_device|QRandomGenerator|createUuid|current(Date|Time)\(/)
        broken("core reads neither the clock nor a random device: both come from the caller")
}

END { exit failures > 0 }
