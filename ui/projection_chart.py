"""A stock on its way to its targets: what was recorded, the fan of what is expected, the goal lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from data_access.months import month_end
from language import t
from language.numbers import count, day, month, month_long
from metrics.projection import Projection, day_after, months_between
from ui.chart_style import BLUE, DEADLINE, GREY, annotate, axis, safe, styled, upright
from ui.event_marks import Mark, mark_days

NAMED = 6  # months on the axis at most: a phone has room for six
FURTHEST = 36  # months ahead that are drawn at most
UNDATED = 11  # months and one more, where no date lies ahead
FAN = "rgba(61, 139, 212, 0.20)"


@dataclass(frozen=True, slots=True)
class Goal:
    """A target line: what it is called, and the way to it."""

    name: str
    way: Projection


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is expected at the end of a month to come."""

    on: date
    low: float
    point: float
    high: float


def ahead(goals: Sequence[Goal]) -> list[Ahead]:
    """Month by month from the last record to the last date that the goals name; empty where no goal comes
    nearer: a flat fan would promise that nothing changes. All goals are of one course."""
    if not any(goal.way.state == "coming" for goal in goals):
        return []
    way = goals[0].way
    months = [months_between(way.course.on, on) for goal in goals for on in _dates(goal.way)]
    last = min(FURTHEST, 1 + int(max((one for one in months if one > 0), default=UNDATED)))
    return [Ahead(day_after(way.course.on, at), *way.after(at)) for at in range(last + 1)]


def projection_chart(goals: Sequence[Goal], fan: Sequence[Ahead], marks: Sequence[Mark]) -> go.Figure:
    """Recorded ends of months as a line, the fan behind it, goals as level lines, due days as uprights."""
    course = goals[0].way.course
    first = course.ends[0][0] if course.ends else course.on
    last = max([course.on, *(one.on for one in fan), *(goal.way.due_on for goal in goals if goal.way.due_on)])
    figure = go.Figure([*_fan(fan), _recorded(course.ends)])
    figure.layout.shapes = [
        shape for goal in goals for shape in (_level(goal), *([_due(goal)] if goal.way.due_on else []))
    ]
    annotate(figure, [note for goal in goals for note in _notes(goal, first, last)])
    figure.update_yaxes(**axis("count"))
    figure.update_xaxes(
        type="date",
        range=[first.isoformat(), last.isoformat()],
        showgrid=False,
        **_months(first, last),
    )
    return mark_days(styled(figure, height=320, top=24), marks, first, last)


def _months(first: date, last: date) -> dict:
    """Names at the ends of months, where the records stand: at its first day a month would be read as the
    one before."""
    ends, on = [], month_end(first)
    while on <= last:
        ends.append(on)
        on = month_end(on + timedelta(days=1))
    named = ends[:: -(-len(ends) // NAMED)] if ends else []
    return {"tickvals": [on.isoformat() for on in named], "ticktext": [month(on) for on in named]}


def _dates(way: Projection) -> list[date]:
    return [on for on in (way.latest or way.likely, way.due_on) if on]


def _fan(fan: Sequence[Ahead]) -> list[go.Scatter]:
    """Low end, high end filled down to it, and the point as a dashed line."""
    edge, name = {"width": 0, "color": BLUE}, t("projection.fan")
    low, high, point = ([getattr(one, end) for one in fan] for end in ("low", "high", "point"))
    told = [
        t("projection.told", month=month_long(one.on), point=count(one.point), low=count(one.low),
          high=count(one.high))
        for one in fan
    ]  # fmt: skip
    days = [one.on.isoformat() for one in fan]
    quiet = {"x": days, "mode": "lines", "line": edge, "hoverinfo": "skip"}
    return [
        go.Scatter(y=low, **quiet),
        go.Scatter(y=high, fill="tonexty", fillcolor=FAN, name=name, **quiet),
        go.Scatter(
            x=days,
            y=point,
            mode="lines",
            line={"dash": "dash", "color": BLUE, "width": 2},
            name=t("projection.point"),
            customdata=told,
            hovertemplate="%{customdata}<extra></extra>",
        ),
    ]


def _recorded(ends: Sequence[tuple[date, float]]) -> go.Scatter:
    return go.Scatter(
        x=[on.isoformat() for on, _ in ends],
        y=[value for _, value in ends],
        mode="lines+markers",
        line={"width": 3, "color": BLUE},
        marker={"size": 7},
        cliponaxis=False,  # the first record stands on the axis
        name=t("projection.recorded"),
        customdata=[f"{day(on)}: {count(value)}" for on, value in ends],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _level(goal: Goal) -> dict:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": goal.way.goal, "y1": goal.way.goal,
        "line": {"dash": "dot", "color": GREY, "width": 1.5},
    }  # fmt: skip


def _due(goal: Goal) -> dict:
    return upright(goal.way.due_on.isoformat(), {"dash": "dash", "color": DEADLINE, "width": 1.5})


def _notes(goal: Goal, first: date, last: date) -> list[dict]:
    """The goal's name under the end of its line, which the fan has left; the month where the point meets
    the line; the due day."""
    way = goal.way
    words = t("projection.goal_line", goal=safe(goal.name), n=count(way.goal))
    name = {"x": last.isoformat(), "xanchor": "right", "yanchor": "top", "showarrow": False}
    notes = [{**name, "y": way.goal, "text": words}]
    if way.likely:
        meeting = {"x": way.likely.isoformat(), "y": way.goal, "showarrow": False}
        notes.append({**meeting, "text": "◆", "yanchor": "middle"})
        notes.append({**meeting, "text": month_long(way.likely), "yanchor": "bottom", "xanchor": "right"})
    if way.due_on:
        words = f"{t('projection.due_line', goal=safe(goal.name))}<br>{day(way.due_on)}"
        # Towards the end of the axis there is no room behind the line.
        before = (way.due_on - first) > 0.7 * (last - first)
        side = {"xanchor": "right", "xshift": -5} if before else {"xanchor": "left", "xshift": 5}
        place = {"x": way.due_on.isoformat(), "y": 0.02, "yref": "paper", **side}
        look = {"yanchor": "bottom", "align": "left", "showarrow": False, "font": {"color": DEADLINE}}
        notes.append({**place, **look, "text": words})
    return notes
