"""A figure of dossiers month by month over the same agencies (cùng tập đơn vị): what may be compared."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from metrics.coverage import coverage
from metrics.dossier_sums import dossier_sums
from metrics.indicators import INDICATORS, Indicator
from metrics.same_units import same_units
from metrics.scope import Scope
from metrics.sources import data_months

LONGEST = 13  # months: a year of movements


@dataclass(frozen=True)
class Monthly:
    """(part, whole) of an indicator for each of `months`; the whole of a count is 0. Of the agencies due in
    the last of them, `agencies` of `due` are in every month."""

    indicator: Indicator
    months: tuple[date, ...]
    sums: tuple[tuple[int, int], ...]
    agencies: int
    due: int

    def value(self, at: int) -> float | None:
        """The rate in percent, or the count; None where the month has no denominator."""
        part, whole = self.sums[at]
        if not self.indicator.is_rate:
            return float(part)
        return 100 * part / whole if whole else None


def monthly(connection: Connection, key: str, scope: Scope) -> Monthly:
    """The months until the end of a scope, LONGEST at most, whatever its first one is.

    It begins where at least half of the agencies are the same and some of them stated each month – what did
    not exist yet is no nought; no months where nobody is due any more.
    """
    indicator = INDICATORS[key]
    now = coverage(connection, scope.only(first=scope.last)).answering(indicator)
    for first in [month for month in data_months(connection) if month <= scope.last][-LONGEST:]:
        window = scope.only(first=first)
        cover = coverage(connection, window).answering(indicator)
        same = same_units(connection, (cover,), scope.end)
        each_month = all(not same.isdisjoint(there) for there in cover.stated.by_month.values())
        if now.members and each_month and 2 * len(same) >= len(cover.members):
            sums = _sums(connection, indicator, window, same)
            return Monthly(indicator, tuple(window.months()), sums, len(same & now.members), len(now.members))
    return Monthly(indicator, (), (), 0, len(now.members))


def _sums(
    connection: Connection, indicator: Indicator, window: Scope, agencies: frozenset[str]
) -> tuple[tuple[int, int], ...]:
    """A month of which all state that there was nothing has noughts."""
    found = dossier_sums(connection, window, agencies, "month", indicator.measures)
    nothing = dict.fromkeys(indicator.measures, 0)
    return tuple(indicator.parts(found.get(month, nothing)) for month in window.months())
