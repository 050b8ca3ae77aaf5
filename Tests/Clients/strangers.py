"""Asks `localtenant health` about listeners that are no server of ours: it must end in time, with a reason.

Usage: strangers.py PROGRAM
"""

import socket
import subprocess
import sys
import threading
import time

from checks import check, finish

program = sys.argv[1]


def serve(answer):
    """A listener on a free port that does `answer` with each connection; returns the port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def loop():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=run, args=(connection,), daemon=True).start()

    def run(connection):
        with connection:
            try:
                answer(connection)
            except OSError:
                pass  # it gave up, as it should

    threading.Thread(target=loop, daemon=True).start()
    return listener.getsockname()[1]


def say(text):
    def answer(connection):
        connection.recv(4096)
        connection.sendall(text)
    return answer


def wait(connection):
    while connection.recv(4096):
        pass


def trickle(connection):
    """A byte now and then, for ever."""
    pause = threading.Event()
    while not pause.wait(0.05):
        connection.sendall(b"H")


def flood(connection):
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


CASES = [
    ("one that never answers", wait, "http", "no answer in time (receive)"),
    ("one that never ends", trickle, "http", "no answer in time (receive)"),
    ("one that never greets", wait, "https", "no answer in time (receive)"),
    ("one that says too much", flood, "http", "the answer is longer than 65536 bytes"),
    ("one that hangs up", lambda connection: None, "http", ""),
    ("one that speaks no HTTP", say(b"220 ready\r\n"), "http", "what answers does not speak HTTP/1.1"),
    ("one that speaks no TLS", say(b"HTTP/1.1 400 Bad Request\r\n\r\n"), "https", "TLS: "),
    ("a 503", say(b"HTTP/1.1 503 No\r\n\r\n"), "http", "/__admin/health is answered with 503"),
    ("another server", say(b"HTTP/1.1 200 OK\r\n\r\nhello"), "http", "what answers there is no server of ours"),
]

subprocess.run([program, "ca"], capture_output=True, check=True)  # https needs one to trust
for name, answer, scheme, reason in CASES:
    url = f"{scheme}://127.0.0.1:{serve(answer)}"
    start = time.monotonic()
    ended = subprocess.run([program, "health", url, "--timeout", "0.3"], capture_output=True, text=True, timeout=20)
    check(f"{name}: status", ended.returncode, 1)
    check(f"{name}: {ended.stderr}", ended.stderr.startswith(f"localtenant: unhealthy: {url}: {reason}"))
    check(f"{name}: in time", time.monotonic() - start < 5)
finish()
