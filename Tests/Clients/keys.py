#!/usr/bin/env python3
"""Assertions and tokens that OpenSSL's command line has signed, against a running emulator.

    Tests/Clients/keys.py make FOLDER       an RSA key: key.pem, public.pem, jwks.json
    Tests/Clients/keys.py check FOLDER URL  with an emulator started with
                                            --auth strict --client-key me=public.pem --jwks jwks.json
"""

import base64
import json
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

sys.dont_write_bytecode = True
from checks import check, finish

SIGNING = {
    "RS256": ["-sha256"],
    "RS384": ["-sha384"],
    "PS256": ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"],
}
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *map(str, arguments)], input=data, capture_output=True, check=True).stdout


def make(folder):
    openssl("genrsa", "-out", folder / "key.pem", "2048")
    openssl("rsa", "-in", folder / "key.pem", "-pubout", "-out", folder / "public.pem")
    modulus = openssl("rsa", "-in", folder / "key.pem", "-noout", "-modulus").decode().strip().removeprefix("Modulus=")
    key = {"kty": "RSA", "use": "sig", "kid": "theirs", "n": encoded(bytes.fromhex(modulus)), "e": "AQAB"}
    other = {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}  # passed over
    (folder / "jwks.json").write_text(json.dumps({"keys": [other, key]}))


def token(key, claims, algorithm="RS256", kid="theirs"):
    header = {"alg": algorithm, "typ": "JWT", "kid": kid}
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims))
    return signed + "." + encoded(openssl("dgst", *SIGNING[algorithm], "-sign", key, data=signed.encode()))


def send(url, body=None, bearer=None):
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    data = urllib.parse.urlencode(body).encode() if body else None
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def ask(url, assertion):
    return send(f"{url}/oauth/token", {
        "grant_type": "client_credentials", "client_assertion": assertion, "client_assertion_type": ASSERTION_TYPE,
    })[0]


def check_assertions(folder, url):
    key, now = folder / "key.pem", int(time.time())
    claims = {"iss": "me", "sub": "me", "aud": f"{url}/", "iat": now, "exp": now + 60, "jti": "1"}
    for algorithm in SIGNING:
        check(f"an assertion with {algorithm}", ask(url, token(key, claims, algorithm)), 200)
    check("the token's endpoint as audience", ask(url, token(key, claims | {"aud": f"{url}/oauth/token"})), 200)
    for what, wrong in {
        "another audience": {"aud": "https://elsewhere/"}, "another issuer": {"iss": "you"},
        "another client": {"iss": "you", "sub": "you"}, "expired": {"exp": now - 1},
    }.items():
        check(what, ask(url, token(key, claims | wrong)), 401)
    parts = token(key, claims).split(".")
    payload = encoded(json.dumps(claims | {"jti": "2"}).encode())
    check("a changed payload", ask(url, f"{parts[0]}.{payload}.{parts[2]}"), 401)
    none = encoded(json.dumps({"alg": "none"}).encode())
    check("no signature", ask(url, f"{none}.{parts[1]}."), 401)
    secret = {"grant_type": "client_credentials", "client_id": "me", "client_secret": "s"}
    check("a secret of a client that has none", send(f"{url}/oauth/token", secret)[0], 401)


def check_tokens(folder, url):
    key, now = folder / "key.pem", int(time.time())
    claims = {
        "iss": "https://real.auth0.com/", "aud": ["https://real.auth0.com/api/v2/"], "exp": now + 60,
        "scope": "read:actions",
    }
    modules = f"{url}/api/v2/actions/modules"
    for algorithm in SIGNING:
        check(f"a token with {algorithm}", send(modules, bearer=token(key, claims, algorithm))[0], 200)
    check("without the scope", send(modules, bearer=token(key, claims | {"scope": "read:users"}))[0], 403)
    check("expired", send(modules, bearer=token(key, claims | {"exp": now - 1}))[0], 401)
    check("for another API", send(modules, bearer=token(key, claims | {"aud": "https://x/api"}))[0], 401)
    check("of an unknown key", send(modules, bearer=token(key, claims, kid="else"))[0], 401)


def main():
    folder = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "make":
        return make(folder)
    check_assertions(folder, sys.argv[3])
    check_tokens(folder, sys.argv[3])
    finish()


if __name__ == "__main__":
    main()
