"""The store: opening it, reading one snapshot of it, and the one door for writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

from data_access.errors import StoreOfOtherVersion
from data_access.foreseen import foreseen
from data_access.migrations import VERSION, stored_version, upgrade
from data_access.settings import Settings
from data_access.snapshot import MEMORY

_RAISE = text("UPDATE revision SET number = number + 1")


@dataclass(frozen=True, eq=False)
class Store:
    """A migrated database. Keep one per process and URL; connections are taken per use."""

    engine: Engine

    @classmethod
    def open(
        cls, url: str | None = None, *, migrate: bool = True, busy_seconds: float | None = None
    ) -> "Store":
        """Open (and by default create and migrate) the store that `url` or DATABASE_URL names.

        A write waits `busy_seconds` (default: BUSY_SECONDS) for another one, then says StoreBusy.
        """
        settings = Settings()
        store = cls(_engine(url or settings.database_url, busy_seconds or settings.busy_seconds))
        if migrate:
            try:
                with foreseen():
                    upgrade(store)
            except Exception:
                store.close()
                raise
        return store

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one committed state, however many statements it runs."""
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with (
            foreseen(),
            self.engine.connect().execution_options(**{MEMORY: {}}, **options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one door for writes: one transaction that begins by raising the revision.

        Raising it first queues writers on SQLite (BEGIN IMMEDIATE) and PostgreSQL (row lock) alike
        and tells every cache. Any exception rolls everything back; a StoreProblem says that the store
        is busy, full, read-only, gone, or has been migrated to the schema of another version.
        """
        with (
            foreseen(),
            self.engine.connect().execution_options(ioc_writes=True) as connection,
            connection.begin(),
        ):
            _begin(connection)
            yield connection

    @contextmanager
    def rehearsal(self) -> Iterator[Connection]:
        """Like `write`, but everything is rolled back at the end."""
        with foreseen(), self.engine.connect().execution_options(ioc_writes=True) as connection:
            _begin(connection)
            yield connection
            connection.rollback()

    def revision(self) -> int:
        """The number that every write raises."""
        with self.read() as connection:
            return revision(connection)

    def close(self) -> None:
        self.engine.dispose()


def _begin(connection: Connection) -> None:
    """Queue behind other writers and the migration; only then is it known whose schema this is."""
    connection.execute(_RAISE)
    if stored_version(connection) != VERSION:
        raise StoreOfOtherVersion


def revision(connection: Connection) -> int:
    """The revision as this transaction sees it."""
    return connection.execute(text("SELECT number FROM revision")).scalar_one()


def _engine(url: str, busy_seconds: float) -> Engine:
    # Hidden parameters: what a statement carries has no place in an error's text, which is logged.
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed, busy_seconds)
    return _postgresql_engine(parsed, busy_seconds)


def _postgresql_engine(url, busy_seconds: float) -> Engine:
    driven = url.set(drivername="postgresql+psycopg")
    engine = create_engine(driven, pool_pre_ping=True, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def set_up(connection, _record) -> None:
        connection.execute(f"SET lock_timeout = {round(busy_seconds * 1000)}")
        connection.commit()

    return engine


_LOG = 40_960_000  # bytes


def _sqlite_engine(url, busy_seconds: float) -> Engine:
    if url.database and not url.database.startswith((":memory:", "file:")):
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    arguments = {"timeout": busy_seconds, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def set_up(connection, _record) -> None:
        # SQLAlchemy's recipe: the driver begins nothing by itself, so that DDL is transactional.
        connection.isolation_level = None
        # Of a new store. Rows that come in order of their key fill half as many pages: a tenth less to do.
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")
        # The log is written back after so much of it: a month's load then waits for that once.
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG // page_size}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("ioc_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
