"""Cơ quan: agencies of one level side by side, on every indicator of their dossiers, with their ranks."""

from collections.abc import Mapping
from decimal import Decimal

from graphics.standings import Line, Mark, standings
from language import t, tn
from language.numbers import count, fraction, percent, points
from language.sorting import vi_key
from metrics.ranking import SMALL, Place, ranked
from metrics.scope import Scope
from reports.exports import Column
from ui import links
from ui.agency_bodies import Body, bodies, figures
from ui.agency_peers import from_peers, groups
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
IN_VIEW = 11  # lines of a table that stand in view
LEVELS = ("province", "district", "commune", "vertical")


def options() -> dict[str, str]:
    """Code → words of every indicator that the agencies can be put in order by."""
    return {code: t(f"indicator.{key}") for code, key in CHOICES.items()}


def places(scope: Scope, today: bool = False) -> dict[str, dict[str, Place]]:
    """Indicator → key → its place among its peers."""
    lines = bodies(KEYS[0], scope, today)
    return {
        key: {
            one: place
            for group in groups(lines)
            for one, place in ranked({one: found[one] for one in group if one in found}).items()
        }
        for key, found in ((key, figures(key, scope, today)) for key in KEYS)
    }


def panels(key: str, scope: Scope, today: bool) -> list[Panel]:
    """One table a level; levels that have no agency in the period are left out."""
    here = {body.level for body in bodies(KEYS[0], scope, today).values()}
    return [panel(key, scope.only(level=level), today) for level in LEVELS if level in here]


@drawn
def panel(key: str, scope: Scope, today: bool) -> Panel:
    """The agencies of one level, the one furthest behind on the chosen indicator first; its rate and how far
    it is from the peers' stand first, where a phone shows them."""
    lines, found = bodies(KEYS[0], scope, today), places(scope, today)
    order = sorted(lines.values(), key=lambda body: _order(found[key].get(body.key), body))
    title = _finding(key, scope.level, [(body, found[key].get(body.key)) for body in order])
    gaps = from_peers(found[key], lines)
    small = any(place.small for one in KEYS for place in found[one].values())
    return Panel(
        f"co-quan-{scope.level}",
        title,
        _columns(key),
        [_row(body, found, gaps.get(body.key)) for body in order],
        drawing=standings(
            _heads(key), [_line(key, body, found, gaps.get(body.key)) for body in order], title
        ),
        note=_note(len(order), small),
    )


def _note(lines: int, small: bool) -> str:
    words = t("agencies.note_small", n=SMALL) if small else t("agencies.note")
    return f"{tn('agencies.scroll', lines)} {words}" if lines > IN_VIEW else words


def _finding(key: str, level: str, order: list[tuple[Body, Place | None]]) -> str:
    """Who stands last on the chosen indicator; who alone has sent, or nobody, is not last."""
    units = sum(body.units for body, _ in order)
    words = tn("agencies.side_by_side", units, level=t(f"level.{level}"))
    if units > len(order):
        words = tn("agencies.in_lines", len(order), agencies=words)
    last, place = order[0]
    if place is None or place.rank is None or place.of < 2:
        return words
    return t(
        "agencies.last",
        agencies=words,
        name=last.name,
        indicator=t(f"indicator.{key}"),
        value=percent(place.figure.value),
    )


def _order(place: Place | None, body: Body) -> tuple:
    """Worst first, then who has no figure; after all of these whoever has ended: nobody there can act."""
    if place is None or place.rank is None:
        return body.ended, True, 0, 0, vi_key(body.name)
    return body.ended, False, -place.rank, -(place.figure.whole or 0), vi_key(body.name)


def _line(key: str, body: Body, found: Mapping[str, Mapping[str, Place]], gap: Decimal | None) -> Line:
    marks = {one: _mark(found[one].get(body.key)) for one in KEYS}
    href = links.here(don_vi=body.key, chi_so=None, co_cau=None) if body.leads else None
    return Line(body.name, body.note, href, (marks.pop(key), Mark(points(gap)), *marks.values()))


def _mark(place: Place | None) -> Mark:
    if place is None:
        return Mark("—", title=t("figure.missing"))
    if place.rank is None:
        return Mark("—", title=t(f"figure.{place.figure.state}"))
    star = "*" if place.small else ""
    written = percent(place.figure.value) + star
    rank = t("agencies.rank_short", rank=count(place.rank), of=count(place.of)) if place.of > 1 else ""
    return Mark(written, rank, place.quarter, fraction(place.figure.part, place.figure.whole))


def _heads(key: str) -> list[str]:
    chosen, *others = (t(f"agencies.short_{one}") for one in (key, *(one for one in KEYS if one != key)))
    return [chosen, t("agencies.against"), *others]


def _columns(chosen: str) -> list[Column]:
    columns = [Column(t("agencies.agency")), Column(t("agencies.code"))]
    for key in KEYS:
        name = t(f"indicator.{key}")
        columns += [
            Column(t("agencies.part_of", indicator=name), "count"),
            Column(t("agencies.whole_of", indicator=name), "count"),
            Column(name, "percent"),
            Column(t("agencies.rank_of", indicator=name), "count"),
        ]
    return [*columns, Column(t("agencies.against_of", indicator=t(f"indicator.{chosen}")), "decimal")]


def _row(body: Body, found: Mapping[str, Mapping[str, Place]], gap: Decimal | None) -> tuple:
    cells: list = [body.name, body.key]
    for key in KEYS:
        place = found[key].get(body.key)
        figure = place.figure if place else None
        cells += [figure.part, figure.whole, figure.value, place.rank] if place else [None] * 4
    return (*cells, gap)
