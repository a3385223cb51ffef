"""Tổng quan: targets beside what was reached, the dated steps ahead."""

from decimal import Decimal

from graphics.roadmap import Milestone
from graphics.shapes import Bullet, Status, Tick
from graphics.targets import TargetRow
from language import t
from language.numbers import fraction
from metrics.figure import Figure
from metrics.scope import Scope
from ui import links, reads
from ui.overview import Overview, titled, unit_of

MOST_STEPS = 7
PAGES = {"procedures_full": "dich-vu-cong", "cross_boundary_live": "phi-dia-gioi"}
UNITS = {"procedures": "unit.procedures", "dossiers": "unit.dossiers", "connections": "overview.agencies"}


def targets(page: Overview) -> tuple[TargetRow, ...]:
    """Indicators with targets of their own, promises with a rate, then links, which have none."""
    found = page.figures
    rows = [_row(one.figure, one.note, one.bullet) for one in page.aims.values() if one.targets]
    rows += [_promise(item) for item in reads.reform_items() if item["target_rate"] and item["quantity"]]
    for key in ("connections_vertical", "connections_departments"):
        rows.append(_row(found[key], t("aim.none"), Bullet(found[key].value)))
    return tuple(rows)


def roadmap(scope: Scope) -> tuple[Milestone, ...]:
    """The step last passed and those ahead, deadlines with what records say of what falls due that day, if
    anything does; what reorganises agencies is marked on trends, not here."""
    steps = [event for event in reads.events() if event["kind"] != "reorganisation"]
    ahead = [event for event in steps if event["on"] >= scope.end]
    passed = [event for event in steps if event["on"] < scope.end]
    shown = passed[-max(1, MOST_STEPS - len(ahead)) :] + ahead[: MOST_STEPS - 1]
    kept = reads.kept(scope)
    return tuple(
        Milestone(event["on"], titled(event), kept[event["on"]], deadline=True)
        if event["kind"] == "deadline" and event["on"] in kept
        else Milestone(event["on"], titled(event))
        for event in shown
    )


def _row(figure: Figure, note: str, bullet: Bullet) -> TargetRow:
    key = figure.indicator.key
    detail = ""
    if figure.state == "value":
        detail = f"{fraction(figure.part, figure.whole)} {t(UNITS[figure.indicator.source])}"
    elif figure.state == "no_value":
        detail = t("figure.no_value")
    return TargetRow(
        title=t(f"indicator.{key}"),
        note=note,
        bullet=bullet,
        detail=detail,
        href=links.to(PAGES[key]) if key in PAGES else None,
        synthetic=figure.synthetic,
    )


def _promise(item: dict) -> TargetRow:
    """A promise such as "20 %, that is 105 procedures"; hatched while nobody has reported."""
    done, whole, goal = item["done"], Decimal(item["quantity"]), Decimal(item["target_rate"])
    reached = None if done is None else Decimal(done) * goal / whole
    status = Status.MISSING if reached is None else Status.MET if reached >= goal else Status.UNMET
    detail = f"{fraction(done, whole)} {unit_of(item)}" if done is not None else ""
    return TargetRow(titled(item), "", Bullet(reached, (Tick(goal),), status), detail)
