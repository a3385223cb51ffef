"""Chromium as the tests use it: the system's own, quiet, and cut off from everything but this computer."""

import os
import shutil
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, Route

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
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
        context.route("**/*", self._only_loopback)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)
        context.on("console", self._said)

    def assert_clean(self) -> None:
        assert self.outside == []
        assert self.failed == []
        assert self.complaints == []

    def _only_loopback(self, route: Route) -> None:
        if _is_loopback(route.request.url):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

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


def wait_until_idle(page: Page) -> None:
    """Until the script has run to its end and the page shows its heading, or an error."""
    page.wait_for_selector("h1, [data-testid=stAlert]", timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
    page.wait_for_function("document.querySelectorAll('[data-stale=true]').length === 0")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)


def _is_loopback(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname in ("127.0.0.1", "localhost")


def _is_probe(url: str) -> bool:
    path = urlsplit(url).path
    return path.endswith(PROBES) and path not in PROBES
