#!/bin/sh
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# Installs what is missing, builds ScheduleFlow and plans a week of a sample station with it: the library is imported,
# clips are made and scanned, seven broadcast days are filled, checked and exported. Then the window opens, where there
# is a display. Safe to run again: what is there already is kept.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/common.sh"

usage()
{
    cat <<'END'
usage: packaging/run.sh [--no-install] [--headless] [--data DIR]
  --no-install   use what is installed, ask no package manager
  --headless     build and use the command line alone, open no window
  --data DIR     where the sample station lives (default: build/sample in the checkout)
END
}

install=yes
headless=no
data=$root/build/sample
while [ $# -gt 0 ]; do
    case $1 in
        --no-install) install=no ;;
        --headless) headless=yes ;;
        --data)
            [ $# -ge 2 ] || { usage >&2; exit 2; }
            data=$2
            shift
            ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

channel='Sample TV'
zone=Europe/Rome
bin=$root/build/release/bin

# cli ARGUMENT…: the command line on the sample station. Its exit code 1 means done, but look at what it said.
cli()
{
    status=0
    "$bin/scheduleflow-cli" --station "$station" "$@" || status=$?
    [ "$status" -le 1 ] || fail "scheduleflow-cli $1 $2 failed (exit code $status)"
}

# The next broadcast day: days start at 06:00, so it has tomorrow's date only after six in the morning.
next_broadcast_day()
{
    TZ=$zone date -d '18 hours' +%Y-%m-%d 2>/dev/null || TZ=$zone date -v+18H +%Y-%m-%d
}

build_programs()
{
    cmake --preset release -DSF_UNITY=ON
    # A build with SF_DESKTOP=OFF has no window.
    cmake --build --preset release --target help | grep -q '^scheduleflow:' || headless=yes
    targets='scheduleflow-cli scheduleflow-probe'
    [ "$headless" = yes ] || targets="$targets scheduleflow"
    # shellcheck disable=SC2086 # one word a target
    cmake --build --preset release --target $targets
}

fill_library()
{
    # Clips and films live apart: a scan of a folder that lacks films would mark those as missing, and the plan needs them.
    say "Making the station's own clips in $data/clips"
    sh "$root/resources/sample/make-clips.sh" "$data/clips"
    # The copy makes the playlist's relative paths point into the data folder.
    cp "$root/resources/sample/playlist.m3u8" "$data/playlist.m3u8"
    if ! cli --json channel list | grep -q "\"name\": *\"$channel\""; then
        say "Adding the channel $channel ($zone, the broadcast day starts at 06:00)"
        cli channel add "$channel" --zone "$zone" --day-start 06:00
    fi
    say "Importing the playlist of public-domain programmes"
    cli media import "$data/playlist.m3u8"
    say "Scanning the clips"
    cli media scan "$data/clips"
}

plan_week()
{
    day=$(next_broadcast_day)
    say "Filling seven broadcast days from $day, 48 hours between two airings of one programme"
    cli schedule fill --channel "$channel" --from "$day" --days 7 --cooldown 48h
    say "Checking them"
    cli schedule check --channel "$channel" --from "$day" --days 7
    say "Exporting them"
    for pair in xml:xml json:json m3u:m3u8; do
        cli schedule export --channel "$channel" --from "$day" --days 7 --format "${pair%:*}" \
            "$data/exports/week-$day.${pair#*:}"
    done
    grep -q '^#EXTINF' "$data/exports/week-$day.m3u8" || fail "nothing was planned: the exported week is empty"
}

cd "$root"
[ "$install" = no ] || install_packages run
build_programs
mkdir -p "$data/exports"
data=$(CDPATH='' cd -- "$data" && pwd)
station=$data/station.sqlite
fill_library
plan_week

say
say "Done. The sample station: $station"
say "The week for playout:     $data/exports"
say "The command line:         $bin/scheduleflow-cli --station $station --help"
if [ "$headless" = no ]; then
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "Opening the window on it."
        exec "$bin/scheduleflow" --station "$station"
    fi
    say "There is no display; with one: $bin/scheduleflow --station $station"
fi
