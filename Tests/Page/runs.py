"""What people do with runs of actions, in the machine's own Node, and without one."""

import json
import re
import shutil

from accessible import audit
from checks import check
from server import Server

NODE = shutil.which("node")
EVIL = "<img src=x onerror=window.hacked=1>"
GREETS = """\
exports.onExecutePostLogin = async (event, api) => {
  console.log(require("actions:greeter").greet(event.user.name));
  api.idToken.setCustomClaim("https://example.test/name", event.user.name);
  if (event.transaction.breaks) throw new TypeError("it broke");
  if (event.transaction.leads) api.redirect.sendUserTo("https://example.test/consent", { query: { for: "maria" } });
};
exports.onContinuePostLogin = async (event, api) => {
  api.user.setAppMetadata("consent", event.request.query.consent);
};
"""
SEED = {
    "modules": [{"name": "greeter", "publish": True, "code": "exports.greet = (n) => `hi ${n}, ${actions.secrets.TONE}`;",
                 "secrets": [{"name": "TONE", "value": "s3cret"}]}],
    "actions": [{"name": "greets", "supported_triggers": [{"id": "post-login", "version": "v3"}], "code": GREETS,
                 "deploy": True, "modules": [{"module_name": "greeter", "module_version_number": 1}]}],
    "bindings": [{"trigger_id": "post-login", "action_name": "greets"}],
}


def in_node(scenario):
    """With a server that runs actions, and a window to it."""
    def told(open_page, _):
        if not NODE:
            return print("  skipped: no node in PATH, so no action runs")
        with Server("--node", NODE) as server:
            seed(server)
            scenario(lambda **options: opened(open_page, server, **options), server)
    told.__name__ = scenario.__name__
    return told


def opened(open_page, server, **options):
    visit = open_page(**options)
    visit.server = server
    return visit


def seed(server):
    status, answer = server.call("PUT", "/__admin/seed", SEED)
    assert status < 300, answer


def run(server, event=None, **rest):
    status, answer = server.call("POST", "/__admin/runs", {"trigger": "post-login", "event": event or {}} | rest)
    assert status == 200, answer
    return answer


def fill(visit, title, value):
    dialog = visit.page.get_by_role("dialog", name=title)
    dialog.get_by_label("JSON").fill(json.dumps(value))
    return dialog


@in_node
def life_of_a_run(open_page, server):
    visit = open_page()
    visit.go("#/default/runs")
    visit.see_text("No action has run.")
    visit.page.get_by_role("main").get_by_role("link", name="Triggers").click()
    visit.page.get_by_role("link", name="post-login").click()
    visit.press("Run…")
    visit.press("sample")
    visit.see_text('"name": "Maria Santos"')
    visit.press("Close")
    fill(visit, "Run post-login", {"user": {"name": EVIL}}).get_by_role("button", name="Run", exact=True).click()
    visit.see("heading", "Run of post-login")
    visit.see("row", re.compile("api.idToken.setCustomClaim .*onerror"))
    check("a run tells of state, versions and console", [
        word in visit.text for word in ("final", "greeter v1", f"hi {EVIL}, (secret TONE)", "as deployed")], [True] * 4)
    check("no value of a secret is there, nor markup out of text",
          ("s3cret" in visit.page.content(), visit.page.locator("img").count()), (False, 0))
    first = visit.page.url
    visit.press("Run again")
    visit.until(lambda: visit.page.url != first)
    visit.see_text(f"hi {EVIL}")
    runs = server.call("GET", "/__admin/runs")[1]["runs"]
    check("one that is run again is another, asked the same", [each["request"]["event"] for each in runs],
          [{"user": {"name": EVIL}}] * 2)
    run(server, {"transaction": {"breaks": True}})
    visit.page.get_by_role("link", name="All runs").click()
    visit.see("row", re.compile("post-login partial .* TypeError: it broke"))
    states = visit.page.locator("tbody .badge").all_inner_texts()
    check("the newest comes first", states, ["partial", "final", "final"])
    visit.page.locator("tbody a").first.click()
    visit.see_text("at exports.onExecutePostLogin (greets.js:4:")
    visit.page.get_by_role("link", name="Runs", exact=True).click()
    visit.press("Forget all")
    visit.see_text("No action has run.")


@in_node
def drafts_and_continuations(open_page, server):
    visit = open_page(errors=["404"])
    visit.go("#/default/triggers/post-login")
    visit.page.get_by_label("Actions to run").select_option("greets")
    visit.page.get_by_label("drafts").check()
    start = visit.page.get_by_role("button", name="Run…")
    start.focus()
    visit.page.keyboard.press("Enter")
    fill(visit, "Run post-login", {"transaction": {"leads": True}})
    visit.page.keyboard.press("Control+Enter")
    visit.see("heading", "Run of post-login")
    visit.see_text("suspended")
    check("it is of drafts", "drafts" in visit.text)
    visit.press("Continue…")
    visit.see_text("from https://example.test/consent?for=maria.")
    fill(visit, "Continue post-login", {"consent": "given"}).get_by_role("button", name="Continue").click()
    visit.see("row", re.compile("api.user.setAppMetadata .*given"))
    visit.see_text("onContinuePostLogin")
    check("it goes on under the same id", [each["status"] for each in server.call("GET", "/__admin/runs")[1]["runs"]],
          ["final"])
    visit.go("#/default/runs/run_none")
    visit.see_text("There is no run run_none.")


def runs_without_node(open_page, _):
    with Server("--node", "/nowhere/node") as server:
        seed(server)
        visit = opened(open_page, server, errors=["501"])
        visit.go("#/default/triggers/post-login")
        visit.press("Run…")
        visit.page.get_by_role("dialog").get_by_role("button", name="Run", exact=True).click()
        visit.see_text("No Node.js was found to run actions. Install one (20 or later)")
        check("the remedy is told where it was asked", "(501)" in visit.page.get_by_role("alert").inner_text())


@in_node
def looks_of_runs(open_page, server):
    """List, a broken run, a suspended one and the editor, in both themes and two widths."""
    run(server)
    suspended = run(server, {"transaction": {"leads": True}})["id"]
    broken = run(server, {"user": {"name": "María " * 20}, "transaction": {"breaks": True}})["id"]
    for theme in ["light", "dark"]:
        for width in [1280, 390]:
            visit = open_page(color_scheme=theme, viewport={"width": width, "height": 860}, reduced_motion="reduce")
            for kind, place in [("runs", ""), ("run-broken", f"/{broken}"), ("run-suspended", f"/{suspended}")]:
                visit.go(f"#/default/runs{place}")
                visit.see("heading", "Run of post-login" if place else "Runs")
                visit.settle()
                check(f"{kind}, {theme}, {width} wide", audit(visit.page), [])
                visit.picture(f"{kind}-{theme}-{width}")
            visit.press("Continue…")
            check(f"editor of a run, {theme}, {width} wide", audit(visit.page), [])
            visit.picture(f"run-editor-{theme}-{width}")
            visit.close()


ALL = [life_of_a_run, drafts_and_continuations, runs_without_node, looks_of_runs]
