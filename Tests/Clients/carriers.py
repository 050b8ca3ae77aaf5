"""One contract over four carriers: HTTP/1.1 and HTTP/2, each in the clear and over TLS, told by curl and others.

    carriers.py BASE CA [REFUSALS]      e.g. http://127.0.0.1:4664 ca.pem fixtures/wire/refusals.tsv

BASE is the http address; https is on the same port. Nothing skips verification. The last line is `N passed, N failed`.
"""

import json
import ssl
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from checks import check, finish

CARRIERS = [  # name, scheme, curl's options, the version it must report
    ("HTTP/1.1", "http", ["http1.1"], "1.1"),
    ("h2c", "http", ["http2-prior-knowledge"], "2"),
    ("TLS 1.3 HTTP/1.1", "https", ["http1.1", "tlsv1.3"], "1.1"),
    ("TLS 1.3 h2", "https", ["http2", "tlsv1.3"], "2"),
    ("TLS 1.2 h2", "https", ["http2", "tlsv1.2", "tls-max = 1.2"], "2"),
    ("upgrade", "http", ["http2"], None),  # either version: the server may stay with HTTP/1.1
]
PATH = "/api/v2/actions/modules"
UNKNOWN = "00000000-0000-4000-8000-00000000dead"


class Carrier:
    """One way to the server; the requests of one call go through one connection where that works."""

    def __init__(self, name, scheme, options, version, port, authority, tenant):
        self.name, self.options, self.version, self.authority = name, options, version, authority
        self.base = f"{scheme}://{tenant}.localhost:{port}"
        self.resolve = f"{tenant}.localhost:{port}:127.0.0.1"

    def send(self, requests):
        """Status, version, content type and body of each (method, path, body)."""
        if self.name == "h2c":  # curl 7.88 fails when it uses such a connection a second time
            return [answer for request in requests for answer in self.exchange([request])]
        return self.exchange(requests)

    def exchange(self, requests):
        with tempfile.TemporaryDirectory() as folder:
            blocks = []
            for index, (method, path, body) in enumerate(requests):
                lines = [*self.options, "silent", "max-time = 20", f"cacert = {json.dumps(self.authority)}",
                         f"resolve = {json.dumps(self.resolve)}", f"request = {method}",
                         f"url = {json.dumps(self.base + PATH + path)}", "globoff",
                         'header = "Authorization: Bearer any"', f'output = "{folder}/{index}"',
                         r'write-out = "%{http_code} %{http_version} %{content_type}\n"']
                if body:
                    Path(folder, f"{index}.in").write_text(body)
                    lines += [f'data-binary = "@{folder}/{index}.in"', 'header = "Content-Type: application/json"']
                blocks.append("\n".join(lines))
            finished = subprocess.run(["curl", "--config", "-"], input="\nnext\n".join(blocks), text=True,
                                      capture_output=True, timeout=60)
            if finished.returncode != 0:
                print(f"curl over {self.name} ended with {finished.returncode}: {finished.stderr}")
            answers = []
            for index, line in enumerate(finished.stdout.splitlines()):
                status, version, kind = line.split(" ", 2)
                file = Path(folder, str(index))
                answers.append((int(status), version, kind, file.read_text() if file.exists() else ""))
            return answers

    def one(self, method, path="", body=None):
        status, version, kind, text = self.send([(method, path, body)])[0]
        if self.version:
            check(f"{self.name}: the version of {method} {path}", version, self.version)
        check(f"{self.name}: the type of {method} {path}", kind, "application/json; charset=utf-8")
        return status, json.loads(text) if text else None


def lifecycle(carrier):
    status, module = carrier.one("POST", body='{"name":"carried","code":"x","publish":true}')
    check(f"{carrier.name}: create", (status, module["latest_version"]["version_number"]), (201, 1))
    path = "/" + module["id"]
    check(f"{carrier.name}: get", carrier.one("GET", path), (200, module))
    code = "y" * 60_000  # More than a window of HTTP/2 that nobody widened, there and back.
    status, changed = carrier.one("PATCH", path, json.dumps({"code": code}))
    check(f"{carrier.name}: patch", (status, changed["code"] == code), (200, True))
    check(f"{carrier.name}: publish", carrier.one("POST", path + "/versions")[0], 200)
    check(f"{carrier.name}: versions", carrier.one("GET", path + "/versions?per_page=1")[1]["total"], 2)
    check(f"{carrier.name}: delete", carrier.one("DELETE", path), (204, None))
    check(f"{carrier.name}: gone", carrier.one("GET", path)[0], 404)
    too_large = json.dumps({"name": "n", "code": "z" * 1_100_000})
    check(f"{carrier.name}: too large", carrier.send([("POST", "", too_large)])[0][0], 413)


def refusals(carrier, table):
    """Every line of the table of golden refusals, over one connection."""
    ids = [json.loads(carrier.send([("POST", "", body)])[0][3]) for body in
           ('{"name":"draft","code":"x"}', '{"name":"published","code":"x","publish":true}')]
    names = {"{id}": ids[0]["id"], "{published}": ids[1]["id"], "{version}": ids[1]["latest_version"]["id"],
             "{unknown}": UNKNOWN}
    lines = [line.split("\t") for line in table.read_text().splitlines() if not line.startswith("#")]
    requests = []
    for method, path, body, _, _ in lines:
        for name, value in names.items():
            path, body = path.replace(name, value), body.replace(name, value)
        requests.append((method, path, body or None))
    for line, answer in zip(lines, carrier.send(requests), strict=True):
        check(f"{carrier.name}: {line[0]} {line[1]} {line[2][:60]}", (str(answer[0]), answer[3]), (line[3], line[4]))


def other_stacks(port, authority):
    """Python's ssl, OpenSSL's own client and nghttp, each with the CA as its users would give it."""
    url = f"https://localhost:{port}/__admin/health"
    context = ssl.create_default_context(cafile=authority)
    with urllib.request.urlopen(url, context=context, timeout=20) as answer:
        check("Python ssl", json.load(answer)["status"], "healthy")
    with urllib.request.urlopen(url.replace("localhost", "127.0.0.1"), context=context, timeout=20) as answer:
        check("Python ssl, by address", answer.status, 200)
    finished = subprocess.run(
        ["openssl", "s_client", "-connect", f"localhost:{port}", "-servername", "localhost", "-CAfile", authority,
         "-verify_return_error", "-alpn", "h2"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", timeout=20)  # the server greets in HTTP/2, which is no text
    check("openssl s_client", "ALPN protocol: h2" in finished.stdout and "Verification: OK" in finished.stdout, True)
    finished = subprocess.run(
        ["nghttp", "-n", "-v", f"http://127.0.0.1:{port}/__admin/health"], capture_output=True, text=True, timeout=20)
    check("nghttp", ":status: 200" in finished.stdout, True)


def load(port):
    """A hundred thousand requests, in the clear and over TLS, without a single error."""
    for scheme in ("http", "https"):
        finished = subprocess.run(
            ["h2load", "-n", "50000", "-c", "10", "-m", "20", f"{scheme}://127.0.0.1:{port}/__admin/health"],
            capture_output=True, text=True, timeout=120)
        check(f"h2load over {scheme}", "50000 succeeded, 0 failed, 0 errored, 0 timeout" in finished.stdout, True)


def main():
    base, authority = sys.argv[1], sys.argv[2]
    port = int(base.rsplit(":", 1)[1])
    for index, (name, scheme, options, version) in enumerate(CARRIERS):
        carrier = Carrier(name, scheme, options, version, port, authority, f"carrier-{index}")
        lifecycle(carrier)
        if len(sys.argv) > 3:
            refusals(carrier, Path(sys.argv[3]))
    other_stacks(port, authority)
    load(port)
    finish()


main()
