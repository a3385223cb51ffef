"""The real browser against the real server: `open_page("ho-so")` gives a page that has come to rest."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import demo
from tests.e2e.chromium import QUIET, Traffic, chromium, forget, new_context, wait_until_idle
from tests.e2e.server import Server

OpenPage = Callable[..., Page]
HERE = Path(__file__).parent
expect.set_options(timeout=60_000)  # milliseconds; how fast a page is, the benchmarks measure


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder needs the browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def sample() -> None:
    """Before a server that fills its own store, or a test that uploads a month, both are there for all."""
    demo.prepared()
    demo.later()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    program = chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    return {"executable_path": program, "args": QUIET}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that only read, on a copy of the demo."""
    folder = tmp_path_factory.mktemp("server")
    running = Server(demo.copied(folder / "store.sqlite"), folder / "log").wait()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def staging_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for a module's uploads that are never applied: a batch that waits changes no figure."""
    folder = tmp_path_factory.mktemp("staging")
    running = Server(demo.copied(folder / "store.sqlite"), folder / "log").wait()
    yield running
    running.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A fresh server on its own copy of the demo, for tests that write or must be first."""
    running = Server(demo.copied(tmp_path / "store.sqlite"), tmp_path / "log").wait()
    yield running
    running.stop()


@pytest.fixture
def traffic() -> Traffic:
    """What the pages of this test asked for; `traffic.assert_clean()`."""
    return Traffic()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Callable[[str, str], Page]]:
    """The one tab of a size and scheme, with what it has fetched and compiled of the app for all tests."""
    tabs: dict[tuple[str, str], Page] = {}

    def tab(size: str, scheme: str) -> Page:
        if (size, scheme) not in tabs:
            tabs[size, scheme] = new_context(browser, size, scheme).new_page()
        return tabs[size, scheme]

    yield tab
    for page in tabs.values():
        page.context.close()


@pytest.fixture
def open_page(
    tab: Callable[[str, str], Page], request: pytest.FixtureRequest, traffic: Traffic
) -> Iterator[OpenPage]:
    """`open_page(slug, query="", size="laptop", scheme="light", server=None)`: a page at rest.

    Each size and scheme is one reader (a context), who keeps the tab between calls, and between tests only
    the files of the app.
    """
    pages: dict[tuple[str, str], Page] = {}

    def open_page(
        slug: str, query: str = "", size: str = "laptop", scheme: str = "light", server: Server | None = None
    ) -> Page:
        at = server or request.getfixturevalue("server")
        if (size, scheme) not in pages:
            pages[size, scheme] = tab(size, scheme)
            traffic.watch(pages[size, scheme].context)
        page = pages[size, scheme]
        page.goto(f"{at.url}/{slug}{query}")
        wait_until_idle(page)
        return page

    yield open_page
    for page in pages.values():
        forget(page)
        traffic.leave(page.context)
