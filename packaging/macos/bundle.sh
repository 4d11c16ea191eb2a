#!/usr/bin/env bash
# Makes Counterpoint.app of target/release/counterpoint, on macOS. Prepared, and not run by us so far.
set -euo pipefail
cd "$(dirname "$0")/../.."
app=target/dist/Counterpoint.app/Contents
icons=$(mktemp -d)/counterpoint.iconset
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
mkdir -p "$app/MacOS" "$app/Resources" "$icons"
cp target/release/counterpoint "$app/MacOS/"
for size in 16 32 128 256 512; do
    cp "assets/icon/counterpoint-$size.png" "$icons/icon_${size}x$size.png"
done
iconutil --convert icns --output "$app/Resources/counterpoint.icns" "$icons"
cat >"$app/Info.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>CFBundleExecutable</key><string>counterpoint</string>
    <key>CFBundleIconFile</key><string>counterpoint</string>
    <key>CFBundleIdentifier</key><string>local.counterpoint.Counterpoint</string>
    <key>CFBundleName</key><string>Counterpoint</string>
    <key>CFBundlePackageType</key><string>APPL</string>
    <key>CFBundleShortVersionString</key><string>$version</string>
    <key>LSMinimumSystemVersion</key><string>12.0</string>
    <key>NSHighResolutionCapable</key><true/>
</dict>
</plist>
PLIST
echo "target/dist/Counterpoint.app"
