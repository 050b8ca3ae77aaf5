#!/usr/bin/env python3
"""Writes the table of families of Reference/Operations: what each has, what it lacks, and how it fares against the real service's answers.

    fidelity.py [--program FILE] [--jobs N]    replays the recordings against a server of its own; 77 without them
    fidelity.py --columns                      replays nothing: evidence and score stay what they are

Operations are counted in Sources/Families/Generated, what a family lacks is said in Sources/Families/Declared; a test
holds the page to both. Evidence and score are of exchanges since 2025, each on a tenant that has the defaults of its day.
"""

import argparse
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
REPLAY = SHARED / "tools" / "replay.py"
FAMILIES = ROOT / "Sources" / "Families"
PAGE = ROOT / "Sources/localtenant/Documentation.docc/Reference/Operations.md"
MARKS = "<!-- families, by make fidelity -->", "<!-- end of families -->"
SINCE = "2025-01-01"
FIRST = 'PATCH /__admin/settings {"as_of":"{day}"}'
# What a tally of recordings calls otherwise than paths do.
ALIASES = {"modules": "actions"}
NONE = "–"


class Trouble(Exception):
    """What must not be, in words."""


def operations():
    """How many operations each family has, and its name in Swift, by its name in paths."""
    found = {}
    for file in sorted((FAMILIES / "Generated").glob("*.swift")):
        made = re.search(
            r'static let (\w+) = GeneratedFamily\(\s*name: "([^"]+)".*?operations: """\n(.*?)\n *"""', file.read_text(),
            re.DOTALL)
        if made:
            found[made[2]] = (len(made[3].split("\n")), made[1])
    return found


def lacks():
    """What families say that they lack, by their names in Swift."""
    texts = [file.read_text() for file in (FAMILIES / "Declared").glob("*.swift")]
    return dict(pair for text in texts for pair in re.findall(r'Family\(\s*\.(\w+), lacks: "([^"]*)"', text))


def replayed(program, jobs):
    """Passed and failed exchanges of each family."""
    recordings = sorted((SHARED / "recordings").glob("*.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        tally = pathlib.Path(folder) / "tally.json"
        replay = [
            sys.executable, REPLAY, *recordings, "--since", SINCE, "--first", FIRST, "--show", "0", "--jobs", str(jobs),
            "--json", tally]
        server = [program, "exec", "--ca-dir", "none", "--limits", "off", "--", "sh", "-c"]
        # Its status says only that something failed, which the score says better. The address comes first.
        script = 'python=$1 replay=$2; shift 2; exec "$python" "$replay" "$LOCALTENANT_URL" "$@"'
        subprocess.run([*server, script, "sh", *replay], check=False, stdin=subprocess.DEVNULL)
        if not tally.exists():
            raise Trouble("the replay came to no end")
        scores = {}
        for name, verdicts in json.loads(tally.read_text())["families"].items():
            passed, failed = scores.get(ALIASES.get(name, name), (0, 0))
            scores[ALIASES.get(name, name)] = (passed + verdicts.get("passed", 0), failed + verdicts.get("failed", 0))
        return scores


def outcome(passed, failed):
    """Evidence and score: what nobody recorded is as the vendor's document has it."""
    judged = passed + failed
    return (f"{judged:,} exchanges", f"{100 * passed / judged:.1f}\u00a0%") if judged else ("specified", NONE)


def outcomes_in(table):
    """Evidence and score as they stand, by family; and the line that sums them up."""
    rows = (line.strip("|` ").split(" | ") for line in table.splitlines())
    summary = re.search(r"^Replayed .*$", table, re.MULTILINE)
    return {row[0].strip("`"): tuple(row[-2:]) for row in rows if len(row) == 5}, summary[0] if summary else ""


def table(counts, missing, outcomes, summary):
    lines = [
        "| Family | Operations | What the real service does and this does not | Evidence | Score |",
        "|---|---|---|---|---|"]
    for name, (count, swift_name) in counts.items():
        evidence, score = outcomes.get(name, outcome(0, 0))
        lines.append(f"| `{name}` | {count} | {missing.get(swift_name, NONE)} | {evidence} | {score} |")
    return "\n".join([*lines, "", summary]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "localtenant")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--columns", action="store_true")
    arguments = parser.parse_args()
    counts = operations()
    if not arguments.columns and not REPLAY.exists():
        print("no ../shared with the recordings beside this folder: nothing replayed")
        return 77
    scores = {} if arguments.columns else replayed(arguments.program, arguments.jobs)
    text = PAGE.read_text()
    head, marked, rest = text.partition(MARKS[0])
    old, ended, tail = rest.partition(MARKS[1])
    if not (marked and ended):
        raise Trouble(f"{PAGE.name} has no place for the table, between {MARKS[0]} and {MARKS[1]}")
    outcomes, summary = outcomes_in(old)
    if scores:
        outcomes = {name: outcome(*score) for name, score in scores.items()}
        evidence, score = outcome(*(sum(scores[name][i] for name in counts if name in scores) for i in (0, 1)))
        summary = f"Replayed on {datetime.date.today()}: of {evidence} in all, {score} passed."
    PAGE.write_text(f"{head}{MARKS[0]}\n\n{table(counts, lacks(), outcomes, summary)}{MARKS[1]}{tail}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(f"fidelity.py: {trouble}")
