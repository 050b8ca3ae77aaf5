"""Calls that need more than a path and JSON: members of a query, a file; a long list; and what a test may not do."""

import json
import re

from checks import check
from objects import PASSWORD, made


def queries_with_musts(open_page, server):
    connection = made(server, "connections", {"name": "people", "strategy": "auth0"})
    user = {"connection": "people", "password": PASSWORD}
    made(server, "users", user | {"email": "ada@example.com"})
    visit = open_page()
    visit.go("#/acme/objects/users-by-email")
    visit.see_text("It must be told what to look for.")
    visit.page.get_by_label("email", exact=True).fill("ada@example.com")
    visit.see("row", "ada@example.com")
    visit.go(f"#/acme/objects/connections/{connection['id']}/users")
    dialog = visit.page.get_by_role("dialog")
    visit.page.get_by_role("button", name=re.compile("^Delete")).click()
    dialog.get_by_label("email", exact=True).fill("ada@example.com")
    dialog.get_by_role("button", name=re.compile("^Delete")).click()
    visit.until(lambda: dialog.count() == 0)
    visit.until(lambda: server.call("GET", "/api/v2/users", tenant="acme")[1] == [])
    check("what a query must have is asked for, and sent", True)


def upload(open_page, server):
    connection = made(server, "connections", {"name": "people", "strategy": "auth0"})
    visit = open_page()
    visit.go("#/acme/objects/jobs")
    visit.page.get_by_role("button", name="Create import users job").click()
    dialog = visit.page.get_by_role("dialog")
    rows = json.dumps([{"email": "ada@example.com", "email_verified": True}]).encode()
    dialog.get_by_label("users", exact=True).set_input_files(
        {"name": "users.json", "mimeType": "application/json", "buffer": rows})
    dialog.get_by_label("connection_id", exact=True).fill(connection["id"])
    dialog.get_by_label("upsert", exact=True).select_option("true")
    visit.picture("upload")
    dialog.get_by_role("button", name="Create import users job").click()
    visit.see_text('"status": "pending"')
    server.call("PATCH", "/__admin/clock", {"advance_seconds": 60}, tenant="acme")
    visit.until(lambda: [user["email"] for user in server.call("GET", "/api/v2/users", tenant="acme")[1]]
                == ["ada@example.com"])
    check("users are imported of a file", True)


def a_search_beyond_the_first_thousand(open_page, server):
    seed = {"roles": [{"name": f"role-{number:04}"} for number in range(1_050)]}
    server.call("PUT", "/__admin/seed", seed, tenant="acme")
    visit = open_page()
    visit.go("#/acme/objects/roles")
    visit.page.get_by_label("Search").fill("role-1049")
    visit.see_text("The first 1000 were looked through.")
    visit.picture("further")
    visit.press("Look further")
    visit.see("link", "role-1049")
    check("a search goes on where a person wants it to", "1 of 1050" in visit.text)
    server.call("PUT", "/__admin/seed", {"modules": []}, tenant="acme")


def guards(open_page, server):
    role = made(server, "roles", {"name": "reader"})
    visit = open_page()
    visit.go("#/acme/switches")
    visit.see_text("None: a test may change everything.")
    visit.page.get_by_label("Reason").fill("the role is others'")
    visit.press("Set guard")
    visit.see("row", re.compile("deletes the role is others'"))
    status, answer = server.call("DELETE", f"/api/v2/roles/{role['id']}", tenant="acme")
    check("what is guarded is refused, with the reason",
          (status, "the role is others'" in answer["message"]), (403, True))
    visit.page.get_by_label("Refuse").select_option("write")
    visit.page.get_by_label("Where").select_option("except")
    visit.page.get_by_label("Family").select_option("clients")
    visit.press("Set guard")
    visit.see("row", re.compile("all changes outside of clients"))
    statuses = [server.call("POST", f"/api/v2/{family}", {"name": "one"}, tenant="acme")[0]
                for family in ("roles", "clients")]
    check("all but a family can be guarded", statuses, [403, 201])
    visit.picture("guards")
    for words in ["deletes", "all changes outside of clients"]:
        visit.press(f"Take back the guard of {words}")
    visit.see_text("None: a test may change everything.")
    check("guards are taken back", server.call("GET", "/__admin/guards", tenant="acme")[1], {"guards": []})


ALL = [queries_with_musts, upload, a_search_beyond_the_first_thousand, guards]
