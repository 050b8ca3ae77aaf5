"""A server that was started to be measured: waited for, looked at from outside, and stopped."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from wire import HEALTH, BenchmarkError, connect, exchange

START_SECONDS_MAX = 15
STOP_SECONDS_MAX = 5


@dataclass(frozen=True)
class Peer:
    key: str
    title: str
    command: Callable[[int, Path], list]  # from the port and a directory of its own
    carriers: tuple = ("HTTP/1.1",)  # what it is measured over
    stores: bool = False  # keeps what is created
    limited: bool = False  # a tenant of it holds a hundred modules
    health_status: int = 200
    says_health: bool = True  # else it speaks no HTTP/1.1 in the clear, and is ready when it listens


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
def pinned(cores):
    """What is started inside runs on these cores only (what taskset does, without its exec in the start-up time)."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Running:
    """A started peer: `with Running(peer, cores, scratch) as server`. Leaving the block stops every process of it."""

    def __init__(self, peer, cores, scratch):
        self.peer, self.port = peer, free_port()
        self.directory = Path(tempfile.mkdtemp(prefix=f"{peer.key}-", dir=scratch))
        command = [str(part) for part in peer.command(self.port, self.directory)]
        # A LOCALTENANT_* variable of the caller would change what is measured.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("LOCALTENANT_")}
        self.log = self.directory / "log"
        with open(self.log, "wb") as log, pinned(cores):
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
                    if not self.peer.says_health or exchange(connection, HEALTH) == [self.peer.health_status]:
                        return time.perf_counter()
            except OSError:
                continue
        expected = f"answer GET /__admin/health with {self.peer.health_status}" if self.peer.says_health else "listen"
        raise BenchmarkError(f"{self.peer.title} did not {expected}: {self.log.read_text(errors='replace')[-500:]}")

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
            # With a line for each request of the load it is long.
            self.log.unlink(missing_ok=True)

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
        """User and system time so far, over all threads and processes, in steps of 10 ms."""
        ticks = sum(int(fields[11]) + int(fields[12]) for fields in self.processes().values())
        return ticks / os.sysconf("SC_CLK_TCK")

    def run_seconds(self):
        """The same in nanoseconds' steps, of the threads that still live in the process that was started."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def memory_bytes(self, field):
        """RssAnon or VmRSS, over all processes."""
        total = 0
        for process in self.processes():
            for line in Path(f"/proc/{process}/status").read_text().splitlines():
                if line.startswith(field + ":"):
                    total += int(line.split()[1]) * 1024
        return total
