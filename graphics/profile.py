"""One agency's indicators, a line each: value, fraction, its peers' rate, its rank, its course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphics.markup import Html, tag
from graphics.ranking import sparkline
from graphics.table import scrolling
from language import t


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator of one agency, its cells written already; `course` are its months' rates."""

    name: str
    value: str
    fraction: str
    peers: str
    gap: str
    rank: str
    course: tuple[Decimal, ...] = ()
    quarter: int | None = None


COLUMNS = ("indicator", "value", "fraction", "peers", "gap", "rank", "course")
_LOOKS = {1: "ioc-lead-quarter", 4: "ioc-last-quarter"}


def profile(lines: Sequence[Line], caption: str) -> Html:
    """The lines as a table; on a phone each indicator becomes a small list."""
    words = [t(f"agencies.column_{name}") for name in COLUMNS]
    looks = ["", *["ioc-number"] * 5, ""]
    head = tag(
        "tr", *(tag("th", word, scope="col", cls=look) for word, look in zip(words, looks, strict=True))
    )
    body = [_row(line, words) for line in lines]
    return scrolling(caption, head, body, "ioc-stacked ioc-profile")


def _row(line: Line, words: Sequence[str]) -> Html:
    texts = (line.value, line.fraction, line.peers, line.gap, line.rank)
    looks = ("ioc-strong", "", "", "", _LOOKS.get(line.quarter, ""))
    cells = [
        tag("td", text, cls=f"ioc-number {look}".rstrip(), data_label=word)
        for text, look, word in zip(texts, looks, words[1:], strict=False)
    ]
    course = tag("td", sparkline(line.course), cls="ioc-course", data_label=words[-1])
    return tag("tr", tag("th", line.name, scope="row"), *cells, course)
