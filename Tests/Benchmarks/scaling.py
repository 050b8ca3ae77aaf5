#!/usr/bin/env python3
"""How the cost of a request grows: with modules, tenants, connections, versions, and the size of a body.

Prints the server's CPU microseconds a request (of its threads' run time, so other programs count little) at each size, and
how much the dearest is over the cheapest. No operation may grow with what it does not return.
"""

import argparse
import json
import platform
import re
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' directory stays clean
from peers import HEALTH, BenchmarkError, Peer, Running, connect, exchange, module_body, request_bytes, take_answer
from measure import CONNECTIONS_PER_SOURCE, CREATE_PATH, create_many
from run import raise_descriptor_limit

PACKAGE = Path(__file__).resolve().parents[2]
BATCH = 32


class Server:
    """The program on a core of its own, with a connection that sends batches."""

    def __init__(self, program, scratch):
        self.peer = Peer("scaled", "LocalTenant", lambda port, _: [
            program, "--port", port, "--loops", 1, "--limits", "off", "--journal-entries", 0, "--log-level", "error",
            "--connections-max", 12_000])
        self.running = Running(self.peer, 0, scratch)

    def __enter__(self):
        self.running.__enter__()
        self.connection = connect(self.running.port)
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.running.stop()

    def run_seconds(self):
        tasks = Path(f"/proc/{self.running.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def answers(self, requests):
        """The bodies of the answers to pipelined requests, each of which must have succeeded."""
        bodies = []
        for start in range(0, len(requests), BATCH):
            batch = requests[start:start + BATCH]
            self.connection.sendall(b"".join(batch))
            buffered, wanted = bytearray(), len(bodies) + len(batch)
            while len(bodies) < wanted:
                received = self.connection.recv(1 << 18)
                if not received:
                    raise BenchmarkError("the connection was closed before the answer")
                buffered += received
                while answer := take_answer(buffered):
                    status, end = answer
                    if status >= 400:
                        raise BenchmarkError(f"answered {status}: {bytes(buffered[:end])!r}")
                    bodies.append(bytes(buffered[:end]).split(b"\r\n\r\n", 1)[1])
                    del buffered[:end]
        return bodies

    def cost(self, requests):
        """CPU microseconds for each of these requests, and the bodies of their answers."""
        before = self.run_seconds()
        bodies = self.answers(requests)
        return (self.run_seconds() - before) * 1e6 / len(requests), bodies


def ids(bodies):
    return [re.search(rb'"id":"([0-9a-f-]{36})"', body)[1].decode() for body in bodies]


def create(name):
    return request_bytes("POST", CREATE_PATH, module_body(name))


def get(path):
    return request_bytes("GET", path)


def with_modules(program, scratch, sizes, count):
    """Each operation, as a tenant's modules grow in number."""
    rows = {}
    with Server(program, scratch) as server:
        held = 0
        for size in sizes:
            create_many(server.peer, server.connection, f"held-{size}", size - held)
            held = size
            costs = {}
            costs["create"], bodies = server.cost([create(f"new-{size}-{number:06}") for number in range(count)])
            made = ids(bodies)
            costs["get"], _ = server.cost([get(f"{CREATE_PATH}/{module}") for module in made])
            costs["patch"], _ = server.cost([
                request_bytes("PATCH", f"{CREATE_PATH}/{module}", '{"code":"changed"}') for module in made])
            costs["publish"], _ = server.cost([
                request_bytes("POST", f"{CREATE_PATH}/{module}/versions") for module in made])
            for name, page in ("first page of 10", 0), ("last page of 10", size // 10 - 1):
                costs[name], _ = server.cost([get(f"{CREATE_PATH}?per_page=10&page={page}")] * count)
            costs["delete"], _ = server.cost([
                request_bytes("DELETE", f"{CREATE_PATH}/{module}") for module in made])
            for name, cost in costs.items():
                rows.setdefault(name, []).append(cost)
    return rows


def with_tenants(program, scratch, sizes, count):
    rows = {"get, in turn": []}
    with Server(program, scratch) as server:
        held = 0
        for size in sizes:
            server.answers([for_tenant(create("only"), number) for number in range(held, size)])
            held = size
            requests = [for_tenant(get(CREATE_PATH), number * 7919 % size) for number in range(count)]
            rows["get, in turn"].append(server.cost(requests)[0])
    return rows


def for_tenant(request, number):
    return request.replace(b"\r\n", b"\r\nx-localtenant-tenant: t%d\r\n" % number, 1)


def with_connections(program, scratch, sizes, count):
    rows = {"get beside idle ones": []}
    with Server(program, scratch) as server, ExitStack() as stack:
        held = 0
        for size in sizes:
            for number in range(held, size):
                source = f"127.0.0.{2 + number // CONNECTIONS_PER_SOURCE}"
                exchange(stack.enter_context(connect(server.running.port, source)), HEALTH)
            held = size
            rows["get beside idle ones"].append(server.cost([get(CREATE_PATH)] * count)[0])
    return rows


def with_versions(program, scratch, sizes, count):
    rows = {"get": [], "publish": [], "page of 1 version": []}
    with Server(program, scratch) as server:
        module = ids(server.answers([create("versioned")]))[0]
        path = f"{CREATE_PATH}/{module}"
        held = 0
        for size in sizes:
            costs = []
            for number in range(held, size):
                server.answers([request_bytes("PATCH", path, json.dumps({"code": f"version {number}"}))])
                costs.append(server.cost([request_bytes("POST", f"{path}/versions")])[0])
            held = size
            rows["publish"].append(min(costs))
            rows["get"].append(server.cost([get(path)] * count)[0])
            rows["page of 1 version"].append(server.cost([get(f"{path}/versions?per_page=1")] * count)[0])
    return rows


def with_bodies(program, scratch, sizes, count):
    """For each KiB of code, beside what a request costs without."""
    rows = {"create, each KiB": []}
    with Server(program, scratch) as server:
        def cost(code, name):
            body = json.loads(module_body("x")) | {"code": code}
            return server.cost([
                request_bytes("POST", CREATE_PATH, json.dumps(body | {"name": f"{name}-{number}"}))
                for number in range(count)])[0]

        bare = cost("", "bare")
        line = 'const value = "text"; // and a remark on it\n'
        for size in sizes:
            code = (line * (size * 1024 // len(line) + 1))[:size * 1024]
            rows["create, each KiB"].append((cost(code, f"kib-{size}") - bare) / size)
    return rows


def show(title, sizes, rows):
    print(f"\n{title:24}" + "".join(f"{size:>10,}" for size in sizes) + "   dearest ÷ cheapest")
    for name, costs in rows.items():
        print(f"  {name:22}" + "".join(f"{cost:10.2f}" for cost in costs) + f"{max(costs) / min(costs):12.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=PACKAGE / ".build/release/localtenant")
    parser.add_argument("--quick", action="store_true", help="smaller sizes: does it run at all")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write everything as JSON")
    arguments = parser.parse_args()
    if platform.system() != "Linux" or not arguments.program.is_file():
        sys.exit(f"needs Linux and {arguments.program} (swift build -c release)")
    raise_descriptor_limit(12_000)
    quick = arguments.quick
    measures = [  # title, what it measures, sizes, requests a point
        ("modules of a tenant", with_modules, [100, 1_000] if quick else [100, 1_000, 10_000, 100_000], 2_000),
        ("tenants", with_tenants, [10, 100] if quick else [10, 100, 1_000, 10_000], 5_000),
        ("idle connections", with_connections, [1, 100] if quick else [1, 100, 1_000, 10_000], 5_000),
        ("versions of a module", with_versions, [1, 10] if quick else [1, 10, 25, 50], 2_000),
        ("KiB of code", with_bodies, [1, 8] if quick else [1, 4, 16, 63], 500),
    ]
    print("Server's CPU µs a request, requests in batches of 32 on one connection")
    results = {}
    try:
        with tempfile.TemporaryDirectory(prefix="localtenant-scaling-") as scratch:
            for title, measure, sizes, count in measures:
                rows = measure(arguments.program, scratch, sizes, count)
                show(title, sizes, rows)
                results[title] = {"sizes": sizes, "microseconds": rows}
    except BenchmarkError as error:
        sys.exit(f"not measured: {error}")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
