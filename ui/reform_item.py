"""One promise of a reform plan in words: its kind, its date, how far it is, how it stands."""

from datetime import date
from decimal import Decimal

from graphics.shapes import Bullet, Tick
from graphics.targets import TargetRow
from language import t, tn
from language.numbers import day, fraction, percent
from ui.overview import titled, unit_of

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


def line(item: dict) -> TargetRow:
    """The promise as a line with its bar: of its amount, else of the rate it aims at; hatched while
    nobody has reported."""
    rate = item["target_rate"]
    ticks = (Tick(Decimal(100)),) if item["quantity"] else (Tick(Decimal(rate)),) if rate else ()
    detail = ""
    if item["quantity"]:
        detail = f"{fraction(item['done'], item['quantity'])} {unit_of(item)}"
    return TargetRow(titled(item), _note(item), Bullet(reached(item), ticks), detail)


def kind(item: dict) -> str:
    """The kind in the reader's language."""
    known = KINDS.get(item["kind"])
    return t(f"reform_kind.{known}") if known else item["kind"]


def reached(item: dict) -> Decimal | None:
    """The share that is done; None while nobody has reported, or where no amount was named."""
    if item["done"] is None:
        return None
    if item["quantity"]:
        return Decimal(item["done"]) * 100 / Decimal(item["quantity"])
    return Decimal(item["done"]) if item["unit"] == "%" else None


def standing(item: dict, until: date) -> str:
    """Against its date, on the day that the records reach: what is unknown is not late."""
    if item["done"] is None:
        return t("figure.missing")
    if _is_reached(item):
        return t("reform.finished")
    if item["due_on"] and item["due_on"] < until:
        return tn("graphics.days_overdue", (until - item["due_on"]).days)
    return t("reform.under_way")


def _note(item: dict) -> str:
    """Kind, rate and date. Whether a rate is a least one is for the promise itself to say."""
    words = [kind(item)]
    if item["target_rate"]:
        words.append(t("reform.aims_at", rate=percent(item["target_rate"], digits=None)))
    words.append(t("reform.by_day", day=day(item["due_on"])) if item["due_on"] else t("reform.undated"))
    return " · ".join(words)


def _is_reached(item: dict) -> bool:
    """All of its amount; of a promise without one its rate."""
    share = reached(item)
    wanted = 100 if item["quantity"] else item["target_rate"]
    return share is not None and wanted is not None and share >= wanted
