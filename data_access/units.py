"""Which unit a bare code means on a day: codes are reused, so the answer depends on the date."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from data_access.months import month_end

APART = "\x1f"  # between codes or keys that stand in one text: ingest lets no such sign into a code


class Unit(NamedTuple):
    """One agency in one period."""

    key: str
    code: str
    name: str
    level: str
    kind: str
    parent: str | None
    valid_from: date
    valid_to: date | None
    reports: bool

    def in_force(self, first: date, last: date) -> bool:
        """Whether the period touches first … last."""
        return self.valid_from <= last and (self.valid_to is None or self.valid_to >= first)

    @property
    def gone(self) -> date:
        """The day after its last; date.max while it goes on."""
        if self.valid_to in (None, date.max):
            return date.max
        return self.valid_to + timedelta(days=1)


def handling(units: Iterable[Unit], month: date) -> dict[str, str]:
    """Bare code to key for a statement of `month`: in force on its last day, else on any day of it."""
    end = month_end(month)
    found = {unit.code: unit.key for unit in units if unit.in_force(month, end)}
    found.update({unit.code: unit.key for unit in units if unit.in_force(end, end)})
    return found


def due(units: Iterable[Unit], month: date) -> list[Unit]:
    """The units whose extract for `month` is expected: reporting, and in force on its last day."""
    end = month_end(month)
    return [
        unit
        for unit in units
        if unit.reports and unit.valid_from <= end and (unit.valid_to is None or unit.valid_to >= end)
    ]
