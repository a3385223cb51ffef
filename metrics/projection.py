"""Whether a target will be reached: the pace so far, the pace needed, the likely date with an interval.

The movements of past months are taken for a sample of those to come. With n movements of mean m and
standard deviation s, after h more months

    point     now + m·h
    interval  point ± q·s·√(h + h²/n)

h for what the coming months scatter, h²/n for not knowing their mean from n months only; q is Student's
quantile of n − 1 for 80 %. A target at the distance g is met by the point after g/m months, and by the
ends of the interval where (g − m·h)² = q²s²(h + h²/n): a quadratic in h. Its smaller root is the earliest
date, its larger one the latest; where the slow end never arrives there is no latest date. s is never taken
for less than chance alone would make it, or a few equal months would promise a day.

Worked by hand in docs/projection.md: movements of 25, 23 and 33 procedures have m = 27, s² = 28, n = 3,
q = 1.886; the 488 that are missing take 18.1 months, with 80 % between 14.6 and 23.4.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt

FEWEST = 3  # movements: four months' ends
MOST = 12  # the newest movements; what is older says little about the coming ones
LONGEST = 120  # months: nothing is said beyond ten years
# Student's t, two-sided 80 %, by degrees of freedom.
_QUANTILE = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363)


@dataclass(frozen=True)
class Course:
    """What is known of a figure: its value `now` at the end of `on`, and at the `ends` of the months until
    then, oldest first (MOST + 1 of them at most). `chance` is the variance of a month's movement that
    chance alone would bring; `whole` is what the figure can never pass (100 for a rate)."""

    now: float
    on: date
    ends: tuple[tuple[date, float], ...]
    chance: float
    whole: float

    @property
    def moves(self) -> tuple[float, ...]:
        """By how much it moved in each month, oldest first."""
        return tuple(after - before for (_, before), (_, after) in pairwise(self.ends))


@dataclass(frozen=True)
class Projection:
    """A course on its way to `goal`, which is due at the end of `due_on` (None: undated). `today` is the
    page's day, from which deadlines are counted; `rising`: more is better."""

    course: Course
    goal: float
    due_on: date | None
    today: date
    rising: bool = True

    @property
    def state(self) -> str:
        """'reached', 'short' (too few months to say), 'still' (does not come nearer) or 'coming'."""
        if self.distance <= 0:
            return "reached"
        if len(self.course.moves) < FEWEST:
            return "short"
        return "coming" if self.pace > 0 else "still"

    @property
    def distance(self) -> float:
        """How far the goal is; 0 or less when reached."""
        return self._way * (self.goal - self.course.now)

    @property
    def pace(self) -> float | None:
        """Towards the goal in a month, the mean of the months known; None without any."""
        moves = self.course.moves
        return self._way * sum(moves) / len(moves) if moves else None

    @property
    def pace_needed(self) -> float | None:
        """Towards the goal in a month, from today; None where it is reached, undated or past its date."""
        left = months_between(self.today, self.due_on) if self.due_on else 0
        return self.distance / left if left > 0 and self.distance > 0 else None

    @property
    def passed(self) -> bool:
        """Whether the date has passed."""
        return self.due_on is not None and self.due_on < self.today

    @property
    def likely(self) -> date | None:
        """The day on which the point arrives; None where it does not within ten years."""
        return self._day(self.distance / self.pace) if self.state == "coming" else None

    @property
    def earliest(self) -> date | None:
        """The day on which the fast end of the interval arrives."""
        return self._day(self._arrivals()[0]) if self.state == "coming" else None

    @property
    def latest(self) -> date | None:
        """The day on which the slow end arrives; None where it does not within ten years."""
        return self._day(self._arrivals()[1]) if self.state == "coming" else None

    @property
    def in_time(self) -> str | None:
        """'yes' if the whole interval is in time, 'no' if none of it, else 'maybe'; None where undated,
        past its date or nothing can be said. 'no' as well where the pace leads nowhere."""
        if self.due_on is None or self.passed or self.state not in ("coming", "still"):
            return None
        if self.earliest is None or self.earliest > self.due_on:
            return "no"
        return "yes" if self.latest is not None and self.latest <= self.due_on else "maybe"

    def after(self, months: float) -> tuple[float, float, float] | None:
        """Low end, point and high end so many months after `course.on`, never below 0 or past the whole;
        None where the history is too short."""
        if len(self.course.moves) < FEWEST:
            return None
        point = self.course.now + self._way * self.pace * months
        wide = sqrt(self._scatter * (months + months**2 / len(self.course.moves)))
        return tuple(min(max(value, 0.0), self.course.whole) for value in (point - wide, point, point + wide))

    @property
    def _way(self) -> int:
        return 1 if self.rising else -1

    @property
    def _scatter(self) -> float:
        """q²s²: how far a month may scatter, squared."""
        moves = self.course.moves
        mean = sum(moves) / len(moves)
        variance = sum((move - mean) ** 2 for move in moves) / (len(moves) - 1)
        return _QUANTILE[len(moves) - 2] ** 2 * max(variance, self.course.chance)

    def _arrivals(self) -> tuple[float, float | None]:
        """Months until the fast end and the slow end of the interval arrive."""
        gap, pace, scatter = self.distance, self.pace, self._scatter
        square, linear = pace**2 - scatter / len(self.course.moves), 2 * gap * pace + scatter
        root = sqrt(max(0.0, linear**2 - 4 * square * gap**2))
        # Written this way round, the smaller root stays exact and finite when `square` is close to 0.
        return 2 * gap**2 / (linear + root), (linear + root) / (2 * square) if square > 0 else None

    def _day(self, months: float | None) -> date | None:
        return None if months is None or months > LONGEST else day_after(self.course.on, months)


def months_between(first: date, last: date) -> float:
    """Months from the end of one day to the end of another; whole between ends of months."""
    return _place(last) - _place(first)


def day_after(on: date, months: float) -> date:
    """The day at whose end so many months have passed since the end of `on`."""
    month, part = divmod(_place(on) + months - 1e-9, 1)
    year, month = divmod(int(month), 12)
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(length, 1 + int(part * length)))


def _place(on: date) -> float:
    """The end of a day on an axis of months."""
    return 12 * on.year + on.month - 1 + on.day / monthrange(on.year, on.month)[1]
