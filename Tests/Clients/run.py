#!/usr/bin/env python3
"""Every client that can be had on this machine, each against a release build of its own: `make clients`.

    Tests/Clients/run.py [WORD...]      only clients whose names have one of the words

A client is a command that `localtenant exec` runs, so it finds the server and whom to trust as a user's would. One line
tells of each: that it passed, how it failed, or why it was skipped. The last line is `N passed, N failed, N skipped`; the
exit status is 1 when anything failed, or nothing passed.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAMS = ROOT / ".build/release"
RECIPES = ROOT / "fixtures/recipes"
SECONDS_MAX = 120
DOCUMENT = "../shared/reference/management-api-oas.json.gz"

# Strict, with a secret that has to be escaped wherever it goes.
STRICT = ["--auth", "strict", "--client", "ci:s+3 c%r/é&t"]
# How a run tells that something was looked at, and how much.
OURS, PYTEST, NODE_TEST, GO_TEST, PAGE = (
    r"(\d+) passed, 0 failed\n\Z", r"(\d+) passed", r"# pass (\d+)", r"--- PASS", r"published version 1\n?\Z")
JAVA = """eval "$(localtenant env java 2>note)"; sed -n 's/.*make it once: //p' note | sh -e; """


@dataclass
class Client:
    name: str
    command: str
    needs: tuple = ()
    options: tuple = ()
    counted: str = OURS


def sdk(major):
    """What auth0-python of that version is run in: the name of a folder's Python, and what needs it."""
    return f'"$ROOT/.venv-auth0-{major}/bin/python"', (f".venv-auth0-{major}",)


def clients():
    python, has_python = sdk(6)
    for major in (5, 6):
        its_python, needs = sdk(major)
        for address in ("LOCALTENANT_URL", "LOCALTENANT_HTTPS_URL"):
            for words in ("", "async", "http2", "async http2"):
                scheme = "https" if "HTTPS" in address else "http"
                yield Client(f"auth0-python {major}, {scheme} {words}".strip(),
                             f'{its_python} "$HERE/modules_lifecycle.py" "${address}" {words}', needs)
        yield Client(f"auth0-python {major}, with a token of its own",
                     f'{its_python} "$HERE/actions_lifecycle.py" "$AUTH0_DOMAIN"', needs, STRICT)
    for scheme, address in (("http", "LOCALTENANT_URL"), ("https", "LOCALTENANT_HTTPS_URL")):
        yield Client(f"auth0-python 6, every family, {scheme}", f'{python} "$HERE/families_lifecycle.py" "${address}"',
                     has_python)
    yield Client("auth0-python 6 and curl, faults", f'{python} "$HERE/faults.py" "$LOCALTENANT_URL" '
                 '"$LOCALTENANT_HTTPS_URL" "$LOCALTENANT_CA_FILE"', has_python)
    yield Client("requests and httpx", f'{python} "$HERE/http_libraries.py"', has_python)
    yield Client("curl, openssl s_client, nghttp, h2load", 'python3 "$HERE/carriers.py" "$LOCALTENANT_URL" '
                 '"$LOCALTENANT_CA_FILE" "$ROOT/fixtures/wire/refusals.tsv"', ("curl", "openssl", "nghttp", "h2load"))
    yield Client("Node: fetch, https, http2", 'node "$HERE/http_node.mjs"', ("node",))
    yield Client("Go: net/http", 'go run "$HERE/http_go.go"', ("go",))
    yield Client("Java: java.net.http", JAVA + 'java "$HERE/HttpJava.java"', ("java", "keytool"))
    yield Client("the calls of Terraform's provider", f'{python} "$HERE/calls_terraform.py"', has_python, STRICT)
    yield Client("the calls of the auth0 CLI", f'{python} "$HERE/calls_auth0_cli.py"', has_python, STRICT)
    yield Client("the calls of the deploy CLI", 'node "$HERE/calls_deploy_cli.mjs"', ("node",), STRICT)
    yield Client("every operation of the vendor's document", f'python3 "$HERE/every_operation.py" "$ROOT/{DOCUMENT}"',
                 (DOCUMENT,))
    yield Client("actions, in each Node there is", 'python3 "$HERE/runs.py"', ("node", "unshare", "bash"))
    yield from recipes(python, has_python)


def recipes(python, has_python):
    """What users copy from fixtures/recipes and the pages, run as they would."""
    yield Client("recipe: a shell script", 'unset LOCALTENANT_URL; "$RECIPES/shell/check-modules.sh"', ("curl",),
                 counted=r"\Athe module is there\n\Z")
    yield Client("recipe: a shell script that runs an action", 'unset LOCALTENANT_URL; "$RECIPES/shell/check-action.sh"',
                 ("node",), counted=r"\Athe action does what it should\n\Z")
    yield Client("recipe: pytest", f'cd "$RECIPES/pytest" && {python} -m pytest -p no:cacheprovider', has_python,
                 counted=PYTEST)
    yield Client("recipe: node --test", 'node --test --test-reporter tap "$RECIPES/node"', ("node",), counted=NODE_TEST)
    yield Client("recipe: Go's TestMain", 'cd "$RECIPES/go" && go test -count 1 -v ./...', ("go",), counted=GO_TEST)
    page = 'python3 "$HERE/pages.py"'
    yield Client("README: Python", f"{page} README python {python}", has_python, counted=r"\A1\n\Z")
    yield Client("page: Python", f"{page} Python python {python}", has_python, STRICT, PAGE)
    yield Client("page: Node", f"{page} Node js node", ("node",), STRICT, PAGE)
    yield Client("page: Go", f"{page} Go go go run", ("go",), STRICT, PAGE)
    yield Client("page: Java", JAVA + f"{page} Java java java", ("java", "keytool"), STRICT, PAGE)
    yield Client("page: curl", f"{page} Curl sh sh -e", ("curl",), STRICT, PAGE)
    yield Client("page: Terraform, by its form", f"{page} Terraform hcl terraform fmt -check && echo as it is written",
                 ("terraform",), counted="as it is written")


def missing(need):
    """Why it cannot be had here, or None. A need is a program, an environment of Python, or a file by its path."""
    if need.startswith(".venv-"):
        there = (ROOT / need / "bin/python").exists()
        return None if there else f"{need} is not there; make clients makes it where there is a package index"
    if "/" in need:
        return None if (ROOT / need).exists() else f"{need} is not there"
    return None if shutil.which(need) else f"no {need} in PATH"


def run(client, folder, environment):
    """Exit status and what it printed; a client that does not end is ended, and all that it has started."""
    command = [PROGRAMS / "localtenant", "exec", *client.options, "--", "sh", "-c", client.command]
    with open(folder / "output", "w+", encoding="utf-8", errors="replace") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output,
                                   stderr=subprocess.STDOUT, start_new_session=True)
        try:
            status = process.wait(timeout=SECONDS_MAX)
        except subprocess.TimeoutExpired:
            status = f"no end after {SECONDS_MAX} seconds"
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # as it should be
        process.wait()
        output.seek(0)
        return status, output.read()


def tell(client, environment):
    """Runs it, prints its line, and returns which word counts it."""
    reasons = [reason for need in client.needs if (reason := missing(need))]
    if reasons:
        print(f"skipped          {client.name}: {'; '.join(reasons)}")
        return "skipped"
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        status, text = run(client, pathlib.Path(folder), environment)
    seconds = time.monotonic() - begin
    found = re.findall(client.counted, text)
    if status == 0 and found:
        checks = f" ({found[-1]} checks)" if found[-1].isdigit() else ""
        print(f"passed  {seconds:5.1f} s  {client.name}{checks}", flush=True)
        return "passed"
    print(f"FAILED  {seconds:5.1f} s  {client.name}: {status if status else 'it looked at nothing'}")
    print("".join(f"    {line[:500]}\n" for line in text.splitlines()[-40:]), flush=True)
    return "failed"


def main():
    if not (PROGRAMS / "localtenant").exists():
        sys.exit("there is no release build: make build")
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with tempfile.TemporaryDirectory() as data:
        # The CA of whoever runs this is left alone, and so is what they set for clients.
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("LOCALTENANT_", "AUTH0_"))}
        environment |= {"XDG_DATA_HOME": data, "PYTHONDONTWRITEBYTECODE": "1", "GOTOOLCHAIN": "local", "LC_ALL": "C.UTF-8", "ROOT": str(ROOT),
                        "HERE": str(HERE), "RECIPES": str(RECIPES), "PATH": f"{PROGRAMS}:{os.environ['PATH']}"}
        for client in clients():
            if not sys.argv[1:] or any(word.lower() in client.name.lower() for word in sys.argv[1:]):
                counts[tell(client, environment)] += 1
    print(", ".join(f"{number} {word}" for word, number in counts.items()))
    sys.exit(1 if counts["failed"] or not counts["passed"] else 0)


if __name__ == "__main__":
    main()
