"""Events on trends: a dashed upright on the day, with the number under which the page lists it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from language.numbers import day
from ui.chart_style import annotate, safe, upright

LINE = "#6B7A94"
NARROWEST = 230  # pixels of a plot on a phone: labels that do not meet there meet nowhere
LABEL = 18  # pixels of a label's width
ROW = 17  # pixels from one row of labels to the next
LEGEND = 20  # pixels of one line of a legend


@dataclass(frozen=True, slots=True)
class Mark:
    """An event under its number in the page's list; `structural`: agencies were reorganised."""

    number: int
    on: date
    title: str
    structural: bool = False


def mark_months(figure: go.Figure, marks: Sequence[Mark], months: Sequence[date]) -> go.Figure:
    """Marks on an axis of months, where the first of a month is the edge between it and the one before."""
    places = [
        (months.index(first) - 0.5 + (mark.on.day - 1) / 31, mark)
        for mark in marks
        if (first := mark.on.replace(day=1)) in months
    ]
    return _marked(figure, places, rows([place for place, _ in places], len(months)))


def mark_days(figure: go.Figure, marks: Sequence[Mark], first: date, last: date) -> go.Figure:
    """Marks on an axis of days from first to last."""
    shown = [mark for mark in marks if first <= mark.on <= last]
    days = [float((mark.on - first).days) for mark in shown]
    places = [(mark.on.isoformat(), mark) for mark in shown]
    return _marked(figure, places, rows(days, (last - first).days))


def rows(places: Sequence[float], span: float) -> list[int]:
    """For each place, in order, the lowest row in which its label stands on no other."""
    apart, ends, found = span * LABEL / NARROWEST, [], []
    for place in places:
        row = next((row for row, end in enumerate(ends) if place - end >= apart), len(ends))
        ends[row : row + 1] = [place]
        found.append(row)
    return found


def _marked(figure: go.Figure, places: Sequence[tuple[float | str, Mark]], at: Sequence[int]) -> go.Figure:
    if not places:
        return figure
    figure.layout.shapes = [*figure.layout.shapes, *(_line(place, mark) for place, mark in places)]
    annotate(figure, [_label(place, mark, row) for (place, mark), row in zip(places, at, strict=True)])
    # The numbers stand in a band of their own above the plot; a legend, however many lines a phone makes of
    # it, goes below.
    more = ROW * max(at)
    legend = {"yref": "paper", "y": -0.14, "yanchor": "top"}
    below = LEGEND if figure.layout.showlegend else 0
    figure.update_layout(margin_t=ROW + 8 + more, height=figure.layout.height + more + below, legend=legend)
    return figure


def _line(place: float | str, mark: Mark) -> dict:
    width = 1.75 if mark.structural else 1
    return upright(place, {"dash": "dash" if mark.structural else "dot", "color": LINE, "width": width})


def _label(place: float | str, mark: Mark, row: int) -> dict:
    words = f"<b>{mark.number}</b>" if mark.structural else str(mark.number)
    return {
        "x": place, "xref": "x", "y": 1, "yref": "paper", "yshift": 3 + ROW * row, "yanchor": "bottom",
        "text": words, "showarrow": False, "font": {"size": 11}, "borderpad": 1,
        "hovertext": f"{day(mark.on)} {safe(mark.title)}",
    }  # fmt: skip
