"""An open page says that what counts has changed; a file that only waits changes nothing."""

import shutil

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store
from tests.tiny import extract, line, load
from tests.ui.app import shown
from ui.freshness import outdated, turns


def standing(store) -> tuple[int, int]:
    with store.read() as connection:
        return store.revision(), turns(connection)


def test_only_an_apply_or_an_undo_outdates_a_page(store):
    load(store)
    page = standing(store)
    assert not outdated(store, *page)
    batch = ingest.stage(store, ingest.check(Known.of(store), extract(line()).encode(), "x.csv"), by="Lan")
    assert not outdated(store, *page)
    ingest.apply(store, batch, by="Lan")
    assert outdated(store, *page)
    page = standing(store)
    assert not outdated(store, *page)
    ingest.undo(store, batch, by="Lan")
    assert outdated(store, *page)


def test_a_page_just_opened_says_nothing_of_it(province, reader):
    assert "ioc-newer" not in shown(reader(province).open("received"))


def test_a_store_that_cannot_be_read_now_is_no_news(tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    store = Store.open(f"sqlite:///{folder / 'store.sqlite'}")
    revision, seen = standing(store)
    store.close()
    shutil.rmtree(folder)
    assert not outdated(store, revision + 1, seen)
