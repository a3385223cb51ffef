"""Stocks of procedures through time: their sums on many days from one read, and their course to a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from data_access.months import month_end, next_month
from data_access.snapshot import once_a_snapshot
from data_access.tables import Move, ProcedureState
from data_access.terms import COUNTED
from metrics.indicators import INDICATORS
from metrics.projection import MOST, Course


def course(connection: Connection, key: str, on: date) -> Course:
    """The count behind an indicator of procedures, as it moved from month's end to month's end until `on`.

    The records' first month is an inventory and no movement. Nothing but chance: the variance of a
    count is its mean (Poisson). The whole is the indicator's denominator, of a count what is listed.
    """
    indicator = INDICATORS[key]
    aspect = "cross_boundary" if "live" in indicator.part else "service_level"
    days = _month_ends(connection, aspect, on)[-MOST - 1 :]
    found = sums_on(connection, [*days, on])
    ends = tuple((day, sum(found[day][name] for name in indicator.part)) for day in days)
    return Course(
        now=sum(found[on][name] for name in indicator.part),
        on=on,
        ends=ends,
        chance=abs(ends[-1][1] - ends[0][1]) / (len(ends) - 1) if len(ends) > 1 else 0.0,
        whole=sum(found[on][name] for name in indicator.whole or ("listed",)),
    )


def sums_on(connection: Connection, days: Sequence[date]) -> dict[date, dict[str, int]]:
    """What `procedure_sums` gives for each of the days, from one read of all that moved."""
    moves = moves_until(connection, max(days))
    return {
        day: {name: sum(sums[name] for on, sums in moves.items() if on <= day) for name in COUNTED}
        for day in sorted(set(days))
    }


@once_a_snapshot
def moves_until(connection: Connection, until: date) -> dict[date, dict[str, int]]:
    """Day → by how many procedures of the whole province each of COUNTED moved, in order of days."""
    table = Move.__table__
    asked = select(table.c.on, *(func.sum(table.c[name]) for name in COUNTED))
    rows = connection.execute(asked.where(table.c.on <= until).group_by(table.c.on).order_by(table.c.on))
    return {on: dict(zip(COUNTED, map(int, sums), strict=True)) for on, *sums in rows}


def _month_ends(connection: Connection, aspect: str, on: date) -> list[date]:
    """The ends of months from the records' first day to `on`."""
    state = ProcedureState.__table__
    first = connection.scalar(select(func.min(state.c.since)).where(state.c.aspect == aspect))
    ends, month = [], first and first.replace(day=1)
    while month and month_end(month) <= on:
        ends.append(month_end(month))
        month = next_month(month)
    return ends
