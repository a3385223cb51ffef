"""Satisfaction: ratings of 4 and 5 of all ratings, by level and by channel."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from language import t
from language.numbers import fraction, percent
from metrics.scope import Scope
from reports.exports import Column
from ui import charts, reads
from ui.dossiers import is_whole
from ui.dots import are_close, dots
from ui.panels import Panel, drawn

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@drawn
def panel(dimension: str, scope: Scope) -> Panel:
    """Ratings of 4 and 5 of all ratings, by level or by channel."""
    found = reads.by("satisfied", scope, dimension)
    words = {label: _called(dimension, label) for label in found}
    known = {label: one for label, one in found.items() if one.state == "value"}
    rows = [(words[label], one.part, one.whole, one.value) for label, one in found.items()]
    columns = [
        Column(t(f"reform.by_{dimension}")),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(t("dossiers.rate"), "percent"),
    ]
    bars = [
        charts.Bar(words[label], one.value, detail=fraction(one.part, one.whole))
        for label, one in sorted(known.items(), key=lambda pair: pair[1].value)
    ]
    return Panel(
        f"hai-long-{dimension}",
        _most_satisfied(dimension, {words[label]: one.value for label, one in known.items()}),
        columns,
        rows,
        _drawing(bars, scope) if bars else None,
        refused="" if known else t("reform.nobody_rated"),
    )


def _drawing(bars: list[charts.Bar], scope: Scope) -> Figure:
    """Rates that are all high as dots on a cut axis: bars from 0 would look alike."""
    if not are_close(bars):
        return charts.bars(bars)
    whole = t("dossiers.province" if is_whole(scope) else "dossiers.together")
    return dots(bars, reads.figures(("satisfied",), scope)["satisfied"].value, whole)


def _called(dimension: str, label: str) -> str:
    return t(f"level.{label}") if dimension == "level" else t(f"channel.{label}")


def _most_satisfied(dimension: str, rates: dict[str, Decimal]) -> str:
    if not rates:
        return t(f"reform.satisfied_by_{dimension}")
    if len({percent(rate) for rate in rates.values()}) == 1:
        name, value = next(iter(rates)), percent(next(iter(rates.values())))
        return (
            t("reform.satisfied_one", name=name, value=value)
            if len(rates) == 1
            else t("reform.satisfied_same", value=value)
        )
    most, least = (pick(rates, key=rates.get) for pick in (max, min))
    return t(
        "reform.most_satisfied",
        most=most,
        high=percent(rates[most]),
        least=least,
        low=percent(rates[least]),
    )
