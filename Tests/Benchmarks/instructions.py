#!/usr/bin/env python3
"""Counts the user-space instructions of requests, and holds them against what is stored in instructions.json.

Callgrind counts the same on every machine of a kind, whatever else runs there, so this may gate where a timing may not.
A count that is more than TOLERANCE above the stored one fails; one as far below says that it is time to store it.

    Tests/Benchmarks/instructions.py             # compare
    Tests/Benchmarks/instructions.py --store     # keep what is counted now
"""

import argparse
import json
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' directory stays clean
from http2 import HTTP2Client
from measure import created_id
from peers import PACKAGE
from running import Peer, Running
from wire import CREATE_PATH as MODULES
from wire import BenchmarkError, answers, client_body, connect, exchange, module_body, request_bytes, user_body
from wire import user_search

STORED = Path(__file__).with_name("instructions.json")
TOLERANCE = 0.03
# Every growth of a table and every page of the allocator is spread over this many requests.
WARM_UP, COUNTED = 300, 500
SKIPPED = 77
ROLES, CLIENTS, USERS = "/api/v2/roles", "/api/v2/clients", "/api/v2/users"
# Answers of fifty objects are many instructions, which hardly differ.
FEW = 50


class Counter:
    """The program under callgrind, which counts only while it is told to."""

    def __init__(self, program, scratch, journal=False, log=False):
        def command(port, directory):
            return ["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={directory}/counts",
                    program, "--port", port, "--loops", 1, "--limits", "off", "--tls", "off",
                    "--log-level", "info" if log else "error", "--journal-entries", 1000 if journal else 0]

        self.running = Running(Peer("counted", "LocalTenant under callgrind", command), {0}, scratch)

    def __enter__(self):
        self.running.__enter__()
        return self

    def __exit__(self, *_):
        self.running.stop()

    def control(self, *options):
        subprocess.run(["callgrind_control", *options, str(self.running.process.pid)], check=True, timeout=30,
                       capture_output=True)

    def count(self, send, warm_up=WARM_UP, counted=COUNTED):
        """Instructions a request, for `send(number)` called with numbers that go on."""
        for number in range(warm_up):
            send(number)
        self.control("--instr=on")
        for number in range(warm_up, warm_up + counted):
            send(number)
        self.control("--instr=off")
        self.control("--dump")
        dumps = sorted(self.running.directory.glob("counts.*"), key=lambda path: int(path.suffix[1:]))
        totals = re.search(r"^totals: (\d+)", dumps[-1].read_text(), re.MULTILINE)
        if not int(totals[1]):
            raise BenchmarkError("callgrind counted nothing")
        return round(int(totals[1]) / counted)


def expect(connection, status, method, path, body=""):
    answered = exchange(connection, request_bytes(method, path, body))[0]
    if answered != status:
        raise BenchmarkError(f"{method} {path} answered {answered}, not {status}")


def created_ids(connection, path, member="id"):
    """The ids that a list of the engine shows."""
    (_, body), = answers(connection, request_bytes("GET", f"{path}?per_page=5", ""), 1)
    return [item[member] for item in json.loads(body.split(b"\r\n\r\n", 1)[1])]


def count_all(program, scratch):
    """The counts by the name of what was counted."""
    counts = {}
    with Counter(program, scratch) as counter, connect(counter.running.port) as connection:
        counts["create"] = counter.count(
            lambda number: expect(connection, 201, "POST", MODULES, module_body(f"created-{number:06}")))
        module = created_id(connection, "looked-at")
        counts["get"] = counter.count(lambda _: expect(connection, 200, "GET", f"{MODULES}/{module}"))
        counts["list page of 50"] = counter.count(
            lambda _: expect(connection, 200, "GET", f"{MODULES}?page=1&per_page=50"))
        ids = [created_id(connection, f"published-{number:06}") for number in range(WARM_UP + COUNTED)]
        counts["publish"] = counter.count(
            lambda number: expect(connection, 200, "POST", f"{MODULES}/{ids[number]}/versions"))
        counts["unknown route"] = counter.count(lambda _: expect(connection, 404, "GET", "/api/v2/nowhere"))
        counts["invalid body"] = counter.count(
            lambda _: expect(connection, 400, "POST", MODULES, '{"name":"x","code":1}'))
    # A plain resource of the engine, its bodies as large as a module's.
    with Counter(program, scratch) as counter, connect(counter.running.port) as connection:
        def role(number):
            text = "x" * (len(module_body("")) - 40)
            return json.dumps({"name": f"created-{number:06}", "description": text}, separators=(",", ":"))

        counts["role: create"] = counter.count(lambda number: expect(connection, 200, "POST", ROLES, role(number)))
        ids = created_ids(connection, ROLES)
        counts["role: get"] = counter.count(lambda _: expect(connection, 200, "GET", f"{ROLES}/{ids[0]}"))
        counts["role: patch"] = counter.count(
            lambda number: expect(connection, 200, "PATCH", f"{ROLES}/{ids[0]}", f'{{"name":"changed-{number:06}"}}'))
    count_clients_and_users(counts, program, scratch)
    for name, kept in ("journal on", {"journal": True}), ("journal and log on", {"journal": True, "log": True}):
        with Counter(program, scratch, **kept) as counter, connect(counter.running.port) as connection:
            counts[f"create, {name}"] = counter.count(
                lambda number: expect(connection, 201, "POST", MODULES, module_body(f"created-{number:06}")))
    with Counter(program, scratch) as counter, HTTP2Client(connect(counter.running.port)) as client:
        def create(number):
            status = client.request("POST", MODULES, module_body(f"created-{number:06}").encode())
            if status != 201:
                raise BenchmarkError(f"POST {MODULES} over HTTP/2 answered {status}, not 201")

        counts["create, h2c"] = counter.count(create)
    return counts


def count_clients_and_users(counts, program, scratch):
    """The family with the most rules, and a search through an index."""
    with Counter(program, scratch) as counter, connect(counter.running.port) as connection:
        counts["client: create"] = counter.count(
            lambda number: expect(connection, 201, "POST", CLIENTS, client_body(number)), FEW, 2 * FEW)
        ids = created_ids(connection, CLIENTS, "client_id")
        counts["client: get"] = counter.count(lambda _: expect(connection, 200, "GET", f"{CLIENTS}/{ids[1]}"))
        counts["client: page of 50"] = counter.count(
            lambda _: expect(connection, 200, "GET", f"{CLIENTS}?page=0&per_page=50"), FEW // 5, FEW // 5)
        for number in range(FEW):
            expect(connection, 201, "POST", USERS, user_body(number))
        counts["user: search"] = counter.count(
            lambda number: expect(connection, 200, "GET", user_search(number % FEW)), FEW, 2 * FEW)


def compare(counts, stored):
    """Prints the table; true when nothing is dearer than it may be."""
    holds = True
    print(f"{'instructions a request':24} {'now':>9} {'stored':>9}")
    for name, count in counts.items():
        before = stored.get(name)
        change = count / before - 1 if before else 0
        verdict = ""
        if before is None:
            verdict, holds = "  NOT STORED: --store", False
        elif change > TOLERANCE:
            verdict, holds = "  DEARER", False
        elif change < -TOLERANCE:
            verdict = "  cheaper: --store keeps it so"
        print(f"{name:24} {count:9,} {before or 0:9,} {change:+7.1%}{verdict}")
    for name in stored.keys() - counts.keys():
        print(f"{name:24} {'–':>9} {stored[name]:9,}  NOT COUNTED")
        holds = False
    return holds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=PACKAGE / ".build/release/localtenant")
    parser.add_argument("--store", action="store_true", help="keep what is counted now")
    arguments = parser.parse_args()
    if platform.machine() != "x86_64" or not (shutil.which("valgrind") and shutil.which("callgrind_control")):
        print("instructions are counted on x86_64 with valgrind (apt-get install valgrind): not counted")
        return SKIPPED
    if not arguments.program.is_file():
        print(f"{arguments.program} does not exist (swift build -c release)")
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="localtenant-instructions-") as scratch:
            counts = count_all(arguments.program, scratch)
    except (BenchmarkError, OSError, subprocess.SubprocessError) as error:
        print(f"not counted: {error}")
        return 1
    stored = json.loads(STORED.read_text()) if STORED.exists() else {}
    holds = compare(counts, stored)
    if arguments.store:
        STORED.write_text(json.dumps(counts, indent=2) + "\n")
        return 0
    print("1 passed, 0 failed" if holds else "0 passed, 1 failed")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
