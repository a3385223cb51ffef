"""Unusual months of a trend: marked on the chart, listed with their limits, written into the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from graphics.shapes import Amount
from language import t, tn
from language.numbers import count, fraction, month, percent
from metrics.indicators import INDICATORS
from metrics.limits import FEWEST
from metrics.monthly import monthly as _monthly
from metrics.scope import Scope
from metrics.unusual_months import Judged, judged
from reports.exports import Column
from ui import reads
from ui.chart_style import DEADLINE, annotate, number
from ui.stacks import above

Heights = dict[tuple[str, date], Amount]  # (name of the line, month) → where it is drawn

monthly = reads.cached(_monthly)


@dataclass(frozen=True)
class Trend:
    """One line of a chart, or its whole (no name), judged month by month on `agencies` of `due`."""

    name: str
    key: str
    months: tuple[Judged, ...]
    agencies: int
    due: int

    @property
    def unusual(self) -> list[Judged]:
        return [one for one in self.months if one.unusual]


def trend(name: str, key: str, scope: Scope) -> Trend:
    """The months of a scope, held against all months known until its end."""
    found = monthly(key, scope)
    months = tuple(one for one in judged(found) if scope.first <= one.month <= scope.last)
    return Trend(name, key, months, found.agencies, found.due)


def ring(figure: go.Figure, trends: Sequence[Trend], heights: Heights) -> go.Figure:
    """On lines: a ring with the word below it at every unusual month; `heights` say where it is drawn."""
    places = _places(trends, heights)
    if places:
        days, values, told = zip(*places, strict=True)
        figure.add_trace(
            go.Scatter(
                x=days,
                y=values,
                mode="markers+text",
                marker={"symbol": "circle-open", "size": 17, "color": DEADLINE, "line": {"width": 2.5}},
                text=[t("unusual.word")] * len(places),
                textposition="bottom center",
                textfont={"color": DEADLINE},
                customdata=told,
                hovertemplate="%{customdata}<extra></extra>",
                showlegend=False,
            )
        )
    return figure


def flag(figure: go.Figure, trends: Sequence[Trend], heights: Heights) -> go.Figure:
    """On stacks: the word above what the month holds; `heights` are of all its months."""
    clear = above(len(heights))
    notes = [
        {"x": when, "y": height, "text": f"{t('unusual.word')}<br>▼", "yshift": clear, "yanchor": "bottom",
         "showarrow": False, "font": {"color": DEADLINE}, "hovertext": told}
        for when, height, told in _places(trends, heights)
    ]  # fmt: skip
    annotate(figure, notes)
    return figure


def note(trends: Sequence[Trend]) -> str:
    """Each unusual month with its value, its limits and the months behind them; or that there is none, or
    that the history is too short to say."""
    found = [_told(line, one, strong=True) for line in trends for one in line.unusual]
    same = fraction(trends[0].agencies, trends[0].due) if trends else ""
    if found:
        return t("unusual.months", months="; ".join(found), same=same)
    known = max((len(line.months) for line in trends), default=0)
    others = max((one.limits.months for line in trends for one in line.months if one.limits), default=0)
    if not others:
        return tn("unusual.months_few", known, others=FEWEST)
    return tn("unusual.months_none", others, same=same)


def columns(unit: str) -> list[Column]:
    """What the table of a trend says of each month beside its figures."""
    return [
        Column(t("unusual.column_value"), unit),
        Column(t("unusual.column_low"), unit),
        Column(t("unusual.column_high"), unit),
        Column(t("unusual.column_months"), "count"),
        Column(t("unusual.column_word")),
    ]


def cells(trends: Sequence[Trend], on: date) -> tuple:
    """The cells of a month: of the first trend, the whole; the word names every line that is unusual."""
    here = {line.name: one for line in trends for one in line.months if one.month == on}
    whole = here.get(trends[0].name) if trends else None
    bounds = whole.limits if whole else None
    word = "; ".join(name or t("unusual.whole") for name, one in here.items() if one.unusual)
    limits = (bounds.low, bounds.high, bounds.months) if bounds else (None, None, None)
    return (whole.value if whole else None, *limits, word)


def _places(trends: Sequence[Trend], heights: Heights) -> list[tuple[str, float, str]]:
    """Month, height and words of every unusual month that is drawn."""
    return [
        (month(one.month), number(height), _told(line, one))
        for line in trends
        for one in line.unusual
        if (height := heights.get((line.name, one.month))) is not None
    ]


def _told(line: Trend, one: Judged, strong: bool = False) -> str:
    write = percent if INDICATORS[line.key].is_rate else count
    value = write(one.value)
    return t(
        "unusual.month",
        month=month(one.month),
        name=f" {line.name}" if line.name else "",
        value=f"**{value}**" if strong else value,
        low=write(one.limits.low),
        high=write(one.limits.high),
        months=one.limits.months,
    )
