"""The measurements, each on a freshly started peer."""

import json
import multiprocessing
import os
import re
import resource
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

from peers import HERE
from running import Running
from wire import CREATE_PATH, HEALTH, BenchmarkError, answers, compact, connect, create_request, exchange
from wire import module_body, module_members

WARM_UP_SECONDS = 1
PIPELINED_REQUESTS = 32
H2_CLIENTS, H2_STREAMS = 16, 20
# As many at once keep both cores at work; TLS is most of what each of them does.
HANDSHAKING_CLIENTS = 4


def generator_seconds():
    """CPU time of the load generators that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cores_cpu_seconds(cores):
    """What all processes together ran on these cores, and what the hypervisor took from them."""
    ticks = 0
    for line in Path("/proc/stat").read_text().splitlines():
        name, *fields = line.split()
        if name in {f"cpu{core}" for core in cores}:
            user, nice, system, _idle, _wait, _irq, _softirq, steal, *_ = map(int, fields)
            ticks += user + nice + system + steal
    return ticks / os.sysconf("SC_CLK_TCK")


def loaded(server, cores, generate):
    """What `generate` reports of its requests, and what both sides and all others took of the cores meanwhile."""
    watched = set(cores) | os.sched_getaffinity(0)  # the server's and ours, which the load generator inherits
    own, everything, served = generator_seconds(), cores_cpu_seconds(watched), server.cpu_seconds()
    result = generate()
    served, own = server.cpu_seconds() - served, generator_seconds() - own
    others = cores_cpu_seconds(watched) - everything - served - own
    if not result["requests"]:
        raise BenchmarkError(f"{server.peer.title} answered nothing under load")
    elapsed = result.pop("seconds")
    return result | {
        "requests_per_second": result["requests"] / elapsed,
        "cpu_us_per_request": served * 1e6 / result["requests"],
        "server_busy": served / elapsed,
        "load_busy": own / elapsed,
        "others_busy": max(0.0, others) / elapsed,
    }


def generator_output(title, command, seconds):
    """What a load generator printed; it may take this long and a while more."""
    finished = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=seconds + 60)
    if finished.returncode != 0:
        raise BenchmarkError(f"{title}: {(finished.stdout + finished.stderr)[-500:]}")
    return finished.stdout


# Where a load begins that follows a warm-up, which has filled the tenants before.
TENANT_AFTER_WARM_UP = 3_000


def run_wrk(port, connections, seconds, tenant=1):
    """Creates as fast as they are answered, a hundred for each tenant from this one on."""
    output = generator_output("wrk", [
        "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", HERE / "create.lua", f"http://127.0.0.1:{port}",
        "--", os.urandom(4).hex(), tenant, module_body("@name@")], seconds)
    found = re.search(r"^RESULT (.*)$", output, re.MULTILINE)
    if not found:
        raise BenchmarkError(f"wrk: {output[-500:]}")
    result = json.loads(found[1])
    errors = result.pop("errors")
    if any(errors.values()):
        raise BenchmarkError(f"errors under load, after {result['requests']} answers: {errors}")
    return result


def require_created(server, moment):
    with connect(server.port) as connection:
        status = exchange(connection, create_request(f"probe-{moment}-{os.urandom(4).hex()}"))[0]
    if status != 201:
        raise BenchmarkError(f"{server.peer.title} answered a create {moment} the load with {status}, not 201")


def load(peer, cores, scratch, connections, seconds):
    """A closed loop of creates over HTTP/1.1: requests a second, CPU a request and latency."""
    with Running(peer, cores, scratch) as server:
        require_created(server, "before")
        # Just-in-time compilers and allocators settle here; the same second for everyone.
        run_wrk(server.port, connections, WARM_UP_SECONDS)
        result = loaded(server, cores, lambda: run_wrk(
            server.port, connections, seconds, TENANT_AFTER_WARM_UP))
        require_created(server, "after")
    return result


def load_h2(peer, cores, scratch, carrier, seconds):
    """The same over HTTP/2. h2load cannot vary a name: it changes one module, with the body of a create."""
    with Running(peer, cores, scratch) as server:
        path = CREATE_PATH
        if peer.stores:
            with connect(server.port) as connection:
                path += "/" + created_id(connection, "patched")
        body = server.directory / "body.json"
        body.write_text(compact({name: value for name, value in module_members("").items() if name != "name"}))
        address = f"{'https' if carrier.startswith('TLS') else 'http'}://127.0.0.1:{server.port}{path}"
        run_h2load(address, body, WARM_UP_SECONDS)
        return loaded(server, cores, lambda: run_h2load(address, body, seconds))


def run_h2load(address, body, seconds):
    output = generator_output("h2load", [
        "h2load", "-D", seconds, "-c", H2_CLIENTS, "-m", H2_STREAMS, "-t", 1, "-d", body, "-H", ":method: PATCH",
        "-H", "authorization: Bearer t", "-H", "content-type: application/json", address], seconds)
    done = re.search(r"(\d+) done, \d+ succeeded, 0 failed, 0 errored, 0 timeout", output)
    # Streams that the end has cut off may have got their status.
    if not done or not re.search(r"\d+ 2xx, 0 3xx, 0 4xx, 0 5xx", output):
        raise BenchmarkError(f"h2load: {output[-800:]}")
    return {"requests": int(done[1]), "seconds": seconds}


def created_id(connection, name):
    status, answer = answers(connection, create_request(name))[0]
    found = re.search(rb'"id":"([0-9a-f-]{36})"', answer)
    if status != 201 or not found:
        raise BenchmarkError(f"a create was answered with {status}")
    return found[1].decode()


def client_context():
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["http/1.1"])
    # What a handshake costs depends on the version more than on the server.
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context


def handshakes(peer, cores, scratch, seconds, resumed):
    """New TLS connections, each for one request: how many a second, and the server's CPU for each."""
    def generate():
        queue = fork.SimpleQueue()
        clients = [fork.Process(target=keep_connecting, args=(server.port, seconds, resumed, queue))
                   for _ in range(HANDSHAKING_CLIENTS)]
        for client in clients:
            client.start()
        counts = [queue.get() for _ in clients]
        for client in clients:
            client.join()
        if failures := [count for count in counts if isinstance(count, str)]:
            raise BenchmarkError(f"{peer.title}, new TLS connections: {failures[0]}")
        return {"requests": sum(counts), "seconds": seconds}

    fork = multiprocessing.get_context("fork")
    with Running(peer, cores, scratch) as server:
        keep_connecting(server.port, WARM_UP_SECONDS / 4, resumed, None)
        return loaded(server, cores, generate)


def keep_connecting(port, seconds, resumed, queue):
    """Connects until the time is over, and puts the number of connections, or what went wrong, into the queue."""
    context, session, count = client_context(), None, 0
    deadline = time.perf_counter() + seconds
    try:
        while time.perf_counter() < deadline:
            with context.wrap_socket(connect(port), session=session if resumed else None) as connection:
                exchange(connection, HEALTH)
                if count and connection.session_reused != resumed:
                    raise BenchmarkError("was not resumed" if resumed else "was resumed")
                session, count = connection.session, count + 1
    except (OSError, BenchmarkError) as error:
        count = str(error)
    if queue:
        queue.put(count)
    elif isinstance(count, str):
        raise BenchmarkError(count)


def idle_memory(peer, cores, scratch, counts, secure=False):
    """Resident bytes at rest, and by the number of connections the anonymous bytes that each of them adds.

    A connection has made one request and idles.
    """
    context = client_context() if secure else None
    with Running(peer, cores, scratch) as server, ExitStack() as stack:
        def open_connection(number):
            connection = connect(server.port, number)
            return context.wrap_socket(connection) if secure else connection

        resident = server.memory_bytes("VmRSS")
        # What the first connections allocate once is not what a connection costs.
        for number in range(100):
            with open_connection(number) as connection:
                exchange(connection, HEALTH)
        before, each = server.memory_bytes("RssAnon"), {}
        connections = []
        for count in counts:
            while len(connections) < count:
                connections.append(stack.enter_context(open_connection(len(connections))))
                status = exchange(connections[-1], HEALTH)[0]
                if status not in (200, peer.health_status):
                    raise BenchmarkError(f"connection {len(connections)} of {count} was answered with {status}")
            time.sleep(0.3)
            each[count] = (server.memory_bytes("RssAnon") - before) / count
        require_open(peer, connections)
    return {"resident_bytes": resident, "bytes_per_connection": each}


def require_open(peer, connections):
    for connection in connections:
        descriptor = socket.socket(fileno=os.dup(connection.fileno()))
        with descriptor:
            descriptor.setblocking(False)
            try:
                closed = not descriptor.recv(1, socket.MSG_PEEK)
            except BlockingIOError:
                continue
            if closed:
                raise BenchmarkError(f"{peer.title} closed idle connections during the measurement")


def used_memory(peer, cores, scratch, count, seconds):
    """Resident bytes after that many creates, or as many as go into the time, and the anonymous bytes each added."""
    with Running(peer, cores, scratch) as server, connect(server.port) as connection:
        create_many(connection, "first", PIPELINED_REQUESTS)
        before = server.memory_bytes("RssAnon")
        created = create_many(connection, "stored", count, time.perf_counter() + seconds)
        grown = server.memory_bytes("RssAnon") - before
        resident = server.memory_bytes("VmRSS")
    result = {"modules": created, "resident_bytes": resident}
    return result | {"bytes_per_module": grown / created} if peer.stores else result


def create_many(connection, prefix, count, deadline=float("inf")):
    """Creates modules in batches, and returns how many they were when the time was over."""
    created = 0
    while created < count and time.perf_counter() < deadline:
        names = [f"{prefix}-{number:09d}" for number in range(created, min(created + PIPELINED_REQUESTS, count))]
        statuses = exchange(connection, b"".join(map(create_request, names)), len(names))
        if set(statuses) != {201}:
            raise BenchmarkError(f"creates were answered with {sorted(set(statuses))}, not 201 alone")
        created += len(names)
    return created


def start_up(peer, cores, scratch, count, seconds):
    """Milliseconds from fork to the first complete answer of the health route, polled without a pause.

    As many starts as go into the time, three at least; they are this measurement's rounds.
    """
    samples, deadline = [], time.perf_counter() + seconds
    while len(samples) < count and (len(samples) < 3 or time.perf_counter() < deadline):
        with Running(peer, cores, scratch) as server:
            samples.append(server.first_answer_seconds * 1000)
    return samples


def missing_generators():
    """By the part of a run that needs it, a line for each load generator that this machine lacks."""
    return {part: f"{part}: {name} is not installed (apt-get install {package})"
            for part, name, package in (("load", "wrk", "wrk"), ("http2", "h2load", "nghttp2-client"))
            if not shutil.which(name)}
