"""Giải thích: one card an indicator – what it is made of, where it stands, what to beware of."""

from graphics.cards import card, figure, grid
from graphics.markup import Html, rich, tag
from language import t
from language.numbers import MISSING, count, day, fraction, percent
from metrics.figure import Figure
from metrics.indicators import CONNECTIONS, DOSSIERS, INDICATORS, PROCEDURES, Indicator
from metrics.scope import Scope
from reports.exports import Column
from ui import reads
from ui.aims import aim
from ui.glossary import Term, holds
from ui.parts import Rows

GROUPS = (("dossiers", DOSSIERS), ("procedures", PROCEDURES), ("connections", CONNECTIONS))
DIRECTIONS = {True: "higher", False: "lower", None: "neutral"}
FIELDS = ("of", "unit", "direction", "basis", "target", "as_of", "caveat")


def groups(scope: Scope, words: str) -> list[tuple[str, Html]]:
    """Title and cards of each group in which anything matches."""
    found = reads.figures(tuple(INDICATORS), scope)
    shown = []
    for name, indicators in GROUPS:
        cards = [_card(found[one.key], scope) for one in indicators if holds(_text(found[one.key]), words)]
        if cards:
            shown.append((t(f"glossary.{name}"), grid(*cards)))
    return shown


def columns() -> list[Column]:
    """For the table twin and the files."""
    words = ("glossary.indicator", "glossary.meaning", *(f"glossary.{field}" for field in FIELDS))
    return [Column(t(word)) for word in words] + [Column(t("glossary.now"))]


def rows(scope: Scope, words: str) -> Rows:
    found = reads.figures(tuple(INDICATORS), scope)
    return [
        (t(f"indicator.{key}"), t(f"meaning.{key}"), *_facts(one, scope), _now(one))
        for key, one in found.items()
        if holds(_text(one), words)
    ]


def sources() -> list[Term]:
    """Where recorded figures come from, and which records name that source."""
    named: dict[str, set[str]] = {}
    records = (
        ("events", reads.events()),
        ("connections", reads.connections()),
        ("reform_items", reads.reform_items()),
    )
    for kind, found in records:
        for record in found:
            named.setdefault(record["source"], set()).add(t(f"kind.{kind}"))
    return [Term(source, ", ".join(sorted(kinds))) for source, kinds in sorted(named.items())]


def calculation(indicator: Indicator) -> str:
    """Numerator over denominator in words; a count has no denominator."""
    part = _sum(indicator.part)
    if not indicator.is_rate:
        return part
    return f"{part} ÷ {_sum(indicator.whole)}"


def _card(one: Figure, scope: Scope) -> Html:
    key = one.indicator.key
    facts = [
        tag("div", tag("dt", t(f"glossary.{field}")), tag("dd", text))
        for field, text in zip(FIELDS, _facts(one, scope), strict=True)
    ]
    return card(
        t(f"indicator.{key}"),
        tag("p", rich(t(f"meaning.{key}"))),
        tag("dl", *facts, cls="ioc-define"),
        span=6,
        aside=tag(
            "span",
            *figure(one.value, "%" if one.indicator.is_rate else t(f"unit.{one.indicator.unit}")),
            cls="ioc-now",
        ),
    )


def _facts(one: Figure, scope: Scope) -> tuple[str, ...]:
    """In the order of FIELDS."""
    what = one.indicator
    return (
        calculation(what),
        t(f"unit.{what.unit}"),
        t(f"direction.{DIRECTIONS[what.higher_is_better]}"),
        what.basis or t("glossary.own_definition"),
        aim(one, scope).note if what.is_rate else MISSING,
        f"{day(one.as_of)} · {t(f'glossary.{what.kind}')}",
        t(f"caveat.{what.key}"),
    )


def _now(one: Figure) -> str:
    if one.state != "value":
        return t(f"figure.{one.state}")
    return (
        f"{percent(one.value)} ({fraction(one.part, one.whole)})"
        if one.indicator.is_rate
        else count(one.part)
    )


def _text(one: Figure) -> str:
    key = one.indicator.key
    return " ".join((t(f"indicator.{key}"), t(f"meaning.{key}"), calculation(one.indicator)))


def _sum(measures: tuple[str, ...]) -> str:
    """Measures added up; in brackets where there are several, since a division may follow."""
    words = " + ".join(t(f"measure.{name}") for name in measures)
    return f"({words})" if len(measures) > 1 else words
