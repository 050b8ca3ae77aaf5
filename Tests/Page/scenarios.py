"""What people do with the page. Each scenario gets a way to open it, and a server of its own."""

import json
import re
import subprocess

import actions
import calls
import objects
import runs
from checks import check
from looks import looks
from server import BINDINGS, MODULES, PROGRAM, Server

EVIL = "<img src=x onerror=window.hacked=1>"
VIEWS = ["Modules", "Actions", "Triggers", "Objects", "Requests", "Runs", "Messages", "Logs", "Deliveries",
         "Switches", "Get started", "Tenants"]


def first_sight(open_page, server):
    """Weight and speed are told; only weight can fail."""
    sizes = []
    visit = open_page()
    visit.page.on("response", lambda response: sizes.append((response.url, len(response.body()))))
    visit.go("")
    visit.see("heading", "Modules")
    own = [(url, size) for url, size in sizes if "/__admin/page/" in url or url == server.page]
    weight = sum(size for _, size in own)
    paint = visit.page.evaluate("Math.min(...performance.getEntriesByType('paint').map((entry) => entry.startTime))")
    print(f"  {len(own)} files, {weight / 1000:.1f} kB; first paint after {paint:.0f} ms")
    check("the page weighs 150 kB at most, and something", 20_000 < weight <= 150_000)
    check("a hash is made for the tenant of the host", visit.page.url, server.page + "#/default/modules")


def life_of_a_module(open_page, server):
    visit = open_page()
    visit.go("#/acme/modules")
    visit.see_text("This tenant has no modules yet.")
    module = server.create_greeter("acme")
    visit.page.get_by_role("link", name="greeter").click()
    visit.see("heading", "greeter")
    address = f"{server.page}#/acme/modules/{module['id']}"
    check("a module made by a script appears, and has an address", visit.page.url, address)
    visit.see_text("never published")
    visit.press("Publish draft")
    visit.see_text("Published greeter.")
    visit.see_text("published v1")
    visit.press("Publish draft")
    visit.see_text("That module has no changes to publish. (409)")
    server.call("PATCH", f"{MODULES}/{module['id']}", {"code": "first();\nother();\nthird();\n"}, tenant="acme")
    visit.see_text("draft changes")
    visit.page.get_by_label("Compared with").select_option("v1")
    visit.see_text("From v1 to Draft: 2 lines added, 1 line removed.")
    lines = visit.page.locator(".diff tr").all_inner_texts()
    check("a diff shows each line with its numbers and sign", [re.sub(r"\s+", " ", line).strip() for line in lines],
          ["1 1 first();", "2 − second();", "2 + other();", "3 + third();"])
    visit.page.get_by_label("Show").select_option("v1")
    visit.press("Roll back to v1")
    visit.see_text("The draft is what v1 is.")
    status, now = server.call("GET", f"{MODULES}/{module['id']}", tenant="acme")
    check("a roll back is one", now["code"], "first();\nsecond();\n")
    use_in_an_action(server, module)
    visit.see_text("the-action")
    visit.press("Delete")
    visit.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    visit.see_text("That module is in use by an action. (412)")
    check("secrets show their names", "API_KEY" in visit.text)
    check("and never a value", "s3cret" in visit.page.content(), False)


def use_in_an_action(server, module):
    _, versions = server.call("GET", f"{MODULES}/{module['id']}/versions", tenant="acme")
    used = {"module_id": module["id"], "module_version_id": versions["versions"][0]["id"]}
    server.deploy(server.create_action("the-action", tenant="acme", modules=[used]), tenant="acme")


def requests_live(open_page, server):
    visit = open_page()
    visit.go("#/acme/requests")
    visit.see_text("Requests appear here as they come.")
    secret = {"name": "K", "value": "s3cret"}
    server.call("POST", MODULES, {"name": "a", "code": "x", "secrets": [secret]}, tenant="acme")
    server.call("POST", MODULES, {"name": 7, "code": "x"}, tenant="acme")
    visit.see_text("2 of 2 requests")
    visit.page.get_by_label("Status").select_option("4xx")
    visit.see_text("1 of 2 requests")
    visit.page.get_by_label("Filter").fill("nothing-like-it")
    visit.see_text("0 of 2 requests")
    visit.page.get_by_label("Filter").fill("post 400 modules")
    visit.page.get_by_role("link", name=MODULES).click()
    visit.see("heading", f"POST {MODULES}")
    visit.see_text("The body is not what the operation takes.")
    visit.see_text("At name: Expected type string but found type integer.")
    visit.see_text("The real service was recorded doing the same.")
    visit.page.get_by_role("button", name="Copy the curl command").click()
    visit.see_text("Copied")
    command = visit.page.evaluate("navigator.clipboard.readText()")
    output = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=30).stdout
    check("the curl command asks for the same", output.split()[:2], ["HTTP/1.1", "400"])
    check("and is told the same", "invalid_body" in output)
    kept = lambda: server.call("GET", "/__admin/requests", tenant="acme")[1]["meta"]["total"]
    check("a request by hand is one more", kept(), 3)
    visit.page.get_by_label("Status").select_option("2xx")
    visit.page.get_by_label("Filter").fill("")
    visit.page.get_by_role("link", name=MODULES).first.click()
    visit.see_text('"name": "a"')
    check("both bodies are there", "(redacted)" in visit.text)
    check("without the secret", "s3cret" in visit.page.content(), False)
    check("looking leaves no trace", kept(), 3)
    visit.press("Forget all")
    visit.see_text("Requests appear here as they come.")


def faults(open_page, server):
    visit = open_page()
    visit.go("#/acme/switches")
    visit.see_text("None: every request gets its own answer.")
    visit.page.get_by_label("Method").select_option("GET")
    visit.page.get_by_label("Path").fill(MODULES)
    visit.page.get_by_label("Gets").select_option("503 Service Unavailable")
    visit.page.get_by_label("Times").fill("2")
    visit.press("Set fault")
    visit.see_text("The fault is set.")
    visit.see("row", f"GET {MODULES} 503 2 0")
    check("a fault is felt by clients", server.call("GET", MODULES, tenant="acme")[0], 503)
    check("and by that tenant's only", server.call("GET", MODULES, tenant="other")[0], 200)
    visit.see("row", f"GET {MODULES} 503 1 1")
    visit.page.get_by_role("link", name="Modules", exact=True).click()
    visit.see_text("This tenant has no modules yet.")
    visit.page.go_back()
    visit.page.get_by_label("Gets").select_option("no answer at all")
    visit.page.get_by_label("Late by (ms)").fill("250")
    visit.press("Set fault")
    visit.see("row", "connection: stall, late by 250 ms")
    server.call("DELETE", "/__admin/faults", tenant="acme")
    visit.until(lambda: "late by 250" not in visit.text)
    visit.page.get_by_label("Method").select_option("GET")
    visit.page.get_by_label("Gets").select_option("503 Service Unavailable")
    visit.page.get_by_label("Late by (ms)").fill("")
    visit.press("Set fault")
    visit.page.get_by_role("button", name="Take back").click()
    visit.see_text("None: every request gets its own answer.")
    check("a fault that is taken back is gone", server.call("GET", MODULES, tenant="acme")[0], 200)


def behaviour(open_page, server):
    visit = open_page()
    visit.go("#/acme/switches")
    visit.page.get_by_label("Authentication").select_option("strict")
    visit.until(lambda: server.call("GET", MODULES, tenant="acme")[1].get("errorCode") == "Bearer")
    visit.page.get_by_label("Rate limit").select_option("free")
    visit.until(lambda: server.call("GET", "/__admin/settings", tenant="acme")[1]["rate_plan"] == "free")
    visit.page.get_by_label("Changes").select_option("refused")
    visit.until(lambda: server.call("GET", "/__admin/settings", tenant="acme")[1]["read_only"])
    visit.page.get_by_role("link", name="Modules", exact=True).click()
    visit.see_text("This tenant has no modules yet.")
    check("strict tenants with a rate limit are shown all the same", "cannot be shown" in visit.text, False)


def clock_and_snapshots(open_page, server):
    server.create("kept")
    visit = open_page()
    visit.go("#/default/switches")
    visit.press("Freeze")
    visit.see_text("no, it stands still")
    before = server.call("GET", "/__admin/clock")[1]["time"]
    visit.page.get_by_label("Advance by").fill("2")
    visit.page.get_by_label("Unit").select_option("days")
    visit.press("Advance")
    visit.until(lambda: server.call("GET", "/__admin/clock")[1]["time"] > before)
    visit.page.get_by_label("Time, in UTC").fill("2026-01-01T00:00:00")
    visit.press("Set")
    visit.see_text("2026-01-01T00:00:00Z")
    visit.page.get_by_label("Name", exact=True).fill("before/after é")
    visit.press("Save snapshot")
    visit.see("row", "before/after é 1 0")
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Download before/after é").click()
    seed = json.loads(download.value.path().read_text())
    check("a snapshot is downloaded as a seed", [module["name"] for module in seed["modules"]], ["kept"])
    server.create("later")
    visit.page.get_by_role("button", name="Restore before/after é").click()
    visit.see_text("The tenant is what before/after é was.")
    names = lambda: [module["name"] for module in server.call("GET", MODULES)[1]["modules"]]
    check("a snapshot is restored", names(), ["kept"])
    visit.press("Reset the tenant")
    visit.page.get_by_role("dialog").get_by_role("button", name="Reset").click()
    visit.see_text("Back to the start.")
    check("a reset is one", (names(), server.call("GET", "/__admin/clock")[1]["frozen"]), ([], False))


def markup_stays_text(open_page, server):
    dependency, secret = {"name": EVIL, "version": EVIL}, {"name": EVIL, "value": "v"}
    module = server.create(EVIL, code=EVIL, dependencies=[dependency], secrets=[secret])
    server.call("POST", f"{MODULES}/{module['id']}/versions", {})
    server.call("PATCH", f"{MODULES}/{module['id']}", {"code": EVIL + "\n</pre><script>window.hacked=2</script>"})
    action = server.create_action(EVIL, code=EVIL, dependencies=[dependency], secrets=[secret])
    server.deploy(action)
    ref = {"type": "action_id", "value": action["id"]}
    server.call("PATCH", BINDINGS, {"bindings": [{"ref": ref, "display_name": EVIL}]})
    server.call("GET", f"{MODULES}/{EVIL.replace(' ', '%20')}", agent=EVIL)
    server.call("PUT", "/__admin/snapshots/" + "%3Cimg%20src=x%20onerror=window.hacked=3%3E")
    server.call("POST", "/__admin/faults", {"client": EVIL, "urlPathTemplate": EVIL, "status": 500})
    visit = open_page()
    ones = [f"modules/{module['id']}", f"actions/{action['id']}", "triggers/post-login", f"modules/{EVIL}"]
    for place in ["modules", "actions", "triggers", "requests", "switches", "start", "tenants", *ones]:
        visit.go(f"#/default/{place}")
        visit.see("heading", {"start": "Get started"}.get(place, re.compile(".")))
        visit.settle()
        if place.startswith("modules/" + module["id"]):
            visit.see("heading", EVIL)
            visit.page.get_by_label("Compared with").select_option("v1")
            visit.see_text("</pre><script>")
        check(f"no markup comes of text: {place[:20]}", visit.page.locator("img, main script").count(), 0)
    for entry in server.call("GET", "/__admin/requests")[1]["requests"]:
        visit.go(f"#/default/requests/{entry['id']}")
        visit.see("heading", re.compile(entry["request"]["method"]))
    check("nothing of it ran", visit.page.evaluate("window.hacked === undefined && !document.querySelector('img')"))


def get_started(open_page, server):
    visit = open_page()
    visit.go("#/acme/start")
    for client, form in [("python", "sh"), ("terraform", "github"), ("java", "dotenv")]:
        visit.page.get_by_label("Client", exact=True).select_option(client)
        visit.page.get_by_label("Form", exact=True).select_option(form)
        command = [PROGRAM, "env", client, "--format", form, "--url", server.url.replace("localhost", "acme.localhost"),
                   "--ca-file", server.facts["ca_file"]]
        printed = subprocess.run(command, capture_output=True, text=True, timeout=30, env={}).stdout
        block = visit.page.get_by_label("the variables", exact=True)
        shown = lambda: [line for line in block.inner_text().splitlines() if not line.startswith("#")]
        visit.until(lambda: shown() == printed.splitlines())
        check(f"what is shown is what env prints: {client}", "LOCALTENANT_URL" in printed)
    visit.see_text("make it once")
    first = visit.page.get_by_label("the first call", exact=True).inner_text()
    subprocess.run(["sh", "-c", first], capture_output=True, timeout=30)
    visit.page.get_by_role("link", name="Modules", exact=True).first.click()
    visit.see("link", "greeter")


def tenants(open_page, server):
    server.call("POST", MODULES, {"name": "of-acme", "code": ""}, tenant="acme")
    visit = open_page()
    visit.go("#/default/tenants")
    visit.see("row", "acme 1 0 Forget")
    visit.page.get_by_label("Tenant", exact=True).select_option("acme")
    check("the chooser keeps the view", visit.page.url, server.page + "#/acme/tenants")
    visit.page.get_by_role("link", name="Modules", exact=True).click()
    visit.see("link", "of-acme")
    visit.page.get_by_role("link", name="Tenants").click()
    visit.page.get_by_label("New tenant").fill("fresh")
    visit.press("Add")
    visit.see("row", "fresh 0 0 Forget")
    visit.page.get_by_role("button", name="Forget fresh").click()
    visit.page.get_by_role("dialog").get_by_role("button", name="Forget").click()
    visit.see_text("Forgot fresh.")
    left = [tenant["name"] for tenant in server.call("GET", "/__admin/tenants")[1]["tenants"]]
    check("a tenant is forgotten", left, ["acme", "default"])


def by_keyboard(open_page, server):
    module = server.create("first")
    visit = open_page()
    visit.go("#/default/modules")
    visit.see("link", "first")
    page = visit.page
    focused = "document.activeElement"
    name = lambda: page.evaluate(f"({focused}.getAttribute('aria-label') ?? {focused}.textContent).trim()")
    seen = []
    while name() != "first" and len(seen) < 20:
        page.keyboard.press("Tab")
        seen.append(name())
    check("Tab goes through it in order", [seen[0], *seen[2:len(VIEWS) + 2], seen[-1]],
          ["Skip to the content", *VIEWS, "first"])
    check("what has the focus shows it", page.evaluate(f"getComputedStyle({focused}).outlineStyle"), "solid")
    server.create("a-second")
    visit.see("link", "a-second")
    check("a list that grows keeps the focus", name(), "first")
    page.keyboard.press("Enter")
    visit.see("heading", "first")
    check("the focus is in what was opened", page.evaluate(f"{focused}.id"), "content")
    while name() != "Publish draft" and len(seen) < 40:
        page.keyboard.press("Tab")
        seen.append(name())
    page.keyboard.press("Enter")
    visit.see_text("Published first.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    visit.see("dialog", "Delete")
    page.keyboard.press("Escape")
    visit.until(lambda: page.get_by_role("dialog").count() == 0)
    check("Escape deletes nothing", server.call("GET", f"{MODULES}/{module['id']}")[0], 200)
    check("and the focus is back", name(), "Delete")


def over_tls(open_page, server):
    visit = open_page(ignore_https_errors=True)
    visit.page.goto(server.facts["https_url"].replace("127.0.0.1", "localhost") + "/__admin/#/default/requests")
    visit.see_text("Requests appear here as they come.")
    server.create("by-http")
    visit.see_text("1 of 1 request")
    protocol = visit.page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol")
    check("by https, requests come live as well", protocol in ("h2", "http/1.1"))
    print(f"  over {protocol}")


def with_a_token(open_page, _):
    with Server("--admin-token", "open-sesame") as server:
        visit = open_page(errors=["401"])
        visit.page.goto(server.page)
        visit.see("dialog", "Go on")
        visit.press("Cancel")
        visit.see_text("Control calls need the token of --admin-token")
        visit.press("Enter it")
        visit.page.get_by_label("Admin token").fill("wrong")
        visit.page.keyboard.press("Enter")
        visit.see_text("The token is another one.")
        visit.page.get_by_label("Admin token").fill("open-sesame")
        visit.page.keyboard.press("Enter")
        visit.see_text("This tenant has no modules yet.")
        kept = visit.page.evaluate("JSON.stringify([{ ...localStorage }, document.cookie])")
        check("the token is kept for the tab only", "open-sesame" in kept, False)
        check("and not shown", "open-sesame" in visit.page.content(), False)
        visit.page.reload()
        visit.see_text("This tenant has no modules yet.")


def without_a_server(open_page, _):
    visit = open_page(errors=["ERR_CONNECTION"])
    with Server() as server:
        visit.page.goto(server.page + "#/default/modules")
        visit.see_text("Live")
    visit.see_text("The server does not answer")
    check("a server that is gone is told of", True)
    with Server("--admin", "off") as server:
        check("without control calls there is no page", server.call("GET", "/__admin/")[0], 404)


ALL = [
    first_sight, life_of_a_module, *actions.ALL, *objects.ALL, *calls.ALL, *runs.ALL, requests_live, faults, behaviour,
    clock_and_snapshots, markup_stays_text, get_started, tenants, by_keyboard, looks, over_tls, with_a_token,
    without_a_server,
]
