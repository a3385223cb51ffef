"""The table twin of a drawing: what a screen reader reads and what prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from graphics.markup import Html, tag
from language.numbers import MISSING, count, day, decimal, percent

Kind = Literal["text", "count", "percent", "decimal", "day"]
Cell = str | int | Decimal | date | None
WIDEST_ON_A_PHONE = 3


def table(
    headers: Sequence[str], kinds: Sequence[Kind], rows: Sequence[Sequence[Cell]], caption: str
) -> Html:
    """A table whose figures are written for the reader; the first column names the row.

    With more than three columns each row becomes a small list on a phone, its cells labelled.
    """
    labels = headers if len(headers) > WIDEST_ON_A_PHONE else [None] * len(headers)
    head = tag("tr", *(_head(h, k) for h, k in zip(headers, kinds, strict=True)))
    lines = [
        tag("tr", *(_cell(place, *cell) for place, cell in enumerate(zip(row, kinds, labels, strict=True))))
        for row in rows
    ]
    return scrolling(caption, head, lines, "ioc-stacked" if labels[0] else "")


def scrolling(caption: str, head: Html, lines: Sequence[Html], look: str = "") -> Html:
    """A real table of rows already made: it can be read aloud, copied, printed, and scrolled by keyboard
    where it is wider than its place."""
    body = tag(
        "table",
        tag("caption", caption, cls="ioc-hidden"),
        tag("thead", head),
        tag("tbody", *lines),
        cls=f"ioc-table {look}".rstrip(),
    )
    return tag("div", body, cls="ioc-page ioc-scroll", tabindex="0", role="region", aria_label=caption)


def written(cell: Cell, kind: Kind) -> str:
    """One cell as text for the reader."""
    if cell is None:
        return MISSING
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date):
        return day(cell)
    return {"count": count, "percent": percent}.get(kind, decimal)(cell)


def _head(text: str, kind: Kind) -> Html:
    return tag("th", text, scope="col", cls="" if kind == "text" else "ioc-number")


def _cell(place: int, cell: Cell, kind: Kind, label: str | None) -> Html:
    if place == 0:
        return tag("th", written(cell, kind), scope="row")
    return tag("td", written(cell, kind), cls="" if kind == "text" else "ioc-number", data_label=label)
