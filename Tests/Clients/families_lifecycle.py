"""Every method of the official Python SDK's management client (auth0-python 6), called in one story.

    families_lifecycle.py BASE         e.g. http://127.0.0.1:4664

What is called with what, and what is to be answered, stands in the folder `families`; a method that is not there is a
failure. Needs a server that takes any token; has a tenant of its own. The last line is `N passed, N failed`.
"""

import base64
import inspect
import itertools
import sys
import typing

import httpx
import pydantic
from auth0.management import Auth0
from auth0.management.core.api_error import ApiError
from auth0.management.core.pagination import SyncPager
from auth0.management.core.parse_error import ParsingError
from auth0.management.core.pydantic_utilities import parse_obj_as
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from checks import check, finish
from families import objects, settings
from families.kinds import ANYTHING, Call, Life, Setting
from families.seed import SEED
from families.undeclared import UNDECLARED

TENANT = "families"
SETTINGS = {"experimentation_enabled": True, "domain_verification": "ready"}
ITEMS_MAX = 1000


def methods(client, path=""):
    """The names of all methods below a client of the SDK: `users.roles.assign`."""
    for name in dir(type(client)):
        if not name.startswith("_") and name != "with_raw_response":
            if isinstance(inspect.getattr_static(client, name), property):
                yield from methods(getattr(client, name), f"{path}{name}.")
            else:
                yield path + name


def keys():
    """What calls are to be given: a public key as PEM and as JWK, and something of the size of a wrapped key."""
    key = rsa.generate_private_key(65537, 2048).public_key()
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
    modulus = base64.urlsafe_b64encode(key.public_numbers().n.to_bytes(256, "big")).decode().rstrip("=")
    jwk = {"kty": "RSA", "kid": "families", "use": "sig", "alg": "RS256", "n": modulus, "e": "AQAB"}
    return {"pem": pem, "jwk": jwk, "wrapped": base64.b64encode(bytes(424)).decode()}


def plain(answer):
    """An answer as JSON, of models and lists of them."""
    if isinstance(answer, list):
        return [plain(item) for item in answer]
    return answer.model_dump(mode="json") if isinstance(answer, pydantic.BaseModel) else answer


def items(answer):
    """The things of a list, also of one that is a member of an object."""
    if isinstance(answer, dict):
        return next((value for value in answer.values() if isinstance(value, list)), [])
    return answer or []


def said(sent):
    """The body of what a method is called with."""
    return sent["request"] if "request" in sent else {name: sent[name] for name in sent if name != "request_options"}


def is_plain(name, value):
    """Whether an argument is no model: the options of a call, or a file, by its name and what it has."""
    return name == "request_options" or isinstance(value, tuple)


def folded(name):
    """One name for what the wire and the SDK write differently: `from` and `from_`, `p12` and `p_12`."""
    return name.replace("_", "").lower()


def holds(wanted, seen, hidden=()):
    """Whether all that is wanted is seen: null as what is not there, of lists each thing somewhere, or nothing."""
    if isinstance(wanted, dict) and isinstance(seen, dict):
        there = {folded(name): value for name, value in seen.items()}
        return all(name in hidden or holds(value, there.get(folded(name)), hidden) for name, value in wanted.items())
    if isinstance(wanted, list) and isinstance(seen, list):
        return all(any(holds(item, other, hidden) for other in seen) for item in wanted) and bool(wanted) == bool(seen)
    return wanted == seen


def undeclared(answer):
    """The names of members that models have and do not declare."""
    if isinstance(answer, list):
        return set().union(*map(undeclared, answer))
    if not isinstance(answer, pydantic.BaseModel):
        return set()
    own = set(answer.model_extra or ())
    return own.union(*(undeclared(getattr(answer, name)) for name in answer.model_fields_set - own))


class Story:
    """Calls what stands in a table, and keeps what later calls name."""

    def __init__(self, client):
        self.client, self.kept, self.called = client, {"keys": keys()}, set()
        self.methods = set(methods(client))

    def tell(self, entries):
        kinds = {Life: self.begin, Setting: self.tell_setting, Call: self.tell_call}
        lives = [(self.end, entry) for entry in reversed(entries) if isinstance(entry, Life)]
        for step, entry in [(kinds[type(entry)], entry) for entry in entries] + lives:
            try:
                step(entry)
            except Exception as error:  # the others go on
                check(f"{step.__name__} of {getattr(entry, 'family', entry)}", error, None)
        for method in sorted(self.methods):
            check(f"{method}: called", method in self.called)

    def filled(self, value):
        """A value in which what was kept stands in place of its names."""
        if isinstance(value, (list, tuple)):
            return type(value)(map(self.filled, value))
        if isinstance(value, dict):
            return {name: self.filled(item) for name, item in value.items()}
        if not isinstance(value, str) or not value.startswith("$") or value[1:].split(".")[0] not in self.kept:
            return value
        found = self.kept
        for name in value[1:].split("."):
            found = found[int(name) if name.isdigit() else name]
        return found

    def method(self, path):
        found = self.client
        for name in path.split("."):
            found = getattr(found, name)
        return found

    def call(self, path, at=(), sent=None, refused=None):
        """Calls a method with models in place of objects, and looks at its answer; None is one that is refused."""
        self.called.add(path)
        family, _, name = path.rpartition(".")
        types = typing.get_type_hints(getattr(self.method(family).with_raw_response, name))
        named = {key: value if is_plain(key, value) else parse_obj_as(types[key], value)
                 for key, value in self.filled(sent or {}).items()}
        try:
            answer = self.method(path)(*self.filled(at), **named)
            if isinstance(answer, SyncPager) or inspect.isgenerator(answer):
                answer = list(itertools.islice(answer, ITEMS_MAX))
        except ApiError as error:
            is_right = error.status_code == refused
            check(path, refused if is_right else f"status {error.status_code}: {error.body}", refused)
            return None
        except ParsingError as error:
            check(path, f"{error.cause} in {error.body}", "an answer that fits the models")
            return None
        check(path, None, refused)
        check(f"{path}: undeclared members", undeclared(answer) - UNDECLARED.get(path.split(".")[0], set()), set())
        return plain(answer)

    def check_holds(self, what, wanted, seen, hidden=()):
        wanted = self.filled(wanted)
        check(what, seen if not holds(wanted, seen, hidden) else wanted, wanted)

    def tell_call(self, call):
        answer = self.call(call.method, call.at, call.sent, call.refused)
        if call.gives is not ANYTHING:
            self.check_holds(f"{call.method}: answer", call.gives, answer)
        if answer and isinstance(call.gives, list):
            self.page(call.method, call.at, call.sent, answer)
        if call.keep:
            self.kept[call.keep] = answer

    def page(self, path, at, sent, whole):
        """The same list, in pages as small as can be, where the SDK pages it."""
        parameters = inspect.signature(self.method(path)).parameters
        size = next((name for name in ("take", "per_page") if name in parameters), None)
        if size:
            check(f"{path}: in pages of one", self.call(path, at, sent | {size: 1}), whole)

    def tell_setting(self, setting):
        read, write = f"{setting.family}.{setting.read}", f"{setting.family}.{setting.write}"
        self.call(read, setting.at, refused=setting.unset)
        answer = self.call(write, setting.at, setting.sent)
        if answer is not None:
            self.check_holds(f"{write}: answer", said(setting.sent), answer, setting.hidden)
        self.check_holds(f"{read}: as written", said(setting.sent), self.call(read, setting.at), setting.hidden)

    def names(self, life):
        """The methods of a life that the SDK has."""
        names = {name: name for name in ("create", "get", "list", "update", "delete")} | life.calls
        paths = {name: f"{life.family}.{own}" for name, own in names.items()}
        return {name: path for name, path in paths.items() if path in self.methods}

    def place(self, life):
        return (*life.at, self.kept[life.name][life.key]) if life.key else life.at

    def begin(self, life):
        names = self.names(life)
        answer = self.call(names["create"], life.at, life.made)
        if answer is None:  # a create that answers nothing
            answer = next(item for item in self.call(names["list"], life.at) if holds(said(life.made), item))
        self.kept[life.name] = answer
        self.check_holds(f"{names['create']}: answer", said(life.made), answer, life.hidden)
        self.read(life, answer, "as created")
        if "list" in names and life.key:
            self.list(life, names)
        if life.changed:
            answer = self.call(names["update"], self.place(life), life.changed)
            if answer is not None:
                self.check_holds(f"{names['update']}: answer", said(life.changed), answer, life.hidden)
            self.read(life, answer or self.kept[life.name] | life.changed, "as changed")

    def read(self, life, wanted, what):
        path = self.names(life)["get"]
        seen = self.call(path, self.place(life)) or {}
        check(f"{path}: {what}", *({name: tree[name] for name in tree if name not in life.alters}
                                   for tree in (seen, wanted)))

    def list(self, life, names):
        """It is in there as it was created, and so is another."""
        path, own, second, other = names["list"], self.kept[life.name], life.second, None
        if second is None and "name" in said(life.made):
            second = {"name": said(life.made)["name"] + "-2"}
        if second:
            sent = {"request": said(life.made) | second} if "request" in life.made else life.made | second
            other = self.call(names["create"], life.at, sent)
        found = items(self.call(path, life.at, life.listed))
        ids = [item.get(life.key) for item in found]
        check(f"{path}: it is there once", ids.count(own[life.key]), 1)
        item = found[ids.index(own[life.key])]
        shared = {name: value for name, value in own.items() if name in item and name not in life.alters}
        self.check_holds(f"{path}: as created", shared, item)
        if other:
            self.page(path, life.at, {}, found)
            check(f"{path}: and another", other[life.key] in ids)
            self.call(names["delete"], (*life.at, other[life.key]))

    def end(self, life):
        names, place = self.names(life), self.place(life)
        if "delete" in names:
            check(f"{names['delete']}: answer", self.call(names["delete"], place), None)
            self.call(names["get"], place, refused=404)


def main(base):
    base, named = base.rstrip("/"), {"tenant": TENANT}
    httpx.put(f"{base}/__admin/seed", params=named, json=SEED).raise_for_status()
    httpx.patch(f"{base}/__admin/settings", params=named, json=SETTINGS).raise_for_status()
    Story(Auth0(base_url=f"{base}/api/v2", token="test", headers={"x-localtenant-tenant": TENANT}, max_retries=0,
                stream_reconnection_enabled=False)).tell(objects.CALLS + settings.CALLS)
    finish()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
