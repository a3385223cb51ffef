"""Tổng quan: what its drawings have found, as their titles."""

from collections.abc import Sequence

from graphics.actions import SOON
from graphics.connections import Connection
from graphics.levels import Level
from graphics.roadmap import Milestone, state
from graphics.shapes import Status
from language import t, tn
from language.numbers import count, percent, points
from metrics.scope import Scope
from ui.overview import Overview


def targets(page: Overview) -> str:
    """How many targets are met, and how far the furthest is."""
    year, aims = str(page.scope.end.year), [one for one in page.aims.values() if one.goal]
    known = [one for one in aims if one.figure.value is not None]
    if not aims:
        return t("overview.targets", year=year)
    if not known:
        return tn("overview.targets_unknown", len(aims), year=year)
    met = sum(one.status is Status.MET for one in known)
    if met == len(aims):
        return tn("overview.targets_met", met, year=year)
    if met == len(known):
        return tn("overview.targets_open", len(aims), met=count(met), year=year)
    gap = points(max(one.goal.value - one.figure.value for one in known)).lstrip("+")
    return tn("overview.targets_short", len(aims), met=count(met), year=year, gap=gap)


def levels(found: Sequence[Level]) -> str:
    """Which level files least online."""
    known = [level for level in found if level.value is not None]
    if not known:
        return t("overview.levels")
    lowest = min(known, key=lambda level: level.value)
    name, value = lowest.label[:1].lower() + lowest.label[1:], percent(lowest.value)
    if len(known) == 1:
        return t("overview.level_only", level=name, value=value)
    if all(percent(level.value) == value for level in known):
        return t("overview.level_same", value=value)
    return t("overview.level_lowest", level=name, value=value)


def roadmap(steps: Sequence[Milestone], scope: Scope) -> str:
    """How many steps were missed; else how many are due soon and when the next one is."""
    late, soon, future = (
        [step.on for step in steps if state(step, scope.end) in how]
        for how in (("late",), ("today", "soon"), ("future",))
    )
    if late:
        return tn("overview.steps_late", len(late), day=max(late))
    if soon:
        return tn("overview.steps_soon", len(soon), days=SOON, day=min(soon))
    if future:
        return t("overview.steps_next", day=min(future))
    if steps:
        return t("overview.steps_past", day=max(step.on for step in steps))
    return t("overview.roadmap")


def connections(found: Sequence[Connection]) -> str:
    """How many agencies are linked of those to be linked; of other kinds only the count is known."""
    counted = [one for one in found if one.linked is not None and one.total]
    if not counted:
        return t("overview.connections")
    linked, total = sum(one.linked for one in counted), sum(one.total for one in counted)
    return tn("overview.connected", total, linked=count(linked))
