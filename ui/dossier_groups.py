"""Hồ sơ by agency and sector, for one indicator that the reader chooses, worst first."""

from dataclasses import dataclass
from decimal import Decimal

from language import t, tn
from language.numbers import count, fraction, percent
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.ranking import SMALL, is_small
from metrics.scope import Scope
from reports.exports import Column
from ui import charts, names, reads
from ui.agency_bodies import bodies, figures
from ui.dossier_findings import ranked
from ui.dossiers import is_whole
from ui.dots import are_close, dots
from ui.panels import Panel, drawn

# Codes in the address, in the order of the choice.
CHOICES = {
    "dung-han": "timeliness",
    "truc-tuyen": "dossiers_online",
    "qua-han": "overdue_open",
    "tiep-nhan": "dossiers_received",
    "so-hoa-dau-vao": "digitised_input",
    "ket-qua-dien-tu": "digitised_result",
    "thanh-toan": "paid_online",
    "hai-long": "satisfied",
    "nop-khac-dia-ban": "cross_boundary_uptake",
}
# How many are drawn, by dimension and by whether one end of the list is the worse one.
DRAWN = {
    ("agency", True): "dossiers.by_agency",
    ("agency", False): "dossiers.most_agencies",
    ("sector", True): "dossiers.by_sector",
    ("sector", False): "dossiers.most_sectors",
}
SHOWN = 10
BEST = 3


@dataclass(frozen=True)
class Group:
    """An agency or a sector with its figure."""

    name: str
    figure: Figure

    @property
    def small(self) -> bool:
        return is_small(self.figure)

    @property
    def note(self) -> str:
        """Why there is no figure, or how far it can be trusted."""
        if self.figure.state != "value":
            return t(f"figure.{self.figure.state}")
        return t("dossiers.small", n=SMALL) if self.small else ""


def options() -> dict[str, str]:
    """Code → words of every indicator that can be compared."""
    return {code: t(f"indicator.{key}") for code, key in CHOICES.items()}


def panels(key: str, scope: Scope, today: bool) -> list[Panel]:
    """Both rankings; one that the filters leave a single line of is no ranking."""
    there = [] if scope.agency else [agencies(key, scope, today)]
    return [*there, *([] if scope.sector and there else [sectors(key, scope)])]


@drawn
def agencies(key: str, scope: Scope, today: bool) -> Panel:
    """Agencies, the one furthest behind first; as they were, or in the structure of today."""
    lines = bodies(key, scope, today)
    groups = [Group(lines[one].name, figure) for one, figure in figures(key, scope, today).items()]
    return _ranked("ho-so-don-vi", key, scope, "agency", groups)


@drawn
def sectors(key: str, scope: Scope) -> Panel:
    """Sectors, the one furthest behind first."""
    called = names.sectors()
    groups = [
        Group(called.get(code, code), figure) for code, figure in reads.by(key, scope, "sector").items()
    ]
    return _ranked("ho-so-linh-vuc", key, scope, "sector", groups)


def _ranked(name: str, key: str, scope: Scope, dimension: str, groups: list[Group]) -> Panel:
    indicator = INDICATORS[key]
    groups.sort(key=_order)
    with_value = [group for group in groups if group.figure.state == "value"]
    sure = [group for group in with_value if not group.small]
    shown = (sure if len(sure) >= SHOWN else with_value)[:SHOWN]
    values = [group.figure.value for group in with_value]
    bars = [charts.Bar(_starred(group), group.figure.value, detail=_fraction(group)) for group in shown]
    if indicator.is_rate and are_close(bars):
        mean_is = t("dossiers.province" if is_whole(scope) else "dossiers.together")
        figure = dots(bars, reads.figures((key,), scope)[key].value, mean_is)
    else:
        figure = charts.bars(bars, "percent" if indicator.is_rate else "count", as_given=True)
    return Panel(
        f"{name}-{key.replace('_', '-')}",
        ranked(indicator, [(_starred(group), group.figure.value) for group in shown], values, len(groups)),
        _columns(t("filter.agency") if dimension == "agency" else t("filter.sector"), indicator.is_rate),
        [_row(group, indicator.is_rate) for group in groups],
        figure if shown else None,
        note=_below(groups, with_value, shown, dimension),
    )


def _order(group: Group) -> tuple:
    """Worst first by the indicator's own direction; where neither end is bad, the largest first."""
    value = group.figure.value
    if value is None:
        return 1, Decimal(0), 0, group.name
    worst = value if group.figure.indicator.higher_is_better else -value
    return 0, worst, -(group.figure.whole or 0), group.name


def _below(groups: list[Group], with_value: list[Group], shown: list[Group], dimension: str) -> str:
    """How many are drawn, the other end of the list, who has no figure: nothing to count, or nothing sent."""
    words = []
    if shown and len(shown) < len(groups):
        worse = shown[0].figure.indicator.higher_is_better is not None
        words.append(tn(DRAWN[dimension, worse], len(groups), shown=len(shown)))
    sure = [group for group in with_value if not group.small]
    best = sure[: -BEST - 1 : -1] if len(sure) >= len(shown) + BEST else []
    if best:
        ends = "; ".join(f"{group.name} **{_value(group)}**" for group in best)
        words.append(t("dossiers.other_end", groups=ends))
    for state, key in (("no_value", "dossiers.without_value"), ("missing", "dossiers.without_statement")):
        without = sum(group.figure.state == state for group in groups)
        if without:
            words.append(tn(key, without))
    if any(group.small for group in shown):
        words.append(t("dossiers.starred", n=SMALL))
    elif left_out := sum(group.small for group in with_value):
        words.append(tn("dossiers.too_small", left_out, least=SMALL))
    return " ".join(words)


def _columns(name: str, rate: bool) -> list[Column]:
    if not rate:
        return [Column(name), Column(t("dossiers.amount"), "count"), Column(t("dossiers.note"))]
    return [
        Column(name),
        Column(t("dossiers.part"), "count"),
        Column(t("dossiers.whole"), "count"),
        Column(t("dossiers.rate"), "percent"),
        Column(t("dossiers.note")),
    ]


def _row(group: Group, rate: bool) -> tuple:
    one = group.figure
    return (
        (group.name, one.part, one.whole, one.value, group.note)
        if rate
        else (group.name, one.part, group.note)
    )


def _starred(group: Group) -> str:
    return f"{group.name}*" if group.small else group.name


def _fraction(group: Group) -> str:
    return fraction(group.figure.part, group.figure.whole) if group.figure.indicator.is_rate else ""


def _value(group: Group) -> str:
    value = group.figure.value
    return percent(value) if group.figure.indicator.is_rate else count(value)
