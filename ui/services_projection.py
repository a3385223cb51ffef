"""Dịch vụ công: whether toàn trình will reach its targets, from the dated states of procedures."""

from decimal import Decimal

from language import t
from language.numbers import percent, signed
from metrics.projection import Course, Projection
from metrics.scope import Scope
from metrics.targets import Target
from reports.exports import Column
from ui import projection
from ui.events import marks
from ui.panels import Panel, drawn
from ui.projection_chart import Ahead, Goal, ahead, projection_chart
from ui.services import path
from ui.services_next import is_synthetic

KEY = "dvc-du-bao"


def ways(scope: Scope) -> list[tuple[Target, Projection]]:
    """The projection to each target of toàn trình, the dated ones first; empty without any."""
    way = path(scope)
    if way is None:
        return []
    found = [(one, projection.of_procedures(way.aim.figure, one, scope.end)) for one in way.aim.targets]
    return [(target, one) for target, one in found if one is not None]


@drawn
def panel(scope: Scope) -> Panel:
    """The stock with its target lines, the fan and what it says."""
    found = ways(scope)
    if not found:
        return Panel(KEY, t("services.projection"), refused=t("services.path_of_province"))
    goals = [Goal(percent(target.value, None), way) for target, way in found]
    fan, course = ahead(goals), found[0][1].course
    said = [projection.sentence(way, target) for target, way in found]
    if course.on < scope.end:
        said.insert(0, t("projection.known_until", day=course.on))
    if fan:
        moves = "; ".join(signed(move) for move in course.moves)
        said.append(t("projection.method", months=len(course.moves), moves=moves))
    return Panel(
        KEY,
        projection.finding(found[0][1], found[0][0], t("services.full")),
        _columns(),
        [*_recorded(course), *_expected(fan, course.whole)],
        projection_chart(goals, fan, marks(scope)),
        note=" ".join(said),
        synthetic=is_synthetic(),
    )


def _columns() -> list[Column]:
    counts = [Column(t(f"projection.{name}"), "count") for name in ("recorded", "low", "point", "high")]
    return [Column(t("projection.month"), "day"), *counts, Column(t("services.full_rate"), "percent")]


def _recorded(course: Course) -> list[tuple]:
    return [(on, value, None, None, None, _rate(value, course.whole)) for on, value in course.ends]


def _expected(fan: list[Ahead], whole: float) -> list[tuple]:
    return [
        (one.on, None, round(one.low), round(one.point), round(one.high), _rate(one.point, whole))
        for one in fan[1:]
    ]


def _rate(value: float, whole: float) -> Decimal | None:
    return Decimal(str(value)) * 100 / Decimal(str(whole)) if whole else None
