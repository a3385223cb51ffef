"""Phi địa giới, where people go: a matrix while it can be read, else the largest flows by name."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from graphics.markup import Html
from graphics.matrix import Matrix, matrix_card
from graphics.ranking import Ranked, ranking_card
from language import t, tn
from language.numbers import fraction
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary_gaps import AREAS, places
from ui.cross_boundary_map import Area

LARGEST = 12
Flows = Mapping[tuple[str, str], int]


def drawing(scope: Scope, areas: Sequence[Area], synthetic: bool) -> Html:
    """The card: rows are where a dossier is handled, columns where it was handed in."""
    found = reads.flows(scope)
    if len(areas) > AREAS:
        note = t("cross_boundary.flows_largest", n=LARGEST)
        return ranking_card(flows_found(found, areas), _largest(found, areas), note, synthetic=synthetic)
    cells = tuple(
        tuple(found.get((home.code, place.code), 0) if found else None for place in areas) for home in areas
    )
    own = frozenset((n, n) for n in range(len(areas)))
    shape = Matrix(places(areas), places(areas), cells, own)
    return matrix_card(flows_found(found, areas), shape, t("cross_boundary.flows_note"), synthetic=synthetic)


def _largest(found: Flows, areas: Sequence[Area]) -> tuple[Ranked, ...]:
    names, handled = _names(areas), _handled(found)
    return tuple(
        Ranked(
            t("cross_boundary.flow", home=names.get(home, home), place=names.get(place, place)),
            Decimal(n) * 100 / handled[home],
            f"{fraction(n, handled[home])} {t('unit.dossiers')}",
        )
        for n, (home, place) in away(found)[:LARGEST]
    )


def flows_found(found: Flows, areas: Sequence[Area]) -> str:
    """How many were handed in outside their area, and the largest flow."""
    leaving, names = away(found), _names(areas)
    if not leaving:
        return t("cross_boundary.flows")
    n, (home, place) = leaving[0]
    whole = sum(found.values())
    return tn(
        "cross_boundary.flows_found",
        n,
        away=fraction(sum(n for n, _ in leaving), whole),
        home=names.get(home, home),
        place=names.get(place, place),
    )


def away(found: Flows) -> list[tuple[int, tuple[str, str]]]:
    """Flows that leave their area, the largest first."""
    leaving = [(n, pair) for pair, n in found.items() if pair[0] != pair[1] and n]
    return sorted(leaving, key=lambda row: (-row[0], row[1]))


def _handled(found: Flows) -> dict[str, int]:
    """Area → all dossiers that are handled there."""
    handled: dict[str, int] = {}
    for (home, _), n in found.items():
        handled[home] = handled.get(home, 0) + n
    return handled


def _names(areas: Sequence[Area]) -> dict[str, str]:
    return {area.code: area.name for area in areas}
