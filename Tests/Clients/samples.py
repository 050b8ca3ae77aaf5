"""Values made from the schemas of an OpenAPI document: such as fit, and such as are broken in one place; and what the
service's validator says of them, in its words (reference extensibility-and-conventions.md section 10)."""

import copy
import functools
import json
import re

ANY, TEXT = {}, {"type": "string"}
DEPTH_MAX = 12
LENGTH_MAX = 100_000
# Values of each type, to stand where they should not.
OTHERS = 1.5, "surely-wrong", True, None, [], {}
ALTERNATIVES = "oneOf", "anyOf"
TYPES = "object", "array", "string", "boolean", "integer", "number", "null"
# One of these mostly fits a pattern or a format.
TEXTS = (
    "abcdefghij", "https://example.com/x", "a@example.com", "example.com", "#ffffff", "10.0.0.1", "10.0.0.0/8",
    "2001:db8::1", "2001:db8::/32", "2026-01-01T00:00:00.000Z", "con_abcdefghijklmnop", "org_abcdefghijklmnop",
    "rol_abcdefghijklmnop", "grp_123456789abcdefghijkmn", "est_123456789abcdefghijkmn", "123456789012", "12",
    "+4912345", "simplified/1.0", "aamva", "us-east-1", "US", "flg_abc", "var_abc", "seg_abc", "exp_abc",
    "6f9619ff-8b86-4d01-b42d-00c04fc964ff", "client.metadata.x", "organization.metadata.x",
    "transaction.custom_domain.domain_metadata.x", "user.user_metadata.x", "user.app_metadata.x",
    "untrusted_data.authorization_params.ext-x", "{{x}}", "abc", "a", "A" * 86 + "==", "abcdef",
    "ABCDEF0123456789ABCDEF0123456789", "en", "auth0|abc", "lst_0000000000000001", "1.0.0", "18", "ext-x")
# What formats look like whose rule is public.
FORMATS = {
    "email": r"[^\s@]+@[^\s@]+", "ipv4": r"(\d{1,3}\.){3}\d{1,3}", "ipv6": r"[0-9a-f]*:[0-9a-f:]+",
    "cidr": r"(\d{1,3}\.){3}\d{1,3}/\d+", "ipv6_cidr": r"[0-9a-f]*:[0-9a-f:]+/\d+", "hostname": r"[A-Za-z0-9_.*-]+",
    "date-time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z",
    "uuid": r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
    "organization-name": r"[a-z0-9]([a-z0-9_-]*[a-z0-9])?", "forms-custom-identifier": r"[^$].*",
    "forms-expression": r".*\{\{.*", "event-stream-id": r"est_[1-9A-HJ-NP-Za-km-z]{22}", "non-empty-string": r".+",
    "email-or-empty": r"([^\s@]+@[^\s@]+)?",
}
FORMATS |= dict.fromkeys(("uri", "strict-uri", "url", "absolute-uri-or-empty"), r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
FORMATS |= dict.fromkeys(("absolute-https-uri-or-empty", "strict-https-uri", "strict-https-uri-or-null",
                          "forms-url-https"), r"https://\S+")
FORMATS |= dict.fromkeys(("html-color", "html-color-or-null", "forms-hex-color"), r"#[0-9a-fA-F]{3,8}")


class Schemas:
    """Schemas, and those that they name.

    `resolve` takes a schema and gives it with the one that it refers to in its place. `texts` are those that members of
    such names have where they fit.
    """

    def __init__(self, resolve):
        self.resolve = resolve
        self.referred = {}
        self.texts = {}
        # What fits which schema, by where they are in memory, in which it stays for that.
        self.fine = {}

    def resolved(self, schema):
        """The schema, or the one that it refers to, always as the same object."""
        if "$ref" not in schema:
            return schema
        if id(schema) not in self.referred:
            self.referred[id(schema)] = self.resolve(schema), schema
        return self.referred[id(schema)][0]

    # What fits.

    def samples(self, schema, count=8):
        """At most so many different values that fit: small and whole ones, through the alternatives there are."""
        seen = set()
        for pick in range(count):
            for whole in (True, False):
                value = self.made(schema, whole, pick)
                text = json.dumps(value)
                if value is not ... and text not in seen and not self.problems(schema, value):
                    seen.add(text)
                    yield value

    def made(self, schema, whole, pick, depth=0, name=None):
        """A value that ought to fit; `...` where none could be made. `pick` chooses among alternatives."""
        schema = self.resolved(schema)
        if depth > DEPTH_MAX:
            return ...
        if schema.get("enum"):
            choices = [choice for choice in schema["enum"] if choice is not None] or schema["enum"]
            return choices[pick % len(choices)]
        for keyword in ALTERNATIVES:
            if keyword in schema:
                choices = schema[keyword]
                made = (self.made(choices[(pick + index) % len(choices)], whole, pick // len(choices), depth + 1, name)
                        for index in range(len(choices)))
                return next((value for value in made if value is not ... and not self.problems(schema, value)), ...)
        if "allOf" in schema:
            parts = [self.made(part, whole, pick, depth + 1) for part in schema["allOf"]]
            return ... if ... in parts else {name: value for part in parts for name, value in part.items()}
        kind = types(schema)[0]
        if kind == "object":
            return self.object(schema, whole, pick, depth)
        if kind == "array":
            count = max(schema.get("minItems", 0), int(whole))
            item = schema.get("items", ANY)
            items = [self.made(item, whole, pick + index, depth + 1, name) for index in range(count)]
            return items if ... not in items else [] if not schema.get("minItems") else ...
        if kind == "string":
            return known if (known := self.texts.get(name)) and not self.problems(schema, known) else text(schema)
        if kind == "boolean":
            return pick % 2 == 0
        return None if kind == "null" else schema.get("minimum", schema.get("maximum", 1))

    def object(self, schema, whole, pick, depth):
        required, made = schema.get("required", []), {}
        least, most = schema.get("minProperties", 0), schema.get("maxProperties", 1000)
        names = list(schema.get("properties", {}))
        for name in sorted(names, key=lambda name: (name not in required, (names.index(name) - pick) % len(names))):
            is_full = len(made) >= (most if whole else least) or not schema["properties"][name]
            if name not in required and is_full:
                continue
            value = self.made(schema["properties"][name], whole, pick, depth + 1, name)
            if value is not ...:
                made[name] = value
            elif name in required:
                return ...
        others = schema.get("additionalProperties", {})
        for name in () if others is False else ("abc", "abcdef", "abcdefghij"):
            if len(made) < least or whole and isinstance(others, dict) and others and not made:
                made[name] = self.made(others if isinstance(others, dict) else TEXT, whole, pick, depth + 1)
        for name in required:
            made.setdefault(name, "any")
        return made if ... not in made.values() else ...

    # What does not.

    def broken(self, schema, values):
        """A place, a copy of a value that is wrong there, and what is wrong: every place once in every way."""
        seen = set()
        for value in values:
            for steps, way, wrong in self.wrongs(schema, value, ()):
                if (steps, way) not in seen:
                    seen.add((steps, way))
                    copied = replaced(value, steps, wrong)
                    if problems := self.problems(schema, copied):
                        yield f"{'.'.join(map(str, steps))} {way}".strip(), copied, problems

    def wrongs(self, schema, value, steps):
        """Steps into the value, the way in which it is to be wrong there, and what to have there."""
        schema = self.resolved(schema)
        for name in ALTERNATIVES:
            for choice in schema.get(name, []):
                if not self.problems(choice, value):
                    yield from self.wrongs(choice, value, steps)
                    break
        for part in schema.get("allOf", []):
            yield from self.wrongs(part, value, steps)
        kinds = types(schema)
        if other := [wrong for wrong in OTHERS if kind_of(wrong) not in kinds]:
            yield steps, "type", other[sum(map(len, map(str, steps))) % len(other)]
        if "enum" in schema:
            yield steps, "enum", "surely-wrong"
        if isinstance(value, str):
            yield from ((steps, way, wrong) for way, wrong in wrong_texts(schema, value))
        elif kind_of(value) in ("integer", "number"):
            for name, by in (("minimum", -1), ("maximum", 1)):
                if name in schema:
                    yield steps, name, schema[name] + by
        elif isinstance(value, list):
            if schema.get("minItems"):
                yield steps, "minItems", value[:schema["minItems"] - 1]
            if "maxItems" in schema and value:
                yield steps, "maxItems", value[:1] * (schema["maxItems"] + 1)
            for item in value[:1]:
                yield from self.wrongs(schema.get("items", ANY), item, (*steps, 0))
        elif isinstance(value, dict):
            for name in schema.get("required", []):
                yield steps, f"no {name}", {key: item for key, item in value.items() if key != name}
            if schema.get("additionalProperties") is False:
                yield steps, "unknown", value | {"surely_unknown": 1}
            if schema.get("minProperties"):
                yield steps, "minProperties", dict(list(value.items())[:schema["minProperties"] - 1])
            for name, item in value.items():
                yield from self.wrongs(self.member(schema, name), item, (*steps, name))

    def member(self, schema, name):
        """The schema of an object's member."""
        others = schema.get("additionalProperties")
        return self.resolved(schema.get("properties", {}).get(name, others if isinstance(others, dict) else ANY))

    # What the validator says.

    def problems(self, schema, value, path="", description=None):
        """Reason, path, description and, of alternatives, what is wrong with each, in the validator's order."""
        schema = self.resolved(schema)
        key = id(schema), id(value)
        if key in self.fine:
            return []
        found = []
        if kind_of(value) not in (kinds := types(schema)) and not (kind_of(value) == "integer" and "number" in kinds):
            named = ",".join(kind for kind in TYPES if kind in kinds)
            found.append((f"Expected type {named} but found type {kind_of(value)}", path, description, None))
        for keyword in reversed(schema):
            if keyword in ALTERNATIVES:
                found += self.alternatives(schema[keyword], keyword, value, path, description)
            elif keyword == "allOf":
                found += [found for part in schema[keyword] for found in self.problems(part, value, path, description)]
            else:
                found += [(reason, path, description, None) for reason in reasons(keyword, schema, value)]
        if isinstance(value, list):
            items = self.resolved(schema.get("items", ANY))
            for index in reversed(range(len(value))):
                found += self.problems(items, value[index], f"{path}[{index}]", said_of(items))
        elif isinstance(value, dict):
            for name in reversed(value):
                member = self.member(schema, name)
                found += self.problems(member, value[name], f"{path}.{name}".lstrip("."), said_of(member))
        if not found:
            self.fine[key] = schema, value
        return found

    def alternatives(self, choices, keyword, value, path, description):
        found = [self.problems(choice, value, path.split(".")[-1], description) for choice in choices]
        fitting = found.count([])
        if fitting == 1 or fitting and keyword == "anyOf":
            return []
        if fitting:
            return [("Data is valid against more than one schema from 'oneOf'", path, description, None)]
        inner = [one for each in found for one in (each if keyword == "anyOf" else each[:1])]
        return [("None of the valid schemas were met", path, description, inner)]


def said(problems, part):
    """The text of problems with a request's part, such as `Payload`: each once."""
    texts = {}
    for reason, path, description, inner in problems:
        made = f"{part} validation error: '{reason}'"
        if path:
            description = description or (None if inner is None else "{description}")
            made += f" on property {path}" + (f" ({description})" if description else "")
        made += "."
        texts[made if inner is None else f"{made} Inner errors: [ {said(inner, part)} ]."] = None
    return " (also) ".join(texts)


def reasons(keyword, schema, value):
    """What one keyword has against a value."""
    bound = schema[keyword]
    if keyword == "enum" and not any(value == choice and kind_of(value) == kind_of(choice) for choice in bound):
        yield f"Invalid value {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
    elif isinstance(value, str):
        if keyword == "minLength" and len(value) < bound:
            yield f"String is too short ({len(value)} chars), minimum {bound}"
        elif keyword == "maxLength" and len(value) > bound:
            yield f"String is too long ({len(value)} chars), maximum {bound}"
        elif keyword == "pattern" and not expression(bound).search(value):
            shown = bound.replace("\0", "\\u0000")
            yield f"String does not match pattern {shown}: {value}"
        elif keyword == "format" and not re.fullmatch(FORMATS.get(bound, ".*"), value, re.ASCII | re.DOTALL):
            if value or not bound.endswith("-or-empty"):
                yield f"Object didn't pass validation for format {bound}: {value}"
    elif isinstance(value, list):
        if keyword == "minItems" and len(value) < bound:
            yield f"Array is too short ({len(value)}), minimum {bound}"
        elif keyword == "maxItems" and len(value) > bound:
            yield f"Array is too long ({len(value)}), maximum {bound}"
        elif keyword == "uniqueItems":
            places = [(value.index(item), index) for index, item in enumerate(value) if value.index(item) < index]
            yield from (f"Array items are not unique (indexes {one} and {two})" for one, two in places[:1])
    elif isinstance(value, dict):
        if keyword == "required":
            yield from (f"Missing required property: {name}" for name in reversed(bound) if name not in value)
        elif keyword == ("properties" if "properties" in schema else "additionalProperties"):
            unknown = [name for name in reversed(value) if name not in schema.get("properties", {})]
            if unknown and schema.get("additionalProperties") is False:
                yield f"Additional properties not allowed: {','.join(unknown)}"
        elif keyword == "minProperties" and len(value) < bound:
            yield f"Too few properties defined ({len(value)}), minimum {bound}"
        elif keyword == "maxProperties" and len(value) > bound:
            yield f"Too many properties defined ({len(value)}), maximum {bound}"
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        if keyword == "minimum" and value < bound:
            yield f"Value {value} is less than minimum {bound}"
        elif keyword == "maximum" and value > bound:
            yield f"Value {value} is greater than maximum {bound}"


@functools.cache
def expression(pattern):
    """A regular expression of ECMAScript, in which a dash stands for itself after a class."""
    return re.compile(pattern.replace(r"\w-", r"\w\-"), re.ASCII)


def types(schema):
    """The types that a schema allows."""
    kinds = schema.get("type", TYPES)
    return [kinds] if isinstance(kinds, str) else list(kinds)


def kind_of(value):
    """The name of a value's type."""
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    return {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}.get(type(value), "null")


def said_of(schema):
    """A description as refusals have it: without its full stop."""
    return schema.get("description", "").strip().removesuffix(".") or None


def text(schema):
    """A string that fits; `...` where none is known."""
    least = schema.get("minLength", 0)
    for choice in (*TEXTS, "a" * max(least, 1), ""):
        if not any(reason for keyword in schema for reason in reasons(keyword, schema, choice)):
            return choice
    return ...


def wrong_texts(schema, value):
    """Ways for a text to be wrong, with such texts."""
    if schema.get("minLength"):
        yield "minLength", value[:schema["minLength"] - 1]
    if schema.get("maxLength", LENGTH_MAX) < LENGTH_MAX:
        yield "maxLength", value + "a" * (schema["maxLength"] + 1 - len(value))
    if "pattern" in schema or schema.get("format") in FORMATS:
        yield "form", "surely wrong $"


def replaced(value, steps, wrong):
    """A copy of a value with another one at a place within it."""
    if not steps:
        return wrong
    copied = copy.copy(value)
    copied[steps[0]] = replaced(value[steps[0]], steps[1:], wrong)
    return copied
