"""A stock of procedures and its targets as a panel: recorded ends of months, the fan, and what it says."""

from decimal import Decimal

from language import t
from language.numbers import percent, signed
from metrics.projection import Course, Projection
from metrics.scope import Scope
from metrics.targets import Target
from reports.exports import Column
from ui import projection
from ui.aims import Aim
from ui.events import marks
from ui.panels import Panel
from ui.projection_chart import Ahead, Goal, ahead, projection_chart


def ways(aim: Aim, scope: Scope) -> list[tuple[Target, Projection]]:
    """The way to each target of a rate, the dated ones first; empty without a value."""
    found = [(one, projection.of_procedures(aim.figure, one, scope.end)) for one in aim.targets]
    return [(target, one) for target, one in found if one is not None]


def stock_panel(key: str, name: str, aim: Aim, scope: Scope, synthetic: bool) -> Panel:
    """`key` names the element, `name` what is counted. Says so where there is nothing to go to."""
    found = ways(aim, scope)
    if not found:
        return Panel(key, t("projection.title", name=name), refused=t("aim.none"))
    goals = [Goal(percent(target.value, None), way) for target, way in found]
    fan, course = ahead(goals), found[0][1].course
    return Panel(
        key,
        projection.finding(found[0][1], found[0][0], name),
        _columns(),
        [*_recorded(course), *_expected(fan, course.whole)],
        projection_chart(goals, fan, marks(scope)),
        note=" ".join(_said(found, fan, course, scope)),
        synthetic=synthetic,
    )


def _said(
    found: list[tuple[Target, Projection]], fan: list[Ahead], course: Course, scope: Scope
) -> list[str]:
    """The day the records reach, a sentence for each target, and what the fan stands on."""
    said = [projection.sentence(way, target) for target, way in found]
    if course.on < scope.end:
        said.insert(0, t("projection.known_until", day=course.on))
    if fan:
        moves = "; ".join(signed(move) for move in course.moves)
        said.append(t("projection.method", months=len(course.moves), moves=moves))
    return said


def _columns() -> list[Column]:
    counts = [Column(t(f"projection.{name}"), "count") for name in ("recorded", "low", "point", "high")]
    return [Column(t("projection.month"), "day"), *counts, Column(t("projection.rate"), "percent")]


def _recorded(course: Course) -> list[tuple]:
    return [(on, value, None, None, None, _rate(value, course.whole)) for on, value in course.ends]


def _expected(fan: list[Ahead], whole: float) -> list[tuple]:
    return [
        (one.on, None, round(one.low), round(one.point), round(one.high), _rate(one.point, whole))
        for one in fan[1:]
    ]


def _rate(value: float, whole: float) -> Decimal | None:
    return Decimal(str(value)) * 100 / Decimal(str(whole)) if whole else None
