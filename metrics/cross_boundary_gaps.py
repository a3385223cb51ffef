"""Phi địa giới, what to open next: live procedures that some counters do not take yet, by demand."""

from bisect import insort
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from data_access.snapshot import once_a_snapshot
from data_access.units import Unit
from metrics.cross_boundary_counters import points
from metrics.cross_boundary_flows import inbound
from metrics.live_procedures import LiveProcedure, live_procedures
from metrics.scope import Scope


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
    def lacking(self) -> int:
        """At how many counters it is not: only counters that there are take anything."""
        return self.counters - self.opened

    @property
    def missing(self) -> list[str]:
        """Where it is not open. Found when asked for: of most gaps nobody does."""
        return sorted(self.all_counters.difference(self.live.counters))


class Counter(NamedTuple):
    """A counter that does not take a procedure yet, and the dossiers that people already bring to it although
    another agency handles them."""

    unit: Unit
    inbound: int


@dataclass(frozen=True)
class Opening:
    """A procedure and every counter that could take it next, those that most is brought to first."""

    gap: Gap
    counters: tuple[Counter, ...]

    @property
    def inbound(self) -> int:
        """What is brought to all of them from elsewhere."""
        return sum(counter.inbound for counter in self.counters)


@once_a_snapshot
def gaps(connection: Connection, scope: Scope) -> list[Gap]:
    """Live procedures that are not open at every counter, those with most dossiers first."""
    counters = frozenset(point.unit.code for point in points(connection, scope))
    live = live_procedures(connection, scope)
    found = [Gap(one, counters) for one in live if one.opened < len(counters)]
    return sorted(found, key=lambda gap: (-gap.live.dossiers, gap.opened, gap.live.code))


def next_openings(connection: Connection, scope: Scope, most: int | None = None) -> list[Opening]:
    """Which procedures to open first, and at which counters: by dossiers of the procedure × dossiers brought
    to these counters from elsewhere, the most first. The first so many, or all that anybody asked for.

    An order, not a forecast: no record tells for which procedure people went to which counter. Dossiers
    handed in at another counter alone would hide what is asked for and open nowhere.
    """
    units = {point.unit.code: point.unit for point in points(connection, scope)}
    coming = inbound(connection, scope)
    come = {code: coming.get(unit.key, 0) for code, unit in units.items()}
    whole = sum(come.values())
    first: list[tuple[int, int, Gap]] = []  # less than nothing: what weighs most sorts first
    for at, gap in enumerate(gaps(connection, scope)):
        # Gaps come in order of their dossiers: none that follows can weigh more than this one might.
        if not gap.live.dossiers or (len(first) == most and -first[-1][0] >= gap.live.dossiers * whole):
            break
        insort(first, (-gap.live.dossiers * sum(map(come.__getitem__, gap.missing)), at, gap))
        first = first[:most]
    return [Opening(gap, _counters(gap, units, come)) for _, _, gap in first]


def _counters(gap: Gap, units: Mapping[str, Unit], come: Mapping[str, int]) -> tuple[Counter, ...]:
    found = sorted(gap.missing, key=lambda code: (-come[code], code))
    return tuple(Counter(units[code], come[code]) for code in found)
