"""Targets: looked up by indicator, agency and date; the gap to them in procedures or dossiers."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sqlalchemy import Connection, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Target as TargetTable
from metrics.figure import Figure
from metrics.indicators import INDICATORS


@dataclass(frozen=True)
class Target:
    """What an indicator should reach. `due_on` None: undated. `basis` is the denominator of a rate
    whose decision names none: 'listed' or 'all', and says so wherever it is shown."""

    indicator: str
    value: Decimal
    unit: str
    kind: str
    due_on: date | None
    basis: str | None
    decision: str | None
    source: str

    @property
    def fits(self) -> bool:
        """Whether it is in the unit of its indicator: 70 procedures are no target of a rate."""
        return (self.unit == "%") == INDICATORS[self.indicator].is_rate


_TARGETS = select(*(TargetTable.c[name] for name in (*Target.__dataclass_fields__, "agency")))


def targets(connection: Connection, indicator: str, on: date, agency: str | None = None) -> list[Target]:
    """The targets of an indicator that are open on a day, nearest first, undated last.

    For each kind (target, stretch) whose every date has passed, the last one: a missed target is
    not forgotten the day after. Only targets of this very indicator and agency (None = province), and
    in its unit: 70 procedures are no target of a rate.
    """
    code = agency.split("@")[0] if agency else None
    found = all_targets(connection).get((indicator, code), ())
    found = [target for target in found if target.fits]
    open_ones = [target for target in found if target.due_on is None or target.due_on >= on]
    for kind in ("target", "stretch"):
        passed = [target for target in found if target.kind == kind and target not in open_ones]
        if passed and not any(target.kind == kind for target in open_ones):
            open_ones.append(max(passed, key=lambda target: target.due_on))
    return sorted(open_ones, key=lambda target: (target.due_on or date.max, target.kind))


@once_a_snapshot
def all_targets(connection: Connection) -> dict[tuple[str, str | None], list[Target]]:
    """(Indicator, agency code or None for the province) → its targets, open or not. They are few, and a
    page asks for those of many indicators."""
    found: dict[tuple[str, str | None], list[Target]] = {}
    for *fields, agency in connection.execute(_TARGETS).all():
        target = Target(*fields)
        found.setdefault((target.indicator, agency), []).append(target)
    return found


def gap(figure: Figure, target: Target) -> int | None:
    """How many more procedures or dossiers the target needs, or how many fewer where less is better;
    0 when reached, None without a value.

    70 % of 1.877 is 1.313,9: that is 1.314, so 488 more than 826.
    """
    if figure.state != "value":
        return None
    needed = target.value * figure.whole / 100 if target.unit == "%" else target.value
    if figure.indicator.higher_is_better is False:
        return max(0, figure.part - int(needed.to_integral_value(ROUND_FLOOR)))
    return max(0, int(needed.to_integral_value(ROUND_CEILING)) - figure.part)


def status(figure: Figure, target: Target, on: date) -> str:
    """'met', 'warn' (a tenth short or less), 'missed' or 'missing'; `on` is the day of the data.

    A target whose date has passed is missed however close it was.
    """
    if figure.state != "value":
        return "missing"
    # How far beyond the target, in the direction that is better.
    beyond = figure.value - target.value
    if figure.indicator.higher_is_better is False:
        beyond = -beyond
    if beyond >= 0:
        return "met"
    late = target.due_on is not None and target.due_on < on
    return "missed" if late or beyond < -target.value / 10 else "warn"
