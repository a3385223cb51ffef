"""Sums of whole months: what people ask for, and where they hand it in.

They are made of the sums of slices, never of lines: a month is some thousand rows however many dossiers
it has.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, case, delete, func, insert, select

from data_access.agencies import units_by_key
from data_access.areas import area_code, areas_of
from data_access.months import month_end
from data_access.tables import (
    Demand,
    Flow,
    HandedIn,
    MonthByChannel,
    MonthBySector,
    MonthByService,
    SumByChannel,
    SumByCounter,
    SumByProcedure,
    SumBySector,
    SumByService,
)


def refresh(connection: Connection, months: Collection[date]) -> None:
    """Make the sums of these months equal what the sums of their slices say now."""
    for target, source in _TOTALS:
        _refresh_totals(connection, months, target.__table__, source.__table__)
    _refresh_flows(connection, months)


def refresh_flows(connection: Connection) -> None:
    """Those of every month anew: agencies, their counters or the map are not what they were."""
    _refresh_flows(connection, known(connection))


def known(connection: Connection) -> list[date]:
    """The months with any sum of dossiers, or with a flow that is none any more."""
    of_slices, of_flows = (table.__table__.c.month for table in (SumByCounter, Flow))
    return list(connection.scalars(select(of_slices).union(select(of_flows))))


_TOTALS = (
    (MonthByChannel, SumByChannel),
    (MonthBySector, SumBySector),
    (MonthByService, SumByService),
    (Demand, SumByProcedure),
    (HandedIn, SumByCounter),
)


def _refresh_totals(connection: Connection, months: Collection[date], target: Table, source: Table) -> None:
    """The target's counts, by its month and label, over all agencies."""
    keys = [source.c[column.name] for column in target.primary_key]
    counts = [column.name for column in target.columns if not column.primary_key]
    added = select(*keys, *(func.sum(_counted(source, name)) for name in counts)).where(keys[0].in_(months))
    connection.execute(delete(target).where(target.c.month.in_(months)))
    names = [*(key.name for key in keys), *counts]
    connection.execute(insert(target).from_select(names, added.group_by(*keys)))


def _counted(source: Table, name: str) -> ColumnElement[int]:
    """A count of the source; sums by counter tell by their keys alone what was handed in away."""
    if name in source.c:
        return source.c[name]
    return case((source.c.counter == source.c.agency, 0), else_=source.c.received)


def _refresh_flows(connection: Connection, months: Iterable[date]) -> None:
    target, source = Flow.__table__, SumByCounter.__table__
    connection.execute(delete(target).where(target.c.month.in_(months)))
    for month in months:
        areas = areas_of(connection, month_end(month))
        code = {key: area_code(unit, areas) for key, unit in units_by_key(connection).items()}
        flows: Counter[tuple[str, str]] = Counter()
        for row in connection.execute(select(source).where(source.c.month == month)):
            if row.agency in code and code[row.agency] and code.get(row.counter):
                flows[row.agency, code[row.counter]] += row.received
        rows = [
            {"month": month, "agency": agency, "place": place, "home": code[agency], "received": received}
            for (agency, place), received in sorted(flows.items())
        ]
        if rows:
            connection.execute(insert(target), rows)
