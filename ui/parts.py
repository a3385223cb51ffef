"""Pieces that pages put together: a table twin with its downloads, a chart in words, an empty state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import copy_context
from typing import TYPE_CHECKING

import streamlit as st

from graphics.markup import Html, tag
from graphics.strip import notice
from graphics.table import Cell, table, written
from language import t
from reports.exports import Column, Meta, csv_bytes, xlsx_bytes
from ui.html import html

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The modebar is English only and hides what the table twin offers to all.
CONFIG = {"displayModeBar": False, "scrollZoom": False, "showTips": False}

Rows = Sequence[Sequence[Cell]]
NAMES = ("text", "day")  # kinds of columns that name a line; the others hold its figures
MOST_SPOKEN = 4


def table_with_downloads(
    title: str,
    rows: Rows,
    columns: Sequence[Column],
    key: str,
    *,
    meta: Meta,
    folded: bool = True,
    named: bool = False,
    shown: int | None = None,
    every: Callable[[], Rows] | None = None,
    written: Html | None = None,
) -> None:
    """The table, folded away on screen and open on paper, with its two files.

    `named` says what is folded away, where the table does not stand under its chart. `shown` is how many
    lines of a long list are drawn; its files hold all of them. `every` reads them when a file is asked for,
    where `rows` are one page of a list that is never read as a whole. `written` is the table where it is
    kept.
    """
    lines = every or (lambda: rows)
    drawn = written or twin(title, rows, columns, shown)
    if folded:
        words = title if named else t("parts.table")
        drawn = tag("details", tag("summary", words), drawn, cls="ioc-page ioc-twin")
    with st.container(horizontal=named, vertical_alignment="center" if named else "top", key=f"table-{key}"):
        html(drawn)
        width = "content" if named else "stretch"
        with st.container(horizontal=True, key=f"downloads-{key}", width=width, gap="xsmall"):
            _download(t("parts.csv"), "text/csv", f"{key}.csv", lambda: csv_bytes(columns, lines(), meta))
            _download(t("parts.xlsx"), XLSX, f"{key}.xlsx", lambda: xlsx_bytes(columns, lines(), meta))


def twin(title: str, rows: Rows, columns: Sequence[Column], shown: int | None = None) -> Html:
    """The figures of a chart as a table, all lines or the first."""
    return table([c.header for c in columns], [c.kind for c in columns], rows[:shown], title)


def tables() -> DeltaGenerator:
    """The card at the end of a page that holds the tables of its drawings, one a line."""
    card = st.container(border=True, key="chart-tables", gap="xsmall")
    with card:
        html(card_title(t("parts.tables")))
    return card


def card_title(title: str):
    """The heading of a card that Streamlit frames."""
    return tag("div", tag("h2", title, cls="ioc-cardtitle"), cls="ioc-page")


def no_rows() -> None:
    """An empty chart says so and what to do."""
    html(notice(t("parts.no_rows"), t("parts.no_rows_help")))


def alt(title: str, rows: Rows, columns: Sequence[Column]) -> str:
    """The chart as sentences: its finding, then its first and last line; the table has the rest."""
    finding = title.rstrip(".")
    if len(rows) == 1:
        return t("parts.alt_one", finding=finding, only=_spoken(rows[0], columns))
    return t("parts.alt", finding=finding, first=_spoken(rows[0], columns), last=_spoken(rows[-1], columns))


def _spoken(row: Sequence[Cell], columns: Sequence[Column]) -> str:
    """A line as its name and its first figures, each with the word at its column's head."""
    cells = list(zip(row, columns, strict=True))
    name = next((written(cell, column.kind) for cell, column in cells if column.kind in NAMES and cell), "")
    figures = [
        f"{column.header} {written(cell, column.kind)}"
        for cell, column in cells
        if column.kind not in NAMES and cell is not None
    ]
    said = ", ".join(figures[:MOST_SPOKEN]) or t("status.missing")
    return t("parts.alt_line", name=name, figures=said)


def _download(label: str, mime: str, name: str, make: Callable[[], bytes]) -> None:
    """The file is made only when asked for, in the language of this run: the click runs elsewhere."""
    context = copy_context()
    st.download_button(
        label,
        data=lambda: context.copy().run(make),
        file_name=name,
        mime=mime,
        key=f"download-{name}",
        icon=":material/download:",
        on_click="ignore",
    )
