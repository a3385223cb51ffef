"""The completeness board: agency × month, each cell an icon with its word, never colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphics.markup import Html, tag
from graphics.table import scrolling
from language import t

ICONS = {
    "received": "✓",
    "partial": "!",
    "nil": "0",
    "waiting": "…",
    "rejected": "↩",
    "late": "✕",
    "not_due": "",
}
# The look of a chip of the same weight (graphics.marks).
LOOKS = {
    "received": "met",
    "partial": "watch",
    "nil": "met",
    "waiting": "plain",
    "rejected": "unmet",
    "late": "unmet",
    "not_due": "",
}
WORDS = {
    "received": "board.received",
    "partial": "board.partial",
    "nil": "board.nil",
    "waiting": "board.waiting",
    "rejected": "board.rejected",
    "late": "board.late",
    "not_due": "board.not_due",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell: its state, a detail for who looks closer, and where it leads; `newer` is where the file
    leads that waits on top of what counts."""

    state: str
    detail: str = ""
    href: str | None = None
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One agency and its marks, month by month."""

    name: str
    note: str
    marks: tuple[Mark, ...]


def board(months: Sequence[str], lines: Sequence[Line], caption: str) -> Html:
    """The board as a table, its months side by side."""
    head = [tag("th", t("board.agency"), scope="col"), *(tag("th", month, scope="col") for month in months)]
    rows = [tag("tr", _name(line), *(_cell(mark) for mark in line.marks)) for line in lines]
    return scrolling(caption, tag("tr", *head), rows, "ioc-board")


def key() -> Html:
    """What each icon means."""
    items = [_chip(state, t(WORDS[state])) for state in ICONS if state != "not_due"]
    return tag("div", *items, cls="ioc-chips")


def _name(line: Line) -> Html:
    return tag("th", tag("span", line.name), tag("small", line.note), scope="row")


def _cell(mark: Mark) -> Html:
    if mark.state == "not_due":
        return tag("td", tag("span", t(WORDS["not_due"]), cls="ioc-hidden"))
    word = t(WORDS[mark.state])
    chip = _chip(mark.state, mark.detail or word, f"{word} {mark.detail}".strip())
    linked = tag("a", chip, href=mark.href) if mark.href else chip
    return tag("td", linked, _newer(mark.newer) if mark.newer else None)


def _newer(href: str) -> Html:
    return tag(
        "a",
        _chip("waiting", "", t("board.newer")),
        tag("span", t("board.newer"), cls="ioc-hidden"),
        href=href,
    )


def _chip(state: str, text: str, title: str = "") -> Html:
    icon = tag("span", ICONS[state], cls="ioc-icon", aria_hidden=True)
    return tag("span", icon, text, cls=f"ioc-chip ioc-{LOOKS[state]}", title=title or None)
