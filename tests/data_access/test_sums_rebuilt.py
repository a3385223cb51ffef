"""All kept sums can be made anew from the lines, and it is told what of them was wrong."""

from itertools import chain

import pytest
from sqlalchemy import Table, select, text

from data_access import ingest, sums
from data_access.store import Store
from data_access.sums.rebuilding import TABLES
from data_access.tables import METADATA, months, standing
from data_access.tables import sums as sum_tables
from tests import tiny
from tests.data_access import reports
from tests.data_access.statements import staged
from tests.reports_made import report, row
from tests.tiny import extract, line

OPENINGS = "Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n1.000001,H1,02/12/2024,\n"


@pytest.fixture
def stated(province: Store) -> Store:
    """A month with a supplement to one of its statements, another month, a report, a batch not applied."""
    tiny.put(province, OPENINGS, kind="openings")
    tiny.put(province, extract(line("A"), line("B"), line("C", agency="X3", counter="X1")))
    supplement = staged(province, extract(line("B", counter="X2", finished="12/03/2025")), mode="supplement")
    ingest.apply(province, supplement, by="Alice")
    tiny.put(province, extract(line("D", received="02/04/2025"), month="04/2025"))
    reports.put(province, report(row()))
    staged(province, extract(line("E", agency="S1")))
    return province


def test_where_nothing_is_wrong_nothing_changes(stated):
    before = _all(stated)
    assert all(before.values()), "a table without rows would show nothing"
    assert _rebuild(stated) == {}
    assert _all(stated) == before


def test_every_table_is_made_anew_from_nothing(stated):
    before = _all(stated)
    with stated.write() as connection:
        for table in TABLES:
            connection.execute(text(f"DELETE FROM {table}"))
    assert _rebuild(stated) == {table: len(rows) for table, rows in before.items()}
    assert _all(stated) == before


@pytest.mark.parametrize("table", [name for name in TABLES if "received" in METADATA.tables[name].c])
def test_wrong_sums_and_those_of_months_that_nobody_stated_are_gone(stated, table):
    before = _all(stated)
    columns = METADATA.tables[table].columns.keys()
    moved = ", ".join("'2020-01-01'" if name == "month" else name for name in columns)
    with stated.write() as connection:
        connection.execute(text(f"UPDATE {table} SET received = received + 1"))
        names = ", ".join(columns)
        connection.execute(
            text(f"INSERT INTO {table} ({names}) SELECT {moved} FROM {table} WHERE month = '2025-03-01'")
        )
        number = connection.scalar(text(f"SELECT COUNT(*) FROM {table}"))
    assert number > len(before[table])
    assert _rebuild(stated) == {table: number}
    assert _all(stated) == before


def test_no_table_of_sums_is_left_out():
    stated = (vars(module).values() for module in (sum_tables, months, standing))
    kept = {one.name for one in chain.from_iterable(stated) if isinstance(one, Table)}
    assert set(TABLES) == kept | {"statement", "sum_reported"}


def _rebuild(store: Store) -> dict[str, int]:
    with store.write() as connection:
        return sums.rebuild(connection)


def _all(store: Store) -> dict[str, list[tuple]]:
    with store.read() as connection:
        tables = {name: METADATA.tables[name] for name in TABLES}
        return {
            name: [tuple(found) for found in connection.execute(select(table).order_by(*table.primary_key))]
            for name, table in tables.items()
        }
