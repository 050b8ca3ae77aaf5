"""The calls of the auth0 CLI, as it sends them: login, the commands in auth0_cli.txt, `actions modules …` and `api`.

    calls_auth0_cli.py      run by `localtenant exec --auth strict --client ID:SECRET`

The order of calls is that of the actions reference 6 (CLIENT), the transport's ways those of the clients reference 2.
The last line is `N passed, N failed`.
"""

import base64
import json
import os
import pathlib
import re
import time

from checks import check, finish
from go_wire import GoWire, control

USER_AGENT = "Auth0 CLI/1.33.0"
MODULES = "/actions/modules"


def login(cli):
    """`auth0 login --domain … --client-id … --client-secret …`: the token is kept with its expiry, and must be a JWT."""
    answer = cli.token(os.environ["AUTH0_CLIENT_ID"], os.environ["AUTH0_CLIENT_SECRET"])[-1]
    parts = answer["access_token"].split(".")
    check("login: three parts", len(parts), 3)
    claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    check("login: for this API", claims["aud"], f"https://{cli.domain}/api/v2/")
    check("login: good for a while", claims["exp"] > time.time() + 60)
    check("login: has the scopes of modules", {"read:actions", "create:actions"} <= set(claims["scope"].split()))


def create(cli, name, publish):
    """`modules create --publish`: it alone sends `publish` and `api_version`."""
    body = {"name": name, "code": "module.exports = (a) => a && 1;", "api_version": "v1"}
    if publish:
        body["publish"] = True
    made = cli.call("POST", MODULES, body)
    check("create: made", (made.status, made["all_changes_published"]), (201, publish))
    return f"{MODULES}/{made['id']}"


def publish_update(cli, path, change):
    """`modules update --publish`: PATCH if there is a change, else GET; POST versions unless all is published; GET."""
    module = cli.call("PATCH", path, change) if change else cli.call("GET", path)
    check("update: changed", module.status, 200)
    if not module["all_changes_published"]:
        check("update: published", cli.call("POST", path + "/versions").status, 200)
    return cli.call("GET", path)


def publish_version(cli, path):
    """`modules versions publish`: GET first; a module without changes is left alone."""
    if cli.call("GET", path)["all_changes_published"]:
        return "nothing to publish"
    return cli.call("POST", path + "/versions")["version_number"]


def tell_modules(cli):
    path = create(cli, "cli-module", publish=True)
    check("update: with nothing to publish", publish_update(cli, path, {})["latest_version"]["version_number"], 1)
    change = {"code": "module.exports = 2;", "dependencies": [{"name": "lodash", "version": "4.17.21"}]}
    shown = publish_update(cli, path, change)
    check("update: shown", (shown["latest_version"]["version_number"], shown["all_changes_published"]), (2, True))
    check("publish: nothing", publish_version(cli, path), "nothing to publish")
    check("update: a draft", cli.call("PATCH", path, {"code": "3"})["all_changes_published"], False)
    check("publish: a version", publish_version(cli, path), 3)
    versions = cli.pages(path + "/versions", "versions")
    check("versions list: newest first", [version["version_number"] for version in versions], [3, 2, 1])
    check("versions show", cli.call("GET", f"{path}/versions/{versions[0]['id']}")["code"], "3")
    rolled = cli.call("POST", path + "/rollback", {"module_version_id": versions[2]["id"]})
    check("rollback: the first code", (rolled.status, rolled["code"]), (200, "module.exports = (a) => a && 1;"))
    check("rollback: read again", cli.call("GET", path)["all_changes_published"], False)
    again = cli.call("POST", path + "/rollback", {"module_version_id": versions[2]["id"]})
    check("rollback: to what is there", (again.status, again["statusCode"]), (409, 409))
    check("actions list: none", cli.pages(path + "/actions", "actions"), [])
    return path


def tell_lists(cli, path):
    """`modules list`: pages of fifty until an empty one; the picker of `delete` leaves out what actions use."""
    others = [create(cli, f"cli-{number:02}", publish=False) for number in range(60)]
    listed = cli.pages(MODULES, "modules")
    check("list: all of three pages", len({module["id"] for module in listed}), 61)
    check("list: what it shows", listed[0]["latest_version_number"], 3)
    check("list: what can go", [m for m in listed if m["actions_using_module_total"] > 0], [])
    for other in [path, *others]:
        check("delete", cli.call("DELETE", other).status, 204)
    check("show: gone", cli.call("GET", path)["message"] != "")
    check("list: nothing", cli.pages(MODULES, "modules"), [])


class Commands:
    """Runs the commands of a text: what it keeps of answers stands in what it sends later."""

    def __init__(self, cli):
        self.cli, self.kept, self.command, self.last = cli, {}, "", None

    def run(self, text):
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if not line.startswith(" "):
                self.command = line
                continue
            for name, value in self.kept.items():
                line = line.replace("{" + name + "}", value.replace("|", "%7C") if " /" in line[:12] else value)
            step = line.strip().removeprefix("~ ")
            (self.expect if step.startswith("= ") else self.call)(step)

    def expect(self, step):
        """`= path value`, or `= #path count`."""
        path, value = step[2:].split(" ", 1)
        found = self.find(path.lstrip("#"))
        seen = len(found) if path.startswith("#") and found is not None else found
        check(f"{self.command}: {path}", seen, json.loads(value.replace("%7C", "|")))

    def find(self, path):
        value = self.last
        for part in filter(None, path.split(".")):
            try:
                value = value[int(part)] if isinstance(value, list) else value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def call(self, step):
        method, path, rest = re.match(r"(\w+) (\S+) ?(.*)", step).groups()
        if method == "LIST":
            member, _, rest = rest.partition(" ")
            self.last = {member: self.list(path, member)}
        elif method == "IMPORT":
            rest = self.upload(path, rest)
        else:
            body = re.match(r"([{].*[}]) (.*)", rest)
            content = json.loads(body[1].replace("%7C", "|")) if body else None
            status, _, rest = (body[2] if body else rest).partition(" ")
            answer = self.cli.call(method, path, content)
            self.last = answer.content
            told = answer.content if answer.status >= 400 else ""
            check(f"{self.command}: {method} {path} {told}", answer.status, int(status))
        for name, place in (pair.split("=") for pair in rest.split()):
            self.kept[name] = str(self.find(place))

    def list(self, path, member):
        """Pages with a total, as go-auth0's lists: until what was asked for reaches it."""
        items, page = [], 0
        while True:
            mark = "&" if "?" in path else "?"
            query = f"{path}{mark}include_totals=true&page={page}&per_page=50"
            if path.startswith("/actions/"):
                query = f"{path}{mark}page={page}&per_page=50"
            answer = self.cli.call("GET", query)
            check(f"{self.command}: GET {query} {answer.content if answer.status != 200 else ''}", answer.status, 200)
            content = answer.content if isinstance(answer.content, dict) else {}
            items += content.get(member) or []
            page += 1
            if content.get("total", 0) <= content.get("start", 0) + content.get("limit", 50) or page > 99:
                return items

    def upload(self, path, rest):
        """Users in a form with a file, as `users import` sends it."""
        status, _, rest = rest.partition(" ")
        answer = self.cli.upload(path, {"connection_id": self.kept["database"], "upsert": "true"},
                                 b'[{"email":"new@b.test"}]')
        self.last = answer.content
        check(f"{self.command}: {answer.content}", answer.status, int(status))
        return rest


def main():
    cli = GoWire(USER_AGENT, 3)
    login(cli)
    control("/settings", {"tenant_logs": True}, "PATCH")
    Commands(cli).run(pathlib.Path(__file__).with_name("auth0_cli.txt").read_text())
    path = tell_modules(cli)
    control("/faults", {"method": "GET", "urlPathTemplate": "/api/v2" + MODULES, "status": 429, "times": 1})
    tell_lists(cli, path)
    raw = cli.call("GET", "/actions/triggers")  # auth0 api get actions/triggers
    check("api: triggers", (raw.status, len(raw["triggers"]) > 10), (200, True))
    finish()


main()
