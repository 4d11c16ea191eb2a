#!/usr/bin/env bash
# Checks the dependencies against deny.toml with nothing but cargo: their licenses, the banned names, their registry.
# For machines without cargo-deny, which checks the same and the license texts too.
set -euo pipefail
cd "$(dirname "$0")/.."

allowed=$(sed -n '/^allow = \[/,/^\]/p' deny.toml | grep -o '^ *"[^"]*"' | tr -d ' "' )
banned=$(grep -o '{ name = "[^"]*"' deny.toml | cut -d'"' -f2)
failed=0

# A license expression becomes arithmetic: OR adds, AND multiplies, an allowed license is 1.
permits() {
    local words sum='' word
    words=$(sed -e 's/ WITH /WITH/g' -e 's,/, OR ,g' -e 's/[()]/ & /g' <<<"$1")
    for word in $words; do
        case $word in
            OR) sum+='+' ;;
            AND) sum+='*' ;;
            '(' | ')') sum+=$word ;;
            *) grep -qxF -- "$word" <<<"$allowed" && sum+=1 || sum+=0 ;;
        esac
    done
    [ -n "$sum" ] && [ $((sum)) -gt 0 ]
}

tree=$(cargo tree --locked --all-features --target all -e normal,build --prefix none --no-dedupe \
    --format '{l}|{p}' | sort -u)
while IFS='|' read -r license package; do
    name=${package%% *}
    if ! permits "$license"; then
        echo "license not allowed in deny.toml: ${license:-none stated}: $package"
        failed=1
    fi
    if grep -qxF -- "$name" <<<"$banned"; then
        echo "banned in deny.toml: $name"
        failed=1
    fi
done <<<"$tree"

if grep '^source = ' Cargo.lock | grep -v '"registry+'; then
    echo "from an unknown source: the lines above, in Cargo.lock"
    failed=1
fi
[ $failed = 0 ] && echo "$(wc -l <<<"$tree") packages, all as deny.toml wants"
exit $failed
