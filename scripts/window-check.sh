#!/usr/bin/env bash
# Drives the real window by keys alone: opens the sample by its paths, walks all findings, confirms, dismisses, writes a
# note, undoes, saves, starts again, reopens, exports, and compares all of that with what is on the disk.
# Usage: scripts/window-check.sh [PROGRAM]; without it target/debug/counterpoint.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-target/debug/counterpoint}")
samples=$PWD/assets/samples
# shellcheck source=scripts/display.sh
source scripts/display.sh

note="Ask the county for its list of homes"
notebook=$scratch/story.counterpoint
exported=$scratch/notes.md

# start: the program where no desktop answers and no helper is found, so that its own dialog asks for a path.
start() {
    start_program 1440x900 env PATH=/nonexistent "$binary" "$@"
}

# give PATH: types a path where the window asks for one.
give() {
    settle
    write "$1"
    press Return
}

# appears FILE: waits until there is something in it.
appears() {
    for _ in $(seq 40); do
        [ -s "$1" ] && return
        sleep 0.25
    done
    fail "nothing was written: ${1##*/}"
}

# decided NOTEBOOK: the numbers of the findings that somebody decided on, with the decision, as the program itself reads them.
decided() {
    "$binary" export "$1" --format csv | awk -F, 'NR > 1 && $7 != "" { print $1, $7 }' | paste -sd ';'
}

start_display 1600x1000
start
picture "$scratch/empty.png"
press ctrl+o
give "$samples/port-ellery-sentinel.html;$samples/coastal-record.txt"
settle
picture "$scratch/opened.png"
colors=$(identify -format %k "$scratch/opened.png")
[ "$colors" -gt 100 ] || fail "the window is blank: $colors colors"
cmp -s "$scratch/empty.png" "$scratch/opened.png" && fail "Ctrl+O changed nothing on the screen"

# Every finding shows itself.
findings=$("$binary" compare "$samples/port-ellery-sentinel.html" "$samples/coastal-record.txt" --format csv | grep -cE '^[0-9]+,[A-Z]')
[ "$findings" -ge 3 ] || fail "$findings findings in the sample"
before=opened
for number in $(seq "$findings"); do
    press F8
    settle
    picture "$scratch/finding-$number.png"
    cmp -s "$scratch/$before.png" "$scratch/finding-$number.png" && fail "F8 shows nothing of finding $number"
    before=finding-$number
done

# Around to the first: confirm it with a note; dismiss the second; the third is confirmed and taken back.
press F8 y ctrl+m
write "$note"
press F8 n F8 y ctrl+z
press ctrl+s
give "$notebook"
appears "$notebook"
wanted="1 Real difference;2 Not a difference"
[ "$(decided "$notebook")" = "$wanted" ] || fail "the notebook holds: $(decided "$notebook")"
grep -qF -- "$note" "$notebook" || fail "the note is not in the notebook"

# It is saved, so it closes without a question; another run goes on from the file.
press ctrl+q
for _ in $(seq 40); do
    kill -0 "$program" 2>/dev/null || break
    sleep 0.25
done
kill -0 "$program" 2>/dev/null && fail "Ctrl+Q asks although everything is saved"
start
press ctrl+shift+o
give "$notebook"
settle
# The dialog for the format opens on Markdown.
press ctrl+e
settle
press Return
give "$exported"
appears "$exported"

# What the window wrote is what the command line writes of the same notebook.
"$binary" export "$notebook" --format markdown --texts full --date "$(grep -m 1 -oE '[0-9]{4}-[0-9]{2}-[0-9]{2}' "$exported")" -o "$scratch/expected.md"
diff "$exported" "$scratch/expected.md" || fail "the window exports something else than the command line"
grep -qF -- "$note" "$exported" || fail "the note is not in the export"

# Both quotations of the first finding in the text, which is one of those planted, must have come through.
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
echo "the window showed $findings findings, kept two decisions and a note across two runs, and exported them ($found planted pairs)"
