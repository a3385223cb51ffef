"""The store itself: migrations, one snapshot a read, one door for writes."""

import threading
import time

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from data_access.store import Store
from data_access.tables import METADATA


def test_the_migrations_make_exactly_the_tables_of_the_code(store):
    with store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_migration_that_fails_half_way_leaves_nothing_behind(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'half.sqlite'}", migrate=False)
    with pytest.raises(RuntimeError, match="power"), store.engine.connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise RuntimeError("power cut")
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).all() == []
    store.close()


def test_sqlite_keeps_foreign_keys_and_a_write_ahead_log(sqlite_store):
    with sqlite_store.read() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"


def test_a_read_sees_one_state_while_others_write(store):
    with store.read() as connection:
        before = connection.scalar(text("SELECT number FROM revision"))
        with store.write():
            pass
        assert connection.scalar(text("SELECT number FROM revision")) == before
    assert store.revision() == before + 1


def test_a_write_that_fails_leaves_nothing_not_even_a_revision(store):
    before = store.revision()
    with pytest.raises(ZeroDivisionError), store.write() as connection:
        connection.execute(text("INSERT INTO sector (code, name) VALUES ('L1', 'x')"))
        raise ZeroDivisionError
    with store.read() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM sector")) == 0
    assert store.revision() == before


def test_writers_queue_and_none_is_lost(store):
    """Eight threads, five writes each, every write reading before it writes: any overlap would lose one."""

    def write() -> None:
        for _ in range(5):
            with store.write() as connection:
                count = connection.scalar(text("SELECT COUNT(*) FROM sector"))
                time.sleep(0.002)
                connection.execute(text(f"INSERT INTO sector (code, name) VALUES ('{count:03}', 'x')"))

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM sector")) == 40
    assert store.revision() == 40


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO agency (key, code, name, level, kind, valid_from, reports)"
        " VALUES ('A@2025-01-01', 'A', 'x', 'galaxy', 'x', '2025-01-01', TRUE)",
        "INSERT INTO agency (key, code, name, level, kind, valid_from, reports)"
        " VALUES ('wrong', 'A', 'x', 'commune', 'x', '2025-01-01', TRUE)",
        "INSERT INTO monthly_figure (measure, agency, month, value, unit, at_least, source)"
        " VALUES ('m', '', '2025-01-15', 1, 'x', TRUE, 'x')",
        "INSERT INTO one_stop_point (agency, name, kind, tile_row, tile_column)"
        " VALUES ('nobody@2025-01-01', 'x', 'branch', 1, 1)",
        "INSERT INTO procedure_state (procedure, aspect, value, since)"
        " VALUES ('1', 'service_level', 'live', '2025-01-01')",
    ],
    ids=["level", "key", "month", "foreign key", "state of aspect"],
)
def test_constraints_say_what_must_hold(store, statement):
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.execute(text(statement))


def test_an_error_tells_nothing_of_the_values_that_a_statement_carried(store):
    with store.read() as connection, pytest.raises(DBAPIError) as failed:
        connection.execute(text("SELECT x FROM nowhere WHERE x = :x"), {"x": "Nguyễn Văn A"})
    assert "Nguyễn" not in str(failed.value)


@pytest.mark.postgres
def test_servers_that_start_together_on_an_empty_database_migrate_it_once(postgres):
    url = postgres.database()
    failed = []

    def start() -> None:
        try:
            Store.open(url).close()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = Store.open(url)
    raised = store.revision()
    store.close()
    postgres.drop(url)
    assert (failed, raised) == ([], 0), "a second migration would have raised it"
