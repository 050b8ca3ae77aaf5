#!/usr/bin/env python3
"""python-hcl2 reads the export for Terraform of a running emulator: resources, imports and what refers to what.

    Tests/Clients/hcl.py URL
"""

import json
import re
import sys
import urllib.request

sys.dont_write_bytecode = True
import hcl2
from checks import check, finish


def get(url, query):
    with urllib.request.urlopen(f"{url}/__admin/export{query}", timeout=20) as answer:
        return answer.read().decode()


def named(blocks, depth):
    """Blocks by their labels, quotes taken off."""
    found = {}
    for block in blocks:
        path = []
        for _ in range(depth):
            [(label, block)] = [item for item in block.items() if item[0] != "__is_block__"]
            path.append(label.strip('"'))
        found[tuple(path)] = block
    return found


def main():
    url = sys.argv[1]
    seed = json.loads(get(url, "?format=objects"))
    text = get(url, "?format=terraform")
    document = hcl2.loads(text)
    resources, variables = named(document["resource"], 2), named(document["variable"], 1)
    kinds = [kind for kind, _ in resources]
    for section, kind in (("modules", "action_module"), ("actions", "action"), ("clients", "client"), ("roles", "role"),
                          ("users", "user"), ("connections", "connection"), ("organizations", "organization")):
        check(section, kinds.count(f"auth0_{kind}"), len(seed.get(section, [])))
    check("triggers", kinds.count("auth0_trigger_actions"), len({item["trigger_id"] for item in seed["bindings"]}))
    imports = {block["to"].strip("${}"): block["id"].strip('"') for block in document["import"]}
    check("imports", sorted(imports), sorted(".".join(path) for path in resources))
    by_name = {json.loads(resource["name"]): imports[".".join(path)] for path, resource in resources.items()
               if path[0] in ("auth0_action_module", "auth0_action")}
    check("ids", by_name, {item["name"]: item["id"] for item in seed["modules"] + seed["actions"]})
    references = set(re.findall(r"[= (\[](auth0_\w+\.\w+)\.(?:id|name|identifier|domain)\b", text))
    check("references", references - imports.keys(), set())
    check("there are some", len(references) > 1)
    used = re.findall(r"\bvar\.(\w+)", text)
    check("variables", sorted(used), sorted(name for (name,) in variables))
    check("sensitive", {block["sensitive"] for block in variables.values()}, {True})
    finish()


if __name__ == "__main__":
    main()
