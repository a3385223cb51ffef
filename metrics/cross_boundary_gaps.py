"""Phi địa giới, what to open next: live procedures that some counters do not take yet, by demand."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from sqlalchemy import Connection

from data_access.agencies import Unit
from metrics.cross_boundary_counters import open_at, points
from metrics.cross_boundary_flows import inbound
from metrics.demand import procedure_demand
from metrics.procedure_sums import standings
from metrics.scope import Scope

NEXT = 500  # pairs that are listed: beyond them nobody's next step is found


@dataclass(frozen=True)
class Gap:
    """A live procedure, how many counters it is open at, and the demand behind it in the scope."""

    code: str
    name: str
    sector: str
    owner: str
    opened: int
    counters: int
    dossiers: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """A procedure at a counter that does not take it yet: the procedure's dossiers in the scope, and those
    that people already bring to this counter although another agency handles them."""

    gap: Gap
    counter: Unit
    inbound: int


def gaps(connection: Connection, scope: Scope) -> list[Gap]:
    """Live procedures that are not open at every counter, those with most dossiers first.

    `missing` are the codes of the counters where it is not open.
    """
    live = {one.code: one for one in standings(connection, scope.end) if one.live}
    counters = {point.unit.code for point in points(connection, scope)}
    at: dict[str, set[str]] = {}
    for counter, procedures in open_at(connection, scope.end, set(live)).items():
        for procedure in procedures:
            at.setdefault(procedure, set()).add(counter)
    demand = procedure_demand(connection, scope)
    found = []
    for code, one in live.items():
        missing = counters - at.get(code, set())
        if missing:
            opened = len(counters) - len(missing)
            found.append(
                Gap(code, one.name, one.sector, one.owner, opened, len(counters), demand.get(code, 0),
                    tuple(sorted(missing)))
            )  # fmt: skip
    return sorted(found, key=lambda gap: (-gap.dossiers, gap.opened, gap.code))


def next_pairs(connection: Connection, scope: Scope) -> list[Pair]:
    """Which procedure to open at which counter first, by dossiers of the procedure × dossiers that come
    to the counter from elsewhere, the most first.

    An order, not a forecast: no record tells for which procedure people went to which counter. Dossiers
    handed in away alone would hide what is asked for and open nowhere.
    """
    units = {point.unit.code: point.unit for point in points(connection, scope)}
    coming = inbound(connection, scope)

    def pairs() -> Iterator[Pair]:
        for gap in gaps(connection, scope):
            for code in gap.missing:
                yield Pair(gap, units[code], coming.get(units[code].key, 0))

    asked_for = (pair for pair in pairs() if pair.gap.dossiers)
    return nlargest(NEXT, asked_for, key=lambda pair: (pair.gap.dossiers * pair.inbound, pair.gap.dossiers))
