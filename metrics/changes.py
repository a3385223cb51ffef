"""Comparing two periods over the same agencies (cùng tập đơn vị), and those that they became."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection

from language.numbers import rounded
from metrics.coverage import coverage
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.ranking import is_small
from metrics.read import figure
from metrics.same_units import same_units
from metrics.scope import Scope


@dataclass(frozen=True)
class Change:
    """An indicator in two scopes over the same agencies: of the `due` in the later one, `agencies` are in it
    (both are printed beside it)."""

    before: Figure
    after: Figure
    agencies: int
    due: int

    @property
    def difference(self) -> Decimal | None:
        """Points of percent for a rate, a count otherwise; None unless both sides have a value."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def is_judged(self) -> bool:
        """Whether it can be said to be better or worse: a value on both sides, neither a rate of few."""
        sides = (self.before, self.after)
        return all(side.state == "value" for side in sides) and not any(map(is_small, sides))

    @property
    def is_worse(self) -> bool:
        """Whether it went, as far as is written, the way that is not wanted; never where neither way is."""
        better = self.after.indicator.higher_is_better
        written = rounded(self.difference) if self.is_judged else None
        if not written or better is None:
            return False
        return (written < 0) == better

    @property
    def synthetic(self) -> bool:
        """Whether a side of it is simulated."""
        return self.before.synthetic or self.after.synthetic


def change(connection: Connection, key: str, before: Scope, after: Scope) -> Change:
    """The change of an indicator from one scope to another, on the agencies of which neither side lacks
    anything, and those that they became (`metrics.same_units`)."""
    sides = tuple(coverage(connection, scope).answering(INDICATORS[key]) for scope in (before, after))
    same = same_units(connection, sides, after.end)
    was, now = (figure(connection, key, scope, only=same) for scope in (before, after))
    return Change(was, now, len(sides[1].complete & same), len(sides[1].members))
