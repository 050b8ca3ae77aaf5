#!/usr/bin/env python3
"""The attacks, each a process of its own: attacks.py NAME PORT SECONDS. What became of it is printed as JSON.

An attacker has no more than a core and yields to everybody else: the server is judged, not the machine.
"""

import base64
import json
import os
import pathlib
import random
import selectors
import socket
import ssl
import sys
import time
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import floods  # noqa: E402
import packets  # noqa: E402
from program import pause  # noqa: E402

MODULES = "/api/v2/actions/modules"
HOST = "Host: 127.0.0.1\r\n"
TCP_REPAIR = 19  # of <linux/tcp.h>; Python does not name it


def connect(port, receive_bytes=None):
    connection = socket.socket()
    connection.settimeout(5)
    if receive_bytes:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
    connection.connect(("127.0.0.1", port))
    return connection


def request(method="GET", path=MODULES, body=b"", fields=""):
    head = f"{method} {path} HTTP/1.1\r\n{HOST}Authorization: Bearer any\r\nContent-Type: application/json\r\n{fields}"
    return (head + f"Content-Length: {len(body)}\r\n\r\n").encode() + body


class Herd:
    """Many connections that do the same slowly."""

    def __init__(self, port, count, first=b"", receive_bytes=None):
        self.opened, self.closed, self.statuses = 0, 0, Counter()
        self.selector = selectors.DefaultSelector()
        for _ in range(count):
            connection = connect(port, receive_bytes)
            connection.setblocking(False)
            self.opened += 1
            self.selector.register(connection, selectors.EVENT_READ)
            self.send(connection, first)

    @property
    def open(self):
        return [key.fileobj for key in self.selector.get_map().values()]

    def send(self, connection, piece):
        try:
            connection.send(piece)
        except BlockingIOError:
            pass
        except OSError:
            self.drop(connection)

    def drop(self, connection):
        self.closed += 1
        self.selector.unregister(connection)
        connection.close()

    def tick(self, piece, seconds, reads=True):
        """Everyone sends `piece`, and looks at what comes for some time."""
        for connection in self.open:
            self.send(connection, piece)
        end = time.monotonic() + seconds
        while reads and self.open and (left := end - time.monotonic()) > 0:
            for key, _ in self.selector.select(left):
                self.receive(key.fileobj)
        pause(end - time.monotonic())

    def receive(self, connection):
        try:
            received = connection.recv(65_536)
        except OSError:
            received = b""
        if received.startswith(b"HTTP/1.1 "):
            self.statuses[received[9:12].decode()] += 1
        if not received:
            self.drop(connection)

    def result(self, **more):
        return {"opened": self.opened, "closed": self.closed, "statuses": dict(self.statuses), **more}


def herd(port, seconds, count, first, piece, every=0.5):
    end = time.monotonic() + seconds
    animals = Herd(port, count, first)
    while time.monotonic() < end and animals.open:
        animals.tick(piece, every)
    return animals.result()


def slow_headers(port, seconds):
    return herd(port, seconds, 500, f"GET {MODULES} HTTP/1.1\r\n{HOST}".encode(), b"X-More: 1\r\n")


def slow_bodies(port, seconds):
    return herd(port, seconds, 500, request("POST", body=b" ")[:-1].replace(b"h: 1\r", b"h: 100000\r"), b" ")


def slow_handshakes(port, seconds):
    return herd(port, seconds, 500, bytes.fromhex("1603010200010001fc0303"), b"\x5a")


def slow_readers(port, seconds):
    """They ask for much, again and again, and never read."""
    end = time.monotonic() + seconds
    readers = Herd(port, 200, request() * 50, receive_bytes=4_096)
    while time.monotonic() < end and readers.open:
        readers.tick(request(), 0.5, reads=False)
    # Who was cut off sees so at the next attempt.
    return readers.result()


def large_bodies(port, seconds):
    """They send nearly all of what a request may have, and then nothing."""
    end = time.monotonic() + seconds
    herd = Herd(port, 0)
    body = b" " * 1_000_000
    while time.monotonic() < end and herd.opened < 400:
        try:
            connection = connect(port)
            connection.sendall(request("POST", body=body)[:-1])
        except OSError:
            herd.closed += 1
            continue
        herd.opened += 1
        connection.setblocking(False)
        herd.selector.register(connection, selectors.EVENT_READ)
    while time.monotonic() < end and herd.open:
        herd.tick(b"", 0.2)
    return herd.result()


def idle(port, seconds):
    connections = [connect(port) for _ in range(10_000)]
    pause(seconds)
    return {"opened": len(connections)}


def churn(port, seconds):
    """Connections that come and go, half of them with a reset."""
    end, count = time.monotonic() + seconds, Counter()
    while time.monotonic() < end:
        connection = connect(port)
        kind = random.randrange(4)
        if kind > 0:
            connection.sendall(request())
        if kind > 1:
            connection.recv(65_536)
        if kind % 2:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.close()
        count["opened"] += 1
    return dict(count)


def half_open(port, seconds):
    """Peers that vanish without a word, before a request or amid a handshake; without root they only stay away."""
    end, vanished, kept = time.monotonic() + seconds, 0, []
    for number in range(1_500):
        connection = connect(port)
        if number % 3 == 0:
            connection.send(bytes.fromhex("160301020001"))
        if number % 3 == 1:
            connection.send(b"GET / HT")
        try:
            connection.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
            connection.close()
            vanished += 1
        except OSError:
            kept.append(connection)
    pause(end - time.monotonic())
    return {"opened": 1_500, "vanished": vanished}


def descriptors(port, seconds):
    """More connections than there are descriptors; those in the queue wait."""
    herd = Herd(port, 200, request())
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        herd.tick(b"", 0.2)
    return herd.result()


def ask_in_turn(port, seconds, makes, connections=8):
    """Some connections send what `makes(number)` gives and wait for the answers; new ones where they are closed."""
    end, statuses, number, opened = time.monotonic() + seconds, Counter(), 0, []
    while time.monotonic() < end:
        while len(opened) < connections:
            opened.append(connect(port))
        for connection in list(opened):
            number += 1
            try:
                connection.sendall(makes(number))
                received = connection.recv(65_536)
            except OSError:
                received = b""
            statuses[received[9:12].decode(errors="replace") or "closed"] += 1
            if not received or b"connection: close\r\n" in received:
                opened.remove(connection)
                connection.close()
    return {"sent": number, "statuses": dict(statuses)}


def header_bombs(port, seconds):
    few = "".join(f"X-{n}: {'a' * 600}\r\n" for n in range(90))
    long = f"X: {'a' * 70_000}\r\n"
    many = "X: a\r\n" * 200
    bombs = [request(fields=fields) for fields in (few, long, many)] + [f"GET /{'a' * 20_000} ".encode()]
    return ask_in_turn(port, seconds, lambda number: bombs[number % len(bombs)])


def huge_tokens(port, seconds):
    def part(content):
        return base64.urlsafe_b64encode(content).rstrip(b"=").decode()

    header = part(b'{"alg":"RS256","typ":"JWT","kid":"x"}')
    none = f"{part(json.dumps({'alg': 'none'}).encode())}.{part(json.dumps({'iss': 'x' * 30_000}).encode())}."
    tokens = ["a" * 60_000, "." * 60_000, f"{header}.{part(b'[' * 40_000)}.{'A' * 342}", f"{header}.{part(b'{}')}.AA",
              f"{part(b'[' * 40_000)}.{part(b'{}')}.AA", f"{header}.{part(b'{}')}.{'A' * 50_000}", none]
    sent = [request().replace(b"Bearer any", f"Bearer {token}".encode()) for token in tokens]
    return ask_in_turn(port, seconds, lambda number: sent[number % len(sent)])


def json_bombs(port, seconds):
    size = 900_000
    keys = b"{" + b",".join(b'"k%d":0' % n for n in range(size // 12)) + b"}"
    bombs = [b"[" * size, b'{"a":' * (size // 5), b"[" + b"0," * (size // 2) + b"0]", keys, b"1" * size,
             b'"' + b"\\u0041" * (size // 6) + b'"', b"[" + b"{}," * (size // 3),
             b'{"name":"a","code":"b","secrets":[' + b",".join([b'{"name":"A","value":"b"}'] * 30_000) + b"]}"]
    sent = [request("POST", body=bomb) for bomb in bombs]
    return ask_in_turn(port, seconds, lambda number: sent[number % len(sent)], connections=2)


def tenants(port, seconds):
    return ask_in_turn(port, seconds, lambda number: request(fields=f"x-localtenant-tenant: t{number}\r\n"))


def journal(port, seconds):
    """Large requests to many tenants, so that all that is kept is full, and many rings are."""
    body = json.dumps({"name": 7, "code": "x" * 60_000}).encode()
    small = request("POST", body=b"{}")
    return ask_in_turn(port, seconds, lambda number: request(
        "POST", body=body, fields=f"x-localtenant-tenant: j{number % 3_000}\r\n") if number % 2 else small)


def ceiling(port, seconds):
    """All that takes memory, one after the other."""
    parts = [attack(port, seconds / 3) for attack in (large_bodies, journal, slow_readers)]
    return {"opened": parts[0]["opened"], "closed": parts[0]["closed"], "statuses": parts[1]["statuses"]}


def handshakes(port, seconds):
    """TLS handshakes one after the other, which cost the server more than the client."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        with context.wrap_socket(connect(port), server_hostname=f"t{count}.localhost"):
            count += 1
    return {"opened": count}


ATTACKS = {attack.__name__.replace("_", "-"): attack for attack in (
    slow_headers, slow_bodies, slow_handshakes, slow_readers, large_bodies, idle, churn, half_open, descriptors,
    header_bombs, huge_tokens, json_bombs, tenants, journal, ceiling, handshakes, packets.syn_flood)} | floods.FLOODS


if __name__ == "__main__":
    os.nice(10)
    print(json.dumps(ATTACKS[sys.argv[1]](int(sys.argv[2]), float(sys.argv[3]))))
