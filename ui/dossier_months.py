"""Hồ sơ by month: how many came and stand open, which share came online and was finished in time."""

from datetime import date

from language import t
from language.numbers import day
from metrics.figure import Figure
from metrics.scope import Scope
from reports.exports import Column
from ui import charts, reads, stacks
from ui.overview import titled
from ui.panels import Panel, drawn

LEVELS = ("commune", "district", "province")


def events(scope: Scope) -> list[dict]:
    """Reorganisations within the scope: they change who handles what, so trends carry their mark."""
    return [
        event
        for event in reads.events()
        if event["kind"] == "reorganisation" and scope.first <= event["on"] <= scope.end
    ]


def key_to_marks(scope: Scope) -> str:
    """What the dashed uprights are: "01/03/2025: Sắp xếp lại sở, ngành"."""
    words = [f"**{day(event['on'])}** {titled(event)}" for event in events(scope)]
    return t("dossiers.marks", events="; ".join(words)) if words else ""


@drawn
def received(scope: Scope) -> Panel:
    """Received, stacked by level."""
    found = _by_level("dossiers_received", scope)
    months, levels = list(scope.months()), _present(found)
    parts = [
        stacks.Part(
            t(f"level.{level}"), tuple(found[on][level].part if level in found[on] else None for on in months)
        )
        for level in levels
    ]
    rows = [
        (name, *(part.amounts[at] for part in parts), _total(part.amounts[at] for part in parts))
        for at, name in enumerate(_written(months))
    ]
    columns = [Column(t("dossiers.month")), *(Column(part.name, "count") for part in parts)]
    return Panel(
        "ho-so-tiep-nhan-thang",
        t("dossiers.received_by_month"),
        [*columns, Column(t("dossiers.total"), "count")],
        rows if parts else [],
        _marked(stacks.by_month(months, parts), scope),
    )


@drawn
def standing(scope: Scope) -> Panel:
    """Open at each month's end, in time and overdue."""
    found = reads.by("overdue_open", scope, "month")
    months = list(scope.months())
    in_time = tuple(None if f.state == "missing" else f.whole - f.part for f in found.values())
    overdue = tuple(f.part for f in found.values())
    parts = [stacks.Part(t("dossiers.in_time"), in_time), stacks.Part(t("dossiers.overdue"), overdue)]
    rows = [
        (on, *amounts, figure.whole, figure.value)
        for on, amounts, figure in zip(
            _written(months), zip(in_time, overdue, strict=True), found.values(), strict=True
        )
    ]
    headers = (
        "dossiers.month",
        "dossiers.in_time",
        "dossiers.overdue",
        "dossiers.open",
        "dossiers.overdue_rate",
    )
    kinds = ("text", "count", "count", "count", "percent")
    return Panel(
        "ho-so-dang-giai-quyet-thang",
        t("dossiers.open_by_month"),
        [Column(t(header), kind) for header, kind in zip(headers, kinds, strict=True)],
        rows,
        _marked(stacks.by_month(months, parts), scope),
    )


@drawn
def rates(key: str, scope: Scope) -> Panel:
    """A rate by month and level."""
    found = _by_level(key, scope)
    months, levels = list(scope.months()), _present(found)
    lines = [
        charts.Line(
            t(f"level.{level}"),
            tuple((on, found[on][level].value if level in found[on] else None) for on in months),
        )
        for level in levels
    ]
    whole = reads.by(key, scope, "month")
    rows = [
        (name, whole[on].part, whole[on].whole, whole[on].value, *(line.points[at][1] for line in lines))
        for at, (name, on) in enumerate(zip(_written(months), months, strict=True))
    ]
    columns = [
        Column(t("dossiers.month")),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(t("dossiers.rate"), "percent"),
        *(Column(line.name, "percent") for line in lines),
    ]
    title = t("dossiers.rate_by_month", indicator=t(f"indicator.{key}"))
    figure = _marked(charts.by_month(lines), scope) if lines else None
    return Panel(f"ho-so-{key.replace('_', '-')}-thang", title, columns, rows if lines else [], figure)


def _by_level(key: str, scope: Scope) -> dict[date, dict[str, Figure]]:
    return {on: reads.by(key, scope.only(first=on, last=on), "level") for on in scope.months()}


def _present(found: dict[date, dict[str, Figure]]) -> list[str]:
    return [level for level in LEVELS if any(level in levels for levels in found.values())]


def _marked(figure, scope: Scope):
    return stacks.mark_events(figure, list(scope.months()), [event["on"] for event in events(scope)])


def _total(amounts) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _written(months: list[date]) -> list[str]:
    return [f"{on:%m/%Y}" for on in months]
