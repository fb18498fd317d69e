#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
"""check.py EXPORTER ICALENDAR_CHECK: exports a day with all that goes wrong between programs, and holds each file
against the program that it is for. Exits 77 where none of them is installed; with SF_CONSUMERS_REQUIRED set, one that
is missing is a failure."""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

import players
import rules

DAY_SECONDS = 23 * 3600  # clocks go forward in its night
FRAME = 1001 / 30000


class Missing(Exception):
    """A program that is not installed."""


class Refused(Exception):
    """What a program had against a file."""


def run(*command, may_speak=True, **options):
    """The standard output; Refused where the program fails, or says anything on standard error that it should not."""
    if not shutil.which(str(command[0])):
        raise Missing(command[0])
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          errors="replace", timeout=120, check=False, **options)
    if done.returncode != 0 or (done.stderr.strip() and not may_speak):
        raise Refused(f"{command[0]}, exit {done.returncode}: {(done.stderr or done.stdout).strip()[:1000]}")
    return done.stdout


def require(claim, text):
    if not claim:
        raise Refused(text)


def equal(got, wanted, what):
    require(got == wanted, f"{what}: {got!r} instead of {wanted!r}")


def make_media(folder):
    """As long as the day's events, a frame a second; alike inside and all key frames, as FFmpeg's concat wants them."""
    for name, minutes in (("café & crème #1.mp4", 90), ("a?b=1&c=d e.mp4", 30), ("it's a film.mkv", 120), ("slate.mp4", 7)):
        run("ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "color=gray:size=64x36:rate=1", "-t", minutes * 60,
            "-c:v", "mpeg4", "-g", 1, "-f", "mp4", folder / name)


def titles_of_m3u(file):
    return [line.split(",", 1)[1] for line in re.sub(r'="[^"]*"', "", file.read_text("utf-8")).splitlines()
            if line.startswith("#EXTINF")]


def vlc(file, titles):
    if not players.has_vlc():
        raise Missing("libvlc")
    items = players.vlc_items(file)
    # In an M3U it takes what stands before a comma for the artist, and shows both.
    equal([",".join(part for part in (artist, title) if part) for artist, title, _ in items],
          titles, "titles")
    require(all(address.startswith("file:///") for _, _, address in items), f"not all are files: {items}")


def mpv(file, titles):
    text = run("mpv", "--no-config", "--vo=null", "--ao=null", "--untimed", "--length=0.04",
               "--term-playing-msg=PLAY|${path}", f"--playlist={file}")
    equal(len(re.findall(r"^PLAY\|", text, re.MULTILINE)), len(titles), "entries that open")


def xmltv(file):
    dtd = "/usr/share/xmltv/xmltv.dtd"
    run("tv_validate_file", f"--dtd-file={dtd}", file)
    wanted = len(xml.parse(file).findall("programme"))
    in_order = run("tv_sort", "--by-channel", file, may_speak=False)  # it speaks of overlaps
    equal(len(xml.fromstring(in_order.split("\n", 2)[2] if "<!DOCTYPE" in in_order else in_order).findall("programme")),
          wanted, "programmes after tv_sort")
    equal(run("tv_grep", "--channel-id-exp", ".", file).count("<programme "), wanted, "programmes after tv_grep")


def melt(file):
    """Frame by frame what stands in the file, with media that open."""
    before = xml.parse(file).find("playlist")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.mlt"
        run("melt", file, "-consumer", f"xml:{copy}", env={**os.environ, "MLT_XML_DEEP": "1"})
        text = copy.read_text("utf-8")
    require("INVALID" not in text, "media do not open")
    after = max(xml.fromstring(text).iter("playlist"), key=len)  # it wraps the list in another of one entry
    parts = lambda playlist: [(part.tag, part.get("in"), part.get("out"), part.get("length")) for part in playlist
                              if part.tag in ("entry", "blank")]
    equal(parts(after), parts(before), "entries and blanks")
    frames = sum(int(part.get("length") or int(part.get("out")) - int(part.get("in")) + 1) for part in before
                 if part.tag in ("entry", "blank"))
    require(abs(frames * FRAME - DAY_SECONDS) < 1, f"{frames} frames are no such day")


def ffconcat(file):
    lengths = [float(line.split()[1]) for line in file.read_text("utf-8").splitlines() if line.startswith("duration ")]
    got = run("ffprobe", "-v", "error", "-safe", "0", "-f", "concat", "-show_entries", "format=duration", "-of",
              "csv=p=0", file, may_speak=False)
    require(abs(float(got) - sum(lengths)) < 1, f"it lasts {got.strip()} s instead of {sum(lengths)}")
    run("ffmpeg", "-nostdin", "-v", "error", "-safe", "0", "-f", "concat", "-i", file, "-map", "0:v:0", "-fps_mode", "vfr",
        "-f", "null", "-",
        may_speak=False)


def calcurse(file):
    wanted = file.read_text("utf-8").count("BEGIN:VEVENT")
    with tempfile.TemporaryDirectory() as folder:
        text = run("calcurse", "-D", folder, "-C", folder, "-i", file)
    require(" 0 skipped" in text and f"{wanted} app" in text, text)


def gnumeric(file):
    rows = lambda path: list(csv.reader(open(path, newline="", encoding="utf-8"), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.csv"
        run("ssconvert", file, copy)
        before, after = rows(file), rows(copy)
    equal(len(after), len(before), "rows")
    # An apostrophe before what would be a formula says "text", and is gone then.
    equal([row[4] for row in after], [row[4].removeprefix("'") for row in before], "titles")


def probed(file):
    for source in rules.ffplayout(file, DAY_SECONDS):
        run("ffprobe", "-v", "error", source, may_speak=False)


def checks(folder, icalendar):
    """What is held against what: the file, the program, and how. CI has all but the optional ones."""
    m3u = folder / "m3u.m3u8"
    titles = titles_of_m3u(m3u)
    for name in ("m3u.m3u8", "pls.pls", "xspf.xspf"):
        yield name, "VLC", lambda name=name: vlc(folder / name, titles)
    for name in ("m3u.m3u8", "pls.pls"):
        yield name, "mpv", lambda name=name: mpv(folder / name, titles)
    yield "xmltv.xmltv", "xmltv-util", lambda: xmltv(folder / "xmltv.xmltv")
    yield "caspar.xml", "the rules of the client's reader", lambda: rules.caspar(folder / "caspar.xml")
    yield "ffplayout.json", "ffplayout's rules, ffprobe", lambda: probed(folder / "ffplayout.json")
    yield "bxf.bxf", "the rules of the schemas of ST 2021-4", lambda: rules.bxf(folder / "bxf.bxf")
    yield "mlt.mlt", "melt", lambda: melt(folder / "mlt.mlt")
    yield "ffconcat.ffconcat", "ffprobe, ffmpeg", lambda: ffconcat(folder / "ffconcat.ffconcat")
    yield "ics.ics", "libical", lambda: run(icalendar, folder / "ics.ics")
    yield "ics.ics", "calcurse", lambda: calcurse(folder / "ics.ics")
    yield "csv.csv", "gnumeric (optional)", lambda: gnumeric(folder / "csv.csv")


def main(exporter, icalendar):
    is_required = bool(os.environ.get("SF_CONSUMERS_REQUIRED"))
    ran = failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder, media = Path(temporary) / "exports", Path(temporary) / "media"
        folder.mkdir()
        media.mkdir()
        run(exporter, folder, media)
        try:
            make_media(media)
        except Missing:
            print("left out: everything, ffmpeg is not installed")
            return 1 if is_required else 77
        for name, consumer, check in checks(folder, icalendar):
            try:
                check()
                ran += 1
                print(f"accepted: {name} by {consumer}")
            except Missing as program:
                is_failure = is_required and "optional" not in consumer
                failed += is_failure
                print(f"{'MISSING' if is_failure else 'left out'}: {name} by {consumer}, {program} is not installed")
            except (Refused, rules.Broken, subprocess.TimeoutExpired) as reason:
                failed += 1
                print(f"REFUSED: {name} by {consumer}: {reason}")
    print("left out: obs.json by OBS, which needs a screen; vmix.txt and fixed.log, whose programs are not free")
    return 1 if failed else 0 if ran else 77


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
