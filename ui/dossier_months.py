"""Hồ sơ by month: how many came and stand open, which share came online and was finished in time."""

from datetime import date

from language import t
from language.numbers import fraction, month
from metrics.figure import Figure
from metrics.scope import Scope
from reports.exports import Column
from ui import charts, dossier_findings, names, reads, stacks, unusual_months
from ui.event_marks import mark_months
from ui.events import marks
from ui.panels import Panel, drawn
from ui.unusual_months import Heights, Trend, cells, flag, ring

LEVELS = ("commune", "district", "province")


@drawn
def received(scope: Scope) -> Panel:
    """Received, stacked by level."""
    found, whole = (
        reads.levels_by_month("dossiers_received", scope),
        reads.by("dossiers_received", scope, "month"),
    )
    levels = _present(found)
    parts = [
        stacks.Part(names.level(level, scope.end), tuple(_of(found[on], level, "part") for on in whole))
        for level in levels
    ]
    judged = [unusual_months.trend("", "dossiers_received", scope)]
    rows = [
        (_written(on), *(part.amounts[at] for part in parts), one.part, _sent(one), *cells(judged, on))
        for at, (on, one) in enumerate(whole.items())
    ]
    columns = [Column(t("dossiers.month")), *(Column(part.name, "count") for part in parts)]
    return Panel(
        "ho-so-tiep-nhan-thang",
        dossier_findings.received(whole),
        [
            *columns,
            Column(t("dossiers.total"), "count"),
            Column(t("dossiers.sent")),
            *unusual_months.columns("count"),
        ],
        rows if parts else [],
        _dated(flag(stacks.by_month(list(whole), parts), judged, _tops(whole, "part")), scope),
        note=_note(whole, judged),
    )


@drawn
def standing(scope: Scope) -> Panel:
    """Open at each month's end, in time and overdue."""
    found = reads.by("overdue_open", scope, "month")
    overdue = tuple(one.part for one in found.values())
    in_time = tuple(None if one.part is None else one.whole - one.part for one in found.values())
    parts = [stacks.Part(t("dossiers.in_time"), in_time), stacks.Part(t("dossiers.overdue"), overdue)]
    judged = [unusual_months.trend("", "dossiers_open", scope)]
    rows = [
        (_written(on), in_time[at], one.part, one.whole, one.value, _sent(one), *cells(judged, on))
        for at, (on, one) in enumerate(found.items())
    ]
    return Panel(
        "ho-so-dang-giai-quyet-thang",
        dossier_findings.still_open(found),
        [
            Column(t("dossiers.month")),
            Column(t("dossiers.in_time"), "count"),
            Column(t("dossiers.overdue"), "count"),
            Column(t("dossiers.open"), "count"),
            Column(t("dossiers.overdue_rate"), "percent"),
            Column(t("dossiers.sent")),
            *unusual_months.columns("count"),
        ],
        rows,
        _dated(flag(stacks.by_month(list(found), parts), judged, _tops(found, "whole")), scope),
        note=_note(found, judged),
    )


@drawn
def rates(key: str, scope: Scope) -> Panel:
    """A rate by month and level."""
    found, whole = reads.levels_by_month(key, scope), reads.by(key, scope, "month")
    lines = [
        charts.Line(t(f"level.{level}"), tuple((on, _of(found[on], level, "value")) for on in whole))
        for level in _present(found)
    ]
    judged = _lines_judged(key, lines, found, scope)
    rows = [
        (
            _written(on),
            one.part,
            one.whole,
            one.value,
            *(line.points[at][1] for line in lines),
            _sent(one),
            *cells(judged, on),
        )
        for at, (on, one) in enumerate(whole.items())
    ]
    columns = [
        Column(t("dossiers.month")),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(t("dossiers.rate"), "percent"),
        *(Column(line.name, "percent") for line in lines),
        Column(t("dossiers.sent")),
        *unusual_months.columns("percent"),
    ]
    return Panel(
        f"ho-so-{key.replace('_', '-')}-thang",
        dossier_findings.rate(key, lines),
        columns,
        rows if lines else [],
        _dated(ring(charts.by_month(lines), judged, _heights(lines)), scope) if lines else None,
        note=_note(whole, judged),
    )


def _lines_judged(
    key: str, lines: list[charts.Line], found: dict[date, dict[str, Figure]], scope: Scope
) -> list[Trend]:
    """All levels together, then each of them; a single line is the whole itself."""
    whole = unusual_months.trend("", key, scope)
    if len(lines) < 2:
        return [whole]
    levels = zip(lines, _present(found), strict=True)
    return [whole, *(unusual_months.trend(line.name, key, scope.only(level=level)) for line, level in levels)]


def _heights(lines: list[charts.Line]) -> Heights:
    alone = len(lines) < 2
    return {("" if alone else line.name, on): value for line in lines for on, value in line.points}


def _tops(found: dict[date, Figure], field: str) -> Heights:
    return {("", on): getattr(one, field) for on, one in found.items()}


def _present(found: dict[date, dict[str, Figure]]) -> list[str]:
    return [level for level in LEVELS if any(level in levels for levels in found.values())]


def _of(levels: dict[str, Figure], level: str, field: str):
    """A level that a month does not have (the districts after 1-7-2025) has no figure in it."""
    return getattr(levels[level], field) if level in levels else None


def _sent(figure: Figure) -> str:
    return fraction(figure.received, figure.due)


def _who_sent(found: dict[date, Figure]) -> str:
    """Months in which some have not sent: each month adds up those who did."""
    short = [f"{month(on)} **{_sent(one)}**" for on, one in found.items() if not one.complete]
    return t("dossiers.who_sent", months="; ".join(short)) if short else ""


def _note(found: dict[date, Figure], judged: list[Trend]) -> str:
    return " ".join(filter(None, (_who_sent(found), unusual_months.note(judged))))


def _dated(figure, scope: Scope):
    return mark_months(figure, marks(scope), list(scope.months()))


def _written(on: date) -> str:
    return f"{on:%m/%Y}"
