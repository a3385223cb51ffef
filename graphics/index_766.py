"""The components of one score: a bar as long as what each can give, filled as far as it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graphics.markup import Html, rich, share, tag
from graphics.table import scrolling


@dataclass(frozen=True, slots=True)
class Line:
    """A component, or all of a group that nobody can measure: `points` None is hatched.

    The cells are written already: points of maximum, lost, rate and its threshold, fraction.
    """

    name: str
    note: str
    points: Decimal | None
    maximum: Decimal
    cells: tuple[str, ...]


def components(lines: Sequence[Line], columns: Sequence[str], caption: str) -> Html:
    """A real table; all bars share one scale, so that what is lost is seen as it weighs.

    `columns` head the name, the bar and the cells of the lines.
    """
    longest = max(line.maximum for line in lines)
    name, bar, *others = columns
    head = tag(
        "tr",
        *(tag("th", word, scope="col") for word in (name, bar)),
        *(tag("th", word, scope="col", cls="ioc-number") for word in others),
    )
    return scrolling(caption, head, [_row(line, others, longest) for line in lines], "ioc-stacked ioc-index")


def steps(sentences: Sequence[str]) -> Html:
    """What to do next, the cheapest first."""
    return tag("ol", *(tag("li", rich(sentence)) for sentence in sentences), cls="ioc-todo")


def _row(line: Line, columns: Sequence[str], longest: Decimal) -> Html:
    note = tag("small", line.note) if line.note else None
    cells = [
        tag("td", cell, cls="ioc-number" + (" ioc-strong" if at == 0 else ""), data_label=column)
        for at, (cell, column) in enumerate(zip(line.cells, columns, strict=True))
    ]
    return tag("tr", tag("th", line.name, note, scope="row"), tag("td", _bar(line, longest)), *cells)


def _bar(line: Line, longest: Decimal) -> Html:
    """The cells beside it say the same in figures."""
    room = f"width:{share(line.maximum, 0, longest)}"
    if line.points is None:
        return tag("div", cls="ioc-bar ioc-hatch", style=room, aria_hidden=True)
    fill = tag("div", cls="ioc-fill", style=f"width:{share(line.points, 0, line.maximum)}")
    return tag("div", fill, cls="ioc-bar", style=room, aria_hidden=True)
