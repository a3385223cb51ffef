"""Phi địa giới: the counters behind the map, one by one."""

from collections.abc import Sequence
from decimal import Decimal

from graphics.ranking import Ranked
from language import t, tn
from language.numbers import fraction, percent
from metrics.cross_boundary_counters import Point
from metrics.scope import Scope
from ui import reads
from ui.cross_boundary_map import Area, chosen, fraction_of, measure, measured

LOWEST = 12  # counters named while no tile is chosen


def drill_down(found: Sequence[Area], scope: Scope) -> tuple[str, tuple[Ranked, ...]]:
    """The counters of the open tile, or the province's lowest communes; lowest first, unknown last.

    Of a unit that stands alone, the counters where its own dossiers were handed in instead.
    """
    open_one, code = chosen(found), measure()
    area = next((area for area in found if area.code == open_one), None)
    if area and area.alone:
        return _elsewhere(area, found, scope)
    points = area.points if area else [point for one in found for point in one.communes]
    ranked = sorted(((point, measured((point,), code)) for point in points), key=_lowest)
    shown = ranked if area else [row for row in ranked if row[1] is not None][:LOWEST]
    return _counters_words(area, shown) if area else _lowest_words(shown), tuple(
        Ranked(point.unit.name, value, fraction_of((point,), code)) for point, value in shown
    )


def _elsewhere(area: Area, found: Sequence[Area], scope: Scope) -> tuple[str, tuple[Ranked, ...]]:
    names = {one.code: one.name for one in found}
    from_here = {place: n for (home, place), n in reads.flows(scope).items() if home == area.code}
    whole = sum(from_here.values())
    order = sorted(((n, place) for place, n in from_here.items() if place != area.code), reverse=True)
    rows = tuple(
        Ranked(names.get(place, place), Decimal(n) * 100 / whole, _dossiers(n, whole))
        for n, place in order[:LOWEST]
    )
    away = fraction(sum(n for n, _ in order), whole)
    if not rows:
        return t("cross_boundary.nowhere_else", name=area.name), rows
    return t("cross_boundary.elsewhere", name=area.name, fraction=away, place=rows[0].name), rows


def _counters_words(area: Area, shown: Sequence[tuple[Point, Decimal | None]]) -> str:
    point, value = shown[0]
    if value is None:
        return t("cross_boundary.counters_of", name=area.name)
    words = {"name": area.name, "counter": point.unit.name, "value": percent(value)}
    return tn("cross_boundary.counters_lowest", len(shown), **words)


def _lowest_words(shown: Sequence[tuple[Point, Decimal | None]]) -> str:
    if not shown:
        return t("cross_boundary.lowest")
    (point, value), words = shown[0], t("cross_boundary.lowest")
    return t("cross_boundary.lowest_is", words=words, name=point.unit.name, value=percent(value))


def _dossiers(part: int, whole: int) -> str:
    return f"{fraction(part, whole)} {t('unit.dossiers')}"


def _lowest(row: tuple[Point, Decimal | None]) -> tuple:
    point, value = row
    return value is None, value or Decimal(0), point.unit.code
