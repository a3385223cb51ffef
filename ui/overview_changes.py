"""Tổng quan: what got worse in the last month, and whether toàn trình will be there in time."""

from itertools import groupby

from data_access.months import last_month
from graphics.marks import synthetic_tag
from graphics.markup import Html, rich, tag
from language import t
from language.numbers import fraction, month_long, points
from metrics.changes import Change
from metrics.projection import Projection
from metrics.scope import Scope
from ui import links, reads
from ui.aims import Aim
from ui.data import revision
from ui.frame_data import choices
from ui.projection import interval, of_procedures

FOLLOWED = (
    "timeliness", "overdue_open", "dossiers_online", "digitised_input", "digitised_result", "paid_online"
)  # fmt: skip
NAMED = 3  # of what got worse: the headline has one line


def worse(scope: Scope) -> Html | None:
    """The rates that got worse from the month before to the last one, each over the same agencies; else
    those that did not. None where no month before is known, or none of them can be judged."""
    before = last_month(scope.last)
    if before not in choices(revision()).months:
        return None
    sides = scope.only(first=before, last=before), scope.only(first=scope.last)
    found = {key: reads.change(key, *sides) for key in FOLLOWED}
    judged = {key: one for key, one in found.items() if one.is_judged}
    if not judged:
        return None
    said = rich(_sentence(judged, month_long(before)))
    mark = synthetic_tag() if any(one.synthetic for one in judged.values()) else None
    return tag("div", tag("a", said, href=links.to("ho-so"), cls="ioc-link"), " ", mark)


def _sentence(judged: dict[str, Change], before: str) -> str:
    worse = [(key, one) for key, one in judged.items() if one.is_worse]
    if worse:
        furthest = sorted(worse, key=lambda pair: -abs(pair[1].difference))[:NAMED]
        runs = groupby(furthest, key=lambda pair: fraction(pair[1].agencies, pair[1].due))
        changes = "; ".join(_said(list(run), same) for same, run in runs)
        return t("overview.worse", month=before, changes=changes)
    return t("overview.none_worse", month=before, names=", ".join(map(_name, judged)))


def _said(run: list[tuple[str, Change]], same: str) -> str:
    """Changes over as many agencies, which are said once: the headline has one line."""
    changes = "; ".join(
        t("overview.worse_one", name=_name(key), difference=points(one.difference)) for key, one in run
    )
    return t("overview.worse_on" if len(run) == 1 else "overview.worse_on_each", changes=changes, same=same)


def _name(key: str) -> str:
    return t(f"overview.followed_{key}")


def outlook(one: Aim, scope: Scope) -> str:
    """When toàn trình gets to its target at the pace so far; nothing where that cannot be said."""
    way = of_procedures(one.figure, one.goal, scope.end) if one.goal else None
    return expected(way) if way else ""


def expected(way: Projection) -> str:
    """The likely month with its interval, or that none can be named. Nothing of a day that is not ahead: the
    records stop before the page does."""
    if way.state == "still":
        return t("overview.never_at_this_pace")
    if way.state != "coming":
        return ""
    if way.likely is None:
        return t("overview.far_at_this_pace")
    if way.likely <= way.today:
        return ""
    return t("overview.likely", month=month_long(way.likely), interval=interval(way))
