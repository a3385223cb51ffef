"""The store: opening it, reading one snapshot of it, and the one door for writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

from data_access.settings import Settings

BUSY_SECONDS = 60
_RAISE = text("UPDATE revision SET number = number + 1")


@dataclass(frozen=True, eq=False)
class Store:
    """A migrated database. Keep one per process and URL; connections are taken per use."""

    engine: Engine

    @classmethod
    def open(cls, url: str | None = None, *, migrate: bool = True) -> "Store":
        """Open (and by default create and migrate) the store that `url` or DATABASE_URL names."""
        store = cls(_engine(url or Settings().database_url))
        if migrate:
            from data_access.migrations import upgrade

            upgrade(store)
        return store

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one committed state, however many statements it runs."""
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one door for writes: one transaction that begins by raising the revision.

        Raising it first queues writers on SQLite (BEGIN IMMEDIATE) and PostgreSQL (row lock) alike
        and tells every cache. Any exception rolls everything back.
        """
        with self.engine.connect().execution_options(ioc_writes=True) as connection, connection.begin():
            connection.execute(_RAISE)
            yield connection

    @contextmanager
    def rehearsal(self) -> Iterator[Connection]:
        """Like `write`, but everything is rolled back at the end."""
        with self.engine.connect().execution_options(ioc_writes=True) as connection:
            connection.execute(_RAISE)
            yield connection
            connection.rollback()

    def revision(self) -> int:
        """The number that every write raises."""
        with self.read() as connection:
            return revision(connection)

    def close(self) -> None:
        self.engine.dispose()


def revision(connection: Connection) -> int:
    """The revision as this transaction sees it."""
    return connection.execute(text("SELECT number FROM revision")).scalar_one()


def _engine(url: str) -> Engine:
    # Hidden parameters: what a statement carries has no place in an error's text, which is logged.
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed)
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True
    )


def _sqlite_engine(url) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def set_up(connection, _record) -> None:
        # SQLAlchemy's recipe: the driver begins nothing by itself, so that DDL is transactional.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("ioc_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
