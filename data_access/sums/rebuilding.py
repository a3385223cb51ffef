"""Every kept sum anew from lines and records, whatever stood there; and how much of it was not so."""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, Date, text

from data_access.counting import stated_slices
from data_access.statements import DOSSIERS, REPORTS
from data_access.sums import counters, months, slices, standings
from data_access.tables import METADATA

BY_MONTH = ("batch_sum", *slices.TABLES, *months.TABLES)
OF_RECORDS = ("standing", "move", "open_counters")
TABLES = (*BY_MONTH, *OF_RECORDS)


def rebuild(connection: Connection) -> dict[str, int]:
    """Make all TABLES anew, month by month, inside the caller's transaction.

    Table → how many of its rows were wrong, missing or too many; tables that were right are not in it.
    """
    wrong: Counter[str] = Counter()
    stated = {*stated_slices(connection, DOSSIERS), *stated_slices(connection, REPORTS)}
    for month in sorted({month for month, _ in stated} | _months_of_sums(connection)):
        with _counting(connection, BY_MONTH, wrong, month):
            own = [one for one in stated if one[0] == month]
            slices.refresh_batches(connection, own)
            slices.refresh(connection, own)
            months.refresh(connection, [month])
    with _counting(connection, OF_RECORDS, wrong):
        standings.refresh(connection)
        counters.refresh(connection)
    return dict(+wrong)


def _months_of_sums(connection: Connection) -> set[date]:
    selects = " UNION ".join(f"SELECT month FROM {table}" for table in BY_MONTH)
    return set(connection.scalars(text(selects).columns(month=Date)))


@contextmanager
def _counting(
    connection: Connection, tables: Collection[str], wrong: Counter[str], month: date | None = None
) -> Iterator[None]:
    """Empty the tables, of one month or whole, and count afterwards which rows are not what they were."""
    where = f"month = '{month}'" if month else "TRUE"
    for table in tables:
        connection.execute(
            text(f"CREATE TEMPORARY TABLE {table}_before AS SELECT * FROM {table} WHERE {where}")
        )
        connection.execute(text(f"DELETE FROM {table} WHERE {where}"))
    yield
    for table in tables:
        was, now = f"SELECT * FROM {table}_before", f"SELECT * FROM {table} WHERE {where}"
        keys = ", ".join(f'"{column.name}"' for column in METADATA.tables[table].primary_key)
        wrong[table] += connection.scalar(text(_DIFFERING.format(keys=keys, was=was, now=now)))
        connection.execute(text(f"DROP TABLE {table}_before"))


_DIFFERING = """SELECT COUNT(*) FROM (
    SELECT {keys} FROM ({was} EXCEPT {now}) too_many
    UNION SELECT {keys} FROM ({now} EXCEPT {was}) missing) differing"""
