"""Phi địa giới: what is open where, by sector and area."""

from collections.abc import Sequence
from decimal import Decimal

from graphics.matrix import Matrix, Place
from language import t
from language.numbers import count, fraction, percent
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary_map import Area, fraction_of, initials, measured

SECTORS = 11  # rows of the matrix: those with most dossiers behind their gaps
AREAS = 9  # its columns: where least is open


def demand(scope: Scope) -> dict[str, int]:
    """Sector → dossiers of its live procedures that are not open everywhere, most first."""
    found: dict[str, int] = {}
    for gap in reads.gaps(scope):
        found[gap.live.sector] = found.get(gap.live.sector, 0) + gap.live.dossiers
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def coverage(scope: Scope, areas: Sequence[Area]) -> tuple[str, Matrix]:
    """Share of live procedures open, sector by area, for the sectors most asked for where least is open."""
    shares, names = reads.open_shares(scope), reads.sectors()
    wanted, shown = list(demand(scope))[:SECTORS], _least_open(areas)
    pairs = [[shares.get((area.code, sector)) for area in shown] for sector in wanted]
    live = (_live(row, shown) for row in pairs)
    rows = (_of(names.get(sector, sector), many) for sector, many in zip(wanted, live, strict=True))
    columns = (_of(area.name, len(area.points), initials(area.name)) for area in shown)
    return coverage_found(areas), Matrix(
        tuple(rows),
        tuple(columns),
        tuple(tuple(map(_share, row)) for row in pairs),
        rates=True,
        made_of=tuple(tuple(fraction(*pair) if pair else "" for pair in row) for row in pairs),
    )


def coverage_found(areas: Sequence[Area]) -> str:
    """The area where least is open, of those that the matrix has room for."""
    known = [
        (value, area.name, fraction_of(area.points, "da-mo"))
        for area in _least_open(areas)
        if (value := measured(area.points, "da-mo")) is not None
    ]
    if not known:
        return t("cross_boundary.coverage")
    value, name, made_of = min(known)
    return t(
        "cross_boundary.coverage_least",
        name=name, value=percent(value), fraction=made_of, areas=len(areas),
    )  # fmt: skip


def places(areas: Sequence[Area]) -> tuple[Place, ...]:
    return tuple(Place(area.name, initials(area.name)) for area in areas)


def _least_open(areas: Sequence[Area]) -> Sequence[Area]:
    """All areas where they have room, else those where least is open."""
    if len(areas) <= AREAS:
        return areas
    return sorted(areas, key=lambda area: (measured(area.points, "da-mo") or Decimal(0), area.code))[:AREAS]


def _of(name: str, many: int, short: str = "") -> Place:
    """The name of a row or column with its part of every denominator: procedures × counters."""
    return Place(f"{name} ({count(many)})", short or name)


def _live(row: Sequence[tuple[int, int] | None], areas: Sequence[Area]) -> int:
    """How many procedures of a sector are live: its pairs at an area, by the counters there."""
    known = (pair[1] // len(area.points) for pair, area in zip(row, areas, strict=True) if pair)
    return next(known, 0)


def _share(pair: tuple[int, int] | None) -> Decimal | None:
    return Decimal(pair[0]) * 100 / pair[1] if pair and pair[1] else None
