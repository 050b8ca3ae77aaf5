"""Every operation of the vendor's document, with bodies, queries and paths that fit its schemas, and with such as are
broken in one place each, whose refusals are held against the words of the service's validator. Answers are held against
the document, too, but for what the service was recorded to do otherwise.

    every_operation.py DOCUMENT [WORD...]      run by `localtenant exec`; only operations whose ids have one of WORDs

The schemas are those that the families are derived of: the document with what Tests/Families/overlay.json corrects. All
is made from them in one order, so that two runs send the same. What is made can be read, and what is deleted cannot.
The last line is `N passed, N failed`.
"""

import gzip
import http.client
import json
import os
import pathlib
import re
import sys
import urllib.parse

FAMILIES = pathlib.Path(__file__).resolve().parents[1] / "Families"
sys.path.append(str(FAMILIES))

import derive
import documents
from checks import check, finish
from samples import Schemas, said, types, wrong_texts

ORDER = {"POST": 0, "PUT": 1, "GET": 2, "PATCH": 3, "DELETE": 4}
IDS = "id", "client_id", "user_id", "kid", "custom_domain_id", "themeId", "connection_id", "template"
# Whose rules beyond the schemas speak in the validator's words: what one needs depends on another member or on state.
BEYOND = {
    "post_blacklisted_token", "post_client-grants", "post_password-change", "post_users", "post_users-imports",
    "post_authentication-methods", "post_identities", "post_network-acls", "put_network-acls_by_id",
    "patch_network-acls_by_id", "post_provider", "patch_provider", "patch_log-streams_by_id", "post_roles",
}
# What a request may say of what it makes without being believed.
FOREIGN = {"surely_unknown": 1, "created_at": "surely"}
# What is deleted can still be read (RECORDED).
LEAVES = {"delete_encryption_key"}
# So many find what they need here; the others lack a session, a log, a verified domain and the like.
DONE_MIN = 365
PASSWORD = "9-Correct-Horses"
# Numbers that overflow where nobody thinks of it, and the names of lists' own numbers.
EXTREMES = 2**63 - 1, -2**63, 10**15, -1, 0
PAGING = "page", "per_page", "take", "from", "limit"
# What there is before all else, so that operations find something to work on.
WORLD = {
    "/connections": {"name": "people", "strategy": "auth0"},
    "/users": {"connection": "people", "email": "a@example.com", "password": PASSWORD},
    "/clients": {"name": "abcdefghij", "organization_usage": "allow"},
    "/resource-servers": {"identifier": "abcdefghij", "scopes": [{"value": "abcdefghij"}]},
    "/client-grants": {
        "client_id": "{client_id}", "audience": "abcdefghij", "scope": [], "organization_usage": "allow"},
    "/roles": {"name": "abcdefghij"},
    "/organizations": {"name": "abcdefghij"},
    "/network-acls": {"description": "a", "active": True, "rule": {
        "action": {"block": True}, "scope": "management", "match": {"asns": [1]}}},
    "/actions/actions": {"name": "abcdefghij", "deploy": True, "supported_triggers": [
        {"id": "custom-token-exchange", "version": "v1"}]},
    "/flows": {"name": "abcdefghij"},
}


class Operation:
    """One of a family's operations, with the parts of its requests and what the document says that it answers."""

    def __init__(self, family, line, document):
        self.method, self.path, self.id, _, self.content, *_ = line
        roots = (family.roots.get(f"{self.id}.{part}", {}) for part in ("body", "query", "path"))
        self.body, self.query, self.parameters = roots
        item = document["paths"].get(self.path, {}).get(self.method.lower(), {})
        self.answers = item.get("responses")
        self.needed = [p["name"] for p in item.get("parameters", []) if p["in"] == "query" and p.get("required")]

    @property
    def place(self):
        """What is made comes first, from the outside in; what is deleted goes last, from the inside out."""
        depth = self.path.count("/")
        return ORDER[self.method], -depth if self.method == "DELETE" else depth


class Answers(Schemas):
    """What the document says of answers, but for what the service was recorded to do otherwise."""

    def __init__(self, document):
        schemas = document["components"]["schemas"]
        super().__init__(lambda schema: schemas[schema["$ref"].removeprefix(derive.PREFIX)])

    def faults(self, operation, status, content):
        """What the document has against an answer, as a text."""
        if operation.answers is None or status >= 300:
            return ""
        if str(status) not in operation.answers:
            return f"status {status}"
        schema = operation.answers[str(status)].get("content", {}).get("application/json", {}).get("schema")
        return said(self.problems(schema, content), "Answer") if schema and content is not None else ""


class Wire:
    """One connection, which remembers what was made by the path that it was made at, and by the names it is called."""

    def __init__(self, url, schemas):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=20)
        self.schemas = schemas
        self.made = {}

    def call(self, method, path, body=..., query=()):
        """Status of an answer, and its content if that is JSON."""
        fields = {"authorization": "Bearer any"} | ({} if body is ... else {"content-type": "application/json"})
        target = f"{path}?{urllib.parse.urlencode(query)}" if query else path
        self.connection.request(method, target, None if body is ... else json.dumps(body).encode(), fields)
        answer = self.connection.getresponse()
        kind = answer.headers.get_content_type()
        if kind == "text/event-stream":
            self.connection.close()  # It has no end.
            return answer.status, None
        text = answer.read()
        return answer.status, json.loads(text) if text and kind == "application/json" else None

    def send(self, operation, body=..., query=None, **parameters):
        """Has an operation performed on what was made, or else on what looks like it."""
        filled, template = "/api/v2", ""
        for segment in operation.path.split("/")[1:]:
            if segment[0] != "{":
                filled, template = f"{filled}/{segment}", f"{template}/{segment}"
                continue
            name = segment[1:-1]
            schema = operation.parameters.get("properties", {}).get(name, {})
            value = self.made.get(template) or self.schemas.texts.get(name, "x")
            if self.schemas.problems(schema, value):
                value = next(self.schemas.samples(schema))
            filled, template = f"{filled}/{quoted(parameters.get(name, value))}", template + "/{}"
        if query is None:
            query = {name: self.queried(operation, name) for name in operation.needed}
        status, answer = self.call(operation.method, filled, body, query)
        if status in (200, 201) and isinstance(answer, dict):
            self.remember(template, answer)
        return status, answer

    def furnish(self):
        """Makes what there is before all else."""
        self.schemas.texts |= {"connection": "people", "email": "a@example.com", "password": PASSWORD}
        for path, body in WORLD.items():
            filled = {name: self.schemas.texts.get(str(value).strip("{}"), value) for name, value in body.items()}
            status, answer = self.call("POST", "/api/v2" + path, filled)
            check(f"POST {path} {answer}", status in (200, 201))
            self.remember(path, answer)
        self.schemas.texts["members"] = self.schemas.texts["user_id"]

    def queried(self, operation, name):
        value = self.schemas.made(operation.query["properties"][name], True, 0, name=name)
        return value[0] if isinstance(value, list) else value

    def remember(self, template, answer):
        if name := next((name for name in IDS if isinstance(answer.get(name), str)), None):
            self.made.setdefault(template, answer[name])
            plural = template.split("/")[-1].replace("-", "_")
            for called in (plural, plural.removesuffix("s") + "_id"):
                self.schemas.texts.setdefault(called, answer[name])


def quoted(text):
    return urllib.parse.quote(str(text), safe="")


def bodies(operation, schemas, count=8):
    return [*schemas.samples(operation.body, count)] if operation.content in ("body", "optional") else [...]


def check_fitting(operation, wire, answers):
    """What fits is not refused in the validator's words, and is answered as documented. Whether one was carried out."""
    statuses = set()
    for body in bodies(operation, wire.schemas):
        status, answer = wire.send(operation, body)
        statuses.add(status)
        told = f"{operation.id} {shown(body)} {shown(answer)}"
        check(f"status of {told}", status in (200, 201, 202, 204, 400, 404, 409))
        check(f"answer of {told}", answers.faults(operation, status, answer), "")
        if status == 400 and operation.id not in BEYOND:
            check(f"refusal of {told}", "validation error: '" in answer["message"], False)
    return min(statuses, default=500) < 300


def check_made(operation, wire, operations):
    """What an operation makes can be read, and has nothing but what the service gave it or knows."""
    readers = [reader for (method, path), reader in operations.items()
               if method == "GET" and re.fullmatch(re.escape(operation.path) + r"/{\w+}", path)]
    for body in bodies(operation, wire.schemas):
        if isinstance(body, dict) and not wire.schemas.problems(operation.body, body | FOREIGN):
            body |= FOREIGN
        status, made = wire.send(operation, body)
        if status not in (200, 201) or not isinstance(made, dict):
            continue
        check(f"{operation.id} takes", [name for name in FOREIGN if made.get(name) == FOREIGN[name]], [])
        name = next((name for name in IDS if isinstance(made.get(name), str)), None)
        if readers and name:
            status, found = wire.send(readers[0], **{readers[0].path.split("{")[-1][:-1]: made[name]})
            check(f"{readers[0].id} after {operation.id}", (status, found.get(name)), (200, made[name]))
        if lister := operations.get(("GET", operation.path)):
            _, found = wire.send(lister)
            check(f"{lister.id} after {operation.id}", "surely_unknown" in json.dumps(found), False)
        return


def check_deleted(operation, wire, reader):
    """What was deleted cannot be read any more. Whether something was."""
    if not reader or operation.id in LEAVES or wire.send(reader)[0] != 200:
        return False
    status, answer = wire.send(operation)
    check(f"{operation.id}: {answer}", status in (200, 202, 204, 409))
    check(f"{reader.id} after {operation.id}", wire.send(reader)[0], 200 if status == 409 else 404)
    return status < 300


def check_broken_bodies(operation, wire):
    if operation.content not in ("body", "optional"):
        return
    for place, body, problems in wire.schemas.broken(operation.body, bodies(operation, wire.schemas)):
        check_refusal(operation, place, wire.send(operation, body), problems, "Payload", "invalid_body")


def check_broken_queries(operation, wire):
    needed = {name: wire.queried(operation, name) for name in operation.needed}
    for name in needed:
        status, answer = wire.send(operation, query={key: value for key, value in needed.items() if key != name})
        check(f"{operation.id} without {name}: {answer}", status == 400 and name in answer["message"])
    for name, schema in operation.query.get("properties", {}).items():
        for text in query_texts(wire.schemas.resolved(schema)):
            problems = wire.schemas.problems(operation.query, {name: read(text, types(wire.schemas.resolved(schema)))})
            if problems:
                answer = wire.send(operation, ..., needed | {name: text})
                check_refusal(operation, f"{name}={text[:80]}", answer, problems, "Query", "invalid_query_string")


def check_broken_paths(operation, wire):
    for name, schema in operation.parameters.get("properties", {}).items():
        schema = wire.schemas.resolved(schema)
        for _, text in wrong_texts(schema, "a"):
            problems = wire.schemas.problems(operation.parameters, {name: text})
            if text and problems:
                code = "bad_request" if "enum" in schema else "invalid_uri"
                answer = wire.send(operation, **{name: text})
                check_refusal(operation, f"{name}={text[:80]}", answer, problems, "Path", code)


def check_extremes(operation, wire):
    """A number that is far out is refused or taken; nothing fails, and the emulator goes on."""
    for extreme in EXTREMES:
        for body in bodies(operation, wire.schemas, 3):
            for changed in [] if body is ... else with_numbers(body, extreme):
                status, _ = wire.send(operation, changed)
                check(f"{operation.id} {shown(changed)}", status < 500)
        for name in PAGING if operation.method == "GET" else ():
            for query in ({name: extreme}, {name: extreme, "include_totals": "true"}, {"page": extreme, name: 50}):
                status, _ = wire.send(operation, query=query)
                check(f"{operation.id} {query}", status < 500)


def with_numbers(value, number):
    """Copies of a value, in each of which one of its numbers is that one."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield number
    elif isinstance(value, (dict, list)):
        for key in value if isinstance(value, dict) else range(len(value)):
            for inner in with_numbers(value[key], number):
                changed = value.copy()
                changed[key] = inner
                yield changed


def check_refusal(operation, what, answer, problems, part, code):
    """It is a 400 in the validator's words."""
    status, content = answer
    found = content if isinstance(content, dict) else {}
    check(f"{operation.id}, {part} {what}", (status, found.get("message"), found.get("errorCode")),
          (400, said(problems, part), code))


def query_texts(schema):
    yield from ("surely-wrong", "", "1.5")
    yield from (str(schema[name] + by) for name, by in (("minimum", -1), ("maximum", 1)) if name in schema)
    yield from (text for _, text in wrong_texts(schema, "a"))


def read(text, kinds):
    """A query's text as the service's platform reads it, by the types that there may be."""
    if "array" in kinds and "string" not in kinds:
        return [text]
    if "string" not in kinds and {"integer", "number"} & set(kinds) and re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return text


def shown(body):
    return "" if body is ... else json.dumps(body)[:200]


def main():
    packed = pathlib.Path(sys.argv[1]).read_bytes()
    text = gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed
    deriver = derive.Deriver(json.loads(text), json.loads((FAMILIES / "overlay.json").read_text()))
    document = documents.amended(json.loads(text))
    answers = Answers(document)
    lines = ((family, line) for family in deriver.families.values() for line in family.operations)
    operations = sorted((Operation(*line, document) for line in lines), key=lambda operation: operation.place)
    wire = Wire(os.environ["LOCALTENANT_URL"], Schemas(deriver.resolved))
    wire.call("PATCH", "/__admin/settings", {"experimentation_enabled": True})
    wire.furnish()
    by_path = {(operation.method, operation.path): operation for operation in operations}
    for operation in operations:
        if operation.method == "POST":
            check_made(operation, wire, by_path)
    done = 0
    for operation in operations:
        if not sys.argv[2:] or any(word in operation.id for word in sys.argv[2:]):
            check_broken_paths(operation, wire)
            check_broken_queries(operation, wire)
            check_broken_bodies(operation, wire)
            check_extremes(operation, wire)
            is_owner = operation.method == "DELETE" and operation.path.endswith("}")
            is_gone = is_owner and check_deleted(operation, wire, by_path.get(("GET", operation.path)))
            done += check_fitting(operation, wire, answers) or is_gone
    print(f"{len(operations)} operations, {done} of them carried out")
    check("operations that are carried out, of all", bool(sys.argv[2:]) or done >= DONE_MIN)
    finish()


if __name__ == "__main__":
    main()
