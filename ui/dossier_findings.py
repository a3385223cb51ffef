"""What the charts of Hồ sơ have found: their titles."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from graphics.shapes import Amount
from language import t, tn
from language.numbers import count, fraction, month, percent
from metrics.figure import Figure
from metrics.indicators import Indicator
from ui.charts import Line

Months = Mapping[date, Figure]


def received(found: Months) -> str:
    """The newest month, and how it compares with the one before where all of as many agencies sent both:
    sums of other agencies are no comparison, and the title says so."""
    known = _known(found)
    if not known:
        return t("dossiers.received_by_month")
    on, now = known[-1]
    said = tn("dossiers.found_received", now.part, month=month(on))
    if len(known) < 2:
        return said
    before, then = known[-2]
    if apart := _other_agencies(then, now):
        return t("dossiers.not_compared", said=said, before=month(before), why=apart)
    if now.part == then.part:
        return t("dossiers.found_same", said=said, before=month(before))
    way = "dossiers.found_more" if now.part > then.part else "dossiers.found_fewer"
    return t(way, said=said, n=count(abs(now.part - then.part)), before=month(before))


def still_open(found: Months) -> str:
    """How many stand open at the end of the newest month, and how many of them are overdue."""
    known = _known(found)
    if not known:
        return t("dossiers.open_by_month")
    on, now = known[-1]
    return tn("dossiers.found_open", now.whole, month=month(on), overdue=count(now.part))


def rate(key: str, lines: Sequence[Line]) -> str:
    """Who is highest and lowest in the newest month; alone, where it stands."""
    indicator = t(f"indicator.{key}")
    months = [on for line in lines for on, value in line.points if value is not None]
    if not months:
        return t("dossiers.rate_by_month", indicator=indicator)
    on = max(months)
    values = {line.name: value for line in lines if (value := dict(line.points)[on]) is not None}
    low, high = min(values, key=values.get), max(values, key=values.get)
    if values[low] == values[high]:
        return t("dossiers.found_rate", indicator=indicator, value=percent(values[high]), month=month(on))
    return t(
        "dossiers.found_levels", indicator=indicator, month=month(on),
        high=_inside(high), highest=percent(values[high]), low=_inside(low), lowest=percent(values[low]),
    )  # fmt: skip


def largest(parts: Mapping[str, int], otherwise: str) -> str:
    """Which of the parts is the greatest, and its share of them all."""
    whole = sum(parts.values())
    if not whole:
        return otherwise
    name = max(parts, key=parts.get)
    return t("dossiers.found_share", name=name, share=percent(Decimal(parts[name] * 100) / whole))


def ranked(
    indicator: Indicator, shown: Sequence[tuple[str, Amount]], values: Sequence[Amount], whole: int
) -> str:
    """Who stands first of the lines `shown`, with how many others of all `values`, and with what."""
    name = t(f"indicator.{indicator.key}")
    if not shown:
        return t("dossiers.unranked", indicator=name, shown=0, all=whole)
    first, most = shown[0]
    value = percent(most) if indicator.is_rate else count(most)
    if len(values) == 1:
        return t("dossiers.only_one", indicator=name, name=first, value=value)
    tied = sum(one == most for one in values)
    if tied == len(values):
        return tn("dossiers.all_same", tied, indicator=name, value=value)
    who = tn("dossiers.tied", tied - 1, name=first) if tied > 1 else first
    words = {"indicator": name, "name": who, "value": value}
    if indicator.higher_is_better is None:
        return t("dossiers.most", **words)
    return t("dossiers.lowest" if indicator.higher_is_better else "dossiers.highest", **words)


def _other_agencies(then: Figure, now: Figure) -> str:
    """Why two sums are of other agencies: some have not sent, or there are more or fewer of them."""
    if not now.complete:
        return t("dossiers.not_all_sent", sent=fraction(now.received, now.due))
    if not then.complete:
        return t("dossiers.not_all_had_sent", sent=fraction(then.received, then.due))
    if then.due != now.due:
        return t("dossiers.other_agencies", then=count(then.due), now=count(now.due))
    return ""


def _inside(name: str) -> str:
    """A level's name within a sentence."""
    return name[:1].lower() + name[1:]


def _known(found: Months) -> list[tuple[date, Figure]]:
    return [(on, one) for on, one in found.items() if one.part is not None]
