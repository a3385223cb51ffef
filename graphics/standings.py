"""Agencies side by side: one line an agency, one column an indicator, each rate with its rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphics.markup import Html, tag
from graphics.table import scrolling
from language import t


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell: the written value, its rank in small, and which quarter of its peers it is in (1–4)."""

    value: str
    rank: str = ""
    quarter: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One agency, where its name leads, and its marks."""

    name: str
    note: str
    href: str | None
    marks: tuple[Mark, ...]


# Only the ends are tinted: who leads, and who lags. The rank in words says the same without colour.
_LOOKS = {1: "ioc-lead-quarter", 4: "ioc-last-quarter"}


def standings(columns: Sequence[str], lines: Sequence[Line], caption: str) -> Html:
    """The lines as a table, sorted by the first column after the names; these stand still while the others
    scroll on a phone."""
    head = [tag("th", t("agencies.agency"), scope="col")]
    for at, column in enumerate(columns):
        head.append(tag("th", column, scope="col", aria_sort=None if at else "other"))
    rows = [tag("tr", _name(line), *map(_cell, line.marks)) for line in lines]
    return scrolling(caption, tag("tr", *head), rows, "ioc-standings")


def _name(line: Line) -> Html:
    name = tag("a", line.name, href=line.href) if line.href else tag("span", line.name)
    return tag("th", name, tag("small", line.note), scope="row")


def _cell(mark: Mark) -> Html:
    rank = tag("small", mark.rank) if mark.rank else None
    return tag(
        "td", tag("span", mark.value), rank, cls=_LOOKS.get(mark.quarter, ""), title=mark.title or None
    )
