"""What the tiny province knows, and a store of it to write to."""

import pytest

from data_access.ingest import Known
from data_access.store import Store


@pytest.fixture(scope="session")
def known(province_file) -> Known:
    """What a store of the tiny province knows."""
    store = Store.open(f"sqlite:///{province_file}", migrate=False)
    found = Known.of(store)
    store.close()
    return found
