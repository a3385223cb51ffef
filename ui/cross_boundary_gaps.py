"""Phi địa giới: what is open where, what is not, and where people go instead."""

from collections.abc import Sequence
from decimal import Decimal

from graphics.shapes import Matrix, Place, Ranked
from language import t, tn
from language.numbers import fraction
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary import open_shares
from ui.cross_boundary_map import Area, initials

SECTORS = 11  # rows of the matrix: those with most dossiers behind their gaps
GAPS = 9


def demand(scope: Scope) -> dict[str, int]:
    """Sector → dossiers of its live procedures that are not open everywhere, most first."""
    found: dict[str, int] = {}
    for gap in reads.gaps(scope):
        found[gap.sector] = found.get(gap.sector, 0) + gap.dossiers
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def coverage(scope: Scope, areas: Sequence[Area]) -> Matrix:
    """Share of live procedures open, sector by district, for the sectors most asked for."""
    shares, names = open_shares(scope), reads.sectors()
    wanted = list(demand(scope))[:SECTORS]
    cells = tuple(tuple(_share(shares.get((area.code, sector))) for area in areas) for sector in wanted)
    rows = tuple(Place(names.get(sector, sector), names.get(sector, sector)) for sector in wanted)
    return Matrix(rows, places(areas), cells, rates=True)


def gaps(scope: Scope) -> tuple[Ranked, ...]:
    """The procedures most asked for that cannot be handed in everywhere."""
    return tuple(
        Ranked(
            gap.name,
            Decimal(gap.opened) * 100 / gap.counters,
            t("cross_boundary.gap", counters=fraction(gap.opened, gap.counters),
              dossiers=tn("cross_boundary.dossiers", gap.dossiers)),
        )
        for gap in reads.gaps(scope)[:GAPS]
    )  # fmt: skip


def flows(scope: Scope, areas: Sequence[Area]) -> Matrix:
    """From where a dossier is handled (rows) to where it was handed in (columns)."""
    found = reads.flows(scope)
    cells = tuple(
        tuple(found.get((home.code, place.code), 0) if found else None for place in areas) for home in areas
    )
    own = frozenset((n, n) for n in range(len(areas)))
    return Matrix(places(areas), places(areas), cells, own)


def places(areas: Sequence[Area]) -> tuple[Place, ...]:
    return tuple(Place(area.name, initials(area.name)) for area in areas)


def _share(pair: tuple[int, int] | None) -> Decimal | None:
    return Decimal(pair[0]) * 100 / pair[1] if pair and pair[1] else None
