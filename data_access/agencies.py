"""Which unit a bare code means on a day: codes are reused, so the answer depends on the date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access.counting import month_end
from data_access.snapshot import once_a_snapshot
from data_access.tables import Agency, AgencySuccession


@dataclass(frozen=True)
class Unit:
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


@once_a_snapshot
def agencies(connection: Connection) -> tuple[Unit, ...]:
    """Every agency of every period, by code and start."""
    table = Agency.__table__
    names = list(Unit.__dataclass_fields__)
    rows = connection.execute(select(*(table.c[name] for name in names)).order_by("code", "valid_from"))
    return tuple(Unit(*row) for row in rows.all())


def successors(connection: Connection) -> dict[str, list[str]]:
    """Keys of the units that took over each unit."""
    table = AgencySuccession.__table__
    found: dict[str, list[str]] = {}
    for row in connection.execute(select(table.c.predecessor, table.c.successor).order_by("successor")):
        found.setdefault(row.predecessor, []).append(row.successor)
    return found


@dataclass(frozen=True)
class Kinship:
    """Keys of the units that one followed, and of those that followed it."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def kinship(connection: Connection, key: str) -> Kinship:
    """Who stood before a unit and who came after it, by key."""
    table = AgencySuccession.__table__
    before = select(table.c.predecessor).where(table.c.successor == key).order_by("predecessor")
    after = select(table.c.successor).where(table.c.predecessor == key).order_by("successor")
    return Kinship(tuple(connection.scalars(before)), tuple(connection.scalars(after)))


def handling(units: Iterable[Unit], month: date) -> dict[str, str]:
    """Bare code to key for a statement of `month`: in force on its last day, else on any day of it."""
    end = month_end(month)
    found = {unit.code: unit.key for unit in units if unit.in_force(month, end)}
    found.update({unit.code: unit.key for unit in units if unit.in_force(end, end)})
    return found


def due(units: Iterable[Unit], month: date) -> list[Unit]:
    """The units whose extract for `month` is expected: reporting, and in force on its last day."""
    end = month_end(month)
    return [unit for unit in units if unit.reports and unit.in_force(end, end)]
