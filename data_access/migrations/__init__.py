"""Bringing a store to the newest schema with Alembic, in one transaction."""

from pathlib import Path

from sqlalchemy import Connection, text

HERE = Path(__file__).parent


def upgrade(store) -> None:
    """Create or migrate the schema; returns at once when the store is at the newest version."""
    if _stored_version(store) == newest_version():
        return
    from alembic import command

    from data_access import sums

    with store.engine.connect().execution_options(ioc_writes=True) as connection, connection.begin():
        if not store.is_sqlite:  # servers that start together queue here, as SQLite's writers do anyway
            connection.execute(text("SELECT pg_advisory_xact_lock(766)"))
        command.upgrade(_config(connection), "head")
        sums.rebuild(connection)


def _config(connection: Connection | None = None):
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


def newest_version() -> str:
    """The newest file's number. Names are sorted, so no script needs importing to know it."""
    return sorted((HERE / "versions").glob("[0-9]*.py"))[-1].name.split("_")[0]


def _stored_version(store) -> str | None:
    from sqlalchemy import inspect

    with store.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
