"""Counts what holds and what does not. Each script here ends with `finish()`."""

import sys

passed = failed = 0


def check(what, seen, expected=True):
    global passed, failed
    if seen == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {seen!r}, expected {expected!r}")


def finish():
    """Says how many there were, as the last line, and ends."""
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
