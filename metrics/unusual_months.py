"""Months of a trend that are unusual: each is judged against all the other months, before it and after.

So an odd month does not widen the limits it is held against. As in a comparison (`metrics.unusual`) both
the level and the step to the next-door month must lie beyond the limits, by thirty dossiers or two points
at least; with fewer than four other months nothing is claimed.
"""

from dataclasses import dataclass, replace
from datetime import date

from metrics import limits
from metrics.limits import Limits
from metrics.monthly import Monthly
from metrics.unusual import POINTS, SMALLEST


@dataclass(frozen=True)
class Judged:
    """A month's figure (percent for a rate), the limits of the other months – None where these are too few
    to say – and whether it lies beyond them."""

    month: date
    value: float | None
    limits: Limits | None
    unusual: bool


def judged(found: Monthly) -> list[Judged]:
    """Every month of a trend, in order."""
    return [_judged(found, at) for at in range(len(found.months))]


def _judged(found: Monthly, at: int) -> Judged:
    value, others = found.value(at), (*found.sums[:at], *found.sums[at + 1 :])
    near = _next_door(found, at)
    if value is None or near is None:
        return Judged(found.months[at], value, None, False)
    if found.indicator.is_rate:
        bounds = limits.of_rates(others, found.sums[at][1])
    else:
        bounds = limits.of_counts([part for part, _ in others])
    if bounds is None:
        return Judged(found.months[at], value, None, False)
    bounds = replace(bounds, last=near)
    return Judged(found.months[at], value, bounds, not bounds.hold(value) and _matters(found, at, bounds))


def _next_door(found: Monthly, at: int) -> float | None:
    """The nearest earlier month with a value; of the first, the nearest later one."""
    places = [*range(at - 1, -1, -1), *range(at + 1, len(found.months))]
    return next((value for place in places if (value := found.value(place)) is not None), None)


def _matters(found: Monthly, at: int, bounds: Limits) -> bool:
    part, whole = found.sums[at]
    if found.indicator.is_rate:
        return whole >= SMALLEST and abs(found.value(at) - bounds.centre) >= POINTS
    return max(part, bounds.centre) >= SMALLEST
