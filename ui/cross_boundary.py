"""Phi địa giới: what is listed and live against the plan, and who is in charge of the rest."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from graphics.cards import Fact, Hero
from graphics.marks import tally
from graphics.markup import Html, tag
from graphics.shapes import Segment
from graphics.steps import Deadline, Stage, Steps
from language import t, tn
from language.numbers import count, day, decimal, percent
from metrics.cross_boundary_stages import LOOKED_BACK
from metrics.figure import Figure
from metrics.records import simulated as _simulated
from metrics.scope import Scope
from metrics.targets import Target, gap
from ui import reads
from ui.aims import Aim, aim, goal_words, known_until
from ui.overview import titled

KEYS = ("cross_boundary_live", "cross_boundary_live_count", "procedures_online", "dossiers_received")
MOST_DEADLINES = 2

simulated = reads.cached(_simulated)


@dataclass(frozen=True)
class CrossBoundary:
    """What several cards of the page need: live procedures against their target, of the denominator
    that it is recorded with; the plan's next step; and which kinds of extract are simulated. `on` is the
    day that the states of procedures speak of."""

    scope: Scope
    on: date
    figures: dict[str, Figure]
    live: Aim
    step: Target | None
    simulated: frozenset[str]


def read(scope: Scope) -> CrossBoundary:
    """The figures of the page, read together."""
    found = reads.figures(KEYS, scope)
    live = aim(found["cross_boundary_live"], scope, found["procedures_online"].whole)
    on = found["cross_boundary_live_count"].as_of or scope.end
    steps = reads.targets("cross_boundary_live_count", on)
    step = next((one for one in steps if one.due_on and one.kind == "target"), None)
    return CrossBoundary(scope, on, found, live, step, simulated())


def standing(page: CrossBoundary) -> Html:
    """Whether the target is met, beside the filters."""
    one = page.live
    words = t("cross_boundary.target", goal=goal_words(one.goal)) if one.goal else ""
    return tag("div", tally(words, [one.status]) if one.goal else None, cls="ioc-page ioc-beside")


def hero(page: CrossBoundary) -> Hero:
    """How many are live of those listed, and the pace that the plan asks for."""
    one = page.figures["cross_boundary_live"]
    listed = one.whole if one.state == "value" else None
    segments = ()
    if listed is not None:
        building = listed - one.part
        segments = (
            Segment(t("cross_boundary.live"), one.part, "main"),
            *([Segment(t("cross_boundary.building"), building, "pending")] if building else []),
        )
    return Hero(
        title=t("cross_boundary.list", listed=count(listed)),
        value=one.part,
        unit=t("cross_boundary.of_listed", listed=count(listed)),
        segments=segments,
        facts=facts(page),
        sentence=_known(one, page.scope),
        status=page.live.status,
        synthetic=one.synthetic,
    )


def _known(one: Figure, scope: Scope) -> str:
    """Where records stop early, as a sentence of its own."""
    words = known_until(one, scope).removeprefix(" · ")
    return words[:1].upper() + words[1:]


def facts(page: CrossBoundary) -> tuple[Fact, ...]:
    """Days left to the next step of the plan, the pace it needs and the pace so far, the rate aimed at."""
    found: list[Fact] = []
    now, step = page.figures["cross_boundary_live_count"], page.step
    missing = gap(now, step) if step else None
    if missing:
        days = (step.due_on - page.scope.end).days
        if days > 0:
            pace = decimal(Decimal(missing) / days, 1)
            words = t("cross_boundary.until", n=missing, day=step.due_on)
            found.append(Fact(tn("cross_boundary.days", days), words))
            found.append(Fact(t("cross_boundary.pace", pace=pace), t("cross_boundary.pace_needed")))
            so_far = decimal(reads.stages(page.on).pace(page.on), 1)
            words = tn("cross_boundary.pace_so_far", LOOKED_BACK)
            found.append(Fact(t("cross_boundary.pace", pace=so_far), words))
        elif step.due_on >= page.on:  # the records end before the date that has passed
            words = t("cross_boundary.late", day=step.due_on), t("graphics.passed_unknown", day=day(page.on))
            found.append(Fact(f"{count(missing)} {t('unit.procedures')}", " · ".join(words)))
        else:
            words = t("cross_boundary.late", day=step.due_on)
            found.append(Fact(tn("cross_boundary.behind", missing), words))
    goal = page.live.goal
    if goal and goal.due_on:
        basis = "cross_boundary.goal_of_all" if goal.basis == "all" else "cross_boundary.goal_of_list"
        found.append(Fact(day(goal.due_on), t(basis, goal=percent(goal.value, digits=None))))
    return tuple(found)


def steps(page: CrossBoundary) -> Steps:
    """Listed, built and live against the plan, which starts from what was live when it began."""
    scope, goal = page.scope, page.live.goal
    known = reads.stages(page.on)
    first = min([on for on, _ in known.live] + [scope.first])
    plan = known.plan
    if plan:
        begin = min(page.on, plan[0][0])
        plan = ((begin, max((n for on, n in known.live if on <= begin), default=0)), *plan)
    days = [page.on, scope.end, *(on for on, _ in plan), *([goal.due_on] if goal and goal.due_on else [])]
    return Steps(
        title=against_plan(page),
        plan=plan,
        actual=known.live,
        first=first,
        last=max(days),
        as_of=page.on,
        plan_label=t("cross_boundary.from_day", day=plan[-1][0]) if plan else "",
        actual_label=t("cross_boundary.actual"),
        deadlines=_deadlines(first, max(days), goal),
        stages=tuple(Stage(t(f"cross_boundary.{one}"), getattr(known, one)) for one in ("listed", "built")),
    )


def against_plan(page: CrossBoundary) -> str:
    """The finding of the chart: how many are live of what the plan's newest step asks for."""
    known = reads.stages(page.on)
    passed = [step for step in known.plan if step[0] <= page.on] or list(known.plan[:1])
    if not passed:
        return t("cross_boundary.plan_and_actual")
    (due, asked), live = passed[-1], known.at("live", page.on)
    words = {"live": live, "asked": asked, "due": due, "day": page.on}
    if live >= asked:
        reached = next(on for on, n in known.live if n >= asked)
        late = reached > due
        return t(
            "cross_boundary.plan_met_late" if late else "cross_boundary.plan_met", **words, reached=reached
        )
    return t("cross_boundary.plan_missed" if due <= page.on else "cross_boundary.plan_open", **words)


def _deadlines(first: date, last: date, goal: Target | None) -> tuple[Deadline, ...]:
    """What changes the counters themselves, and the day of the target."""
    lines = [
        Deadline(event["on"], titled(event))
        for event in reads.events()
        if event["kind"] == "reorganisation" and first < event["on"] <= last
    ]
    if goal and goal.due_on:
        lines.append(
            Deadline(goal.due_on, t("cross_boundary.goal_line", goal=percent(goal.value, digits=None)))
        )
    return tuple(lines[-MOST_DEADLINES:])
