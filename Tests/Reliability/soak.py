#!/usr/bin/env python3
"""Mixed traffic over the four carriers for long: `make soak`, or Tests/Reliability/soak.py [MINUTES [SEED [OPTION...]]]

Clients make, change, publish and delete modules while faults are switched on and off; the server is ended by SIGTERM
and started anew with its state, in the midst of traffic. Between times everything stands still for a moment, and then

- what the server lists is what was acknowledged, module by module and version by version;
- every request is accounted for: sent = answered + broken, and broken = hits of faults that break (plus, at a restart,
  those that never reached the server); the journal, the metrics and the log have counted as many as the clients;
- no connection is open but those that clients hold;
- memory is flat: after the warm-up of the longest run, it grows by 2 % at most, but for what may be chance.

The last line is `N passed, N failed`.
"""

import json
import pathlib
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from carriers import HTTP1, HTTP2  # noqa: E402
from program import Program, Trouble, pause, verdict, wait_until  # noqa: E402
from traffic import MODULES, Client, Gate  # noqa: E402

CLIENTS_PER_CARRIER = 2
TIMEOUT_SECONDS = 10
GROWTH_MAX = 0.02
# Of faults that break an answer; `stall` is rare, since its client waits for its whole time-out.
FAULTS = [
    {"status": 503, "probability": 0.05}, {"status": 429, "probability": 0.05, "retryAfterSeconds": 0},
    {"delayMilliseconds": {"type": "uniform", "lower": 1, "upper": 60}, "probability": 0.2},
    {"chunkedDribbleDelay": {"numberOfChunks": 4, "totalDuration": 80}, "probability": 0.1},
    {"break": "reset", "probability": 0.03}, {"break": "close", "probability": 0.03},
    {"break": "truncate", "probability": 0.03}, {"break": "garbage", "probability": 0.03},
    {"break": "stall", "probability": 0.01, "times": 2},
]
DELAY = [{"delayMilliseconds": {"type": "uniform", "lower": 1, "upper": 300}}]


class Soak:
    def __init__(self, folder, minutes, seed, options):
        self.folder, self.random = folder, random.Random(seed)
        self.seconds = minutes * 60
        # With a thousand entries a tenant, what the journal holds would go up and down with what requests happen to
        # hold. With more it is full by its bytes, as many as by default, and that is of one size.
        self.options = ["--state", f"{folder}/state.json", "--loops", "2", "--journal-entries", "4000", *options]
        self.program = Program(folder, self.options)
        carriers = [(HTTP1, None), (HTTP1, self.program.authority), (HTTP2, None), (HTTP2, self.program.authority)]
        self.gate = Gate(CLIENTS_PER_CARRIER * len(carriers))
        self.clients = []
        for kind, authority in carriers:
            for _ in range(CLIENTS_PER_CARRIER):
                fields = {"Authorization": "Bearer any", "Content-Type": "application/json",
                          "x-localtenant-tenant": f"soak-{len(self.clients) // CLIENTS_PER_CARRIER}"}
                carrier = kind(self.program.port, authority, fields, TIMEOUT_SECONDS)
                self.clients.append(Client(len(self.clients), carrier, self.gate, seed))
        self.tenants = sorted({client.carrier.fields["x-localtenant-tenant"] for client in self.clients})
        self.has_faults = False
        # Sent before this run of the server; answers broken on purpose; requests that a server that ended never had.
        self.before, self.hits, self.crossed = Counter(), 0, 0
        self.memory, self.restarts, self.checks = [], 0, 0
        # What we asked of the emulated surface ourselves, and lines of the log that are the clients'.
        self.own_requests, self.logged = Counter(), 0

    def total(self):
        return sum((client.counts for client in self.clients), Counter())

    def run(self):
        start = time.monotonic()
        for client in self.clients:
            client.start()
        # Two short runs, then a long one whose memory is looked at, then a short one.
        for end in (0.1, 0.2, 0.95):
            self.serve(start + end * self.seconds)
            self.restart()
        self.serve(start + self.seconds)
        self.stand_still()
        self.check()
        for client in self.clients:
            client.ends = True
        self.gate.open()
        for client in self.clients:
            client.join(TIMEOUT_SECONDS)
        if not wait_until(lambda: self.program.connections == 0, 10):
            raise Trouble(f"{self.program.connections} connections are left")
        self.program.stop()
        self.account_for_log()

    def serve(self, end):
        """Traffic until `end`, faults on and off by turns, everything checked in between."""
        self.memory.append([])
        turn = min(20, max(3, self.seconds / 40))
        while time.monotonic() < end:
            next_check = min(end, time.monotonic() + turn)
            while (now := time.monotonic()) < next_check:
                self.memory[-1].append((now, self.program.resident_bytes))
                pause(min(1, next_check - now))
            self.stand_still()
            self.check()
            self.has_faults = not self.has_faults
            self.set_faults(FAULTS if self.has_faults else [])
            self.gate.open()

    def stand_still(self):
        """No request is under way, no fault is set, and how often they hit is known."""
        if not self.gate.close(6 * TIMEOUT_SECONDS):
            raise Trouble("a client hangs")
        if troubles := [client.trouble for client in self.clients if client.trouble]:
            raise Trouble("; ".join(troubles))
        for tenant in self.tenants:
            faults = self.require(self.program.ask("GET", "/__admin/faults", tenant=tenant))["faults"]
            self.hits += sum(fault["hits"] for fault in faults if "break" in fault)
            self.require(self.program.ask("DELETE", "/__admin/faults", tenant=tenant))

    def set_faults(self, faults):
        for tenant in self.tenants:
            for fault in faults:
                fault = {**fault, "seed": self.random.getrandbits(31)} if "probability" in fault else fault
                self.require(self.program.ask("POST", "/__admin/faults", fault, tenant))

    def require(self, answer):
        status, content = answer
        if status >= 300:
            raise Trouble(f"our own call: {status} {content[:300]!r}")
        return json.loads(content) if content else None

    def breakages(self):
        return dict(sum((client.breakages for client in self.clients), Counter()))

    # What must hold while everything stands still

    def check(self):
        self.checks += 1
        for tenant in self.tenants:
            self.compare(tenant)
        self.account_for_requests()
        held = sum(client.carrier.is_open for client in self.clients)
        if not wait_until(lambda: self.program.connections == held, 10):
            raise Trouble(f"{self.program.connections} connections are open, {held} are held by clients")

    def compare(self, tenant):
        page = json.loads(self.program.ask("GET", MODULES + "?per_page=100", tenant=tenant)[1])
        self.own_requests[tenant] += 1
        listed = {module["id"]: (module["name"], module["code"],
                                 module.get("latest_version_number", 0))
                  for module in page["modules"]}
        remembered = {module.id: (module.name, module.code, module.versions)
                      for client in self.clients if client.carrier.fields["x-localtenant-tenant"] == tenant
                      for module in client.modules.values()}
        if listed != remembered:
            differing = [id for id in listed.keys() | remembered.keys() if listed.get(id) != remembered.get(id)]
            raise Trouble(f"{tenant}: lists {len(listed)}, acknowledged {len(remembered)}, differing: {differing}")

    def account_for_requests(self):
        """Of this run of the server: what clients counted is what the server's metrics and journal did."""
        total = self.total()
        if total["sent"] != total["answered"] + total["broken"]:
            raise Trouble(f"sent {total['sent']}, answered {total['answered']}, broken {total['broken']}")
        if total["broken"] != self.hits + self.crossed:
            raise Trouble(f"broken {total['broken']}, hits {self.hits}, lost at restarts {self.crossed}")
        expected = total["sent"] - self.before["sent"] + self.own_requests.total()
        counted = self.program.metrics()["localtenant_requests_total"]
        if counted != expected:
            raise Trouble(f"the metrics counted {counted}, the clients {expected}")
        kept = 0
        for tenant in self.tenants:
            page = self.require(self.program.ask("GET", "/__admin/requests?limit=1", tenant=tenant))
            kept += page["meta"]["total"] + page["droppedEntries"]
        if kept != expected and not page["requestJournalDisabled"]:
            raise Trouble(f"the journal counted {kept}, the clients {expected}")

    def restart(self):
        """In the midst of traffic, with answers held back."""
        self.stand_still()
        self.set_faults(DELAY)
        self.gate.open()
        pause(self.random.uniform(0.3, 1))
        self.program.stop()
        self.account_for_log()
        self.program = Program(self.folder, self.options, port=self.program.port)
        self.restarts += 1
        self.own_requests.clear()
        if not self.gate.close(6 * TIMEOUT_SECONDS):
            raise Trouble("a client hangs after a restart")
        self.settle_crossed()
        self.check()
        self.gate.open()

    def account_for_log(self):
        """The log has a line for every request that the server took, whether its answer arrived or not."""
        lines = re.findall(rb" info request method=\w+ path=/api/\S* status=\d+ ms=\S+ tenant=soak-",
                           self.program.log.read_bytes())
        self.logged += len(lines) - self.own_requests.total()

    def settle_crossed(self):
        """What broke at a restart never reached the server: it was not logged by the one that ended."""
        total = self.total()
        since = int(self.program.metrics().get("localtenant_requests_total", 0))
        self.crossed = total["sent"] - self.logged - since
        self.before = Counter(sent=self.logged + self.crossed)
        if self.crossed < 0 or total["broken"] != self.hits + self.crossed:
            raise Trouble(f"at a restart: sent {total['sent']}, logged {self.logged} and {since}, "
                          f"broken {total['broken']}, hits {self.hits}: an answer was lost; {self.breakages()}")

    # The end

    def growth(self):
        """Of the longest run, after the warm-up: the least memory may have grown by, and the likeliest, as shares.

        A line through the minutes' medians, with twice its standard error: a median goes up and down by several per
        cent with what the allocator holds just then, so the first and the last alone would judge by chance.
        """
        samples = max(self.memory, key=len)
        start, end = samples[0][0], samples[-1][0]
        warm_up = min(180.0, (end - start) / 4)
        minutes = {}
        for moment, resident in samples:
            minutes.setdefault(int((moment - start) / 60), []).append(resident)
        print("memory, minute by minute, in MB: "
              + " ".join(f"{statistics.median(resident) / 1e6:.1f}" for resident in minutes.values()))
        after = {minute: statistics.median(resident) for minute, resident in minutes.items() if minute * 60 >= warm_up}
        slope, error = line_through(after)
        mean, span = statistics.fmean(after.values()), max(after) - min(after)
        least, likely = (slope - 2 * error) * span / mean, slope * span / mean
        print(f"memory: {mean / 1e6:.2f} MB from {warm_up:.0f} s to {end - start:.0f} s, growing by "
              f"{slope / 1e6:+.3f} ± {2 * error / 1e6:.3f} MB a minute: {likely * 100:+.2f} ± "
              f"{2 * error * span / mean * 100:.2f} % in all")
        return least, likely


def line_through(points):
    """The slope of the least-squares line through `points`, a value by its place, and the slope's standard error."""
    slope, start = statistics.linear_regression(list(points), list(points.values()))
    centre = statistics.fmean(points)
    residual = sum((value - start - slope * place) ** 2 for place, value in points.items())
    return slope, (residual / (len(points) - 2) / sum((place - centre) ** 2 for place in points)) ** 0.5


def main():
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().getrandbits(31)
    print(f"soak: {minutes:g} minutes, seed {seed}", flush=True)
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="localtenant-soak-") as folder:
        soak = Soak(folder, minutes, seed, sys.argv[3:])
        try:
            soak.run()
            passed += soak.checks
        except Trouble as trouble:
            failed += 1
            print(f"FAILED {trouble}\n{soak.program.last_words()}")
        finally:
            soak.program.kill()
        total = soak.total()
        for client in soak.clients:
            print(f"{client.name}: {client.counts['sent']} sent, {client.counts['broken']} broken, {client.made} made")
        print(f"{total['sent']} sent = {total['answered']} answered ({total['in words of a fault']} by a fault) "
              f"+ {soak.hits} broken on purpose + {soak.crossed} that met a restart; "
              f"{soak.restarts} restarts, {soak.checks} checks of everything")
        # A few minutes are all warm-up.
        if minutes >= 10 and not failed:
            least, likely = soak.growth()
            held = least <= 0 or likely <= GROWTH_MAX
            passed, failed = passed + held, failed + (not held)
            if not held:
                print(f"FAILED memory grew by {likely * 100:.2f} %, and not by chance")
    sys.exit(verdict(passed, failed))


if __name__ == "__main__":
    main()
