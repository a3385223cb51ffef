"""Plan against actual as steps: a count holds from one day until the next change.

Steps are only level and upright lines, so they are drawn with borders at percentages: the
chart fills any width while text and strokes keep their size. (Streamlit's `st.html` drops
inline SVG, so SVG is for paper alone.)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graphics.cards import card
from graphics.markup import Html, joined, share, tag
from language import t
from language.numbers import count, day, month

MONTHS_NAMED = 8  # beyond that only every second month has room for its name


@dataclass(frozen=True, slots=True)
class Deadline:
    """A dashed line across a chart with its text."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What comes before the actual count: a thin line of its own, named in the legend."""

    label: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Counts that hold from a day on: what was planned, and what was so; `stages` lead up to it."""

    title: str
    plan: tuple[tuple[date, int], ...]
    actual: tuple[tuple[date, int], ...]
    first: date
    last: date
    as_of: date
    plan_label: str
    actual_label: str
    deadlines: tuple[Deadline, ...] = ()
    stages: tuple[Stage, ...] = ()


def steps_card(shape: Steps, unit: str = "", span: int = 6, tall: int = 1, href: str | None = None) -> Html:
    """The step chart in a card; `unit` says what is counted."""
    note = tag("span", unit, cls="ioc-muted ioc-note") if unit else None
    return card(shape.title, step_chart(shape), span=span, tall=tall, aside=note, href=href)


def step_chart(shape: Steps) -> Html:
    """Plan dotted grey, actual solid blue up to `as_of`, deadlines dashed with their text."""
    every = (*shape.plan, *shape.actual, *(point for stage in shape.stages for point in stage.points))
    top = _end_of_axis(max([value for _, value in every], default=1))
    drawn = [
        *_gridlines(top),
        *(part for place, line in enumerate(shape.deadlines) for part in _deadline(place, line, shape)),
        *(part for n, stage in enumerate(shape.stages) for part in _stage(n, stage, shape, top)),
        *_line(shape.plan, shape.last, shape, top, "ioc-plan"),
        *_line(shape.actual, shape.as_of, shape, top, "ioc-actual"),
        *_names(shape, top),
    ]
    plot = tag("div", *drawn, cls="ioc-plot")
    months = tag("div", *_months(shape), cls="ioc-months")
    chart = tag("div", plot, months, cls="ioc-steps", role="img", aria_label=spoken(shape))
    return joined(chart, *([_legend(shape)] if shape.stages else []))


def spoken(shape: Steps) -> str:
    """The chart in words: what holds at `as_of`, the plan's last step, the deadlines."""
    actual = _reached(shape)
    words = [f"{stage.label} {count(_last(stage, shape))}" for stage in shape.stages]
    words.append(t("graphics.steps_actual", value=count(actual[-1] if actual else None), day=shape.as_of))
    if shape.plan:
        on, value = shape.plan[-1]
        words.append(t("graphics.steps_plan", value=value, day=on))
    words += [f"{day(line.on)}: {line.text}" for line in shape.deadlines]
    return "; ".join(words)


def _reached(shape: Steps) -> list[int]:
    return [value for on, value in shape.actual if on <= shape.as_of]


def _last(stage: Stage, shape: Steps) -> int | None:
    return max((value for on, value in stage.points if on <= shape.as_of), default=None)


def _stage(place: int, stage: Stage, shape: Steps, top: int) -> list[Html]:
    return _line(stage.points, shape.as_of, shape, top, f"ioc-stage-{place}")


def _legend(shape: Steps) -> Html:
    """The stages by their line, with what they have come to."""
    lines = [
        tag("li", tag("span", cls=f"ioc-stagekey ioc-stage-{n}", aria_hidden=True),
            f"{stage.label} ", tag("strong", count(_last(stage, shape))))
        for n, stage in enumerate(shape.stages)
    ]  # fmt: skip
    return tag("ul", *lines, cls="ioc-scale")


def _end_of_axis(highest: int) -> int:
    """Three equal steps of a round number that reach over the highest value."""
    size = 1
    while True:
        for step in (1, 2, 5):
            if step * size * 3 >= highest:
                return step * size * 3
        size *= 10


def _x(on: date, shape: Steps) -> str:
    return share((on - shape.first).days, 0, max(1, (shape.last - shape.first).days))


def _y(value: int, top: int) -> str:
    return share(top - value, 0, top)


def _width(start: date, end: date, shape: Steps) -> str:
    return share((end - start).days, 0, max(1, (shape.last - shape.first).days))


def _gridlines(top: int) -> list[Html]:
    values = range(0, top + 1, top // 3)
    return [
        tag("span", tag("span", count(value)), cls="ioc-gridline", style=f"top:{_y(value, top)}")
        for value in values
    ]


def _months(shape: Steps) -> list[Html]:
    firsts, on = [], shape.first.replace(day=1)
    while on <= shape.last:
        firsts.append(on)
        on = (on + timedelta(days=31)).replace(day=1)
    named = firsts[:: 1 if len(firsts) <= MONTHS_NAMED else 2]
    return [tag("span", month(on), style=f"left:{_x(max(on, shape.first), shape)}") for on in named]


def _line(points: tuple[tuple[date, int], ...], until: date, shape: Steps, top: int, cls: str) -> list[Html]:
    """Level lines while a count holds, upright ones where it changes."""
    shown = [(on, value) for on, value in points if on <= until]
    parts: list[Html] = []
    for place, (on, value) in enumerate(shown):
        following = shown[place + 1] if place + 1 < len(shown) else None
        end = following[0] if following else until
        style = f"left:{_x(on, shape)};top:{_y(value, top)};width:{_width(on, end, shape)}"
        parts.append(tag("span", cls=f"{cls} ioc-level", style=style))
        if following:
            higher, lower = max(value, following[1]), min(value, following[1])
            tall = share(higher - lower, 0, top)
            style = f"left:{_x(end, shape)};top:{_y(higher, top)};height:{tall}"
            parts.append(tag("span", cls=f"{cls} ioc-upright", style=style))
    return parts


def _deadline(place: int, line: Deadline, shape: Steps) -> list[Html]:
    """Every second text stands higher, so that neighbours do not meet on a phone."""
    x = _x(line.on, shape)
    side = "ioc-before" if float(x[:-1]) > 70 else "ioc-after"
    text = (tag("strong", day(line.on)), " ", line.text)
    high = "34%" if place % 2 else "60%"
    return [
        tag("span", cls="ioc-deadline", style=f"left:{x}"),
        tag("span", *text, cls=f"ioc-deadlinetext {side}", style=f"left:{x};top:{high}"),
    ]


def _names(shape: Steps, top: int) -> list[Html]:
    """The two lines named where they stand, instead of a legend."""
    parts = []
    actual = _reached(shape)
    if actual:
        place = f"left:{_x(shape.as_of, shape)};top:{_y(actual[-1], top)}"
        name = (tag("strong", count(actual[-1])), f" {shape.actual_label}")
        parts.append(tag("span", cls="ioc-dot", style=place))
        parts.append(tag("span", *name, cls="ioc-actualname", style=place))
    if shape.plan:
        on, value = shape.plan[-1]
        name = (tag("strong", count(value)), f" {shape.plan_label}")
        parts.append(
            tag("span", *name, cls="ioc-planname", style=f"left:{_x(on, shape)};top:{_y(value, top)}")
        )
    return parts
