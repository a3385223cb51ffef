"""Plan against actual as steps: a count holds from one day until the next change.

Steps are only level and upright lines, so every coordinate can be a percentage: the drawing
fills any width while text and strokes keep their size.
"""

from __future__ import annotations

from datetime import date, timedelta

from graphics.cards import card
from graphics.markup import Html, tag
from graphics.shapes import Deadline, Steps
from language import t
from language.numbers import count, day, month

TOP, BOTTOM = 9.0, 88.0  # the plot's edges in percent of the drawing's height
LEFT, RIGHT = 0.5, 97.0


def steps_card(shape: Steps, unit: str = "", span: int = 6, tall: int = 1, href: str | None = None) -> Html:
    """The step chart in a card."""
    note = tag("span", unit, cls="ioc-muted ioc-note") if unit else None
    return card(shape.title, step_chart(shape), span=span, tall=tall, aside=note, href=href)


def step_chart(shape: Steps) -> Html:
    """Plan dotted grey, actual solid blue up to `as_of`, deadlines dashed with their text."""
    top = _nice(max([value for _, value in (*shape.plan, *shape.actual)], default=1))
    parts = [
        *_grid(top),
        *_months(shape),
        *(part for line in shape.deadlines for part in _deadline(line, shape)),
        *_line(shape.plan, shape.last, shape, top, "ioc-plan"),
        *_line(shape.actual, shape.as_of, shape, top, "ioc-actual"),
        *_ends(shape, top),
    ]
    return tag(
        "svg", tag("title", spoken(shape)), *parts, cls="ioc-steps", role="img", aria_label=spoken(shape)
    )  # fmt: skip


def spoken(shape: Steps) -> str:
    """The chart in words: what holds at `as_of`, the plan's last step, the deadlines."""
    actual = [value for on, value in shape.actual if on <= shape.as_of]
    words = [t("graphics.steps_actual", value=count(actual[-1] if actual else None), day=shape.as_of)]
    if shape.plan:
        on, value = shape.plan[-1]
        words.append(t("graphics.steps_plan", value=value, day=on))
    words += [f"{day(line.on)}: {line.text}" for line in shape.deadlines]
    return "; ".join(words)


def _x(on: date, shape: Steps) -> str:
    days = (shape.last - shape.first).days or 1
    return f"{LEFT + (on - shape.first).days / days * (RIGHT - LEFT):.2f}%"


def _y(value: float, top: int) -> str:
    return f"{BOTTOM - value / top * (BOTTOM - TOP):.2f}%"


def _nice(highest: int) -> int:
    """The end of the axis: three equal steps of a round number reach over the highest value."""
    size = 1
    while True:
        for step in (1, 2, 5):
            if step * size * 3 >= highest:
                return step * size * 3
        size *= 10


def _grid(top: int) -> list[Html]:
    parts = []
    for value in range(0, top + 1, top // 3):
        y = _y(value, top)
        parts.append(tag("line", x1="0", x2="100%", y1=y, y2=y, cls="ioc-gridline"))
        parts.append(tag("text", count(value), x="0", y=y, dy="-0.35em", cls="ioc-axistext"))
    return parts


def _months(shape: Steps) -> list[Html]:
    """Every second month is named when there are more than eight."""
    firsts, on = [], shape.first.replace(day=1)
    while on <= shape.last:
        firsts.append(on)
        on = (on + timedelta(days=31)).replace(day=1)
    every = 1 if len(firsts) <= 8 else 2
    return [
        tag("text", month(first), x=_x(max(first, shape.first), shape), y="98%", cls="ioc-axistext ioc-month")
        for first in firsts[::every]
    ]


def _line(points: tuple[tuple[date, int], ...], until: date, shape: Steps, top: int, cls: str) -> list[Html]:
    """Level lines while a count holds, upright ones where it changes."""
    parts: list[Html] = []
    shown = [(on, value) for on, value in points if on <= until]
    for place, (on, value) in enumerate(shown):
        end = shown[place + 1][0] if place + 1 < len(shown) else until
        y = _y(value, top)
        parts.append(tag("line", x1=_x(on, shape), x2=_x(end, shape), y1=y, y2=y, cls=cls))
        if place + 1 < len(shown):
            x = _x(end, shape)
            parts.append(tag("line", x1=x, x2=x, y1=y, y2=_y(shown[place + 1][1], top), cls=cls))
    return parts


def _deadline(line: Deadline, shape: Steps) -> list[Html]:
    x = _x(line.on, shape)
    late = (line.on - shape.first).days > 0.7 * (shape.last - shape.first).days
    text = [
        tag("tspan", part, x=x, dx="-0.5em" if late else "0.5em", dy="1.25em" if row else None)
        for row, part in enumerate((f"{day(line.on)}:", *_wrapped(line.text)))
    ]
    look = "ioc-deadlinetext ioc-end" if late else "ioc-deadlinetext"
    return [
        tag("line", x1=x, x2=x, y1=f"{TOP}%", y2=f"{BOTTOM}%", cls="ioc-deadline"),
        tag("text", *text, y="58%", cls=look),
    ]


def _wrapped(text: str, width: int = 22) -> list[str]:
    """SVG text does not wrap by itself."""
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + len(word) >= width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def _ends(shape: Steps, top: int) -> list[Html]:
    """The two lines named where they stand, instead of a legend."""
    parts = []
    shown = [(on, value) for on, value in shape.actual if on <= shape.as_of]
    if shown:
        value = shown[-1][1]
        x, y = _x(shape.as_of, shape), _y(value, top)
        parts.append(tag("circle", cx=x, cy=y, r="4.5", cls="ioc-actualdot"))
        label = (tag("tspan", count(value), cls="ioc-strong"), f" {shape.actual_label}")
        parts.append(tag("text", *label, x=x, y=y, dx="0.6em", dy="1.35em", cls="ioc-actuallabel"))
    if shape.plan:
        on, value = shape.plan[-1]
        label = (tag("tspan", count(value), cls="ioc-strong"), f" {shape.plan_label}")
        parts.append(
            tag(
                "text",
                *label,
                x=_x(on, shape),
                y=_y(value, top),
                dx="0.4em",
                dy="-0.5em",
                cls="ioc-planlabel",
            )
        )
    return parts
