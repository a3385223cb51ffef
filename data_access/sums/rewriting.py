"""A table of sums made anew."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert


def rewrite(connection: Connection, table: Table, rows: Sequence[tuple]) -> None:
    """Make these rows, their values in the order of the table's columns, all that it holds."""
    connection.execute(delete(table))
    if rows:
        names = [column.name for column in table.columns]
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
