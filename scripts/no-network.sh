#!/usr/bin/env bash
# Proves that the program opens no connection: watches its calls to the kernel, and runs it where there is no network.
# Usage: scripts/no-network.sh [PROGRAM]; without it target/debug/counterpoint. Needs strace; with a display's tools
# (see display.sh) the window is watched too.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v strace >/dev/null || { echo "strace is not installed: skipped"; exit 0; }
binary=$(realpath "${1:-target/debug/counterpoint}")
samples=(assets/samples/port-ellery-sentinel.html assets/samples/coastal-record.txt)
# shellcheck source=scripts/display.sh
source scripts/display.sh

# watch NAME COMMAND…: the command's calls that have to do with sockets, in $scratch/NAME.
watch() {
    local name=$1
    shift
    strace --follow-forks --quiet=all --trace=%network --output="$scratch/$name" "$@"
}

# Whoever watches must see: a program that does open a socket.
watch seen bash -c 'exec 3<>/dev/udp/127.0.0.1/9' || true
grep -q AF_INET "$scratch/seen" || fail "strace sees no sockets on this machine"

watch compare "$binary" compare "${samples[@]}" --format html -o "$scratch/out.html"
watch annotate "$binary" annotate "${samples[0]}" -o "$scratch/out.json"
for name in compare annotate; do
    [ ! -s "$scratch/$name" ] || fail "$name: $(head -3 "$scratch/$name")"
done
echo "compare and annotate make no call that has to do with sockets"

if unshare --net --map-root-user true 2>/dev/null; then
    unshare --net --map-root-user "$binary" compare "${samples[@]}" --format html -o "$scratch/alone.html"
    cmp "$scratch/out.html" "$scratch/alone.html" || fail "without a network the report is another one"
    echo "where there is no network the report is the same, to the byte"
fi

if command -v Xvfb openbox xdotool import >/dev/null; then
    start_display 1600x1000
    # The watcher steps aside (-D), so that the window belongs to the process that was started.
    start_program 1440x900 strace -D --follow-forks --quiet=all --trace=%network --output="$scratch/window" \
        "$binary" "${samples[@]}"
    # The desktop is reached through sockets of the machine itself (X11, Wayland, D-Bus): those and no others.
    if grep -E 'socket\(' "$scratch/window" | grep -v 'socket(AF_UNIX' >&2; then
        fail "the window opens the sockets above"
    fi
    grep -q 'socket(AF_UNIX' "$scratch/window" || fail "the window was not watched"
    echo "the window opens sockets of this machine alone, to the desktop"
fi
