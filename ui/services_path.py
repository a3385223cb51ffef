"""Dịch vụ công: the path to the targets, procedure by procedure and sector by sector."""

from collections.abc import Callable, Mapping, Sequence

from language import t, tn
from language.numbers import count, percent
from metrics.next_online import Candidate
from metrics.scope import Scope
from metrics.service_path import Step, by_group, one_by_one, reaching
from metrics.targets import Target, gap
from reports.exports import Column
from ui import names
from ui.panels import Panel, drawn
from ui.services import figures, path
from ui.services_next import is_synthetic, naming, partial
from ui.stairs import Stair, stairs

SHOWN = 12  # lines of the list, and steps of a drawing
COUNTS, PERCENTS = {"place", "dossiers", "full_after", "added"}, {"running", "rate_after"}


@drawn
def procedures(scope: Scope) -> Panel:
    """Every procedure that is eligible, in the order of the dossiers it carries, up to each target."""
    found = partial(scope)
    steps = one_by_one(found, *_stock(scope))
    goals, named = _goals(scope), naming(scope)
    rows = [
        (place, *named(one), one.dossiers, step.share, step.full, step.rate, _reached(goals, step))
        for place, (one, step) in enumerate(zip(found, steps, strict=True), start=1)
    ]
    columns = ("place", "procedure", "code", "sector", "owner", "dossiers", "running", "full_after",
               "rate_after", "reached_here")  # fmt: skip
    return Panel(
        "tthc-can-nang-len-toan-trinh",
        _finding("procedure", steps, goals),
        _columns(*columns),
        rows,
        note=_note(steps, goals),
        shown=SHOWN,
        synthetic=is_synthetic(),
    )


@drawn
def sectors(scope: Scope) -> Panel:
    """Sector by sector, each with all its eligible procedures, those carrying most dossiers first."""
    return _grouped("sector", lambda one: one.sector, names.sectors(), scope)


@drawn
def owners(scope: Scope) -> Panel:
    """Department by department, in the same order."""
    return _grouped("owner", lambda one: one.owner, names.owners(scope.end), scope)


def _grouped(
    dimension: str, group: Callable[[Candidate], str], called: Mapping[str, str], scope: Scope
) -> Panel:
    steps, goals = by_group(partial(scope), group, *_stock(scope)), _goals(scope)
    columns = ("place", dimension, "added", "dossiers", "running", "full_after", "rate_after", "reached_here")
    rows = [
        (place, called.get(step.label, step.label), step.procedures, step.dossiers, step.share, step.full,
         step.rate, _reached(goals, step))
        for place, step in enumerate(steps, start=1)
    ]  # fmt: skip
    return Panel(
        f"dvc-lo-trinh-{'linh-vuc' if dimension == 'sector' else 'so-nganh'}",
        _finding(dimension, steps, goals),
        _columns(*columns),
        rows,
        _drawing(steps[:SHOWN], called, goals) if steps else None,
        note=_first(dimension, steps),
        synthetic=is_synthetic(),
    )


def _drawing(steps: Sequence[Step], called: Mapping[str, str], goals: Sequence[tuple[Target, int]]):
    """Each row starts where the one before ended; the targets are uprights."""
    rows = [
        Stair(
            called.get(step.label, step.label),
            step.full - step.procedures,
            step.full,
            percent(step.rate),
            t("services.step", added=step.procedures, dossiers=count(step.dossiers), full=count(step.full)),
        )
        for step in steps
    ]
    return stairs(rows, [(percent(goal.value, None), needed) for goal, needed in goals])


def _columns(*names: str) -> list[Column]:
    kinds = dict.fromkeys(COUNTS, "count") | dict.fromkeys(PERCENTS, "percent")
    return [Column(t(f"services.{name}"), kinds.get(name, "text")) for name in names]


def _stock(scope: Scope) -> tuple[int, int]:
    """Procedures that are toàn trình, of how many."""
    one = figures(scope)["procedures_full"]
    return one.part or 0, one.whole or 0


def _goals(scope: Scope) -> list[tuple[Target, int]]:
    """Each target of toàn trình that is not reached, with the procedures that it needs; none for a sector."""
    way = path(scope)
    if way is None:
        return []
    one = way.aim.figure
    return [(target, one.part + missing) for target in way.aim.targets if (missing := gap(one, target))]


def _finding(of: str, steps: Sequence[Step], goals: Sequence[tuple[Target, int]]) -> str:
    """How many steps reach each target; without a target, what the list is."""
    parts = []
    for goal, needed in goals:
        value, place = percent(goal.value, None), reaching(steps, needed)
        missed = t("services.not_reached", goal=value)
        parts.append(missed if place is None else tn(f"services.reached_by_{of}", place, goal=value))
    return t(f"services.path_by_{of}", reached="; ".join(parts)) if parts else t(f"services.order_by_{of}")


def _reached(goals: Sequence[tuple[Target, int]], step: Step) -> str:
    """The targets that this very step reaches."""
    met = [goal for goal, needed in goals if step.full - step.procedures < needed <= step.full]
    return "; ".join(t("services.reaches", goal=percent(goal.value, None)) for goal in met)


def _note(steps: Sequence[Step], goals: Sequence[tuple[Target, int]]) -> str:
    """Where each target is reached and the dossiers carried by then; how long the list is."""
    words = [tn("services.eligible", len(steps))]
    for goal, needed in goals:
        if place := reaching(steps, needed):
            at = steps[place - 1]
            carried = {"dossiers": count(at.carried), "share": percent(at.share)}
            words.append(t("services.reached_at", goal=percent(goal.value, None), place=place, **carried))
    if len(steps) > SHOWN:
        words.append(tn("services.first_lines", len(steps), shown=SHOWN))
    return " ".join(words)


def _first(of: str, steps: Sequence[Step]) -> str:
    """How far the steps that are drawn reach."""
    drawn_ones = steps[:SHOWN]
    return (
        tn(f"services.first_{of}", len(drawn_ones), rate=percent(drawn_ones[-1].rate)) if drawn_ones else ""
    )
