"""Runs the code that a client's page shows, as the user of that client would.

    pages.py PAGE LANGUAGE COMMAND...       the page's one block in that language is the command's last argument

PAGE is README, or a name in the catalogue's folder Clients. `localtenant exec` runs this, and its variables lead the code
to the server; the address that README names is replaced by the server's. The exit status is the command's.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLIENTS = ROOT / "Sources/localtenant/Documentation.docc/Clients"
NAMES = {"python": "example.py", "js": "example.mjs", "go": "example.go", "java": "Example.java", "sh": "example.sh",
         "hcl": "example.tf"}


def block(page, language):
    """The text of the block. A page has one in each language, no more."""
    file = ROOT / "README.md" if page == "README" else CLIENTS / f"{page}.md"
    [code] = re.findall(rf"^```{language}\n(.*?)^```$", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return code.replace("http://127.0.0.1:4664", os.environ["LOCALTENANT_URL"])


def main():
    page, language, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, NAMES[language])
        file.write_text(block(page, language), encoding="utf-8")
        sys.exit(subprocess.run([*command, file]).returncode)


main()
