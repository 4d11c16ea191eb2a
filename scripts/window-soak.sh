#!/usr/bin/env bash
# Uses the real window for an hour, as a restless reader would, and prints the memory that it holds each minute: it must not grow.
# Usage: scripts/window-soak.sh [PROGRAM] [MINUTES] [SEED]; without them target/debug/counterpoint, 60, 1.
#
# Round after round it opens other files, walks and decides findings, turns pages, searches, writes notes, scrolls, clicks,
# resizes, opens and closes dialogs, exports, saves, and opens what it saved. The same seed makes the same choices.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-target/debug/counterpoint}")
minutes=${2:-60}
RANDOM=${3:-1}
# shellcheck source=scripts/display.sh
source scripts/display.sh

# What memory may gain from the first tenth of the time to the last.
most_growth=20
sample="$PWD/assets/samples/port-ellery-sentinel.html|$PWD/assets/samples/coastal-record.txt"
formats=$PWD/tests/fixtures/formats
stories=(
    "$sample"
    "$sample|$formats/other.txt"
    "$formats/article.html|$formats/libreoffice.docx"
    "$formats/chromium.pdf|$formats/pandoc.epub|$formats/article.md"
)
tasks=(findings decide undo pages find help palette about note scroll click resize columns layout size export)
acts=0

# stand_in_dialogs OPENED SAVED: every open dialog of the desktop answers OPENED (paths joined by |), every save dialog SAVED.
stand_in_dialogs() {
    mkdir -p "$scratch/bin"
    cat >"$scratch/bin/zenity" <<DIALOG
#!/bin/sh
case " \$* " in
    *" --save "*) printf '%s\n' '$2' ;;
    *" --file-selection "*) printf '%s\n' '$1' ;;
esac
DIALOG
    chmod +x "$scratch/bin/zenity"
}

do_findings() { press F8 F8 shift+F8 b F7 b; }
do_decide() { press F8 y F8 n; }
do_undo() { press ctrl+z ctrl+z ctrl+shift+z; }
do_pages() { press alt+2 Down alt+3 alt+4 alt+5 alt+6 alt+1; }
do_find() { press ctrl+f && write "the" && press F3 F3 shift+F3 Escape; }
do_help() { press F1 Next Escape; }
do_palette() { press ctrl+k && write "legend" && press Return Escape; }
do_about() { press ctrl+i Tab Tab Escape; }
do_note() { press F8 ctrl+m && write "Ask the county" && press Escape Escape; }
do_scroll() { point 500 500 && xdotool click --repeat 12 --delay 60 5 click --repeat 6 --delay 60 4; }
do_click() { point $((400 + RANDOM % 500)) $((250 + RANDOM % 400)) && xdotool click 1 && sleep 0.3; }
do_resize() { xdotool windowsize "$window" $((900 + RANDOM % 700)) $((600 + RANDOM % 400)) && sleep 0.5; }
do_columns() { press F6 l Next F6 l ctrl+2 ctrl+alt+1; }
do_layout() { press F4 F9 F4 F9; }
do_size() { press ctrl+plus ctrl+minus ctrl+0; }
do_export() {
    stand_in_dialogs "$sample" "$scratch/notes.md"
    press ctrl+e && sleep 1 && press Return && sleep 1
}

# Other files, in place of what is open; every third time what was saved before.
another_story() {
    local notebook=$scratch/story.counterpoint
    stand_in_dialogs "$1" "$notebook"
    press Escape Escape ctrl+s && sleep 1
    press ctrl+n && sleep 1
    if [ $((rounds % 3)) = 2 ] && [ -s "$notebook" ]; then
        stand_in_dialogs "$notebook" "$notebook"
        press ctrl+shift+o
    else
        press ctrl+o
    fi
    sleep 3
}

resident() {
    sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$program/status"
}

start_display 1600x1000
stand_in_dialogs "$sample" "$scratch/story.counterpoint"
start_program 1440x900 env PATH="$scratch/bin:$PATH" "$binary"

began=$SECONDS
rounds=0
memory=()
while [ $((SECONDS - began)) -lt $((minutes * 60)) ]; do
    another_story "${stories[rounds % ${#stories[@]}]}"
    for _ in $(seq 12); do
        "do_${tasks[RANDOM % ${#tasks[@]}]}"
        acts=$((acts + 1))
        kill -0 "$program" 2>/dev/null || fail "the program ended after $acts acts"
        if [ $(((SECONDS - began) / 60)) -gt ${#memory[@]} ]; then
            memory+=("$(resident)")
            echo "minute ${#memory[@]}: ${memory[-1]} kB, $rounds stories, $acts acts"
        fi
    done
    rounds=$((rounds + 1))
done

# It still answers: another page shows something else.
press Escape Escape alt+1
settle
picture "$scratch/articles.png"
press alt+5
settle
picture "$scratch/numbers.png"
! cmp -s "$scratch/articles.png" "$scratch/numbers.png" || fail "the window answers no more"

# The most of the first tenth, and of the last.
tenth=$(((${#memory[@]} + 9) / 10))
most() {
    printf '%s\n' "$@" | sort -n | tail -n 1
}
first=$(most "${memory[@]:0:tenth}")
last=$(most "${memory[@]: -tenth}")
told="$((minutes)) minutes, $rounds stories, $acts acts: $first kB in the first tenth, $last kB in the last"
[ $((last * 100)) -le $((first * (100 + most_growth))) ] || fail "memory grew: $told"
echo "flat: $told"
