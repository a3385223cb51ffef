"""A table whose cells are shaded: where people hand in against where it is handled, what is open where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, rich, tag
from graphics.scale import RATE_BOUNDS, bin_class, count_bounds, legend
from graphics.shapes import Amount
from language.numbers import count, decimal


@dataclass(frozen=True, slots=True)
class Place:
    """A row or column of a matrix, with a short name for narrow screens."""

    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts (or rates in percent) from rows to columns; None is a cell of which nothing is known. `made_of`
    says of every rate what it is made of."""

    rows: tuple[Place, ...]
    columns: tuple[Place, ...]
    cells: tuple[tuple[Amount, ...], ...]
    own: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    rates: bool = False
    made_of: tuple[tuple[str, ...], ...] = ()


def matrix_card(
    title: str,
    shape: Matrix,
    note: str = "",
    synthetic: bool = False,
    span: int = 6,
    tall: int = 1,
) -> Html:
    """The matrix in a card; `note` says what rows and columns are."""
    lead = tag("p", rich(note), cls="ioc-lead") if note else None
    below = tag("div", legend(_bounds(shape), rates=shape.rates, missing=_misses(shape)), cls="ioc-below")
    body = matrix(shape, title)
    return card(title, lead, body, below, span=span, tall=tall, aside=corner(synthetic=synthetic))


def matrix(shape: Matrix, caption: str) -> Html:
    """A real table, so that it can be read aloud and printed; shading only adds to it."""
    bounds, write = _bounds(shape), _rate if shape.rates else count
    head = tag("thead", tag("tr", tag("td"), *(_name(place, "col", shape.rates) for place in shape.columns)))
    rows = [
        tag(
            "tr",
            _name(place, "row", True),
            *(
                _cell(v, (r, c) in shape.own, bounds, write, shape.made_of[r][c] if shape.made_of else None)
                for c, v in enumerate(row)
            ),
        )
        for r, (place, row) in enumerate(zip(shape.rows, shape.cells, strict=True))
    ]
    hidden = tag("caption", caption, cls="ioc-hidden")
    look = "ioc-matrix ioc-wordy" if shape.rates else "ioc-matrix"
    return tag("table", hidden, head, tag("tbody", *rows), cls=look)


def _bounds(shape: Matrix) -> tuple[int, ...]:
    """Shading is for those who went elsewhere; the many at home would drown them."""
    if shape.rates:
        return RATE_BOUNDS
    cells = ((r, c, value) for r, row in enumerate(shape.cells) for c, value in enumerate(row))
    return count_bounds([value for r, c, value in cells if value is not None and (r, c) not in shape.own])


def _name(place: Place, scope: str, both: bool) -> Html:
    """`both`: the full name, and the short one where there is no room for it."""
    full = tag("span", place.name, cls="ioc-full")
    short = tag("abbr", place.short, title=place.name, cls="ioc-abbr")
    return tag("th", full if both else None, short, scope=scope)


def _misses(shape: Matrix) -> bool:
    return any(value is None for row in shape.cells for value in row)


def _cell(
    value: Amount, own: bool, bounds: tuple[int, ...], write: Callable[[Amount], str], made_of: str | None
) -> Html:
    return tag("td", write(value), cls="ioc-own" if own else bin_class(value, bounds), title=made_of)


def _rate(value: Amount) -> str:
    """Whole percents without their sign, for which a phone has no room; the table twin has the decimals."""
    return decimal(value, 0)
