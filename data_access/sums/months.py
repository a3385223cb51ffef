"""Sums of whole months: what people ask for, and where they hand it in.

They are made of the sums of slices, never of lines: a month is some thousand rows however many dossiers
it has.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Connection, Table, case, delete, func, insert, select

from data_access.agencies import agencies
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
from data_access.tables.sums import MEASURES


def refresh(connection: Connection, months: Collection[date]) -> None:
    """Make the sums of these months equal what the sums of their slices say now."""
    for target, source, label in _TOTALS:
        _refresh_totals(connection, months, target.__table__, source.__table__, label)
    _refresh_demand(connection, months)
    _refresh_handed_in(connection, months)
    _refresh_flows(connection, months)


def refresh_flows(connection: Connection) -> None:
    """Those of every month anew: agencies, their counters or the map are not what they were."""
    _refresh_flows(connection, known(connection))


def known(connection: Connection) -> list[date]:
    """The months with any sum of dossiers, or with a flow that is none any more."""
    of_slices, of_flows = (table.__table__.c.month for table in (SumByCounter, Flow))
    return list(connection.scalars(select(of_slices).union(select(of_flows))))


_TOTALS = (
    (MonthByChannel, SumByChannel, "channel"),
    (MonthBySector, SumBySector, "sector"),
    (MonthByService, SumByService, "service_level"),
)


def _refresh_totals(
    connection: Connection, months: Collection[date], target: Table, source: Table, label: str
) -> None:
    keys = [source.c.month, source.c[label]]
    added = select(*keys, *(func.sum(source.c[name]) for name in MEASURES)).where(source.c.month.in_(months))
    connection.execute(delete(target).where(target.c.month.in_(months)))
    connection.execute(insert(target).from_select(["month", label, *MEASURES], added.group_by(*keys)))


def _refresh_demand(connection: Connection, months: Collection[date]) -> None:
    target, source = Demand.__table__, SumByProcedure.__table__
    asked = select(source.c.month, source.c.procedure, func.sum(source.c.received))
    grouped = asked.where(source.c.month.in_(months)).group_by(source.c.month, source.c.procedure)
    connection.execute(delete(target).where(target.c.month.in_(months)))
    connection.execute(insert(target).from_select(["month", "procedure", "received"], grouped))


def _refresh_handed_in(connection: Connection, months: Collection[date]) -> None:
    target, source = HandedIn.__table__, SumByCounter.__table__
    away = func.sum(case((source.c.counter == source.c.agency, 0), else_=source.c.received))
    asked = select(source.c.month, source.c.counter, func.sum(source.c.received), away)
    grouped = asked.where(source.c.month.in_(months)).group_by(source.c.month, source.c.counter)
    connection.execute(delete(target).where(target.c.month.in_(months)))
    names = ["month", "counter", "received", "received_away"]
    connection.execute(insert(target).from_select(names, grouped))


def _refresh_flows(connection: Connection, months: Iterable[date]) -> None:
    target, source = Flow.__table__, SumByCounter.__table__
    units = {unit.key: unit for unit in agencies(connection)}
    connection.execute(delete(target).where(target.c.month.in_(months)))
    for month in months:
        areas = areas_of(connection, month_end(month))
        code = {key: area_code(unit, areas) for key, unit in units.items()}
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
