"""The dated steps of the plan, read from the day the figures stand at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphics.actions import SOON
from graphics.cards import card
from graphics.markup import Html, tag
from language import t
from language.numbers import day

WORDS = {
    "done": "graphics.step_done",
    "past": "graphics.step_past",
    "unknown": "graphics.step_unknown",
    "late": "graphics.step_late",
    "today": "graphics.step_today",
    "soon": "graphics.step_soon",
    "future": "graphics.step_future",
}
ICONS = {"done": "✓", "past": "", "unknown": "?", "late": "✕", "today": "!", "soon": "!", "future": ""}


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step; `done` is None where no record says whether it was done. A `deadline` calls for that,
    other steps just come and go."""

    on: date
    title: str
    done: bool | None = None
    deadline: bool = False


def roadmap_card(
    title: str,
    steps: tuple[Milestone, ...],
    as_of: date,
    span: int = 6,
    tall: int = 1,
    href: str | None = None,
) -> Html:
    """Steps in order of date, side by side on a wide screen, below each other on a narrow one."""
    ordered = sorted(steps, key=lambda step: step.on)
    note = tag("span", t("graphics.as_of", day=as_of), cls="ioc-muted ioc-note")
    line = tag("ol", *(_step(step, as_of) for step in ordered), cls="ioc-roadmap")
    return card(title, line, span=span, tall=tall, aside=note, href=href)


def state(step: Milestone, as_of: date) -> str:
    """done, past, unknown (a deadline of which nobody has recorded whether it was kept), late, today (the
    last day of the data, which is not over before the data is), soon or future."""
    if step.done:
        return "done"
    if step.on < as_of:
        return "late" if step.done is False else "unknown" if step.deadline else "past"
    if step.on == as_of:
        return "today"
    return "soon" if (step.on - as_of).days <= SOON else "future"


def _step(step: Milestone, as_of: date) -> Html:
    how = state(step, as_of)
    return tag(
        "li",
        tag("span", ICONS[how], cls="ioc-node", aria_hidden=True),
        tag("strong", day(step.on)),
        tag("span", step.title),
        tag("small", t(WORDS[how])),
        cls=f"ioc-step ioc-step-{how}",
    )
