"""Stocks of procedures through time: their sums on many days from one read, and their course to a day."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from data_access.counting import month_end, next_month
from data_access.snapshot import once_a_snapshot
from data_access.tables import Procedure, ProcedureState
from metrics.indicators import INDICATORS
from metrics.procedure_sums import HIGHER
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
    """What `procedure_sums` gives for each of the days, in one pass through the dated states."""
    procedures = connection.scalar(
        select(func.count()).select_from(Procedure.__table__).where(~Procedure.__table__.c.internal)
    )
    states = _states(connection, max(days))
    level: dict[str, str] = {}
    reached: dict[str, set[str]] = {"listed": set(), "built": set(), "live": set()}
    found, at = {}, 0
    for day in sorted(set(days)):
        while at < len(states) and states[at].since <= day:
            _take(states[at], level, reached)
            at += 1
        services = Counter(level.values())
        online = {name: services[name] for name in ("full", "partial")}
        found[day] = {
            "procedures": procedures,
            **online,
            "offline": procedures - sum(online.values()),
            **{step: len(codes) for step, codes in reached.items()},
        }
    return found


@once_a_snapshot
def _states(connection: Connection, until: date) -> list:
    """Dated states of procedures that are not internal; of two levels stated for one day the higher last."""
    state, procedure = ProcedureState.__table__, Procedure.__table__
    statement = (
        select(state.c.procedure, state.c.aspect, state.c.value, state.c.since)
        .join(procedure, procedure.c.code == state.c.procedure)
        .where(state.c.since <= until, ~procedure.c.internal)
    )
    return sorted(connection.execute(statement), key=lambda row: (row.since, HIGHER.get(row.value, 0)))


def _take(row, level: dict[str, str], reached: dict[str, set[str]]) -> None:
    """Live implies built, built implies listed: an extract may state the last step alone."""
    if row.aspect == "service_level":
        level[row.procedure] = row.value
        return
    for step in reached:
        reached[step].add(row.procedure)
        if step == row.value:
            return


def _month_ends(connection: Connection, aspect: str, on: date) -> list[date]:
    """The ends of months from the records' first day to `on`."""
    state = ProcedureState.__table__
    first = connection.scalar(select(func.min(state.c.since)).where(state.c.aspect == aspect))
    ends, month = [], first and first.replace(day=1)
    while month and month_end(month) <= on:
        ends.append(month_end(month))
        month = next_month(month)
    return ends
