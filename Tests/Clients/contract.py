"""What every HTTP client must see of a module's life, whatever carries it; its siblings in other languages tell the same.

Each client hands in `send(method, path, body)`, which gives status and content, both as they came.
"""

import json
import os

from checks import check

MODULES = "/api/v2/actions/modules"
UNKNOWN = "00000000-0000-4000-8000-00000000dead"
CODE = "exports.greet = (name) => `¡hola, ${name}! ☕`;\n"
HEADERS = {"Authorization": "Bearer any", "Content-Type": "application/json"}


def addresses():
    """Both addresses of the server whose command this is, by the names that its certificate has."""
    return os.environ["LOCALTENANT_URL"], os.environ["LOCALTENANT_HTTPS_URL"].replace("127.0.0.1", "localhost")


def tell(name, send):
    """A module's life from creation to deletion; `name` says who tells it."""

    def ask(method, path="", body=None):
        status, content = send(method, MODULES + path, json.dumps(body).encode() if body is not None else b"")
        return status, json.loads(content) if content else None

    secret = {"name": "API_KEY", "value": "not-to-be-seen"}
    status, module = ask("POST", "", {"name": "carried", "code": CODE, "secrets": [secret]})
    check(f"{name}: created", (status, module["code"], [s["name"] for s in module["secrets"]]), (201, CODE, ["API_KEY"]))
    path = "/" + module["id"]
    check(f"{name}: read as created", ask("GET", path), (200, module))
    check(f"{name}: HEAD has no content", ask("HEAD", path), (200, None))
    status, refused = ask("GET", "/" + UNKNOWN)
    check(f"{name}: unknown", (status, refused["statusCode"]), (404, 404))
    check(f"{name}: refused", ask("POST", "", {"name": 7, "code": ""})[0], 400)
    status, version = ask("POST", path + "/versions")
    check(f"{name}: published by an empty POST", (status, version["version_number"]), (200, 1))
    large = "z" * 60_000
    status, changed = ask("PATCH", path, {"code": large})
    check(f"{name}: changed to much code", (status, changed["code"] == large), (200, True))
    status, page = ask("GET", "?page=1&per_page=50")
    check(f"{name}: one page too far", (status, page["modules"]), (200, []))
    check(f"{name}: deleted without content", ask("DELETE", path), (204, None))
    check(f"{name}: gone", ask("GET", path)[0], 404)
