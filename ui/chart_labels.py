"""The names of lines, written at their ends and kept from standing on each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go

from graphics.shapes import Amount
from language.numbers import month
from ui.chart_style import annotate, number, safe

PLOT = 210  # pixels of height that the values of a chart spread over
APART = 15  # pixels from the middle of one name to the next


def name_ends(figure: go.Figure, ends: Sequence[tuple[str, date, Amount]], values: Sequence[Amount]) -> None:
    """Name each line behind its last point. `values` are all that is drawn: they set the scale."""
    shifts = apart([number(value) for _, _, value in ends], [number(value) for value in values])
    look = {"showarrow": False, "xanchor": "left", "xshift": 9}
    notes = [
        {"x": month(on), "y": number(value), "text": safe(name), "yshift": shift, **look}
        for (name, on, value), shift in zip(ends, shifts, strict=True)
    ]
    annotate(figure, notes)


def apart(ends: Sequence[float], values: Sequence[float]) -> list[int]:
    """Pixels by which each name is moved up, so that no two stand closer than a line of text."""
    span = max(values, default=0) - min(values, default=0)
    if not span:
        return [APART * place for place in range(len(ends))]
    heights = [PLOT * end / span for end in ends]
    order = sorted(range(len(ends)), key=lambda at: heights[at])
    placed = list(heights)
    for below, at in pairwise(order):
        placed[at] = max(placed[at], placed[below] + APART)
    return [round(new - old) for new, old in zip(placed, heights, strict=True)]


def room(names: Sequence[str]) -> int:
    """Pixels for the longest name behind the last point; a phone has none to give away."""
    return min(110, 20 + 6 * max(map(len, names)))
