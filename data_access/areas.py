"""Areas of the tile map: which unit the tile of a counter is named after on a day."""

from datetime import date

from sqlalchemy import Connection, Row, select

from data_access.agencies import units_by_key
from data_access.snapshot import once_a_snapshot
from data_access.tables import OneStopPoint
from data_access.units import Unit


@once_a_snapshot
def areas_of(connection: Connection, on: date) -> dict[str, Unit]:
    """Agency key → the unit that the tile of its counter is named after, of counters in force on a day.

    A counter alone on its tile is its own area; several together are called by their branch, also after
    the branch has ended (the districts on 1-7-2025).
    """
    units = units_by_key(connection)
    branches = {
        (row.tile_row, row.tile_column): units[row.agency]
        for row in _counters(connection)
        if row.kind == "branch"
    }
    tiles: dict[tuple[int, int], list[Unit]] = {}
    for row in counters_on(connection, on):
        tiles.setdefault((row.tile_row, row.tile_column), []).append(units[row.agency])
    named = {tile: here[0] if len(here) == 1 else branches.get(tile) for tile, here in tiles.items()}
    return {unit.key: named[tile] for tile, here in tiles.items() for unit in here if named[tile]}


def counters_on(connection: Connection, on: date) -> list[Row]:
    """The counters in force on a day, by agency."""
    units = units_by_key(connection)
    return [row for row in _counters(connection) if units[row.agency].in_force(on, on)]


def area_code(unit: Unit, areas: dict[str, Unit]) -> str | None:
    """The code of a unit's area; without a counter of its own, its district's. None outside the map."""
    if unit.level not in ("district", "commune"):
        return None
    if unit.key in areas:
        return areas[unit.key].code
    return unit.code if unit.level == "district" else unit.parent


@once_a_snapshot
def _counters(connection: Connection) -> list[Row]:
    rows, known = connection.execute(_COUNTERS).all(), units_by_key(connection)
    # Within a write an agency may be gone whose counter still stands; the commit will refuse it.
    return [row for row in rows if row.agency in known]


_COUNTERS = select(OneStopPoint.__table__).order_by(OneStopPoint.agency)
