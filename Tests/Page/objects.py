"""What people do with everything else that a tenant holds: lists, objects, messages, and the log."""

import re

from accessible import audit
from checks import check
from server import STREAM

PASSWORD = "Fjord-42-Lantern"
EVIL = "<img src=x onerror=window.hacked=1>"


def made(server, path, body, tenant="acme"):
    status, answer = server.call("POST", f"/api/v2/{path}", body, tenant=tenant)
    assert status in (200, 201), answer
    return answer


def written(visit):
    """The editor's text."""
    return visit.page.get_by_role("dialog").get_by_label("JSON")


def families_by_group(open_page, server):
    made(server, "roles", {"name": "reader"})
    visit = open_page()
    visit.go("#/acme/modules")
    visit.page.get_by_role("link", name="Objects", exact=True).click()
    visit.see("heading", "User Management")
    groups = visit.page.locator("main h3").all_inner_texts()
    check("families are grouped as the dashboard groups them", (groups[0], groups[-1], len(groups)),
          ("Applications", "Settings", 9))
    families = server.call("GET", "/__admin/families")[1]["groups"]
    count = sum(len(group["families"]) for group in families)
    check("each family is there", visit.page.locator("main li").count(), count)
    item = visit.page.get_by_role("listitem").filter(has=visit.page.get_by_role("link", name="Roles", exact=True))
    check("with how much there is of it", item.inner_text().split("\n")[-1].strip(), "1 object")
    visit.page.get_by_label("Search").fill("guardian")
    visit.see_text("1 family")
    visit.page.get_by_role("link", name="Guardian").click()
    visit.page.get_by_role("link", name="Factors", exact=True).click()
    visit.see("row", "sms")
    for place in ["anomaly", "tickets", "jobs", "branding", "prompts", "users-by-email", "email-templates", "keys"]:
        visit.go(f"#/acme/objects/{place}")
        visit.see("heading", re.compile(place.replace("-", " "), re.IGNORECASE))


def every_family_and_path(open_page, server):
    """Nothing knows a family by itself, so what holds for each of them holds for those to come."""
    groups = server.call("GET", "/__admin/families")[1]["groups"]
    families = [family for group in groups for family in group["families"]]
    paths = {path["path"] for family in families for path in family["paths"]}
    visit = open_page()
    for place in sorted({family["name"] for family in families} | {path for path in paths if "{" not in path}):
        visit.go(f"#/acme/objects/{place}")
        visit.page.locator("main > div[data-key]").and_(visit.page.locator(f'[data-key="{place}"]')).wait_for()
        faults = audit(visit.page) + ["it cannot be shown"] * ("cannot be shown" in visit.text)
        check(f"{place} is shown", faults, [])


def life_of_an_object(open_page, server):
    visit = open_page()
    visit.go("#/acme/objects/clients")
    visit.see("heading", "Clients")
    visit.press("Create")
    check("the editor begins with what is a must", written(visit).input_value(), '{\n  "name": ""\n}')
    written(visit).fill('{\n  "name": "shop",\n  "app_type": 7\n}')
    visit.page.get_by_role("dialog").get_by_role("button", name="Create").click()
    visit.see_text("Line 3: Payload validation error: 'Expected type string but found type integer' on property app")
    check("what was written stays", '"app_type": 7' in written(visit).input_value())
    chosen = visit.page.evaluate(
        "(({ value, selectionStart: from, selectionEnd: to }) => value.slice(from, to))(document.activeElement)")
    check("the line is marked, and chosen", (visit.page.locator(".gutter mark").inner_text().strip(), chosen),
          ("3", '  "app_type": 7'))
    written(visit).fill('{\n  "name": "shop"\n  "app_type": "spa"\n}')
    visit.page.keyboard.press("Control+Enter")
    visit.see_text("Line 3:")
    check("nothing is made of what is refused", clients(server), [])
    written(visit).fill('{\n  "name": "shop",\n  "app_type": "spa"\n}')
    visit.page.get_by_role("dialog").get_by_role("button", name="Create").click()
    visit.see("heading", "shop")
    client = clients(server)[0]
    address = f"{server.page}#/acme/objects/clients/{client['client_id']}"
    check("it is made, and has an address", visit.page.url, address)
    visit.press("Edit")
    text = written(visit).input_value()
    check("an edit begins with what may be changed", ['"app_type"' in text, '"client_id"' in text], [True, False])
    visit.page.get_by_role("dialog").get_by_role("button", name="Edit").click()
    visit.see_text("Nothing is different.")
    written(visit).fill(text.replace('  "app_type": "spa",\n', "").replace('"shop"', '"store"'))
    visit.page.get_by_role("dialog").get_by_role("button", name="Edit").click()
    visit.see_text("'Expected type string but found type null' on property app_type")
    written(visit).fill(text.replace('"spa"', '"native"').replace('"shop"', '"store"'))
    visit.page.get_by_role("dialog").get_by_role("button", name="Edit").click()
    visit.see("heading", "store")
    now = clients(server)[0]
    check("it is changed", (now["name"], now["app_type"]), ("store", "native"))
    visit.press("Edit")
    written(visit).fill("{}")
    visit.page.keyboard.press("Escape")
    visit.see_text("Leave without what you wrote?")
    for _ in range(3):
        visit.page.keyboard.press("Escape")
    check("what was written outlasts any number of escapes", visit.page.locator("textarea").input_value(), "{}")
    if not visit.page.get_by_text("Leave without what you wrote?").is_visible():
        visit.page.keyboard.press("Escape")
    visit.page.get_by_role("button", name="Leave", exact=True).click()
    visit.until(lambda: visit.page.get_by_role("dialog").count() == 0)
    follow_a_reference(visit, server, client)
    visit.press("Delete")
    visit.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    visit.see("heading", "Clients")
    check("it is gone", clients(server), [])


def clients(server):
    """Those that were made."""
    first = {"All Applications", "Default App"}
    return [client for client in server.call("GET", "/api/v2/clients", tenant="acme")[1] if client["name"] not in first]


def follow_a_reference(visit, server, client):
    api = made(server, "resource-servers", {"identifier": "https://api.example/", "name": "the API"})
    body = {"client_id": client["client_id"], "audience": api["identifier"], "scope": []}
    grant = made(server, "client-grants", body)
    visit.go(f"#/acme/objects/client-grants/{grant['id']}")
    visit.page.get_by_role("link", name=client["client_id"]).click()
    visit.see("heading", "store")
    check("a reference is a link", visit.page.url, f"{server.page}#/acme/objects/clients/{client['client_id']}")


def users_and_their_search(open_page, server):
    connection = made(server, "connections", {"name": "people", "strategy": "auth0"})
    role = made(server, "roles", {"name": "reader"})
    users = [made(server, "users", {"connection": "people", "email": f"{name}@example.com", "password": PASSWORD})
             for name in ["ada", "bob", "grace"]]
    visit = open_page()
    visit.go("#/acme/objects/users")
    visit.see_text("3 objects")
    visit.page.get_by_label("Search").fill("grace")
    visit.see_text("1 object")
    check("users are found by a word", visit.page.locator("tbody tr").count(), 1)
    visit.page.get_by_label("Search").fill("email:*@example.com AND NOT email:bob*")
    visit.until(lambda: visit.page.locator("tbody tr").count() == 2)
    check("and by the API's own search", True)
    visit.page.get_by_label("Search").fill("email:(")
    visit.page.locator(".refusal").wait_for()
    check("whose refusal is told", bool(visit.page.locator(".refusal").inner_text()))
    visit.page.get_by_label("Search").fill("ada")
    visit.page.get_by_role("link", name="ada@example.com").click()
    visit.see("heading", "ada@example.com")
    check("an id with a bar is an address", users[0]["user_id"].replace("|", "%7C") in visit.page.url)
    visit.page.get_by_role("link", name="Roles", exact=True).click()
    visit.see_text("There is none.")
    visit.press("Add")
    written(visit).fill(f'{{"roles": ["{role["id"]}"]}}')
    visit.page.get_by_role("dialog").get_by_role("button", name="Add").click()
    visit.page.get_by_role("link", name="reader").click()
    visit.see("heading", "reader")
    check("what a list shows leads to where it lies", visit.page.url, f"{server.page}#/acme/objects/roles/{role['id']}")
    check("the connection has them", connection["name"], users[0]["identities"][0]["connection"])


def members_of_an_organization(open_page, server):
    made(server, "connections", {"name": "people", "strategy": "auth0"})
    user = made(server, "users", {"connection": "people", "email": "ada@example.com", "password": PASSWORD})
    organization = made(server, "organizations", {"name": "acme-inc", "display_name": "Acme"})
    path = f"/api/v2/organizations/{organization['id']}/members"
    server.call("POST", path, {"members": [user["user_id"]]}, tenant="acme")
    visit = open_page()
    visit.go("#/acme/objects/organizations")
    visit.page.get_by_role("link", name="acme-inc").click()
    visit.page.get_by_role("link", name="Members", exact=True).click()
    visit.page.get_by_role("link", name="ada@example.com").click()
    visit.page.get_by_role("link", name="Roles", exact=True).wait_for()
    visit.page.get_by_role("link", name="The object itself").click()
    visit.see("heading", "ada@example.com")
    visit.page.go_back()
    visit.page.go_back()
    visit.press("Remove")
    written(visit).fill(f'{{"members": ["{user["user_id"]}"]}}')
    visit.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    visit.see_text("There is none.")
    check("a member is out", server.call("GET", path, tenant="acme")[1], [])


def settings_and_pages(open_page, server):
    for number in range(51):
        made(server, "roles", {"name": f"role-{number:02}"})
    visit = open_page()
    visit.go("#/acme/objects/roles")
    visit.see_text("50 objects of 51, page 1")
    visit.press("Next page")
    visit.see_text("1 object of 51, page 2")
    visit.see("link", "role-50")
    visit.press("Previous page")
    visit.page.get_by_label("Search").fill("role-50")
    visit.see_text("1 of 51")
    visit.go("#/acme/objects/tenants/settings")
    visit.see("heading", "Settings")
    visit.press("Edit")
    text = written(visit).input_value()
    written(visit).fill(re.sub(r"^{", '{\n  "friendly_name": "The tenant",', text))
    visit.page.get_by_role("dialog").get_by_role("button", name="Edit").click()
    visit.see_text('"friendly_name": "The tenant"')
    check("settings are changed", server.call("GET", "/api/v2/tenants/settings", tenant="acme")[1]["friendly_name"],
          "The tenant")
    visit.go("#/acme/objects/emails/provider")
    visit.see_text("There is not a configured email provider")
    visit.go("#/acme/objects/prompts")
    visit.page.get_by_label("Custom text: prompt").fill("login")
    visit.page.get_by_label("Custom text: language").fill("en")
    visit.page.get_by_role("button", name="Open Custom text").click()
    visit.press("Edit")
    written(visit).fill('{"login": {"title": "Hello"}}')
    visit.page.get_by_role("dialog").get_by_role("button", name="Edit").click()
    visit.see_text('"title": "Hello"')


def messages_and_the_log(open_page, server):
    visit = open_page()
    visit.go("#/acme/messages")
    visit.see_text("Mail and texts that the tenant would have sent appear here.")
    made(server, "connections", {"name": "people", "strategy": "auth0"})
    user = made(server, "users", {"connection": "people", "email": "ada@example.com", "password": PASSWORD,
                                  "verify_email": False})
    made(server, "jobs/verification-email", {"user_id": user["user_id"]})
    visit.see("row", re.compile("verify_email ada@example.com"))
    visit.page.get_by_role("link", name="ada@example.com").click()
    visit.see("heading", "ada@example.com")
    visit.page.go_back()
    visit.press("Forget all")
    visit.see_text("Mail and texts that the tenant would have sent appear here.")
    visit.page.get_by_role("link", name="Logs", exact=True).click()
    visit.press("Keep changes and tokens")
    visit.see_text("Changes and tokens are kept from now on.")
    role = made(server, "roles", {"name": "reader"})
    visit.page.get_by_role("link", name=re.compile("Create a role", re.IGNORECASE)).first.click()
    visit.see_text(role["id"])


def deliveries(open_page, server):
    visit = open_page()
    visit.go("#/acme/deliveries")
    visit.see_text("What event streams and log streams tell appears here.")
    made(server, "connections", {"name": "people", "strategy": "auth0"})
    made(server, "event-streams", STREAM)
    user = made(server, "users", {"connection": "people", "email": "ada@example.com", "password": PASSWORD})
    visit.see("row", re.compile("user.created kept"))
    visit.page.locator("summary").click()
    visit.see_text(f'"user_id": "{user["user_id"]}"')
    visit.settle()
    check("what a person has opened stays open", visit.page.locator("details[open]").count(), 1)
    visit.page.get_by_role("link", name="est_").click()
    visit.see("heading", "users")
    visit.page.go_back()
    visit.press("Forget all")
    visit.see_text("What event streams and log streams tell appears here.")


def markup_of_objects_stays_text(open_page, server):
    role = made(server, "roles", {"name": EVIL, "description": EVIL})
    visit = open_page()
    for place in ["roles", f"roles/{role['id']}", f"roles/{EVIL}", EVIL]:
        visit.go(f"#/acme/objects/{place}")
        visit.see("heading", re.compile("."))
        visit.page.locator("main h2").wait_for()
        check(f"no markup comes of text: {place[:12]}", visit.page.locator("img, main script").count(), 0)
    visit.go(f"#/acme/objects/roles/{role['id']}")
    visit.press("Edit")
    check("nor in the editor", (EVIL in written(visit).input_value(), visit.page.locator("img").count()), (True, 0))
    check("nothing of it ran", visit.page.evaluate("window.hacked === undefined"))


ALL = [
    families_by_group, every_family_and_path, life_of_an_object, users_and_their_search, members_of_an_organization,
    settings_and_pages, messages_and_the_log, deliveries, markup_of_objects_stays_text,
]
