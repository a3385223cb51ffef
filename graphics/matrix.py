"""Where dossiers are handed in against where they are handled: a table whose cells are shaded."""

from __future__ import annotations

from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, rich, tag
from graphics.scale import bin_class, count_bounds, legend
from graphics.shapes import Matrix, Place
from language.numbers import count


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
    below = tag("div", legend(_bounds(shape), rates=False), cls="ioc-below")
    body = matrix(shape, title)
    return card(title, lead, body, below, span=span, tall=tall, aside=corner(synthetic=synthetic))


def matrix(shape: Matrix, caption: str) -> Html:
    """A real table, so that it can be read aloud and printed; shading only adds to it."""
    bounds = _bounds(shape)
    head = tag("thead", tag("tr", tag("td"), *(_name(place, "col") for place in shape.columns)))
    rows = [
        tag("tr", _name(place, "row"), *(_cell(v, (r, c) in shape.own, bounds) for c, v in enumerate(row)))
        for r, (place, row) in enumerate(zip(shape.rows, shape.cells, strict=True))
    ]
    hidden = tag("caption", caption, cls="ioc-hidden")
    return tag("table", hidden, head, tag("tbody", *rows), cls="ioc-matrix")


def _bounds(shape: Matrix) -> tuple[int, ...]:
    """Shading is for those who went elsewhere; the many at home would drown them."""
    cells = ((r, c, value) for r, row in enumerate(shape.cells) for c, value in enumerate(row))
    return count_bounds([value for r, c, value in cells if value is not None and (r, c) not in shape.own])


def _name(place: Place, scope: str) -> Html:
    full = tag("span", place.name, cls="ioc-full")
    short = tag("abbr", place.short, title=place.name, cls="ioc-abbr")
    return tag("th", short if scope == "col" else full, None if scope == "col" else short, scope=scope)


def _cell(value: int | None, own: bool, bounds: tuple[int, ...]) -> Html:
    look = "ioc-own" if own else bin_class(value, bounds)
    return tag("td", count(value), cls=look)
