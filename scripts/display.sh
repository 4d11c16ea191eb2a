# A display of its own for the program, and hands to drive it: sourced by the scripts beside it.
# shellcheck shell=bash
#
# Needs xvfb, openbox (keys reach only a window that a window manager gave the focus), xdotool and imagemagick.

scratch=$(mktemp -d)
started=()

finish() {
    for ((index = ${#started[@]} - 1; index >= 0; index--)); do
        kill "${started[index]}" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT

fail() {
    echo "failed: $*" >&2
    [ -s "$scratch/program.log" ] && sed 's/^/    program: /' "$scratch/program.log" | tail -20 >&2
    exit 1
}

# start_display SIZE: an X server on a free number, and nothing of the caller's session.
start_display() {
    mkfifo "$scratch/number"
    # Without -noreset the server starts anew whenever its last client leaves, and drops whoever is just connecting.
    Xvfb -displayfd 7 -screen 0 "$1x24" -noreset -nolisten tcp 7<>"$scratch/number" >"$scratch/xvfb.log" 2>&1 &
    started+=($!)
    local number
    read -r -t 20 number <"$scratch/number" || fail "Xvfb did not start"
    export DISPLAY=":$number"
    unset WAYLAND_DISPLAY
    export HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/runtime"
    export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_CACHE_HOME="$HOME/.cache"
    mkdir -p "$HOME" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
    # No portal and no session bus: native dialogs fall back to the program `zenity`, where there is one.
    export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
    export LIBGL_ALWAYS_SOFTWARE=1
    openbox >"$scratch/openbox.log" 2>&1 &
    started+=($!)
}

# know_first_steps: the next run is not the first one, so no hints stand over the articles.
know_first_steps() {
    mkdir -p "$XDG_DATA_HOME/counterpoint"
    echo '{"settings": "(habits:(hinted:true))"}' >"$XDG_DATA_HOME/counterpoint/app.ron"
}

# start_program SIZE ARGUMENT…: the program, its window at SIZE and in focus.
start_program() {
    local size=$1
    shift
    "$@" >"$scratch/program.log" 2>&1 &
    program=$!
    started+=("$program")
    window=
    for _ in $(seq 300); do
        kill -0 "$program" 2>/dev/null || fail "the program ended before it showed a window"
        window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | head -1) || true
        [ -n "$window" ] && break
        sleep 0.2
    done
    [ -n "$window" ] || fail "no window within a minute"
    # Without the frame that the window manager draws, the picture is the program's alone.
    xdotool windowsize --sync "$window" "${size%x*}" "${size#*x}" windowmove "$window" 0 0
    # Away from everything that lights up under the pointer.
    point $((${size%x*} / 2)) $((${size#*x} - 1))
    timeout 20 xdotool windowactivate --sync "$window" || fail "the window did not get the focus"
    settle
}

# picture FILE: what the window shows.
picture() {
    import -window "$window" "$1"
}

# settle: waits until the window shows nothing new for a second and a half, at most 30 seconds; a blinking cursor is nothing new.
settle() {
    local seen='' now calm=0
    for _ in $(seq 60); do
        kill -0 "$program" 2>/dev/null || fail "the program ended"
        sleep 0.5
        picture "$scratch/now.png"
        now=$(identify -format '%#' "$scratch/now.png")
        [[ $seen == *"$now"* ]] && calm=$((calm + 1)) || calm=0
        [ $calm -ge 3 ] && return
        seen+=" $now"
    done
    fail "the window never came to rest"
}

# press KEY…: keys one after another, as `xdotool key` names them, each given the time of a few frames.
press() {
    local key
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.3
    done
}

# point X Y: the pointer to a place in the window.
point() {
    xdotool mousemove --window "$window" "$1" "$2"
    sleep 0.3
}

# write TEXT: types plain ASCII.
write() {
    xdotool type --delay 30 "$1"
    sleep 0.3
}
