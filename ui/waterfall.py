"""From one rate to another, step by step: each group's pull as a floating bar on a cut axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from graphics.shapes import Status
from language.numbers import percent, signed
from ui.chart_style import GREY, SERIES, STATUS, axis, folded, number, safe, styled, value_column


@dataclass(frozen=True, slots=True)
class Step:
    """A group's pull on the rate, in points of percent; `detail` is told on hovering."""

    name: str
    effect: Decimal
    detail: str = ""


def waterfall(
    first: tuple[str, Decimal],
    steps: Sequence[Step],
    last: tuple[str, Decimal],
    higher_is_better: bool | None,
) -> go.Figure:
    """`first` and `last` are (name, rate); the steps lead from one to the other, in the order given."""
    at, bases = first[1], []
    for step in steps:
        bases.append(at)
        at += step.effect
    names = [folded(name) for name in (first[0], *(step.name for step in steps), last[0])]
    figure = go.Figure(
        go.Bar(
            x=[number(step.effect) for step in steps],
            base=[number(base) for base in bases],
            y=names[1:-1],
            orientation="h",
            width=0.62,
            marker={"color": [_colour(step.effect, higher_is_better) for step in steps]},
            customdata=[f"{safe(step.name)}: {step.detail}" for step in steps],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    ends = ((names[0], first), (names[-1], last))
    figure.add_trace(
        go.Scatter(
            x=[number(rate) for _, (_, rate) in ends],
            y=[name for name, _ in ends],
            mode="markers",
            marker={"symbol": "diamond", "size": 13, "color": SERIES[0]},
            customdata=[f"{safe(name)}: {percent(rate)}" for _, (name, rate) in ends],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    figure.layout.shapes = [_joint(place, at) for place, at in enumerate([*bases, last[1]])]
    value_column(
        figure, [percent(first[1]), *(signed(step.effect, 2) for step in steps), percent(last[1])], names
    )
    low, high = _span([first[1], last[1], *bases])
    figure.update_yaxes(
        autorange="reversed",
        automargin=True,
        ticklabelstandoff=6,
        showgrid=False,
        categoryorder="array",
        categoryarray=names,
    )
    figure.update_xaxes(
        **axis("percent"),
        range=[number(low), number(high)],
        tickvals=[number(first[1]), number(last[1])],
        ticktext=["", ""],
    )
    tall = 36 if any("<br>" in name for name in names) else 28
    return styled(figure, height=40 + tall * len(names), right=96)


def _colour(effect: Decimal, higher_is_better: bool | None) -> str:
    if higher_is_better is None or effect == 0:
        return GREY
    return STATUS[Status.MET if (effect > 0) == higher_is_better else Status.UNMET]


def _joint(place: int, at: Decimal) -> dict:
    """A hair line from the end of one row to the start of the next."""
    line = {"color": GREY, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": number(at), "x1": number(at), "y0": place, "y1": place + 1, "line": line}


def _span(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The axis: what is drawn and a little air, so that the smallest step still has a width."""
    low, high = min(values), max(values)
    air = (high - low) / 12 or Decimal("0.5")
    return low - air, high + air
