"""Phi địa giới, where people go: from where a dossier is handled to where it was handed in."""

from sqlalchemy import Connection, Row, func, select

from data_access.agencies import Unit
from data_access.snapshot import once_a_snapshot
from data_access.tables import SumByCounter
from metrics.coverage import coverage
from metrics.cross_boundary_counters import UPTAKE, areas_of
from metrics.scope import Scope


def flows(connection: Connection, scope: Scope) -> dict[tuple[str, str], int]:
    """Dossiers from the area where they are handled to the area where they were handed in.

    Keys are pairs of codes of areas (`Point.area`) as they stand at the end of the scope; dossiers of
    departments have no home area and are not in it. Only agencies complete in the scope.
    """
    units = coverage(connection, scope).units
    areas = {key: unit.code for key, unit in areas_of(connection, scope.end).items()}
    found: dict[tuple[str, str], int] = {}
    for row in _received(connection, scope):
        home, place = (_area(units[key], areas) for key in (row.agency, row.counter))
        if home and place:
            found[home, place] = found.get((home, place), 0) + int(row.received)
    return found


def inbound(connection: Connection, scope: Scope) -> dict[str, int]:
    """Agency key of a counter → dossiers of other agencies that were handed in there."""
    found: dict[str, int] = {}
    for row in _received(connection, scope):
        if row.agency != row.counter:
            found[row.counter] = found.get(row.counter, 0) + int(row.received)
    return found


@once_a_snapshot
def _received(connection: Connection, scope: Scope) -> list[Row]:
    cover = coverage(connection, Scope(scope.first, scope.last)).answering(UPTAKE)
    table = SumByCounter.__table__
    statement = (
        select(table.c.agency, table.c.counter, func.sum(table.c.received).label("received"))
        .where(table.c.month.between(scope.first, scope.last))
        .group_by(table.c.agency, table.c.counter)
    )
    return [row for row in connection.execute(statement) if row.agency in cover.complete]


def _area(unit: Unit, areas: dict[str, str]) -> str | None:
    """The area of its counter; without one, its district."""
    if unit.level not in ("district", "commune"):
        return None
    return areas.get(unit.key) or (unit.code if unit.level == "district" else unit.parent)
