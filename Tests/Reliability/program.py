"""The release program as a child process, and what can be seen of it from outside: memory, descriptors, metrics."""

import http.client
import json
import os
import pathlib
import re
import resource
import select
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXECUTABLE = ROOT / ".build/release/localtenant"
SECONDS_TO_START = 30


class Trouble(Exception):
    """What must not be, in words."""


def wait_until(holds, seconds, interval=0.05):
    """Looks again and again until `holds()` is true; tells whether it ever was within so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        pause(interval)
    return True


def pause(seconds):
    """Lets time go by: the pace of a client, or of one who looks on."""
    select.select([], [], [], max(0, seconds))


class Server:
    """One that answers on a port of this machine."""

    def __init__(self, port):
        self.port = port

    def ask(self, method, path, body=None, tenant=None, timeout=10):
        """One request on a connection of its own: status and content."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        fields = {"Authorization": "Bearer any", "Content-Type": "application/json", "Connection": "close"}
        if tenant:
            fields["x-localtenant-tenant"] = tenant
        try:
            connection.request(method, path, json.dumps(body) if body is not None else None, fields)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def metrics(self):
        """Values of the metrics by name; counters summed over their labels."""
        values = {}
        for line in self.ask("GET", "/__admin/metrics")[1].decode().splitlines():
            if not line.startswith("#"):
                name, value = line.rsplit(" ", 1)
                name = name.split("{")[0]
                values[name] = values.get(name, 0) + float(value)
        return values

    @property
    def connections(self):
        """Connections open now, the one that asks left out."""
        return int(self.metrics()["localtenant_connections"]) - 1


class Program(Server):
    """A server of our own, on a port of its own unless one is named.

    `descriptors` lowers RLIMIT_NOFILE, `data_bytes` RLIMIT_DATA: what the program may take of private memory.
    """

    def __init__(self, folder, options=(), port=0, descriptors=None, data_bytes=None):
        self.folder = pathlib.Path(folder)
        self.log = self.folder / "log"
        ready = self.folder / "ready.json"

        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
            if data_bytes:
                resource.setrlimit(resource.RLIMIT_DATA, (data_bytes, data_bytes))

        command = [EXECUTABLE, "--port", str(port), "--ready-file", ready, "--ca-dir", self.folder / "ca", *options]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            preexec_fn=limit)
        wait_until(lambda: ready.exists() or self.process.poll() is not None, SECONDS_TO_START, 0.005)
        if not ready.exists():
            raise Trouble(f"the program did not start: {self.last_words()}")
        facts = json.loads(ready.read_text())
        self.url, self.authority = facts["url"], facts.get("ca_file")
        super().__init__(int(self.url.rsplit(":", 1)[1]))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    @property
    def is_running(self):
        return self.process.poll() is None

    def last_words(self):
        return self.log.read_bytes()[-2000:].decode(errors="replace")

    def stop(self, seconds=30):
        """Asks it to end, as a service manager would."""
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Trouble(f"no end {seconds} seconds after SIGTERM") from None
        if status != 0:
            raise Trouble(f"the program ended with {status}: {self.last_words()}")

    def kill(self):
        if self.is_running:
            self.process.kill()
        self.process.wait()

    def _memory(self, name):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+) kB", text).group(1)) * 1024

    @property
    def resident_bytes(self):
        return self._memory("VmRSS")

    @property
    def peak_bytes(self):
        """The most it had since the start, or since `forget_peak`."""
        return self._memory("VmHWM")

    def forget_peak(self):
        """Has the peak begin anew; where the system refuses, it stays the one since the start."""
        try:
            pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")
        except OSError:
            pass

    @property
    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


def verdict(passed, failed):
    """The last line, and the exit status that goes with it."""
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0
