#!/usr/bin/env bash
# Kills the real window at random moments while a note is being typed, starts it again, and looks for every word that was
# typed more than two seconds before.
# Usage: scripts/kill-test.sh [PROGRAM] [ROUNDS]; without them target/debug/counterpoint and 50. RANDOM_SEED makes the moments the same.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-target/debug/counterpoint}")
rounds=${2:-50}
RANDOM=${RANDOM_SEED:-1}
samples=$PWD/assets/samples
# shellcheck source=scripts/display.sh
source scripts/display.sh

# Milliseconds that may be lost.
lost=2000
typed=$scratch/typed
sure=$scratch/sure
touch "$sure"

# Words that tell round and place, each logged once the window was sent its last letter.
type_words() {
    local word
    for word in $(seq 60); do
        xdotool type --delay 15 " r$1w$word" || return 0
        echo "$(date +%s%3N) r$1w$word" >>"$typed"
    done
}

# kept: what a notebook holds, as the program itself reads it.
kept() {
    "$binary" export "$1" --format json --include-unreviewed --private-notes
}

start_display 1600x1000
for round in $(seq "$rounds"); do
    : >"$typed"
    left_over=$(find "$HOME" -name 'recovery-*.counterpoint')
    if [ -z "$left_over" ]; then
        start_program 1440x900 "$binary" "$samples/port-ellery-sentinel.html" "$samples/coastal-record.txt"
    else
        start_program 1440x900 "$binary"
        # The window asks whether to go on with what it found, and has the keyboard on yes.
        press Return
        settle
    fi
    press F8 ctrl+m
    type_words "$round" &
    typing=$!
    sleep "$((1 + RANDOM % 6)).$((RANDOM % 10))"
    killed=$(date +%s%3N)
    kill -9 "$program"
    wait "$program" 2>/dev/null || true
    kill "$typing" 2>/dev/null || true
    wait "$typing" 2>/dev/null || true

    awk -v limit=$((killed - lost)) '$1 < limit { print $2 }' "$typed" >>"$sure"
    left_over=$(find "$HOME" -name 'recovery-*.counterpoint')
    if [ -z "$left_over" ]; then
        [ ! -s "$sure" ] || fail "round $round: nothing was kept"
        continue
    fi
    kept "$left_over" >"$scratch/kept.json" || fail "round $round: what was kept does not open"
    while read -r word; do
        grep -qE "\b$word\b" "$scratch/kept.json" || fail "round $round: “$word” is lost"
    done <"$sure"
    # What is on the disk once must never go again.
    grep -oE '\br[0-9]+w[0-9]+\b' "$scratch/kept.json" | sort -u >"$sure"
done
echo "killed $rounds times; all that was typed more than $lost ms before was found again ($(wc -l <"$sure") words in the end)"
