"""The sequential scale: five blues with their bounds, hatching for missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from graphics.markup import Html, tag
from language import t
from language.numbers import count, decimal, percent

RATE_BOUNDS = (20, 35, 50, 65)
WIDE = 40  # points between lowest and highest from which the usual bounds tell rates apart

STEPS = [Decimal(step) for step in ("0.1", "0.2", "0.5", "1", "2", "5", "10")]
Bounds = tuple[Decimal | int, ...]


def bin_class(value: Decimal | int | None, bounds: Bounds) -> str:
    """The class of a value: `ioc-bin-0` (lowest) to `ioc-bin-4`, `ioc-hatch` if missing."""
    if value is None:
        return "ioc-hatch"
    return f"ioc-bin-{sum(value >= bound for bound in bounds)}"


def rate_bounds(values: Iterable[Decimal | None]) -> tuple[Decimal | int, ...]:
    """The usual bounds, or closer ones of a round step where all rates lie close together."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=Decimal(0)), max(known, default=Decimal(100))
    if high - low >= WIDE or high == low:
        return RATE_BOUNDS
    step = next(step for step in STEPS if step * 5 >= high - low)
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    return tuple(first + step * place for place in range(1, 5))


def count_bounds(values: list[int]) -> tuple[int, ...]:
    """Four bounds that cut the counts into fifths of the highest."""
    highest = max(values, default=5)
    return tuple(max(place, round(highest * place / 5)) for place in range(1, 5))


def legend(bounds: Bounds, rates: bool = True, missing: bool = False) -> Html:
    """What each blue means; hatching only where something is missing."""
    write = (lambda value: percent(value, None)) if rates else count
    words = [f"< {write(bounds[0])}"]
    words += [f"{decimal(low, None)}–{write(high)}" for low, high in pairwise(bounds)]
    words.append(f"≥ {write(bounds[-1])}")
    items = [_item(f"ioc-bin-{place}", word) for place, word in enumerate(words)]
    if missing:
        items.append(_item("ioc-hatch", t("status.missing")))
    return tag("ul", *items, cls="ioc-scale")


def _item(look: str, word: str) -> Html:
    return tag("li", tag("span", cls=f"ioc-bin {look}", aria_hidden=True), word)
