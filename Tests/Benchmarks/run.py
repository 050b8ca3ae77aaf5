#!/usr/bin/env python3
"""Measures LocalTenant beside its floor and its peers. README.md says what is measured and how to read it.

    run.py                 # everything
    run.py load memory     # these parts of it
    run.py --quick         # everything in small: does it still run?
"""

import argparse
import json
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' directory stays clean
import chart
import measure
import report
import scaling
from peers import PACKAGE, find_peers, starters
from wire import BenchmarkError

PARTS = {
    "load": "creates over HTTP/1.1: requests a second, CPU, latency",
    "http2": "the same over h2c and TLS h2",
    "tls": "new TLS connections a second, full and resumed",
    "memory": "idle, of a connection, of a module",
    "start": "from fork to the first answer",
    "scaling": "the cost of a request as things grow in number",
}
DESCRIPTORS = 12_000
# What a measurement may end with; the peer is left out then, and the others go on.
FAILURES = (BenchmarkError, OSError, subprocess.SubprocessError)


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="parts:\n" + "\n".join(f"  {name:8} {text}" for name, text in PARTS.items()))
    parser.add_argument("parts", nargs="*", metavar="PART", help="of those below; none: all")
    parser.add_argument("--program", type=Path, default=PACKAGE / ".build/release/localtenant")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="of load for each peer and round")
    parser.add_argument("--connections", type=int, default=64, help="of the load over HTTP/1.1")
    parser.add_argument("--quick", action="store_true", help="1 round of 1 s and smaller counts")
    parser.add_argument("--output", type=Path, default=PACKAGE / ".build-benchmarks",
                        help="folder for report.json and benchmark.svg")
    parser.add_argument("--publish", action="store_true", help="put picture and figures into Design/Performance, too")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no part {sorted(unknown)[0]}: {', '.join(PARTS)}")
    if not (1 <= arguments.rounds <= 100 and 1 <= arguments.seconds <= 600 and 1 <= arguments.connections <= 5000):
        parser.error("--rounds 1...100, --seconds 1...600, --connections 1...5000")
    if not arguments.program.is_file():
        parser.error(f"{arguments.program} does not exist (swift build -c release --product localtenant)")
    if arguments.quick:
        arguments.rounds, arguments.seconds = 1, 1
    arguments.parts = arguments.parts or list(PARTS)
    if arguments.publish and (arguments.quick or set(arguments.parts) != set(PARTS)):
        parser.error("--publish takes all parts, and not --quick")
    return arguments


class Bench:
    """One run: what is measured, with what, and the report it goes into."""

    def __init__(self, arguments, cores, scratch):
        self.arguments, self.cores, self.scratch = arguments, cores, scratch
        self.server_cores = cores[:1]
        self.peers, skipped = find_peers(arguments.program, scratch)
        self.missing = measure.missing_generators()
        self.failed = False
        self.report = {
            "machine": machine(), "taken_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "rounds": arguments.rounds, "seconds": arguments.seconds, "connections": arguments.connections,
            "titles": {peer.key: peer.title for peer in self.peers}, "skipped": skipped + list(self.missing.values()),
            "contests": {}, "memory": {}, "start": {}, "scaling": {},
        }

    def attempt(self, peer, what, measurement):
        """What the measurement returns; None when it failed, which is told, and takes nothing else with it."""
        print(f"  {what}: {peer.title}", file=sys.stderr, flush=True)
        try:
            return measurement()
        except FAILURES as error:
            why = " ".join(str(error).split())[:300]
            self.report["skipped"].append(f"{peer.title}, {what}: {why}")
            self.failed = self.failed or peer.key in ("localtenant", "bare", "floor", "scaled")
            return None

    def contest(self, carrier, name, columns_of):
        """Peers take turns within a round, so that a slow minute of the machine hits all; each is started anew."""
        peers = [peer for peer in self.peers if carrier in peer.carriers]
        figures = {peer.key: [] for peer in peers}
        for number in range(1, self.arguments.rounds + 1):
            for peer in list(peers):
                what = f"{name}, round {number} of {self.arguments.rounds}"
                result = self.attempt(peer, what, lambda: columns_of(peer))
                if result is None:
                    # Rounds are compared with each other: who misses one is out.
                    peers.remove(peer)
                    del figures[peer.key]
                else:
                    figures[peer.key].append(result)
        self.report["contests"][name] = figures

    def load(self):
        self.contest("HTTP/1.1", "HTTP/1.1", lambda peer: measure.load(
            peer, self.server_cores, self.scratch, self.arguments.connections, self.arguments.seconds))

    def http2(self):
        for carrier in "h2c", "TLS h2":
            self.contest(carrier, carrier, lambda peer: measure.load_h2(
                peer, self.server_cores, self.scratch, carrier, self.arguments.seconds))

    def tls(self):
        for name, resumed in ("new TLS connections", False), ("resumed TLS connections", True):
            self.contest("TLS h2", name, lambda peer: measure.handshakes(
                peer, self.server_cores, self.scratch, self.arguments.seconds, resumed))

    def memory(self):
        quick = self.arguments.quick
        counts, modules, seconds = ((1_000,), 10_000, 2) if quick else ((1_000, 10_000), 100_000, 10)
        where = self.server_cores, self.scratch
        for peer in self.peers:
            if "HTTP/1.1" in peer.carriers:
                found = self.report["memory"].setdefault(peer.key, {})
                found["idle"] = self.attempt(peer, "memory idle", lambda: measure.idle_memory(peer, *where, counts))
                if not peer.limited:
                    found["used"] = self.attempt(
                        peer, "memory after creates", lambda: measure.used_memory(peer, *where, modules, seconds))
            if "TLS h2" in peer.carriers:
                found = self.report["memory"].setdefault(peer.key, {})
                found["idle TLS"] = self.attempt(
                    peer, "memory idle, TLS", lambda: measure.idle_memory(peer, *where, counts[:1], secure=True))

    def start(self):
        count, seconds = (3, 2) if self.arguments.quick else (20, 6)
        more = starters(self.arguments.program, self.scratch, self.report["skipped"])
        self.report["titles"] |= {peer.key: peer.title for peer in more}
        for peer in [peer for peer in self.peers if "HTTP/1.1" in peer.carriers] + more:
            samples = self.attempt(peer, "start", lambda: measure.start_up(
                peer, self.server_cores, self.scratch, count, seconds))
            if samples:
                self.report["start"][peer.key] = samples

    def scaling(self):
        for curve in scaling.CURVES:
            if curve.needs_wrk and "load" in self.missing:
                continue
            result = self.attempt(scaling.PEER, f"scaling, {curve.title}", lambda: scaling.measured(
                curve, self.arguments.program, self.cores, self.scratch, self.arguments.quick))
            if result:
                self.report["scaling"][curve.title] = result

    def run(self):
        for line in self.report["skipped"]:
            print(f"skipped: {line}")
        told = len(self.report["skipped"])
        for part in self.arguments.parts:
            if part not in self.missing:
                getattr(self, part)()
        report.print_all(self.report)
        for line in self.report["skipped"][told:]:
            print(f"skipped: {line}")


def machine():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {"cpu": models[0] if models else platform.machine(), "cores": os.cpu_count(),
            "kernel": platform.release().partition("-")[0], "load_before": os.getloadavg()[0]}


def raise_descriptor_limit(wanted):
    """Both ends of an idle connection need a descriptor each; the peers inherit the limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, max(wanted, hard)))
        except (ValueError, OSError):
            raise BenchmarkError(f"needs {wanted} open files, the limit is {hard} (ulimit -Hn)") from None


def run(arguments, scratch):
    """Everything; true when nothing of our own failed."""
    if platform.system() != "Linux" or len(os.sched_getaffinity(0)) < 2:
        raise BenchmarkError("needs Linux and two cores: one for the server, one for the load")
    cores = sorted(os.sched_getaffinity(0))
    began = time.monotonic()
    raise_descriptor_limit(DESCRIPTORS)
    os.sched_setaffinity(0, cores[-1:])  # this program and the load generators it starts
    bench = Bench(arguments, cores, scratch)
    print("{cpu}, {cores} cores, Linux {kernel}, load average {load_before:.2f}".format(**bench.report["machine"]))
    bench.run()
    arguments.output.mkdir(exist_ok=True)
    (arguments.output / "report.json").write_text(json.dumps(bench.report, indent=2, ensure_ascii=False) + "\n")
    picture = chart.drawn(bench.report)
    (arguments.output / "benchmark.svg").write_text(picture)
    if arguments.publish and not bench.failed:
        report.publish(bench.report, picture, PACKAGE)
    where = os.path.relpath(arguments.output)
    print(f"\n{time.monotonic() - began:,.0f} s; report.json and benchmark.svg are in {where}")
    return not bench.failed


def main():
    arguments = parse_arguments()
    sys.stdout.reconfigure(line_buffering=True)  # tables appear in order with the progress, also in a file
    # SIGTERM leaves through the same doors as Ctrl-C: every `with` stops what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="localtenant-bench-") as scratch:
        try:
            sys.exit(0 if run(arguments, Path(scratch)) else 1)
        except BenchmarkError as error:
            sys.exit(f"benchmark failed: {error}")
        except KeyboardInterrupt:
            sys.exit(130)


if __name__ == "__main__":
    main()
