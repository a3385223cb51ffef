"""Phi địa giới: what is open where, and which procedure to open at which counter next."""

from collections.abc import Sequence
from decimal import Decimal

from graphics.shapes import Matrix, Place, Ranked
from language import t, tn
from language.numbers import count, fraction
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary_map import Area, initials, measured

SECTORS = 11  # rows of the matrix: those with most dossiers behind their gaps
AREAS = 9  # its columns: where least is open
NEXT = 11


def demand(scope: Scope) -> dict[str, int]:
    """Sector → dossiers of its live procedures that are not open everywhere, most first."""
    found: dict[str, int] = {}
    for gap in reads.gaps(scope):
        found[gap.sector] = found.get(gap.sector, 0) + gap.dossiers
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def coverage(scope: Scope, areas: Sequence[Area]) -> tuple[str, Matrix]:
    """Share of live procedures open, sector by area, for the sectors most asked for where least is open."""
    shares, names = reads.open_shares(scope), reads.sectors()
    wanted, shown = list(demand(scope))[:SECTORS], _least_open(areas)
    cells = tuple(tuple(_share(shares.get((area.code, sector))) for area in shown) for sector in wanted)
    rows = tuple(Place(names.get(sector, sector), names.get(sector, sector)) for sector in wanted)
    return _coverage_words(areas, shown), Matrix(rows, places(shown), cells, rates=True)


def next_to_open(scope: Scope) -> tuple[str, tuple[Ranked, ...]]:
    """Procedure × counter in the order of demand; the bar says at how many counters it is open already."""
    rows = reads.next_pairs(scope)
    if not rows:
        return t("cross_boundary.nothing_next"), ()
    first = rows[0]
    title = t("cross_boundary.next_first", procedure=first.gap.name, counter=first.counter.name)
    return title, tuple(
        Ranked(
            t("cross_boundary.pair", procedure=one.gap.name, counter=one.counter.name),
            Decimal(one.gap.opened) * 100 / one.gap.counters,
            t(
                "cross_boundary.pair_demand",
                counters=fraction(one.gap.opened, one.gap.counters),
                dossiers=tn("cross_boundary.dossiers", one.gap.dossiers),
                inbound=count(one.inbound),
            ),
        )
        for one in rows[:NEXT]
    )


def places(areas: Sequence[Area]) -> tuple[Place, ...]:
    return tuple(Place(area.name, initials(area.name)) for area in areas)


def _least_open(areas: Sequence[Area]) -> Sequence[Area]:
    """All areas where they have room, else those where least is open."""
    if len(areas) <= AREAS:
        return areas
    return sorted(areas, key=lambda area: (measured(area.points, "da-mo") or Decimal(0), area.code))[:AREAS]


def _coverage_words(areas: Sequence[Area], shown: Sequence[Area]) -> str:
    known = [(value, area.name) for area in shown if (value := measured(area.points, "da-mo")) is not None]
    if not known:
        return t("cross_boundary.coverage")
    value, name = min(known)
    return t("cross_boundary.coverage_least", name=name, value=count(round(value)), areas=len(areas))


def _share(pair: tuple[int, int] | None) -> Decimal | None:
    return Decimal(pair[0]) * 100 / pair[1] if pair and pair[1] else None
