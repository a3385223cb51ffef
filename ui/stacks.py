"""Stacked bars: parts of a count by month, or by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from language import t
from language.numbers import count, day, month
from ui.chart_style import REST, SERIES, axis, folded, number, safe, styled

EVENT = "#6B7A94"
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
    for place, when in enumerate(names):
        known = [part.amounts[place] for part in parts if part.amounts[place] is not None]
        figure.add_annotation(
            x=when, y=sum(known), text=count(sum(known)) if known else count(None), showarrow=False,
            yanchor="bottom",
        )  # fmt: skip
    highest = max((sum(part.amounts[at] or 0 for part in parts) for at in range(len(names))), default=0)
    figure.update_yaxes(**axis("count"), range=[0, highest * 1.14 or 1])
    figure.update_xaxes(type="category", showgrid=False, tickangle=0)
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
    for label, value in zip(labels, values, strict=True):
        figure.add_annotation(
            x=1, xref="paper", y=label, text=value, showarrow=False, xanchor="right", xshift=64, align="right"
        )
    figure.update_yaxes(autorange="reversed", automargin=True, ticklabelstandoff=6)
    figure.update_xaxes(**axis("count"))
    tall = ROW + 8 if any("<br>" in label for label in labels) else ROW
    figure.update_layout(barmode="stack", bargap=0.3)
    return styled(figure, height=70 + tall * len(labels), legend=True, right=68)


def mark_events(figure: go.Figure, months: Sequence[date], events: Sequence[date]) -> go.Figure:
    """A dashed upright where a reorganisation falls between two months, with its day.

    On an axis of months, the first of a month is the edge between it and the one before.
    """
    for on in events:
        place = next((at for at, first in enumerate(months) if first == on.replace(day=1)), None)
        if place is None:
            continue
        at = place - 0.5 + (on.day - 1) / 31
        figure.add_vline(at, line={"dash": "dash", "color": EVENT, "width": 1.5})
        figure.add_annotation(
            x=at, y=1, yref="paper", text=day(on), showarrow=False, xanchor="left", yanchor="top", xshift=4,
            font={"color": EVENT, "size": 11},
        )  # fmt: skip
    return figure


def _colour(place: int, part: Part) -> str:
    return REST if part.rest else SERIES[place % len(SERIES)]
