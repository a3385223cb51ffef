"""Việc cần chỉ đạo in words: what is to be done, by whom, where it is proved, what was decided on it."""

from datetime import date
from decimal import Decimal

from graphics.actions import Action as Line
from graphics.shapes import Status
from language import t, tn
from language.numbers import decimal, month_long, percent
from metrics.actions import Action, Agenda, Decided, Item
from metrics.indicators import INDICATORS
from metrics.scope import Scope
from ui import actions_unnamed, links, names, reads
from ui.overview import titled

SLUG = "viec-can-chi-dao"
FIRST = 6  # actions that the overview has room for


def agenda(scope: Scope) -> Agenda:
    """Every action of the province at the end of the period, with what was decided."""
    return reads.agenda(scope)


def first(scope: Scope) -> tuple[Line, ...]:
    """The most urgent ones, for the overview."""
    found = agenda(scope)
    return tuple(line(item, found.on) for item in found.items[:FIRST])


def more(scope: Scope) -> tuple[str, str] | None:
    """Where all of them stand, and the words of the link; it counts who is not named there either."""
    found = agenda(scope)
    further = actions_unnamed.agencies(found)
    if not found.items:
        return (tn("actions.agencies", further), links.to(SLUG)) if further else None
    words = tn("actions.all", len(found.items))
    return tn("actions.all_and_agencies", further, all=words) if further else words, links.to(SLUG)


def line(item: Item, on: date, *, full: bool = False) -> Line:
    """One action as it is drawn; `full` says what was decided as well as to whom."""
    action = item.action
    return Line(
        sentence=sentence(action),
        responsible=responsible(action),
        due=action.due_on,
        href=links.of_province(action.page, **action.filters),
        status=Status.UNMET if action.passed else None,
        undated=t("actions.passed") if action.passed else "",
        as_of=action.as_of,
        decided=decided_words(item.decided, on, full=full) if item.decided else "",
        decided_status=standing(item.decided, on) if item.decided else None,
    )


def sentence(action: Action) -> str:
    """What is to be done, with its figures written for the reader."""
    words = {name: _written(name, value, action) for name, value in action.figures.items()}
    if "title" in words:
        words["title"] = titled(action.figures)
    return tn(f"action.{action.kind}", action.n, **words)


def responsible(action: Action) -> str:
    """Who is to do it: the agency itself where the action is about one."""
    said = [str(action.figures["agency"]) if action.agency else t(f"responsible.{action.kind}")]
    if action.agency and action.synthetic:
        said.append(t("graphics.synthetic"))
    if action.worse:
        said.append(t("actions.worse"))
    return " · ".join(said)


def decided_words(one: Decided, on: date, *, full: bool = False) -> str:
    """ "Đã giao Sở X trước 15/05/2025, còn 12 ngày"; with `full` also what was decided."""
    agency = names.given_to(one.agency, one.noted_on, on)
    said = t("actions.given", agency=agency, day=one.due_on)
    if full:
        said = f"{said}: {one.decided}"
    return f"{said} · {state_words(one, on)}"


def state_words(one: Decided, on: date) -> str:
    """How a decision stands on a day: done, dropped, so many days left, due that day, so many days late."""
    if one.state != "open":
        return t(f"decision.{one.state}")
    days = one.days_left(on)
    if not days:
        return t("graphics.due_today")
    return tn("actions.days_late", -days) if days < 0 else tn("actions.days_left", days)


def standing(one: Decided, on: date) -> Status | None:
    """The colour of a decision whose action still stands: late, or reported done all the same."""
    if one.state == "done":
        return Status.WATCH
    return Status.UNMET if one.overdue(on) else None


def _written(name: str, value: Decimal | int | str | date, action: Action) -> int | str | date:
    """Rates as they were set, paces to one decimal, months long; counts and days write themselves."""
    if name == "indicator":
        return t(f"indicator.{value}")
    if isinstance(value, Decimal):
        if name == "pace":
            return decimal(value, 1)
        if "indicator" in action.figures and not INDICATORS[action.figures["indicator"]].is_rate:
            return decimal(value, None)
        return percent(value, digits=None if name in ("rate", "stretch_rate") else 2)
    return month_long(value) if name == "month" else value
