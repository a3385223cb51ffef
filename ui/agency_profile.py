"""Cơ quan, one agency: who it is, its indicators beside its peers', its extracts, what it must do."""

from decimal import Decimal

from data_access.units import Unit
from graphics import board as drawing
from graphics.cards import card, grid
from graphics.markup import Html, rich, tag
from graphics.profile import Line, profile
from language import t, tn
from language.numbers import count, day, fraction, month, month_long, percent, points
from metrics.completeness import IN, Board, Cell
from metrics.figure import Figure
from metrics.ranking import SMALL, Place, peers
from metrics.scope import Scope
from reports.exports import Column
from ui import actions, links, reads
from ui.agencies import KEYS, places
from ui.agency_peers import together
from ui.data import revision
from ui.frame_data import choices
from ui.html import html
from ui.panels import Panel, drawn


def head(unit: Unit, scope: Scope) -> None:
    """Name, level, period in force, whom it followed and who followed it; its extracts; what it must do."""
    html(
        grid(
            card(unit.name, tag("p", rich(_period(unit))), *_kinship(unit), _back(), span=6),
            card(t("agencies.to_do"), *_to_do(unit, scope), span=6),
        )
    )


@drawn
def panel(agency: str, scope: Scope) -> Panel:
    """Every indicator: its own figure, the rate of its peers together, its rank, its course by month."""
    units = choices(revision()).units
    unit, whole = units[agency], scope.only(agency=None, level=units[agency].level)
    among = peers(units.values(), unit, scope.first, scope.end)
    found = places(whole)
    courses = _courses(agency, scope)
    received = reads.figures(("dossiers_received", "dossiers_open"), scope.only(agency=agency))
    lines, rows = [], []
    for key in KEYS:
        place, peers_rate = found[key].get(agency), together(found[key], among)
        lines.append(_line(key, place, peers_rate, courses[key]))
        rows.append(_row(key, place, peers_rate))
    title = t(
        "agencies.profile",
        received=count(received["dossiers_received"].part),
        open=count(received["dossiers_open"].part),
    )
    small = any(place and place.small for place in (found[key].get(agency) for key in KEYS))
    return Panel(
        f"co-quan-{unit.code}",
        title,
        _columns(),
        rows,
        drawing=profile(lines, title),
        note=tn("agencies.peers_are", len(among)) + (f" {t('agencies.small', n=SMALL)}" if small else ""),
    )


def extracts(unit: Unit, scope: Scope) -> None:
    """Which of its months are in."""
    found = _board(unit, scope)
    lines = [drawing.Line(one.name, one.code, tuple(map(_mark, cells))) for one, cells in found.rows]
    if lines:
        cells = [cell for _, row in found.rows for cell in row if cell.state != "not_due"]
        sent = sum(cell.state in ("received", "nil", "partial") for cell in cells)
        title = tn("agencies.extracts", len(cells), sent=count(sent))
        months = [month(on) for on in found.months]
        html(grid(card(title, drawing.key(), drawing.board(months, lines, title), span=12)))


def _mark(cell: Cell) -> drawing.Mark:
    return drawing.Mark(cell.state, count(cell.lines) if cell.state == "received" else "")


def _period(unit: Unit) -> str:
    words = t(f"level.{unit.level}")
    if unit.valid_to:
        return t(
            "agencies.was", level=words, code=unit.code, first=day(unit.valid_from), last=day(unit.valid_to)
        )
    return t("agencies.is", level=words, code=unit.code, first=day(unit.valid_from))


def _kinship(unit: Unit) -> list[Html]:
    """Whom it followed and who followed it, as links."""
    units, found = choices(revision()).units, reads.kinship(unit.key)
    lines = []
    for key, keys in (("agencies.followed", found.before), ("agencies.followed_by", found.after)):
        names = [
            tag("a", f"{units[one].name} ({units[one].code})", href=links.here(don_vi=one))
            for one in keys
            if one in units
        ]
        if names:
            parts = [piece for name in names for piece in (tag("span", ", "), name)][1:]
            lines.append(tag("p", tag("span", f"{t(key)}: ", cls="ioc-muted"), *parts))
    return lines


def _back() -> Html:
    return tag("p", tag("a", t("agencies.back"), href=links.here(don_vi=None)))


def _to_do(unit: Unit, scope: Scope) -> list[Html]:
    found = actions.agenda(scope.only(agency=None, level=None))
    every = (*(item.action for item in found.items), *found.unnamed)
    mine = [action for action in every if action.agency == unit.key]
    found = [actions.sentence(one) for one in mine]
    cell = _last_month(unit, scope)
    if cell is None or cell.state not in IN:
        state = t(f"board.{cell.state if cell else 'not_due'}")
        return [tag("p", t("agencies.month_not_in", month=month_long(scope.last), state=state))]
    if cell.state == "partial":
        found.append(tn("agencies.month_partial", cell.rejected or 0, month=month_long(scope.last)))
    if not found:
        return [tag("p", t("agencies.nothing_to_do"))]
    return [tag("ul", *(tag("li", rich(one)) for one in found), cls="ioc-todo")]


def _last_month(unit: Unit, scope: Scope) -> Cell | None:
    """What is there of the month that is judged; None where it is no month of the agency."""
    return next((cells[-1] for one, cells in _board(unit, scope).rows if one.key == unit.key), None)


def _board(unit: Unit, scope: Scope) -> Board:
    return reads.board(scope.only(agency=unit.key, level=None, sector=None))


def _courses(agency: str, scope: Scope) -> dict[str, tuple[Decimal, ...]]:
    months = [
        reads.figures(KEYS, scope.only(first=on, last=on, agency=agency, level=None)) for on in scope.months()
    ]
    return {key: tuple(found[key].value for found in months if found[key].value is not None) for key in KEYS}


def _line(key: str, place: Place | None, peers_rate: Figure | None, course: tuple[Decimal, ...]) -> Line:
    name, theirs = t(f"indicator.{key}"), percent(peers_rate.value) if peers_rate else "—"
    if place is None or place.rank is None:
        state = place.figure.state if place else "missing"
        return Line(name, "—", t(f"figure.{state}"), theirs, "", "", course)
    figure = place.figure
    return Line(
        name,
        percent(figure.value) + ("*" if place.small else ""),
        fraction(figure.part, figure.whole),
        theirs,
        points(figure.value - peers_rate.value) if peers_rate else "",
        fraction(place.rank, place.of) if place.of > 1 else "",
        course,
        place.quarter,
    )


def _columns() -> list[Column]:
    return [
        Column(t("agencies.column_indicator")),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(t("agencies.column_value"), "percent"),
        Column(t("agencies.column_peers"), "percent"),
        Column(t("agencies.column_rank"), "count"),
        Column(t("agencies.ranked"), "count"),
    ]


def _row(key: str, place: Place | None, peers_rate: Figure | None) -> tuple:
    figure = place.figure if place else None
    return (
        t(f"indicator.{key}"),
        figure.part if figure else None,
        figure.whole if figure else None,
        figure.value if figure else None,
        peers_rate.value if peers_rate else None,
        place.rank if place else None,
        place.of if place else None,
    )
