"""The extracts, generated once for all tests of this folder."""

from pathlib import Path

import polars as pl
import pytest

from sample_data.generate import generate, generate_later
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
