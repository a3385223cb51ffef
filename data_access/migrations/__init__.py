"""Bringing a store to the newest schema with Alembic, in one transaction."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from data_access.errors import StoreOfOtherVersion

HERE = Path(__file__).parent
# The newest file's number; names are sorted, so no script needs importing to know it. Read when this code
# is: the files that an upgrade lays down beside a running server are another version's.
VERSIONS = [file.name.split("_")[0] for file in sorted((HERE / "versions").glob("[0-9]*.py"))]
VERSION = VERSIONS[-1]


def upgrade(store) -> None:
    """Create or migrate the schema; returns at once when the store is at the newest version.

    StoreOfOtherVersion if it is at one that this code does not know.
    """
    with store.engine.connect() as connection:
        if _known_version(connection) == VERSION:
            return
    from alembic import command

    from data_access import sums

    with store.engine.connect().execution_options(ioc_writes=True) as connection, connection.begin():
        if not store.is_sqlite:  # servers that start together queue here, as SQLite's writers do anyway
            _queue(connection)
        stored = _known_version(connection)
        if stored == VERSION:
            return
        if stored:  # a write that has begun comes to its end first, one that begins later finds out
            connection.execute(text("UPDATE revision SET number = number + 1"))
        command.upgrade(_config(connection), "head")
        sums.derive(connection)


def stored_version(connection: Connection) -> str:
    """The version of a store's schema."""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()


def _known_version(connection: Connection) -> str | None:
    """The same, where this code knows it; None in an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    if (stored := stored_version(connection)) not in VERSIONS:
        raise StoreOfOtherVersion
    return stored


def _queue(connection: Connection) -> None:
    """Wait for another's migration, however long it takes: no limit on waiting for a writer is meant."""
    limit = connection.scalar(text("SELECT current_setting('lock_timeout')"))
    connection.execute(text("SET LOCAL lock_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_xact_lock(766)"))
    connection.execute(text("SELECT set_config('lock_timeout', :limit, TRUE)"), {"limit": limit})


def _config(connection: Connection | None = None):
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config
