#!/usr/bin/env python3
"""A well-behaved client beside an attack: neighbour.py PORT [FRESH [TENANT]]

It asks until its input ends, then tells how long it waited. One connection is kept; each request in FRESH (10; 0:
none) comes on a new one. Printed is JSON: for `all` and for those that were `fresh` the number of requests and p50, p99
and the longest in milliseconds, and what went wrong.
"""

import http.client
import json
import select
import socket
import sys
import time

MODULES = "/api/v2/actions/modules"
FIELDS = {"Authorization": "Bearer any", "Content-Type": "application/json", "x-localtenant-tenant": "neighbour"}
SECONDS_BETWEEN = 0.008


def dial(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.connect()
    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def ask(connection, method, path, body=None, status=200):
    connection.request(method, path, json.dumps(body) if body else None, FIELDS)
    response = connection.getresponse()
    content = response.read()
    if response.status != status:
        raise http.client.HTTPException(f"{method} {path}: {response.status} instead of {status}")
    return json.loads(content) if content else None


def requests(number=0):
    """Modules that are made, read, changed and deleted without end: what to ask; the generator is sent the answers."""
    while True:
        number += 1
        module = yield "POST", MODULES, {"name": f"module-{number}", "code": "exports.a = 1;"}, 201
        path = f"{MODULES}/{module['id']}"
        yield "GET", path, None, 200
        yield "PATCH", path, {"code": "exports.b = 2;"}, 200
        yield "GET", MODULES, None, 200
        yield "DELETE", path, None, 204


def summary(seconds):
    ordered = sorted(seconds)

    def at(part):
        return round(ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000, 2) if ordered else 0

    return {"count": len(ordered), "p50": at(0.5), "p99": at(0.99), "max": at(1)}


def main():
    port, fresh_each = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    if len(sys.argv) > 3:
        FIELDS["x-localtenant-tenant"] = sys.argv[3]
    kept, fresh, troubles = [], [], []
    connection, plan = None, requests()
    wanted, count, number = next(plan), 0, 0
    while not select.select([sys.stdin], [], [], SECONDS_BETWEEN)[0]:
        count += 1
        start = time.monotonic()
        try:
            if fresh_each and count % fresh_each == 0:
                other = dial(port)
                ask(other, "GET", MODULES)
                fresh.append(time.monotonic() - start)
                other.close()
                continue
            connection = connection or dial(port)
            answer = ask(connection, *wanted)
            kept.append(time.monotonic() - start)
            wanted = plan.send(answer)
        except (OSError, http.client.HTTPException) as error:
            troubles.append(repr(error))
            # It begins anew: what became of the module in hand is not known.
            connection, plan = None, requests(number := number + 100_000)
            wanted = next(plan)
    print(json.dumps({"all": summary(kept + fresh), "fresh": summary(fresh), "troubles": troubles}))


if __name__ == "__main__":
    main()
