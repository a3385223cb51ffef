"""Rates of dossiers that have a target: whether each will be reached, on the same agencies month by month."""

from collections import Counter

from language import t, tn
from language.numbers import fraction, month_long
from metrics.indicators import DOSSIERS
from metrics.projection import Projection
from metrics.rate_course import rate_course
from metrics.scope import Scope
from metrics.targets import Target
from reports.exports import Column
from ui import reads
from ui.dossiers import is_whole
from ui.panels import Panel, drawn
from ui.projection import POINTS, in_time, interval, sentence, verdict
from ui.unusual_months import monthly

RATES = tuple(one.key for one in DOSSIERS if one.is_rate and one.higher_is_better is not None)

VERDICTS = {
    "yes": "projection.rates_yes",
    "maybe": "projection.rates_maybe",
    "unlikely": "projection.rates_unlikely",
    "no": "projection.rates_no",
    "open": "projection.rates_open",
}


def panels(scope: Scope) -> list[Panel]:
    """The table of all such targets: the province's, or an agency's own; none where nobody has set one."""
    return [panel(scope)] if ways(scope) else []


def ways(scope: Scope) -> list[tuple[Target, Projection, str]]:
    """Target, the way to it, and on how many of how many agencies."""
    if not (is_whole(scope) or (scope.agency and not scope.sector)):
        return []
    return [
        (target, *way)
        for key in RATES
        for target in reads.targets(key, scope.end, scope.agency)
        if (way := _way(key, target, scope))
    ]


@drawn
def panel(scope: Scope) -> Panel:
    """One line a target, with the verdict as a sentence."""
    found = ways(scope)
    verdicts = Counter("yes" if way.state == "reached" else in_time(way) or "open" for _, way, _ in found)
    parts = ", ".join(tn(words, verdicts[name]) for name, words in VERDICTS.items() if verdicts[name])
    return Panel(
        "ho-so-du-bao-muc-tieu",
        tn("projection.rates", len(found), parts=parts),
        [
            Column(t("projection.indicator")),
            Column(t("projection.now"), "percent"),
            Column(t("projection.target"), "percent"),
            Column(t("projection.due"), "day"),
            Column(t("projection.pace"), "decimal"),
            Column(t("projection.pace_needed"), "decimal"),
            Column(t("projection.when")),
            Column(t("projection.interval")),
            Column(t("projection.verdict")),
            Column(t("projection.same")),
        ],
        [_row(target, way, same) for target, way, same in found],
        note=t("projection.rates_note"),
    )


def _way(key: str, target: Target, scope: Scope) -> tuple[Projection, str] | None:
    found = monthly(key, scope)
    course = rate_course(found)
    if course is None:
        return None
    rising = found.indicator.higher_is_better is not False
    way = Projection(course, float(target.value), target.due_on, scope.end, rising)
    return way, fraction(found.agencies, found.due)


def _row(target: Target, way: Projection, same: str) -> tuple:
    return (
        t(f"indicator.{target.indicator}"),
        way.course.now,
        target.value,
        target.due_on,
        way.pace,
        way.pace_needed,
        month_long(way.likely) if way.likely else "",
        interval(way) if way.likely else "",
        _verdict(target, way),
        same,
    )


def _verdict(target: Target, way: Projection) -> str:
    """In time or not where there is a likely month; else why there is none."""
    if way.likely and way.in_time:
        return verdict(way)
    return "" if way.likely else sentence(way, target, POINTS).replace("**", "")
