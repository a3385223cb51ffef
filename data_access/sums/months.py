"""Sums of whole months: what people ask for, and where they hand it in.

They are made of the sums of slices, never of lines: a month is some thousand rows however many dossiers
it has.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, case, delete, func, insert, select

from data_access.agencies import units_by_key
from data_access.areas import area_code, areas_on, counters
from data_access.months import month_end
from data_access.sums.rewriting import append, rewrite
from data_access.tables import (
    Demand,
    Flow,
    HandedIn,
    MonthByChannel,
    MonthBySector,
    MonthByService,
    MonthFlow,
    Statement,
    SumByChannel,
    SumByCounter,
    SumByProcedure,
    SumBySector,
    SumByService,
)
from data_access.units import Unit

TABLES = (
    "month_by_channel", "month_by_sector", "month_by_service", "demand", "handed_in", "flow",
    "month_flow",
)  # fmt: skip


def refresh(connection: Connection, months: Collection[date]) -> None:
    """Make the sums of these months equal what the sums of their slices say now."""
    for target, source in _TOTALS:
        _refresh_totals(connection, months, target, source)
    connection.execute(delete(Flow).where(Flow.c.month.in_(months)))
    append(connection, Flow, _flows(connection, months))
    _refresh_totals(connection, months, MonthFlow, Flow)


def refresh_flows(connection: Connection) -> None:
    """Those of every month anew: agencies, their counters or the map are not what they were."""
    months = stated(connection)
    rewrite(connection, Flow, _flows(connection, months))
    _refresh_totals(connection, months, MonthFlow, Flow)


def stated(connection: Connection) -> list[date]:
    """The months of which any agency's statement counts: no other has sums."""
    return list(connection.scalars(select(Statement.c.month).distinct()))


_TOTALS = (
    (MonthByChannel, SumByChannel),
    (MonthBySector, SumBySector),
    (MonthByService, SumByService),
    (Demand, SumByProcedure),
    (HandedIn, SumByCounter),
)


def _refresh_totals(connection: Connection, months: Collection[date], target: Table, source: Table) -> None:
    """The target's counts, by its month and labels, over all agencies."""
    keys = [source.c[column.name] for column in target.primary_key]
    counts = [column.name for column in target.columns if not column.primary_key]
    added = select(*keys, *(func.sum(_counted(source, name)) for name in counts))
    added = added.where(source.c.month.in_(months)).group_by(*keys)
    connection.execute(delete(target).where(target.c.month.in_(months)))
    names = [*(key.name for key in keys), *counts]
    connection.execute(insert(target).from_select(names, added))


def _counted(source: Table, name: str) -> ColumnElement[int]:
    """A count of the source; sums by counter tell by their keys alone what was handed in away."""
    if name in source.c:
        return source.c[name]
    return case((source.c.counter == source.c.agency, 0), else_=source.c.received)


def _flows(connection: Connection, months: Iterable[date]) -> list[tuple]:
    """The rows of the months' flows."""
    units, all_counters = units_by_key(connection), counters(connection)
    codes = {month: _codes(units, areas_on(units, all_counters, month_end(month))) for month in months}
    received: Counter[tuple[date, str, str, str]] = Counter()
    at = SumByCounter.c
    asked = select(at.month, at.agency, at.counter, at.received).where(at.month.in_(list(codes)))
    for month, agency, counter, many in connection.execute(asked).all():
        code = codes[month]
        if agency in code and counter in code:
            received[month, agency, code[counter], code[agency]] += many
    return [(*key, number) for key, number in sorted(received.items())]


def _codes(units: Mapping[str, Unit], areas: Mapping[str, Unit]) -> dict[str, str]:
    """Agency key → code of its area, of those that have one."""
    return {key: code for key, unit in units.items() if (code := area_code(unit, areas))}
