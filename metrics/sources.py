"""Which statement counts for each slice, and of which months there is any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, bindparam, func, select

from data_access.snapshot import each_month_once, once_a_snapshot
from data_access.statements import REPORTS, Lines
from data_access.tables import Statement
from data_access.units import APART
from metrics.scope import Scope

Source = tuple[str, date, bool]  # kind of statement, as of when, synthetic

_STATED = Statement.__table__.c
_OF_A_BATCH = (_STATED.month, _STATED.kind, _STATED.as_of, _STATED.synthetic)
# Statements that came in one file are alike in all of this: a name in a row costs less than a row of its own.
_SOURCES = (
    select(*_OF_A_BATCH, func.aggregate_strings(_STATED.agency, APART))
    .where(_STATED.month.between(bindparam("first"), bindparam("last")))
    .group_by(*_OF_A_BATCH)
)
_MONTHS = select(_STATED.month).distinct().order_by(_STATED.month)


@each_month_once
def sources(connection: Connection, months: Sequence[date]) -> dict[date, dict[str, Source]]:
    """Month → agency key → the statement that counts; with every month between these."""
    found: dict[date, dict[str, Source]] = {month: {} for month in months}
    asked = {"first": min(months), "last": max(months)}
    for month, kind, as_of, synthetic, agencies in connection.execute(_SOURCES, asked).all():
        of_month = found.setdefault(month, {})
        of_month.update(dict.fromkeys(agencies.split(APART), (kind, as_of, synthetic)))
    return found


@dataclass(frozen=True, eq=False)
class Stated:
    """What agencies have stated of some months, `by_month` as `sources` tells it; the rest is found when it
    is asked for."""

    by_month: Mapping[date, Mapping[str, Source]]

    @cached_property
    def agencies(self) -> frozenset[str]:
        return frozenset().union(*self.by_month.values())

    @cached_property
    def bases(self) -> Mapping[str, tuple[date, bool]]:
        """Agency key → as of when its newest statement is, and whether any of its statements is synthetic."""
        found: dict[str, tuple[date, bool]] = {}
        for of_agencies in self.by_month.values():
            for agency, (_, as_of, synthetic) in of_agencies.items():
                newest, any_synthetic = found.get(agency, (as_of, False))
                found[agency] = max(newest, as_of), any_synthetic or bool(synthetic)
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
        found: dict[str, set[str]] = {}
        for of_agencies in self.by_month.values():
            for agency, (kind, _, _) in of_agencies.items():
                found.setdefault(kind, set()).add(agency)
        return {kind: frozenset(agencies) for kind, agencies in found.items()}


@once_a_snapshot
def stated_during(connection: Connection, first: date, last: date) -> Stated:
    """What agencies have stated of the months `first` … `last`."""
    return Stated(sources(connection, Scope(first, last).months()))


@once_a_snapshot
def data_months(connection: Connection) -> list[date]:
    """The months with a counted slice, in order: a page shows none before the first of them."""
    return list(connection.scalars(_MONTHS))
