"""Actions about one agency: its overdue dossiers, its timeliness, its share of online dossiers.

A month's rate is held against the agency's own target, else the province's; without one against the control
limits of its own months (`metrics.limits`): only what got worse beyond them, and by two points, counts.
"""

from collections.abc import Container, Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal

from sqlalchemy import Connection

from metrics.actions.action import Action
from metrics.actions.courses import Course, courses
from metrics.coverage import Coverage
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.ranking import SMALL
from metrics.scope import Scope
from metrics.targets import Target, all_targets, gap, targets

OVERDUE = "overdue_open"
TOPICS = {OVERDUE: "overdue", "timeliness": "timeliness", "dossiers_online": "online"}
CODES = {OVERDUE: "qua-han", "timeliness": "dung-han", "dossiers_online": "truc-tuyen"}
ENOUGH = 20  # open dossiers below which a share says nothing


def agencies(
    connection: Connection, month: date, cover: Coverage, about: Container[tuple[str, str]]
) -> Iterator[Action]:
    """Of every agency that is complete in the month, each topic on which it falls short or got worse; of
    (topic, agency key) `about` which something was decided, also where it does not any more."""
    rates = [key for key in TOPICS if key != OVERDUE]
    goals = {key: _goals(connection, key, month, cover) for key in rates}
    for course in courses(connection, month, cover, [INDICATORS[key] for key in TOPICS]):
        if course.now["open_overdue"] or _asked(course, OVERDUE, about):
            yield _overdue(course)
        for key in rates:
            goal = goals[key].get(course.unit.key)
            if (goal or _asked(course, key, about)) and course.sums(INDICATORS[key])[1]:
                yield _below(course, key, goal) if goal else _worse(course, key)


def _asked(course: Course, key: str, about: Container[tuple[str, str]]) -> bool:
    """Whether anything could be said of an agency that has no target of its own to miss."""
    return (TOPICS[key], course.unit.key) in about or course.worsened(INDICATORS[key]) is not None


def _overdue(course: Course) -> Action:
    indicator = INDICATORS[OVERDUE]
    part, whole = course.sums(indicator)
    worse = course.worsened(indicator) is not None
    figures = {"whole": whole}
    small = whole < ENOUGH
    return _action(course, OVERDUE, "overdue", part, whole, figures, worse=worse, passed=True, small=small)


def _below(course: Course, key: str, goal: Target) -> Action:
    part, whole = course.sums(INDICATORS[key])
    now = Figure(INDICATORS[key], part, whole)
    missing, worse = gap(now, goal), course.worsened(INDICATORS[key]) is not None
    figures = {"now": now.value, "month": course.month, "rate": goal.value}
    return _action(
        course, key, f"{TOPICS[key]}_target", missing, part + missing, figures,
        worse=worse and missing > 0, due_on=goal.due_on, small=whole < SMALL,
    )  # fmt: skip


def _worse(course: Course, key: str) -> Action:
    """Short of what is usual for the agency, where the month broke its limits; else of nothing."""
    part, whole = course.sums(INDICATORS[key])
    bounds, kind = course.worsened(INDICATORS[key]), f"{TOPICS[key]}_worse"
    if bounds is None:
        return _action(course, key, kind, 0, whole, {})
    usual = Decimal(bounds.centre)
    missing = int((usual * whole / 100).to_integral_value(ROUND_CEILING)) - part
    now = Figure(INDICATORS[key], part, whole).value
    figures = {"now": now, "month": course.month, "usual": usual}
    return _action(course, key, kind, missing, part + missing, figures, worse=True)


def _action(course: Course, key: str, kind: str, n: int, required: int, figures: dict, **more) -> Action:
    unit = course.unit
    return Action(
        kind, TOPICS[key], unit.key, n, required, "ho-so",
        {"agency": unit.name, **figures},
        {"don_vi": unit.key, "den": f"{course.month:%Y-%m}", "chi_so": CODES[key]},
        agency=unit.key, synthetic=course.synthetic, **more,
    )  # fmt: skip


def _goals(connection: Connection, key: str, month: date, cover: Coverage) -> dict[str, Target]:
    """Agency key → its own target of an indicator, else the province's."""
    end = Scope(month, month).end
    with_own = {agency for indicator, agency in all_targets(connection) if indicator == key}
    of_all = _set(targets(connection, key, end))
    found = {
        agency: _set(targets(connection, key, end, agency)) if agency.split("@")[0] in with_own else of_all
        for agency in cover.complete
    }
    return {agency: goal for agency, goal in found.items() if goal}


def _set(open_ones: list[Target]) -> Target | None:
    """The nearest one set by decision."""
    return next((target for target in open_ones if target.kind == "target"), None)
