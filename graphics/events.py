"""Events as trends number them: number, day, what happened, from where or by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphics.markup import Html, tag


@dataclass(frozen=True, slots=True)
class Line:
    """One event, its parts written already. `href` leads to the batch that holds it."""

    number: int
    day: str
    title: str
    detail: str
    structural: bool = False
    href: str | None = None
    link: str = ""


def events_list(lines: Sequence[Line]) -> Html:
    """In the order of their numbers; the page's charts show the same numbers."""
    return tag("ul", *map(_line, lines), cls="ioc-events")


def _line(line: Line) -> Html:
    number = tag("span", str(line.number), cls="ioc-eventnumber")
    title = tag("strong", line.title) if line.structural else tag("span", line.title)
    link = tag("a", line.link, href=line.href, target="_self") if line.href else None
    what = tag("div", title, " ", tag("small", line.detail, cls="ioc-muted"), " ", link)
    return tag("li", number, tag("span", line.day, cls="ioc-eventday"), what)
