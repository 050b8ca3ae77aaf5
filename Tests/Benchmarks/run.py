#!/usr/bin/env python3
"""Measures LocalTenant beside its floor and its peers. README.md says how to read the result."""

import argparse
import json
import os
import platform
import resource
import shutil
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' directory stays clean
import measure
from peers import BenchmarkError, find_peers

PACKAGE = Path(__file__).resolve().parents[2]

LOAD_COLUMNS = [  # key, heading, decimals
    ("requests_per_second", "req/s", 0),
    ("cpu_us_per_request", "CPU µs/req", 2),
    ("p50_ms", "p50 ms", 2),
    ("p99_ms", "p99 ms", 2),
    ("server_busy", "server core", 2),
    ("load_busy", "load core", 2),
    ("others_busy", "others", 2),
]
RATIO_COLUMNS = [  # measure, against whom, heading
    ("cpu_us_per_request", "floor", "CPU ÷ floor"),
    ("p99_ms", "floor", "p99 ÷ floor"),
    ("requests_per_second", "nginx", "req/s ÷ nginx"),
    ("requests_per_second", "node", "req/s ÷ Node"),
    ("requests_per_second", "fastapi", "req/s ÷ FastAPI"),
    ("requests_per_second", "wiremock", "req/s ÷ WireMock"),
]
OTHERS_BUSY_MAX = 0.05  # of one core; above it a round measured the neighbours too


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=PACKAGE / ".build/release/localtenant")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5, help="of load for each peer and round")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write everything as JSON")
    parser.add_argument("--quick", action="store_true", help="1 round of 2 s and smaller counts: does it run at all")
    arguments = parser.parse_args()
    if not (1 <= arguments.rounds <= 100 and 1 <= arguments.seconds <= 600 and 1 <= arguments.connections <= 5000):
        parser.error("--rounds 1...100, --seconds 1...600, --connections 1...5000")
    if arguments.quick:
        arguments.rounds, arguments.seconds = 1, 2
    arguments.idle_connections = 10_000
    arguments.modules = 10_000 if arguments.quick else 100_000
    arguments.starts = 5 if arguments.quick else 20
    return arguments


def raise_descriptor_limit(wanted):
    """Both ends of an idle connection need a descriptor each; the peers inherit the limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, max(wanted, hard)))
        except (ValueError, OSError):
            raise BenchmarkError(f"needs {wanted} open files, the limit is {hard} (ulimit -Hn)") from None


def progress(text):
    print(f"  {text}", file=sys.stderr, flush=True)


def run_rounds(peers, arguments, server_core, scratch):
    """Peers take turns within a round, so that a slow minute of the machine hits all of them."""
    wrk = shutil.which("wrk")
    if wrk is None or not peers:
        return []
    rounds = []
    for number in range(1, arguments.rounds + 1):
        rounds.append({})
        for peer in peers:
            progress(f"round {number} of {arguments.rounds}: {peer.title}")
            rounds[-1][peer.key] = measure.load(peer, server_core, scratch, wrk,
                                                arguments.connections, arguments.seconds)
    return rounds


def run_single(peers, arguments, server_core, scratch):
    """What needs no rounds: memory and start-up, by peer."""
    results = {}
    for peer in peers:
        progress(f"memory and start: {peer.title}")
        results[peer.key] = {
            "idle": measure.idle_memory(peer, server_core, scratch, arguments.idle_connections),
            "start": measure.start_up(peer, server_core, scratch, arguments.starts),
        }
        if peer.key in ("localtenant", "node", "fastapi"):  # the others store nothing
            results[peer.key]["stored"] = measure.stored_memory(peer, server_core, scratch, arguments.modules)
    return results


def summary(values):
    return {"median": statistics.median(values), "lowest": min(values), "highest": max(values)}


def summarise(peers, rounds):
    """Medians over the rounds, and ratios taken within each round before their median."""
    keys = [peer.key for peer in peers]
    medians = {key: {column: summary([one[key][column] for one in rounds]) for column, *_ in LOAD_COLUMNS}
               for key in keys}
    ratios = {key: {heading: summary([one[key][column] / one[base][column] for one in rounds])
                    for column, base, heading in RATIO_COLUMNS if base in keys and base != key}
              for key in keys}
    return medians, ratios


def spread(value, decimals):
    """The median and, in brackets, the range over the rounds."""
    median, lowest, highest = (f"{value[part]:,.{decimals}f}" for part in ("median", "lowest", "highest"))
    return f"{median} [{lowest}–{highest}]" if lowest != highest else median


def print_table(title, headings, rows):
    print(f"\n{title}\n")
    table = [["", *headings], *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join([row[0].ljust(widths[0]), *cells]).rstrip())


def print_load(peers, arguments, medians, ratios):
    print_table(f"POST {measure.CREATE_PATH}, {arguments.connections} connections, {arguments.rounds} round(s) of "
                f"{arguments.seconds} s, one core each for server and load; median [range]",
                [heading for _, heading, _ in LOAD_COLUMNS],
                [[peer.title, *(spread(medians[peer.key][column], decimals) for column, _, decimals in LOAD_COLUMNS)]
                 for peer in peers])
    print_table("Ratios within each round; median [range]", [heading for *_, heading in RATIO_COLUMNS],
                [[peer.title, *(spread(ratios[peer.key][heading], 2) if heading in ratios[peer.key] else "–"
                                for *_, heading in RATIO_COLUMNS)] for peer in peers])
    print_noise(arguments, medians)


def print_noise(arguments, medians):
    if arguments.rounds == 1:
        print("\nNoise: unknown after a single round.")
        return
    widest = []
    for column, heading, _ in LOAD_COLUMNS[:4]:  # the shares of a core behind them explain, they are no results
        ranges = [(value[column]["highest"] - value[column]["lowest"]) / value[column]["median"]
                  for value in medians.values()]
        widest.append(f"{heading} {max(ranges):.0%}")
    print("\nNoise (widest range of any peer, as part of its median): " + ", ".join(widest)
          + ".\nA difference smaller than that is no difference.")
    if max(value["others_busy"]["highest"] for value in medians.values()) > OTHERS_BUSY_MAX:
        print(f"Other programs took over {OTHERS_BUSY_MAX:.0%} of a core in some round: repeat on a quiet machine.")


def print_single(peers, arguments, results):
    rows = []
    for peer in peers:
        result = results[peer.key]
        start, stored = result["start"], result.get("stored")
        rows.append([peer.title, f"{result['idle']['resident_bytes'] / 1e6:.1f}",
                     f"{result['idle']['bytes_per_connection']:,.0f}",
                     f"{stored['bytes_per_module']:,.0f}" if stored else "–",
                     f"{start['median_ms']:.1f} [{start['lowest_ms']:.1f}–{start['highest_ms']:.1f}]"])
    print_table(f"Memory and start ({arguments.idle_connections:,} idle connections, {arguments.modules:,} modules, "
                f"{arguments.starts} starts)",
                ["RSS idle MB", "B/idle connection", "B/stored module", "start to first answer ms"], rows)


def machine():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {"cpu": models[0] if models else platform.machine(), "cores": os.cpu_count(),
            "kernel": platform.release(), "load_before": os.getloadavg()[0]}


def run(arguments, scratch):
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        raise BenchmarkError("needs two cores: one for the server, one for the load")
    server_core, load_core = cores[:2]
    os.sched_setaffinity(0, {load_core})  # this program and the load generator it starts
    raise_descriptor_limit(arguments.idle_connections + 1000)
    report = {"machine": machine(), "taken_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
              "parameters": {key: value for key, value in vars(arguments).items() if isinstance(value, int)}}
    print("{cpu}, {cores} cores, Linux {kernel}, load average {load_before:.2f}".format(**report["machine"]))

    peers, skipped = find_peers(arguments.program, scratch)
    if shutil.which("wrk") is None:
        skipped.append("load: not installed (apt-get install wrk)")
    for line in skipped:
        print(f"skipped: {line}")

    rounds = run_rounds(peers, arguments, server_core, scratch)
    if rounds:
        medians, ratios = summarise(peers, rounds)
        print_load(peers, arguments, medians, ratios)
        report |= {"rounds": rounds, "load": medians, "ratios": ratios}
    report |= {"single": run_single(peers, arguments, server_core, scratch), "skipped": skipped}
    print_single(peers, arguments, report["single"])
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")


def main():
    arguments = parse_arguments()
    sys.stdout.reconfigure(line_buffering=True)  # tables appear in order with the progress, also in a file
    # SIGTERM leaves through the same doors as Ctrl-C: every `with` stops what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="localtenant-bench-") as scratch:
        try:
            run(arguments, scratch)
        except BenchmarkError as error:
            sys.exit(f"benchmark failed: {error}")
        except KeyboardInterrupt:
            sys.exit(130)


if __name__ == "__main__":
    main()
