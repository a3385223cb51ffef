"""A ranking: name, bar, rate, fraction and – where known – the course over time, worst first."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graphics.bars import bullet
from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, share, tag
from graphics.shapes import Bullet, Status
from language import t
from language.numbers import percent

SMALL_ENDS = (Decimal(5), Decimal(10), Decimal(20))


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of a ranking: rate with bar, fraction, and its course over time if known."""

    name: str
    value: Decimal | None
    detail: str = ""
    course: tuple[Decimal, ...] = ()
    status: Status | None = None
    href: str | None = None


def ranking_card(
    title: str,
    rows: tuple[Ranked, ...],
    note: str = "",
    synthetic: bool = False,
    span: int = 6,
    tall: int = 1,
) -> Html:
    """The ranking in a card, in the order it is given."""
    high = _end_of_scale(rows)
    scale = t("graphics.scale_to", high=percent(high, digits=None)) if high < 100 else ""
    aside = corner(synthetic=synthetic, note=note or scale)
    return card(title, ranking(rows), span=span, tall=tall, aside=aside)


def ranking(rows: tuple[Ranked, ...]) -> Html:
    """One line an agency; bars share one scale from 0, to 100 % unless all rates are small."""
    high = _end_of_scale(rows)
    return tag("ul", *(_line(row, high) for row in rows), cls="ioc-ranking")


def sparkline(course: tuple[Decimal, ...]) -> Html | None:
    """The course of a rate between its own lowest and highest, without axis; nothing below two points."""
    if len(course) < 2:
        return None
    low, high = min(course), max(course)
    step = 100 / (len(course) - 1)
    # A flat course runs through the middle, not along the floor.
    heights = [50.0 if low == high else 92 - 0.92 * float(share(value, low, high)[:-1]) for value in course]
    upper = [f"{place * step:.1f}% {height:.1f}%" for place, height in enumerate(heights)]
    lower = [f"{place * step:.1f}% {height + 8:.1f}%" for place, height in enumerate(heights)]
    line = ",".join(upper + lower[::-1])
    area = ",".join([*upper, "100% 100%", "0% 100%"])
    return tag(
        "span",
        tag("span", cls="ioc-sparkarea", style=f"clip-path:polygon({area})"),
        tag("span", style=f"clip-path:polygon({line})"),
        cls="ioc-spark",
        role="img",
        aria_label=t("graphics.course", first=percent(course[0]), last=percent(course[-1])),
    )


def _end_of_scale(rows: tuple[Ranked, ...]) -> Decimal:
    """100, or a round end above the highest where a tenth of the bars would be all there is to see."""
    highest = max((row.value for row in rows if row.value is not None), default=Decimal(100))
    return next((end for end in SMALL_ENDS if highest <= end), Decimal(100))


def _line(row: Ranked, high: Decimal) -> Html:
    name = tag("a", row.name, href=row.href) if row.href else row.name
    return tag(
        "li",
        tag("span", name, cls="ioc-name"),
        bullet(Bullet(row.value, status=row.status, high=high)),
        tag("strong", percent(row.value)),
        tag("small", row.detail),
        sparkline(row.course),
    )
