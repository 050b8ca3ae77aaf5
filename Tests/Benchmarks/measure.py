"""The measurements, each on a freshly started peer."""

import json
import os
import resource
import socket
import statistics
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

from peers import HEALTH, HERE, BenchmarkError, Running, connect, exchange, module_body, request_bytes

CREATE_PATH = "/api/v2/actions/modules"
WARM_UP_SECONDS = 1
PIPELINED_REQUESTS = 32
CONNECTIONS_PER_SOURCE = 5000


def create_request(name):
    return request_bytes("POST", CREATE_PATH, module_body(name))


def run_wrk(wrk, port, connections, seconds):
    """One run of the load generator: what its script reports, and the CPU seconds it took itself."""
    prefix = os.urandom(4).hex()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    finished = subprocess.run(
        [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", "-s", HERE / "create.lua", f"http://127.0.0.1:{port}",
         "--", prefix, module_body("@name@")],
        capture_output=True, text=True, timeout=seconds + 30)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = [line for line in finished.stdout.splitlines() if line.startswith("RESULT ")]
    if finished.returncode != 0 or not lines:
        raise BenchmarkError(f"wrk failed: {(finished.stdout + finished.stderr)[-500:]}")
    result = json.loads(lines[0].removeprefix("RESULT "))
    result["cpu_seconds"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return result


def cores_cpu_seconds(cores):
    """What all processes together ran on these cores, and what the hypervisor took from them."""
    ticks = 0
    for line in Path("/proc/stat").read_text().splitlines():
        name, *fields = line.split()
        if name in {f"cpu{core}" for core in cores}:
            user, nice, system, _idle, _wait, _irq, _softirq, steal, *_ = map(int, fields)
            ticks += user + nice + system + steal
    return ticks / os.sysconf("SC_CLK_TCK")


def require_created(server, moment):
    with connect(server.port) as connection:
        status = exchange(connection, create_request(f"probe-{moment}-{os.urandom(4).hex()}"))[0]
    if status != 201:
        raise BenchmarkError(f"{server.peer.title} answered a create {moment} the load with {status}, not 201")


def load(peer, core, scratch, wrk, connections, seconds):
    """One round: requests a second, CPU a request and latency under a closed loop of creates."""
    cores = {core} | os.sched_getaffinity(0)  # the server's and ours, which the load generator inherits
    with Running(peer, core, scratch) as server:
        require_created(server, "before")
        # Just-in-time compilers and allocators settle here; the same second for everyone.
        warm_up = run_wrk(wrk, server.port, connections, WARM_UP_SECONDS)
        all_before, cpu_before = cores_cpu_seconds(cores), server.cpu_seconds()
        result = run_wrk(wrk, server.port, connections, seconds)
        cpu, everything = server.cpu_seconds() - cpu_before, cores_cpu_seconds(cores) - all_before
        require_created(server, "after")
    for part in (warm_up, result):
        if any(part["errors"].values()) or part["requests"] == 0:
            raise BenchmarkError(f"{peer.title} under load: {part['requests']} answers, errors {part['errors']}")
    elapsed = result["microseconds"] / 1e6
    return {
        "requests_per_second": result["requests"] / elapsed,
        "cpu_us_per_request": cpu * 1e6 / result["requests"],
        "p50_ms": result["p50_us"] / 1000,
        "p99_ms": result["p99_us"] / 1000,
        "server_busy": cpu / elapsed,
        "load_busy": result["cpu_seconds"] / elapsed,
        "others_busy": max(0.0, everything - cpu - result["cpu_seconds"]) / elapsed,
    }


def idle_memory(peer, core, scratch, count):
    """Resident bytes at rest, and the anonymous bytes each connection adds that has made one request and idles."""
    with Running(peer, core, scratch) as server, ExitStack() as stack:
        resident = server.memory_bytes("VmRSS")
        # What the first connections allocate once is not what a connection costs.
        for _ in range(100):
            with connect(server.port) as connection:
                exchange(connection, HEALTH)
        before = server.memory_bytes("RssAnon")
        connections = []
        for index in range(count):
            # A source address has fewer client ports than we may want connections.
            source = f"127.0.0.{2 + index // CONNECTIONS_PER_SOURCE}"
            connections.append(stack.enter_context(connect(server.port, source)))
            if exchange(connections[-1], HEALTH) != [peer.health_status]:
                raise BenchmarkError(f"{peer.title} refused connection {index + 1} of {count}")
        time.sleep(0.3)
        grown = server.memory_bytes("RssAnon") - before
        for connection in connections:
            connection.setblocking(False)
            try:
                connection.recv(1, socket.MSG_PEEK)
            except BlockingIOError:
                continue
            raise BenchmarkError(f"{peer.title} closed idle connections during the measurement")
    return {"resident_bytes": resident, "connections": count, "bytes_per_connection": grown / count}


def stored_memory(peer, core, scratch, count):
    """The anonymous bytes each stored module adds."""
    with Running(peer, core, scratch) as server, connect(server.port) as connection:
        create_many(peer, connection, "first", PIPELINED_REQUESTS)
        before = server.memory_bytes("RssAnon")
        create_many(peer, connection, "stored", count)
        grown = server.memory_bytes("RssAnon") - before
    return {"modules": count, "bytes_per_module": grown / count}


def create_many(peer, connection, prefix, count):
    for start in range(0, count, PIPELINED_REQUESTS):
        names = [f"{prefix}-{index:09d}" for index in range(start, min(start + PIPELINED_REQUESTS, count))]
        statuses = exchange(connection, b"".join(map(create_request, names)), len(names))
        if set(statuses) != {201}:
            raise BenchmarkError(f"{peer.title} answered creates with {sorted(set(statuses))}, not 201 alone")


def start_up(peer, core, scratch, count):
    """Milliseconds from fork to the first complete answer of the health route, polled without a pause."""
    samples = []
    for _ in range(count):
        with Running(peer, core, scratch) as server:
            samples.append(server.first_answer_seconds * 1000)
    return {"median_ms": statistics.median(samples), "lowest_ms": min(samples), "highest_ms": max(samples),
            "starts": count}
