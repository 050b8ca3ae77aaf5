"""One client of the soak: it makes, changes, publishes and deletes modules, and remembers what was acknowledged.

It holds every answer against what it remembers. A request that broke leaves its effect uncertain; then it asks until
it knows, as a client that retries does.
"""

import json
import random
import threading
from collections import Counter
from dataclasses import dataclass

from carriers import Answer, Broken, NotSent, Request
from program import Trouble, pause

MODULES = "/api/v2/actions/modules"
MODULES_MAX = 12
# What a fault puts in place of an answer; the service itself never says these here.
FAULTED = (429, 503)


@dataclass
class Module:
    id: str
    name: str
    code: str
    versions: int = 0


class Gate:
    """Lets clients through while it is open; whoever closes it waits until all stand still."""

    def __init__(self, count):
        self.condition, self.count = threading.Condition(), count
        self.is_open, self.waiting = True, 0

    def pass_through(self):
        with self.condition:
            if self.is_open:
                return
            self.waiting += 1
            self.condition.notify_all()
            self.condition.wait_for(lambda: self.is_open)
            self.waiting -= 1

    def close(self, seconds):
        """False when somebody does not come to a stand in time."""
        with self.condition:
            self.is_open = False
            return self.condition.wait_for(lambda: self.waiting == self.count, seconds)

    def open(self):
        with self.condition:
            self.is_open = True
            self.condition.notify_all()


class Client(threading.Thread):
    """`trouble` is set when something was not as it must be; the thread ends then."""

    def __init__(self, number, carrier, gate, seed):
        super().__init__(name=f"client {number}, {carrier.name}", daemon=True)
        self.number, self.carrier, self.gate = number, carrier, gate
        self.random = random.Random(seed * 1_000 + number)
        self.modules, self.made = {}, 0
        self.counts, self.breakages = Counter(), Counter()
        self.ends, self.trouble = False, None

    def run(self):
        try:
            while not self.ends:
                self.gate.pass_through()
                self.step()
                pause(0.004)
        except Exception as error:  # whatever it is, the soak is to tell of it
            self.trouble = f"{self.name}: {error!r}"
        # It counts as standing still from here on.
        while not self.ends:
            self.gate.pass_through()
            pause(0.05)
        self.carrier.close()

    # Requests

    def exchange(self, requests):
        outcomes = self.carrier.exchange(requests)
        for outcome in outcomes:
            match outcome:
                case Answer():
                    self.counts["sent"] += 1
                    self.counts["answered"] += 1
                    self.counts["in words of a fault"] += outcome.status in FAULTED
                case Broken():
                    self.counts["sent"] += 1
                    self.counts["broken"] += 1
                    self.breakages[str(outcome)] += 1
                case NotSent():
                    # A server that is starting anew: a little later, then.
                    pause(0.05)
        return outcomes

    def once(self, method, path="", body=None):
        """An answer that is the service's own, or None where the effect is uncertain."""
        request = Request(method, MODULES + path, json.dumps(body).encode() if body is not None else b"")
        while True:
            outcome, = self.exchange([request])
            if isinstance(outcome, Broken):
                return None
            if isinstance(outcome, Answer) and outcome.status not in FAULTED:
                return outcome
            self.stop_if_ending()

    def surely(self, method, path=""):
        """Of a request that changes nothing: asked until it is answered."""
        while (answer := self.once(method, path)) is None:
            self.stop_if_ending()
        return answer

    def stop_if_ending(self):
        if self.ends:
            raise Trouble("ended while an answer was waited for")

    def expect(self, what, answer, *statuses):
        if answer.status not in statuses:
            raise Trouble(f"{what}: {answer.status} {answer.content[:300]!r}")
        return json.loads(answer.content) if answer.content else None

    # Steps

    def step(self):
        if not self.modules or len(self.modules) < MODULES_MAX and self.random.random() < 0.3:
            return self.create()
        module = self.random.choice(list(self.modules.values()))
        action = self.random.choices(
            [self.read, self.change, self.publish, self.delete, self.read_many, self.list, self.refused],
            [30, 25, 8, 6, 12, 4, 6])[0]
        action(module)

    def code(self):
        return f"// {self.random.getrandbits(64):x}\n" + "x" * self.random.choice([10, 300, 3_000, 30_000])

    def create(self):
        self.made += 1
        name, code = f"soak-{self.number}-{self.made}", self.code()
        answer = self.once("POST", "", {"name": name, "code": code, "secrets": [{"name": "A", "value": "b"}]})
        if answer:
            module = self.expect("create", answer, 201)
        else:
            module = self.find(name)
            if module is None:
                return
        self.modules[module["id"]] = Module(module["id"], name, code)

    def find(self, name):
        page = self.expect("list", self.surely("GET", "?per_page=100"), 200)
        return next((module for module in page["modules"] if module["name"] == name), None)

    def check(self, module, found):
        if found["code"] != module.code or found["name"] != module.name:
            raise Trouble(f"{module.name} is not what was acknowledged: {found['code'][:40]!r}")

    def read(self, module):
        self.check(module, self.expect("read", self.surely("GET", "/" + module.id), 200))

    def read_many(self, _):
        chosen = self.random.sample(list(self.modules.values()), min(4, len(self.modules)))
        requests = [Request("GET", f"{MODULES}/{module.id}") for module in chosen]
        for module, outcome in zip(chosen, self.exchange(requests)):
            if isinstance(outcome, Answer) and outcome.status not in FAULTED:
                self.check(module, self.expect("read of many", outcome, 200))

    def list(self, _):
        page = self.expect("list", self.surely("GET", "?per_page=100"), 200)
        ids = {module["id"] for module in page["modules"]}
        if lost := [module.name for module in self.modules.values() if module.id not in ids]:
            raise Trouble(f"lost: {lost}")

    def change(self, module):
        code = self.code()
        answer = self.once("PATCH", "/" + module.id, {"code": code})
        if answer:
            found = self.expect("change", answer, 200)
        else:
            found = self.expect("read after a change that broke", self.surely("GET", "/" + module.id), 200)
            if found["code"] == module.code:
                return
        module.code = code
        self.check(module, found)

    def publish(self, module):
        answer = self.once("POST", f"/{module.id}/versions")
        if answer and answer.status != 409:
            module.versions = self.expect("publish", answer, 200)["version_number"]
        elif answer is None:
            found = self.expect("read after a publication that broke", self.surely("GET", "/" + module.id), 200)
            module.versions = (found.get("latest_version") or {"version_number": 0})["version_number"]

    def delete(self, module):
        answer = self.once("DELETE", "/" + module.id)
        if answer:
            self.expect("delete", answer, 204)
        elif self.surely("GET", "/" + module.id).status == 200:
            return
        del self.modules[module.id]

    def refused(self, _):
        answer = self.once("POST", "", {"name": 7, "code": "x" * self.random.choice([0, 60_000])})
        if answer:
            self.expect("refusal", answer, 400)
