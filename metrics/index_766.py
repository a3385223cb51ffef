"""Index 766: points of a component from its part and whole, and what an agency's components add up to.

Weights and thresholds are records (`metrics.index_766_versions`); only the arithmetic stands here.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import ceil

from metrics.ranking import SMALL


@dataclass(frozen=True)
class Component:
    """One component: at most `maximum` points, all of them from a rate of `full_at` percent on.

    `part` and `whole` name sums; empty where no extract carries them. `when_empty` says what a denominator
    of 0 gives: full, zero, or left_out of the score. `caveat` is how our rate differs from the official one.
    """

    code: str
    group: str
    title: str
    title_en: str | None
    maximum: Decimal
    part: tuple[str, ...]
    whole: tuple[str, ...]
    full_at: Decimal
    when_empty: str
    caveat: str | None
    caveat_en: str | None

    @property
    def measurable(self) -> bool:
        """Whether our extracts carry what it is made of."""
        return bool(self.part)

    @property
    def sums(self) -> frozenset[str]:
        return frozenset((*self.part, *self.whole))


@dataclass(frozen=True)
class Points:
    """A component with its numerator and denominator: None where nobody has stated them, 0 is a zero.

    `received` of `due` agencies are in them.
    """

    component: Component
    part: int | None = None
    whole: int | None = None
    received: int = 1
    due: int = 1

    @property
    def state(self) -> str:
        """'value', 'no_value' (không phát sinh: the denominator is 0) or 'missing'."""
        if self.part is None or self.whole is None:
            return "missing"
        return "value" if self.whole else "no_value"

    @property
    def ratio(self) -> Decimal | None:
        """The rate in percent; None unless there is a value."""
        return Decimal(self.part) * 100 / self.whole if self.state == "value" else None

    @property
    def points(self) -> Decimal | None:
        """maximum × rate ÷ full_at, never more than the maximum; without a denominator what the record
        says, and None where the component is then left out."""
        match self.state, self.component.when_empty:
            case "missing", _:
                return None
            case "no_value", when_empty:
                return {"full": self.component.maximum, "zero": Decimal(0)}.get(when_empty)
        if self.part >= self.needed:
            return self.component.maximum
        return self.component.maximum * self.part * 100 / (self.whole * self.component.full_at)

    @property
    def lost(self) -> Decimal | None:
        """What is missing to the maximum."""
        return None if self.points is None else self.component.maximum - self.points

    @property
    def needed(self) -> int:
        """The smallest numerator that gives all points: 24 of 30 at a threshold of 80 %."""
        return ceil(self.whole * self.component.full_at / 100)

    @property
    def small(self) -> bool:
        """Whether the denominator is so small that the rate jumps."""
        return self.state == "value" and self.whole < SMALL


@dataclass(frozen=True)
class Score:
    """The components of a version for one agency, or the province, in their order.

    A component counts where it has points: y, the `maximum` of those, is what the score is measured on.
    """

    points: tuple[Points, ...]

    @cached_property
    def counted(self) -> tuple[Points, ...]:
        return tuple(one for one in self.points if one.points is not None)

    @property
    def basis(self) -> frozenset[str]:
        """The codes that it is measured on: scores compare only where these are the same."""
        return frozenset(one.component.code for one in self.counted)

    @cached_property
    def measured(self) -> Decimal:
        """x of "x trên y điểm đo được"."""
        return sum((one.points for one in self.counted), Decimal(0))

    @cached_property
    def maximum(self) -> Decimal:
        """y of "x trên y điểm đo được"."""
        return sum((one.component.maximum for one in self.counted), Decimal(0))

    @property
    def total(self) -> Decimal:
        """All points that the version gives: 100."""
        return sum((one.component.maximum for one in self.points), Decimal(0))

    @property
    def unmeasured(self) -> Decimal:
        """What nothing is known of."""
        return self.total - self.maximum

    @property
    def lost(self) -> Decimal:
        return self.maximum - self.measured

    @property
    def share(self) -> Decimal | None:
        """Measured points in percent of the measurable ones; None where nothing is measured."""
        return self.measured * 100 / self.maximum if self.maximum else None

    @property
    def small(self) -> bool:
        """Whether any rate in it stands on few dossiers or procedures."""
        return any(one.small for one in self.counted)

    def of_group(self, group: str) -> "Score":
        """The part of one group of components."""
        return Score(tuple(one for one in self.points if one.component.group == group))
