"""Dịch vụ công by month, by sector and by the department in charge."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data_access.months import month_end
from language import t, tn
from language.numbers import month as month_name
from language.numbers import percent
from metrics.figure import Figure
from metrics.procedure_groups import procedure_groups as _procedure_groups
from metrics.scope import Scope
from reports.exports import Column
from ui import charts, names, reads, stacks
from ui.event_marks import mark_months
from ui.events import marks
from ui.panels import Panel, drawn
from ui.services import by_month, path
from ui.services_next import is_synthetic

SHOWN = 15
PARTS = ("full", "partial", "offline")

procedure_groups = reads.cached(_procedure_groups)


@dataclass(frozen=True)
class Group:
    """A sector or department: its procedures by service level."""

    name: str
    full: int
    partial: int
    offline: int

    @property
    def whole(self) -> int:
        return self.full + self.partial + self.offline

    @property
    def open(self) -> int:
        """What is not yet fully online."""
        return self.partial + self.offline


@drawn
def months(scope: Scope) -> Panel:
    """Fully and partly online by month, against the target of toàn trình; of months that the records do
    not reach nothing is drawn."""
    found = {on: month if _reached(on, month) else None for on, month in by_month(scope).items()}
    keys = {"procedures_full": t("services.full"), "procedures_partial": t("services.partial")}
    lines = [
        charts.Line(name, tuple((on, month and month[key].value) for on, month in found.items()))
        for key, name in keys.items()
    ]
    rows = [
        (f"{on:%m/%Y}", *(month[f"procedures_{part}"].part for part in PARTS),
         month["procedures_online"].whole, *(month[key].value for key in keys))
        if month else (f"{on:%m/%Y}", *[None] * 6)
        for on, month in found.items()
    ]  # fmt: skip
    way = path(scope)
    figure = charts.by_month(lines, target=way.goal.value if way else None)
    mark_months(figure, marks(scope), list(found))
    columns = [
        Column(t("services.month")),
        *(Column(t(f"services.{part}"), "count") for part in PARTS),
        Column(t("services.procedures"), "count"),
        Column(t("services.full_rate"), "percent"),
        Column(t("services.partial_rate"), "percent"),
    ]
    known = any(month and month["procedures_online"].state == "value" for month in found.values())
    return Panel(
        "dvc-theo-thang",
        _newest(found),
        columns,
        rows if known else [],
        figure,
        synthetic=is_synthetic(),
    )


def _newest(found: Mapping[date, Mapping[str, Figure] | None]) -> str:
    """Where both stand in the newest month that is known."""
    known = {on: figures for on, figures in found.items() if figures}
    on = max(known, default=None)
    if on is None or known[on]["procedures_full"].value is None:
        return t("services.by_month")
    full, partial = (percent(known[on][f"procedures_{part}"].value) for part in ("full", "partial"))
    return t("services.found_month", month=month_name(on), full=full, partial=partial)


def _reached(on: date, month: Mapping[str, Figure]) -> bool:
    """Whether the states of procedures are known to the end of a month."""
    as_of = month["procedures_full"].as_of
    return as_of is None or as_of >= month_end(on)


@drawn
def sectors(scope: Scope) -> Panel:
    """Sectors, the one with most procedures still to bring fully online first."""
    return _stacked(
        "dvc-theo-linh-vuc", "services.by_sector", "filter.sector", "sector", names.sectors(), scope
    )


@drawn
def owners(scope: Scope) -> Panel:
    """Departments in charge, in the same order."""
    return _stacked(
        "dvc-theo-so-nganh", "services.by_owner", "services.owner", "owner",
        names.owners(scope.end), scope,
    )  # fmt: skip


@drawn
def levels(scope: Scope) -> Panel:
    """By the level that carries them out."""
    words = {level: t(f"level.{level}") for level in ("province", "district", "commune")}
    return _stacked("dvc-theo-cap", "services.by_level", "filter.level", "level", words, scope)


def _stacked(
    key: str, title: str, header: str, dimension: str, called: Mapping[str, str], scope: Scope
) -> Panel:
    found = procedure_groups(scope)[dimension]
    groups = [
        Group(called.get(label, label), *(sums[part] for part in PARTS)) for label, sums in found.items()
    ]
    groups.sort(key=lambda group: (-group.open, group.full, group.name))
    shown = groups[:SHOWN]
    parts = [
        stacks.Part(
            t(f"services.{part}"), tuple(getattr(group, part) for group in shown), rest=part == "offline"
        )
        for part in PARTS
    ]
    figure = stacks.by_row([group.name for group in shown], parts, [percent(_rate(group)) for group in shown])
    columns = [
        Column(t(header)),
        *(Column(t(f"services.{part}"), "count") for part in PARTS),
        Column(t("services.procedures"), "count"),
        Column(t("services.full_rate"), "percent"),
    ]
    rows = [(g.name, g.full, g.partial, g.offline, g.whole, _rate(g)) for g in groups]
    worst = groups[0] if groups and groups[0].open else None
    words = tn("services.found_most", worst.open, name=worst.name) if worst else t(title)
    if len(shown) < len(groups):
        words = t("services.first_groups", title=words, shown=len(shown), all=len(groups))
    return Panel(key, words, columns, rows, figure, note=t("services.rate_is_full"), synthetic=is_synthetic())


def _rate(group: Group) -> Decimal | None:
    return Decimal(group.full * 100) / group.whole if group.whole else None
