# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154
# Shared by run.sh, test.sh and .ci/run, which set `root` to the checkout and then read this file.

say() { printf '%s\n' "$*"; }

fail()
{
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# packages_of SET…: the Debian packages of these sets, one a line.
packages_of()
{
    for set_name in "$@"; do
        awk -v wanted="$set_name" '$1 == wanted { print $2 }' "$root/packaging/packages.txt"
    done
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        fail "this needs root and there is no sudo: $*"
    fi
}

# install_packages SET…: installs what is missing. Asks apt only then; without apt it names the packages and goes on.
install_packages()
{
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
        say "There is no apt here. Going on with what is installed; these are the Debian names of what is needed:"
        packages_of "$@" | sed 's/^/  /'
        return 0
    fi
    missing=
    for package in $(packages_of "$@"); do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "Installing:$missing"
    as_root apt-get update -qq || fail "apt-get update failed"
    # shellcheck disable=SC2086 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null \
        || fail "apt-get could not install$missing"
}

# build PRESET [cmake option…]: configures and builds everything the preset has, the way that is fastest from nothing.
build()
{
    preset=$1
    shift
    cmake --preset "$preset" -DSF_UNITY=ON "$@" && cmake --build --preset "$preset"
}
