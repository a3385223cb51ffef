"""Cơ quan: agencies of one level side by side, on every indicator of their dossiers, with their ranks."""

from collections.abc import Mapping

from data_access.agencies import Unit
from graphics.standings import Line, Mark, standings
from language import t, tn
from language.numbers import count, fraction, percent
from language.sorting import vi_key
from metrics.ranking import SMALL, Place, ranked
from metrics.scope import Scope
from reports.exports import Column
from ui import links, reads
from ui.data import revision
from ui.frame_data import choices
from ui.panels import Panel, drawn

KEYS = (
    "timeliness",
    "dossiers_online",
    "overdue_open",
    "digitised_input",
    "digitised_result",
    "paid_online",
    "satisfied",
)
# Codes in the address, in the order of the choice.
CHOICES = {
    "dung-han": "timeliness",
    "truc-tuyen": "dossiers_online",
    "qua-han": "overdue_open",
    "so-hoa-dau-vao": "digitised_input",
    "ket-qua-dien-tu": "digitised_result",
    "thanh-toan": "paid_online",
    "hai-long": "satisfied",
}
LEVELS = ("province", "district", "commune", "vertical")


def options() -> dict[str, str]:
    """Code → words of every indicator that the agencies can be put in order by."""
    return {code: t(f"indicator.{key}") for code, key in CHOICES.items()}


def places(scope: Scope) -> dict[str, dict[str, Place]]:
    """Indicator → agency key → its place among the agencies of its level and kind."""
    units = choices(revision()).units
    found = {key: reads.by(key, scope, "agency") for key in KEYS}
    groups: dict[tuple[str, str], list[str]] = {}
    for key in found[KEYS[0]]:
        groups.setdefault((units[key].level, units[key].kind), []).append(key)
    return {
        key: {
            agency: place
            for group in groups.values()
            for agency, place in ranked({one: figures[one] for one in group if one in figures}).items()
        }
        for key, figures in found.items()
    }


def panels(key: str, scope: Scope) -> list[Panel]:
    """One table a level; levels that have no agency in the period are left out."""
    units = choices(revision()).units
    here = {units[agency].level for agency in reads.by(KEYS[0], scope, "agency")}
    return [panel(key, scope.only(level=level)) for level in LEVELS if level in here]


@drawn
def panel(key: str, scope: Scope) -> Panel:
    """The agencies of one level, the one furthest behind on the chosen indicator first."""
    units, found = choices(revision()).units, places(scope)
    order = sorted(found[key], key=lambda agency: _order(found[key][agency], units[agency]))
    columns = [t(f"agencies.short_{one}") for one in KEYS]
    lines = [_line(units[agency], found) for agency in order]
    title = _finding(key, scope.level, [(units[agency], found[key][agency]) for agency in order])
    small = any(found[one][agency].small for one in KEYS for agency in order)
    return Panel(
        f"co-quan-{scope.level}",
        title,
        _columns(),
        [_row(units[agency], found) for agency in order],
        drawing=standings(columns, lines, title, KEYS.index(key)),
        note=t("agencies.note_small", n=SMALL) if small else t("agencies.note"),
    )


def _finding(key: str, level: str, order: list[tuple[Unit, Place]]) -> str:
    """Who stands last on the chosen indicator; who alone has sent, or nobody, is not last."""
    words = tn("agencies.side_by_side", len(order), level=t(f"level.{level}"))
    last, place = order[0]
    if place.rank is None or place.of < 2:
        return words
    return t(
        "agencies.last",
        agencies=words,
        name=last.name,
        indicator=t(f"indicator.{key}"),
        value=percent(place.figure.value),
    )


def _order(place: Place, unit: Unit) -> tuple:
    """Worst first; who has no figure at the end."""
    return (place.rank is None, -(place.rank or 0), -(place.figure.whole or 0), vi_key(unit.name))


def _line(unit: Unit, found: Mapping[str, Mapping[str, Place]]) -> Line:
    marks = tuple(_mark(found[key].get(unit.key)) for key in KEYS)
    return Line(unit.name, unit.code, links.here(don_vi=unit.key, chi_so=None), marks)


def _mark(place: Place | None) -> Mark:
    if place is None:
        return Mark("—", title=t("figure.missing"))
    if place.rank is None:
        return Mark("—", title=t(f"figure.{place.figure.state}"))
    star = "*" if place.small else ""
    written = percent(place.figure.value) + star
    rank = t("agencies.rank_short", rank=count(place.rank), of=count(place.of)) if place.of > 1 else ""
    return Mark(written, rank, place.quarter, fraction(place.figure.part, place.figure.whole))


def _columns() -> list[Column]:
    columns = [Column(t("agencies.agency")), Column(t("agencies.code"))]
    for key in KEYS:
        name = t(f"indicator.{key}")
        columns += [
            Column(t("agencies.part_of", indicator=name), "count"),
            Column(t("agencies.whole_of", indicator=name), "count"),
            Column(name, "percent"),
            Column(t("agencies.rank_of", indicator=name), "count"),
        ]
    return columns


def _row(unit: Unit, found: Mapping[str, Mapping[str, Place]]) -> tuple:
    cells: list = [unit.name, unit.key]
    for key in KEYS:
        place = found[key].get(unit.key)
        figure = place.figure if place else None
        cells += [figure.part, figure.whole, figure.value, place.rank] if place else [None] * 4
    return tuple(cells)
