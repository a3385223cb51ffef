"""Phi địa giới, what to open next: live procedures that some counters do not take yet, by demand."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from data_access.snapshot import once_a_snapshot
from data_access.units import Unit
from metrics.cross_boundary_counters import points
from metrics.cross_boundary_flows import inbound
from metrics.live_procedures import LiveProcedure, live_procedures
from metrics.scope import Scope

NEXT = 200  # pairs that are listed: beyond them nobody's next step is found


class Gap(NamedTuple):
    """A live procedure that is not open at each of the counters that there are (by their codes)."""

    live: LiveProcedure
    all_counters: frozenset[str]

    @property
    def opened(self) -> int:
        return self.live.opened

    @property
    def counters(self) -> int:
        return len(self.all_counters)

    @property
    def missing(self) -> list[str]:
        """Where it is not open. Found when asked for: of most gaps nobody does."""
        return sorted(self.all_counters.difference(self.live.counters))


@dataclass(frozen=True)
class Pair:
    """A procedure at a counter that does not take it yet: the procedure's dossiers in the scope, and those
    that people already bring to this counter although another agency handles them."""

    gap: Gap
    counter: Unit
    inbound: int


@once_a_snapshot
def gaps(connection: Connection, scope: Scope) -> list[Gap]:
    """Live procedures that are not open at every counter, those with most dossiers first."""
    counters = frozenset(point.unit.code for point in points(connection, scope))
    live = live_procedures(connection, scope)
    found = [Gap(one, counters) for one in live if one.opened < len(counters)]
    return sorted(found, key=lambda gap: (-gap.live.dossiers, gap.opened, gap.live.code))


def next_pairs(connection: Connection, scope: Scope) -> list[Pair]:
    """Which procedure to open at which counter first, by dossiers of the procedure × dossiers that come
    to the counter from elsewhere, the most first.

    An order, not a forecast: no record tells for which procedure people went to which counter. Dossiers
    handed in away alone would hide what is asked for and open nowhere.
    """
    units = {point.unit.code: point.unit for point in points(connection, scope)}
    coming, open_gaps = inbound(connection, scope), gaps(connection, scope)
    come = {code: coming.get(unit.key, 0) for code, unit in units.items()}
    most = max(come.values(), default=0)
    first: list[tuple[int, int, int, str]] = []  # less than nothing: what weighs most sorts first
    for at, gap in enumerate(open_gaps):
        # Gaps come in order of their dossiers: none that follows can weigh more than this one might.
        if not gap.live.dossiers or (len(first) == NEXT and -first[-1][0] >= gap.live.dossiers * most):
            break
        first += [(-gap.live.dossiers * come[code], -gap.live.dossiers, at, code) for code in gap.missing]
        first = sorted(first)[:NEXT]
    return [Pair(open_gaps[at], units[code], come[code]) for _, _, at, code in first]
