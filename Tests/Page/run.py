#!/usr/bin/env python3
"""The page for people in a real browser, Debian's Chromium, against a release build: `make page-test`.

    Tests/Page/run.py [--pictures FOLDER] [--publish] [WORD...]      only scenarios whose names have one of the words

`--publish looks` takes the pictures that README and Guides/Page show anew.

The last line is `N passed, N failed`; the exit status is 1 when anything failed, 77 where there is no browser.
"""

import argparse
import os
import pathlib
import shutil
import sys
import time
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-playwright/bin/python"
sys.dont_write_bytecode = True
sys.path.append(str(ROOT / "Tests/Clients"))
TIMEOUT_MILLISECONDS = 10_000


def browser_path():
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


class Visit:
    """A window of its own, and what went wrong in it."""

    publishes = False

    def __init__(self, browser, server, pictures, errors=(), **options):
        self.context = browser.new_context(**({"viewport": {"width": 1280, "height": 860}} | options))
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.context.set_default_timeout(TIMEOUT_MILLISECONDS)
        self.page = self.context.new_page()
        self.server, self.pictures, self.expected, self.faults = server, pictures, errors, []
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("console", self.heard)
        self.page.on("request", self.asked)

    def heard(self, message):
        # A refusal that a person is told of is an error to Chromium's console, too.
        url = message.location.get("url", "")
        is_refusal = "the server responded with a status of 4" in message.text and "/__admin/api/" in url
        is_expected = is_refusal or any(word in message.text for word in self.expected)
        if message.type in ("error", "warning") and not is_expected:
            self.faults.append(f"{message.type} in the console: {message.text} {url}")

    def asked(self, request):
        if not request.url.startswith(("data:", "blob:")) and not self.expected:
            origins = [self.server.url, self.server.facts["https_url"].replace("127.0.0.1", "localhost")]
            if not any(request.url.startswith(origin + "/__admin/") for origin in origins):
                self.faults.append(f"something else was asked for: {request.url}")

    def go(self, place):
        self.page.goto(self.server.page + place)

    def see(self, role, name):
        self.page.get_by_role(role, name=name).first.wait_for()

    def see_text(self, text):
        self.page.get_by_text(text).first.wait_for()

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def settle(self):
        self.page.locator("main > :nth-child(2)").wait_for()

    def until(self, holds):
        deadline = time.monotonic() + TIMEOUT_MILLISECONDS / 1_000
        while not holds():
            assert time.monotonic() < deadline, "it did not come to pass"
            self.page.evaluate("new Promise((resolve) => requestAnimationFrame(() => resolve(true)))")

    @property
    def text(self):
        return self.page.locator("body").inner_text()

    def picture(self, name):
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)

    def publish(self, name):
        """One that README or Guides/Page shows."""
        from palette import with_palette
        if Visit.publishes:
            picture = with_palette(self.page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 720}))
            (ROOT / ".github" / f"{name}.png").write_bytes(picture)

    def close(self):
        self.context.close()


def run(scenario, browser, pictures):
    """Runs one scenario; whatever goes wrong in any of its windows is a fault."""
    from checks import check
    from server import Server
    visits = []
    with Server() as server:
        def open_page(**options):
            visits.append(Visit(browser, server, pictures, **options))
            return visits[-1]
        try:
            scenario(open_page, server)
        except Exception:
            check("it goes through to its end", traceback.format_exc().strip(), None)
            for visit in visits[-1:]:
                print(f"  at {visit.page.url}: {visit.text[:1_500]}")
        faults = [fault for visit in visits for fault in visit.faults]
        check("nothing is heard of errors or of other places", faults, [])
        for visit in visits:
            visit.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("--publish", action="store_true")
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    if not (ROOT / ".build/release/localtenant").exists():
        sys.exit("there is no release build: make build")
    from playwright.sync_api import sync_playwright
    import checks
    import scenarios
    Visit.publishes = options.publish
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"])
        for scenario in scenarios.ALL:
            if options.words and not any(word in scenario.__name__ for word in options.words):
                continue
            begin, before = time.monotonic(), checks.failed
            run(scenario, browser, options.pictures)
            word = "passed" if checks.failed == before else "FAILED"
            print(f"{word}  {time.monotonic() - begin:5.1f} s  {scenario.__name__.replace('_', ' ')}", flush=True)
        browser.close()
    checks.finish()


if __name__ == "__main__":
    if not browser_path():
        print("no chromium in PATH: the page is not looked at")
        sys.exit(77)
    if pathlib.Path(sys.prefix) != PYTHON.parents[1]:
        if not PYTHON.exists():
            print("no .venv-playwright, which make page-test makes where there is a package index: "
                  "the page is not looked at")
            sys.exit(77)
        os.execv(PYTHON, [PYTHON, *sys.argv])
    main()
