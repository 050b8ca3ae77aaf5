#!/usr/bin/env bash
# Makes the lines of Tests/Fuzzing/corpus anew of what runs have found: Tests/Fuzzing/keep.sh NAME...
#
# Of inputs below 300 bytes the fewest that reach all that the others reach.
set -euo pipefail
cd "$(dirname "$0")/../.."

build=$PWD/.build-fuzzing
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
for name in "$@"; do
    mkdir "$work/$name.all" "$work/$name.few"
    find "$build/corpus/$name" -type f -size -300c -exec cp {} "$work/$name.all" \;
    # libFuzzer starts itself by its first argument, which is the fuzzer's name.
    printf '#!/bin/sh\nexec "%s" %s "$@"\n' "$build/release/fuzz" "$name" >"$work/$name"
    chmod +x "$work/$name"
    PATH=$work:$PATH "$build/release/fuzz" "$name" -set_cover_merge=1 "$work/$name.few" "$work/$name.all" \
        >"$work/log" 2>&1 </dev/null || { cat "$work/log"; exit 1; }
    for input in "$work/$name.few"/*; do base64 -w 0 "$input" && echo; done |
        awk '{ print length($0) "\t" $0 }' | LC_ALL=C sort -n -k1,1 -k2 | cut -f 2 | sed '/^$/d' >"Tests/Fuzzing/corpus/$name.txt"
    printf '%-8s %d inputs\n' "$name" "$(wc -l <"Tests/Fuzzing/corpus/$name.txt")"
done
