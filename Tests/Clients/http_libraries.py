"""Python's HTTP libraries, as their users set them up: requests, and httpx in each of its ways.

    http_libraries.py       run by `localtenant exec`, whose variables say where the server is and whom to trust

The last line is `N passed, N failed`.
"""

import asyncio

import httpx
import requests

from checks import check, finish
from contract import HEADERS, MODULES, addresses, tell


def with_requests(url):
    versions = set()
    with requests.Session() as session:

        def send(method, path, body):
            answer = session.request(method, url + path, data=body, headers=HEADERS, timeout=20)
            versions.add(answer.raw.version)
            return answer.status_code, answer.content

        tell(f"requests, {url}", send)
    check(f"requests, {url}: HTTP/1.1", versions, {11})


def with_httpx(url, version, **options):
    versions, name = set(), f"httpx, {url}, {version}"
    with httpx.Client(base_url=url, timeout=20, **options) as client:

        def send(method, path, body):
            answer = client.request(method, path, content=body, headers=HEADERS)
            versions.add(answer.http_version)
            return answer.status_code, answer.content

        tell(name, send)
    check(f"{name}: that version", versions, {version})


async def many_with_httpx(url, version, **options):
    """Requests that overlap, each with an answer of its own."""
    async with httpx.AsyncClient(base_url=url, timeout=20, **options) as client:

        async def create(number):
            body = {"name": f"many-{number}", "code": "x"}
            answer = await client.post(MODULES, json=body, headers=HEADERS)
            module = answer.json()
            gone = await client.delete(f"{MODULES}/{module['id']}", headers=HEADERS)
            return answer.status_code, answer.http_version, module["name"] == body["name"], gone.status_code

        answers = await asyncio.gather(*(create(number) for number in range(40)))
    check(f"httpx, {url}, {version}: many at once", set(answers), {(201, version, True, 204)})


def main():
    plain, secure = addresses()
    for url in plain, secure:
        with_requests(url)
        # In the clear nothing is negotiated: HTTP/2 is spoken at once if it is all that the client may speak.
        for version, options in {"HTTP/1.1": {}, "HTTP/2": {"http2": True, "http1": url == secure}}.items():
            with_httpx(url, version, **options)
            asyncio.run(many_with_httpx(url, version, **options))
    try:
        requests.get(secure + "/__admin/health", verify=requests.certs.where(), timeout=20)
        check("requests, without our CA", "trusted", "refused")
    except requests.exceptions.SSLError as error:
        check("requests, without our CA", "CERTIFICATE_VERIFY_FAILED" in str(error))
    finish()


main()
