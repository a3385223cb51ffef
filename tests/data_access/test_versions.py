"""Stores of other versions: one of the schema before is migrated with all its sums, into one of another
version nothing is written."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from sqlalchemy import delete, insert, inspect, select, text

from data_access import migrations
from data_access.errors import StoreBusy, StoreOfOtherVersion
from data_access.fingerprint import fingerprint
from data_access.store import Store
from data_access.tables import METADATA
from tests import demo, tiny
from tests.processes import url_of
from tests.tiny import extract, line

BEFORE = ("0007", "0008")
WRONG = {
    "0008": ("UPDATE statement SET synthetic = NOT synthetic", "UPDATE demand SET received = received + 7")
}


@pytest.fixture
def stated(province: Store) -> Store:
    """The tiny province with two months of dossiers, some handed in away, and an opening."""
    tiny.put(province, extract(line("A"), line("B", agency="X2", counter="X1"), line("C", agency="S1")))
    tiny.put(province, extract(line("D", received="02/04/2025", finished="11/04/2025"), month="04/2025"))
    openings = "Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n1.000001,H1,02/12/2024,\n"
    tiny.put(province, openings, kind="openings")
    return province


@pytest.fixture(params=BEFORE)
def older(stated: Store, tmp_path, request) -> Iterator[Store]:
    """The same in a store that was never migrated beyond one of BEFORE."""
    if stated.is_sqlite:
        yield from _filled(f"sqlite:///{tmp_path / 'older.sqlite'}", stated, request.param)
    else:
        postgres = request.getfixturevalue("postgres")
        url = postgres.database()
        yield from _filled(url, stated, request.param)
        postgres.drop(url)


def test_a_store_of_the_schema_before_has_its_sums_after_the_migration(stated, older):
    before = older.revision()
    migrated = Store.open(url_of(older))
    assert fingerprint(migrated) == fingerprint(stated)
    assert migrated.revision() == before + 1, "what was cached of it is out of date"
    migrated.close()


def test_so_has_a_store_of_the_sample_province(tmp_path):
    made = Store.open(f"sqlite:///{demo.copied(tmp_path / 'new.sqlite')}")
    older = next(filled := _filled(f"sqlite:///{tmp_path / 'older.sqlite'}", made, BEFORE[0]))
    migrated = Store.open(url_of(older))
    assert fingerprint(migrated) == fingerprint(made)
    for store in (migrated, made):
        store.close()
    filled.close()


def test_a_migration_waits_for_a_write_that_has_begun(older):
    """Otherwise it would make its sums of what the store was before that write."""
    writing = older.engine.connect().execution_options(ioc_writes=True)
    with writing as connection, connection.begin():
        connection.execute(text("UPDATE revision SET number = number + 1"))
        with pytest.raises(StoreBusy):
            Store.open(url_of(older), busy_seconds=0.2)
    Store.open(url_of(older)).close()


@pytest.mark.postgres
def test_servers_that_start_together_wait_for_the_migration_however_long_it_takes(postgres_store):
    _pretend(postgres_store, BEFORE[0])
    impatient = Store.open(url_of(postgres_store), migrate=False, busy_seconds=0.2)
    with ThreadPoolExecutor() as others:
        with postgres_store.engine.connect() as first, first.begin():
            first.execute(text("SELECT pg_advisory_xact_lock(766)"))
            second = others.submit(migrations.upgrade, impatient)
            with pytest.raises(TimeoutError):
                second.result(timeout=1)
            first.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": migrations.VERSION})
        assert second.result(timeout=30) is None
    impatient.close()


@pytest.mark.parametrize("version", ["9999", "0001"], ids=["newer", "older"])
@pytest.mark.parametrize("door", ["write", "rehearsal"])
def test_what_was_made_for_one_schema_is_written_into_no_other(store, door, version):
    """As by a server that runs on while a newer one migrates its store."""
    _pretend(store, version)
    before = store.revision()
    with pytest.raises(StoreOfOtherVersion), getattr(store, door)() as connection:
        connection.execute(text("INSERT INTO sector (code, name) VALUES ('L1', 'x')"))
    with store.read() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM sector")) == 0
    assert store.revision() == before


def test_a_store_of_a_newer_version_is_not_opened(store):
    _pretend(store, "9999")
    with pytest.raises(StoreOfOtherVersion):
        Store.open(url_of(store))


def _pretend(store: Store, version: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": version})


def _filled(url: str, like: Store, version: str) -> Iterator[Store]:
    """A store of an earlier schema with all that another one holds and this schema has a column for, and
    wrong in what the migration is to make anew."""
    older = Store.open(url, migrate=False)
    with older.engine.connect().execution_options(ioc_writes=True) as connection, connection.begin():
        command.upgrade(migrations._config(connection), version)
        there = set(inspect(connection).get_table_names())
        tables = [table for table in METADATA.sorted_tables if table.name in there]
        with like.read() as source:
            for table in tables:
                connection.execute(delete(table))
                columns = [table.c[one["name"]] for one in inspect(connection).get_columns(table.name)]
                if rows := [dict(row) for row in source.execute(select(*columns)).mappings()]:
                    connection.execute(insert(table), rows)
        for statement in WRONG.get(version, ()):
            assert connection.execute(text(statement)).rowcount
    yield older
    older.close()
