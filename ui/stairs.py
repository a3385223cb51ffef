"""Steps that each begin where the one before ended, on a cut axis, with the levels they are to reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from language.numbers import count
from ui.chart_style import GREY, SERIES, above, annotate, axis, folded, safe, styled, upright, value_column

AIR = 0.04  # of the axis, left of the first step and right of the last level
LINE = 15  # px from the name of one goal to the next


@dataclass(frozen=True, slots=True)
class Stair:
    """One step from a count to a higher one; `value` is written behind it, `detail` told on hovering."""

    name: str
    before: int
    after: int
    value: str
    detail: str = ""


def stairs(steps: Sequence[Stair], goals: Sequence[tuple[str, int]]) -> go.Figure:
    """One row a step, in the order given; `goals` are uprights with their names above."""
    names = [folded(step.name) for step in steps]
    figure = go.Figure(
        go.Bar(
            x=[step.after - step.before for step in steps],
            base=[step.before for step in steps],
            y=names,
            orientation="h",
            marker={"color": SERIES[0]},
            customdata=[f"{safe(step.name)}: {step.detail}" for step in steps],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    line = {"dash": "dot", "color": GREY, "width": 1.5}
    figure.layout.shapes = [upright(at, line) for _, at in goals]
    # One below the other: on a phone, goals stand closer than their names are wide.
    annotate(
        figure,
        [
            above(at, f"{safe(name)} · {count(at)}") | {"yshift": LINE * place}
            for place, (name, at) in enumerate(reversed(goals))
        ],
    )
    value_column(figure, [step.value for step in steps], names)
    low, high = steps[0].before, max([steps[-1].after, *(at for _, at in goals)])
    air = AIR * (high - low)
    figure.update_yaxes(autorange="reversed", automargin=True, ticklabelstandoff=6, showgrid=False)
    figure.update_xaxes(**axis("count"), range=[low - air, high + air])
    figure.update_layout(bargap=0.35)
    tall = 36 if any("<br>" in name for name in names) else 28
    top = 24 + LINE * (len(goals) - 1)
    return styled(figure, height=36 + top + tall * len(names), top=top, right=74)
