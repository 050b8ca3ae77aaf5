"""The servers we compare: how each is started, waited for, looked at from outside, and stopped."""

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import struct
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1]
START_SECONDS_MAX = 15
STOP_SECONDS_MAX = 5

# 300 bytes with the newlines and quotes that make JSON strings cost something.
CODE = (
    'const { format } = require("date-fns");\n/** Shared by the login and signup actions. */\n'
    'exports.stamp = (event) => {\n  const who = event.user && event.user.email || "anonymous";\n'
    '  console.log("seen " + who + " at " + format(new Date(), "yyyy-MM-dd"));\n'
    "  return { who, at: Date.now() };\n};\n// "
).ljust(300, "-")


class BenchmarkError(Exception):
    """A measurement that would be wrong; the run ends with this sentence."""


def module_body(name):
    """The body every peer is asked to create: 300 bytes of code, one secret, one dependency."""
    return json.dumps({
        "name": name,
        "code": CODE,
        "secrets": [{"name": "API_KEY", "value": "not-a-secret"}],
        "dependencies": [{"name": "date-fns", "version": "3.6.0"}],
    }, separators=(",", ":"))


def request_bytes(method, path, body=""):
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}\r\n{body}".encode()


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


def exchange(connection, request, answers=1):
    """Sends the bytes and returns the statuses of the answers to them."""
    connection.sendall(request)
    buffered, statuses = bytearray(), []
    while len(statuses) < answers:
        received = connection.recv(1 << 18)
        if not received:
            raise BenchmarkError("the connection was closed before the answer")
        buffered += received
        while answer := take_answer(buffered):
            statuses.append(answer[0])
            del buffered[:answer[1]]
    return statuses


def connect(port, source="127.0.0.1"):
    """A connection that ends with a reset, so that thousands of them leave no port in TIME_WAIT."""
    connection = socket.socket()
    try:
        connection.settimeout(10)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if source != "127.0.0.1":
            connection.bind((source, 0))
        connection.connect(("127.0.0.1", port))
        return connection
    except BaseException:
        connection.close()
        raise


def free_port():
    """A port outside the range the kernel gives to clients: polling an unbound port inside it can connect to itself."""
    for _ in range(200):
        port = random.randint(20000, 29999)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise BenchmarkError("no free port between 20000 and 29999")


@contextlib.contextmanager
def pinned(core):
    """What is started inside runs on this core only (what taskset does, without its exec in the start-up time)."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@dataclass(frozen=True)
class Peer:
    key: str
    title: str
    command: Callable[[int, Path], list]  # from the port and a directory of its own
    health_status: int = 200


class Running:
    """A started peer: `with Running(peer, core, scratch) as server`. Leaving the block stops every process of it."""

    def __init__(self, peer, core, scratch):
        self.peer, self.port = peer, free_port()
        self.directory = Path(scratch) / f"{peer.key}-{self.port}"
        self.directory.mkdir(exist_ok=True)
        command = [str(part) for part in peer.command(self.port, self.directory)]
        # A LOCALTENANT_* variable of the caller would change what is measured.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("LOCALTENANT_")}
        self.log = self.directory / "log"
        with open(self.log, "wb") as log, pinned(core):
            self.started = time.perf_counter()
            # A session of its own gathers the peer's processes under one number, to be counted and stopped together.
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env=environment, start_new_session=True)

    def __enter__(self):
        try:
            self.first_answer_seconds = self._first_answer() - self.started
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def _first_answer(self):
        deadline = time.perf_counter() + START_SECONDS_MAX
        while time.perf_counter() < deadline and self.process.poll() is None:
            try:
                with connect(self.port) as connection:
                    if exchange(connection, HEALTH) == [self.peer.health_status]:
                        return time.perf_counter()
            except OSError:
                continue
        raise BenchmarkError(f"{self.peer.title} did not answer GET /__admin/health with "
                             f"{self.peer.health_status}: {self.log.read_text(errors='replace')[-500:]}")

    def stop(self):
        try:
            with contextlib.suppress(ProcessLookupError):
                self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS_MAX)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(STOP_SECONDS_MAX)

    def processes(self):
        """Every process of the peer with the fields of its /proc/PID/stat from the third on."""
        found = {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                with contextlib.suppress(OSError):
                    # The command's name stands in parentheses and may contain anything.
                    fields = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
                    if int(fields[3]) == self.process.pid:
                        found[int(entry)] = fields
        if not found:
            raise BenchmarkError(f"{self.peer.title} ended during the measurement")
        return found

    def cpu_seconds(self):
        """User and system time so far, over all threads and processes."""
        ticks = sum(int(fields[11]) + int(fields[12]) for fields in self.processes().values())
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory_bytes(self, field):
        """RssAnon or VmRSS, over all processes."""
        total = 0
        for process in self.processes():
            for line in Path(f"/proc/{process}/status").read_text().splitlines():
                if line.startswith(field + ":"):
                    total += int(line.split()[1]) * 1024
        return total


def nginx_command(program, listen=""):
    """How nginx is started; `listen` goes behind the address it listens on."""
    body = json.dumps({"id": "0b4c8a52-6d1e-4f7a-9c35-2e8f1d7a6b90", "name": "nginx-000000001", "code": CODE,
                       "dependencies": [{"name": "date-fns", "version": "3.6.0"}],
                       "secrets": [{"name": "API_KEY", "updated_at": "2026-01-01T00:00:00.000Z"}],
                       "all_changes_published": False, "actions_using_module_total": 0,
                       "created_at": "2026-01-01T00:00:00.000Z", "updated_at": "2026-01-01T00:00:00.000Z"},
                      separators=(",", ":"))

    def command(port, directory):
        quoted = body.replace("\\", "\\\\").replace("'", "\\'")
        temporary = " ".join(f"{kind}_temp_path {directory}/{kind};"
                             for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        configuration = directory / "nginx.conf"
        configuration.write_text(f"""
daemon off; worker_processes 1; worker_rlimit_nofile 16384;
pid {directory}/pid; error_log stderr crit;
events {{ worker_connections 16384; }}
http {{
    access_log off; {temporary}
    default_type application/json;
    keepalive_requests 1000000000; keepalive_timeout 600s;
    server {{
        listen 127.0.0.1:{port} {listen};
        location / {{ return 201 '{quoted}'; }}
        location = /__admin/health {{ return 200 '{{}}'; }}
    }}
}}
""")
        return [program, "-e", "stderr", "-p", directory, "-c", configuration]

    return command


def wiremock_command(java, jar):
    """WireMock with one stub that answers as the others do, its journal off."""
    body = ('{"id":"{{randomValue type=\'UUID\'}}","name":"{{jsonPath request.body \'$.name\'}}","code":"x",'
            '"dependencies":[],"secrets":[],"all_changes_published":false,"actions_using_module_total":0,'
            '"created_at":"{{now}}","updated_at":"{{now}}"}')
    stub = {"request": {"method": "POST", "urlPath": "/api/v2/actions/modules"},
            "response": {"status": 201, "body": body, "transformers": ["response-template"],
                         "headers": {"content-type": "application/json; charset=utf-8"}}}

    def command(port, directory):
        (directory / "mappings").mkdir(exist_ok=True)
        (directory / "mappings" / "create.json").write_text(json.dumps(stub))
        # An answer in chunks has no length to look for.
        return [java, "-jar", jar, "--port", port, "--root-dir", directory, "--no-request-journal", "--disable-banner",
                "--local-response-templating", "--use-chunked-encoding", "never", "--container-threads", "80"]

    return command


def find_peers(program, scratch):
    """The peers of this machine in the order they run, and a line for each that is missing."""
    peers, skipped = [], []
    if compiler := shutil.which("cc"):
        floor = Path(scratch) / "floor"
        subprocess.run([compiler, "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", HERE / "floor.c", "-o", floor],
                       check=True, timeout=60)
        peers.append(Peer("floor", "floor (C)", lambda port, _: [floor, port], health_status=201))
    else:
        skipped.append("floor: no C compiler (apt-get install gcc libc6-dev)")
    if Path(program).is_file():
        peers.append(Peer("localtenant", "LocalTenant", lambda port, _: [
            program, "--port", port, "--loops", 1, "--limits", "off", "--journal-entries", "0", "--log-level", "error"]))
    else:
        skipped.append(f"LocalTenant: {program} does not exist (swift build -c release)")
    # Debian keeps nginx where only root's PATH looks.
    if nginx := shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin"):
        peers.append(Peer("nginx", "nginx return 201", nginx_command(nginx)))
    else:
        skipped.append("nginx: not installed (apt-get install nginx-light)")
    if node := shutil.which("node"):
        peers.append(Peer("node", "Node http, naive mock", lambda port, _: [node, HERE / "peer_node.mjs", port]))
    else:
        skipped.append("Node: not installed (apt-get install nodejs)")
    fastapi = PACKAGE / ".venv-fastapi/bin/python"
    if fastapi.is_file():
        peers.append(Peer("fastapi", "FastAPI, uvicorn", lambda port, _: [
            fastapi, "-m", "uvicorn", "peer_fastapi:app", "--app-dir", HERE, "--port", port, "--no-access-log",
            "--log-level", "error"]))
    else:
        skipped.append("FastAPI: not installed (make bench does, from the package index)")
    jars = sorted((PACKAGE / ".venv-wiremock").glob("lib/*/site-packages/wiremock/server/*.jar"))
    if jars and (java := shutil.which("java")):
        # This version has no health call: what answers 404 is up.
        peers.append(Peer("wiremock", "WireMock, one stub", wiremock_command(java, jars[-1]), health_status=404))
    else:
        skipped.append("WireMock: needs java, and its jar from the package index (make test)")
    return peers, skipped
