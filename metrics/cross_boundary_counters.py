"""Phi địa giới at the counters: where each stands on the tile map, what is open there, who goes elsewhere."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Row, Select, func, select

from data_access.agencies import Unit, agencies
from data_access.snapshot import once_a_snapshot
from data_access.tables import OneStopPoint, Opening, Procedure, ProcedureState, SumByCounter
from metrics.coverage import coverage
from metrics.indicators import INDICATORS
from metrics.procedure_sums import standings
from metrics.scope import Scope

UPTAKE = INDICATORS["cross_boundary_uptake"]


@dataclass(frozen=True)
class Point:
    """A counter on the tile map. `opened` of `live` procedures can be handed in there from anywhere;
    of the dossiers its own agency `received`, `away` were handed in elsewhere (None: no statement).
    `area` is the unit that its tile is named after."""

    unit: Unit
    area: Unit | None
    name: str
    kind: str
    row: int
    column: int
    opened: int
    live: int
    received: int | None
    away: int | None


def parts(connection: Connection, scope: Scope) -> tuple[Scope, ...]:
    """The scope in one part, or in two where counters ended within it: the months until then, and since.

    A map shows counters that stood side by side; those of 91 communes and of the 36 that followed them
    never did.
    """
    units = {unit.key: unit for unit in agencies(connection)}
    ends = [units[key].valid_to for key in connection.scalars(select(OneStopPoint.__table__.c.agency))]
    # The month of the day after: its statement is already the successor's.
    seconds = {(end + timedelta(days=1)).replace(day=1) for end in ends if end}
    within = [month for month in scope.months() if month in seconds and month > scope.first]
    if not within:
        return (scope,)
    before = max(month for month in scope.months() if month < within[-1])
    return scope.only(last=before), scope.only(first=within[-1])


@once_a_snapshot
def points(connection: Connection, scope: Scope) -> list[Point]:
    """Every counter in force at the end of the scope, in the map's reading order."""
    areas = areas_of(connection, scope.end)
    live = sum(one.live for one in standings(connection, scope.end))
    opened = _opened_by_sector(connection, scope.end)
    cover = coverage(connection, Scope(scope.first, scope.last)).answering(UPTAKE)
    handed_in = _received_and_away(connection, scope)
    found = []
    for row in _standing(connection, scope.end):
        unit = cover.units[row.agency]
        sums = handed_in.get(unit.key, (0, 0)) if unit.key in cover.complete else (None, None)
        place = (row.name, row.kind, row.tile_row, row.tile_column)
        there = sum(opened.get(unit.code, {}).values())
        found.append(Point(unit, areas.get(unit.key), *place, there, live, *sums))
    return sorted(found, key=lambda point: (point.row, point.column, point.kind, point.unit.code))


def areas_of(connection: Connection, on: date) -> dict[str, Unit]:
    """Agency key → the unit that the tile of its counter is named after, of counters in force on a day.

    A counter alone on its tile is its own area; several together are called by their branch, also after
    the branch has ended (the districts on 1-7-2025).
    """
    units = {unit.key: unit for unit in agencies(connection)}
    table = OneStopPoint.__table__
    branches = {
        (row.tile_row, row.tile_column): units[row.agency]
        for row in connection.execute(select(table).where(table.c.kind == "branch").order_by(table.c.agency))
    }
    tiles: dict[tuple[int, int], list[Unit]] = {}
    for row in _standing(connection, on):
        tiles.setdefault((row.tile_row, row.tile_column), []).append(units[row.agency])
    named = {tile: here[0] if len(here) == 1 else branches.get(tile) for tile, here in tiles.items()}
    return {unit.key: named[tile] for tile, here in tiles.items() for unit in here if named[tile]}


def open_shares(connection: Connection, scope: Scope) -> dict[tuple[str, str], tuple[int, int]]:
    """(Code of the area, sector) → pairs of live procedure and counter that are open, of all there are."""
    in_sector = Counter(one.sector for one in standings(connection, scope.end) if one.live)
    opened = _opened_by_sector(connection, scope.end)
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for key, area in areas_of(connection, scope.end).items():
        there = opened.get(key.split("@")[0], {})
        for name, whole in in_sector.items():
            open_ones, pairs = found.get((area.code, name), (0, 0))
            found[area.code, name] = (open_ones + there.get(name, 0), pairs + whole)
    return found


def open_on(on: date) -> Select:
    """Openings of live procedures (not internal) that stand on a day, to be narrowed to what is asked."""
    table, state = Opening.__table__, ProcedureState.__table__
    live = select(state.c.procedure).where(
        state.c.aspect == "cross_boundary", state.c.value == "live", state.c.since <= on
    )
    still = table.c.closed_on.is_(None) | (table.c.closed_on > on)
    procedure = Procedure.__table__
    return (
        select()
        .select_from(table.join(procedure, procedure.c.code == table.c.procedure))
        .where(table.c.opened_on <= on, still, ~procedure.c.internal, table.c.procedure.in_(live))
    )


@once_a_snapshot
def _opened_by_sector(connection: Connection, on: date) -> dict[str, dict[str, int]]:
    """Counter code → sector → live procedures open there on a day, counted by the store."""
    counter, sector = Opening.__table__.c.counter, Procedure.__table__.c.sector
    asked = (
        open_on(on)
        .add_columns(counter, sector, func.count(Opening.__table__.c.procedure.distinct()).label("n"))
        .group_by(counter, sector)
    )
    found: dict[str, dict[str, int]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.counter, {})[row.sector] = row.n
    return found


def _standing(connection: Connection, on: date) -> list[Row]:
    """The counters in force on a day."""
    units = {unit.key: unit for unit in agencies(connection)}
    rows = connection.execute(select(OneStopPoint.__table__).order_by(OneStopPoint.__table__.c.agency))
    return [row for row in rows if units[row.agency].in_force(on, on)]


def _received_and_away(connection: Connection, scope: Scope) -> dict[str, tuple[int, int]]:
    table = SumByCounter.__table__
    rows = connection.execute(
        select(table.c.agency, (table.c.counter == table.c.agency).label("home"), func.sum(table.c.received))
        .where(table.c.month.between(scope.first, scope.last))
        .group_by(table.c.agency, "home")
    )
    found: dict[str, tuple[int, int]] = {}
    for agency, home, received in rows:
        total, away = found.get(agency, (0, 0))
        found[agency] = (total + int(received), away + (0 if home else int(received)))
    return found
