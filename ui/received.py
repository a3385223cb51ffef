"""Số liệu đã nhận: the share of agencies in by month, and the board of agency by month."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from data_access.units import Unit
from graphics import board as drawing
from graphics.cards import card, grid
from graphics.shapes import Coverage
from graphics.strip import notice
from graphics.table import table
from language import t, tn
from language.numbers import count, month, month_long
from language.sorting import vi_key
from metrics.completeness import Board, Cell
from metrics.scope import Scope
from reports.exports import Column, Meta
from ui import links, names, uploading
from ui.choice import chosen, searched
from ui.html import html
from ui.parts import table_with_downloads

OTHERS = ("partial", "waiting", "rejected", "late")  # what is to be done, beside what is in
URGENT = {"late": 100, "rejected": 100, "waiting": 10, "partial": 1}
MISSING, ALL = "con-thieu", "tat-ca"
Row = tuple[Unit, tuple[Cell, ...]]


def by_month(found: Board) -> None:
    """n of m by month: the fraction that stands on every tile, and where the others are."""
    rows = []
    for day in found.months:
        received, due = found.received(day), found.due(day)
        share = Decimal(100 * received) / due if due else None
        rows.append((month_long(day), received, due, share, *(found.count(state, day) for state in OTHERS)))
    headers = [t(f"received.{name}") for name in ("month", "in", "due", "share", *OTHERS)]
    kinds = ("text", "count", "count", "percent", *("count",) * len(OTHERS))
    title = _newest_month(found)
    html(grid(card(title, table(headers, kinds, rows, title), span=12)))


def _newest_month(found: Board) -> str:
    """Whether all agencies of the newest month that is due are in."""
    due = [day for day in found.months if found.due(day)]
    if not due:
        return t("received.by_month")
    part, whole, on = found.received(due[-1]), found.due(due[-1]), month(due[-1])
    if part == whole:
        return t("received.all_in", month=on, whole=whole)
    return t("received.some_in", month=on, part=part, whole=whole)


def matrix(found: Board, scope: Scope) -> None:
    """Every agency, those with something to do first, ended ones last; all or some of them by choice."""
    with st.container(horizontal=True, key="board-filters", gap="small", vertical_alignment="bottom"):
        words = searched("tim", t("received.search")).casefold()
        options = {ALL: t("received.show_all"), MISSING: t("received.show_missing")}
        only_missing = chosen("hien", t("received.show"), options, 200) == MISSING
    shown = [
        row
        for row in _missing_first(found.rows, scope)
        if words in f"{row[0].name} {row[0].code}".casefold() and (_troubles(row[1]) or not only_missing)
    ]
    title = tn("received.board", len(shown), missing=sum(_troubles(cells) > 0 for _, cells in shown))
    if not shown:
        html(notice(t("received.none_such")))
        return
    lines = [
        drawing.Line(
            names.called(unit, scope.end), t(f"level.{unit.level}"), tuple(map(_mark, reversed(cells)))
        )
        for unit, cells in shown
    ]
    # The newest month first: on a narrow screen the others are scrolled to.
    body = drawing.board([month(day) for day in reversed(found.months)], lines, title)
    html(grid(card(title, drawing.key(), body, span=12)))
    _files(title, shown, found, scope)


def _files(title: str, shown: Sequence[Row], found: Board, scope: Scope) -> None:
    rows = [
        (names.called(unit, scope.end), unit.key, *(t(drawing.WORDS[cell.state]) for cell in cells))
        for unit, cells in shown
    ]
    months = [Column(month(day)) for day in found.months]
    columns = [Column(t("received.agency")), Column(t("received.code")), *months]
    last = found.months[-1]
    simulated = any(cover.synthetic for cover in found.covers.values())
    coverage = Coverage(found.received(last), found.due(last))
    meta = Meta(title, scope.first, scope.end, coverage=coverage, synthetic=simulated)
    table_with_downloads(title, rows, columns, "so-lieu-da-nhan", meta=meta, named=True)


def _missing_first(rows: Sequence[Row], scope: Scope) -> list[Row]:
    """Who has something to do, then who is in force at the end of the period, then who has ended."""

    def place(row: Row) -> tuple:
        unit, cells = row
        return -_troubles(cells), not unit.in_force(scope.end, scope.end), unit.level, vi_key(unit.name)

    return sorted(rows, key=place)


def _troubles(cells: tuple[Cell, ...]) -> int:
    """What is missing altogether weighs more than what waits, and that more than a few bad lines."""
    return sum(URGENT.get(cell.state, 0) for cell in cells)


def _mark(cell: Cell) -> drawing.Mark:
    detail = ""
    if cell.state in ("partial", "rejected"):
        detail = tn("received.rejected_lines", cell.rejected)
    elif cell.state == "received":
        detail = t("received.by_report") if cell.kind == "report_06a" else count(cell.lines)
    return drawing.Mark(cell.state, detail, _batch(cell.batch_id), _batch(cell.waiting))


def _batch(batch_id: int | None) -> str | None:
    return links.to("lich-su", **{uploading.BATCH: str(batch_id)}) if batch_id else None
