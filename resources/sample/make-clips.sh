#!/bin/sh
# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
# usage: make-clips.sh DIR
# Makes the sample station's own clips with ffmpeg: DIR/idents, DIR/promos and DIR/fillers. What is there already stays.
set -eu
[ $# -eq 1 ] || { echo "usage: make-clips.sh DIR" >&2; exit 2; }
command -v ffmpeg >/dev/null 2>&1 || { echo "error: ffmpeg is not installed" >&2; exit 1; }
target=$1
made=0

# An ffmpeg without drawtext, or one that finds no font, makes the clips without words.
words=no
if ffmpeg -nostdin -v quiet -f lavfi -i color=size=64x64:duration=0.1 -vf drawtext=text=x -f null - 2>/dev/null; then
    words=yes
fi

# clip FOLDER/NAME SECONDS PICTURE PITCH LINE LINE: a picture source of lavfi, ready for more options, a soft tone and
# two lines of text.
clip()
{
    file=$target/$1.mp4
    [ ! -s "$file" ] || return 0
    mkdir -p "$(dirname "$file")"
    fade_out=$(awk -v seconds="$2" 'BEGIN { print seconds - 0.5 }')
    filter="fade=in:duration=0.5,fade=out:start_time=$fade_out:duration=0.5,format=yuv420p"
    if [ "$words" = yes ]; then
        look='fontcolor=white:box=1:boxcolor=black@0.5:boxborderw=12:x=(w-text_w)/2'
        filter="drawtext=text=$5:fontsize=56:y=h/2-80:$look,drawtext=text=$6:fontsize=28:y=h/2+30:$look,$filter"
    fi
    # Written aside and renamed, so that an interrupted run leaves no half clip behind.
    ffmpeg -nostdin -v error -y -f lavfi -i "${3}size=640x360:rate=25" \
        -f lavfi -i "sine=frequency=$4:sample_rate=48000" -t "$2" -vf "$filter" \
        -af "volume=0.2,afade=out:start_time=$fade_out:duration=0.5" \
        -c:v libx264 -preset ultrafast -crf 30 -c:a aac -b:a 64k -ac 2 -movflags +faststart -f mp4 "$file.part"
    mv "$file.part" "$file"
    made=$((made + 1))
}

clip idents/ident-logo 5 'color=color=0x1d3557:' 440 'Sample TV' 'Cinema for everyone'
clip idents/ident-night 8 'color=color=0x0b132b:' 330 'Sample TV' 'Through the night'
clip idents/ident-morning 10 'color=color=0xe09f3e:' 523 'Sample TV' 'Good morning'
clip idents/ident-short 3 'color=color=0x9d0208:' 587 'Sample TV' 'Stay with us'

clip promos/promo-noir-week 30 'smptehdbars=' 220 'Noir Week' 'Every night at 21.00'
clip promos/promo-silent-sunday 20 'testsrc2=' 262 'Silent Sunday' 'Keaton Lloyd Chaplin'
clip promos/promo-western-matinee 15 'color=color=0x7f4f24:' 294 'Western Matinee' 'Weekdays at 15.00'
clip promos/promo-cartoon-hour 15 'rgbtestsrc=' 349 'Cartoon Hour' 'Saturdays at 09.00'
clip promos/promo-late-horror 25 'color=color=0x240046:' 196 'Late Horror' 'Fridays at midnight'

clip fillers/slate-back-soon 30 'color=color=0x343a40:' 247 'We are back soon' 'Sample TV'
clip fillers/slate-test-card 60 'smptebars=' 1000 'Test card' 'Sample TV'
clip fillers/slate-programme-follows 10 'color=color=0x264653:' 277 'The programme follows' 'Sample TV'

echo "$made clips made in $target"
