"""Fixtures for everyone: stores on SQLite and PostgreSQL, and the rule that CI skips nothing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from data_access.store import Store

SERVICES = {"browser", "postgres"}


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> "Store":
    """A fresh, migrated, empty store; the test runs once on SQLite and once on PostgreSQL."""
    return request.getfixturevalue(f"{request.param}_store")


@pytest.fixture
def sqlite_store(_sqlite_template: Path, tmp_path: Path) -> Iterator["Store"]:
    """A fresh, migrated, empty store on SQLite: for what does not depend on the database."""
    from data_access.store import Store

    file = tmp_path / "store.sqlite"
    shutil.copyfile(_sqlite_template, file)
    opened = Store.open(f"sqlite:///{file}", migrate=False)
    yield opened
    opened.close()


@pytest.fixture
def postgres_store(postgres, _postgres_template: str) -> Iterator["Store"]:
    """A fresh, migrated, empty store on PostgreSQL."""
    from data_access.store import Store

    url = postgres.database(template=_postgres_template)
    opened = Store.open(url, migrate=False)
    yield opened
    opened.close()
    postgres.drop(url)


@pytest.fixture(scope="session")
def postgres():
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


# Migrating once and copying makes a fresh store cost milliseconds.
@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from data_access.store import Store

    file = tmp_path_factory.mktemp("template") / "empty.sqlite"
    Store.open(f"sqlite:///{file}").close()  # closing the last connection empties the write-ahead log
    return file


@pytest.fixture(scope="session")
def _postgres_template(postgres) -> str:
    from data_access.store import Store
    from tests.postgres import name_of

    url = postgres.database()
    Store.open(url).close()
    return name_of(url)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """With CI=true a browser or PostgreSQL test that is skipped has failed."""
    report = yield
    skipped_service = report.skipped and not hasattr(report, "wasxfail") and SERVICES & set(item.keywords)
    if skipped_service and os.environ.get("CI", "").lower() == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true does not allow: {call.excinfo.value}"
    return report
