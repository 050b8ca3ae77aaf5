"""How the cost of a request grows: with modules, tenants, connections, versions, the size of a body, and loops.

A cost is the server's CPU microseconds a request at each size, of its threads' run time, so that other programs count
little. No operation may grow with what it does not return.
"""

import json
import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Callable

from measure import PIPELINED_REQUESTS, TENANT_AFTER_WARM_UP, create_many, run_wrk
from peers import bare_command, localtenant_command
from running import Peer, Running
from wire import CREATE_PATH, HEALTH, BenchmarkError, answers, client_body, compact, connect, create_request, exchange
from wire import module_members, request_bytes, user_body, user_search

# What is sent before answers are taken must fit into the sockets' buffers.
BATCH_BYTES_MAX = 64 * 1024
BODY_BYTES_ROUND = 16 * 1024 * 1024
WARM_UP = 500
SEPARATOR = b"\r\n\r\n"
# As many modules as a tenant may have.
CREATES_EACH = 100


PEER = Peer("scaled", "LocalTenant", lambda *_: [])


class Server:
    """What is measured, with a connection that sends batches."""

    def __init__(self, command, cores, scratch, health_status=200):
        self.running = Running(Peer("scaled", PEER.title, command, health_status=health_status), cores, scratch)
        self.port = self.running.port

    def __enter__(self):
        self.running.__enter__()
        self.connection = connect(self.port)
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.running.stop()

    def answers(self, requests):
        """The answers to pipelined requests, each of which must have succeeded."""
        taken, size = [], max(1, min(PIPELINED_REQUESTS, BATCH_BYTES_MAX // max(map(len, requests))))
        for start in range(0, len(requests), size):
            batch = requests[start:start + size]
            for status, answer in answers(self.connection, b"".join(batch), len(batch)):
                if status >= 400:
                    raise BenchmarkError(f"answered {status}: {answer[-300:]!r}")
                taken.append(answer)
        return taken

    def cost(self, requests):
        """CPU microseconds for each of these requests."""
        return self.cost_and_answers(requests)[0]

    def cost_and_answers(self, requests):
        before = self.running.run_seconds()
        taken = self.answers(requests)
        return (self.running.run_seconds() - before) * 1e6 / len(requests), taken


    def warm_up(self, count):
        """Memory and caches are got ready by a tenant of its own, so that the first size is not dearer for being it."""
        made = self.answers([for_tenant(create_request(f"warm-{number}"), "warm") for number in range(count)])
        for method, rest, body in ("GET", "", ""), ("PATCH", "", '{"code":"warm"}'), ("POST", "/versions", ""):
            self.answers([for_tenant(request_bytes(method, path + rest, body), "warm") for path in paths(made)])


def paths(created):
    """Those of the modules that these answers tell of."""
    return [f"{CREATE_PATH}/" + re.search(rb'"id":"([0-9a-f-]{36})"', answer)[1].decode() for answer in created]


def for_tenant(request, name):
    return request.replace(b"\r\n", f"\r\nx-localtenant-tenant: {name}\r\n".encode(), 1)


def get(path):
    return request_bytes("GET", path)


def with_modules(start, sizes, count):
    """Each operation, as a tenant's modules grow in number."""
    with start() as server:
        held = 0
        for size in sizes:
            create_many(server.connection, f"held-{size}", size - held)
            held = size
            costs = {}
            costs["create"], made = server.cost_and_answers(
                [create_request(f"new-{size}-{number:06}") for number in range(count)])
            modules = paths(made)
            costs["get"] = server.cost([get(path) for path in modules])
            costs["patch"] = server.cost([request_bytes("PATCH", path, '{"code":"changed"}') for path in modules])
            costs["publish"] = server.cost([request_bytes("POST", f"{path}/versions") for path in modules])
            for name, page in ("first page of 10", 0), ("last page of 10", size // 10 - 1):
                costs[name] = server.cost([get(f"{CREATE_PATH}?per_page=10&page={page}")] * count)
            costs["delete"] = server.cost([request_bytes("DELETE", path) for path in modules])
            yield costs


CLIENTS = "/api/v2/clients"


def with_objects(start, sizes, count):
    """The engine's families by two of them, as a tenant's clients and users grow in number; the rest is as usual."""
    with start(bare=False) as server:
        held = 0
        for size in sizes:
            clients = [request_bytes("POST", CLIENTS, client_body(number)) for number in range(held, size)]
            users = [request_bytes("POST", "/api/v2/users", user_body(number)) for number in range(held, size)]
            server.answers(clients + users)
            held = size
            costs = {}
            costs["client create"], made = server.cost_and_answers(
                [request_bytes("POST", CLIENTS, client_body(1_000_000 + size + number)) for number in range(count)])
            one_each = [f"{CLIENTS}/{json.loads(answer.split(SEPARATOR, 1)[1])['client_id']}" for answer in made]
            costs["client get"] = server.cost([get(path) for path in one_each])
            costs["first page of 10 clients"] = server.cost([get(f"{CLIENTS}?per_page=10&page=0")] * count)
            costs["user search, indexed"] = server.cost(
                [get(user_search(number * 7919 % size)) for number in range(count)])
            server.answers([request_bytes("DELETE", path) for path in one_each])
            yield costs


def with_tenants(start, sizes, count):
    with start() as server:
        held = 0
        for size in sizes:
            server.answers([for_tenant(create_request("only"), f"t{number}") for number in range(held, size)])
            held = size
            requests = [for_tenant(get(CREATE_PATH), f"t{number * 7919 % size}") for number in range(count)]
            yield {"page of 1, in turn": server.cost(requests)}


def with_idle_connections(start, sizes, count):
    with start() as server, ExitStack() as stack:
        server.answers([create_request("only")])
        held = 0
        for size in sizes:
            for number in range(held, size):
                exchange(stack.enter_context(connect(server.port, number)), HEALTH)
            held = size
            yield {"page of 1": server.cost([get(CREATE_PATH)] * count)}


def under_load(server, connections, seconds):
    before = server.running.run_seconds()
    result = run_wrk(server.port, connections, seconds, TENANT_AFTER_WARM_UP)
    return (server.running.run_seconds() - before) * 1e6 / result["requests"], result


def with_busy_connections(start, sizes, seconds):
    """All of them send creates, each the next when the last is answered; the floor tells what the kernel adds."""
    for size in sizes:
        costs = {}
        for name, floor in ("create", False), ("floor (C)", True):
            with start(floor=floor) as server:
                run_wrk(server.port, size, 1)
                costs[name], _ = under_load(server, size, seconds)
        yield costs


def with_loops(start, sizes, seconds):
    """The server has as many cores as loops; where there are no more, the load generator takes its share of them."""
    for loops in sizes:
        with start(loops=loops) as server:
            run_wrk(server.port, 64, 1)
            cost, result = under_load(server, 64, seconds)
            yield {"create": cost, "thousands a second": result["requests"] / result["seconds"] / 1000}


def with_versions(start, sizes, count):
    """Of as many modules as make the measurement long enough, each with so many versions."""
    with start() as server:
        modules = max(20, count // sizes[-1])
        found, published = paths(server.answers([create_request(f"of-{number}") for number in range(modules)])), 0

        def change():
            body = json.dumps({"code": f"version {published}"})
            return server.cost([request_bytes("PATCH", path, body) for path in found])

        def publish():
            return server.cost([request_bytes("POST", f"{path}/versions") for path in found])

        for size in sizes:
            while published < size:
                costs = {"patch": change(), "publish": publish()}
                published += 1
            repeated = [path for path in found for _ in range(count // modules)]
            yield costs | {"get": server.cost([get(path) for path in repeated]),
                           "page of 1 version": server.cost([get(f"{path}/versions?per_page=1") for path in repeated])}


def with_bodies(start, sizes, count):
    """For each KiB of the body, beside what a create costs that has hardly one."""
    with start() as server:
        bare = server.cost([request_bytes("POST", CREATE_PATH, compact({"name": f"bare-{number}", "code": ""}))
                            for number in range(count)])
        for size in sizes:
            rounds = max(20, min(count, BODY_BYTES_ROUND // (size * 1024)))
            cost = server.cost([request_bytes("POST", CREATE_PATH, body_of(size * 1024, f"kib-{size}-{number:04}"))
                                for number in range(rounds)])
            yield {"create, each KiB": (cost - bare) / size}


def body_of(count, name):
    """A create of that many bytes: code as far as the service takes it, then secrets as long as they may be."""
    line = 'const value = "text"; // and a remark on it\n'
    body = module_members(name) | {"code": "", "secrets": [], "dependencies": []}
    room = count - len(compact(body))
    code = min(room, 60 * 1024)
    # Each line takes three bytes more, for what is escaped.
    body["code"] = line * (code // len(compact(line)[1:-1]))
    room = count - len(compact(body))
    while room > 100:
        secret = {"name": f"S{len(body['secrets'])}", "value": ""}
        secret["value"] = "v" * min(4096, room - len(compact(secret)) - 1)
        body["secrets"].append(secret)
        room = count - len(compact(body))
    return compact(body)


@dataclass(frozen=True)
class Curve:
    title: str
    measure: Callable  # from a way to start, sizes and a number of requests or seconds: costs by name for each size
    sizes: tuple
    quick_sizes: tuple
    count: int

    @property
    def needs_wrk(self):
        return self.measure in (with_busy_connections, with_loops)


CURVES = [
    Curve("modules of a tenant", with_modules, (100, 1_000, 10_000, 100_000), (100, 1_000), 2_000),
    Curve("clients and users of a tenant", with_objects, (100, 1_000, 10_000), (100, 500), 500),
    Curve("tenants", with_tenants, (10, 100, 1_000, 10_000), (10, 100), 5_000),
    Curve("connections, idle", with_idle_connections, (1, 100, 1_000, 10_000), (1, 100), 5_000),
    Curve("connections, at work", with_busy_connections, (10, 100, 1_000, 10_000), (10, 100), 2),
    Curve("versions of a module", with_versions, (1, 10, 25, 50), (1, 10), 5_000),
    Curve("KiB of body", with_bodies, (1, 16, 64, 256, 1_023), (1, 64), 1_000),
    Curve("loops", with_loops, (1, 2), (1, 2), 2),
]


@contextmanager
def started(program, cores, scratch, loops=1, floor=False, bare=True):
    """LocalTenant, warm, or the floor, which find_peers has built. It is bare where many objects of a tenant are to
    be held, and where nothing but what grows is to be told."""
    if floor:
        with Server(lambda port, _: [scratch / "floor", port], cores[:1], scratch, health_status=201) as server:
            yield server
    else:
        command = bare_command(program, loops, scratch / "ca") if bare else localtenant_command(program, scratch / "ca")
        with Server(command, cores[:loops], scratch) as server:
            server.warm_up(WARM_UP if bare else CREATES_EACH)
            yield server


def measured(curve, program, cores, scratch, quick):
    """The sizes, and the costs at each of them by name."""
    sizes, rows = curve.quick_sizes if quick else curve.sizes, {}
    for costs in curve.measure(partial(started, program, cores, scratch), sizes, curve.count):
        for name, cost in costs.items():
            rows.setdefault(name, []).append(cost)
    return {"sizes": sizes, "costs": rows}
