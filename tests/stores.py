"""Stores for every test, empty or with the tiny province, on SQLite and on PostgreSQL.

Each is made once and copied: a fresh store costs milliseconds, however much is in it.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from data_access.store import Store
    from tests.postgres import Cluster

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def store(request: pytest.FixtureRequest) -> "Store":
    """A fresh, migrated, empty store; the test runs once on SQLite and once on PostgreSQL."""
    return request.getfixturevalue(f"{request.param}_store")


@pytest.fixture(params=BOTH)
def province(request: pytest.FixtureRequest) -> "Store":
    """The tiny province in a store of its own, on SQLite and on PostgreSQL."""
    return request.getfixturevalue(f"{request.param}_province")


@pytest.fixture
def sqlite_store(_empty_file: Path, tmp_path: Path) -> Iterator["Store"]:
    """A fresh, migrated, empty store on SQLite: for what does not depend on the database."""
    yield from copy_of_file(_empty_file, tmp_path / "store.sqlite")


@pytest.fixture
def sqlite_province(province_file: Path, tmp_path: Path) -> Iterator["Store"]:
    """The tiny province in a store of its own on SQLite."""
    yield from copy_of_file(province_file, tmp_path / "province.sqlite")


@pytest.fixture
def postgres_store(postgres: "Cluster", _empty_database: str) -> Iterator["Store"]:
    """A fresh, migrated, empty store on PostgreSQL."""
    yield from _copy_of_database(postgres, _empty_database)


@pytest.fixture
def postgres_province(postgres: "Cluster", province_database: str) -> Iterator["Store"]:
    """The tiny province in a store of its own on PostgreSQL."""
    yield from _copy_of_database(postgres, province_database)


@pytest.fixture(scope="session")
def province_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed SQLite store of the tiny province, to be copied."""
    return _file_of(tmp_path_factory.mktemp("template") / "province.sqlite", _tiny)


@pytest.fixture(scope="session")
def province_database(postgres: "Cluster") -> str:
    """The name of a closed PostgreSQL store of the tiny province, to be copied."""
    return _database_of(postgres, _tiny)


@pytest.fixture(scope="session")
def postgres() -> Iterator["Cluster"]:
    """A running PostgreSQL of our own (`tests.postgres.Cluster`), or a skip."""
    if os.name == "nt":
        pytest.skip("PostgreSQL tests need a Unix system")
    from tests.postgres import NOT_FOUND, Cluster, binaries

    programs = binaries()
    if programs is None:
        pytest.skip(NOT_FOUND)
    cluster = Cluster(programs)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def _empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _file_of(tmp_path_factory.mktemp("template") / "empty.sqlite")


@pytest.fixture(scope="session")
def _empty_database(postgres: "Cluster") -> str:
    return _database_of(postgres)


def _tiny(store: "Store") -> None:
    from tests import tiny

    tiny.load(store)


def _file_of(file: Path, fill: Callable[["Store"], None] | None = None) -> Path:
    _made(f"sqlite:///{file}", fill)
    return file


def _database_of(postgres: "Cluster", fill: Callable[["Store"], None] | None = None) -> str:
    from tests.postgres import name_of

    url = postgres.database()
    _made(url, fill)
    return name_of(url)


def _made(url: str, fill: Callable[["Store"], None] | None) -> None:
    from data_access.store import Store

    made = Store.open(url)
    if fill:
        fill(made)
    made.close()  # closing the last connection empties SQLite's write-ahead log into the file


def copy_of_file(template: Path, file: Path) -> Iterator["Store"]:
    from data_access.store import Store

    opened = Store.open(f"sqlite:///{shutil.copyfile(template, file)}", migrate=False)
    yield opened
    opened.close()


def _copy_of_database(postgres: "Cluster", template: str) -> Iterator["Store"]:
    from data_access.store import Store

    url = postgres.database(template=template)
    opened = Store.open(url, migrate=False)
    yield opened
    opened.close()
    postgres.drop(url)
