"""Cải cách: what was promised, by when, and how far it is reported to be; digitisation."""

from collections import Counter
from datetime import date
from decimal import Decimal

from graphics.cards import card, grid, kpi
from graphics.markup import Html, tag
from graphics.shapes import Bullet, Kpi, TargetRow, Tick
from graphics.targets import targets_card
from language import t, tn
from language.numbers import count, day, decimal, fraction, month_long, percent
from metrics.scope import Scope
from reports.exports import Column
from ui import reads
from ui.aims import aim
from ui.overview import coverage_of, titled, unit_of
from ui.panels import Panel, drawn

# The kinds that extracts name, by the card they stand in; any other kind stands with people.
FAMILIES = {
    "reform.plan": ("rà soát", "đơn giản hóa", "cắt giảm", "nội bộ"),
    "reform.online": ("toàn trình", "số hóa"),
    "reform.people": (),
}
# What extracts call the kinds, and the words for them; a kind of somebody's own is shown as it is.
KINDS = {
    "rà soát": "review",
    "đơn giản hóa": "simplify",
    "cắt giảm": "cut",
    "nội bộ": "internal",
    "toàn trình": "online",
    "số hóa": "digitise",
    "con người": "people",
}
DIGITISED = ("digitised_input", "digitised_result")


def promises(scope: Scope) -> list[Html]:
    """A card a family: every item with its date, its amount and the progress that was reported."""
    items = reads.reform_items()
    known = {kind for kinds in FAMILIES.values() for kind in kinds}
    cards = []
    for title, kinds in FAMILIES.items():
        mine = [item for item in items if (item["kind"] in kinds if kinds else item["kind"] not in known)]
        if mine:
            rows = tuple(_row(item) for item in mine)
            first = not cards
            cards.append(targets_card(t(title), rows, span=7 if first else 5, tall=2 if first else 1))
    return cards


@drawn
def table(scope: Scope) -> Panel:
    """Every item in full, with its source; the title says how many have been reported on."""
    items, until = reads.reform_items(), reads.stated_until("reform_items", scope.end)
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
            _kind(item),
            item["quantity"],
            item["done"],
            _reached(item),
            item["target_rate"],
            item["due_on"],
            _standing(item, until),
            item["source"],
        )
        for item in items
    ]
    title = tn("reform.reported", len(items), reported=count(reported), day=until)
    return Panel("cai-cach", title, columns, rows, note=_told_apart(items))


def digitised(scope: Scope) -> Html:
    """Inputs and results digitised against their own targets."""
    found = reads.figures(DIGITISED, scope)
    cards = []
    for key, figure in found.items():
        one = aim(figure, scope)
        words = f"**{fraction(figure.part, figure.whole)}** {t('unit.dossiers')} · {one.note}"
        cards.append(
            Kpi(
                title=t(f"indicator.{key}"),
                value=figure.value,
                bullet=one.bullet,
                status=one.status,
                sentence=words if figure.state == "value" else t(f"figure.{figure.state}"),
                coverage=coverage_of(figure),
                synthetic=figure.synthetic,
            )
        )
    return grid(*(kpi(shape, span=6) for shape in cards))


@drawn
def reported_monthly(scope: Scope) -> Panel:
    """Figures that no dossier carries – back-scan, trainings, teams, surveys – as they were reported."""
    rows = [
        (measure, month_long(row["month"]), _amount(row), row["unit"], row["source"])
        for measure, row in sorted(reads.monthly_figures(scope.end).items())
        if not measure.startswith("app_")
    ]
    columns = [Column(t(f"reform.{name}")) for name in ("measure", "month", "value", "unit", "source")]
    return Panel("so-thang", t("reform.monthly"), columns, rows)


def nothing_monthly() -> Html:
    """Said where no such figure has been uploaded."""
    return grid(card(t("reform.monthly"), tag("p", t("reform.no_monthly")), span=12))


def _told_apart(items: list[dict]) -> str:
    """Said where several items aim at the same rate: each is a rate of something else."""
    rates = Counter(item["target_rate"] for item in items if item["target_rate"])
    same = [(rate, times) for rate, times in rates.items() if times > 1]
    return " ".join(tn("reform.same_rate", n, rate=percent(rate, digits=None)) for rate, n in same)


def _row(item: dict) -> TargetRow:
    reached, rate = _reached(item), item["target_rate"]
    ticks = (Tick(Decimal(100)),) if item["quantity"] else (Tick(Decimal(rate)),) if rate else ()
    detail = ""
    if item["quantity"]:
        detail = f"{fraction(item['done'], item['quantity'])} {unit_of(item)}"
    return TargetRow(titled(item), _note(item), Bullet(reached, ticks), detail)


def _kind(item: dict) -> str:
    known = KINDS.get(item["kind"])
    return t(f"reform_kind.{known}") if known else item["kind"]


def _note(item: dict) -> str:
    words = [_kind(item)]
    if item["target_rate"]:
        words.append(t("reform.at_least", rate=percent(item["target_rate"], digits=None)))
    words.append(t("reform.by_day", day=day(item["due_on"])) if item["due_on"] else t("reform.undated"))
    return " · ".join(words)


def _reached(item: dict) -> Decimal | None:
    """The share that is done; None while nobody has reported, or where no amount was named."""
    if item["done"] is None:
        return None
    if item["quantity"]:
        return Decimal(item["done"]) * 100 / Decimal(item["quantity"])
    return Decimal(item["done"]) if item["unit"] == "%" else None


def _standing(item: dict, until: date) -> str:
    """Against its date, on the day that the records reach: what is unknown is not late."""
    if item["done"] is None:
        return t("figure.missing")
    if _is_reached(item):
        return t("reform.finished")
    if item["due_on"] and item["due_on"] < until:
        return tn("graphics.days_overdue", (until - item["due_on"]).days)
    return t("reform.under_way")


def _is_reached(item: dict) -> bool:
    """All of its amount; of a promise without one its rate."""
    reached = _reached(item)
    wanted = 100 if item["quantity"] else item["target_rate"]
    return reached is not None and wanted is not None and reached >= wanted


def _amount(row: dict) -> str:
    written = decimal(row["value"], digits=None)
    return f"{t('graphics.at_least')} {written}" if row["at_least"] else written
