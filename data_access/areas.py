"""Areas of the tile map: which unit the tile of a counter is named after on a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, Row, select

from data_access.agencies import units_by_key
from data_access.snapshot import once_a_snapshot
from data_access.tables import OneStopPoint
from data_access.units import Unit

Tile = tuple[int, int]


def areas_of(connection: Connection, on: date) -> dict[str, Unit]:
    """`areas_on` of the counters that the store knows; the same object as on the days before, until a counter
    begins or ends."""
    return _areas_since(connection, max((day for day in _turns(connection) if day <= on), default=on))


@once_a_snapshot
def _areas_since(connection: Connection, day: date) -> dict[str, Unit]:
    return areas_on(units_by_key(connection), counters(connection), day)


@once_a_snapshot
def _turns(connection: Connection) -> frozenset[date]:
    """The days on which a counter begins or is gone."""
    units = units_by_key(connection)
    there = [units[row.agency] for row in counters(connection) if row.agency in units]
    return frozenset(day for unit in there for day in (unit.valid_from, unit.gone))


def areas_on(units: Mapping[str, Unit], counters: Iterable[Row], on: date) -> dict[str, Unit]:
    """Agency key → the unit that the tile of its counter is named after, of counters in force on a day.

    A counter alone on its tile is its own area; several together are called by their branch, also after
    the branch has ended (the districts on 1-7-2025).
    """
    # Within a write an agency may be gone whose counter still stands; the commit will refuse it.
    counters = [row for row in counters if row.agency in units]
    branches = _branches(units, counters, on)
    tiles: dict[Tile, list[Unit]] = {}
    for row in counters:
        if units[row.agency].in_force(on, on):
            tiles.setdefault((row.tile_row, row.tile_column), []).append(units[row.agency])
    named = {tile: here[0] if len(here) == 1 else branches.get(tile) for tile, here in tiles.items()}
    return {unit.key: named[tile] for tile, here in tiles.items() for unit in here if named[tile]}


def _branches(units: Mapping[str, Unit], counters: Iterable[Row], on: date) -> dict[Tile, Unit]:
    """The branch of each tile: the one in force on the day, else of those that have ended the newest."""
    begun = [row for row in counters if row.kind == "branch" and units[row.agency].valid_from <= on]
    # Who is in force ends later than whoever has ended.
    begun.sort(key=lambda row: (units[row.agency].valid_to or date.max, units[row.agency].valid_from))
    return {(row.tile_row, row.tile_column): units[row.agency] for row in begun}


def counters_on(connection: Connection, on: date) -> list[Row]:
    """The counters in force on a day, by agency."""
    units = units_by_key(connection)
    return [row for row in counters(connection) if row.agency in units and units[row.agency].in_force(on, on)]


@once_a_snapshot
def counters(connection: Connection) -> list[Row]:
    """Every counter of every period, by agency."""
    return connection.execute(_COUNTERS).all()


_COUNTERS = select(OneStopPoint).order_by(OneStopPoint.c.agency)


def area_code(unit: Unit, areas: Mapping[str, Unit]) -> str | None:
    """The code of a unit's area; without a counter of its own, its district's. None outside the map."""
    if unit.level not in ("district", "commune"):
        return None
    if unit.key in areas:
        return areas[unit.key].code
    return unit.code if unit.level == "district" else unit.parent
