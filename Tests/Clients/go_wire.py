"""Puts on the wire what Go programs that are built on go-auth0 do: Terraform's provider and the auth0 CLI.

Headers, bodies, order and retries are those of the clients reference 2 to 4 (CLIENT) and of the modules reference 1
(RECORDED: an empty POST has JSON's content type and no body). Over TLS Go's transport speaks HTTP/2, as here.
"""

import base64
import json
import os
import time
import urllib.parse

import httpx

from checks import check

ATTEMPTS_MAX = 10  # The real ones try again for ever after a 429; this must end.


class Answer:
    def __init__(self, response):
        self.status, self.headers = response.status_code, response.headers
        self.kind = response.headers.get("content-type", "")
        self.content = json.loads(response.content) if response.content else None

    def __getitem__(self, name):
        return self.content[name]


class GoWire:
    """One go-auth0 client: a connection pool, a token of its own, and what its transport does about failures.

    `sdk` is 1 or 3: the first ends JSON with a line feed, as Go's encoder does, the other does not.
    """

    def __init__(self, user_agent, sdk, domain=None):
        self.domain = domain or os.environ["AUTH0_DOMAIN"]
        self.sdk, self.user_agent, self.bearer = sdk, user_agent, None
        info = {"name": "go-auth0", "version": f"{sdk}.0.0", "env": {"go": "go1.24.0"}}
        self.auth0_client = base64.b64encode(json.dumps(info, separators=(",", ":")).encode()).decode()
        self.http = httpx.Client(http2=True, timeout=20)  # trusts what SSL_CERT_FILE names, as Go does on Linux
        self.attempts = 0

    def exchange(self, method, url, headers, content):
        """One request with these headers and no others; a POST or PATCH of nothing says `content-length: 0`."""
        request = httpx.Request(method, url, headers={**headers, "Accept-Encoding": "gzip"}, content=content)
        response = self.http.send(request)
        check(f"{method} {url}: HTTP/2", response.http_version, "HTTP/2")
        self.attempts += 1
        return Answer(response)

    def token(self, client_id, client_secret):
        """golang.org/x/oauth2: HTTP Basic first, its parts escaped as in a form; after any error, the form.

        Gives the answers in order; the last one's token is used from then on.
        """
        url = f"https://{self.domain}/oauth/token"
        form = {"audience": f"https://{self.domain}/api/v2/", "grant_type": "client_credentials"}
        headers = {"User-Agent": "Go-http-client/2.0", "Content-Type": "application/x-www-form-urlencoded"}
        pair = ":".join(urllib.parse.quote_plus(part) for part in (client_id, client_secret))
        basic = {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
        answers = [self.exchange("POST", url, {**headers, **basic}, self.form(form))]
        if answers[0].status != 200:
            body = {**form, "client_id": client_id, "client_secret": client_secret}
            answers.append(self.exchange("POST", url, headers, self.form(body)))
        if answers[-1].status == 200:
            # Go takes anything but form and plain text for JSON, and fails without access_token.
            check("token: JSON", answers[-1].kind, "application/json")
            check("token: its lifetime is a number", answers[-1]["expires_in"] > 0)
            self.bearer = answers[-1]["access_token"]
        return answers

    @staticmethod
    def form(parameters):
        return urllib.parse.urlencode(sorted(parameters.items())).encode()

    def body(self, value):
        """As encoding/json writes it: `<`, `>` and `&` are escaped."""
        text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        for sign in "<>&":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return (text + ("\n" if self.sdk == 1 else "")).encode()

    def call(self, method, path, value=None):
        """A call of the Management API. After a 429 it waits until `X-RateLimit-Reset`, and tries again."""
        headers = {"User-Agent": self.user_agent, "Auth0-Client": self.auth0_client,
                   "Authorization": f"Bearer {self.bearer}", "Content-Type": "application/json"}
        content = b"" if value is None else self.body(value)
        for _ in range(ATTEMPTS_MAX):
            answer = self.exchange(method, f"https://{self.domain}/api/v2{path}", headers, content)
            if answer.status in (500, 502, 503, 504, 524):
                self.wait(0.5)
                continue
            if answer.status != 429:
                return answer
            # Seconds since 1970; whole seconds are waited for, and nothing if it is now or past.
            reset = int(answer.headers["X-RateLimit-Reset"])
            check("429: the reset is near", 0 <= reset - int(time.time()) <= 5)
            self.wait(max(0, reset - int(time.time())))
        check(f"{method} {path}: an end to 429s", False)
        return answer

    def upload(self, path, fields, content):
        """A form with fields and a file of users."""
        mark = "go-form-mark"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
                 for name, value in fields.items()]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="users"; filename="users.json"\r\n'
        head += "Content-Type: application/octet-stream\r\n\r\n"
        parts += [head.encode(), content, f"\r\n--{mark}--\r\n".encode()]
        headers = {"User-Agent": self.user_agent, "Auth0-Client": self.auth0_client,
                   "Authorization": f"Bearer {self.bearer}", "Content-Type": f"multipart/form-data; boundary={mark}"}
        return self.exchange("POST", f"https://{self.domain}/api/v2{path}", headers, b"".join(parts))

    @staticmethod
    def wait(seconds):
        time.sleep(seconds)

    def pages(self, path, key, per_page=50):
        """Every item: pages are asked for until one is empty, so always one too many."""
        items, page = [], 0
        while page < 100:
            answer = self.call("GET", f"{path}?page={page}&per_page={per_page}")
            check(f"GET {path}, page {page}", answer.status, 200)
            if not answer[key]:
                break
            items, page = items + answer[key], page + 1
        check(f"GET {path}: one page too many", page < 100)
        return items


def control(path, value=None, method="POST"):
    """One of the emulator's own calls."""
    answer = httpx.request(method, os.environ["LOCALTENANT_URL"] + "/__admin" + path, json=value, timeout=20)
    check(f"{method} /__admin{path}", answer.status_code < 300)
    return answer.json() if answer.content else None
