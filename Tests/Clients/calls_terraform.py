"""The calls of Terraform's provider, as it sends them: create, change, publish, deploy, bind, read and destroy, and for
every other resource type what `terraform_types` says.

    calls_terraform.py      run by `localtenant exec --auth strict --client ID:SECRET`

The order of calls is that of the actions reference 6 (CLIENT), the transport's ways those of the clients reference 2.
The last line is `N passed, N failed`.
"""

import os
import subprocess

import terraform_types
from checks import check, finish
from go_wire import GoWire, control
from terraform_driver import Names, apply_and_destroy

USER_AGENT = "Terraform-Provider-Auth0/1.50.0 (Go-Auth0-SDK/3.2.0; Terraform-SDK/2.38.1; Terraform/1.14.0)"
MODULES, ACTIONS = "/actions/modules", "/actions/actions"
BINDINGS = "/actions/triggers/post-login/bindings"
CODE = "module.exports = {\n\tgreet: function(name) {\n\t\treturn name && \"<b>\" + name + \"</b>\";\n\t}\n};\n"


def check_tokens():
    """Basic, then the form (clients reference 3, CLIENT). The provider makes two clients, each with a token of its own."""
    credentials = os.environ["AUTH0_CLIENT_ID"], os.environ["AUTH0_CLIENT_SECRET"]
    clients = [GoWire(USER_AGENT, sdk) for sdk in (1, 3)]
    for client in clients:
        check("token: Basic does", [answer.status for answer in client.token(*credentials)], [200])
    control("/faults", {"method": "POST", "urlPathTemplate": "/oauth/token", "status": 401, "times": 1})
    check("token: the form after Basic", [answer.status for answer in clients[0].token(*credentials)], [401, 200])
    wrong = GoWire(USER_AGENT, 3).token(credentials[0], "wrong")
    check("token: neither", [(answer.status, answer["error"]) for answer in wrong], [(401, "access_denied")] * 2)
    return clients


def create_module(client):
    """`auth0_action_module` with `publish = true`: POST, POST versions, GET."""
    secret = {"name": "API_KEY", "value": "not-to-be-seen"}
    dependency = {"name": "lodash", "version": "4.17.21"}
    made = client.call("POST", MODULES, {"name": "terraform-module", "code": CODE, "secrets": [secret],
                                         "dependencies": [dependency]})
    check("module: created", (made.status, made["code"], made["dependencies"]), (201, CODE, [dependency]))
    path = f"{MODULES}/{made['id']}"
    version = client.call("POST", path + "/versions")  # JSON's content type, and no content at all
    check("module: published", (version.status, version["version_number"]), (200, 1))
    read = client.call("GET", path)
    check("module: read", (read.status, read["name"], read["all_changes_published"], read["latest_version"]["id"]),
          (200, "terraform-module", True, version["id"]))
    check("module: the secret by name only", [sorted(secret) for secret in read["secrets"]], [["name", "updated_at"]])
    return path, version["id"]


def update_module(client, path):
    """PATCH with the code and what has changed, POST versions each time, GET; then `publish` alone flips."""
    check("module: changed", client.call("PATCH", path, {"code": CODE + "// 2\n"}).status, 200)
    check("module: published again", client.call("POST", path + "/versions")["version_number"], 2)
    read = client.call("GET", path)
    check("module: what was not sent stays", [len(read["dependencies"]), len(read["secrets"])], [1, 1])
    flipped = client.call("PATCH", path, {"code": CODE + "// 2\n"})
    check("module: no change is no change", (flipped.status, flipped["all_changes_published"]), (200, True))
    # The hazard of the actions reference 6: the provider publishes all the same, and shows its user the refusal.
    check("module: nothing to publish", client.call("POST", path + "/versions").status, 409)


def read_sources(client, path):
    """The data sources: versions and actions page by page until an empty page, and one version."""
    versions = client.pages(path + "/versions", "versions")
    check("versions: newest first", [version["version_number"] for version in versions], [2, 1])
    one = client.call("GET", f"{path}/versions/{versions[1]['id']}")
    check("version: as in the list", (one.status, one.content), (200, versions[1]))
    check("version of nobody", client.call("GET", f"{path}/versions/{path[-36:]}").status, 404)


def await_action(client, path, is_there):
    """Polls with GET until it is so, as the provider does before and after it deploys; gives the number of reads."""
    for reads in range(1, 31):
        if is_there(client.call("GET", path)):
            return reads
    return None


def deploy(client, path, reads):
    built = await_action(client, path, lambda answer: answer["status"] == "built")
    check(f"{path}: built at the read", built, reads)
    deployed = client.call("POST", path + "/deploy")
    check("action: deployed", (deployed.status, deployed["deployed"]), (200, False))
    done = await_action(client, path, lambda answer: answer["deployed_version"]["deployed"])
    check("action: deployed at the read", done, 1)


def create_action(client, module_path, version_id):
    """`auth0_action` with `deploy = true`: POST, GET until built, POST deploy, GET until deployed."""
    module = {"module_id": module_path[-36:], "module_version_id": version_id}
    body = {"name": "terraform-action", "supported_triggers": [{"id": "post-login", "version": "v3"}],
            "code": "exports.onExecutePostLogin = async (event, api) => {};", "dependencies": [], "runtime": "node22",
            "secrets": [{"name": "FOO", "value": "bar"}], "modules": [module]}
    made = client.call("POST", ACTIONS, body)
    check("action: created", (made.status, made["status"]), (201, "pending"))
    check("action: not built, not deployed", client.call("POST", f"{ACTIONS}/{made['id']}/deploy").status, 400)
    path = f"{ACTIONS}/{made['id']}"
    deploy(client, path, reads=2)  # of three; the refusal counted as one
    read = client.call("GET", path)
    check("action: module filled in", read["modules"][0]["module_name"], "terraform-module")
    body["code"] += "\n// 2"
    check("action: its secrets are looked at first", [s["name"] for s in read["secrets"]], ["FOO"])
    check("action: changed", client.call("PATCH", path, body)["status"], "pending")
    deploy(client, path, reads=3)
    check("action: second version", client.call("GET", path)["deployed_version"]["number"], 2)
    return path


def bind(client, path):
    """`auth0_trigger_actions`: PATCH, then pages of a hundred until an empty one."""
    reference = {"ref": {"type": "action_id", "value": path[-36:]}, "display_name": "terraform-action"}
    bound = client.call("PATCH", BINDINGS, {"bindings": [reference]})
    check("bound", (bound.status, [binding["display_name"] for binding in bound["bindings"]]),
          (200, ["terraform-action"]))
    listed = client.pages(BINDINGS, "bindings", per_page=100)
    check("bindings: listed", [binding["action"]["id"] for binding in listed], [path[-36:]])


def destroy(client, path, module_path):
    check("action: kept while bound", client.call("DELETE", path).status, 409)
    check("module: kept while used", client.call("DELETE", module_path).status, 412)
    check("unbound", client.call("PATCH", BINDINGS, {"bindings": []})["bindings"], [])
    check("action: deleted", client.call("DELETE", path).status, 204)
    check("module: deleted", client.call("DELETE", module_path).status, 204)
    gone = client.call("GET", module_path)  # a refresh takes a 404 for "to be created anew"
    check("module: gone", (gone.status, gone["statusCode"]), (404, 404))


def check_retries(client):
    """After a 429 it waits until X-RateLimit-Reset; after a 503 it tries up to three times."""
    for status, times in (429, 2), (503, 1):
        control("/faults", {"method": "POST", "urlPathTemplate": "/api/v2" + MODULES, "status": status, "times": times})
        before = client.attempts
        made = client.call("POST", MODULES, {"name": f"after-{status}", "code": "x"})
        check(f"after {status}: created", (made.status, client.attempts - before), (201, times + 1))
        # Every answer tells the limits: the provider warns when little is left.
        left = [int(made.headers[f"X-RateLimit-{name}"]) for name in ("Limit", "Remaining", "Reset")]
        check("limits: told", left[0] > 0 and 0 <= left[1] <= left[0])
        check(f"after {status}: deleted", client.call("DELETE", f"{MODULES}/{made['id']}").status, 204)


def exchange_action(client):
    """What a token exchange profile names."""
    made = client.call("POST", ACTIONS, {"name": "terraform-exchange", "code": "// 1", "runtime": "node22",
                                         "supported_triggers": [{"id": "custom-token-exchange", "version": "v1"}]})
    path = f"{ACTIONS}/{made['id']}"
    await_action(client, path, lambda answer: answer["status"] == "built")
    check("action for exchanges: deployed", client.call("POST", path + "/deploy").status, 200)
    return path


def every_type(client):
    """Each of the provider's other types, in the order in which one configuration would make them."""
    key = subprocess.run(["openssl", "genrsa", "2048"], capture_output=True, check=True).stdout
    public = subprocess.run(["openssl", "rsa", "-pubout"], input=key, capture_output=True, check=True).stdout.decode()
    all_clients = client.call("GET", "/clients?is_global=true&fields=client_id&include_fields=true")
    check("there is the client for all", len(all_clients.content), 1)
    action = exchange_action(client)
    control("/settings", {"experimentation_enabled": True, "domain_verification": "ready"}, method="PATCH")
    names = Names(client, {"KEY": public, "exchange": action[-36:], "global": all_clients[0]["client_id"],
                           "canonical": client.call("GET", "/custom-domains/default")["domain"]})
    types = terraform_types.all_types()
    seen = {name for kind in types for name in kind.name.split()}
    seen.update(f"{terraform_types.OWN} {terraform_types.UNASKED}".split())
    check("every type of the provider", sorted(seen), sorted("auth0_" + name for name in terraform_types.ALL.split()))
    apply_and_destroy(types, names)
    check("action for exchanges: deleted", client.call("DELETE", action).status, 204)


def main():
    control("/settings", {"build": {"reads": 3}}, method="PATCH")
    first, third = check_tokens()
    module_path, version_id = create_module(third)
    update_module(third, module_path)
    read_sources(third, module_path)
    action_path = create_action(first, module_path, version_id)
    users = third.pages(module_path + "/actions", "actions")
    check("module: used by", [user["action_name"] for user in users], ["terraform-action"])
    bind(first, action_path)
    destroy(first, action_path, module_path)
    check_retries(third)
    every_type(first)
    finish()


main()
