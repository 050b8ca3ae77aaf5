"""The life of a module, told by the official Python SDK (auth0-python 5.8 and 6).

    modules_lifecycle.py BASE [async] [http2]       e.g. http://127.0.0.1:4664; http2 in the clear is prior knowledge

Needs a server without a module called `lifecycle`. The last line is `N passed, N failed`.
"""

import asyncio
import itertools
import sys
import uuid

import httpx
from auth0.management import AsyncAuth0, Auth0
from auth0.management.core.api_error import ApiError
from auth0.management.core.pagination import AsyncPager
from auth0.management.types import ActionModuleDependencyRequest, ActionModuleSecretRequest

from checks import check, finish

NAME = "lifecycle"
FIRST = "module.exports = { greet: (name) => `hi ${name}, ça va?` };\n"
SECOND = "module.exports = {};\n"
ONCE = {"max_retries": 0, "timeout_in_seconds": 20}


def check_refused(what, status, call, *arguments, **named):
    try:
        answer = call(*arguments, request_options=named.pop("options", ONCE), **named)
    except ApiError as error:
        check(what, error.status_code, status)
        check(f"{what}: the body says so too", isinstance(error.body, dict) and error.body.get("statusCode"), status)
    else:
        check(what, answer, f"status {status}")


def everything(pager):
    """What the SDK's own paging collects, bounded: it goes on for as long as pages have items."""
    return list(itertools.islice(pager, 1000))


def create(modules):
    module = modules.create(
        name=NAME,
        code=FIRST,
        secrets=[ActionModuleSecretRequest(name="API_KEY", value="not-to-be-seen")],
        dependencies=[ActionModuleDependencyRequest(name="lodash", version="4.17.21")],
    )
    check("create: name and code", (module.name, module.code), (NAME, FIRST))
    check("create: secret by name only", [secret.name for secret in module.secrets], ["API_KEY"])
    check("create: the secret's value stays in", "not-to-be-seen" in module.model_dump_json(), False)
    check("create: dependency", [(d.name, d.version) for d in module.dependencies], [("lodash", "4.17.21")])
    check("create: a draft without versions", (module.all_changes_published, module.latest_version), (False, None))
    check("create: no action uses it", module.actions_using_module_total, 0)
    check("get: same as created", modules.get(module.id).model_dump(), module.model_dump())
    return module


def refuse(modules, module):
    check_refused("duplicate name", 409, modules.create, name=NAME, code=FIRST)
    number = dict(ONCE, additional_body_parameters={"name": 7})
    check_refused("name of a wrong type", 400, modules.create, name="x", code=FIRST, options=number)
    check_refused("unknown module", 404, modules.get, str(uuid.uuid4()))
    check_refused("unknown version", 404, modules.versions.get, module.id, str(uuid.uuid4()))


def publish(modules, module):
    first = modules.versions.create(module.id)
    check("publish: version 1 of the module", (first.version_number, first.module_id), (1, module.id))
    check("publish: all is published", modules.get(module.id).all_changes_published)
    changed = modules.update(module.id, code=SECOND)
    check("update: code", changed.code, SECOND)
    check("update: what was not sent stays", [d.name for d in changed.dependencies], ["lodash"])
    check("update: the draft is ahead", changed.all_changes_published, False)
    second = modules.versions.create(module.id)
    check("publish: version 2", second.version_number, 2)
    numbers = sorted(version.version_number for version in everything(modules.versions.list(module.id)))
    check("versions: both", numbers, [1, 2])
    frozen = modules.versions.get(module.id, first.id)
    check("version 1 is as it was", (frozen.version_number, frozen.code), (1, FIRST))
    back = modules.rollback(module.id, module_version_id=first.id)
    check("rollback: the draft has version 1's code", back.code, FIRST)
    check("rollback: it lasts", modules.get(module.id).code, FIRST)


def list_and_delete(modules, module):
    found = [m.id for m in everything(modules.list(per_page=50)) if m.name == NAME]
    check("list: it is there once", found, [module.id])
    check("actions of the module: none", everything(modules.list_actions(module.id)), [])
    check("delete: no content", modules.delete(module.id), None)
    check_refused("get after delete", 404, modules.get, module.id)
    check_refused("publish after delete", 404, modules.versions.create, module.id)
    check("list: gone", [m.id for m in everything(modules.list()) if m.name == NAME], [])


class Awaited:
    """An asynchronous client, used as if it were none: calls are waited for, and what they page is collected."""

    def __init__(self, client, loop):
        self.client, self.loop = client, loop

    def __getattr__(self, name):
        return Awaited(getattr(self.client, name), self.loop)

    def __call__(self, *arguments, **named):
        return self.loop.run_until_complete(self.collected(self.client(*arguments, **named)))

    @staticmethod
    async def collected(call):
        answer = await call
        return [item async for item in answer] if isinstance(answer, AsyncPager) else answer


def connect(base, is_async, is_http2, versions):
    """The modules' client; `versions` gets the version of HTTP of each answer."""

    def note(answer):
        versions.add(answer.http_version)

    async def note_later(answer):
        note(answer)

    # In the clear nothing is negotiated: HTTP/2 is spoken at once if it is all that the client may speak.
    carrier = {"http2": is_http2, "http1": not is_http2 or base.startswith("https")}
    options = {"base_url": base.rstrip("/") + "/api/v2", "token": "test"}
    if not is_async:
        http = httpx.Client(event_hooks={"response": [note]}, **carrier)
        return Auth0(httpx_client=http, **options).actions.modules
    http = httpx.AsyncClient(event_hooks={"response": [note_later]}, **carrier)
    return Awaited(AsyncAuth0(httpx_client=http, **options).actions.modules, asyncio.new_event_loop())


def main(base, *words):
    versions = set()
    modules = connect(base, "async" in words, "http2" in words, versions)
    try:
        module = create(modules)
        refuse(modules, module)
        publish(modules, module)
        list_and_delete(modules, module)
    except Exception as error:  # the story cannot go on
        check("the whole story", error, None)
    check("the version of HTTP", versions, {"HTTP/2" if "http2" in words else "HTTP/1.1"})
    finish()


if __name__ == "__main__":
    if len(sys.argv) < 2 or set(sys.argv[2:]) - {"async", "http2"}:
        sys.exit(__doc__)
    main(*sys.argv[1:])
