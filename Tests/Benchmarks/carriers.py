#!/usr/bin/env python3
"""HTTP/2 over plain TCP and over TLS beside nginx, which answers a constant; h2load, one core each for server and load.

h2load cannot vary a name, so the request is a PATCH of one module with the body of a create.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' directory stays clean
from measure import CREATE_PATH
from peers import BenchmarkError, Peer, Running, connect, module_body, nginx_command, request_bytes, take_answer
from run import machine

PACKAGE = Path(__file__).resolve().parents[2]
CLIENTS, STREAMS = 16, 20


def certificate(scratch):
    """A key and a certificate of P-256, as LocalTenant makes them, so that both pay the same for a handshake."""
    key, certificate_file = scratch / "key.pem", scratch / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                    "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate_file],
                   check=True, capture_output=True, timeout=30)
    return key, certificate_file


def find_peers(program, scratch):
    peers = [Peer("localtenant", "LocalTenant", lambda port, _: [
        program, "--port", port, "--loops", 1, "--limits", "off", "--journal-entries", "0", "--log-level", "error",
        "--ca-dir", "none"])]
    if nginx := shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin"):
        key, certificate_file = certificate(scratch)
        plain = nginx_command(nginx, "http2")
        secure = nginx_command(nginx, f"ssl http2; ssl_certificate {certificate_file}; ssl_certificate_key {key}")
        peers += [Peer("nginx-h2c", "nginx return 201", plain), Peer("nginx-tls", "nginx return 201", secure)]
    else:
        print("skipped: nginx: not installed (apt-get install nginx-light)")
    return peers


def patched_module(server):
    """The path of a module, made over HTTP/1.1."""
    with connect(server.port) as connection:
        connection.sendall(request_bytes("POST", CREATE_PATH, module_body("patched")))
        buffered = bytearray()
        while not take_answer(buffered):
            buffered += connection.recv(1 << 16)
    return f"{CREATE_PATH}/" + re.search(rb'"id":"([0-9a-f-]{36})"', buffered)[1].decode()


def load(server, scheme, path, body_file, requests, core):
    """Requests a second, and CPU microseconds of the server for each."""
    before = server.cpu_seconds()
    finished = subprocess.run(
        ["taskset", "-c", str(core), "h2load", "-n", str(requests), "-c", str(CLIENTS), "-m", str(STREAMS), "-t", "1",
         "-d", body_file, "-H", ":method: PATCH", "-H", "authorization: Bearer t", "-H",
         "content-type: application/json", f"{scheme}://127.0.0.1:{server.port}{path}"],
        capture_output=True, text=True, timeout=300)
    rate = re.search(r"finished in .*?, ([\d.]+) req/s", finished.stdout)
    succeeded = re.search(r"status codes: (\d+) 2xx", finished.stdout)
    if not rate or not succeeded or int(succeeded[1]) != requests:
        raise BenchmarkError(f"h2load: {(finished.stdout + finished.stderr)[-500:]}")
    return float(rate[1]), (server.cpu_seconds() - before) * 1e6 / requests


class Started(Running):
    """A peer that speaks no HTTP/1.1, and is ready when it listens."""

    def _first_answer(self):
        for _ in range(100_000):
            try:
                connect(self.port).close()
                return self.started
            except OSError:
                if self.process.poll() is not None:
                    break
        raise BenchmarkError(f"{self.peer.title} does not listen: {self.log.read_text(errors='replace')[-500:]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=PACKAGE / ".build/release/localtenant")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--requests", type=int, default=300_000)
    arguments = parser.parse_args()
    if not shutil.which("h2load"):
        sys.exit("needs h2load (apt-get install nghttp2-client)")
    server_core, load_core = sorted(os.sched_getaffinity(0))[:2]
    print("{cpu}, {cores} cores, Linux {kernel}, load average {load_before:.2f}".format(**machine()))
    figures = {}
    with tempfile.TemporaryDirectory(prefix="localtenant-carriers-") as scratch:
        scratch = Path(scratch)
        body_file = scratch / "body.json"
        # A PATCH has no name.
        body_file.write_text(re.sub(r'"name":"patched",', "", module_body("patched"), count=1))
        try:
            for _ in range(arguments.rounds):
                for peer in find_peers(arguments.program, scratch):
                    own = peer.key == "localtenant"
                    with (Running if own else Started)(peer, server_core, scratch) as server:
                        path = patched_module(server) if own else CREATE_PATH
                        for carrier, scheme in ("h2c", "http"), ("TLS h2", "https"):
                            if own or carrier.split()[0].lower() in peer.key.lower():
                                key = carrier, peer.title
                                figures.setdefault(key, []).append(
                                    load(server, scheme, path, body_file, arguments.requests, load_core))
        except BenchmarkError as error:
            sys.exit(f"benchmark failed: {error}")
    show(figures)


def show(figures):
    print(f"\nPATCH, {CLIENTS} connections of {STREAMS} streams; median [range]\n")
    for (carrier, title), values in sorted(figures.items()):
        rates, costs = zip(*values)
        print(f"{carrier:8} {title:18} {statistics.median(rates):9,.0f} req/s [{min(rates):,.0f}–{max(rates):,.0f}]"
              f"  {statistics.median(costs):6.2f} CPU µs/req")
    for carrier in ("h2c", "TLS h2"):
        if (carrier, "nginx return 201") in figures:
            ratios = [ours[0] / theirs[0] for ours, theirs in zip(
                figures[carrier, "LocalTenant"], figures[carrier, "nginx return 201"])]
            print(f"{carrier:8} req/s ÷ nginx: {statistics.median(ratios):.2f} [{min(ratios):.2f}–{max(ratios):.2f}]")


if __name__ == "__main__":
    main()
