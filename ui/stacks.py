"""Stacked bars: parts of a count by month, or by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from language import t
from language.numbers import count, month
from ui.chart_style import (
    REST,
    SERIES,
    annotate,
    axis,
    folded,
    number,
    safe,
    spaced,
    styled,
    value_column,
)

ROW = 30


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every stack: its name and how much there is of it in each; `rest` is drawn faintly."""

    name: str
    amounts: tuple[int | None, ...]
    rest: bool = False


def by_month(months: Sequence[date], parts: Sequence[Part]) -> go.Figure:
    """One stack a month; a month of which nothing is known has none."""
    names = [month(on) for on in months]
    figure = go.Figure()
    for place, part in enumerate(parts):
        figure.add_trace(
            go.Bar(
                x=names,
                y=[number(amount) for amount in part.amounts],
                name=safe(part.name),
                marker={"color": _colour(place, part), "line": {"width": 0}},
                customdata=[
                    t("parts.point", name=safe(part.name), when=when, value=count(amount))
                    for when, amount in zip(names, part.amounts, strict=True)
                ],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
    named = spaced(names)
    totals = {when: [part.amounts[at] for part in parts] for at, when in enumerate(names)}
    annotate(figure, [_total(when, totals[when]) for when in named])
    highest = max((sum(part.amounts[at] or 0 for part in parts) for at in range(len(names))), default=0)
    figure.update_yaxes(**axis("count"), range=[0, highest * 1.12 or 1])
    figure.update_xaxes(type="category", showgrid=False, tickangle=0, tickvals=named)
    figure.update_layout(barmode="stack", bargap=0.42)
    return styled(figure, legend=len(parts) > 1)


def by_row(names: Sequence[str], parts: Sequence[Part], values: Sequence[str]) -> go.Figure:
    """One horizontal stack a row, in the order given, with a value written behind it."""
    labels = [folded(name) for name in names]
    figure = go.Figure()
    for place, part in enumerate(parts):
        figure.add_trace(
            go.Bar(
                x=[number(amount) for amount in part.amounts],
                y=labels,
                orientation="h",
                name=safe(part.name),
                marker={"color": _colour(place, part), "line": {"width": 0}},
                customdata=[
                    f"{safe(name)} · {safe(part.name)}: {count(amount)}"
                    for name, amount in zip(names, part.amounts, strict=True)
                ],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
    value_column(figure, values, labels)
    figure.update_yaxes(autorange="reversed", automargin=True, ticklabelstandoff=6)
    figure.update_xaxes(**axis("count"))
    tall = ROW + 8 if any("<br>" in label for label in labels) else ROW
    figure.update_layout(barmode="stack", bargap=0.3)
    return styled(figure, height=70 + tall * len(labels), legend=True, right=74)


def _total(when: str, amounts: list[int | None]) -> dict:
    """What a month holds, on top of its stack; a dash where nothing is known."""
    known = [amount for amount in amounts if amount is not None]
    return {
        "x": when, "y": sum(known), "text": count(sum(known) if known else None), "showarrow": False,
        "yanchor": "bottom",
    }  # fmt: skip


def _colour(place: int, part: Part) -> str:
    return REST if part.rest else SERIES[place % len(SERIES)]
