"""The extracts, generated once for all tests of this folder; and a store of all ten months."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from data_access import ingest
from data_access.ingest import Known
from data_access.store import Store
from sample_data.generate import generate, generate_later
from tests.demo import copied
from tests.sample_data.extracts import FIRST_MONTHS, LATER_MONTHS, dossiers, received_in


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample")
    generate(made)
    generate_later(made)
    return made


@pytest.fixture(scope="session")
def statements(folder: Path) -> dict:
    """Month → lines, December 2024 to September 2025."""
    return {month: dossiers(folder, month) for month in FIRST_MONTHS + LATER_MONTHS}


@pytest.fixture(scope="session")
def received(statements: dict) -> pl.DataFrame:
    """Every dossier received in the four published months, once, with its `month`."""
    return pl.concat(
        received_in(statements[month], month).with_columns(month=pl.lit(month)) for month in FIRST_MONTHS
    )


@pytest.fixture(scope="session")
def ten_months(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo with April to September 2025 after it, in the order of their upload. To be read only."""
    folder = tmp_path_factory.mktemp("ten-months")
    store = Store.open(f"sqlite:///{copied(folder / 'store.sqlite')}", migrate=False)
    for file in generate_later(folder):
        checked = ingest.check(Known.of(store), file)
        ingest.apply(store, ingest.stage(store, checked, by="Alice"), by="Alice")
    yield store
    store.close()
