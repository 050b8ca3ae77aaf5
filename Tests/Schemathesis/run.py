#!/usr/bin/env python3
"""Has schemathesis send valid and invalid requests, made from an OpenAPI document, to a release build.

    Tests/Schemathesis/run.py DOCUMENT [--paths REGEX] [--seconds 60] [--examples 50] [--seed 1]

DOCUMENT is Auth0's OpenAPI document of the Management API, or a part of it; it may be packed by gzip. All of it takes
some seven minutes (--seconds 420), one family half a minute (--paths '^/roles'). It fails on an answer of 5xx, on a
status, content type or body that the document does not know, on something that is still there after its deletion
or not there after its creation, and when the emulator ends. `make schemathesis` sees to schemathesis.
"""

import argparse
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests/Clients"))
import documents

PROGRAM = ROOT / ".build/release/localtenant"
SCHEMATHESIS = ROOT / ".venv-schemathesis/bin/schemathesis"
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "use_after_free",
    "ensure_resource_availability",
]


def read(path):
    packed = path.read_bytes()
    return json.loads(gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed)


def started():
    """The emulator as a process, and its address, once it takes requests; what it logs goes on to standard error."""
    emulator = subprocess.Popen(
        # An ACL that is made up would lock out all that comes after it.
        [PROGRAM, "--port", "0", "--limits", "off", "--network-acls", "off", "--log-level", "notice"],
        stderr=subprocess.PIPE, text=True)
    for line in emulator.stderr:
        sys.stderr.write(line)
        if found := re.search(r" url=(\S+)", line):
            threading.Thread(target=shutil.copyfileobj, args=(emulator.stderr, sys.stderr), daemon=True).start()
            return emulator, found[1]
    sys.exit(f"the emulator ended with {emulator.wait()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("document", type=pathlib.Path, help="the OpenAPI document, as JSON")
    parser.add_argument("--paths", default=".", help="only operations whose paths match this (default: all)")
    parser.add_argument("--seconds", type=int, default=60, help="how long to go on at most (default: 60)")
    parser.add_argument("--examples", type=int, default=50, help="requests for each operation (default: 50)")
    parser.add_argument("--seed", type=int, default=1, help="where the random data start (default: 1)")
    options = parser.parse_args()
    if not SCHEMATHESIS.exists():
        sys.exit("no schemathesis here: please run `make schemathesis`, with the package index within reach")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        document = folder / "openapi.json"
        document.write_text(json.dumps(documents.amended(read(options.document))))
        emulator, url = started()
        try:
            # It leaves files behind where it is started.
            status = subprocess.run(
                [SCHEMATHESIS, "run", document, "--url", url.rstrip("/") + "/api/v2",
                 "--header", "Authorization: Bearer any", "--checks", ",".join(CHECKS),
                 "--include-path-regex", options.paths, "--max-examples", str(options.examples),
                 "--max-time", str(options.seconds), "--seed", str(options.seed), "--no-color"],
                cwd=folder, env=os.environ | {"PYTHONWARNINGS": "ignore"}, check=False).returncode
            if emulator.poll() is not None:
                print(f"the emulator ended with {emulator.returncode}")
                status = 1
        finally:
            emulator.terminate()
            emulator.wait()
    sys.exit(status)


if __name__ == "__main__":
    main()
