"""Dots on one short scale: close rates made comparable, with the province's own rate as a line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, share, tag
from language import t
from language.numbers import percent, points


@dataclass(frozen=True, slots=True)
class Level:
    """One group of a dot plot."""

    label: str
    value: Decimal | None
    detail: str = ""


def levels_card(
    title: str,
    levels: tuple[Level, ...],
    mean: Decimal | None,
    span: int = 3,
    tall: int = 1,
    href: str | None = None,
    synthetic: bool = False,
) -> Html:
    """One line a level; the cut axis is labelled at both ends."""
    low, high = ends([level.value for level in levels] + [mean])
    lines = tag("ul", *(_line(level, mean, low, high) for level in levels), cls="ioc-levels")
    aside = corner(synthetic=synthetic)
    return card(title, lines, _axis(mean, low, high), span=span, tall=tall, href=href, aside=aside)


def ends(values: list[Decimal | None]) -> tuple[Decimal, Decimal]:
    """Whole percents around all values with room on both sides, never beyond 0 and 100."""
    known = [value for value in values if value is not None]
    if not known:
        return Decimal(0), Decimal(100)
    low = (min(known) - Decimal("0.5")).to_integral_value(ROUND_FLOOR)
    high = (max(known) + Decimal("0.5")).to_integral_value(ROUND_CEILING)
    return max(Decimal(0), low), min(Decimal(100), high)


def _line(level: Level, mean: Decimal | None, low: Decimal, high: Decimal) -> Html:
    marks = [_mean_mark(mean, low, high)]
    if level.value is not None:
        marks.append(tag("span", cls="ioc-dot", style=f"left:{share(level.value, low, high)}"))
    detail = tag("span", level.detail, cls="ioc-muted ioc-nowrap") if level.detail else None
    return tag(
        "li",
        tag("div", tag("span", level.label), tag("strong", percent(level.value)), cls="ioc-row"),
        tag(
            "div",
            *marks,
            cls="ioc-rail" + ("" if level.value is not None else " ioc-hatch"),
            aria_hidden=True,
        ),
        tag("div", tag("small", compared(level.value, mean)), detail, cls="ioc-row"),
    )


def compared(value: Decimal | None, mean: Decimal | None) -> str:
    """The distance from the mean in words: "thấp hơn toàn tỉnh 1,06 điểm %"."""
    if value is None or mean is None:
        return t("status.missing")
    gap = points(abs(value - mean)).lstrip("+")
    if value == mean:
        return t("graphics.same_as_mean")
    return t("graphics.above_mean", gap=gap) if value > mean else t("graphics.below_mean", gap=gap)


def _mean_mark(mean: Decimal | None, low: Decimal, high: Decimal) -> Html | None:
    return tag("span", cls="ioc-mean", style=f"left:{share(mean, low, high)}") if mean is not None else None


def _axis(mean: Decimal | None, low: Decimal, high: Decimal) -> Html:
    """Both ends and the mean; the label leans to the side with more room."""
    place = share(mean, low, high)
    lean = "ioc-lean" if float(place[:-1]) > 50 else "ioc-start"
    label = t("graphics.mean", value=percent(mean))
    middle = (
        tag("span", label, cls=f"ioc-meanlabel {lean}", style=f"left:{place}") if mean is not None else None
    )
    return tag("div", tag("span", percent(low, 0)), middle, tag("span", percent(high, 0)), cls="ioc-axis")
