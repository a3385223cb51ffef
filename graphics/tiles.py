"""The tile map: areas as tiles in geographic order; districts hold their communes as squares sorted by
value, the units of two tiers are shaded themselves.

A list of links, so that keyboard, screen reader and a page without script all work. Places
are data, because the district tier ended on 1-7-2025.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote

from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, rich, tag
from graphics.scale import Bounds, bin_class, legend, rate_bounds
from language import t
from language.numbers import percent

USUAL_COLUMNS = 3  # a map of more has small tiles


@dataclass(frozen=True, slots=True)
class Unit:
    """One small square of a tile: a commune; `note` is what its rate is made of."""

    name: str
    value: Decimal | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the map's measure counts too and no tile shows."""

    name: str
    value: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One area in its place on the tile map; `href` chooses it, or clears the choice. A district holds
    its communes as squares; a single unit is `shaded` itself."""

    key: str
    name: str
    value: Decimal | None
    row: int
    column: int
    units: tuple[Unit, ...] = ()
    note: str = ""
    href: str = ""
    shaded: bool = False


def tiles_card(
    title: str,
    tiles: tuple[Tile, ...],
    selected: str | None = None,
    parameter: str = "huyen",
    synthetic: bool = False,
    span: int = 6,
    tall: int = 1,
    hint: bool = True,
    note: str = "",
    beyond: Beyond | None = None,
) -> Html:
    """The map in a card with its legend and, but on a wall, the sentence that says how to choose; `note`
    says what the tiles are, and a line under them what is `beyond` them."""
    values = _shaded(tiles)
    bounds = rate_bounds(values)
    how = t("graphics.tile_clear") if selected else t("graphics.tile_choose")
    sentence = tag("span", how, cls="ioc-muted") if hint else None
    below = tag("div", legend(bounds, missing=None in values), sentence, cls="ioc-below")
    body = tile_map(tiles, selected, parameter)
    lead = tag("p", rich(note), cls="ioc-lead") if note else None
    rest = _beyond(beyond) if beyond else None
    return card(title, lead, body, rest, below, span=span, tall=tall, aside=corner(synthetic=synthetic))


def tile_map(tiles: tuple[Tile, ...], selected: str | None = None, parameter: str = "huyen") -> Html:
    """Each tile leads where it says, else to `?huyen=718`; the chosen one back to none chosen."""
    # Reading order is the map's order, whatever order the tiles came in.
    ordered = sorted(tiles, key=lambda tile: (tile.row, tile.column))
    bounds = rate_bounds(_shaded(tiles))
    lines = (_tile(tile, tile.key == selected, parameter, bounds) for tile in ordered)
    columns = max((int(tile.column) for tile in tiles), default=1)
    look = "ioc-tiles ioc-fine" if columns > USUAL_COLUMNS else "ioc-tiles"
    return tag("ul", *lines, cls=look, style=f"grid-template-columns:repeat({columns},minmax(0,1fr))")


def _tile(tile: Tile, chosen: bool, parameter: str, bounds: Bounds) -> Html:
    target = tile.href or ("?" if chosen else f"?{quote(parameter)}={quote(tile.key)}")
    name = tag("a", tile.name, href=target, aria_current=chosen, cls="ioc-cover")
    shade = [bin_class(tile.value, bounds)] if tile.shaded else []
    return tag(
        "li",
        tag("div", name, tag("strong", percent(tile.value)), cls="ioc-row"),
        _squares(tile.units, bounds),
        tag("small", tile.note) if tile.note else None,
        cls=" ".join(["ioc-tile", *shade, *(["ioc-chosen"] if chosen else [])]),
        style=f"grid-row:{int(tile.row)};grid-column:{int(tile.column)}",
    )


def _shaded(tiles: tuple[Tile, ...]) -> list[Decimal | None]:
    """What bears a colour: the squares, and tiles without squares."""
    return [one.value for tile in tiles for one in ([tile] if tile.shaded else tile.units)]


def _sorted(units: tuple[Unit, ...]) -> list[Unit]:
    return sorted(units, key=lambda unit: unit.value if unit.value is not None else Decimal(-1), reverse=True)


def _squares(units: tuple[Unit, ...], bounds: Bounds) -> Html | None:
    squares = [_square(unit, bounds) for unit in _sorted(units)]
    return tag("div", *squares, cls="ioc-units", aria_hidden=True) if squares else None


def _square(unit: Unit, bounds: Bounds) -> Html:
    look = bin_class(unit.value, bounds)
    made_of = f" ({unit.note})" if unit.note else ""
    return tag("span", cls=f"ioc-bin {look}", title=f"{unit.name}: {percent(unit.value)}{made_of}")


def _beyond(rest: Beyond) -> Html:
    return tag(
        "p",
        tag("span", rest.name),
        tag("strong", percent(rest.value)),
        tag("small", rest.note),
        cls="ioc-beyond",
    )
