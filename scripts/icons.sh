#!/usr/bin/env bash
# Draws the icon in every size that desktops ask for, from the one SVG file. Needs rsvg-convert (librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")/../assets/icon"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" --output "counterpoint-$size.png" counterpoint.svg
done
ls -l counterpoint-*.png
