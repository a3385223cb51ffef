"""Phi địa giới, listed → built → live: by date against the plan, and by sector or department in charge."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from sqlalchemy import Connection

from metrics.procedure_sums import moves, procedure_sums_by
from metrics.targets import all_targets

Step = tuple[date, int]
STAGES = ("listed", "built", "live")
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
    """Steps up to a day (the plan beyond it as well), from dated states and dated targets."""
    moved = [(on, sums) for on, sums in moves(connection).items() if on <= until]
    reached = {stage: tuple(_steps((on, sums[stage]) for on, sums in moved)) for stage in STAGES}
    return Stages(**reached, plan=_plan(connection))


def stages_by(connection: Connection, on: date, by: Literal["sector", "owner"]) -> dict[str, dict[str, int]]:
    """Code → how many procedures of it are listed, built and live on a day; those with none are left out."""
    return {
        label: {stage: sums[stage] for stage in STAGES}
        for label, sums in procedure_sums_by(connection, on, by).items()
        if sums["listed"]
    }


def _plan(connection: Connection) -> tuple[Step, ...]:
    """The province's dated targets, set by decision."""
    province = all_targets(connection).get(("cross_boundary_live_count", None), ())
    dated = (one for one in province if one.due_on and one.kind == "target")
    return tuple(sorted((one.due_on, int(one.value)) for one in dated))


def _steps(moves: Iterable[tuple[date, int]]) -> Iterator[Step]:
    """How many had joined by each day on which one did."""
    there = 0
    for on, more in moves:
        there += more
        if more:
            yield on, there
