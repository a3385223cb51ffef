"""Số liệu đã nhận: the board, the share of agencies in by month, and reminders ready to send."""

from decimal import Decimal

import streamlit as st

from data_access.agencies import Unit
from graphics import board as drawing
from graphics.cards import card, grid
from graphics.markup import tag
from graphics.shapes import Coverage
from graphics.table import table
from language import t, tn
from language.numbers import count, month, month_long
from metrics.completeness import Board, Cell
from metrics.scope import Scope
from reports.exports import Column, Meta
from ui.html import html
from ui.parts import table_with_downloads

IN = ("received", "partial", "nil")  # the month is there
WORTH_A_LOOK = ("late", "partial", "waiting")


def by_month(found: Board) -> None:
    """n of m by month: the fraction that stands on every tile, and where the others are."""
    names = ("month", "in", "due", "share", "partial", "waiting", "late")
    rows = []
    for day in found.months:
        counts = {
            state: found.count(state, day) for state in ("received", "partial", "nil", "waiting", "late")
        }
        received, due = sum(counts[state] for state in IN), found.due(day)
        share = Decimal(100 * received) / due if due else None
        others = (counts["partial"], counts["waiting"], counts["late"])
        rows.append((month_long(day), received, due, share, *others))
    kinds = ("text", "count", "count", "percent", "count", "count", "count")
    title = t("received.by_month")
    html(grid(card(title, table([t(f"received.{name}") for name in names], kinds, rows, title), span=12)))


def matrix(found: Board, scope: Scope) -> None:
    """Every agency, those with something to do first."""
    ordered = sorted(found.rows, key=lambda row: (-_troubles(row[1]), row[0].level, row[0].code))
    lines = [
        drawing.Line(unit.name, t(f"level.{unit.level}"), tuple(map(_mark, cells))) for unit, cells in ordered
    ]
    title = tn("received.board", len(lines))
    body = drawing.board([month(day) for day in found.months], lines, title)
    html(grid(card(title, drawing.key(), body, span=12)))
    rows = [
        (unit.name, unit.key, *(t(drawing.WORDS[cell.state]) for cell in cells)) for unit, cells in ordered
    ]
    columns = [
        Column(t("received.agency")),
        Column(t("received.code")),
        *(Column(month(d)) for d in found.months),
    ]
    meta = Meta(title, scope.first, scope.end, coverage=_coverage(found))
    table_with_downloads(title, rows, columns, "so-lieu-da-nhan", meta=meta)


def reminders(found: Board) -> None:
    """One text for each agency that owes something, ready to copy."""
    late = [(unit, _late_months(found, cells)) for unit, cells in found.rows]
    late = [(unit, months) for unit, months in late if months]
    title = tn("received.reminders", len(late))
    html(
        grid(card(title, tag("p", t("received.reminders_help" if late else "received.nobody_late")), span=12))
    )
    if late:
        st.code("\n\n".join(_reminder(unit, months) for unit, months in late), language=None, wrap_lines=True)


def _reminder(unit: Unit, months: list[str]) -> str:
    return t("received.reminder", agency=unit.name, code=unit.code, months=", ".join(months))


def _late_months(found: Board, cells: tuple[Cell, ...]) -> list[str]:
    pairs = zip(found.months, cells, strict=True)
    return [month_long(day) for day, cell in pairs if cell.state in ("late", "partial")]


def _troubles(cells: tuple[Cell, ...]) -> int:
    return sum(cell.state in WORTH_A_LOOK for cell in cells)


def _mark(cell: Cell) -> drawing.Mark:
    detail = ""
    if cell.state == "partial":
        detail = tn("received.rejected", cell.rejected)
    elif cell.state == "received":
        detail = count(cell.lines)
    return drawing.Mark(cell.state, detail, f"/lich-su?lo={cell.batch_id}" if cell.batch_id else None)


def _coverage(found: Board) -> Coverage:
    last = found.months[-1]
    return Coverage(
        sum(found.count(state, last) for state in ("received", "partial", "nil")), found.due(last)
    )
