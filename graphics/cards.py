"""The frame of a card, the dominant figure of a page, and the cards of the second rank."""

from __future__ import annotations

from dataclasses import dataclass

from graphics.bars import bullet, stacked
from graphics.marks import corner, coverage_mark
from graphics.markup import Child, Html, joined, rich, tag
from graphics.shapes import Amount, Bullet, Coverage, Segment, Status
from language import t
from language.numbers import MISSING, NBSP, count, decimal, fraction, percent_sign


@dataclass(frozen=True, slots=True)
class Fact:
    """A short figure with a line of explanation below it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Hero:
    """The one dominant figure of a page. With `unit` "%" the value is a rate, else a count."""

    title: str
    value: Amount
    unit: str = "%"
    lead: str = ""
    segments: tuple[Segment, ...] = ()
    sentence: str = ""
    facts: tuple[Fact, ...] = ()
    coverage: Coverage | None = None
    status: Status | None = None
    href: str | None = None
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Kpi:
    """A card of the second rank: figure, bar against its target, a sentence that says what it means."""

    title: str
    value: Amount
    unit: str = "%"
    bullet: Bullet | None = None
    status: Status | None = None
    sentence: str = ""
    coverage: Coverage | None = None
    href: str | None = None
    synthetic: bool = False


def grid(*cards: Html, wall: bool = False) -> Html:
    """Cards in twelve columns of equal row height; `wall` fills one big screen without scrolling."""
    return tag("div", tag("div", *cards, cls="ioc-grid"), cls="ioc-page ioc-wall" if wall else "ioc-page")


def card(
    title: str,
    *body: Child,
    span: int = 4,
    tall: int = 1,
    aside: Html | None = None,
    href: str | None = None,
    look: str = "",
) -> Html:
    """A card of `span` columns and `tall` rows; with `href` the whole card leads there."""
    name = tag("a", title, href=href, cls="ioc-cover") if href else title
    corner_marks = tag("div", aside, cls="ioc-aside") if aside else None
    head = tag("div", tag("h2", name, cls="ioc-cardtitle"), corner_marks, cls="ioc-head")
    return tag("section", head, *body, cls=f"ioc-card ioc-span-{span} ioc-tall-{tall} {look}".rstrip())


def hero(shape: Hero, span: int = 4, tall: int = 2) -> Html:
    """The one dominant figure, what it is made of, and what follows from it."""
    body = [
        tag("p", rich(shape.lead), cls="ioc-lead") if shape.lead else None,
        tag("p", *figure(shape.value, shape.unit), cls="ioc-huge"),
        stacked(shape.segments) if shape.segments else None,
        _facts(shape.facts) if shape.facts else None,
        _foot(shape.sentence, coverage_mark(shape.coverage)),
    ]
    aside = corner(shape.status, shape.synthetic)
    return card(shape.title, *body, span=span, tall=tall, aside=aside, href=shape.href, look="ioc-hero")


def kpi(shape: Kpi, span: int = 4) -> Html:
    """Figure, bullet bar with labelled targets, status in the corner, and a sentence."""
    body = [
        tag("p", *figure(shape.value, shape.unit), cls="ioc-big"),
        bullet(shape.bullet, labelled=True) if shape.bullet else None,
        _foot(shape.sentence, coverage_mark(shape.coverage)),
    ]
    aside = corner(shape.status, shape.synthetic)
    return card(shape.title, *body, span=span, aside=aside, href=shape.href, look="ioc-kpi")


def figure(value: Amount, unit: str) -> tuple[Child, ...]:
    """A big figure with its unit set smaller; rates to two decimals, counts whole."""
    if value is None:
        return (MISSING,)
    if unit == "%":
        return decimal(value), tag("span", percent_sign(), cls="ioc-unit")
    return count(value), tag("span", f"{NBSP}{unit}", cls="ioc-unit")


def part_of_whole(part: int | None, whole: int | None, of: str) -> str:
    """The lead of a rate: "**1.507** trên 1.877 thủ tục hành chính"."""
    return t("graphics.part_of_whole", part=count(part), whole=count(whole), of=of)


def detail(part: int | None, whole: int | None, unit: str) -> str:
    """The fraction beside a rate: "826/1.877 TTHC"."""
    return f"{fraction(part, whole)} {unit}".strip()


def _facts(facts: tuple[Fact, ...]) -> Html:
    items = [tag("li", tag("strong", fact.value), tag("span", fact.text)) for fact in facts]
    return tag("ul", *items, cls="ioc-facts")


def _foot(sentence: str, coverage: Html | None) -> Html | None:
    if not sentence and coverage is None:
        return None
    return tag("div", tag("p", rich(sentence)) if sentence else joined(), coverage, cls="ioc-foot")
