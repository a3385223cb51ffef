"""Control limits: how far a monthly figure may move before its own history would call it a surprise.

Counts by the XmR chart: mean ± 2.66 mean moving ranges. Rates by the p-chart as Laney widened it (p'):
binomial limits times how much more the months have differed than chance alone would let them. Neither
is ever narrower than chance. A figure that climbs month by month leaves such limits without any
surprise, so the last step must be unusual as well: beyond 3.27 mean moving ranges.
With fewer than FEWEST months there are no limits: nothing is claimed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

FEWEST = 4  # months of history
# For two values: the mean of their difference in standard deviations (d2), and how many times its mean a
# difference may be (D4).
_MEAN_RANGE, _LARGEST_RANGE = 1.128, 3.268


@dataclass(frozen=True)
class Limits:
    """From `low` to `high` is usual, and so is a step of at most `step` from the last of `months` months."""

    low: float
    centre: float
    high: float
    months: int
    last: float
    step: float

    def hold(self, value: float) -> bool:
        return self.reach(value) or abs(value - self.last) <= self.step

    def reach(self, value: float) -> bool:
        """Whether the level alone is usual, whatever the step."""
        return self.low <= value <= self.high


def of_counts(history: Sequence[int]) -> Limits | None:
    """Limits of the next count.

    100, 110, 90, 100: mean 100, moving ranges 10, 20, 10, so 100 ± 2.66 × 13.33 = 64.5 … 135.5.
    """
    if len(history) < FEWEST:
        return None
    centre = sum(history) / len(history)
    wide = 3 * max(_mean_range(history) / _MEAN_RANGE, sqrt(centre))
    step = _LARGEST_RANGE * max(_mean_range(history), _MEAN_RANGE * sqrt(centre))
    return Limits(max(0.0, centre - wide), centre, centre + wide, len(history), history[-1], step)


def of_rates(history: Sequence[tuple[int, int]], whole: int) -> Limits | None:
    """Limits, in percent, of the next rate with the denominator `whole`; `history` is (part, whole).

    90, 92, 88, 90 of 100 each: the common rate is 90 %, chance allows 3 points either way three times,
    the months differ by less than that: 81 … 99 % for the next 100.
    """
    months = [(part, of) for part, of in history if of]
    if len(months) < FEWEST or not whole:
        return None
    common = sum(part for part, _ in months) / sum(of for _, of in months)
    chance = common * (1 - common)
    if not chance:  # always all, or always none: one that differs tells nothing about how many may
        return None
    scores = [(part / of - common) / sqrt(chance / of) for part, of in months]
    sigma = sqrt(chance / whole) * max(1.0, _mean_range(scores) / _MEAN_RANGE)
    low, high = max(0.0, common - 3 * sigma), min(1.0, common + 3 * sigma)
    last, step = months[-1][0] / months[-1][1], _LARGEST_RANGE * _MEAN_RANGE * sigma
    return Limits(100 * low, 100 * common, 100 * high, len(months), 100 * last, 100 * step)


def chance_explains(part: int, whole: int, usual: tuple[int, int]) -> bool:
    """Whether a rate is as near to that of all its earlier months together as chance alone lets it be: then
    `of_rates` holds it, whatever the single months were. (A hair nearer, since the two round differently.)

    90 of 100 usually: of the next 100 chance explains 81.03 … 98.97, of the next 10,000 89.1 … 90.9.
    """
    common = usual[0] / usual[1]
    return abs(part / whole - common) <= 2.99 * sqrt(common * (1 - common) / whole)


def _mean_range(values: Sequence[float]) -> float:
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    return sum(ranges) / len(ranges)
