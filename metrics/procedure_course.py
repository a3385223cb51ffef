"""Stocks of procedures through time: their course from month's end to month's end."""

from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from data_access.months import month_end, next_month
from data_access.tables import ProcedureState
from metrics.indicators import INDICATORS
from metrics.procedure_sums import procedure_sums
from metrics.projection import MOST, Course


def course(connection: Connection, key: str, on: date) -> Course:
    """The count behind an indicator of procedures, as it moved from month's end to month's end until `on`.

    The records' first month is an inventory and no movement. Nothing but chance: the variance of a
    count is its mean (Poisson). The whole is the indicator's denominator, of a count what is listed.
    """
    indicator = INDICATORS[key]
    aspect = "cross_boundary" if "live" in indicator.part else "service_level"
    days = _month_ends(connection, aspect, on)[-MOST - 1 :]
    found = {day: procedure_sums(connection, day) for day in [*days, on]}
    ends = tuple((day, sum(found[day][name] for name in indicator.part)) for day in days)
    return Course(
        now=sum(found[on][name] for name in indicator.part),
        on=on,
        ends=ends,
        chance=abs(ends[-1][1] - ends[0][1]) / (len(ends) - 1) if len(ends) > 1 else 0.0,
        whole=sum(found[on][name] for name in indicator.whole or ("listed",)),
    )


def _month_ends(connection: Connection, aspect: str, on: date) -> list[date]:
    """The ends of months from the records' first day to `on`."""
    first = connection.scalar(_FIRST, {"aspect": aspect})
    ends, month = [], first and first.replace(day=1)
    while month and month_end(month) <= on:
        ends.append(month_end(month))
        month = next_month(month)
    return ends


_FIRST = select(func.min(ProcedureState.c.since)).where(ProcedureState.c.aspect == bindparam("aspect"))
