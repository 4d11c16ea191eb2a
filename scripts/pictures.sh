#!/usr/bin/env bash
# Makes the pictures of the README: the sample comparison, light and dark, as the program draws it.
# Usage: scripts/pictures.sh [PROGRAM]; without it target/debug/counterpoint.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-target/debug/counterpoint}")
folder=$PWD/docs/pictures
# shellcheck source=scripts/display.sh
source scripts/display.sh

start_display 1600x1000
start_program 1440x900 "$binary" assets/samples/port-ellery-sentinel.html assets/samples/coastal-record.txt
press F8 ctrl+m
write "Ask the county for its list of homes, and Ashmere for its own."
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
if [ "$first" -gt "$second" ]; then light=first dark=second; else light=second dark=first; fi

mkdir -p "$folder"
for theme in light dark; do
    convert "$scratch/${!theme}.png" -strip +dither -colors 255 -define png:compression-level=9 "PNG8:$folder/main-$theme.png"
done
ls -l "$folder"
