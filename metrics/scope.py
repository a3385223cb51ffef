"""Which part of the data a figure is about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from data_access.months import month_end, next_month

PUBLISHED_FIRST, PUBLISHED_LAST = date(2024, 12, 1), date(2025, 3, 1)


@dataclass(frozen=True)
class Scope:
    """Months `first` … `last` (each the first of its month), and optionally one level, agency, sector."""

    first: date
    last: date
    level: str | None = None
    agency: str | None = None
    sector: str | None = None

    @property
    def end(self) -> date:
        """The last day: where stocks are read."""
        return month_end(self.last)

    def months(self) -> Iterator[date]:
        """Every month of the scope, in order."""
        month = self.first
        while month <= self.last:
            yield month
            month = next_month(month)

    def only(self, **narrower: object) -> "Scope":
        """The same scope with some fields changed."""
        return replace(self, **narrower)


PUBLISHED = Scope(PUBLISHED_FIRST, PUBLISHED_LAST)
