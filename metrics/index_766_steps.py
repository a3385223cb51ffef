"""Index 766: how many more dossiers or procedures bring how many points, the cheapest first."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from metrics.index_766 import Points, Score

POINT, TENTH = Decimal(1), Decimal("0.1")


@dataclass(frozen=True)
class Step:
    """`units` more in the numerator, at the same denominator, bring `gain` points."""

    points: Points
    units: int
    gain: Decimal

    @property
    def effort(self) -> Decimal:
        """Units for each point."""
        return self.units / self.gain


def step(points: Points, wanted: Decimal = POINT) -> Step | None:
    """The fewest units that bring `wanted` points, or all that is left where less is; None where nothing
    is left or there is no rate.

    5 points at 100 %, 20 of 100: one point is 20 more. Of 30 at 80 %, 23 reached: one more is the last.
    """
    if points.state != "value" or not points.lost:
        return None
    one = points.component
    # Fractions: a third of a point must not need one dossier more because of its hundredth decimal.
    for_wanted = ceil(Fraction(wanted) * points.whole * Fraction(one.full_at) / (Fraction(one.maximum) * 100))
    units = min(for_wanted, points.needed - points.part)
    after = Points(one, points.part + units, points.whole)
    return Step(points, units, after.points - points.points)


def cheapest(score: Score, wanted: Decimal = POINT) -> list[Step]:
    """A step for each component that has lost points, fewest units for each point first."""
    found = [found for one in score.counted if (found := step(one, wanted))]
    return sorted(found, key=lambda found: (found.effort, found.points.component.code))
