"""Actions from targets of the province that are not reached: toàn trình, phi địa giới and all others."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from metrics.actions.action import Action
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.read import figures
from metrics.scope import Scope
from metrics.targets import Target, all_targets, gap, targets

FULL, LIVE, LISTED = "procedures_full", "cross_boundary_live_count", "cross_boundary_live"
PAGES = {"dossiers": "ho-so", "procedures": "dich-vu-cong", "connections": "ket-noi"}


def aims(connection: Connection, scope: Scope) -> Iterator[Action]:
    """The nearest target of each indicator, set by decision; of what is done across boundaries the next step
    of the plan, where there is one."""
    wanted = {indicator for indicator, agency in all_targets(connection) if agency is None}
    if LIVE in wanted:
        wanted -= {LISTED}
    found = figures(connection, [key for key in INDICATORS if key in wanted], scope)
    for key, now in found.items():
        if key == LIVE:
            yield from _next_step(connection, now, scope.end)
        elif goal := _goal(connection, now, scope):
            yield from _short(connection, now, goal)


def _next_step(connection: Connection, live: Figure, on: date) -> Iterator[Action]:
    """The next dated step of the plan that is not reached, and the pace that it needs from the page's day."""
    open_ones = targets(connection, LIVE, live.as_of)
    steps = [step for step in open_ones if step.due_on and step.kind == "target"]
    missing = {step: gap(live, step) for step in steps if live.state == "value"}
    step = next((step for step, lacking in missing.items() if lacking), steps[-1] if missing else None)
    if step is None:
        return
    days = (step.due_on - on).days
    pace = {"days": days, "pace": Decimal(missing[step]) / days} if days > 0 else {}
    kind = "cross_boundary" if days > 0 else "cross_boundary_late"
    yield _action(kind, live, step, missing[step], "phi-dia-gioi", pace, "cross_boundary")


def _goal(connection: Connection, now: Figure, scope: Scope) -> Target | None:
    open_ones = targets(connection, now.indicator.key, now.as_of or scope.end)
    return next((target for target in open_ones if target.kind == "target"), None)


def _short(connection: Connection, now: Figure, goal: Target) -> Iterator[Action]:
    missing = gap(now, goal)
    if missing is None:
        return
    key, source = now.indicator.key, now.indicator.source
    if key == FULL:
        yield _full_service(connection, now, goal, missing)
        return
    fewer = now.indicator.higher_is_better is False
    said = {"indicator": key, "now": now.value, "rate": goal.value}
    yield _action(f"{'fewer' if fewer else 'more'}_{source}", now, goal, missing, PAGES[source], said)


def _full_service(connection: Connection, now: Figure, goal: Target, missing: int) -> Action:
    said, kind = {"rate": goal.value}, "full_service"
    open_ones = targets(connection, FULL, now.as_of)
    if stretch := next((target for target in open_ones if target.kind == "stretch"), None):
        said |= {"stretch_rate": stretch.value, "stretch": gap(now, stretch)}
        kind = "full_service_stretch"
    return _action(kind, now, goal, missing, "dich-vu-cong", said)


def _action(
    kind: str, now: Figure, goal: Target, missing: int, page: str, said: dict, topic: str = "target"
) -> Action:
    """`required` is what the target asks for: what is there and what is missing, or where less is better
    all that there is."""
    required = now.part if now.indicator.higher_is_better is False else now.part + missing
    on: date | None = now.as_of if now.indicator.source != "dossiers" else None
    return Action(
        kind, topic, now.indicator.key, missing, required, page, said,
        due_on=goal.due_on, as_of=on, synthetic=now.synthetic,
    )  # fmt: skip
