"""Plotly figures in the house's manner: lines by month, bars by gap, steps, small multiples.

Figures carry no colours of their own but those with a meaning, so that Streamlit's theme
paints the rest for light and dark. Text shown on hover is written by `language.numbers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from graphics.shapes import Amount, Status
from graphics.steps import Steps
from language import current, t
from language.numbers import count, day, month, percent, points
from ui.chart_labels import name_ends, room
from ui.chart_style import (
    BLUE,
    DEADLINE,
    GREY,
    SERIES,
    STATUS,
    Unit,
    axis,
    folded,
    number,
    safe,
    spaced,
    styled,
    value_column,
    written,
)

DIRECT_LABELS = 3  # up to here lines are named at their ends, without a legend
MOST_LINES = 4
ABOVE = {"showarrow": False, "xanchor": "left", "yanchor": "bottom"}
BELOW = {"showarrow": False, "xanchor": "left", "yanchor": "top", "yshift": -4}


@dataclass(frozen=True, slots=True)
class Line:
    """A series by month; None leaves a gap."""

    name: str
    points: tuple[tuple[date, Amount], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; with a target, bars are ordered by their gap to it. `detail` is told on hovering."""

    name: str
    value: Amount
    target: Amount = None
    status: Status | None = None
    detail: str = ""


def by_month(lines: Sequence[Line], unit: Unit = "percent", target: Decimal | None = None) -> go.Figure:
    """Lines over months as ordinal `T3/25`; more than four lines become small multiples."""
    if len(lines) > MOST_LINES:
        return small_multiples(lines, unit)
    figure = go.Figure()
    for place, line in enumerate(lines):
        trace = _trace(line, unit, named=len(lines) > 1)
        if 1 < len(lines) <= DIRECT_LABELS:
            trace.line.color = SERIES[place]
        figure.add_trace(trace)
    if target is not None:
        words = t("graphics.target", value=percent(target, digits=None))
        figure.add_hline(
            float(target), line={"dash": "dot", "color": GREY, "width": 1.5}, annotation_text=words
        )
    labelled = 1 < len(lines) <= DIRECT_LABELS
    if labelled:
        name_ends(figure, _ends(lines), [value for line in lines for _, value in _known(line)])
    figure.update_yaxes(**axis(unit), rangemode="normal" if unit == "percent" else "tozero")
    figure.update_xaxes(**_months(lines, most=6))
    return styled(
        figure,
        legend=len(lines) > DIRECT_LABELS,
        right=room([line.name for line in lines]) if labelled else 24,
    )


def bars(rows: Sequence[Bar], unit: Unit = "percent", as_given: bool = False) -> go.Figure:
    """Horizontal bars from 0, the one furthest below its target on top, or in the order given."""
    ordered = list(rows) if as_given else sorted(rows, key=_gap)
    names = [folded(row.name) for row in ordered]
    figure = go.Figure(
        go.Bar(
            x=[number(row.value) for row in ordered],
            y=names,
            orientation="h",
            customdata=[_hover(row, unit) for row in ordered],
            hovertemplate="%{customdata}<extra></extra>",
            marker=_paint(ordered),
        )
    )
    _targets(figure, ordered, names)
    value_column(figure, [written(row.value, unit) for row in ordered], names)
    highest = max([number(value) or 0 for row in ordered for value in (row.value, row.target)], default=0)
    # A rate that could be whole stands on 100 %; a handful of per cent (overdue) would not be seen there.
    end = max(100.0, highest) if unit == "percent" and highest > 60 else highest * 1.02 or 1
    figure.update_yaxes(autorange="reversed", automargin=True, ticklabelstandoff=6)
    figure.update_xaxes(**axis(unit), range=[0, end])
    tall = 36 if any("<br>" in name for name in names) else 28
    return styled(figure, height=50 + tall * len(ordered), right=74)


def step_chart(shape: Steps) -> go.Figure:
    """Plan dotted grey against actual solid, deadlines dashed with their text."""
    figure = go.Figure()
    plan = [*shape.plan, (shape.last, shape.plan[-1][1])] if shape.plan else []
    known = [(on, value) for on, value in shape.actual if on <= shape.as_of]
    actual = [*known, (shape.as_of, known[-1][1])] if known else []
    # The actual line first: the theme's first colour is the blue of facts.
    figure.add_trace(_steps(actual, shape.actual_label, {"width": 4}).update(zorder=2))
    figure.add_trace(_steps(plan, shape.plan_label, {"color": GREY, "dash": "dot", "width": 2.5}))
    if known:
        words = f"<b>{count(known[-1][1])}</b> {safe(shape.actual_label)}"
        figure.add_annotation(x=shape.as_of.isoformat(), y=known[-1][1], text=words, **BELOW)
    if shape.plan:
        on, value = shape.plan[-1]
        words = f"<b>{count(value)}</b> {safe(shape.plan_label)}"
        figure.add_annotation(x=on.isoformat(), y=value, text=words, **ABOVE)
    for line in shape.deadlines:
        figure.add_vline(line.on.isoformat(), line={"dash": "dash", "color": DEADLINE, "width": 1.5})
        words = f"{day(line.on)}<br>{safe(line.text)}"
        figure.add_annotation(
            x=line.on.isoformat(), y=0.5, yref="paper", text=words, showarrow=False, xanchor="left", xshift=6,
            align="left", font={"color": DEADLINE},
        )  # fmt: skip
    figure.update_yaxes(**axis("count"), rangemode="tozero")
    figure.update_xaxes(tickformat="%m/%y" if current() == "en" else "T%-m/%y", showgrid=False)
    return styled(figure)


def small_multiples(lines: Sequence[Line], unit: Unit = "percent", columns: int = 3) -> go.Figure:
    """One small chart a line on one common scale, in the order given."""
    rows = -(-len(lines) // columns)
    titles = [safe(line.name) for line in lines]
    figure = make_subplots(
        rows=max(1, rows),
        cols=columns,
        subplot_titles=titles,
        shared_yaxes="all",
        vertical_spacing=0.55 / (rows + 1),
    )
    for place, line in enumerate(lines):
        trace = _trace(line, unit, named=True).update(line={"width": 2}, marker={"size": 4})
        # One colour: the title names the line, colour would mean something.
        trace.line.color = BLUE
        figure.add_trace(trace, row=place // columns + 1, col=place % columns + 1)
    figure.update_annotations(font_size=12)
    figure.update_yaxes(**axis(unit), nticks=4)
    figure.update_xaxes(**_months(lines, most=2))
    return styled(figure, height=60 + 150 * max(1, rows), top=28)


def _months(lines: Sequence[Line], most: int) -> dict:
    """An axis of months, level and at most so many named: a phone has room for six."""
    names = list(dict.fromkeys(month(on) for line in lines for on, _ in line.points))
    return {"type": "category", "showgrid": False, "tickangle": 0, "tickvals": spaced(names, most)}


def _trace(line: Line, unit: Unit, named: bool) -> go.Scatter:
    hover = [
        t("parts.point", name=safe(line.name), when=month(on), value=written(value, unit))
        for on, value in line.points
    ]
    return go.Scatter(
        x=[month(on) for on, _ in line.points],
        y=[number(value) for _, value in line.points],
        name=safe(line.name) if named else "",
        mode="lines+markers",
        line={"width": 3},
        marker={"size": 7},
        connectgaps=False,
        customdata=hover,
        hovertemplate="%{customdata}<extra></extra>",
    )


def _steps(known: list[tuple[date, int]], name: str, line: dict) -> go.Scatter:
    return go.Scatter(
        x=[on.isoformat() for on, _ in known],
        y=[value for _, value in known],
        name=safe(name),
        mode="lines",
        line={"shape": "hv", **line},
        customdata=[f"{safe(name)} · {day(on)}: {count(value)}" for on, value in known],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _ends(lines: Sequence[Line]) -> list[tuple[str, date, Amount]]:
    """The name of each line and its last point."""
    return [(line.name, *known[-1]) for line in lines if (known := _known(line))]


def _known(line: Line) -> list[tuple[date, Amount]]:
    return [(on, value) for on, value in line.points if value is not None]


def _gap(row: Bar) -> tuple[bool, Decimal]:
    """Worst first; rows without a figure at the end."""
    if row.value is None:
        return True, Decimal(0)
    return False, Decimal(row.value) - Decimal(row.target or 0)


def _paint(rows: Sequence[Bar]) -> dict:
    """Status colours where there are statuses, else the theme's first colour."""
    if not any(row.status for row in rows):
        return {}
    return {"color": [STATUS[row.status] if row.status else BLUE for row in rows]}


def _targets(figure: go.Figure, rows: Sequence[Bar], names: list[str]) -> None:
    with_target = [
        (name, row.target) for name, row in zip(names, rows, strict=True) if row.target is not None
    ]
    if not with_target:
        return
    figure.add_trace(
        go.Scatter(
            x=[number(target) for _, target in with_target],
            y=[name for name, _ in with_target],
            mode="markers",
            marker={"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": GREY}},
            hoverinfo="skip",
        )
    )


def _hover(row: Bar, unit: Unit) -> str:
    value = f"{written(row.value, unit)}{f' ({row.detail})' if row.detail else ''}"
    if row.value is None or row.target is None or unit == "count":
        return f"{safe(row.name)}: {value}"
    gap = points(Decimal(row.value) - Decimal(row.target))
    return t("parts.gap", name=safe(row.name), value=value, gap=gap)
