#!/usr/bin/env python3
"""Sends a secret through every door of a running emulator and looks for it in everything that comes out.

    Tests/Clients/canary.py URL      with an emulator started with --client me:canary-client --log-level trace
"""

import base64
import json
import pathlib
import sys
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
from checks import check, finish

CANARY = "canary-5f1c"
TENANT = pathlib.Path(__file__).resolve().parents[2] / "fixtures/terraform/tenant.json"
FORMATS = "seed", "objects", "state", "deploy-cli", "deploy-cli-folder", "terraform"
MODULES, ACTIONS = "/api/v2/actions/modules", "/api/v2/actions/actions"
came_out = []


def send(url, method, path, body=None, content_type="application/json", bearer=CANARY):
    data = body.encode() if isinstance(body, str) else json.dumps(body).encode() if body is not None else None
    headers = {"Content-Type": content_type, "Authorization": f"Bearer {bearer}"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url + path, data, headers, method=method), timeout=20) as answer:
            raw, fields = answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        raw, fields = error.read(), error.headers
    came_out.append((f"{method} {path}", raw.decode() + str(fields)))
    try:
        return json.loads(raw or b"null")
    except ValueError:
        return None


def secrets(value=CANARY):
    return {"secrets": [{"name": "K", "value": value}]}


def plant(url):
    module = send(url, "POST", MODULES, {"name": "m", "code": "x", "publish": True} | secrets())["id"]
    send(url, "PATCH", f"{MODULES}/{module}", secrets(CANARY + "-patched"))
    send(url, "POST", f"{MODULES}/{module}/versions", {})
    trigger = {"name": "a", "supported_triggers": [{"id": "post-login", "version": "v3"}], "code": "x"}
    action = send(url, "POST", ACTIONS, trigger | secrets())["id"]
    send(url, "GET", f"{ACTIONS}/{action}")
    send(url, "POST", f"{ACTIONS}/{action}/deploy")
    send(url, "POST", f"{ACTIONS}/{action}/test", {"payload": {"event": {}}})
    # What is refused must not be repeated.
    for body in [
        {"name": "n", "code": "x"} | secrets(CANARY * 500), {"name": "n", "code": "x"} | secrets(CANARY + "\0"),
        {"name": "m", "code": "x"} | secrets(), {"name": "n", "code": "x", "secrets": CANARY},
        {"name": "n", "code": "x", "secrets": [CANARY]}, {"name": "n", "code": "x", "secrets": [{"value": CANARY}]},
        '{"name":"n","code":"x","secrets":[{"name":"K","value":"' + CANARY, {"nme": "n"} | secrets(),
    ]:
        send(url, "POST", MODULES, body)
        send(url, "POST", ACTIONS, body)
    send(url, "POST", MODULES, CANARY, "text/plain")
    grant = {"grant_type": "client_credentials", "client_id": "me", "client_secret": CANARY}
    send(url, "POST", "/oauth/token", grant)
    send(url, "POST", "/oauth/token", "&".join(f"{key}={value}" for key, value in grant.items()),
         "application/x-www-form-urlencoded")
    basic = base64.b64encode(f"me:{CANARY}".encode()).decode()
    send(url, "POST", "/oauth/token", "grant_type=client_credentials", "application/x-www-form-urlencoded", basic)
    seed = {"modules": [{"name": "seeded", "code": "x", "publish": True} | secrets()],
            "clients": [{"client_id": "c", "client_secret": CANARY}]}
    send(url, "PUT", "/__admin/seed?tenant=seeded", seed)
    send(url, "PUT", "/__admin/seed?tenant=seeded", {"modules": [{"nme": 1} | secrets()]})
    send(url, "PUT", "/__admin/seed?tenant=seeded", {"modules": [{"name": "x"} | secrets(CANARY * 500)]})
    send(url, "PUT", "/__admin/seed?tenant=whole", TENANT.read_text().replace("canary-", CANARY + "-"))
    send(url, "PUT", "/__admin/snapshots/s")
    send(url, "POST", "/__admin/faults", {"status": 503, "times": 1, "urlPathTemplate": MODULES})
    send(url, "POST", MODULES, {"name": "faulty", "code": "x"} | secrets())
    return module, action


def look(url, module, action):
    for path in [
        MODULES, f"{MODULES}/{module}", f"{MODULES}/{module}/versions", ACTIONS, f"{ACTIONS}/{action}",
        f"{ACTIONS}/{action}/versions", "/api/v2/actions/triggers/post-login/bindings", "/.well-known/jwks.json",
    ]:
        send(url, "GET", path)
    calls = send(url, "GET", "/__admin")["calls"]
    request = send(url, "GET", "/__admin/requests")["requests"][0]["id"]
    for call in calls:
        if call["method"] == "GET":
            path = call["path"].replace("/requests/{id}", f"/requests/{request}").replace("{name}", "default")
            send(url, "GET", path)
    for form in FORMATS:
        send(url, "GET", f"/__admin/export?tenant=whole&format={form}")
    for path in "/__admin/export?snapshot=s", "/__admin/export?format=deploy-cli", "/__admin/export?format=deploy-cli-folder", "/__admin/export?format=terraform", "/__admin/export?tenant=seeded", "/__admin/requests?tenant=seeded":
        send(url, "GET", path)
    send(url, "POST", "/__admin/requests/find", {"method": "ANY"})
    send(url, "POST", "/__admin/requests/count", {"method": "PUT"})
    send(url, "POST", "/__admin/requests/remove", {"method": "PATCH"})


def main():
    url = sys.argv[1]
    module, action = plant(url)
    look(url, module, action)
    for what, text in came_out:
        check(f"{what} keeps it in", [line for line in text.splitlines() if CANARY in line], [])
    check("enough was looked at", len(came_out) > 60)
    whole = [text for what, text in came_out if "tenant=whole" in what and len(text) > 5000]
    check("the whole tenant was looked at in every format", len(whole), len(FORMATS))
    check("it is there where it is asked for", CANARY in json.dumps(send(url, "GET", "/__admin/export?secrets=true")))
    finish()


if __name__ == "__main__":
    main()
