"""What people do with actions, with the triggers they run at, and with how they are built."""

import re

from checks import check
from server import ACTIONS, MODULES

EVERY_WORD = re.compile(r"\s+")


def life_of_an_action(open_page, server):
    visit = open_page()
    visit.go("#/acme/actions")
    visit.see_text("This tenant has no actions yet.")
    action = server.create_action("greet", tenant="acme", code="first();\nsecond();\n", dependencies=[
        {"name": "lodash", "version": "4.17.21"}], secrets=[{"name": "API_KEY", "value": "s3cret"}])
    visit.see("row", "greet never deployed build: pending post-login node22")
    visit.page.get_by_role("link", name="greet").click()
    visit.see("heading", "greet")
    check("an action has an address", visit.page.url, f"{server.page}#/acme/actions/{action['id']}")
    visit.press("Deploy draft")
    visit.see_text("A draft must be in the 'built' state before it can be deployed. (400)")
    server.read_action(action, tenant="acme")
    visit.press("Deploy draft")
    visit.see_text("Deployed greet.")
    visit.see_text("deployed v1")
    body = {"code": "first();\nother();\n", "runtime": "node18-actions", "dependencies": [], "secrets": [
        {"name": "API_KEY"}, {"name": "SALT", "value": "s3cret"}]}
    server.call("PATCH", f"{ACTIONS}/{action['id']}", body, tenant="acme")
    visit.see_text("draft changes")
    visit.page.get_by_label("Compared with").select_option("v1")
    visit.see_text("From v1 to Draft: 1 line added, 1 line removed.")
    visit.see_text("node18-actions; v1: node22")
    lists = [EVERY_WORD.sub(" ", item) for item in visit.page.locator("main li").all_inner_texts()]
    check("what it is made of is compared as well", [re.sub(" set (now|.* ago)", "", item).strip() for item in lists],
          ["lodash@4.17.21 removed", "API_KEY", "SALT added"])
    check("never a secret's value", "s3cret" in visit.page.content(), False)
    visit.page.get_by_label("Show").select_option("v1")
    visit.page.get_by_label("for the draft, too").check()
    visit.press("Deploy v1 again")
    visit.see_text("What v1 was is deployed.")
    visit.see_text("deployed v2")
    now = server.read_action(action, tenant="acme")
    check("an old version is deployed again, for the draft as well",
          (now["code"], now["deployed_version"]["number"], now["all_changes_deployed"]),
          ("first();\nsecond();\n", 2, True))
    server.bind("greet", tenant="acme")
    visit.see_text("yes, as 1 of 1")
    visit.press("Delete")
    visit.see_text("Take the action greet out of its trigger's flow")
    visit.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    visit.see_text("This tenant has no actions yet.")
    check("it is gone", server.call("GET", f"{ACTIONS}/{action['id']}", tenant="acme")[0], 404)


def modules_of_an_action(open_page, server):
    module = server.create("shared")
    other = server.create("other")
    versions = [server.call("POST", f"{MODULES}/{each['id']}/versions", {})[1] for each in [module, other]]
    used = [{"module_id": each["module_id"], "module_version_id": each["id"]} for each in versions]
    action = server.create_action("user", modules=used)
    server.deploy(action)
    server.call("PATCH", f"{MODULES}/{module['id']}", {"code": "exports.a = 2;"})
    server.call("POST", f"{MODULES}/{module['id']}/versions", {})
    visit = open_page()
    visit.go(f"#/default/modules/{module['id']}")
    visit.see("row", "user v1 v2 is out")
    visit.page.get_by_role("link", name="user").click()
    visit.see("row", "shared v1 v2 is out")
    visit.see("row", "other v1")
    server.call("PATCH", f"{ACTIONS}/{action['id']}", {"modules": used[:1]})
    visit.page.get_by_label("Compared with").select_option("v1")
    visit.see("row", "other not used v1")
    visit.page.get_by_role("link", name="shared").click()
    visit.see("heading", "shared")
    server.call("PATCH", "/__admin/settings", {"modules_enabled": False})
    visit.go(f"#/default/actions/{action['id']}")
    visit.see("row", "shared v1")
    check("without modules, actions are shown all the same", "cannot be shown" in visit.text, False)


def flow_of_a_trigger(open_page, server):
    for name in ["first", "second", "third"]:
        server.deploy(server.create_action(name))
    server.create_action("draft only")
    visit = open_page()
    visit.go("#/default/triggers")
    visit.see("row", "post-login v3 0 actions node18-actions, node22 node22")
    visit.see("row", "event-stream v1 by the service node22 node22")
    visit.page.get_by_role("link", name="post-login").click()
    visit.see_text("No action runs here.")
    for name, shown_as in [("first", ""), ("second", "Second step"), ("third", "")]:
        visit.page.get_by_label("Action", exact=True).select_option(name)
        visit.page.get_by_label("Shown as").fill(shown_as)
        visit.press("Bind")
        visit.see("row", re.compile(f"^\\d. {name}"))
    flow = lambda: [(each["action"]["name"], each.get("display_name")) for each in server.bindings()]
    visit.see("row", "2. second shown as Second step v1")
    check("actions are bound in order", flow(), [("first", None), ("second", "Second step"), ("third", None)])
    visit.page.get_by_role("button", name="Up second").click()
    visit.see("row", re.compile("^1. second"))
    check("one goes up, and keeps its name", flow(), [("second", "Second step"), ("first", None), ("third", None)])
    down = visit.page.get_by_role("button", name="Down second")
    down.focus()
    visit.page.keyboard.press("Enter")
    visit.see("row", re.compile("^2. second"))
    focused = visit.page.evaluate("document.activeElement.getAttribute('aria-label')")
    check("and down by keyboard, where the focus stays", focused, "Down second")
    visit.page.get_by_label("Action", exact=True).select_option("draft only (never deployed)")
    visit.press("Bind")
    visit.see_text("Trying to create a binding for an action that has not been deployed yet (400)")
    visit.page.get_by_role("button", name="Unbind first").click()
    visit.until(lambda: [name for name, _ in flow()] == ["second", "third"])
    visit.see("row", re.compile("^1. second"))
    visit.page.get_by_role("link", name="All triggers").click()
    visit.see("row", "post-login v3 2 actions")
    visit.page.get_by_role("link", name="event-stream").click()
    visit.see_text("The service itself binds actions")
    visit.go("#/default/triggers/no-such-trigger")
    visit.see_text("This cannot be shown")


def flow_that_others_change(open_page, server):
    for name in ["first", "second"]:
        server.deploy(server.create_action(name))
    server.bind("first", "second")
    visit = open_page()
    visit.go("#/default/triggers/post-login")
    visit.see("row", re.compile("^2. second"))
    # Between what the page has loaded and what it sends, a script is faster.
    visit.page.route("**/bindings", lambda route: (server.bind("second"), route.continue_())
                     if route.request.method == "PATCH" else route.continue_())
    visit.page.get_by_role("button", name="Up second").click()
    visit.see_text("Trying to create a binding for an action that does not exist")
    check("a flow that changed meanwhile is not overwritten",
          [each["action"]["name"] for each in server.bindings()], ["second"])


def builds(open_page, server):
    visit = open_page()
    visit.go("#/acme/switches")
    build = lambda: server.call("GET", "/__admin/settings", tenant="acme")[1]["build"]
    for label, value in [("Reads", "3"), ("Time (ms)", "1500")]:
        visit.page.get_by_label(label, exact=True).fill(value)
        visit.page.keyboard.press("Tab")
    visit.page.get_by_label("Outcome").select_option("failed")
    visit.until(lambda: build() == {"reads": 3, "milliseconds": 1500, "outcome": "failed"})
    check("builds take reads and time, and fail", build()["outcome"], "failed")
    visit.page.get_by_label("Reads", exact=True).fill("-1")
    visit.page.keyboard.press("Tab")
    check("what is no number of reads is not taken", build()["reads"], 3)
    visit.page.get_by_label("Reads", exact=True).fill("3")
    visit.page.get_by_label("Time (ms)", exact=True).fill("")
    visit.page.keyboard.press("Tab")
    visit.until(lambda: build()["milliseconds"] is None)
    check("an empty time ends no build, and reads still do", build()["reads"], 3)
    action = server.create_action("unlucky", tenant="acme")
    visit.page.get_by_role("link", name="Actions", exact=True).click()
    visit.see("row", "unlucky never deployed build: pending")
    for _ in range(3):
        visit.page.reload()
        visit.see("row", "unlucky never deployed build: pending")
    states = [server.read_action(action, tenant="acme")["status"] for _ in range(3)]
    check("looking is no read, and drives no build on", states[-2:], ["retrying", "failed"])
    visit.see("row", "unlucky never deployed build: failed")


ALL = [life_of_an_action, modules_of_an_action, flow_of_a_trigger, flow_that_others_change, builds]
