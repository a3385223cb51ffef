"""Rows whose columns come in few combinations, into SQLite: the hot path of staging dossiers.

There a value costs more to bind than to store. Each combination crosses once, into a temporary table, and
a row crosses as its own values and one number that names its combinations.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import polars as pl
from sqlalchemy import Connection

from data_access.bulk import Around, bulk_insert, insert_by, listed

Groups = Sequence[Sequence[str]]
Insert = Callable[[pl.DataFrame], None]

_BITS = 20  # of the number of a combination: those of three groups fit into one integer
_MASK = (1 << _BITS) - 1
_MOST = 1 << _BITS  # rows, and so combinations, at a time
_CACHE = 4_000  # kilobytes
_NUMBER = "combined"  # the column of it, and what the temporary tables are called


@contextmanager
def inserting(connection: Connection, table: str, groups: Groups) -> Iterator[Insert]:
    """While open, inserts one frame after another whose columns are named as the table's.

    `groups` are up to three groups of columns whose values come in few combinations. The temporary tables
    stay while it is open, so that each statement is compiled once.
    """
    if connection.dialect.name == "postgresql":
        yield lambda rows: bulk_insert(connection, table, rows)
        return
    with _small_cache(connection):
        yield from _inserting(connection, table, groups)


@contextmanager
def _small_cache(connection: Connection) -> Iterator[None]:
    """Rows that are appended come back to no page: the store's cache would hold what was just written."""
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")


def _inserting(connection: Connection, table: str, groups: Groups) -> Iterator[Insert]:
    for place, group in enumerate(groups):
        columns = f"{_NUMBER} INTEGER PRIMARY KEY, {listed(group)}"
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {_NUMBER}_{place} ({columns})")

    def insert(rows: pl.DataFrame) -> None:
        for part in rows.iter_slices(_MOST):
            _insert(connection, table, groups, part)

    yield insert
    for place, _ in enumerate(groups):
        connection.exec_driver_sql(f"DROP TABLE {_NUMBER}_{place}")


def _insert(connection: Connection, table: str, groups: Groups, rows: pl.DataFrame) -> None:
    names = pl.lit(0, pl.Int64)
    for place, group in enumerate(groups):
        combinations, numbers = _numbered(rows.select(group))
        connection.exec_driver_sql(f"DELETE FROM {_NUMBER}_{place}")
        insert_by(connection, (f"INSERT INTO {_NUMBER}_{place} ", ""), combinations)
        names = names + numbers.cast(pl.Int64) * (1 << place * _BITS)
    own = rows.drop(column for group in groups for column in group).with_columns(names.alias(_NUMBER))
    insert_by(connection, _statement(table, own.columns, groups), own)


def _numbered(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series]:
    """The different rows, each with its number before it, and the number of each row."""
    different = rows.unique(maintain_order=True).with_row_index(_NUMBER)
    found = rows.join(different, on=rows.columns, how="left", nulls_equal=True, maintain_order="left")
    return different, found[_NUMBER]


def _statement(table: str, own: Sequence[str], groups: Groups) -> Around:
    """Rows from their own values and the combinations that their last one names: SQL around these values."""
    columns = {column: f"own.column{place}" for place, column in enumerate(own[:-1], 1)}
    joined = ") own"
    for place, group in enumerate(groups):
        combined = f"{_NUMBER}_{place}"
        number = f"own.column{len(own)} >> {place * _BITS} & {_MASK}"
        # CROSS JOIN keeps the order of the rows: each is looked up in the combinations.
        joined += f" CROSS JOIN {combined} ON {combined}.{_NUMBER} = ({number})"
        columns |= {column: f"{combined}.{listed([column])}" for column in group}
    return f"INSERT INTO {table} ({listed(columns)}) SELECT {', '.join(columns.values())} FROM (", joined
