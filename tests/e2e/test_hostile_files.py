"""A file made to take the server down, uploaded in the browser: refused in seconds, and others are served."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.data_access.files.usual import rows
from tests.data_access.files.workbooks_hostile import far
from tests.data_access.files.workbooks_made import book, inflating
from tests.e2e.uploads import choose, told

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "o-cuoi-cung.xlsx": (far("XFD1048576"), "Tệp cần quá nhiều bộ nhớ"),
    "mot-gi-ga-bai.xlsx": (lambda: inflating(book(rows()), 1_000_000_000), "Tệp quá lớn"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_within_ten_seconds_and_others_are_served(
    open_page, staging_server, tmp_path: Path, name
):
    build, sentence = HOSTILE[name]
    file = tmp_path / name
    file.write_bytes(build())
    page = open_page("nap-so-lieu", server=staging_server)
    with served_meanwhile(f"{staging_server.url}/healthz") as waits:
        started = time.monotonic()
        choose(page, file)
        page.get_by_text(sentence).wait_for(timeout=10_000)
        took = time.monotonic() - started
    assert took < 10
    assert max(waits) < 5
    assert f"Chưa nhận được tệp {name}" in told(page).inner_text()


@contextmanager
def served_meanwhile(address: str) -> Iterator[list[float]]:
    """Seconds that each of many requests waited while something else went on."""
    waits, over = [], threading.Event()

    def ask() -> None:
        while not waits or not over.is_set():
            started = time.monotonic()
            with urlopen(address) as answer:
                assert answer.status == 200
            waits.append(time.monotonic() - started)
            time.sleep(0.05)

    with ThreadPoolExecutor(1) as others:
        asking = others.submit(ask)
        try:
            yield waits
        finally:
            over.set()
            asking.result()
