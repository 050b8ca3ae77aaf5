#!/usr/bin/env bash
# Runs the tests under a sanitizer of the toolchain, in a build of its own. (Swift has none for undefined behaviour on Linux.)
#
#   Tests/Sanitizers/run.sh thread             data races, in all tests
#   Tests/Sanitizers/run.sh address            reads and writes where there is nothing, in all tests
#   Tests/Sanitizers/run.sh leaks              what C libraries were given and nobody freed
#   Tests/Sanitizers/run.sh thread --filter TLSTests
set -euo pipefail
cd "$(dirname "$0")/../.."

kind=${1:-}
if [ $# -gt 0 ]; then shift; fi
case $kind in
thread | address) sanitizer=$kind ;;
leaks) sanitizer=address ;;
*)
    echo 'say which: thread, address or leaks' >&2
    exit 64
    ;;
esac
build=.build-$sanitizer

# Rooms that call C: OpenSSL, nghttp2, libyaml, the C library; and all of them together in the program's own tests.
if [ "$kind" = leaks ] && [ $# -eq 0 ]; then
    rooms='HTTP2Tests|TLSTests|YAMLTests|TokensTests|FilesTests|HTTPServerTests|AuthenticationAPITests'
    set -- --filter "$rooms|TLSProgramTests"
fi

# The thread sanitizer needs to be shown what a contended Mutex does; mutex.c says why. The check of that comes first.
see_mutexes() {
    mkdir -p "$build"
    clang -O1 -Wall -Werror -fPIC -shared -o "$build/mutex.so" Tests/Sanitizers/mutex.c
    swiftc -swift-version 6 -parse-as-library -sanitize=thread -o "$build/selftest" Tests/Sanitizers/selftest.swift
    export LD_PRELOAD=$PWD/$build/mutex.so
    "$build/selftest"
    local log=$build/selftest.log
    if "$build/selftest" race 2>"$log" || ! grep -q 'WARNING: ThreadSanitizer' "$log"; then
        echo 'the thread sanitizer does not see a race' >&2
        return 1
    fi
}

case $kind in
thread)
    see_mutexes
    export TSAN_OPTIONS=halt_on_error=0:exitcode=66
    ;;
address) export ASAN_OPTIONS=detect_leaks=0 ;;
leaks)
    export ASAN_OPTIONS=detect_leaks=1
    export LSAN_OPTIONS=suppressions=$PWD/Tests/Sanitizers/leaks.txt:print_suppressions=0
    ;;
esac
options=(--disable-xctest --sanitize "$sanitizer" --scratch-path "$build" -Xswiftc -warnings-as-errors)

# All tests go room by room, a process each: what is told stays near what it is about, none waits for long, and a
# process that a sanitizer has filled with its records ends.
rooms() {
    local folder room start status log=$build/room.log passed=0 failed=0
    swift build --build-tests "${options[@]}"
    for folder in Tests/*Tests; do
        room=${folder#Tests/} start=$SECONDS status=0
        swift test --skip-build "${options[@]}" --filter "^$room\\." >"$log" 2>&1 || status=$?
        # A filter that finds nothing is no test that passed.
        if [ "$status" -eq 0 ] && grep -qE 'Test run with [1-9][0-9]* tests? ' "$log"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            cat "$log"
            printf 'FAILED (%s) ' "$status"
        fi
        printf '%s: %d s; %s\n' "$room" $((SECONDS - start)) "$(sed -n 's/.*Test run with/tests:/p' "$log" | tail -1)"
    done
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

if [ $# -eq 0 ]; then rooms; else swift test "${options[@]}" "$@"; fi
