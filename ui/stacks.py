"""Stacked bars: parts of a count by month, or by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from language import t
from language.numbers import count, month
from ui.chart_style import (
    GREY,
    REST,
    SERIES,
    axis,
    folded,
    number,
    safe,
    spaced,
    styled,
    value_column,
)

ROW = 30
MOST_LEVEL = 6  # months whose numbers a phone has room for side by side
LEVEL, UPRIGHT = 0.12, 0.34  # of the highest stack: room for the numbers above it


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
    totals = [_total([part.amounts[at] for part in parts]) for at in range(len(names))]
    highest = max((total for total in totals if total is not None), default=0)
    # Upright, a number is as high as it is long.
    room = LEVEL if len(names) <= MOST_LEVEL else UPRIGHT
    figure.add_trace(_numbers(names, totals, highest * room))
    figure.update_yaxes(**axis("count"), range=[0, highest * (1 + room) or 1])
    figure.update_xaxes(type="category", showgrid=False, tickangle=0, tickvals=spaced(names))
    figure.update_layout(barmode="stack", bargap=0.42)
    return styled(figure, legend=len(parts) > 1)


def above(months: int) -> int:
    """Pixels from the top of a stack to what must stand clear of its number, in a chart of so many months."""
    return 14 if months <= MOST_LEVEL else 46


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


def _total(amounts: Sequence[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _numbers(names: Sequence[str], totals: Sequence[int | None], high: float) -> go.Bar:
    """What each month holds, on top of its stack; a dash where nothing is known.

    Written into bars that nobody sees: a text in a bar turns upright where the bar is narrower than it, as
    those of many months are on a phone, where a note beside them would stand on its neighbours.
    """
    return go.Bar(
        x=names,
        y=[high] * len(names),
        width=1,
        text=[count(total) for total in totals],
        textposition="inside",
        insidetextanchor="start",
        textangle=0 if len(names) <= MOST_LEVEL else None,
        constraintext="none",
        textfont={"color": GREY},  # the style sheet sets them in the colour of words, as it does all others
        cliponaxis=False,
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        hoverinfo="skip",
        showlegend=False,
    )


def _colour(place: int, part: Part) -> str:
    return REST if part.rest else SERIES[place % len(SERIES)]
