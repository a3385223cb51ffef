"""The head of a page: its title, and the strip that says what the figures stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphics.marks import chip, coverage_mark, synthetic_tag
from graphics.markup import Html, joined, rich, tag
from graphics.shapes import Coverage, Status
from language import t, tn
from language.numbers import period

STALE = 45  # days; a month's extract is due within the month after


@dataclass(frozen=True, slots=True)
class Strip:
    """What every page says above its figures: period, as-of, who has sent, simulated or not."""

    first: date | None
    last: date | None
    as_of: date | None
    coverage: Coverage | None = None
    synthetic: bool = False
    age_days: int | None = None
    ended: int = 0  # of the agencies due in the period, those that are no more at its end


def heading(title: str, shape: Strip | None = None, subtitle: str = "", aside: Html | None = None) -> Html:
    """The page's only h1, the strip below it, and what belongs to its right."""
    left = tag(
        "div",
        tag("h1", title, cls="ioc-h1"),
        tag("p", rich(subtitle), cls="ioc-subtitle") if subtitle else None,
        strip(shape) if shape else None,
    )
    return tag("div", tag("header", left, aside, cls="ioc-heading"), cls="ioc-page")


def strip(shape: Strip) -> Html:
    """Period · as-of · received n of m · simulated or not; amber where data are stale or missing."""
    span = period(shape.first, shape.last) if shape.first and shape.last else None
    words = [
        t("graphics.period", period=span) if span else t("graphics.no_period"),
        t("graphics.as_of", day=shape.as_of) if shape.as_of else None,
    ]
    items = [tag("span", word) for word in words if word]
    if shape.coverage:
        received = joined(t("graphics.received"), " ", coverage_mark(shape.coverage))
        items.append(tag("span", received, *_ended(shape)))
    if shape.age_days is not None and shape.age_days > STALE:
        items.append(chip(tn("graphics.stale", shape.age_days), Status.WATCH))
    if shape.synthetic:
        items.append(synthetic_tag())
    return tag("div", *items, cls="ioc-source")


def _ended(shape: Strip) -> list[str]:
    """So that 151 of 151 is not taken for the number of agencies there are."""
    return [" ", tn("graphics.ended", shape.ended)] if shape.ended else []


def notice(sentence: str, action: str = "", status: Status | None = None) -> Html:
    """An empty place says what is missing and what to do about it."""
    look = f" ioc-notice-{status.value}" if status else ""
    return tag(
        "div",
        tag("p", tag("strong", sentence)),
        tag("p", rich(action)) if action else None,
        cls=f"ioc-page ioc-notice{look}",
    )
