#!/usr/bin/env python3
"""Sends a secret through every door of a running emulator and looks for it in everything that comes out.

    Tests/Clients/canary.py URL      with an emulator started with --client me:canary-client --log-level trace
"""

import base64
import json
import pathlib
import re
import sys
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
from checks import check, finish

CANARY = "canary-5f1c"
# As hex has it, and base64 at each of its three places; what it shares with its neighbours is left out.
HIDDEN = [CANARY.encode().hex(), *(base64.b64encode(b"\0" * foreign + CANARY.encode()).decode()[4 if foreign else 0:-4]
                                   for foreign in range(3))]
VALUE = CANARY + " é/&\"'+"
TENANT = pathlib.Path(__file__).resolve().parents[2] / "fixtures/terraform/tenant.json"
FORMATS = "seed", "objects", "state", "deploy-cli", "deploy-cli-folder", "terraform"
MODULES, ACTIONS = "/api/v2/actions/modules", "/api/v2/actions/actions"
came_out = []


def send(url, method, path, body=None, content_type="application/json", bearer=CANARY):
    """Asks, and keeps what came for a look."""
    content, text = ask(url, method, path, body, content_type, bearer)
    came_out.append((f"{method} {path}", text))
    return content


def ask(url, method, path, body=None, content_type="application/json", bearer=CANARY):
    data = body.encode() if isinstance(body, str) else json.dumps(body).encode() if body is not None else None
    headers = {"Content-Type": content_type, "Authorization": f"Bearer {bearer}"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url + path, data, headers, method=method), timeout=20) as answer:
            raw, fields = answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        raw, fields = error.read(), error.headers
    text = raw.decode() + str(fields)
    try:
        return json.loads(raw or b"null"), text
    except ValueError:
        return None, text


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
    plant_in_families(url)
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


RUNS = """
const told = (s) => [s, { s }, encodeURIComponent(s), JSON.stringify({ s }), new URLSearchParams({ s }).toString(),
  Buffer.from(`id:${s}`).toString("base64"), Buffer.from(`i:${s}`).toString("base64url"), Buffer.from(s).toString("hex")];
exports.onExecutePostLogin = async (event, api) => {
  const s = event.secrets.K, remembered = api.cache.get("k");
  console.log(...told(s), remembered, event.user.name);
  console.error(new Error(s), require("actions:keeper").secret);
  if (event.transaction.breaks) throw Object.assign(new Error(told(s).join()), { name: s, code: s });
  api.cache.set("k", s);
  api.idToken.setCustomClaim(`https://c.test/${s}`, told(s));
  api.accessToken.setCustomClaim("https://c.test/module", require("actions:keeper").secret);
  api.user.setAppMetadata("m", s);
  api.user.setUserMetadata("m", { [s]: s });
  const token = api.redirect.encodeToken({ secret: s, payload: { s } });
  api.redirect.sendUserTo("https://c.test/?a=b", { query: { s, token } });
};
exports.onContinuePostLogin = async (event, api) => {
  api.access.deny(event.secrets.K);
  throw new Error(event.request.query.s);
};
"""


def run(url):
    """Runs of an action that tells its secrets wherever it can, where there is a Node to run it."""
    keeper = {"name": "keeper", "code": "exports.secret = actions.secrets.K;", "publish": True} | secrets(VALUE + "2")
    keeper = send(url, "POST", MODULES, keeper)["id"]
    version = send(url, "GET", f"{MODULES}/{keeper}/versions")["versions"][0]["id"]
    teller = send(url, "POST", ACTIONS, {
        "name": "teller", "supported_triggers": [{"id": "post-login", "version": "v3"}], "code": RUNS,
        "modules": [{"module_id": keeper, "module_version_id": version}]} | secrets(VALUE))["id"]
    asked = {"trigger": "post-login", "actions": ["teller"], "draft": True, "event": {"user": {"name": VALUE}}}
    left = send(url, "POST", "/__admin/runs", asked)
    if left.get("status") != "suspended":
        return check("it runs, or there is no Node", left.get("error"), "Not Implemented")
    send(url, "POST", "/__admin/runs", asked | {"event": {"transaction": {"breaks": True}}})
    sample = send(url, "GET", "/__admin/runs/samples/post-login")
    send(url, "POST", f"{ACTIONS}/{teller}/test", {"payload": {"event": sample}})
    # What an action was left with is its secret still, whatever the value is by now.
    again = send(url, "POST", "/__admin/runs", asked)
    send(url, "PATCH", f"{ACTIONS}/{teller}", secrets("another value"))
    for each in (left, again):
        for path in (f"/__admin/runs/{each['id']}", f"/api/v2/actions/executions/{each['id']}"):
            send(url, "GET", path)
    look_at_exports(url)
    ended = send(url, "POST", f"/__admin/runs/{again['id']}/continue", {"request": {"query": {"s": VALUE}}})
    # As what it has cached is.
    send(url, "POST", "/__admin/runs", asked)
    check("it went on, and told of what was asked before", "id_token" in ended["outcome"])
    send(url, "PATCH", f"{ACTIONS}/{teller}", secrets(VALUE))
    runs = send(url, "GET", "/__admin/runs")["runs"]
    for each in runs:
        send(url, "GET", f"/api/v2/actions/executions/{each['id']}")
    check("secrets were told of", len(re.findall(r"\(secret K\)", json.dumps(runs))) > 50)
    whole = json.dumps(ask(url, "POST", "/__admin/runs?secrets=true", asked)[0])
    check("a run shows them where it is asked to", all(text in whole for text in [CANARY, *HIDDEN[:1]]))


def look_at_exports(url):
    """With what is suspended and remembered in the tenant."""
    send(url, "PUT", "/__admin/snapshots/runs")
    for form in FORMATS:
        send(url, "GET", f"/__admin/export?format={form}")
        send(url, "GET", f"/__admin/export?format={form}&snapshot=runs")
    for path in ("/__admin/metrics", "/__admin/requests", "/__admin/diff?from=start", "/__admin/diff?from=runs"):
        send(url, "GET", path)


# What the families take and keep to themselves, one of each way in.
FAMILIES = [
    ("POST", "connections", {"name": "oidc", "strategy": "oidc", "options": {
        "client_id": "a", "client_secret": CANARY, "issuer": "https://a.example", "type": "back_channel",
        "authorization_endpoint": "https://a.example/a", "token_endpoint": "https://a.example/t",
        "jwks_uri": "https://a.example/j"}}),
    ("POST", "connections", {"name": "db", "strategy": "auth0", "options": {"configuration": {"KEY": CANARY}}}),
    ("POST", "connections", {"name": "old", "strategy": "oauth1", "options": {
        "consumerKey": "k", "consumerSecret": CANARY, "requestTokenURL": "https://a.example/r",
        "accessTokenURL": "https://a.example/t", "userAuthorizationURL": "https://a.example/a"}}),
    ("POST", "connections", {"name": "bird", "strategy": "twitter", "options": {
        "client_id": "a", "client_secret": CANARY, "access_token": CANARY}}),
    ("POST", "connections", {"name": "google", "strategy": "google-oauth2", "options": {
        "client_id": "a", "client_secret": CANARY}}),
    ("POST", "connections", {"name": "sms", "strategy": "sms", "options": {
        "name": "sms", "twilio_sid": "s", "twilio_token": CANARY, "from": "+1", "template": "t", "syntax": "liquid"}}),
    ("POST", "log-streams", {"name": "http", "type": "http", "sink": {
        "httpEndpoint": "https://a.example", "httpAuthorization": CANARY, "httpContentFormat": "JSONLINES"}}),
    ("POST", "log-streams", {"name": "datadog", "type": "datadog", "sink": {
        "datadogApiKey": CANARY, "datadogRegion": "us"}}),
    ("POST", "log-streams", {"name": "splunk", "type": "splunk", "sink": {
        "splunkDomain": "a.example", "splunkPort": "8088", "splunkToken": CANARY, "splunkSecure": True}}),
    ("POST", "log-streams", {"name": "segment", "type": "segment", "sink": {"segmentWriteKey": CANARY}}),
    ("POST", "emails/provider", {"name": "smtp", "enabled": True, "credentials": {
        "smtp_host": "h", "smtp_port": 25, "smtp_user": "u", "smtp_pass": CANARY}}),
    ("PATCH", "emails/provider", {"name": "sendgrid", "credentials": {"api_key": CANARY}}),
    ("PUT", "rules-configs/KEY", {"value": CANARY}),
    ("POST", "flows/vault/connections", {"name": "v", "app_id": "HTTP", "setup": {"type": "BEARER", "token": CANARY}}),
    ("POST", "branding/phone/providers", {"name": "twilio", "configuration": {
        "sid": "s", "default_from": "+1", "delivery_methods": ["text"]}, "credentials": {"auth_token": CANARY}}),
    ("PUT", "guardian/factors/phone/providers/twilio", {"from": "+1", "sid": "s", "auth_token": CANARY}),
    ("PUT", "guardian/factors/push-notification/providers/sns", {
        "aws_access_key_id": "a", "aws_secret_access_key": CANARY, "aws_region": "us-east-1",
        "sns_apns_platform_application_arn": "a", "sns_gcm_platform_application_arn": "g"}),
    ("PUT", "guardian/factors/push-notification/providers/fcm", {"server_key": CANARY}),
    ("PUT", "guardian/factors/push-notification/providers/apns", {"sandbox": False, "bundle_id": "b", "p12": CANARY}),
    ("PUT", "guardian/factors/duo/settings", {"ikey": "i", "skey": CANARY, "host": "h"}),
    ("POST", "event-streams", {"name": "s", "subscriptions": [{"event_type": "user.created"}], "destination": {
        "type": "webhook", "configuration": {"webhook_endpoint": "https://a.example", "webhook_authorization": {
            "method": "bearer", "token": CANARY}}}}),
    ("PATCH", "attack-protection/captcha", {"active_provider_id": "recaptcha_v2", "recaptcha_v2": {
        "site_key": "s", "secret": CANARY}}),
    ("POST", "users", {"connection": "Username-Password-Authentication", "email": "a@a.example",
                       "password": "9-Words-" + CANARY}),
]


def plant_in_families(url):
    for method, path, body in FAMILIES:
        made = send(url, method, f"/api/v2/{path}", body)
        check(f"{method} {path} takes it {made}", "statusCode" in (made or {}), False)
        if path in TOLD or path == ECHOED:
            came_out.pop()
    client = send(url, "POST", "/api/v2/clients", {"name": "c"})
    send(url, "PATCH", f"/api/v2/clients/{client['client_id']}", {"client_secret": CANARY + "-that-is-long-enough" * 3})
    hook = send(url, "POST", "/api/v2/hooks", {"name": "h", "script": "x", "triggerId": "credentials-exchange"})
    send(url, "POST", f"/api/v2/hooks/{hook['id']}/secrets", {"KEY": CANARY})
    # The service itself answers what a client was given.
    came_out[:] = [each for each in came_out if not each[0].startswith("PATCH /api/v2/clients/")]


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
            path = path.replace("{trigger}", "post-login")
            send(url, "GET", path)
    for form in FORMATS:
        send(url, "GET", f"/__admin/export?tenant=whole&format={form}")
    formats = "seed", "objects", "state", "deploy-cli", "deploy-cli-folder", "terraform"
    for query in ["snapshot=s", "tenant=seeded", *(f"format={name}" for name in formats)]:
        send(url, "GET", f"/__admin/export?{query}")
    for path in "requests?tenant=seeded", "diff?from=start", "diff?from=s", "scopes", "scopes?format=terraform":
        send(url, "GET", f"/__admin/{path}")
    # As the page reads what there is.
    for group in send(url, "GET", "/__admin/families")["groups"]:
        for family in group["families"]:
            send(url, "GET", f"/__admin/families/{family['name']}")
            for place in family["paths"]:
                if "{" not in place["path"] and any(each["method"] == "GET" for each in place["operations"]):
                    look_at(url, place)
    send(url, "POST", "/__admin/requests/find", {"method": "ANY"})
    send(url, "POST", "/__admin/requests/count", {"method": "PUT"})
    send(url, "POST", "/__admin/requests/remove", {"method": "PATCH"})


# The service itself tells who may read them what it was told here.
TOLD = (
    "clients", "connections", "log-streams", "rules-configs/KEY", "guardian/factors/duo/settings",
    "guardian/factors/phone/providers/twilio", "guardian/factors/sms/providers/twilio",
)


# The same, but only in the answer to the request that brings it (recorded).
ECHOED = "guardian/factors/push-notification/providers/sns"


def look_at(url, place):
    """A list of a family, and each object of it."""
    path = f"/__admin/api/v2/{place['path']}"
    answer = send(url, "GET", path)
    if place["path"] in TOLD:
        came_out.pop()
    elif isinstance(answer, list):
        for item in answer:
            if isinstance(item, dict) and "id" in item:
                send(url, "GET", f"{path}/{item['id']}")


def main():
    url = sys.argv[1]
    module, action = plant(url)
    run(url)
    look(url, module, action)
    for what, text in came_out:
        lines = [line for line in text.splitlines() if any(word in line for word in [CANARY, *HIDDEN])]
        check(f"{what} keeps it in", [line[:600] for line in lines], [])
    check("enough was looked at", len(came_out) > 60)
    whole = [text for what, text in came_out if "tenant=whole" in what and len(text) > 5000]
    check("the whole tenant was looked at in every format", len(whole), len(FORMATS))
    check("it is there where it is asked for", CANARY in ask(url, "GET", "/__admin/export?secrets=true")[1])
    finish()


if __name__ == "__main__":
    main()
