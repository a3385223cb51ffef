"""The tile map: districts as tiles in geographic order, communes as squares sorted by value.

A list of links, so that keyboard, screen reader and a page without script all work. Places
are data, because the district tier ended on 1-7-2025.
"""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import quote

from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, tag
from graphics.scale import Bounds, bin_class, legend, rate_bounds
from graphics.shapes import Tile, Unit
from language import t
from language.numbers import percent


def tiles_card(
    title: str,
    tiles: tuple[Tile, ...],
    selected: str | None = None,
    parameter: str = "huyen",
    synthetic: bool = False,
    span: int = 6,
    tall: int = 1,
    hint: bool = True,
) -> Html:
    """The map in a card with its legend and, but on a wall, the sentence that says how to choose."""
    values = [unit.value for tile in tiles for unit in tile.units]
    bounds = rate_bounds(values)
    how = t("graphics.tile_clear") if selected else t("graphics.tile_choose")
    sentence = tag("span", how, cls="ioc-muted") if hint else None
    below = tag("div", legend(bounds, missing=None in values), sentence, cls="ioc-below")
    body = tile_map(tiles, selected, parameter)
    return card(title, body, below, span=span, tall=tall, aside=corner(synthetic=synthetic))


def tile_map(tiles: tuple[Tile, ...], selected: str | None = None, parameter: str = "huyen") -> Html:
    """Each tile leads where it says, else to `?huyen=718`; the chosen one back to none chosen."""
    # Reading order is the map's order, whatever order the tiles came in.
    ordered = sorted(tiles, key=lambda tile: (tile.row, tile.column))
    bounds = rate_bounds(unit.value for tile in tiles for unit in tile.units)
    lines = (_tile(tile, tile.key == selected, parameter, bounds) for tile in ordered)
    return tag("ul", *lines, cls="ioc-tiles")


def _tile(tile: Tile, chosen: bool, parameter: str, bounds: Bounds) -> Html:
    target = tile.href or ("?" if chosen else f"?{quote(parameter)}={quote(tile.key)}")
    name = tag("a", tile.name, href=target, aria_current=chosen, cls="ioc-cover")
    return tag(
        "li",
        tag("div", name, tag("strong", percent(tile.value)), cls="ioc-row"),
        tag(
            "div", *(_square(unit, bounds) for unit in _sorted(tile.units)), cls="ioc-units", aria_hidden=True
        ),
        tag("small", tile.note) if tile.note else None,
        cls="ioc-tile ioc-chosen" if chosen else "ioc-tile",
        style=f"grid-row:{int(tile.row)};grid-column:{int(tile.column)}",
    )


def _sorted(units: tuple[Unit, ...]) -> list[Unit]:
    return sorted(units, key=lambda unit: unit.value if unit.value is not None else Decimal(-1), reverse=True)


def _square(unit: Unit, bounds: Bounds) -> Html:
    look = bin_class(unit.value, bounds)
    return tag("span", cls=f"ioc-bin {look}", title=f"{unit.name}: {percent(unit.value)}")
