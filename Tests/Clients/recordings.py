#!/usr/bin/env python3
"""Sends every recorded request to a running emulator and holds each answer against Auth0's OpenAPI document.

    Tests/Clients/recordings.py BASE_URL SHARED [--as-recorded]

SHARED is the folder with `recordings`, `reference` and `tools`. With --as-recorded each recording runs on a tenant that
has the default runtimes of the recording's day. It fails on an answer that the document does not allow; how many
answers are as recorded stands in the line of replay.py.
"""

import argparse
import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import documents

UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


class Document:
    def __init__(self, path):
        from jsonschema.validators import Draft202012Validator, RefResolver

        text = documents.amended(json.loads(path.read_text()))
        resolver = RefResolver.from_schema(text)
        self.validators, self.paths, self.faults, self.held = {}, [], {}, 0
        for template, operations in text["paths"].items():
            # A literal segment goes before a parameter.
            pattern = re.compile("/api/v2" + re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)))
            self.paths.append((template.count("{"), pattern, template))
            for method, operation in operations.items():
                for status, response in operation.get("responses", {}).items() if isinstance(operation, dict) else []:
                    schema = response.get("content", {}).get("application/json", {}).get("schema")
                    self.validators[template, method.upper(), int(status)] = schema and Draft202012Validator(
                        schema, resolver=resolver)
        self.paths.sort(key=lambda entry: entry[0])

    def hold(self, method, path, status, body):
        """Notes what the document does not allow in an answer."""
        template = next((template for _, pattern, template in self.paths if pattern.fullmatch(path)), None)
        if template is None or "log-sessions" in template:  # the service answers it, the document lacks it
            return
        self.held += 1
        if (template, method, status) not in self.validators:
            return self.note(f"{method} {template}: {status} is not in the document")
        if validator := self.validators[template, method, status]:
            for error in validator.iter_errors(json.loads(body)):
                where = ".".join(re.sub(r"\d+", "*", str(part)) for part in error.absolute_path)
                self.note(f"{method} {template}: {status}: {where}: {UUID.sub('…', error.message)[:120]}")

    def note(self, fault):
        self.faults[fault] = self.faults.get(fault, 0) + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--as-recorded", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(options.shared / "tools"))
    import replay
    from fidelity.runner import Session

    document = Document(options.shared / "reference/openapi.json")
    send = Session.call

    def call(session, method, path, query, body):
        answer = send(session, method, path, query, body)
        if path.startswith("/api/v2/"):
            document.hold(method, path, answer[0], answer[-1])
        return answer

    Session.call = call
    files = sorted((options.shared / "recordings").glob("*.jsonl"))
    arguments = ["replay.py", options.base, "--show", "0", "--family", "actions", "--jobs", "1", *map(str, files)]
    if options.as_recorded:
        arguments += ["--first", 'PATCH /__admin/settings {"as_of":"{day}"}']
    sys.argv = arguments
    replay.main()
    for fault, count in sorted(document.faults.items()):
        print(f"{count:5} {fault}")
    print(f"{document.held} answers held against the document, {sum(document.faults.values())} faults")
    sys.exit(1 if document.faults else 0)


if __name__ == "__main__":
    main()
