"""A store of the tiny province, a good file and a faulty one."""

import shutil
from pathlib import Path

import pytest

from tests.tiny import extract, line


@pytest.fixture
def url(province_file, tmp_path) -> str:
    return f"sqlite:///{shutil.copyfile(province_file, tmp_path / 'cli.sqlite')}"


@pytest.fixture
def good(tmp_path) -> Path:
    file = tmp_path / "ho-so-2025-03.csv"
    file.write_text(extract(line("D1"), line("D2", finished="12/03/2025")), "utf-8")
    return file


@pytest.fixture
def faulty(tmp_path) -> Path:
    file = tmp_path / "loi.csv"
    file.write_text(extract(line("D1"), line("D9", agency="Z9")), "utf-8")
    return file
