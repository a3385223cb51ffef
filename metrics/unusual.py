"""Changes that deserve a second look before they count: the warnings of a comparison.

Each is asked only where the agency's own months can answer (`metrics.limits`), and only where it would
matter: a rate by two points or more, a statement of thirty dossiers or more.

- `fewer_dossiers`: statements replaced by much shorter ones, as half a month replaces a whole one;
- `far_fewer`, `far_more`: agencies whose month is beyond its limits and less than half of, or more than
  twice, any month before;
- `count`, `rate`: an indicator beyond its limits, over all agencies of the batch with the same months.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from metrics import limits
from metrics.dossier_sums import Sums, added
from metrics.indicators import FINISHED, INDICATORS, OPEN, WATCHED, Indicator
from metrics.limits import Limits
from metrics.statements import Statements

FULL_SHARE = 0.75  # of the dossiers that count now: less is taken for a part of a month
SMALLEST = 30  # dossiers in a statement
POINTS = 2  # percent points
STATED = (*FINISHED, *OPEN)  # a month's statement is what it finished and what it left open

Slices = Collection[tuple[date, str]]


@dataclass(frozen=True)
class Unusual:
    """One warning: `why` names its sentence (`unusual.<why>`).

    `before` and `after` are percent for a rate, else numbers of dossiers; before is None where the month
    was not in. `limits` are those of the months before; None for `fewer_dossiers`, which has none.
    """

    why: str
    month: date
    before: float | None
    after: float
    limits: Limits | None = None
    indicator: str | None = None
    agencies: tuple[str, ...] = ()


def warnings(before: Statements, after: Statements, slices: Slices) -> list[Unusual]:
    """What is unusual in the statements that a batch makes (`slices`).

    `before` and `after` are `metrics.statements.statements` read before and after its rehearsal.
    """
    found: list[Unusual] = []
    for month in sorted({month for month, _ in slices}):
        stated = {key for of, key in slices if of == month} & set(after.get(month, ()))
        found += _fewer_dossiers(before, after, month, stated)
        found += _far_off(before, after, month, stated)
        found += _indicators(before, after, month, stated)
    return found


def _fewer_dossiers(before: Statements, after: Statements, month: date, stated: set[str]) -> list[Unusual]:
    """One warning a month, naming every agency whose statement loses more than a quarter."""
    sides = {
        key: (_size(before[month][key]), _size(after[month][key]))
        for key in stated & set(before.get(month, ()))
    }
    short = {
        key: pair for key, pair in sides.items() if pair[0] >= SMALLEST and pair[1] < FULL_SHARE * pair[0]
    }
    if not short:
        return []
    was, becomes = (sum(pair[side] for pair in short.values()) for side in (0, 1))
    return [Unusual("fewer_dossiers", month, was, becomes, agencies=tuple(sorted(short)))]


def _far_off(before: Statements, after: Statements, month: date, stated: set[str]) -> list[Unusual]:
    """Agency by agency: beyond the limits is not enough where there are a hundred of them. The step is not
    asked: no climb doubles all that was before, and 1 after 1,275 is a file of one dossier."""
    found = []
    for key in sorted(stated):
        history = [_size(after[past][key]) for past in sorted(after) if past < month and key in after[past]]
        bounds, now = limits.of_counts(history), _size(after[month][key])
        if bounds is None or bounds.reach(now) or max(now, *history) < SMALLEST:
            continue
        was = _size(before[month][key]) if key in before.get(month, ()) else None
        if 2 * now < min(history):
            found.append(Unusual("far_fewer", month, was, now, bounds, agencies=(key,)))
        elif now > 2 * max(history):
            found.append(Unusual("far_more", month, was, now, bounds, agencies=(key,)))
    return found


def _indicators(before: Statements, after: Statements, month: date, stated: set[str]) -> list[Unusual]:
    """Over the agencies of the batch that have every month of the history: cùng tập đơn vị."""
    past = [m for m in sorted(after) if m < month and 2 * len(stated & set(after[m])) >= len(stated)]
    same = stated.intersection(*(after[m] for m in past))
    if not past or not same:
        return []
    found = []
    for indicator in (INDICATORS[key] for key in WATCHED):
        if indicator.source != "dossiers":
            continue
        answering = {key for key in same if all(_answers(indicator, after[m][key]) for m in [*past, month])}
        series = [_sums(indicator, after[m], answering) for m in past]
        now = _sums(indicator, after[month], answering)
        known = answering <= {key for key, one in before.get(month, {}).items() if _answers(indicator, one)}
        was = _sums(indicator, before[month], answering) if answering and known else None
        if now != was and (bounds := _broken(indicator, series, now)):
            why = "rate" if indicator.is_rate else "count"
            old = _value(indicator, was) if was else None
            found.append(Unusual(why, month, old, _value(indicator, now), bounds, indicator.key))
    return found


def _answers(indicator: Indicator, sums: Sums) -> bool:
    """A II.06a report does not say all that dossiers say."""
    return all(sums[name] is not None for name in indicator.measures)


def _broken(indicator: Indicator, series: list[tuple[int, int]], now: tuple[int, int]) -> Limits | None:
    """The limits that the new value breaks by enough to matter; None if it keeps them or there are none."""
    part, whole = now
    if not indicator.is_rate:
        bounds = limits.of_counts([part for part, _ in series])
        return bounds if bounds and not bounds.hold(part) and max(part, bounds.centre) >= SMALLEST else None
    bounds = limits.of_rates(series, whole) if whole >= SMALLEST else None
    if bounds is None or bounds.hold(rate := 100 * part / whole):
        return None
    return bounds if abs(rate - bounds.centre) >= POINTS else None


def _sums(indicator: Indicator, month: dict, agencies: set[str]) -> tuple[int, int]:
    return indicator.parts(added([month[key] for key in agencies]))


def _value(indicator: Indicator, sums: tuple[int, int]) -> float | None:
    part, whole = sums
    if not indicator.is_rate:
        return part
    return 100 * part / whole if whole else None


def _size(sums: dict) -> int:
    return sum(sums[name] for name in STATED)
