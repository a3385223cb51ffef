"""Rows of a table of sums, made anew or added; their values stand in the order of its columns."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert


def rewrite(connection: Connection, table: Table, rows: Sequence[tuple]) -> None:
    """Make these rows all that the table holds."""
    connection.execute(delete(table))
    append(connection, table, rows)


def append(connection: Connection, table: Table, rows: Sequence[tuple]) -> None:
    """Add these rows to what it holds."""
    if rows:
        names = [column.name for column in table.columns]
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
