"""Phi địa giới at the counters: where each stands on the tile map, what is open there, who goes elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from sqlalchemy import Connection

from data_access.agencies import units_by_key
from data_access.areas import areas_of, counters_on
from data_access.months import last_month, month_end
from data_access.snapshot import once_a_snapshot
from data_access.units import Unit
from metrics.coverage import Coverage, coverage
from metrics.dossier_sums import Sums, dossier_sums
from metrics.indicators import INDICATORS
from metrics.live_procedures import live_procedures
from metrics.procedure_sums import procedure_sums, procedure_sums_by
from metrics.scope import Scope

UPTAKE = INDICATORS["cross_boundary_uptake"]
_NONE = dict.fromkeys(UPTAKE.measures, 0)
_NOWHERE: dict[str, int] = {}
_UNKNOWN = dict.fromkeys(UPTAKE.measures)


class Point(NamedTuple):
    """A counter on the tile map. `opened` of `live` procedures can be handed in there from anywhere;
    of the dossiers its own agency `received`, `away` were handed in elsewhere (None: no statement).
    `area` is the unit that its tile is named after."""

    unit: Unit
    area: Unit | None
    name: str
    kind: str
    row: int
    column: int
    opened: int
    live: int
    received: int | None
    away: int | None


def parts(connection: Connection, scope: Scope) -> tuple[Scope, ...]:
    """The scope in one part, or in as many as there were maps: each begins with the month in which a counter
    of the month before is gone, or its tile is named after another unit.

    A map shows counters that stood side by side, and flows go from one of its areas to another; those of
    91 communes and of the 36 that followed them never did.
    """
    months = list(scope.months())
    areas = [areas_of(connection, month_end(month)) for month in months]
    begins = [
        month
        for month, (before, now) in zip(months[1:], pairwise(areas), strict=True)
        if before is not now and before.items() - now.items()
    ]
    firsts, lasts = [scope.first, *begins], [*map(last_month, begins), scope.last]
    return tuple(scope.only(first=first, last=last) for first, last in zip(firsts, lasts, strict=True))


@once_a_snapshot
def points(connection: Connection, scope: Scope) -> list[Point]:
    """Every counter in force at the end of the scope, in the map's reading order."""
    areas = areas_of(connection, scope.end)
    live = procedure_sums(connection, scope.end)["live"]
    cover, handed_in = _handed_in(connection, Scope(scope.first, scope.last))
    counters = counters_on(connection, scope.end)
    opened = _opened(connection, scope, [cover.units[row.agency].code for row in counters])
    found = []
    for row, there in zip(counters, opened, strict=True):
        unit = cover.units[row.agency]
        sums = handed_in.get(unit.key, _NONE) if unit.key in cover.complete else _UNKNOWN
        place = (areas.get(unit.key), row.name, row.kind, row.tile_row, row.tile_column)
        found.append(Point(unit, *place, there, live, sums["received"], sums["received_away"]))
    return sorted(found, key=lambda point: (point.row, point.column, point.kind, point.unit.code))


def handed_in(connection: Connection, scope: Scope) -> dict[str, tuple[int, int]]:
    """Level → dossiers handed in at the counter of another agency, of all received, with a place on the map
    or without: of agencies complete in the scope, as the tiles are."""
    cover, sums = _handed_in(connection, Scope(scope.first, scope.last))
    found: dict[str, tuple[int, int]] = {}
    for key, of in sums.items():
        away, received = found.get(cover.units[key].level, (0, 0))
        found[cover.units[key].level] = away + of["received_away"], received + of["received"]
    return found


def open_shares(connection: Connection, scope: Scope) -> dict[tuple[str, str], tuple[int, int]]:
    """(Code of the area, sector) → pairs of live procedure and counter that are open, of all there are."""
    in_sector = {
        sector: sums["live"]
        for sector, sums in procedure_sums_by(connection, scope.end, "sector").items()
        if sums["live"]
    }
    units = units_by_key(connection)
    there: dict[str, list[str]] = {}
    for key, area in areas_of(connection, scope.end).items():
        there.setdefault(area.code, []).append(units[key].code)
    opened = _opened_by_sector(connection, scope)
    return {
        (area, sector): (sum(map(opened.get(sector, _NOWHERE).get, codes, repeat(0))), whole * len(codes))
        for area, codes in there.items()
        for sector, whole in in_sector.items()
    }


@once_a_snapshot
def _handed_in(connection: Connection, months: Scope) -> tuple[Coverage, dict[str, Sums]]:
    """Who is in, and the sums of each agency of them that has any."""
    cover = coverage(connection, months).answering(UPTAKE)
    return cover, dossier_sums(connection, months, cover.complete, "agency", UPTAKE.measures)


def _opened(connection: Connection, scope: Scope, codes: Sequence[str]) -> Sequence[int]:
    """How many live procedures are open at the end of a scope at each of the counters."""
    of_sectors = [
        map(opened.get, codes, repeat(0)) for opened in _opened_by_sector(connection, scope).values()
    ]
    return list(map(sum, zip(*of_sectors, strict=True))) or [0] * len(codes)


@once_a_snapshot
def _opened_by_sector(connection: Connection, scope: Scope) -> dict[str, Counter[str]]:
    """Sector → counter code → live procedures open there at the end of a scope."""
    by_sector: dict[str, list[str]] = defaultdict(list)
    for one in live_procedures(connection, scope):
        by_sector[one.sector].extend(one.counters)
    return {sector: Counter(counters) for sector, counters in by_sector.items()}
