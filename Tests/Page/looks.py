"""Every view in both themes and two widths: what can be told of it, and pictures."""

import re

from accessible import audit
from checks import check
from server import ACTIONS, MODULES, STREAM

LOOKS = {"modules": "Modules", "actions": "Actions", "triggers": "Triggers", "switches": "Switches",
         "start": "Get started", "tenants": "Tenants",
         "objects": "Objects", "clients": "Clients", "messages": "Messages", "logs": "Logs",
         "deliveries": "Deliveries", "guardian": "Guardian", "post-login": "post-login", "event-stream": "event-stream"}

# Pictures of README and Guides/Page, by what they are of.
PUBLISHED = {"requests-one": "page", "objects": "objects"}


def make_a_flow(server, module):
    """Actions in every state, two of them bound; the one that is given back uses the module."""
    version = server.call("GET", f"{MODULES}/{module['id']}/versions")[1]["versions"][0]
    used = [{"module_id": module["id"], "module_version_id": version["id"]}]
    action = server.create_action(
        "greeter of everybody who logs in", code="first();\nsecond();\n", modules=used,
        secrets=[{"name": "API_KEY", "value": "s3cret"}], dependencies=[{"name": "lodash", "version": "4.17.21"}])
    server.deploy(action)
    server.deploy(server.create_action("enrich-token"))
    server.bind("enrich-token", action["name"], "enrich-token")
    server.call("PATCH", f"{MODULES}/{module['id']}", {"code": "first();\nother();\n"})
    server.call("POST", f"{MODULES}/{module['id']}/versions", {})
    server.call("PATCH", f"{MODULES}/{module['id']}", {"code": "first();\nother();\nthird();\n"})
    server.create_action("not-built")
    server.call("PATCH", "/__admin/settings", {"build": {"outcome": "failed"}})
    server.read_action(server.create_action("unlucky"))
    server.call("PATCH", f"{ACTIONS}/{action['id']}", {"code": "first();\nother();\n", "dependencies": []})
    return action


def the_editor(visit, client, theme, width):
    """With a refusal in it."""
    visit.go(f"#/default/objects/clients/{client['client_id']}")
    visit.press("Edit")
    editor = visit.page.get_by_role("dialog")
    editor.get_by_label("JSON").fill('{\n  "name": "shop",\n  "app_type": 7\n}')
    editor.get_by_role("button", name="Edit").click()
    visit.see_text("Line 3:")
    check(f"editor, {theme}, {width} wide", audit(visit.page), [])
    visit.picture(f"editor-{theme}-{width}")


def make_objects(server):
    """A client, an organization, and what has been told to a user of whom the log knows."""
    server.call("PATCH", "/__admin/settings", {"tenant_logs": True})
    client = server.call("POST", "/api/v2/clients", {"name": "shop", "callbacks": ["https://shop.example/in"]})[1]
    organization = server.call("POST", "/api/v2/organizations", {"name": "acme-inc"})[1]
    server.call("POST", "/api/v2/event-streams", STREAM)
    server.call("POST", "/api/v2/connections", {"name": "people", "strategy": "auth0"})
    user = {"connection": "people", "email": "ada@example.com", "password": "Fjord-42-Lantern", "verify_email": False}
    user = server.call("POST", "/api/v2/users", user)[1]
    server.call("POST", "/api/v2/jobs/verification-email", {"user_id": user["user_id"]})
    return client, organization


def looks(open_page, server):
    """Every view in both themes and two widths."""
    module = server.create_greeter("default")
    server.call("POST", f"{MODULES}/{module['id']}/versions", {})
    action = make_a_flow(server, module)
    client, organization = make_objects(server)
    server.call("POST", "/__admin/faults", {"method": "GET", "status": 503, "times": 3})
    server.call("GET", MODULES)
    server.call("POST", MODULES, {"name": 7})
    server.call("PUT", "/__admin/snapshots/before")
    entry = server.call("GET", "/__admin/requests")[1]["requests"][0]["id"]
    for theme in ["light", "dark"]:
        for width in [1280, 390]:
            visit = open_page(color_scheme=theme, viewport={"width": width, "height": 860}, reduced_motion="reduce")
            compared = [f"modules/{module['id']}", f"actions/{action['id']}"]
            objects = ["objects", "objects/clients", f"objects/clients/{client['client_id']}",
                       f"objects/organizations/{organization['id']}", "objects/guardian", "messages", "logs",
                       "deliveries"]
            for place in ["modules", "actions", "triggers", "requests", *compared, *objects, "triggers/post-login",
                          "triggers/event-stream", f"requests/{entry}", "switches", "start", "tenants"]:
                visit.go(f"#/default/{place}")
                visit.see("heading", LOOKS.get(place.split("/")[-1], re.compile("greeter|Requests|GET|shop|acme-inc")))
                visit.settle()
                if place in compared:
                    visit.page.get_by_label("Show").select_option("v1")
                    visit.page.get_by_label("Compared with").select_option("Draft")
                    visit.see_text("From Draft to v1")
                kind = place.replace("/post-login", "-one").replace("/event-stream", "-other")
                kind = kind if place in objects[:2] else re.sub("objects/(.*)/.*", r"\1-one", kind)
                kind = kind.replace("objects/", "") if place in objects else re.sub("/.*", "-one", kind)
                check(f"{kind}, {theme}, {width} wide", audit(visit.page), [])
                visit.picture(f"{kind}-{theme}-{width}")
                if (theme, width) == ("light", 1280) and kind in PUBLISHED:
                    visit.publish(PUBLISHED[kind])
            the_editor(visit, client, theme, width)
            visit.close()
