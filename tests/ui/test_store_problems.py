"""What a reader sees of a store that somebody else is writing, or that may only be read."""

from pathlib import Path

import pytest

from data_access import ingest
from data_access.errors import StoreBusy, StoreLost, StoreReadOnly
from data_access.ingest import Known
from data_access.store import Store
from tests.processes import held
from tests.tiny import extract, line
from tests.ui.app import Reader, shown
from ui import errors


@pytest.fixture
def waiting(sqlite_province) -> tuple[Path, int]:
    """A store with one batch that waits to be applied."""
    checked = ingest.check(Known.of(sqlite_province), extract(line("D1")).encode(), "ho-so-2025-03.csv")
    batch = ingest.stage(sqlite_province, checked, by="Alice")
    return Path(sqlite_province.engine.url.database), batch


def test_while_somebody_else_writes_the_upload_page_says_so_and_goes_on(waiting, monkeypatch):
    file, batch = waiting
    monkeypatch.setenv("BUSY_SECONDS", "0.1")
    store = Store.open(f"sqlite:///{file}")
    with held(store):
        assert StoreBusy().told() in shown(
            Reader(f"sqlite:///{file}", monkeypatch).open("upload", lo=str(batch))
        )
    assert StoreBusy().told() not in shown(
        Reader(f"sqlite:///{file}", monkeypatch).open("upload", lo=str(batch))
    )
    store.close()


def test_a_store_that_may_only_be_read_is_shown_and_says_what_cannot_be_done(waiting, monkeypatch):
    file, batch = waiting
    reader = Reader(f"sqlite:///file:{file}?mode=ro&uri=true", monkeypatch)
    assert StoreReadOnly().told() in shown(reader.open("upload", lo=str(batch)))


def test_on_any_page_a_foreseen_problem_is_told_in_its_own_words(monkeypatch):
    told = []
    monkeypatch.setattr(errors.st, "error", lambda sentence, **how: told.append(sentence))
    assert errors.show_error(StoreLost())
    assert told == [StoreLost().told()]
