"""Runs the code that a client's section of README shows, as the user of that client would.

    readme.py SECTION LANGUAGE COMMAND...       the section's one block in that language is the command's last argument

It is run by `localtenant exec`, whose variables lead the code to the server; its exit status is the command's.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"
NAMES = {"python": "example.py", "js": "example.mjs", "go": "example.go", "java": "Example.java", "sh": "example.sh",
         "hcl": "example.tf"}


def block(section, language):
    """The text of the block. A section has one in each language, no more."""
    text = README.read_text(encoding="utf-8").split(f"\n### {section}\n", 1)[1]
    text = re.split(r"\n##", text, maxsplit=1)[0]
    [code] = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return code


def main():
    section, language, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, NAMES[language])
        file.write_text(block(section, language), encoding="utf-8")
        sys.exit(subprocess.run([*command, file]).returncode)


main()
