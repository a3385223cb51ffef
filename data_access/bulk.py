"""Many rows into one table at once, past the ORM: the hot path of staging."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import polars as pl
from sqlalchemy import Connection

Around = tuple[str, str]  # SQL before and after the values; joined, since names of columns may hold braces

# SQLite takes at least 999 values in one statement.
_VALUES = 999
_STATEMENTS = 100


def bulk_insert(connection: Connection, table: str, rows: pl.DataFrame) -> None:
    """Insert a frame whose columns are named as the table's. COPY on PostgreSQL, executemany on SQLite."""
    if rows.is_empty():
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        _insert(connection, table, rows)


def _insert(connection: Connection, table: str, rows: pl.DataFrame) -> None:
    """What is the same in all rows crosses once a statement."""
    plain = _plain(rows)
    # One column is left to tell a row, even where all rows are the same.
    same = [name for name in plain.columns[1:] if _is_same(plain[name])]
    fixed = list(plain.select(same).row(0)) if same else []
    varying = plain.drop(same)
    into = f"INSERT INTO {table} ({listed([*same, *varying.columns])}) "
    _execute(connection, (into, ""), fixed, varying)


def insert_by(connection: Connection, around: Around, rows: pl.DataFrame) -> None:
    """On SQLite: VALUES of the rows in a statement, given as what stands before and after them. The same
    statement and width give the same SQL, which the driver keeps compiled."""
    _execute(connection, around, [], _plain(rows))


def _plain(rows: pl.DataFrame) -> pl.DataFrame:
    """The driver binds int and str directly and looks for an adapter for anything else, bool included:
    as numbers, four flags a line cost a third less time."""
    return rows.with_columns(pl.col(pl.Date).cast(pl.String), pl.col(pl.Boolean).cast(pl.Int8))


def _is_same(column: pl.Series) -> bool:
    return column[0] == column[-1] and column.n_unique() == 1


def _execute(connection: Connection, around: Around, fixed: list, rows: pl.DataFrame) -> None:
    """A statement around VALUES of the rows: for many at once, since the driver takes and gives back the
    interpreter's lock each time, then for those left over."""
    at_once = (_VALUES - len(fixed)) // rows.width
    whole = rows.height - rows.height % at_once
    cursor = connection.connection.cursor()
    for part, size in ((rows[:whole], at_once), (rows[whole:], 1)):
        values = f"VALUES {_marks(len(fixed), rows.width, size)}"
        cursor.executemany(values.join(around), _values(fixed, part, size))
    cursor.close()


@lru_cache
def _marks(fixed: int, width: int, rows: int) -> str:
    """(?1, ?2, ?3), (?1, ?4, ?5): the fixed values first in every row, then its own."""
    shared = range(1, fixed + 1)
    own = range(fixed + 1, fixed + 1 + rows * width, width)
    return ", ".join(
        f"({', '.join(f'?{n}' for n in (*shared, *range(first, first + width)))})" for first in own
    )


def _values(fixed: list, rows: pl.DataFrame, at_once: int) -> Iterator[list]:
    """The fixed values and those of the next `at_once` rows, row after row; made column by column."""
    size = at_once * rows.width
    for part in rows.iter_slices(at_once * _STATEMENTS):
        values = [None] * (part.height * part.width)
        for place, name in enumerate(part.columns):
            values[place :: part.width] = part[name].to_list()
        for start in range(0, len(values), size):
            yield fixed + values[start : start + size]


def _copy(connection: Connection, table: str, rows: pl.DataFrame) -> None:
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({listed(rows.columns)}) FROM STDIN WITH (FORMAT csv)") as copy:
        copy.write(rows.write_csv(include_header=False).encode())


def listed(columns: Iterable[str]) -> str:
    """As identifiers, whatever stands in them: a process that read a stranger's file has named them."""
    return ", ".join('"' + name.replace('"', '""') + '"' for name in columns)
