"""Phi địa giới: which procedure to open next, one a line, with the counters that could take it."""

from collections.abc import Sequence

from graphics.cards import card
from graphics.marks import corner
from graphics.markup import Html, tag
from graphics.table import table
from language import t, tn
from language.numbers import count, fraction
from metrics.cross_boundary_gaps import Counter, Opening
from metrics.scope import Scope
from ui import reads
from ui.parts import Rows

SHOWN = 11  # procedures of the card
NAMED = 3  # counters that a line names


def next_to_open(scope: Scope, synthetic: bool) -> Html:
    """The card of procedures in the order of demand, the first of them as its finding."""
    found = first(scope)
    title = next_found(found)
    rows = [
        (one.gap.live.name, one.gap.live.dossiers, len(one.counters), one.inbound,
         fraction(one.gap.opened, one.gap.counters), named(one.counters))
        for one in found
    ]  # fmt: skip
    words = ("procedure", "dossiers_behind", "lacking", "inbound_there", "open_at", "counters_first")
    headers = [t(f"cross_boundary.column_{word}") for word in words]
    kinds = ("text", "count", "count", "count", "text", "text")
    return card(
        title,
        tag("p", t("cross_boundary.next_note"), cls="ioc-lead"),
        table(headers, kinds, rows, title) if rows else None,
        span=12,
        aside=corner(synthetic=synthetic),
    )


def first(scope: Scope) -> list[Opening]:
    """The procedures that the card has room for."""
    return reads.next_openings(scope, SHOWN)


def next_found(found: Sequence[Opening]) -> str:
    """The first procedure of the order, and at how many counters."""
    if not found:
        return t("cross_boundary.nothing_next")
    live, counters = found[0].gap.live, found[0].counters
    dossiers = tn("cross_boundary.dossiers", live.dossiers)
    return tn("cross_boundary.next_first", len(counters), procedure=live.name, dossiers=dossiers)


def pairs(found: Sequence[Opening]) -> Rows:
    """Every procedure × counter of the table, in the order of the card."""
    return [
        (
            one.gap.live.code,
            one.gap.live.name,
            counter.unit.code,
            counter.unit.name,
            one.gap.live.dossiers,
            counter.inbound,
        )
        for one in found
        for counter in one.counters
    ]


def named(counters: Sequence[Counter]) -> str:
    """The counters that most is brought to, and how many others there are."""
    names = ", ".join(f"{one.unit.name} ({count(one.inbound)})" for one in counters[:NAMED])
    more = len(counters) - NAMED
    return tn("cross_boundary.next_more", more, names=names) if more > 0 else names
