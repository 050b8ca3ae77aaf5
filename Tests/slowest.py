#!/usr/bin/env python3
"""Runs the tests and tells at the end which took longest: `make test ARGS=--slowest`.

    Tests/slowest.py COMMAND...      runs it, shows what it prints, and ends as it ends

`make` has tests run one after the other for this: side by side, a test's seconds are those that it waited for its turn, too.
"""

import re
import subprocess
import sys

SHOWN = 20
LINE = re.compile(r"(Test|Suite) (.+?) (?:passed|failed) after ([0-9.]+) seconds")


def print_longest(kind, seconds):
    print(f"\nSlowest {kind.lower()}s, of {len(seconds)}:")
    for name, duration in sorted(seconds.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"{duration:8.2f} s  {name}")


def main():
    durations = {"Suite": {}, "Test": {}}
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True, errors="replace")
    for line in process.stdout:
        print(line, end="", flush=True)
        if (found := LINE.search(line)) and not found[2].startswith("run with"):
            kind, name, seconds = found.groups()
            durations[kind][name] = max(float(seconds), durations[kind].get(name, 0))
    for kind, seconds in durations.items():
        print_longest(kind, seconds)
    sys.exit(process.wait())


main()
