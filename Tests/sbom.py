#!/usr/bin/env python3
"""Writes what the program is made of: a bill of materials in CycloneDX 1.5, as JSON.

    Tests/sbom.py PROGRAM [--tree FILE] [--output FILE]

The packages are those of `swift package show-dependencies` (or of a file with its answer); the libraries are those that
the program loads, with the versions of the Debian packages they are from. The same program on the same system gives the
same bytes; a time stands in it only where SOURCE_DATE_EPOCH says which.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def tree(file):
    """The package and, below it, those that it depends on."""
    command = ("swift", "package", "show-dependencies", "--format", "json")
    text = pathlib.Path(file).read_text() if file else output(*command)
    return json.loads(text[text.index("{") :])


def purl(kind, name, version, **qualifiers):
    """A package URL; parts are escaped as its specification asks."""
    text = f"pkg:{kind}/{urllib.parse.quote(name)}@{urllib.parse.quote(version, safe='~')}"
    return text + ("?" + "&".join(f"{key}={value}" for key, value in sorted(qualifiers.items())) if qualifiers else "")


def component(reference, name, version, **more):
    return {"type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference, **more}


def swift_reference(node):
    return purl("swift", re.sub(r"^https://|[.]git$", "", node["url"]), node["version"])


def swift_packages(node, edges):
    """Each package below a node, by its reference; `edges` gets who needs whom."""
    found = {}
    for child in node["dependencies"]:
        reference = swift_reference(child)
        edges[reference] = sorted(swift_reference(item) for item in child["dependencies"])
        source = [{"type": "vcs", "url": child["url"]}]
        found[reference] = component(reference, child["name"], child["version"], externalReferences=source)
        found.update(swift_packages(child, edges))
    return found


def loaded_libraries(program):
    """Paths of the shared objects that the program loads, links followed."""
    # What a sanitizer's run loads beforehand is no part of the program.
    plain = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    answer = subprocess.run(["ldd", str(program)], capture_output=True, text=True, env=plain)
    # Of a static program ldd says so, and fails.
    found = re.findall(r"(?:=> )?(/\S+) \(0x", answer.stdout)
    return sorted({os.path.realpath(path) for path in found})


def debian_package(path):
    """Name, version and architecture of the package that a file is from; nothing when it is from none."""
    if not shutil.which("dpkg-query"):
        return None
    # Since /usr took in /lib, the list of a package may have either.
    for name in (path, path.removeprefix("/usr")):
        owner = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
        if owner.returncode == 0:
            package = owner.stdout.split(": ")[0].split(",")[0]
            return output("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${Architecture}", package).split("\t")
    return None


def release():
    """Such as debian-12."""
    facts = dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', pathlib.Path("/etc/os-release").read_text(), re.M))
    return f"{facts.get('ID', 'linux')}-{facts.get('VERSION_ID', '')}".rstrip("-")


def system_libraries(program):
    found = {}
    for path in loaded_libraries(program):
        if package := debian_package(path):
            name, version, architecture = package
            kind = f"deb/{release().split('-')[0]}"
            reference = purl(kind, name, version, arch=architecture, distro=release())
        else:
            name, version = os.path.basename(path), "unknown"
            if "/swift/" in path:
                name, version = "swift-runtime", swift_version()
            reference = purl("generic", name, version)
        part = found.setdefault(reference, component(reference, name, version, properties=[]))
        part["properties"].append({"name": "localtenant:file", "value": os.path.basename(path)})
    return found


def swift_version():
    return re.search(r"Swift version (\S+)", output("swift", "--version"))[1]


def bill(program, tree):
    name, version = output(str(program), "--version").split()
    this = purl("generic", name, version)
    edges = {}
    packages = swift_packages(tree, edges)
    system = system_libraries(program)
    edges[this] = sorted([swift_reference(child) for child in tree["dependencies"]] + list(system))
    components = {**packages, **system}
    metadata = {
        "component": {
            "type": "application",
            "bom-ref": this,
            "name": name,
            "version": version,
            "purl": this,
            "licenses": [{"license": {"id": "Apache-2.0"}}],
            "properties": [{"name": "localtenant:architecture", "value": platform.machine()}],
        }
    }
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        moment = datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc)
        metadata = {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), **metadata}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": metadata,
        "components": [components[reference] for reference in sorted(components)],
        "dependencies": [
            {"ref": reference, "dependsOn": edges.get(reference, [])} for reference in sorted({this, *components})
        ],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--tree", help="a file with the answer of show-dependencies")
    parser.add_argument("--output", type=pathlib.Path, help="a file; without it, standard output")
    given = parser.parse_args()
    text = json.dumps(bill(given.program.resolve(), tree(given.tree)), indent=2) + "\n"
    if given.output:
        given.output.write_text(text)
        print(given.output)
    else:
        sys.stdout.write(text)


main()
