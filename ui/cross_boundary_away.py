"""Phi địa giới: handed in at another counter, and in another area. How the two counts go together, and what
of them is on no map."""

from collections.abc import Collection, Iterable, Sequence

from graphics.markup import Html, tag
from graphics.table import table
from graphics.tiles import Beyond
from language import t
from language.numbers import fraction
from metrics.read import LEVELS
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary_flows import away
from ui.cross_boundary_map import Area, measure, parts, rate
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
    return Beyond(_named(levels), rate(sums), t("cross_boundary.no_tile", fraction=fraction(*sums)))


def reconciled(scope: Scope, areas: Sequence[Area]) -> Html | None:
    """Both counts of the months of the map as one sum: of all dossiers, of those on the map – in another area
    or at another counter of the same one –, and of the rest."""
    on_map = _on_map(areas)
    if not on_map[1]:
        return None
    title = t("cross_boundary.two_counts", months=period(scope))
    counts = _counts(scope, on_map, areas)
    rows = [(words, sums and fraction(*sums), sums and rate(sums)) for words, sums in counts]
    headers = [t(f"cross_boundary.column_{one}") for one in ("handed_in_where", "dossiers_of", "rate")]
    return tag(
        "div",
        tag("h3", title),
        table(headers, ("text", "text", "percent"), rows, title),
        tag("p", t("cross_boundary.two_counts_note"), cls="ioc-panelnote"),
        cls="ioc-madeof",
    )


def _counts(scope: Scope, on_map: Sums, areas: Sequence[Area]) -> list[tuple[str, Sums | None]]:
    """Where flows tell of other dossiers than the counters of the map – of communes without one as well –,
    they stand apart from it, and how its own divide is unknown."""
    levels, flows = _beyond(scope, areas), reads.flows(scope)
    elsewhere, whole = sum(n for n, _ in away(flows)), sum(flows.values())
    apart = whole != on_map[1]
    here = _named({point.unit.level for area in areas for point in area.points}).lower()
    found = [
        (t("cross_boundary.count_everywhere"), _sum([on_map, *levels.values()])),
        (t("cross_boundary.count_on_map", levels=here), on_map),
    ]
    if not apart:
        found.append((t("cross_boundary.count_other_area"), (elsewhere, whole)))
    same_area = None if apart else (on_map[0] - elsewhere, whole)
    found.append((t("cross_boundary.count_same_area"), same_area))
    if levels:
        words = t("cross_boundary.count_beyond", levels=_named(levels).lower())
        found.append((words, _sum(levels.values())))
    if apart:
        found.append((t("cross_boundary.count_other_area_apart"), (elsewhere, whole)))
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


def _named(levels: Collection[str]) -> str:
    """ "Cấp tỉnh, cấp xã", in the order of levels."""
    return ", ".join(t(f"level.{level}") for level in LEVELS if level in levels).capitalize()


def _sum(found: Iterable[Sums]) -> Sums:
    pairs = list(found)
    return sum(away for away, _ in pairs), sum(whole for _, whole in pairs)
