#!/usr/bin/env python3
"""Takes operations and request schemas out of the vendor's OpenAPI document, corrected by overlay.json beside it.

    derive.py [--document FILE] [--output FOLDER]    writes a Swift file for each first path segment
    derive.py --check                                fails where what is written differs; 77 without the document

The schemas become JSON with one letter a keyword (see Sources/JSON/Schema/SchemaText.swift), members in the
document's order, since the order of refusals follows it. A schema that one place uses stands in that place; one that
several use has its name. A full stop at the end of a description goes, as the service has it in its refusals.
"""

import argparse
import collections
import copy
import gzip
import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DOCUMENT = ROOT.parent / "shared" / "reference" / "management-api-oas.json.gz"
OUTPUT = ROOT / "Sources" / "Families" / "Generated"
METHODS = ("get", "post", "put", "patch", "delete")
TYPES = {"string": "s", "object": "o", "array": "a", "boolean": "b", "integer": "i", "number": "n", "null": "z"}
LETTERS = {
    "required": "r", "minLength": "l", "maxLength": "L", "minimum": "m", "maximum": "M", "minItems": "c",
    "maxItems": "C", "uniqueItems": "u", "minProperties": "k", "maxProperties": "K", "enum": "e", "format": "f",
    "pattern": "P", "writeOnly": "w", "needed": "n",
}
LISTS = {"oneOf": "o", "anyOf": "y", "allOf": "Y"}
PREFIX = "#/components/schemas/"


class Family:
    """What has one first path segment."""

    def __init__(self, name):
        self.name = name
        self.operations = []
        self.roots = {}


class Deriver:
    def __init__(self, document, overlay):
        self.schemas = document["components"]["schemas"]
        self.overlay = overlay
        for change in overlay["components"]:
            for member in change["members"].split() or [""]:
                self.change_component(change, member)
        for change in overlay["overlapping"]:
            self.schemas[change["schema"]]["anyOf"] = self.schemas[change["schema"]].pop("oneOf")
        self.families = collections.OrderedDict()
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    self.operation(method.upper(), path, item[method], item.get("parameters", []))
        for route in overlay["routes"]:
            method, path = route["operation"].split(" ")
            made = {"operationId": route["id"], "security": [{"oAuth2ClientCredentials": route["scopes"].split()}]}
            if "body" in route:
                made["requestBody"] = {"content": {"application/json": {"schema": route["body"]}}}
            made["parameters"] = [
                {"name": name, "in": "query", "schema": schema} for name, schema in route.get("query", {}).items()]
            self.operation(method, path, made, [], is_known=False)

    def operation(self, method, path, operation, shared, is_known=True):
        family = self.families.setdefault(segment(path), Family(segment(path)))
        key = f"{method} {path}"
        scopes = next((s["oAuth2ClientCredentials"] for s in operation.get("security", []) if
                       "oAuth2ClientCredentials" in s), [])
        parameters = shared + operation.get("parameters", [])
        identifier = operation["operationId"]
        content = operation.get("requestBody", {}).get("content", {})
        for extra in self.overlay["bodies"]:
            if extra["operation"] == key:
                content = {"application/json": {"schema": extra["schema"]}}
        body = "-"
        if content:
            body = "optional" if key in self.overlay["optional_bodies"] else "body"
            kind = next(iter(content))
            schema = content[kind].get("schema", {})
            if kind == "multipart/form-data":
                body = "multipart"
            family.roots[f"{identifier}.body"] = self.corrected(schema, key)
        parts = ""
        for place, name in (("query", "query"), ("path", "path")):
            properties = {p["name"]: described(p) for p in parameters if p["in"] == place}
            if place == "query":
                for extra in self.overlay["queries"]:
                    if extra["operation"] == key:
                        properties |= {name: {} for name in extra["names"].split()}
            for change in self.overlay["parameters"]:
                if change["in"] == place and change["name"] in properties and path.startswith(change["under"]):
                    kept = properties[change["name"]].get("description")
                    properties[change["name"]] = change["schema"] | ({"description": kept} if kept else {})
            is_strict = place == "query" and any(
                path.startswith(strict["under"]) for strict in self.overlay["strict_queries"])
            # A path's parameter that is any string needs no look.
            if any(set(self.resolved(s)) - {"type", "description", "maxLength"} for s in properties.values()) or (
                    place == "query" and properties):
                parts += place[0]
                root = {"type": "object", "additionalProperties": not is_strict, "properties": properties}
                # The service does not hold these against the schema, but refuses in other words what lacks one.
                if needed := [p["name"] for p in parameters if p["in"] == place == "query" and p.get("required")]:
                    root["needed"] = needed
                family.roots[f"{identifier}.{name}"] = root
        family.operations.append(
            (method, path, identifier, ",".join(scopes) or "-", body, parts or "-",
             "document" if is_known else "recorded", " ".join(operation.get("summary", "").split())))

    def change_component(self, change, member):
        """Changes keywords of a schema that has a name, or of one of its members."""
        schema = self.schemas[change["schema"]]
        if member:
            schema = schema["properties"][member]
        schema.update(change.get("set", {}))
        for keyword, values in change.get("append", {}).items():
            schema[keyword] = schema[keyword] + values

    def corrected(self, schema, key):
        for change in self.overlay["schemas"]:
            if change["operation"] == key:
                schema = self.change(schema, change["at"].split(".") if change["at"] else [], change)
        return schema

    def change(self, schema, path, change):
        """A copy of the schema, with what it refers to on the way, changed at a path."""
        schema = copy.deepcopy(self.resolved(schema))
        for name in LISTS:
            if name in schema and "properties" not in schema:
                schema[name] = [
                    self.change(s, path, change) if self.leads(s, path, change) else s for s in schema[name]]
                return schema
        if path:
            if path[0] == "[]":
                schema["items"] = self.change(schema["items"], path[1:], change)
            else:
                schema["properties"][path[0]] = self.change(schema["properties"][path[0]], path[1:], change)
            return schema
        if change["action"] == "nullable":
            if "type" in schema:
                types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
                schema["type"] = types + ["null"]
            return schema
        if change["action"] == "value":
            schema["enum"] = schema["enum"] + change["names"].split()
            return schema
        if change["action"] == "write-only":
            tag = schema["properties"]["method"]
            names = [pair.split(":")[1] for pair in change["names"].split() if
                     pair.split(":")[0] in self.resolved(tag).get("enum", [])]
        else:
            names = change["names"].split()
        for name in names:
            schema.setdefault("properties", {}).setdefault(name, copy.deepcopy(change.get("schema", {})))
        return schema

    def leads(self, schema, path, change):
        schema = self.resolved(schema)
        for step in path:
            if step == "[]":
                schema = self.resolved(schema.get("items", {}))
            elif step in schema.get("properties", {}):
                schema = self.resolved(schema["properties"][step])
            elif any(name in schema for name in LISTS):
                return any(self.leads(s, path[path.index(step):], change) for n in LISTS for s in schema.get(n, []))
            else:
                return False
        if change["action"] == "value":
            return "enum" in schema
        if change["action"] == "write-only":
            return "method" in schema.get("properties", {}) or any(name in schema for name in LISTS)
        return schema.get("type") == "object" or "properties" in schema or any(name in schema for name in LISTS)

    def resolved(self, schema):
        seen = 0
        while "$ref" in schema and seen < 20:
            rest = {k: v for k, v in schema.items() if k != "$ref"}
            schema = self.schemas[schema["$ref"].removeprefix(PREFIX)] | rest
            seen += 1
        return schema

    def texts(self, family):
        """The family's roots and shared schemas, by name, in the compact form."""
        uses = collections.Counter()
        seen = set()

        def count(schema):
            for child in children(schema):
                count(child)
            if "$ref" in schema:
                name = schema["$ref"].removeprefix(PREFIX)
                uses[name] += 1
                if name not in seen:
                    seen.add(name)
                    count(self.schemas[name])

        for root in family.roots.values():
            count(root)
        shared = {name for name in seen if uses[name] > 1 and len(json.dumps(self.schemas[name])) > 60}
        texts = collections.OrderedDict()
        for name, root in family.roots.items():
            texts[name] = self.compact(root, shared)
        for name in sorted(shared):
            texts[name] = self.compact(self.schemas[name], shared)
        return texts

    def compact(self, schema, shared):
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(PREFIX)
            if name in shared:
                made = {"$": name}
                if "description" in schema:
                    made["d"] = description(schema)
                return made
            rest = {k: v for k, v in schema.items() if k != "$ref"}
            return self.compact(self.schemas[name] | rest, shared)
        made = {}
        for key, value in schema.items():
            if key == "type":
                made["t"] = "".join(TYPES[t] for t in (value if isinstance(value, list) else [value]))
            elif key == "properties":
                made["p"] = {name: self.compact(child, shared) for name, child in value.items()}
            elif key == "items":
                made["a"] = self.compact(value, shared)
            elif key == "additionalProperties":
                if isinstance(value, dict):
                    made["x"] = self.compact(value, shared) if value else 1
                elif value is False:
                    made["x"] = 0
            elif key in LISTS:
                made[LISTS[key]] = [self.compact(child, shared) for child in value]
            elif key == "description":
                made["d"] = description(schema)
            elif key == "contentMediaType":
                made["f"] = "binary"
            elif key in LETTERS:
                made[LETTERS[key]] = value
        if made.get("d") == "":
            del made["d"]
        return made


def segment(path):
    return path.split("/")[1]


def described(parameter):
    schema = dict(parameter.get("schema", {}))
    if parameter.get("description") and "description" not in schema:
        schema["description"] = parameter["description"]
    return schema


def description(schema):
    text = schema["description"].strip()
    return text[:-1] if text.endswith(".") else text


def children(schema):
    for key in ("properties",):
        yield from schema.get(key, {}).values()
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield schema[key]
    for key in LISTS:
        yield from schema.get(key, [])


def swift_name(name):
    words = re.split(r"[-_]", name)
    return words[0] + "".join(w.capitalize() for w in words[1:])


def file_name(name):
    made = swift_name(name)
    return "Generated" + made[0].upper() + made[1:] + ".swift"


def written(deriver, family, first, head):
    lines = [" ".join(operation).strip() for operation in family.operations]
    texts = deriver.texts(family)
    body = []
    for name, schema in texts.items():
        body.append(f"{json.dumps(name)}:{lined(schema)}")
    indented = "\n".join("            " + line for line in lines)
    return f"""{head}
package import Resources

extension GeneratedFamily {{
    package static let {swift_name(family.name)} = GeneratedFamily(
        name: "{family.name}", firstNumber: {first},
        operations: \"\"\"
{indented}
            \"\"\",
        schemas: ##\"\"\"
            {{{(","  + chr(10) + "            ").join(body)}}}
            \"\"\"##)
}}
"""


def lined(schema):
    """The schema's JSON, a property a line, so that differences read well."""
    dumps = lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    parts = []
    for key, value in schema.items():
        if key == "p" and value:
            inner = ",\n            ".join(f"{dumps(name)}:{dumps(child)}" for name, child in value.items())
            parts.append(f'"p":{{\n            {inner}}}')
        else:
            parts.append(f"{dumps(key)}:{dumps(value)}")
    return "{" + ",".join(parts) + "}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--document", type=pathlib.Path, default=DOCUMENT)
    parser.add_argument("--output", type=pathlib.Path, default=OUTPUT)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    if not arguments.document.exists():
        print("the vendor's document is not here: nothing derived")
        return 77
    packed = arguments.document.read_bytes()
    document = json.loads(gzip.decompress(packed))
    overlay = (HERE / "overlay.json").read_bytes()
    deriver = Deriver(document, json.loads(overlay))
    # The overlay changes often and is held by --check: its hash in each file would only make differences.
    head = (f"// swift-format-ignore-file\n// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 "
            f"{hashlib.sha256(packed).hexdigest()[:16]}.\n")
    files, first = {}, 0
    families = sorted(deriver.families.values(), key=lambda f: f.name)
    for family in families:
        files[file_name(family.name)] = written(deriver, family, first, head)
        first += len(family.operations)
    names = ", ".join("." + swift_name(f.name) for f in families)
    files["GeneratedFamilies.swift"] = f"""{head}
package import Resources

extension GeneratedFamily {{
    /// Every family of the document, by name.
    package static let all: [GeneratedFamily] = [{names}]

    /// Operations of all families.
    package static let operationCount = {first}
}}
"""
    if arguments.check:
        there = {file.name: file.read_text() for file in arguments.output.glob("*.swift")}
        wrong = sorted(name for name in files.keys() | there.keys() if files.get(name) != there.get(name))
        for name in wrong:
            print(f"{name} is not what derive.py makes of the document: run make derive")
        return 1 if wrong else 0
    arguments.output.mkdir(parents=True, exist_ok=True)
    for old in arguments.output.glob("*.swift"):
        old.unlink()
    for name, text in files.items():
        (arguments.output / name).write_text(text)
    print(f"{first} operations in {len(families)} families, {sum(len(t.encode()) for t in files.values())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
