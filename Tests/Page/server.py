"""A release build of the program for the page to come from, and calls to it as scripts make them."""

import json
import pathlib
import subprocess
import tempfile
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/localtenant"
MODULES = "/api/v2/actions/modules"
ACTIONS = "/api/v2/actions/actions"
BINDINGS = "/api/v2/actions/triggers/post-login/bindings"
# Tells a web hook of each user that is made.
STREAM = {"name": "users", "subscriptions": [{"event_type": "user.created"}], "destination": {
    "type": "webhook", "configuration": {
        "webhook_endpoint": "https://hook.example/", "webhook_authorization": {"method": "bearer", "token": "secret"}}}}


class Server:
    """Serves on a free port until the block ends."""

    def __init__(self, *options):
        self.folder = tempfile.TemporaryDirectory()
        ready = pathlib.Path(self.folder.name) / "ready.json"
        # It says that it serves, and nothing more: what nobody reads would fill the pipe.
        self.process = subprocess.Popen(
            [PROGRAM, "--port", "0", "--ready-file", ready, "--log-level", "notice", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env={"XDG_DATA_HOME": self.folder.name})
        for line in self.process.stderr:
            if "serving" in line:
                break
        self.facts = json.loads(ready.read_text())
        # By a name: what a browser keeps for it is not another port's.
        self.url = self.facts["url"].replace("127.0.0.1", "localhost")
        self.page = self.url + "/__admin/"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.stderr.read()
        self.process.wait()
        self.folder.cleanup()

    def call(self, method, path, body=None, tenant="default", agent="a script"):
        """Status and content, JSON taken apart."""
        headers = {"Authorization": "Bearer any", "Content-Type": "application/json", "User-Agent": agent}
        headers["x-localtenant-tenant"] = tenant
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.facts["url"] + path, content, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                status, text = response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode()
        return status, json.loads(text) if text[:1] in ("{", "[") else text

    def create(self, name, code="exports.a = 1;", tenant="default", **rest):
        status, module = self.call("POST", MODULES, {"name": name, "code": code} | rest, tenant=tenant)
        assert status == 201, module
        return module

    def create_greeter(self, tenant):
        """A module with two lines, a dependency and a secret."""
        return self.create("greeter", "first();\nsecond();\n", tenant, secrets=[{"name": "API_KEY", "value": "s3cret"}],
                           dependencies=[{"name": "lodash", "version": "4.17.21"}])

    def create_action(self, name, tenant="default", **rest):
        body = {"name": name, "code": "exports.a = 1;", "supported_triggers": [{"id": "post-login", "version": "v3"}]}
        status, action = self.call("POST", ACTIONS, body | rest, tenant=tenant)
        assert status == 201, action
        return action

    def read_action(self, action, tenant="default"):
        """Which drives its build on."""
        return self.call("GET", f"{ACTIONS}/{action['id']}", tenant=tenant)[1]

    def deploy(self, action, tenant="default"):
        while self.read_action(action, tenant)["status"] != "built":
            pass
        status, version = self.call("POST", f"{ACTIONS}/{action['id']}/deploy", tenant=tenant)
        assert status == 200, version

    def bind(self, *names, tenant="default"):
        """Makes these the flow of post-login."""
        bindings = [{"ref": {"type": "action_name", "value": name}} for name in names]
        status, answer = self.call("PATCH", BINDINGS, {"bindings": bindings}, tenant=tenant)
        assert status == 200, answer

    def bindings(self):
        return self.call("GET", BINDINGS)[1]["bindings"]
