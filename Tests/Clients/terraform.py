#!/usr/bin/env python3
"""Terraform itself reads the export of a running emulator: its form, and each code as the value it stands for.

    Tests/Clients/terraform.py URL FOLDER       FOLDER: an empty one to work in
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import unicodedata
import urllib.request

sys.dont_write_bytecode = True
from checks import check, finish

TENANT = pathlib.Path(__file__).resolve().parents[2] / "fixtures/terraform/tenant.json"
PARTS = ["$", "%", "{", "}", "${", "%{", "\\", '"', "\n", "\n", "\t", "\r", " ", "a", "EOT", "é", "\u2028", "\u00a0",
         "😀", "~", "\u0001", "\u001f", "\u007f", "u0024", "\ufeff", "\u3000", "n"]


def call(url, method, path, body=None):
    request = urllib.request.Request(url + path, json.dumps(body).encode() if body else None, method=method)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read().decode()


def terraform(folder, *arguments, text=None):
    return subprocess.run(["terraform", f"-chdir={folder}", *arguments], input=text, capture_output=True, timeout=120)


def main():
    url, folder = sys.argv[1:]
    with open(TENANT, "rb") as seed:
        call(url, "PUT", "/__admin/seed", json.load(seed))
    for query in ("", "&secrets=true"):
        whole = call(url, "GET", "/__admin/export?format=terraform" + query)
        form = terraform(folder, "fmt", "-check", "-diff", "-", text=whole.encode())
        check("a whole tenant: the form of terraform fmt", (form.returncode, form.stdout.decode()[:900]), (0, ""))
    generator = random.Random(5)
    texts = ["".join(generator.choices(PARTS, k=generator.randrange(1, 14))) for _ in range(200)]
    # Terraform composes accents in every text.
    codes = [unicodedata.normalize("NFC", text + end) for text in texts for end in ("", "\n")]
    modules = [{"name": f"m{place}", "code": code} for place, code in enumerate(codes)]
    call(url, "PUT", "/__admin/seed", {"modules": modules})
    text = call(url, "GET", "/__admin/export?format=terraform")
    form = terraform(folder, "fmt", "-check", "-diff", "-", text=text.encode())
    check("the form of terraform fmt", (form.returncode, form.stdout.decode()[:500]), (0, ""))
    # The provider is not at hand, so each code becomes an output.
    parts = re.split(r'^resource "auth0_action_module" "(\w+)" \{\n', text, flags=re.M)[1:]
    outputs = ""
    for name, body in zip(parts[::2], parts[1::2]):
        value = body.rsplit("\nimport {\n", 1)[0].rstrip("\n").removesuffix("}").split("  code = ", 1)[1]
        outputs += f'output "{name}" {{\n  value = {value}}}\n'
    with open(f"{folder}/main.tf", "w", encoding="utf-8", newline="") as file:
        file.write(outputs)
    applied = terraform(folder, "apply", "-auto-approve", "-input=false", "-no-color")
    check("applied", (applied.returncode, applied.stderr.decode()[-500:] if applied.returncode else ""), (0, ""))
    values = json.loads(terraform(folder, "output", "-json").stdout)
    for place, code in enumerate(codes):
        check(f"code {place}", values.get(f"m{place}", {}).get("value"), code)
    check("enough was looked at", len(codes), 400)
    finish()


if __name__ == "__main__":
    main()
