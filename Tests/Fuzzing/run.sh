#!/usr/bin/env bash
# Builds the fuzzers and gives each some seconds: Tests/Fuzzing/run.sh [SECONDS [NAME...]]
#
# A first run begins with Tests/Fuzzing/corpus, a line of base64 for each input. What a run has found of interest is kept
# in .build-fuzzing/corpus, and the next begins with it; keep.sh brings it back into the lines. An input that breaks a
# promise is written to .build-fuzzing/found and named; the end is `N passed, N failed`.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-10}
shift || true
names=("$@")
if [ ${#names[@]} -eq 0 ]; then names=(json http1 http2 target token seed yaml pattern fault query); fi
build=$PWD/.build-fuzzing
fuzz=$build/release/fuzz

# What a crash of an instrumented Swift program leaves is the input, not an interactive backtrace; and libraries keep
# memory to the end that LeakSanitizer would take for lost.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0

swift build --package-path Tests/Fuzzing --scratch-path "$build" -c release --product fuzz >"$build.log" 2>&1 || {
    cat "$build.log"
    exit 1
}
rm -f "$build.log"
mkdir -p "$build/found"

# begin_corpus NAME FOLDER: fills a corpus that is not there yet.
begin_corpus() {
    local line number=0
    if [ -d "$2" ]; then return; fi
    mkdir -p "$2"
    while read -r line; do
        number=$((number + 1))
        base64 -d <<<"$line" >"$2/kept-$number"
    done <"Tests/Fuzzing/corpus/$1.txt"
}

passed=0 failed=0
for name in "${names[@]}"; do
    corpus=$build/corpus/$name log=$build/$name.log
    begin_corpus "$name" "$corpus"
    status=0
    timeout -k 5 $((seconds + 60)) "$fuzz" "$name" -max_total_time="$seconds" -max_len=2048 -timeout=5 \
        -rss_limit_mb=2048 -artifact_prefix="$build/found/$name-" "$corpus" >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -eq 0 ] && grep -q 'DONE   cov: ' "$log"; then
        passed=$((passed + 1))
        printf '%-8s %s\n' "$name" "$(grep 'DONE   cov: ' "$log" | sed 's/.*#\([0-9]*\)[[:space:]]*DONE/\1 executions,/')"
    else
        failed=$((failed + 1))
        printf '%-8s FAILED (%d), see %s\n' "$name" "$status" "$log"
        grep -E 'Fatal error|Precondition|ERROR:|Test unit written|SUMMARY' "$log" || true
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
