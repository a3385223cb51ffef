"""Tổng quan: what got worse in the last month, and whether toàn trình will be there in time."""

from data_access.months import last_month
from graphics.markup import Html, rich, tag
from language import t, tn
from language.numbers import month_long, points
from metrics.changes import Change
from metrics.scope import Scope
from ui import links, reads
from ui.aims import Aim
from ui.data import revision
from ui.frame_data import choices
from ui.projection import of_procedures

FOLLOWED = ("timeliness", "overdue_open", "dossiers_online")


def worse(scope: Scope) -> Html | None:
    """The rates that got worse from the month before to the last one, each over the same agencies; None
    where no month before is known."""
    before = last_month(scope.last)
    if before not in choices(revision()).months:
        return None
    sides = scope.only(first=before, last=before), scope.only(first=scope.last)
    found = {key: reads.change(key, *sides) for key in FOLLOWED}
    if all(one.difference is None for one in found.values()):
        return None
    said = [_said(key, one) for key, one in found.items() if one.is_worse]
    words = (
        t("overview.worse", month=month_long(before), changes="; ".join(said))
        if said
        else t("overview.none_worse", month=month_long(before))
    )
    return tag("a", rich(words), href=links.to("ho-so"), cls="ioc-link")


def outlook(one: Aim, scope: Scope) -> str:
    """When toàn trình gets to its target at the pace so far; nothing where that cannot be said."""
    way = of_procedures(one.figure, one.goal, scope.end) if one.goal else None
    if way is None or way.state not in ("coming", "still"):
        return ""
    if way.state == "still" or way.likely is None:
        return t("overview.never_at_this_pace")
    return t("overview.likely", month=month_long(way.likely))


def _said(key: str, one: Change) -> str:
    words = {"name": t(f"overview.followed_{key}"), "difference": points(one.difference)}
    return tn("overview.worse_one", one.agencies, **words)
