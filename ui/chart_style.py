"""What all Plotly figures share: tones, axes, written values, the transparent layout."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Literal

import plotly.graph_objects as go

from graphics.shapes import Amount, Status
from language import current
from language.numbers import count, percent, percent_sign

Unit = Literal["percent", "count"]

# Middle tones that hold on white and on navy alike: a figure does not know the reader's theme.
GREY = "#8492A8"
BLUE = "#3D8BD4"
DEADLINE = "#D2591E"
# Up to three series that are neither good nor bad; apart in lightness for every eye, on white and on navy.
SERIES = ("#1F74C4", "#86BAEA", "#8C7AC8")
REST = "#A9B4C4"  # what is left of a whole
STATUS = {Status.MET: "#12A180", Status.WATCH: "#E69F00", Status.UNMET: "#D2501A", Status.MISSING: GREY}


def styled(
    figure: go.Figure, height: int = 300, legend: bool = False, top: int = 12, right: int = 24
) -> go.Figure:
    """Transparent, Vietnamese separators, no legend unless it is needed."""
    figure.update_layout(
        separators=".," if current() == "en" else ",.",
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 8, "r": right, "t": 28 if legend else top, "b": 8},
        height=height,
        showlegend=legend,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        hovermode="closest",
        font={"size": 12},
    )
    return figure


def axis(unit: Unit) -> dict:
    suffix = percent_sign() if unit == "percent" else ""
    return {"ticksuffix": suffix, "tickformat": ",", "title": None, "zeroline": False}


def written(value: Amount, unit: Unit) -> str:
    return percent(value) if unit == "percent" else count(value)


def number(value: Amount) -> float | None:
    return None if value is None else float(value)


def safe(text: str) -> str:
    """Plotly renders tags found in labels; a name from data must not become one."""
    return escape(text, quote=False)


def folded(text: str, width: int = 24) -> str:
    """A long name on several lines, so that a phone keeps room for the bars."""
    return "<br>".join(safe(line) for line in wrap(text, width)) or safe(text)


def value_column(figure: go.Figure, values: Sequence[str], names: Sequence[str]) -> None:
    """Values in a column of their own, where no bar and no target mark can cover them."""
    written_beside = [
        {"x": 1, "xref": "paper", "y": name, "yref": "y", "text": value, "showarrow": False,
         "xanchor": "right", "xshift": 70, "align": "right"}
        for value, name in zip(values, names, strict=True)
    ]  # fmt: skip
    annotate(figure, written_beside)


def annotate(figure: go.Figure, notes: Sequence[dict]) -> None:
    """Several texts in one go: one by one, Plotly checks all of them again each time."""
    figure.layout.annotations = [*figure.layout.annotations, *notes]


def upright(at: float, line: dict) -> dict:
    """A line through the whole height of a plot."""
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "xref": "x",
        "y0": 0,
        "y1": 1,
        "yref": "y domain",
        "line": line,
    }


def above(at: float, words: str) -> dict:
    """A text over the plot."""
    return {
        "x": at, "xref": "x", "y": 1, "yref": "paper", "text": words, "showarrow": False, "yanchor": "bottom",
    }  # fmt: skip


def spaced(names: Sequence[str], most: int = 6) -> list[str]:
    """At most so many of the names, evenly spaced, the last among them."""
    every = max(1, -(-(len(names) - 1) // max(1, most - 1)))
    return list(names[::-1][::every][::-1])
