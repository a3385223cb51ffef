"""Scores that others published: shown beside ours, never in a sum with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, select

from data_access.agencies import agencies
from data_access.tables import OfficialScore as Table
from data_access.units import Unit


@dataclass(frozen=True)
class OfficialScore:
    """`points` out of `out_of` for a period, as `source` published them; the day where it is known."""

    first: date
    last: date
    points: Decimal
    out_of: Decimal
    published_on: date | None
    source: str


def official_scores(connection: Connection, agency: str | None = None) -> list[OfficialScore]:
    """Those of an agency (key), or of the province, the newest period first."""
    code = agency.split("@")[0] if agency else ""
    rows = connection.execute(select(Table).where(Table.c.agency == code)).all()
    units = [unit for unit in agencies(connection) if unit.code == code]
    return sorted(
        (_score(row) for row in rows if agency is None or meant(units, row.period_to) == agency),
        key=lambda one: (one.last, one.first),
        reverse=True,
    )


def meant(units: Iterable[Unit], on: date) -> str | None:
    """The key of the unit that one code means at the end of a period: the one in force, else the first to
    come – scores of 2023 are older than the list of agencies – else the last that was."""
    known = sorted(units, key=lambda unit: unit.valid_from)
    in_force = [unit for unit in known if unit.in_force(on, on)]
    later = [unit for unit in known if unit.valid_from > on]
    return next((unit.key for unit in (*in_force, *later, *reversed(known))), None)


def _score(row) -> OfficialScore:
    return OfficialScore(row.period_from, row.period_to, row.points, row.out_of, row.published_on, row.source)
