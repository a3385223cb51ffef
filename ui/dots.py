"""Rates that stand close together, as dots on a cut axis with both ends written, and the province's own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from graphics.levels import ends
from language.numbers import percent
from ui.chart_style import (
    BLUE,
    GREY,
    above,
    annotate,
    axis,
    folded,
    number,
    safe,
    styled,
    upright,
    value_column,
    written,
)
from ui.charts import Bar

CLOSE = 60  # a rate above this leaves bars from 0 that all look alike


def are_close(rows: Sequence[Bar]) -> bool:
    """Whether every rate is so high that bars would not tell them apart."""
    return bool(rows) and all(row.value is not None and row.value >= CLOSE for row in rows)


def dots(rows: Sequence[Bar], mean: Decimal | None, mean_is: str) -> go.Figure:
    """One dot a row, in the order given; the upright is the rate of all together, named by `mean_is`."""
    low, high = ends([row.value for row in rows] + [mean])
    names = [folded(row.name) for row in rows]
    figure = go.Figure()
    leads = [(at, name) for name, row in zip(names, rows, strict=True) for at in (low, row.value, None)]
    figure.add_trace(
        go.Scatter(
            x=[number(at) for at, _ in leads],
            y=[name for _, name in leads],
            mode="lines",
            line={"color": GREY, "width": 1, "dash": "dot"},
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[number(row.value) for row in rows],
            y=names,
            mode="markers",
            marker={"size": 12, "color": BLUE},
            customdata=[
                f"{safe(row.name)}: {percent(row.value)}{f' ({row.detail})' if row.detail else ''}"
                for row in rows
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    if mean is not None:
        figure.layout.shapes = [upright(float(mean), {"color": GREY, "width": 2})]
        words = f"{mean_is} {percent(mean)}"
        annotate(figure, [above(float(mean), words)])
    value_column(figure, [written(row.value, "percent") for row in rows], names)
    figure.update_yaxes(autorange="reversed", automargin=True, ticklabelstandoff=6, showgrid=False)
    figure.update_xaxes(
        **axis("percent"),
        range=[float(low), float(high)],
        tickvals=[float(low), float(high)],
        ticktext=[percent(low, 0), percent(high, 0)],
    )
    tall = 36 if any("<br>" in name for name in names) else 28
    return styled(figure, height=70 + tall * len(rows), top=24, right=74)
