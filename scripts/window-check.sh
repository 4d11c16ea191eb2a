#!/usr/bin/env bash
# Drives the real window by keys alone: opens the sample, confirms a finding, writes a note, exports, and checks the file.
# Usage: scripts/window-check.sh [PROGRAM]; without it target/debug/counterpoint.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-target/debug/counterpoint}")
samples=$PWD/assets/samples
# shellcheck source=scripts/display.sh
source scripts/display.sh

note="Ask the county for its list of homes"
exported=$scratch/notes.md

start_display 1600x1000
stand_in_dialogs "$samples/port-ellery-sentinel.html|$samples/coastal-record.txt" "$exported"
start_program 1440x900 "$binary"

picture "$scratch/empty.png"
press ctrl+o
settle
picture "$scratch/opened.png"
colors=$(identify -format %k "$scratch/opened.png")
[ "$colors" -gt 100 ] || fail "the window is blank: $colors colors"
cmp -s "$scratch/empty.png" "$scratch/opened.png" && fail "Ctrl+O changed nothing on the screen"

press F8 y ctrl+m
write "$note"
settle
# The dialog for the format opens on Markdown.
press ctrl+e
settle
press Return
for _ in $(seq 40); do
    [ -s "$exported" ] && break
    sleep 0.25
done
[ -s "$exported" ] || fail "Ctrl+E wrote no file"

grep -qF -- "$note" "$exported" || fail "the note is not in the export"
for outlet in "Port Ellery Sentinel" "The Coastal Record"; do
    grep -qF -- "$outlet" "$exported" || fail "the export does not name $outlet"
done
# The first finding in the text is one of those planted: both its quotations must have come through.
plain=$(tr -d '*_' <"$exported" | tr '\n' ' ' | sed 's/> //g')
found=0
while IFS='|' read -r _ _ left right _; do
    left=$(sed 's/^ *//; s/ *$//' <<<"$left")
    right=$(sed 's/^ *//; s/ *$//' <<<"$right")
    if [[ -n $left && -n $right && $plain == *"$left"* && $plain == *"$right"* ]]; then
        found=$((found + 1))
    fi
done < <(sed -n '/^## Conflicts/,/^## Traps/p' "$samples/README.md" | grep '^|')
[ $found -ge 1 ] || fail "no planted pair of quotations is in the export"

kill -0 "$program" 2>/dev/null || fail "the program ended"
echo "the window opened the sample, confirmed a finding, and exported it with its note ($found planted pairs in the export)"
