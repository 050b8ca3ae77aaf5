#!/usr/bin/env python3
"""Faults as clients see them, over every carrier: curl, and auth0-python's retries.

    Tests/Clients/faults.py URL HTTPS_URL CA_FILE
"""

import json
import socket
import ssl
import subprocess
import sys
import time
import urllib.parse
import urllib.request

sys.dont_write_bytecode = True
from checks import check, finish

MODULES = "/api/v2/actions/modules"
# What curl makes of each breakage: 52 nothing came, 56 reset, 18 too little came, 1 or 8 no HTTP, 92 stream reset.
HTTP1 = {"reset": {56}, "close": {52}, "truncate": {18, 56, 52}, "garbage": {1, 8, 52}, "stall": {28}}
HTTP2 = {"reset": {92}, "close": {92}, "truncate": {92}, "garbage": {92}, "stall": {28}}


def control(url, path, body=None, method="POST"):
    request = urllib.request.Request(url + "/__admin" + path, json.dumps(body).encode() if body else None, method=method)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.loads(answer.read() or b"null")


def curl(*options):
    """Exit status, HTTP status, seconds."""
    result = subprocess.run(
        ["curl", "-sS", "-o", "/dev/null", "-m", "2", "-w", "%{http_code} %{time_total}", "-H", "Authorization: Bearer t",
         *options], capture_output=True, text=True, check=False)
    code, seconds = result.stdout.split()
    return result.returncode, int(code), float(seconds)


def curl_in_parts(*options):
    """Exit status, HTTP status, seconds to the first byte and to the last, bytes of the content."""
    result = subprocess.run(
        ["curl", "-sS", "-o", "/dev/null", "-m", "5", "-H", "Authorization: Bearer t", "-w",
         "%{http_code} %{time_starttransfer} %{time_total} %{size_download}", *options],
        capture_output=True, text=True, check=False)
    code, first, total, size = result.stdout.split()
    return result.returncode, int(code), float(first), float(total), int(size)


def main():
    url, https_url, authority = sys.argv[1:4]
    https_url = https_url.replace("127.0.0.1", "localhost")
    carriers = {
        "http/1.1": (HTTP1, ["--http1.1", url + MODULES]),
        "h2c": (HTTP2, ["--http2-prior-knowledge", url + MODULES]),
        "TLS http/1.1": (HTTP1, ["--http1.1", "--cacert", authority, https_url + MODULES]),
        "TLS h2": (HTTP2, ["--http2", "--cacert", authority, https_url + MODULES]),
    }
    for name, (expected, options) in carriers.items():
        for breakage, statuses in expected.items():
            control(url, "/faults", {"urlPathTemplate": MODULES, "break": breakage, "times": 1})
            status = curl(*options)[0]
            check(f"{name}: {breakage} ({status})", status in statuses)
        control(url, "/faults", {"delayMilliseconds": 300, "times": 1})
        status, code, seconds = curl(*options)
        check(f"{name}: a delay", (status, code, 0.3 <= seconds < 1.5), (0, 200, True))
        control(url, "/faults", {"delayMilliseconds": 100, "times": 1})
        check(f"{name}: a delay at the end of a connection", curl("-H", "Connection: close", *options)[:2], (0, 200))
        control(url, "/faults", {"delayMilliseconds": 100, "status": 503, "message": "Later.", "times": 1})
        check(f"{name}: a delayed failure", curl(*options)[:2], (0, 503))
        control(url, "/faults", {"chunkedDribbleDelay": {"numberOfChunks": 4, "totalDuration": 400}, "times": 1})
        status, code, first, seconds, size = curl_in_parts(*options)
        check(f"{name}: a body in parts", (status, code, size > 10), (0, 200, True))
        check(f"{name}: its head first ({first} s), its end when it is due ({seconds} s)", first < 0.4 <= seconds)
        check(f"{name}: after that", curl(*options)[:2], (0, 200))
    check_goodbye(url, https_url, authority)
    control(url, "/faults", method="DELETE")
    check("what was set is gone", control(url, "/faults", method="GET"), {"faults": []})
    check_retries(url)
    finish()


def check_goodbye(url, https_url, authority):
    """A peer that has said goodbye over TLS still gets the answer that it waits for."""
    for fault in {"delayMilliseconds": 100}, {"chunkedDribbleDelay": {"numberOfChunks": 3, "totalDuration": 90}}:
        plain = bytes_after_goodbye(https_url, authority)
        control(url, "/faults", {"urlPathTemplate": MODULES, "times": 1} | fault)
        late = bytes_after_goodbye(https_url, authority)
        # Records differ in number, and each adds some bytes.
        check(f"goodbye, then {next(iter(fault))} ({plain}, {late})", plain <= late < plain + 500)


def bytes_after_goodbye(https_url, authority):
    """How many bytes come for a request that is followed by close_notify."""
    context = ssl.create_default_context(cafile=authority)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
    with socket.create_connection(("127.0.0.1", urllib.parse.urlsplit(https_url).port), timeout=10) as connection:
        def step(call):
            while True:
                try:
                    return call()
                except ssl.SSLWantReadError:
                    connection.sendall(outgoing.read())
                    incoming.write(connection.recv(1 << 16))

        step(tls.do_handshake)
        tls.write(f"GET {MODULES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n\r\n".encode())
        try:
            tls.unwrap()
        except ssl.SSLWantReadError:
            pass
        connection.sendall(outgoing.read())
        count = 0
        while received := connection.recv(1 << 16):
            count += len(received)
        return count


def check_retries(url):
    """An SDK tries again by the headers of a 429, and after a 503."""
    try:
        from auth0.management import Auth0
    except ImportError:
        return
    client = Auth0(base_url=url + "/api/v2", token="t")
    for status in 429, 503:
        control(url, "/faults", {"method": "POST", "urlPathTemplate": MODULES, "status": status, "times": 1})
        begin = time.monotonic()
        made = client.actions.modules.create(name=f"retried-{status}", code="x")
        check(f"retried after {status}", made.name, f"retried-{status}")
        check("not for long", time.monotonic() - begin < 10)
    sent = control(url, "/requests/count", {"method": "POST", "urlPath": MODULES})
    check("each was sent twice", sent["count"], 4)


if __name__ == "__main__":
    main()
