#!/usr/bin/env bash
# Installs the Debian package in a fresh system of its own, uses it, removes it, and looks at what is left behind.
# Usage, as root: scripts/package-test.sh PACKAGE.deb [SUITE] [MIRROR]; SUITE is stable. Needs debootstrap, or in
# SYSTEM a folder that it made before; what it makes goes to a folder under TMPDIR and is removed.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(realpath "$1")
suite=${2:-stable}
mirror=${3:-}
root=$(mktemp -d)/root

finish() {
    for mounted in proc dev/shm dev; do
        ! mountpoint -q "$root/$mounted" || umount "$root/$mounted"
    done
    rm -rf --one-file-system "$(dirname "$root")"
}
trap finish EXIT

step() {
    printf '== %s\n' "$*"
}

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/home/reader DEBIAN_FRONTEND=noninteractive "$@"
}

# Every file but those of apt, of logs and of caches, which any package changes.
everything() {
    (cd "$root" && find . -xdev \
        \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg \
        -o -path ./var/lib/apt -o -path ./home -o -path ./package.deb \) -prune -o -print | sort)
}

step "a fresh Debian: $suite"
if [ -n "${SYSTEM:-}" ]; then
    cp -a "$SYSTEM" "$root"
else
    debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} >/dev/null
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/dev/shm"
mkdir -p "$root/home/reader"
inside apt-get update -q >/dev/null
# What only this test needs, and what the package asks for: all there before, so that what is left behind is the package's.
inside apt-get install -q -y --no-install-recommends xvfb openbox xdotool imagemagick libgl1-mesa-dri man-db desktop-file-utils shared-mime-info >/dev/null
# shellcheck disable=SC2046 # one package a word
inside apt-get install -q -y --no-install-recommends \
    $(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/ (.*)//; s/|.*//') >/dev/null
cp "$package" "$root/package.deb"
everything >"$root/tmp/before"

step "install: $(basename "$package")"
inside apt-get install -q -y --no-install-recommends /package.deb >/dev/null
inside counterpoint --version
inside desktop-file-validate /usr/share/applications/counterpoint.desktop
inside grep -q '\*\.counterpoint' /usr/share/mime/globs2
inside man --pager=cat counterpoint | grep -q '^SYNOPSIS'
inside bash -n /usr/share/bash-completion/completions/counterpoint

step "compare the samples, on the command line"
samples=(/usr/share/doc/counterpoint/samples/port-ellery-sentinel.html /usr/share/doc/counterpoint/samples/coastal-record.txt)
inside counterpoint compare "${samples[@]}" -o /tmp/report.html
grep -q 'Port Ellery Sentinel' "$root/tmp/report.html"

step "open them in the window, and export by keys"
cp scripts/window-check.sh scripts/display.sh "$root/tmp/"
mkdir -p "$root/tmp/check/scripts" "$root/tmp/check/assets"
mv "$root/tmp/window-check.sh" "$root/tmp/display.sh" "$root/tmp/check/scripts/"
cp -r assets/samples "$root/tmp/check/assets/"
inside bash /tmp/check/scripts/window-check.sh /usr/bin/counterpoint

step "remove"
inside apt-get purge -q -y counterpoint >/dev/null
everything >"$root/tmp/after"
diff "$root/tmp/before" "$root/tmp/after" || { echo "the files above were left behind, or taken away" >&2; exit 1; }
echo "nothing is left behind"
