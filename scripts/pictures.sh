#!/usr/bin/env bash
# Makes the pictures of README.md and docs/guide.md: the sample comparison as the program draws it.
# Usage: scripts/pictures.sh [PROGRAM]; without it target/debug/counterpoint.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-target/debug/counterpoint}")
folder=$PWD/docs/pictures
# shellcheck source=scripts/display.sh
source scripts/display.sh

# keep NAME: what the window shows, as a small picture of the guide.
keep() {
    convert "$scratch/$1.png" -strip +dither -colors "${2:-127}" -define png:compression-level=9 "PNG8:$folder/$1.png"
}

start_display 1600x1000
know_first_steps
mkdir -p "$folder"
start_program 1440x900 "$binary"
picture "$scratch/empty-light.png"
keep empty-light 63
kill "$program"
wait "$program" 2>/dev/null || true

start_program 1440x900 "$binary" assets/samples/port-ellery-sentinel.html assets/samples/coastal-record.txt
press F8 b
settle
picture "$scratch/together-light.png"
keep together-light
press b ctrl+f
write "alarm"
settle
picture "$scratch/find-light.png"
keep find-light
press Escape
number=2
for page in claims voices timeline numbers; do
    press "alt+$number"
    # Away from everything that lights up under the pointer.
    point 720 899
    settle
    picture "$scratch/$page-light.png"
    keep "$page-light"
    number=$((number + 1))
done
press alt+1 ctrl+k
write "teach"
press Return
point 720 899
settle
picture "$scratch/teach-light.png"
keep teach-light
kill "$program"
wait "$program" 2>/dev/null || true

start_program 1440x900 "$binary" assets/samples/port-ellery-sentinel.html assets/samples/coastal-record.txt
press F8 ctrl+m
write "Ask the county for its list of homes, and Ashmere for its own."
press alt+6
point 720 899
settle
picture "$scratch/notes-light.png"
keep notes-light
press alt+1
settle
picture "$scratch/first.png"
# The button at the top right changes between light and dark.
point 1412 23
xdotool click 1
sleep 0.3
point 720 899
settle
picture "$scratch/second.png"

brightness() {
    convert "$1" -colorspace Gray -format '%[fx:round(100*mean)]' info:
}
first=$(brightness "$scratch/first.png")
second=$(brightness "$scratch/second.png")
[ $((first - second)) -gt 30 ] || [ $((second - first)) -gt 30 ] ||
    fail "the button at the top right did not change light and dark: brightness $first and $second"
# shellcheck disable=SC2034 # used by their names below
if [ "$first" -gt "$second" ]; then light=first dark=second; else light=second dark=first; fi

for theme in light dark; do
    convert "$scratch/${!theme}.png" -strip +dither -colors 255 -define png:compression-level=9 "PNG8:$folder/main-$theme.png"
done
ls -l "$folder"
