"""The tiny province, loaded: what it knows, and a store of it to write to."""

import pytest

from data_access.ingest import Known
from data_access.store import Store
from tests import tiny


@pytest.fixture(scope="session")
def known(tmp_path_factory) -> Known:
    """What a store of the tiny province knows."""
    store = tiny.load(Store.open(f"sqlite:///{tmp_path_factory.mktemp('known') / 'k.sqlite'}"))
    found = Known.of(store)
    store.close()
    return found


@pytest.fixture
def province(store: Store) -> Store:
    """The tiny province in a store of its own, on SQLite and on PostgreSQL."""
    return tiny.load(store)


@pytest.fixture
def filled(tmp_path):
    """A fresh store of the tiny province."""
    store = tiny.load(Store.open(f"sqlite:///{tmp_path / 'filled.sqlite'}"))
    yield store
    store.close()
