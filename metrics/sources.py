"""Which statement counts for each slice, and of which months there is any."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from data_access.snapshot import each_month_once, once_a_snapshot
from data_access.statements import REPORTS, Lines
from data_access.tables import Statement
from data_access.units import APART
from metrics.scope import Scope


class Source(NamedTuple):
    """What a file says alike of the agencies of a month: the kind of their statements, as of when they are,
    whether they are simulated."""

    kind: str
    as_of: date
    synthetic: bool
    agencies: frozenset[str]


_STATED = Statement.c
_OF_A_BATCH = (_STATED.month, _STATED.kind, _STATED.as_of, _STATED.synthetic)
# A name in a row costs less than a row of its own, and whole files are told apart faster than agencies.
_SOURCES = (
    select(*_OF_A_BATCH, func.aggregate_strings(_STATED.agency, APART))
    .where(_STATED.month.between(bindparam("first"), bindparam("last")))
    .group_by(*_OF_A_BATCH)
)
_MONTHS = select(_STATED.month).distinct().order_by(_STATED.month)


@each_month_once
def sources(connection: Connection, months: Sequence[date]) -> dict[date, list[Source]]:
    """Month → the statements that count, each agency in one of them; with every month between these."""
    found: dict[date, list[Source]] = {month: [] for month in months}
    asked = {"first": min(months), "last": max(months)}
    for month, *alike, agencies in connection.execute(_SOURCES, asked).all():
        found.setdefault(month, []).append(Source(*alike, frozenset(agencies.split(APART))))
    return found


@dataclass(frozen=True, eq=False)
class Stated:
    """What agencies have stated of some months, as `sources` tells it; the rest is found when it is asked
    for."""

    of_months: Mapping[date, Sequence[Source]]

    @cached_property
    def sources(self) -> Sequence[Source]:
        """All of it."""
        return list(chain.from_iterable(self.of_months.values()))

    @cached_property
    def by_month(self) -> Mapping[date, frozenset[str]]:
        """Who has stated each month."""
        return {month: _agencies(found) for month, found in self.of_months.items()}

    @cached_property
    def agencies(self) -> frozenset[str]:
        """Who has stated any of them."""
        return _agencies(self.sources)

    @cached_property
    def bases(self) -> Mapping[str, tuple[date, bool]]:
        """Agency key → as of when its newest statement is, and whether any of its statements is synthetic."""
        found: dict[str, tuple[date, bool]] = {}
        for _, as_of, synthetic, agencies in self.sources:
            for agency in agencies:
                newest, any_synthetic = found.get(agency, (as_of, False))
                found[agency] = max(newest, as_of), any_synthetic or synthetic
        return found

    @property
    def reporting(self) -> frozenset[str]:
        """The agencies of which any month is read from a II.06a report."""
        return self.of_kind(REPORTS)

    def of_kind(self, lines: Lines) -> frozenset[str]:
        """The agencies of which any month is read from a kind of statement."""
        return self._by_kind.get(lines.kind, frozenset())

    @cached_property
    def _by_kind(self) -> Mapping[str, frozenset[str]]:
        kinds = {source.kind for source in self.sources}
        return {kind: _agencies(one for one in self.sources if one.kind == kind) for kind in kinds}


def _agencies(found: Iterable[Source]) -> frozenset[str]:
    return frozenset().union(*(source.agencies for source in found))


@once_a_snapshot
def stated_during(connection: Connection, first: date, last: date) -> Stated:
    """What agencies have stated of the months `first` … `last`."""
    return Stated(sources(connection, Scope(first, last).months()))


@once_a_snapshot
def data_months(connection: Connection) -> list[date]:
    """The months with a counted slice, in order: a page shows none before the first of them."""
    return list(connection.scalars(_MONTHS))
