"""Phi địa giới, listed → built → live: by date against the plan, and by sector or department in charge."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from sqlalchemy import Connection, select

from data_access.tables import Procedure, ProcedureState, Target
from metrics.procedure_sums import procedure_sums, standings

Step = tuple[date, int]
REACHED = {"listed": ("listed", "built", "live"), "built": ("built", "live"), "live": ("live",)}
LOOKED_BACK = 90  # days that the pace so far is taken over


@dataclass(frozen=True)
class Stages:
    """Counts that hold from a day on: procedures listed, built, live, and planned to be live."""

    listed: tuple[Step, ...]
    built: tuple[Step, ...]
    live: tuple[Step, ...]
    plan: tuple[Step, ...]

    def at(self, stage: str, on: date) -> int:
        """How many had reached a stage on a day."""
        return max((n for since, n in getattr(self, stage) if since <= on), default=0)

    def pace(self, on: date) -> Decimal:
        """Procedures that went live a day, over the last 90 days or since the first one did."""
        first = max(on - timedelta(days=LOOKED_BACK), min((since for since, _ in self.live), default=on))
        days = (on - first).days
        return Decimal(self.at("live", on) - self.at("live", first)) / days if days else Decimal(0)


def stages(connection: Connection, until: date) -> Stages:
    """Steps up to a day (the plan beyond it as well), from dated states and dated targets.

    Live implies built and built implies listed, as in `procedure_sums.standings`.
    """
    state, procedure = ProcedureState.__table__, Procedure.__table__
    rows = connection.execute(
        select(state.c.value, state.c.since, state.c.procedure)
        .join(procedure, procedure.c.code == state.c.procedure)
        .where(state.c.aspect == "cross_boundary", state.c.since <= until, ~procedure.c.internal)
    ).all()
    reached = {
        stage: _steps((row.since, row.procedure) for row in rows if row.value in implying)
        for stage, implying in REACHED.items()
    }
    return Stages(**reached, plan=_plan(connection))


def stages_by(connection: Connection, on: date, by: Literal["sector", "owner"]) -> dict[str, dict[str, int]]:
    """Code → how many procedures of it are listed, built and live on a day; those with none are left out."""
    groups: dict[str, list] = {}
    for one in standings(connection, on):
        if one.listed:
            groups.setdefault(getattr(one, by), []).append(one)
    return {
        label: {stage: sums[stage] for stage in REACHED}
        for label, sums in ((label, procedure_sums(group)) for label, group in sorted(groups.items()))
    }


def _plan(connection: Connection) -> tuple[Step, ...]:
    """The province's dated targets, set by decision."""
    target = Target.__table__
    rows = connection.execute(
        select(target.c.due_on, target.c.value)
        .where(target.c.indicator == "cross_boundary_live_count", target.c.due_on.is_not(None))
        .where(target.c.agency.is_(None), target.c.kind == "target")
        .order_by(target.c.due_on)
    )
    return tuple((row.due_on, int(row.value)) for row in rows)


def _steps(rows: Iterable[tuple[date, str]]) -> tuple[Step, ...]:
    """How many procedures had joined by each day on which one did."""
    first: dict[str, date] = {}
    for since, procedure in sorted(rows):
        first.setdefault(procedure, since)
    joined = sorted(first.values())
    return tuple((day, at + 1) for at, day in enumerate(joined) if joined[at + 1 : at + 2] != [day])
