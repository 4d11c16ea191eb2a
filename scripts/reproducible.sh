#!/usr/bin/env bash
# Builds the packages of this commit twice, in two folders with two target folders, and compares them: they must be the same bytes.
# Takes two whole release builds, and what scripts/package.sh needs.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# build FOLDER TARGET: the sums of the packages, built in a clone of its own.
build() {
    git clone --quiet . "$scratch/$1"
    CARGO_TARGET_DIR="$scratch/$2" "$scratch/$1/scripts/package.sh" | tail -n 2
}

first=$(build here target)
second=$(build another/place outputs/of/it)
printf '%s\n' "$first"
[ "$first" = "$second" ] || { printf 'the second build differs:\n%s\n' "$second" >&2; exit 1; }
echo "both builds gave the same bytes"
