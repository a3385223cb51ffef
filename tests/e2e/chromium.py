"""Chromium as the tests use it: the system's own, quiet, and cut off from everything but this computer."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, expect

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No other computer can be found, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
SIZES = {"laptop": (1366, 768), "phone": (390, 844), "tv": (1920, 1080)}
SCHEMES = ("light", "dark")
# Streamlit looks for its server below a page's own address first; these answer 404 and are harmless.
PROBES = ("/_stcore/health", "/_stcore/host-config")


def chromium() -> str | None:
    """The program, from CHROMIUM or the usual names."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@dataclass
class Traffic:
    """What a page asked for that it should not have."""

    outside: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        for event, note in self._notes.items():
            context.on(event, note)

    def leave(self, context: BrowserContext) -> None:
        for event, note in self._notes.items():
            context.remove_listener(event, note)

    def assert_clean(self) -> None:
        assert self.outside == []
        assert self.failed == []
        assert self.complaints == []

    @property
    def _notes(self) -> dict[str, Callable]:
        return {
            "request": self._asked,
            "response": self._answered,
            "requestfailed": self._failed,
            "console": self._said,
        }

    def _asked(self, request: Request) -> None:
        if not _is_loopback(request.url):
            self.outside.append(request.url)

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not _is_probe(response.url):
            self.failed.append(f"{response.status} {response.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left while it still loads gives up its requests: nobody's fault.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.failure} {request.url}")

    def _said(self, message) -> None:
        if message.type == "error" and not _is_probe(message.location.get("url", "")):
            self.complaints.append(message.text)


def new_context(browser: Browser, size: str = "laptop", scheme: str = "light") -> BrowserContext:
    """A fresh reader in Việt Nam with a screen of this size."""
    width, height = SIZES[size]
    return browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="vi-VN",
        has_touch=size == "phone",
    )


def forget(page: Page) -> None:
    """Leave what the tab shows, and keep nothing of its site but the files of the app.

    With local storage Chromium clears that of the session (tests/e2e/test_forgetting.py).
    """
    site = urlsplit(page.url)
    page.goto("about:blank")
    page.context.clear_cookies()
    if site.netloc:
        kept = {"origin": f"{site.scheme}://{site.netloc}", "storageTypes": "local_storage,indexeddb"}
        page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", kept)


def wait_until_idle(page: Page) -> None:
    """Until the script has run to its end and the page shows its heading, or an error."""
    page.wait_for_selector("h1, [data-testid=stAlert]", timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
    # Not a script to wait for: the pages' security policy would stop its second look.
    expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=60_000)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)


def _is_loopback(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname in ("127.0.0.1", "localhost")


def _is_probe(url: str) -> bool:
    path = urlsplit(url).path
    return path.endswith(PROBES) and path not in PROBES
