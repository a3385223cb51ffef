"""Cải cách: what was promised, by when, and how far it is reported to be."""

from collections import Counter
from datetime import date

from graphics.cards import card
from graphics.markup import Html, tag
from graphics.targets import targets_card
from language import t, tn
from language.numbers import count, percent
from metrics.scope import Scope
from reports.exports import Column
from ui import reads, reform_item
from ui.overview import titled
from ui.panels import Panel, drawn

# The kinds that extracts name, by the card they stand in; any other kind stands with people.
FAMILIES = {
    "reform.plan": ("rà soát", "đơn giản hóa", "cắt giảm", "nội bộ"),
    "reform.online": ("toàn trình", "số hóa"),
    "reform.people": (),
}


def promises() -> list[Html]:
    """A card a family: every item with its date, its amount and the progress that was reported."""
    items = _dated_first()
    known = {kind for kinds in FAMILIES.values() for kind in kinds}
    cards = []
    for title, kinds in FAMILIES.items():
        mine = [item for item in items if (item["kind"] in kinds if kinds else item["kind"] not in known)]
        # The plan has most items; the two shorter lists stand beside it.
        span, tall = (5, 1) if cards else (7, 2)
        rows = tuple(map(reform_item.line, mine))
        cards.append(
            targets_card(_found(t(title), mine), rows, span, tall) if rows else _nothing(t(title), span, tall)
        )
    return cards


@drawn
def table(scope: Scope) -> Panel:
    """Every item in full, with its source; the title says how many have been reported on."""
    items, until = _dated_first(), reads.stated_until("reform_items", scope.end)
    if not items:
        return Panel("cai-cach", t("reform.every_item"), refused=t("reform.no_items"))
    reported = sum(item["done"] is not None for item in items)
    columns = [
        Column(t("reform.item")),
        Column(t("reform.kind")),
        Column(t("reform.quantity"), "count"),
        Column(t("reform.done"), "count"),
        Column(t("reform.rate"), "percent"),
        Column(t("reform.target_rate"), "percent"),
        Column(t("reform.due"), "day"),
        Column(t("reform.standing")),
        Column(t("reform.source")),
    ]
    rows = [
        (
            titled(item),
            reform_item.kind(item),
            item["quantity"],
            item["done"],
            reform_item.reached(item),
            item["target_rate"],
            item["due_on"],
            reform_item.standing(item, until),
            item["source"],
        )
        for item in items
    ]
    title = tn("reform.reported", len(items), reported=count(reported), day=until)
    return Panel("cai-cach", title, columns, rows, note=_note(items))


def _found(family: str, items: list[dict]) -> str:
    """How many of a family anybody has reported on."""
    reported = sum(item["done"] is not None for item in items)
    return tn("reform.family", len(items), family=family, reported=count(reported))


def _dated_first() -> list[dict]:
    """Every item, the nearest date first."""
    return sorted(reads.reform_items(), key=lambda item: (item["due_on"] or date.max, item["code"]))


def _nothing(title: str, span: int, tall: int) -> Html:
    return card(title, tag("p", t("reform.no_items")), span=span, tall=tall)


def _note(items: list[dict]) -> str:
    """What the items report is not what is measured from dossiers."""
    return " ".join(filter(None, (t("reform.own_report"), _told_apart(items))))


def _told_apart(items: list[dict]) -> str:
    """Said where several items aim at the same rate: each is a rate of something else."""
    rates = Counter(item["target_rate"] for item in items if item["target_rate"])
    same = [(rate, times) for rate, times in rates.items() if times > 1]
    return " ".join(tn("reform.same_rate", n, rate=percent(rate, digits=None)) for rate, n in same)
