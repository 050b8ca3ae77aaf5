"""HTTP/1.1 as far as measuring takes, and the create that every peer is asked for."""

import json
import socket
import struct


class BenchmarkError(Exception):
    """A measurement that would be wrong: what it says is why."""


CREATE_PATH = "/api/v2/actions/modules"
# A source address has fewer client ports than we may want connections.
CONNECTIONS_PER_SOURCE = 5000

# 300 bytes with the newlines and quotes that make JSON strings cost something.
CODE = (
    'const { format } = require("date-fns");\n/** Shared by the login and signup actions. */\n'
    'exports.stamp = (event) => {\n  const who = event.user && event.user.email || "anonymous";\n'
    '  console.log("seen " + who + " at " + format(new Date(), "yyyy-MM-dd"));\n'
    "  return { who, at: Date.now() };\n};\n// "
).ljust(300, "-")


def module_members(name):
    """What every peer is asked to create: 300 bytes of code, one secret, one dependency."""
    return {
        "name": name,
        "code": CODE,
        "secrets": [{"name": "API_KEY", "value": "not-a-secret"}],
        "dependencies": [{"name": "date-fns", "version": "3.6.0"}],
    }


def compact(members):
    return json.dumps(members, separators=(",", ":"))


def module_body(name):
    return compact(module_members(name))


def client_body(number):
    return compact({"name": f"client-{number:06}", "app_type": "regular_web", "callbacks": ["http://localhost:3000/"],
                    "description": "x" * 100, "client_metadata": {"team": "checkout"}})


def user_body(number):
    return compact({"connection": "Username-Password-Authentication", "email": email(number), "password": "Correct-7",
                    "user_metadata": {"number": number}, "app_metadata": {"plan": "free"}})


def email(number):
    return f"user-{number:06}@example.com"


def user_search(number):
    """The path of a search that an index answers."""
    return f"/api/v2/users?search_engine=v3&q=email:%22{email(number)}%22"


def request_bytes(method, path, body="", host="localhost"):
    head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer t\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}\r\n{body}".encode()


def create_request(name):
    return request_bytes("POST", CREATE_PATH, module_body(name))


HEALTH = request_bytes("GET", "/__admin/health")


def take_answer(buffered):
    """The status of the first complete answer in the buffer and its length, or None while it is incomplete."""
    head_end = buffered.find(b"\r\n\r\n")
    if head_end < 0:
        return None
    head = bytes(buffered[:head_end]).lower()
    if head[9:12] == b"204":
        return 204, head_end + 4
    if b"\r\ntransfer-encoding: chunked" in head:
        last = buffered.find(b"\r\n0\r\n\r\n", head_end + 2)
        return (int(head[9:12]), last + 7) if last >= 0 else None
    _, found, rest = head.partition(b"\r\ncontent-length:")
    if not found:
        raise BenchmarkError(f"an answer without Content-Length: {head[:80]!r}")
    end = head_end + 4 + int(rest.split(b"\r\n", 1)[0])
    return (int(head[9:12]), end) if len(buffered) >= end else None


def answers(connection, request, count=1):
    """Sends the bytes and returns the status and the bytes of each answer to them."""
    connection.sendall(request)
    buffered, taken = bytearray(), []
    while len(taken) < count:
        received = connection.recv(1 << 18)
        if not received:
            raise BenchmarkError("the connection was closed before the answer")
        buffered += received
        while answer := take_answer(buffered):
            status, end = answer
            taken.append((status, bytes(buffered[:end])))
            del buffered[:end]
    return taken


def exchange(connection, request, count=1):
    """Sends the bytes and returns the statuses of the answers to them."""
    return [status for status, _ in answers(connection, request, count)]


def connect(port, number=0):
    """A connection, the one of this number, that ends with a reset: thousands of them leave no port in TIME_WAIT."""
    connection = socket.socket()
    try:
        connection.settimeout(10)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if number:
            connection.bind((f"127.0.0.{2 + number // CONNECTIONS_PER_SOURCE}", 0))
        connection.connect(("127.0.0.1", port))
        return connection
    except BaseException:
        connection.close()
        raise
