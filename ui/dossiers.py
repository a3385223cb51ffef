"""Hồ sơ: the four figures of its head, each against the period before on the same agencies."""

from datetime import date

from graphics import cards
from graphics.bars import bullet
from graphics.marks import corner, coverage_mark
from graphics.markup import Html, rich, tag
from graphics.shapes import Bullet, Coverage
from language import t
from language.numbers import count, fraction, month, percent, points, signed
from metrics.changes import Change
from metrics.figure import Figure
from metrics.scope import Scope
from ui import reads
from ui.aims import aim
from ui.data import revision
from ui.frame_data import choices

KEYS = (
    "dossiers_received",
    "dossiers_online",
    "timeliness",
    "dossiers_late",
    "dossiers_open",
    "overdue_open",
)
HEAD = ("dossiers_received", "dossiers_online", "timeliness", "dossiers_open")


def figures(scope: Scope) -> dict[str, Figure]:
    """Every indicator of the head, read together."""
    return reads.figures(KEYS, scope)


def head(scope: Scope) -> Html:
    """Received, online, in time, open: one card each."""
    found = figures(scope)
    return cards.grid(*(_card(found[key], _sentence(key, found), scope) for key in HEAD))


def compared(scope: Scope) -> tuple[Scope, Scope] | None:
    """The period before of the same length; where it is not there, the last month and the one before it."""
    known = set(choices(revision()).months)
    length = len(list(scope.months()))
    earlier = scope.only(first=shifted(scope.first, -length), last=shifted(scope.last, -length))
    if set(earlier.months()) <= known:
        return earlier, scope
    if length == 1:
        return None
    before = shifted(scope.last, -1)
    return scope.only(first=before, last=before), scope.only(first=scope.last)


def shifted(first: date, months: int) -> date:
    """The first of the month so many months later."""
    at = first.year * 12 + first.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def is_whole(scope: Scope) -> bool:
    """Whether a scope is the whole province, which alone has targets."""
    return scope.level is None and scope.agency is None and scope.sector is None


def coverage_of(figure: Figure) -> Coverage | None:
    """The n/m printed beside a figure of agencies' statements."""
    return Coverage(figure.received, figure.due) if figure.due else None


def _card(figure: Figure, sentence: str, scope: Scope) -> Html:
    key, unit = figure.indicator.key, "%" if figure.indicator.is_rate else t("unit.dossiers")
    mark = aim(figure, scope) if is_whole(scope) else None
    bar = mark.bullet if mark else Bullet(figure.value)
    foot = tag("div", tag("p", rich(sentence)), coverage_mark(coverage_of(figure)), cls="ioc-foot")
    return cards.card(
        t(f"indicator.{key}"),
        tag("p", *cards.figure(figure.value, unit), cls="ioc-big"),
        bullet(bar, labelled=bool(bar.ticks)) if figure.indicator.is_rate else None,
        foot,
        tag("p", rich(changed(key, scope)), cls="ioc-changed"),
        span=3,
        aside=corner(mark.status) if mark and mark.status else None,
        look="ioc-kpi",
    )


def _sentence(key: str, found: dict[str, Figure]) -> str:
    one, late, overdue = found[key], found["dossiers_late"], found["overdue_open"]
    if one.due == 0:
        return t("dossiers.nobody_due")
    if one.state != "value":
        return t(f"figure.{one.state}")
    match key:
        case "dossiers_received":
            return t("dossiers.of_them_online", part=count(found["dossiers_online"].part))
        case "timeliness":
            return t("dossiers.of_finished", fraction=fraction(one.part, one.whole), late=count(late.part))
        case "dossiers_open":
            return t("dossiers.of_them_overdue", part=count(overdue.part), rate=percent(overdue.value))
        case _:
            return t("dossiers.of_received", fraction=fraction(one.part, one.whole))


def changed(key: str, scope: Scope) -> str:
    """The change as a sentence: from what to what, by how much, on how many agencies."""
    pair = compared(scope)
    if pair is None:
        return t("dossiers.nothing_before")
    before, after = pair
    found = reads.change(key, before, after)
    if found.difference is None:
        return t("dossiers.not_comparable", before=period(before), after=period(after))
    return t(
        "dossiers.changed",
        same=fraction(found.agencies, found.due),
        before=period(before),
        after=period(after),
        difference=_difference(found),
    )


def _difference(found: Change) -> str:
    if found.after.indicator.is_rate:
        return points(found.difference)
    return signed(found.difference)


def period(scope: Scope) -> str:
    """The months of a scope, as short as they can be written."""
    if scope.first == scope.last:
        return month(scope.last)
    return f"{month(scope.first)}–{month(scope.last)}"
