"""Phi địa giới: handed in at another counter, and in another area. How the two counts go together, and what
of them is on no map."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from graphics.markup import Html, tag
from graphics.table import table
from graphics.tiles import Beyond
from language import t
from language.numbers import fraction
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary_flows import away
from ui.cross_boundary_map import Area, measure, parts
from ui.dossiers import period

Sums = tuple[int, int]  # away, all received


def beyond_the_map(scope: Scope, areas: Sequence[Area]) -> Beyond | None:
    """The dossiers of those who have no tile: departments handle them, and no department has a counter on the
    map, so that nothing is open there."""
    levels = _beyond(scope, areas)
    if not levels:
        return None
    if measure() == "da-mo":
        return Beyond(_named(levels), None, t("cross_boundary.no_counter"))
    sums = _sum(levels.values())
    return Beyond(_named(levels), _rate(sums), t("cross_boundary.no_tile", fraction=fraction(*sums)))


def reconciled(scope: Scope, areas: Sequence[Area]) -> Html | None:
    """Both counts of the months of the map as one sum: of all dossiers, of those on the map – in another area
    or at another counter of the same one –, and of the rest."""
    on_map = _on_map(areas)
    if not on_map[1]:
        return None
    title = t("cross_boundary.two_counts", months=period(scope))
    rows = [(words, fraction(*sums), _rate(sums)) for words, sums in _counts(scope, on_map, areas)]
    headers = [t(f"cross_boundary.column_{one}") for one in ("handed_in_where", "dossiers_of", "rate")]
    return tag(
        "div",
        tag("h3", title),
        table(headers, ("text", "text", "percent"), rows, title),
        tag("p", t("cross_boundary.two_counts_note"), cls="ioc-panelnote"),
        cls="ioc-madeof",
    )


def _counts(scope: Scope, on_map: Sums, areas: Sequence[Area]) -> list[tuple[str, Sums]]:
    levels = _beyond(scope, areas)
    found = [
        (t("cross_boundary.count_everywhere"), _sum([on_map, *levels.values()])),
        (t("cross_boundary.count_on_map"), on_map),
        *_by_area(scope, on_map),
    ]
    if levels:
        words = t("cross_boundary.count_beyond", levels=_named(levels).lower())
        found.append((words, _sum(levels.values())))
    return found


def _by_area(scope: Scope, on_map: Sums) -> list[tuple[str, Sums]]:
    """The two parts of what is on the map. Where flows tell of other dossiers than its counters – of communes
    without one – the second is unknown."""
    flows = reads.flows(scope)
    elsewhere, whole = sum(n for n, _ in away(flows)), sum(flows.values())
    found = [(t("cross_boundary.count_other_area"), (elsewhere, whole))]
    if whole == on_map[1] and on_map[0] > elsewhere:
        found.append((t("cross_boundary.count_same_area"), (on_map[0] - elsewhere, whole)))
    return found


def _beyond(scope: Scope, areas: Sequence[Area]) -> dict[str, Sums]:
    """Level → what its agencies received that have no counter on the map."""
    left = dict(reads.handed_in(scope))
    for area in areas:
        for point in area.points:
            if point.received:
                gone, whole = left[point.unit.level]
                left[point.unit.level] = gone - point.away, whole - point.received
    return {level: sums for level, sums in left.items() if sums[1]}


def _on_map(areas: Sequence[Area]) -> Sums:
    return parts([point for area in areas for point in area.points], "nop-khac") or (0, 0)


def _named(levels: dict[str, Sums]) -> str:
    first, *others = (t(f"level.{level}") for level in levels)
    return ", ".join([first, *(other.lower() for other in others)])


def _sum(found: Iterable[Sums]) -> Sums:
    pairs = list(found)
    return sum(away for away, _ in pairs), sum(whole for _, whole in pairs)


def _rate(sums: Sums) -> Decimal | None:
    return Decimal(sums[0]) * 100 / sums[1] if sums[1] else None
