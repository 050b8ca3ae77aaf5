"""Testcontainers starts the image, waits until it is healthy, and a client calls it over https.

  containers.py IMAGE

LOCALTENANT_TEST_NETWORK names the network to be in, for an engine that has no default one.
"""
import json
import os
import pathlib
import ssl
import sys
import urllib.request

os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")  # its image is not ours to fetch; `with` cleans up

from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import HealthcheckWaitStrategy


class LocalTenant(DockerContainer):
    def __init__(self, image="localtenant", **options):
        super().__init__(image, **options)
        self.with_exposed_ports(4664).waiting_for(HealthcheckWaitStrategy())

    def url(self, scheme):
        return f"{scheme}://localhost:{self.get_exposed_port(4664)}"


SEEDS = pathlib.Path(__file__).resolve().parents[2] / "fixtures/seeds"


def main(image):
    network = os.environ.get("LOCALTENANT_TEST_NETWORK")
    container = LocalTenant(image).with_env("LOCALTENANT_SEED", "/seeds").with_volume_mapping(SEEDS, "/seeds")
    with container.with_kwargs(**({"network": network} if network else {})) as tenant:
        authority = urllib.request.urlopen(tenant.url("http") + "/__admin/ca.pem").read().decode()
        request = urllib.request.Request(
            tenant.url("https") + "/api/v2/actions/modules", b'{"name":"contained","code":"x"}',
            {"Authorization": "Bearer any", "Content-Type": "application/json"})
        answer = urllib.request.urlopen(request, context=ssl.create_default_context(cadata=authority))
        assert answer.status == 201, answer.status
        assert json.load(answer)["name"] == "contained"
        for path, name in [("users", "ada@acme.example"), ("roles", "Clerk"), ("organizations", "acme")]:
            url = tenant.url("http") + f"/api/v2/{path}"
            request = urllib.request.Request(url, headers={"Authorization": "Bearer any"})
            assert name in urllib.request.urlopen(request).read().decode(), path


main(sys.argv[1])
