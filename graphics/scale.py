"""The sequential scale: five blues with their bounds, hatching for missing."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from graphics.markup import Html, tag
from language import t
from language.numbers import count, percent

RATE_BOUNDS = (20, 35, 50, 65)


def bin_class(value: Decimal | int | None, bounds: tuple[int, ...]) -> str:
    """The class of a value: `ioc-bin-0` (lowest) to `ioc-bin-4`, `ioc-hatch` if missing."""
    if value is None:
        return "ioc-hatch"
    return f"ioc-bin-{sum(value >= bound for bound in bounds)}"


def count_bounds(values: list[int]) -> tuple[int, ...]:
    """Four bounds that cut the counts into fifths of the highest."""
    highest = max(values, default=5)
    return tuple(max(place, round(highest * place / 5)) for place in range(1, 5))


def legend(bounds: tuple[int, ...], rates: bool = True, missing: bool = False) -> Html:
    """What each blue means; hatching only where something is missing."""
    write = (lambda value: percent(value, 0)) if rates else count
    words = [f"< {write(bounds[0])}"]
    words += [f"{count(low)}–{write(high)}" for low, high in pairwise(bounds)]
    words.append(f"≥ {write(bounds[-1])}")
    items = [_item(f"ioc-bin-{place}", word) for place, word in enumerate(words)]
    if missing:
        items.append(_item("ioc-hatch", t("status.missing")))
    return tag("ul", *items, cls="ioc-scale")


def _item(look: str, word: str) -> Html:
    return tag("li", tag("span", cls=f"ioc-bin {look}", aria_hidden=True), word)
