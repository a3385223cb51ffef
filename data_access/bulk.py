"""Many rows into one table at once, past the ORM: the hot path of staging."""

from collections.abc import Iterator

import polars as pl
from sqlalchemy import Connection

# SQLite takes at least 999 values in one statement.
_VALUES = 999
_STATEMENTS = 100


def bulk_insert(connection: Connection, table: str, rows: pl.DataFrame) -> None:
    """Insert a frame whose columns are named as the table's. COPY on PostgreSQL, executemany on SQLite."""
    if rows.is_empty():
        return
    if connection.dialect.name == "postgresql":
        copy = f"COPY {table} ({_listed(rows.columns)}) FROM STDIN WITH (FORMAT csv)"
        _copy(connection, copy, rows)
    else:
        _insert(connection, table, rows)


def _insert(connection: Connection, table: str, rows: pl.DataFrame) -> None:
    """Many rows a statement, since the driver takes and gives back the interpreter's lock at each; what is
    the same in all rows crosses once a statement."""
    # The driver binds int and str directly and looks for an adapter for anything else, bool included:
    # as numbers, four flags a line cost a third less time.
    plain = rows.with_columns(pl.col(pl.Date).cast(pl.String), pl.col(pl.Boolean).cast(pl.Int8))
    # One column is left to tell a row, even where all rows are the same.
    same = [name for name in plain.columns[1:] if _is_same(plain[name])]
    varying = plain.drop(same)
    at_once = (_VALUES - len(same)) // varying.width
    whole = plain.height - plain.height % at_once
    into = f"INSERT INTO {table} ({_listed([*same, *varying.columns])}) VALUES "
    fixed = list(plain.select(same).row(0)) if same else []
    cursor = connection.connection.cursor()
    cursor.executemany(into + _marks(fixed, varying, at_once), _values(fixed, varying[:whole], at_once))
    cursor.executemany(into + _marks(fixed, varying, 1), _values(fixed, varying[whole:], 1))
    cursor.close()


def _is_same(column: pl.Series) -> bool:
    return column[0] == column[-1] and column.n_unique() == 1


def _marks(fixed: list, varying: pl.DataFrame, rows: int) -> str:
    """(?1, ?2, ?3), (?1, ?4, ?5): the fixed values first in every row, then its own."""
    own = range(len(fixed) + 1, len(fixed) + 1 + rows * varying.width, varying.width)
    shared = range(1, len(fixed) + 1)
    return ", ".join(
        f"({', '.join(f'?{n}' for n in (*shared, *range(first, first + varying.width)))})" for first in own
    )


def _values(fixed: list, varying: pl.DataFrame, at_once: int) -> Iterator[list]:
    """The fixed values and those of the next `at_once` rows, row after row; made column by column."""
    size = at_once * varying.width
    for part in varying.iter_slices(at_once * _STATEMENTS):
        values = [None] * (part.height * part.width)
        for place, name in enumerate(part.columns):
            values[place :: part.width] = part[name].to_list()
        for start in range(0, len(values), size):
            yield fixed + values[start : start + size]


def _copy(connection: Connection, statement: str, rows: pl.DataFrame) -> None:
    cursor = connection.connection.cursor()
    with cursor.copy(statement) as copy:
        copy.write(rows.write_csv(include_header=False).encode())


def _listed(columns: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
