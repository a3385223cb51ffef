"""Việc cần chỉ đạo: what must be done, by whom, by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphics.cards import card
from graphics.marks import ICONS
from graphics.markup import Html, joined, rich, tag
from graphics.shapes import Status
from language import t, tn
from language.numbers import day

SOON = 30  # days ahead in which a deadline is worth a colour


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done, by whom, by when, and what was decided on it; the rank is its place.
    `undated` are the words where there is no deadline, else "no deadline yet"."""

    sentence: str
    responsible: str = ""
    due: date | None = None
    href: str | None = None
    status: Status | None = None
    as_of: date | None = None
    undated: str = ""
    decided: str = ""
    decided_status: Status | None = None


def actions_card(
    title: str,
    actions: Sequence[Action],
    as_of: date,
    span: int = 4,
    tall: int = 1,
    more: tuple[str, str] | None = None,
) -> Html:
    """The ranked list, deadlines read from `as_of` on; `more` are the words and address of all of them,
    or of what is to be done though nothing is on the list."""
    if not actions and not more:
        return card(title, tag("p", t("graphics.no_action"), cls="ioc-quiet"), span=span, tall=tall)
    link = tag("p", tag("a", more[0], href=more[1], cls="ioc-link"), cls="ioc-more") if more else None
    if not actions:
        return card(title, link, span=span, tall=tall)
    counted = tag("span", t("graphics.counted_from", day=as_of), cls="ioc-muted ioc-note")
    return card(title, actions_list(actions, as_of), link, span=span, tall=tall, aside=counted)


def actions_list(actions: Sequence[Action], as_of: date, first: int = 1) -> Html:
    """The list alone, its ranks counted from `first` on."""
    lines = [_line(rank, action, as_of) for rank, action in enumerate(actions, start=first)]
    return tag("ol", *lines, cls="ioc-actions", start=first)


def _line(rank: int, action: Action, as_of: date) -> Html:
    known = min(action.as_of or as_of, as_of)
    status = action.status or urgency(action.due, known if _unknown(action.due, known, as_of) else as_of)
    sentence = rich(action.sentence)
    what = tag("a", sentence, href=action.href) if action.href else sentence
    who = tag("small", action.responsible, cls="ioc-who") if action.responsible else None
    decided = _decided(action) if action.decided else None
    badge = tag(
        "span", str(rank), cls=f"ioc-rank ioc-{status.value if status else 'plain'}", aria_hidden=True
    )
    said = tag("div", tag("span", what), who, decided, cls="ioc-what")
    return tag("li", badge, said, _due(action, known, as_of))


def _decided(action: Action) -> Html:
    """What was decided, with an icon where it is late or done."""
    icon = ICONS.get(action.decided_status, "→")
    look = f"ioc-decided ioc-{action.decided_status.value}" if action.decided_status else "ioc-decided"
    return tag("small", tag("span", f"{icon} ", aria_hidden=True), action.decided, cls=look)


def urgency(due: date | None, as_of: date) -> Status | None:
    """Overdue, soon, or not urgent."""
    if due is None or (due - as_of).days > SOON:
        return None
    return Status.UNMET if due < as_of else Status.WATCH


def _unknown(due: date | None, known: date, as_of: date) -> bool:
    """Whether a date has passed that the records behind the action do not reach: not known to be late."""
    return due is not None and known <= due < as_of


def _due(action: Action, known: date, as_of: date) -> Html:
    due = action.due
    if due is None:
        words = action.undated or t("graphics.no_deadline")
        return tag("span", tag("span", words, cls="ioc-muted"), cls="ioc-due")
    if _unknown(due, known, as_of):
        return _dated(due, Status.WATCH, t("graphics.passed_unknown", day=day(known)))
    status = urgency(due, as_of)
    if status is None:
        return tag("span", day(due), cls="ioc-due")
    days = abs((due - as_of).days)
    if not days:
        return _dated(due, status, t("graphics.due_today"))
    words = tn("graphics.days_overdue", days) if status is Status.UNMET else tn("graphics.days_left", days)
    return _dated(due, status, words)


def _dated(due: date, status: Status, words: str) -> Html:
    icon = tag("span", f"{ICONS[status]} ", aria_hidden=True)
    return tag("span", day(due), tag("small", joined(icon, words), cls=f"ioc-{status.value}"), cls="ioc-due")
