"""A module used by an action, told by the official Python SDK, which fetches its own token (auth0-python 5.8 and 6).

    actions_lifecycle.py DOMAIN        e.g. localhost:4664; https, with SSL_CERT_FILE naming the CA

Its credentials are those of AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET, where they are set.
Ends with the tenant as it was. The last line is `N passed, N failed`.
"""

import os
import sys
import uuid

import jwt
from auth0.management import ManagementClient
from auth0.management.core.api_error import ApiError
from auth0.management.types import ActionModuleReference, ActionTrigger, ActionBindingWithRef, ActionBindingRef

from checks import check, finish

ONCE = {"max_retries": 0, "timeout_in_seconds": 20}
CLIENT = os.environ.get("AUTH0_CLIENT_ID", "a-client")
SECRET = os.environ.get("AUTH0_CLIENT_SECRET", "a-secret")


def check_refused(what, status, message, call, *arguments):
    try:
        check(what, call(*arguments, request_options=ONCE), f"status {status}")
    except ApiError as error:
        check(what, (error.status_code, error.body.get("message")), (status, message))


def check_token(domain):
    """The token the SDK would get, verified by PyJWT with the keys that the server hands out."""
    import json
    import ssl
    import urllib.parse
    import urllib.request

    audience = f"https://{domain}/api/v2/"
    form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": CLIENT, "client_secret": SECRET,
                                   "audience": audience}).encode()
    context = ssl.create_default_context()
    with urllib.request.urlopen(f"https://{domain}/oauth/token", form, context=context, timeout=20) as answer:
        token = json.load(answer)["access_token"]
    with urllib.request.urlopen(f"https://{domain}/.well-known/jwks.json", context=context, timeout=20) as answer:
        keys = {key["kid"]: jwt.PyJWK(key) for key in json.load(answer)["keys"]}
    key = keys[jwt.get_unverified_header(token)["kid"]]
    claims = jwt.decode(token, key, algorithms=["RS256"], audience=audience, issuer=f"https://{domain}/")
    check("token: subject and grant", (claims["sub"], claims["gty"]), (f"{CLIENT}@clients", "client-credentials"))
    check("token: a day", claims["exp"] - claims["iat"], 86_400)


def main():
    domain = sys.argv[1]
    check_token(domain)
    client = ManagementClient(domain=domain, client_id=CLIENT, client_secret=SECRET)
    actions = client.actions
    name = f"sdk-{uuid.uuid4().hex[:8]}"
    module = actions.modules.create(name=name, code="module.exports = 1;", publish=True)
    reference = ActionModuleReference(module_id=module.id, module_version_id=module.latest_version.id)
    action = actions.create(
        name=name, supported_triggers=[ActionTrigger(id="post-login", version="v3")], code="exports.x = 1;",
        modules=[reference])
    check("create: pending", action.status, "pending")
    read = actions.get(action.id)
    check("get: built", read.status, "built")
    check("get: the module's name is filled in", read.modules[0].module_name, name)
    version = actions.deploy(action.id)
    check("deploy: number", version.number, 1)
    check("get: deployed", actions.get(action.id).deployed_version.deployed)
    check("module: in use", actions.modules.get(module.id).actions_using_module_total, 1)
    check_refused("module: kept", 412, "That module is in use by an action.", actions.modules.delete, module.id)
    bound = actions.triggers.bindings.update_many(
        "post-login", bindings=[ActionBindingWithRef(ref=ActionBindingRef(type="action_id", value=action.id))])
    check("bind: the action", [binding.action.id for binding in bound.bindings], [action.id])
    listed = actions.triggers.bindings.list("post-login")
    check("bindings: listed", [binding.action.name for binding in listed], [name])
    check("actions: listed", [found.id for found in actions.list(action_name=name)], [action.id])
    check("versions: listed", [found.id for found in actions.versions.list(action.id)], [version.id])
    check_refused("action: kept", 409, "Unable to delete an action bound to a trigger.", actions.delete, action.id)
    actions.delete(action.id, force=True)
    actions.modules.delete(module.id)
    check("actions: gone", list(actions.list(action_name=name)), [])
    finish()


main()
