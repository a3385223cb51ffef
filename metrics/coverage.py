"""Whose statements are in: which agencies a figure of a scope may sum, and the n/m printed beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection

from data_access.agencies import agencies, units_by_key
from data_access.months import last_month
from data_access.snapshot import once_a_snapshot
from data_access.units import Unit, due
from metrics.indicators import Indicator
from metrics.scope import Scope
from metrics.sources import Source, Stated, data_months, stated_during


@dataclass(frozen=True, eq=False)
class Coverage:
    """`members` are due in some month of the scope, or have stated one; `complete` are those of them
    with a counted slice in every month in which they are due. `stated` is what all agencies have."""

    units: dict[str, Unit]
    members: frozenset[str]
    complete: frozenset[str]
    stated: Stated

    @property
    def bases(self) -> Mapping[str, tuple[date, bool]]:
        """As of when the newest statement of each agency is, and whether any of them is synthetic."""
        return self.stated.bases

    @property
    def reporting(self) -> frozenset[str]:
        """Those of which a month is read from a II.06a report, which cannot answer every question."""
        return self.stated.reporting

    @cached_property
    def as_of(self) -> date | None:
        """The newest of the members' statements."""
        return max((source.as_of for source in self._known), default=None)

    @cached_property
    def synthetic(self) -> bool:
        """Whether any of the members' statements is."""
        return any(source.synthetic for source in self._known)

    @cached_property
    def _known(self) -> Sequence[Source]:
        return [source for source in self.stated.sources if not self.members.isdisjoint(source.agencies)]

    @cached_property
    def _parts(self) -> dict[object, "Coverage"]:
        """Parts that were asked for: a page asks for those of its levels again and again."""
        return {}

    @cached_property
    def levels(self) -> dict[str, frozenset[str]]:
        """The members of each level that has any."""
        found: dict[str, set[str]] = {}
        for key in self.members:
            found.setdefault(self.units[key].level, set()).add(key)
        return {level: frozenset(keys) for level, keys in found.items()}

    def within(self, **wanted: str | None) -> "Coverage":
        """The part of one level or one agency."""
        level, agency = wanted.get("level"), wanted.get("agency")
        if level is None and agency is None:
            return self
        if (level, agency) not in self._parts:
            keys = self.members if level is None else self.levels.get(level, frozenset())
            self._parts[level, agency] = self.only(keys if agency is None else keys & {agency})
        return self._parts[level, agency]

    def only(self, keys: frozenset[str]) -> "Coverage":
        """The part of some agencies."""
        if keys not in self._parts:
            part = Coverage(self.units, self.members & keys, self.complete & keys, self.stated)
            self._parts[keys] = part
        return self._parts[keys]

    def answering(self, indicator: Indicator, by: str | None = None) -> "Coverage":
        """Without the agencies whose source cannot answer: they are due all the same, and not in n.

        Reports state the columns of their form by sector: neither flags and counters, nor each channel,
        nor the service level of a procedure.
        """
        if not self.reporting or (indicator.is_reported and by not in ("channel", "service_level")):
            return self
        return Coverage(self.units, self.members, self.complete - self.reporting, self.stated)


_LONGEST = 12  # months of a default period


def coverage(connection: Connection, scope: Scope) -> Coverage:
    """Coverage of the scope's months, narrowed to its level and agency."""
    whole = _of_months(connection, scope.first, scope.last)
    return whole.within(level=scope.level, agency=scope.agency)


@once_a_snapshot
def _of_months(connection: Connection, first: date, last: date) -> Coverage:
    stated = stated_during(connection, first, last)
    owing = {month: _owing(connection, month) for month in stated.by_month}
    missing = (owing[month] - there for month, there in stated.by_month.items())
    members = stated.agencies.union(*owing.values())
    return Coverage(units_by_key(connection), members, stated.agencies.difference(*missing), stated)


@once_a_snapshot
def _owing(connection: Connection, month: date) -> frozenset[str]:
    """The keys of the agencies that owe a statement of a month."""
    return frozenset(unit.key for unit in due(agencies(connection), month))


def default_scope(connection: Connection) -> Scope | None:
    """The months with a counted slice until the newest that is nearly all in, twelve at most.

    A month that a few agencies have sent early would leave all others out of every figure, and so would one
    of which nobody has: the period begins after it. None in an empty store; the newest month where none is
    nearly all in.
    """
    months = data_months(connection)
    if not months:
        return None
    last = next((month for month in reversed(months) if _nearly_all_in(connection, month)), months[-1])
    shown, known = [last], set(months)
    while len(shown) < _LONGEST and (before := last_month(shown[-1])) in known:
        shown.append(before)
    return Scope(shown[-1], last)


def _nearly_all_in(connection: Connection, month: date) -> bool:
    """Nine tenths of the agencies that are due have stated the month."""
    found = coverage(connection, Scope(month, month))
    return 10 * len(found.complete) >= 9 * len(found.members)
