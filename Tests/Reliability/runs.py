#!/usr/bin/env python3
"""Ten thousand runs of an action in a row, and requests beside ten busy ones: runs.py [COUNT [SECONDS]]

First COUNT (10000) runs, one after the other: how long one takes while a process waits for it, how the server's memory
goes, what processes are left. Then a client reads a module for SECONDS (20), alone and beside ten clients whose actions
do nothing but calculate: how long it waits. The last line is `N passed, N failed`.
"""

import json
import pathlib
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import neighbour
from program import Program, pause, verdict, wait_until

BUSY_CLIENTS = 10
# Of which the ring of kept runs is filled, and what is made once is made.
WARM_UP = 300
# What memory may grow by, and what a run may take of a machine that does nothing else.
GROWTH_MAX, RUN_MILLISECONDS_MAX = 0.02, 10
# Beside busy runs 99 in 100 wait no longer than twice, or a turn of the processor.
WAIT_TIMES_MAX, WAIT_MILLISECONDS_MAX = 2, 5
ACTION = """
const { greet } = require("actions:greeter");
exports.onExecutePostLogin = async (event, api) => {
  console.log(greet(event.user.name));
  for (const end = Date.now() + (event.transaction.busy ?? 0); Date.now() < end;);
  api.idToken.setCustomClaim("https://example.test/name", event.user.name);
};
"""
SEED = {
    "modules": [{"name": "greeter", "publish": True, "code": "exports.greet = (name) => `hi ${name}`;"}],
    "actions": [{"name": "greets", "code": ACTION, "deploy": True,
                 "supported_triggers": [{"id": "post-login", "version": "v3"}],
                 "modules": [{"module_name": "greeter", "module_version_number": 1}]}],
    "bindings": [{"trigger_id": "post-login", "action_name": "greets"}],
}
passed = failed = 0


def judge(what, holds):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'held  ' if holds else 'FAILED'}  {what}", flush=True)


def run(connection, event):
    result = neighbour.ask(connection, "POST", "/__admin/runs", {"trigger": "post-login", "event": event})
    assert result["status"] == "final", result


def children(process):
    """Those that a process has made and that have not been waited for."""
    tasks = pathlib.Path(f"/proc/{process}/task").glob("*/children")
    return {number for task in tasks for number in task.read_text().split()}


def in_a_row(program, count):
    connection = neighbour.dial(program.port)
    for _ in range(WARM_UP):
        run(connection, {"user": {"name": "Ana"}})
    seconds, resident = [], []
    for number in range(count):
        # Who comes later finds the spare process ready.
        pause(0 if number % 10 else 0.1)
        start = time.monotonic()
        run(connection, {"user": {"name": f"user {number}"}})
        if number % 10 == 0:
            seconds.append(time.monotonic() - start)
            resident.append(program.resident_bytes)
    connection.close()
    part = max(1, len(resident) // 10)
    first, last = (statistics.median(some) / 2**20 for some in (resident[:part], resident[-part:]))
    waits = neighbour.summary(seconds)
    judge(f"{count} runs: the server's memory was {first:.1f} MB and is {last:.1f} MB", last <= first * (1 + GROWTH_MAX))
    judge(f"a run with a process that waits takes {waits['p50']} ms, 99 in 100 at most {waits['p99']}",
          waits["p50"] <= RUN_MILLISECONDS_MAX)
    judge("no process is left but the one that waits", wait_until(lambda: len(children(program.process.pid)) <= 1, 10))


def waits_of_reader(port, path, seconds):
    """Reads in a process of its own, so that it waits for nobody but the server."""
    reader = subprocess.Popen([sys.executable, __file__, "--reader", str(port), path], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)
    pause(seconds)
    return json.loads(reader.communicate()[0])


def read(port, path):
    connection, seconds = neighbour.dial(port), []
    while not select.select([sys.stdin], [], [], neighbour.SECONDS_BETWEEN)[0]:
        start = time.monotonic()
        neighbour.ask(connection, "GET", path)
        seconds.append(time.monotonic() - start)
    print(json.dumps(neighbour.summary(seconds)))


def beside_busy_ones(program, seconds):
    modules = json.loads(program.ask("GET", neighbour.MODULES, tenant="neighbour")[1])["modules"]
    path = f"{neighbour.MODULES}/{modules[0]['id']}"
    alone = waits_of_reader(program.port, path, seconds)
    is_over = threading.Event()
    counts = [0] * BUSY_CLIENTS

    def keep_busy(number):
        connection = neighbour.dial(program.port)
        while not is_over.is_set():
            run(connection, {"transaction": {"busy": 200}})
            counts[number] += 1

    threads = [threading.Thread(target=keep_busy, args=(number,)) for number in range(BUSY_CLIENTS)]
    for thread in threads:
        thread.start()
    beside = waits_of_reader(program.port, path, seconds)
    is_over.set()
    for thread in threads:
        thread.join()
    judge(f"GET of a module: 99 in 100 wait {alone['p99']} ms at most alone ({alone['p50']} the median), "
          f"{beside['p99']} ({beside['p50']}) beside {sum(counts)} busy runs of {BUSY_CLIENTS} clients",
          min(counts) > 0 and beside["p99"] <= max(WAIT_MILLISECONDS_MAX, WAIT_TIMES_MAX * alone["p99"]))


def main():
    given = [int(word) for word in sys.argv[1:3]]
    count, seconds = given + [10_000, 20][len(given):]
    node = shutil.which("node")
    if not node:
        sys.exit("no node in PATH, so no action runs")
    with tempfile.TemporaryDirectory() as folder, Program(folder, ["--node", node, "--log-level", "warning"]) as program:
        program.ask("PUT", "/__admin/seed", SEED, tenant="neighbour")
        in_a_row(program, count)
        beside_busy_ones(program, seconds)
        left = children(program.process.pid)
        program.stop()
        judge("none outlives the server", wait_until(lambda: not any(map(is_running, left)), 10))
    sys.exit(verdict(passed, failed))


def is_running(number):
    try:
        return not re.search(r"\) [ZX] ", pathlib.Path(f"/proc/{number}/stat").read_text())
    except OSError:
        return False


if __name__ == "__main__":
    if sys.argv[1:2] == ["--reader"]:
        read(int(sys.argv[2]), sys.argv[3])
    else:
        main()
