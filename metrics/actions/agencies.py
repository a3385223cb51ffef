"""Actions about one agency: its overdue dossiers, its timeliness, its share of online dossiers.

A month's rate is held against the agency's own target, else the province's; without one against the control
limits of its own months (`metrics.limits`): only what got worse beyond them, and by two points, counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from sqlalchemy import Connection, select

from data_access.tables import Target as TargetTable
from metrics import limits
from metrics.actions.action import Action
from metrics.coverage import Coverage, coverage, data_months
from metrics.dossier_sums import Sums, dossier_sums
from metrics.figure import Figure
from metrics.indicators import INDICATORS, Indicator
from metrics.limits import FEWEST, Limits
from metrics.ranking import SMALL
from metrics.scope import Scope
from metrics.statements import LONGEST
from metrics.targets import Target, gap, targets
from metrics.unusual import POINTS

OVERDUE = "overdue_open"
RATES = {"timeliness": "timeliness", "dossiers_online": "online"}  # indicator → topic
ENOUGH = 20  # open dossiers below which a share says nothing
NAMES = tuple({name: None for key in (OVERDUE, *RATES) for name in INDICATORS[key].measures})
CODES = {OVERDUE: "qua-han", "timeliness": "dung-han", "dossiers_online": "truc-tuyen"}


def agencies(connection: Connection, month: date, cover: Coverage) -> Iterator[Action]:
    """Every complete agency of the month, on each topic on which its numbers are large enough."""
    history = _history(connection, month, cover)
    goals = {key: _goals(connection, key, month, cover) for key in RATES}
    for agency, course in sorted(history.items()):
        yield from _overdue(agency, course, month, cover)
        for key in RATES:
            yield from _rate(key, agency, course, goals[key].get(agency), month, cover)


@dataclass(frozen=True)
class Course:
    """An agency's sums of the month, and of those before that it has stated, oldest first."""

    now: Sums
    before: tuple[Sums, ...]

    def worsened(self, indicator: Indicator) -> Limits | None:
        """The limits that the month breaks on the worse side, by two points or more."""
        part, whole = _sums(indicator, self.now)
        bounds = limits.of_rates([_sums(indicator, sums) for sums in self.before], whole)
        if bounds is None or whole < SMALL or bounds.hold(rate := 100 * part / whole):
            return None
        off = rate - bounds.centre if indicator.higher_is_better is False else bounds.centre - rate
        return bounds if off >= POINTS else None


def _history(connection: Connection, month: date, cover: Coverage) -> dict[str, Course]:
    """Agency key → its course; earlier months only where there are enough of them for limits."""
    known = [one for one in data_months(connection) if one <= month][-LONGEST - 1 :]
    months = known if len(known) > FEWEST else known[-1:]
    if not months or not cover.complete:
        return {}
    coverage(connection, Scope(months[0], month))  # read for all months at once
    dossier_sums(connection, Scope(months[0], month), cover.complete, names=NAMES)
    past = [_stated(connection, one, cover) for one in months if one < month]
    return {
        agency: Course(sums, tuple(one[agency] for one in past if agency in one))
        for agency, sums in _stated(connection, month, cover).items()
    }


def _stated(connection: Connection, month: date, cover: Coverage) -> dict[str, Sums]:
    """What each agency that has stated a month says of it; a declared nil says nought."""
    scope = Scope(month, month)
    received = coverage(connection, scope).complete & cover.complete
    sums = dossier_sums(connection, scope, received, "agency", NAMES)
    return {agency: sums.get(agency, dict.fromkeys(NAMES, 0)) for agency in received}


def _overdue(agency: str, course: Course, month: date, cover: Coverage) -> Iterator[Action]:
    part, whole = _sums(INDICATORS[OVERDUE], course.now)
    if whole < ENOUGH:
        return
    worse = course.worsened(INDICATORS[OVERDUE]) is not None
    yield _action(
        "overdue", "overdue", OVERDUE, agency, part, whole, month, cover, {"whole": whole}, worse, passed=True
    )


def _rate(
    key: str, agency: str, course: Course, goal: Target | None, month: date, cover: Coverage
) -> Iterator[Action]:
    indicator, topic = INDICATORS[key], RATES[key]
    part, whole = _sums(indicator, course.now)
    if whole < SMALL:
        return
    now, bounds = Figure(indicator, part, whole), course.worsened(indicator)
    figures = {"now": now.value, "month": month}
    if goal:
        missing = gap(now, goal)
        figures["rate"] = goal.value
        yield _action(f"{topic}_target", topic, key, agency, missing, part + missing, month, cover, figures,
                      bounds is not None, due_on=goal.due_on)  # fmt: skip
        return
    usual = Decimal(bounds.centre) if bounds else now.value
    required = int((usual * whole / 100).to_integral_value(ROUND_CEILING))
    figures["usual"] = usual
    yield _action(f"{topic}_worse", topic, key, agency, max(0, required - part) if bounds else 0, required,
                  month, cover, figures, bounds is not None)  # fmt: skip


def _action(
    kind: str,
    topic: str,
    key: str,
    agency: str,
    n: int,
    required: int,
    month: date,
    cover: Coverage,
    figures: Mapping,
    worse: bool,
    **more: object,
) -> Action:
    return Action(
        kind, topic, agency, n, required, "ho-so",
        {"agency": cover.units[agency].name, **figures},
        {"don_vi": agency, "den": f"{month:%Y-%m}", "chi_so": CODES[key]},
        agency=agency, synthetic=cover.synthetic, worse=worse and n > 0, **more,
    )  # fmt: skip


def _goals(connection: Connection, key: str, month: date, cover: Coverage) -> dict[str, Target]:
    """Agency key → its own target of an indicator, else the province's."""
    table, end = TargetTable.__table__, Scope(month, month).end
    own = select(table.c.agency).where(table.c.indicator == key, table.c.agency.is_not(None)).distinct()
    with_own = set(connection.scalars(own))
    of_all = _set(targets(connection, key, end))
    found = {
        agency: _set(targets(connection, key, end, agency)) if agency.split("@")[0] in with_own else of_all
        for agency in cover.complete
    }
    return {agency: goal for agency, goal in found.items() if goal}


def _set(open_ones: list[Target]) -> Target | None:
    return next((target for target in open_ones if target.kind == "target"), None)


def _sums(indicator: Indicator, sums: Sums) -> tuple[int, int]:
    return sum(sums[name] for name in indicator.part), sum(sums[name] for name in indicator.whole)
