#!/usr/bin/env python3
"""WireMock's own Python client asks a running emulator what was sent.

    Tests/Clients/wiremock_requests.py URL
"""

import json
import sys
import urllib.request

sys.dont_write_bytecode = True
from checks import check, finish
from wiremock.client import NearMissMatchPatternRequest, Requests
from wiremock.constants import Config

MODULES = "/api/v2/actions/modules"


def send(url, body):
    request = urllib.request.Request(
        url + MODULES, json.dumps(body).encode(), {"Authorization": "Bearer canary", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def pattern(**parts):
    return NearMissMatchPatternRequest(**parts)


def main():
    url = sys.argv[1]
    Config.base_url = url + "/__admin"
    for name in "one", "two":
        send(url, {"name": name, "code": "x", "secrets": [{"name": "K", "value": "canary"}]})
    created = pattern(method="POST", url_path=MODULES)
    check("count", Requests.get_matching_request_count(created).count, 2)
    named = pattern(method="POST", url_path=MODULES, body_patterns=[{"matchesJsonPath": {
        "expression": "$.name", "equalTo": "two"}}])
    found = Requests.get_matching_requests(named).requests
    check("find", [json.loads(request.body)["name"] for request in found], ["two"])
    check("a header", Requests.get_matching_request_count(
        pattern(headers={"Authorization": {"equalTo": "Bearer canary"}})).count, 2)
    check("another method", Requests.get_matching_request_count(pattern(method="PUT", url_path=MODULES)).count, 0)
    everything = Requests.get_all_received_requests()
    check("list", len(everything.requests), 2)
    one = Requests.get_request(everything.requests[0].id)
    check("get", one.request.url, MODULES)
    check("secrets", "canary" in str(everything.get_json_data()) + str(one.get_json_data()), False)
    Requests.reset_request_journal()
    check("reset", Requests.get_matching_request_count(created).count, 0)
    finish()


if __name__ == "__main__":
    main()
