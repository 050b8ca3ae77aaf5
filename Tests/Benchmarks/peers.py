"""The servers we compare, and how each is started."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from running import Peer
from wire import CODE, compact

# One loop, limits and journal off, and no line for a request.
BARE = "LocalTenant, bare"
HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1]
# The scratch paths of the peers that are built and of the static executable.
HUMMINGBIRD = PACKAGE / ".build-benchmarks/release/peer-hummingbird"
STATIC = PACKAGE / ".build-static/release/localtenant"


def localtenant_command(program, ca_folder=None):
    """How a user starts LocalTenant: journal, limits and log at their defaults, and a loop for each processor, which it
    would not see where it may run on one of them only. Without a folder that keeps its CA it makes one each time."""
    return lambda port, directory: [
        program, "--port", port, "--loops", os.cpu_count(), "--ca-dir", ca_folder or directory]


def bare_command(program, loops=1, ca_folder=None):
    """LocalTenant without what a user of it may do without."""
    return lambda port, directory: [
        program, "--port", port, "--loops", loops, "--limits", "off", "--journal-entries", 0,
        "--connections-max", 12_000, "--tenants-max", 12_000, "--log-level", "warning",
        "--ca-dir", ca_folder or directory]


def nginx_command(program, listen=""):
    """How nginx is started; `listen` goes behind the address it listens on."""
    body = compact({
        "id": "0b4c8a52-6d1e-4f7a-9c35-2e8f1d7a6b90", "name": "nginx-000000001", "code": CODE,
        "dependencies": [{"name": "date-fns", "version": "3.6.0"}],
        "secrets": [{"name": "API_KEY", "updated_at": "2026-01-01T00:00:00.000Z"}],
        "all_changes_published": False, "actions_using_module_total": 0,
        "created_at": "2026-01-01T00:00:00.000Z", "updated_at": "2026-01-01T00:00:00.000Z"})

    def command(port, directory):
        quoted = body.replace("\\", "\\\\").replace("'", "\\'")
        temporary = " ".join(f"{kind}_temp_path {directory}/{kind};"
                             for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        configuration = directory / "nginx.conf"
        configuration.write_text(f"""
daemon off; worker_processes 1; worker_rlimit_nofile 16384;
pid {directory}/pid; error_log stderr crit;
events {{ worker_connections 16384; }}
http {{
    access_log off; {temporary}
    default_type application/json;
    keepalive_requests 1000000000; keepalive_timeout 600s;
    server {{
        listen 127.0.0.1:{port} {listen};
        location / {{ return 201 '{quoted}'; }}
        location = /__admin/health {{ return 200 '{{}}'; }}
    }}
}}
""")
        return [program, "-e", "stderr", "-p", directory, "-c", configuration]

    return command


def wiremock_command(java, jar):
    """WireMock with one stub that answers as the others do, its journal off."""
    body = ('{"id":"{{randomValue type=\'UUID\'}}","name":"{{jsonPath request.body \'$.name\'}}","code":"x",'
            '"dependencies":[],"secrets":[],"all_changes_published":false,"actions_using_module_total":0,'
            '"created_at":"{{now}}","updated_at":"{{now}}"}')
    stub = {"request": {"method": "POST", "urlPath": "/api/v2/actions/modules"},
            "response": {"status": 201, "body": body, "transformers": ["response-template"],
                         "headers": {"content-type": "application/json; charset=utf-8"}}}

    def command(port, directory):
        (directory / "mappings").mkdir(exist_ok=True)
        (directory / "mappings" / "create.json").write_text(json.dumps(stub))
        # An answer in chunks has no length to look for.
        return [java, "-jar", jar, "--port", port, "--root-dir", directory, "--no-request-journal", "--disable-banner",
                "--local-response-templating", "--use-chunked-encoding", "never", "--container-threads", "80"]

    return command


def certificate(openssl, scratch):
    """A key and a certificate of P-256, as LocalTenant makes them, so that both pay the same for a handshake."""
    key, chain = scratch / "key.pem", scratch / "certificate.pem"
    subprocess.run([openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                    "2", "-subj", "/CN=localhost", "-keyout", key, "-out", chain],
                   check=True, capture_output=True, timeout=30)
    return key, chain


def find_nginx(scratch, skipped):
    """nginx as often as it has ways to listen: one of its sockets speaks either HTTP/1.1 or HTTP/2 in the clear."""
    # Debian keeps it where only root's PATH looks.
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not nginx:
        skipped.append("nginx: not installed (apt-get install nginx-light)")
        return []
    title = "nginx return 201"
    peers = [Peer("nginx", title, nginx_command(nginx)),
             Peer("nginx", title, nginx_command(nginx, "http2"), carriers=("h2c",), says_health=False)]
    if openssl := shutil.which("openssl"):
        key, chain = certificate(openssl, scratch)
        # Without a word it speaks 1.3 only from 1.23.4 on, and a resumed session of 1.2 costs no key agreement.
        secure = nginx_command(nginx, "ssl http2; ssl_protocols TLSv1.2 TLSv1.3; "
                               f"ssl_certificate {chain}; ssl_certificate_key {key}")
        peers.append(Peer("nginx", title, secure, carriers=("TLS h2",), says_health=False))
    else:
        skipped.append("nginx with TLS: no openssl to make a certificate (apt-get install openssl)")
    return peers


def find_wiremock(skipped):
    jars = sorted((PACKAGE / ".venv-wiremock").glob("lib/*/site-packages/wiremock/server/*.jar"))
    java = shutil.which("java")
    if not (jars and java):
        missing = [name for name, found in (("java (apt-get install default-jre-headless)", java),
                                            ("its jar (make bench fetches it)", jars)) if not found]
        skipped.append(f"WireMock: not here is {' and '.join(missing)}")
        return []
    # This version has no health call: what answers 404 is up.
    return [Peer("wiremock", "WireMock, one stub", wiremock_command(java, jars[-1]), health_status=404)]


def find_peers(program, scratch):
    """The peers of this machine in the order they run, and a line for each that is missing."""
    peers, skipped = [], []
    if compiler := shutil.which("cc"):
        floor = scratch / "floor"
        subprocess.run([compiler, "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", HERE / "floor.c", "-o", floor],
                       check=True, timeout=60)
        peers.append(Peer("floor", "floor (C)", lambda port, _: [floor, port], health_status=201))
    else:
        skipped.append("floor: no C compiler (apt-get install gcc libc6-dev)")
    carriers = "HTTP/1.1", "h2c", "TLS h2"
    peers.append(Peer("localtenant", "LocalTenant", localtenant_command(program, scratch / "ca"), carriers, stores=True,
                      limited=True))
    peers.append(Peer("bare", BARE, bare_command(program, ca_folder=scratch / "ca"), carriers, stores=True))
    peers += find_nginx(scratch, skipped)
    if HUMMINGBIRD.is_file():
        peers.append(Peer("hummingbird", "Hummingbird 2", lambda port, _: [HUMMINGBIRD, port], stores=True))
    else:
        skipped.append("Hummingbird: not built (make bench builds it)")
    if node := shutil.which("node"):
        peers.append(Peer("node", "Node http", lambda port, _: [node, HERE / "peer_node.mjs", port], stores=True))
    else:
        skipped.append("Node: not installed (apt-get install nodejs)")
    fastapi = PACKAGE / ".venv-fastapi/bin/python"
    if fastapi.is_file():
        peers.append(Peer("fastapi", "FastAPI, uvicorn", lambda port, _: [
            fastapi, "-m", "uvicorn", "peer_fastapi:app", "--app-dir", HERE, "--port", port, "--no-access-log",
            "--log-level", "error", "--timeout-keep-alive", 600], stores=True))
    else:
        skipped.append("FastAPI: not installed (make bench does, from the package index)")
    return peers + find_wiremock(skipped), skipped


def starters(program, scratch, skipped):
    """LocalTenant in the ways it may start, beside the usual one that finds its CA in a folder."""
    peers = [Peer("first", "LocalTenant, makes its CA", localtenant_command(program))]
    if STATIC.is_file():
        peers.append(Peer("static", "LocalTenant, static", localtenant_command(STATIC, scratch / "ca")))
    else:
        skipped.append("LocalTenant, static: not built (README.md says how)")
    return peers
