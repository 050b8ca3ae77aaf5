#!/usr/bin/env python3
"""Attacks on memory of a server in a container, with a well-behaved client beside them: container.py PORT [SECONDS]

Whether the server is still there, and why not, is for whoever started it to see. Fails when the client beside the
attacks missed an answer. How long it waited is told and not judged: the engine's own work, and what the kernel does
to keep a container within its memory, are in it.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from abuse import Neighbour, large_list, run_attack, waited  # noqa: E402
from program import Server, Trouble, verdict  # noqa: E402

# `ceiling` is large bodies, the journal and slow readers, one after the other.
ATTACKS = ["ceiling", "slow-handshakes", "handshakes", "large-streams", "header-bombs", "json-bombs"]


def main():
    server, seconds = Server(int(sys.argv[1])), float(sys.argv[2]) if len(sys.argv) > 2 else 5
    large_list(server)
    passed = failed = 0
    for name in ATTACKS:
        neighbour = Neighbour(server, tenant=name)
        try:
            result = run_attack(name, server, seconds)
            told = neighbour.finish()
        finally:
            neighbour.kill()
        is_well = not told["troubles"] and told["all"]["count"] > 0
        passed, failed = passed + is_well, failed + (not is_well)
        print(f"{'ok    ' if is_well else 'FAILED'} {name}: {waited(told)}; {told['troubles'][:2]}; "
              + json.dumps(result))
    sys.exit(verdict(passed, failed))


if __name__ == "__main__":
    try:
        main()
    except (Trouble, OSError) as trouble:
        sys.exit(f"FAILED {trouble}")
