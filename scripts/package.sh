#!/usr/bin/env bash
# Builds the Debian package and the portable archive of this commit into target/dist.
# Needs Rust, dpkg-deb, dpkg-shlibdeps and strip (packages dpkg-dev, binutils); signs nothing, uploads nothing.
#
# PROFILE=dev packages a development build, to try the packages themselves.
#
# Made so that two builds of one commit with one Rust give the same bytes: no time but that of the commit, no path of this machine,
# no order but that of names goes into them.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C TZ=UTC
umask 022
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
registry=${CARGO_HOME:-$HOME/.cargo}
profile=${PROFILE:-release}
built=$target/${profile/#dev/debug}
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
[ "$profile" = dev ] || export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$registry=/cargo --remap-path-prefix=$PWD=/counterpoint --remap-path-prefix=$target=/target"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
architecture=$(dpkg --print-architecture)
dist=$target/dist
staging=$dist/staging
rm -rf "$staging"
mkdir -p "$staging"

cargo build --locked --profile "$profile"
cargo run --locked --profile "$profile" --quiet --example package_files -- "$staging/files"
files=$staging/files

# install_into FOLDER: everything, as it lies under /usr.
install_into() {
    local root=$1 size page
    install -D "$built/counterpoint" "$root/bin/counterpoint"
    strip "$root/bin/counterpoint"
    install -Dm644 packaging/linux/counterpoint.desktop -t "$root/share/applications"
    install -Dm644 packaging/linux/counterpoint-mime.xml "$root/share/mime/packages/counterpoint.xml"
    mkdir -p "$root/share/metainfo"
    sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -d "@$SOURCE_DATE_EPOCH" +%F)/" \
        packaging/linux/counterpoint.metainfo.xml >"$root/share/metainfo/local.counterpoint.Counterpoint.metainfo.xml"
    for size in 16 24 32 48 64 128 256 512; do
        install -Dm644 "assets/icon/counterpoint-$size.png" "$root/share/icons/hicolor/${size}x$size/apps/counterpoint.png"
    done
    install -Dm644 assets/icon/counterpoint.svg "$root/share/icons/hicolor/scalable/apps/counterpoint.svg"
    for page in "$files"/*.1; do
        mkdir -p "$root/share/man/man1"
        gzip -9n <"$page" >"$root/share/man/man1/${page##*/}.gz"
    done
    install -Dm644 "$files/counterpoint.bash" "$root/share/bash-completion/completions/counterpoint"
    install -Dm644 "$files/counterpoint.fish" -t "$root/share/fish/vendor_completions.d"
    install -Dm644 "$files/_counterpoint" -t "$root/share/zsh/vendor-completions"
    install -Dm644 "$files/copyright" README.md CHANGELOG.md -t "$root/share/doc/counterpoint"
    install -Dm644 assets/samples/coastal-record.txt assets/samples/port-ellery-sentinel.html -t "$root/share/doc/counterpoint/samples"
    gzip -9nf "$root/share/doc/counterpoint/CHANGELOG.md"
}

# What is linked is asked of the program; what it opens when it starts a window is listed.
needed() {
    local root=$1
    mkdir -p "$staging/debian"
    echo "Source: counterpoint" >"$staging/debian/control"
    (cd "$staging" && dpkg-shlibdeps -O "$root/usr/bin/counterpoint" | sed -n 's/^shlibs:Depends=//p')
    echo ", libgl1, libegl1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon0, libxkbcommon-x11-0"
}

dated() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

debian_package() {
    local root=$staging/deb
    install_into "$root/usr"
    mkdir -p "$root/DEBIAN"
    cat >"$root/DEBIAN/control" <<CONTROL
Package: counterpoint
Version: $version
Architecture: $architecture
Maintainer: The Counterpoint authors <counterpoint@localhost>
Section: text
Priority: optional
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $(needed "$root" | tr -d '\n')
Recommends: libgl1-mesa-dri, xdg-desktop-portal | zenity
Description: compare how news articles tell the same story
 Counterpoint opens article files, sets them side by side, marks the people,
 organizations and places that they share, and marks the statements that do
 not go together, with the reason why. It works offline.
CONTROL
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
    dated "$root"
    dpkg-deb --root-owner-group -Zxz --build "$root" "$dist/counterpoint_${version}_$architecture.deb" >/dev/null
}

portable_archive() {
    local name root
    name=counterpoint-$version-$(uname -m)-linux
    root=$staging/$name
    install_into "$root"
    dated "$root"
    tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
        --directory "$staging" "$name" | xz -T1 -9 >"$dist/$name.tar.xz"
}

debian_package
portable_archive
rm -rf "$staging"
(cd "$dist" && sha256sum counterpoint*)
