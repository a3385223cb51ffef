"""A full disk: one clear sentence, the old state, and the next upload works once there is room again."""

import resource
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text

from data_access import ingest
from data_access.errors import StoreFull
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from data_access.store import Store
from tests import tiny
from tests.processes import ROOT, url_of
from tests.tiny import extract, line

LINES = 8_000


def content(channel: int = 2) -> str:
    return extract(*(line(f"D{n:05}", channel=channel, agency=f"X{n % 3 + 1}") for n in range(LINES)))


def staged(store: Store) -> int:
    return ingest.stage(store, ingest.check(Known.of(store), content(1).encode(), "x.csv"), by="Alice")


class Disk:
    """Lets a SQLite store grow by so many pages, or without bounds."""

    def __init__(self, store: Store) -> None:
        self._store, self._most = store, None
        event.listen(store.engine, "connect", self._limit)

    def room(self, pages: int | None) -> None:
        with self._store.read() as connection:
            used = connection.scalar(text("PRAGMA page_count"))
        self._most = None if pages is None else used + pages
        self._store.engine.dispose()

    def _limit(self, connection, _record) -> None:
        if self._most is not None:
            connection.execute(f"PRAGMA max_page_count = {self._most}")


@pytest.mark.parametrize("pages", [0, 1, 10, 50])
def test_a_file_that_does_not_fit_leaves_the_old_state_and_fits_when_there_is_room(sqlite_province, pages):
    tiny.put(sqlite_province, extract(line("D1")))
    disk, before = Disk(sqlite_province), fingerprint(sqlite_province)
    disk.room(pages)
    with pytest.raises(StoreFull):
        staged(sqlite_province)
    assert fingerprint(sqlite_province) == before
    disk.room(None)
    ingest.apply(sqlite_province, staged(sqlite_province), by="Bob")


def test_an_apply_and_an_undo_that_do_not_fit_leave_the_old_state(sqlite_province):
    applied, waiting = tiny.put(sqlite_province, content()), staged(sqlite_province)
    disk, before = Disk(sqlite_province), fingerprint(sqlite_province)
    _has_no_free_pages(sqlite_province)
    disk.room(0)
    wide = {"read": lambda connection: {"figures": "x" * 50_000}}  # what is kept of it needs room
    for verb, batch in ((ingest.apply, waiting), (ingest.undo, applied)):
        with pytest.raises(StoreFull):
            verb(sqlite_province, batch, by="Bob", **wide)
        assert fingerprint(sqlite_province) == before
    disk.room(None)
    for verb, batch in ((ingest.apply, waiting), (ingest.undo, applied)):
        verb(sqlite_province, batch, by="Bob", **wide)


def _has_no_free_pages(store: Store) -> None:
    """Fewer than a write needs, so that it has to grow the file."""
    with store.engine.connect() as connection:
        assert connection.scalar(text("PRAGMA freelist_count")) < 6


@pytest.mark.parametrize("more", [0, 100_000, 300_000])
def test_a_quota_that_a_write_runs_into_is_told_by_the_command_line(sqlite_province, tmp_path, more):
    store, file = sqlite_province, tmp_path / "ho-so-2025-03.csv"
    file.write_text(content(), "utf-8")
    before, url = fingerprint(store), url_of(store)
    store.close()
    size = Path(store.engine.url.database).stat().st_size
    done = _ingest(url, file, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size + more,) * 2))
    assert (done.returncode, done.stderr.strip()) == (4, StoreFull().told())
    assert fingerprint(store) == before
    assert _ingest(url, file, None).returncode == 0
    assert fingerprint(store) != before


def _ingest(url: str, file: Path, limit) -> subprocess.CompletedProcess:
    command = [sys.executable, "cli.py", "ingest", str(file)]
    return subprocess.run(
        command, cwd=ROOT, env={"DATABASE_URL": url}, preexec_fn=limit, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.postgres
def test_postgresql_says_so_as_well(postgres_store):
    before = postgres_store.revision()
    with pytest.raises(StoreFull), postgres_store.write():
        raise psycopg.errors.DiskFull("could not extend file")
    assert postgres_store.revision() == before
