"""Tổng quan: targets beside what was reached, what must be done, the dated steps ahead."""

from datetime import date
from decimal import Decimal

from graphics.shapes import Action, Bullet, Milestone, Status, TargetRow, Tick
from language import t, tn
from language.numbers import decimal, fraction, month_long, percent
from metrics.actions import Action as Derived
from metrics.figure import Figure
from metrics.scope import Scope
from ui import links, reads
from ui.overview import Overview, titled, unit_of

MOST_ACTIONS = 6
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


def actions(scope: Scope) -> tuple[Action, ...]:
    """The first of what the gaps call for, in the order in which it is due."""
    return tuple(_action(one) for one in reads.actions(scope)[:MOST_ACTIONS])


def sentence(action: Derived) -> str:
    """What is to be done, with its figures written for the reader."""
    words = {name: _written(name, value) for name, value in action.figures.items()}
    if "title" in words:
        words["title"] = titled(action.figures)
    return tn(f"action.{action.kind}", action.n, **words)


def responsible(action: Derived) -> str:
    """Who is to do it: the agency itself where the action is about one."""
    if action.agency:
        name = str(action.figures["agency"])
        return f"{name} · {t('graphics.synthetic')}" if action.synthetic else name
    return t(f"responsible.{action.kind}")


def roadmap(scope: Scope) -> tuple[Milestone, ...]:
    """The step last passed and those ahead; what reorganises agencies is marked on trends, not here."""
    steps = [event for event in reads.events() if event["kind"] != "reorganisation"]
    ahead = [event for event in steps if event["on"] > scope.end]
    passed = [event for event in steps if event["on"] <= scope.end]
    shown = passed[-max(1, MOST_STEPS - len(ahead)) :] + ahead[: MOST_STEPS - 1]
    return tuple(Milestone(event["on"], titled(event)) for event in shown)


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


def _action(action: Derived) -> Action:
    return Action(
        sentence(action),
        responsible(action),
        action.due_on,
        links.to(action.page, **({"don_vi": action.agency} if action.agency else {})),
        as_of=action.as_of,
    )


def _written(name: str, value: Decimal | int | str | date) -> int | str | date:
    """Rates as they were set, paces to one decimal, months long; counts and days write themselves."""
    if isinstance(value, Decimal):
        return decimal(value, 1) if name == "pace" else percent(value, digits=None)
    return month_long(value) if name == "month" else value
