"""Phi địa giới: plan against actual, where people hand in against where it is handled, what is open where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data_access.agencies import Unit, agencies
from data_access.tables import OneStopPoint, Opening, ProcedureState, SumByCounter, SumByProcedure, Target
from metrics.coverage import coverage
from metrics.indicators import INDICATORS
from metrics.procedure_sums import standings
from metrics.scope import Scope

Step = tuple[date, int]
_AWAY = INDICATORS["cross_boundary_uptake"]


@dataclass(frozen=True)
class PlanAndActual:
    """Counts that hold from a day on: procedures listed, live, and planned to be live."""

    listed: tuple[Step, ...]
    live: tuple[Step, ...]
    plan: tuple[Step, ...]


def plan_and_actual(connection: Connection, until: date) -> PlanAndActual:
    """Steps up to a day (the plan beyond it as well), from dated states and dated targets."""
    state, target = ProcedureState.__table__, Target.__table__
    rows = connection.execute(
        select(state.c.value, state.c.since, state.c.procedure).where(state.c.aspect == "cross_boundary")
    ).all()
    counts = (target.c.indicator == "cross_boundary_live_count") & target.c.due_on.is_not(None)
    plan = connection.execute(select(target.c.due_on, target.c.value).where(counts).order_by(target.c.due_on))
    return PlanAndActual(
        listed=_steps((row.since, row.procedure) for row in rows if row.since <= until),
        live=_steps((row.since, row.procedure) for row in rows if row.value == "live" and row.since <= until),
        plan=tuple((row.due_on, int(row.value)) for row in plan),
    )


def _steps(rows: Iterable[tuple[date, str]]) -> tuple[Step, ...]:
    """How many procedures had joined by each day on which one did."""
    first: dict[str, date] = {}
    for since, procedure in sorted(rows):
        first.setdefault(procedure, since)
    days = sorted(set(first.values()))
    return tuple((day, sum(since <= day for since in first.values())) for day in days)


@dataclass(frozen=True)
class Point:
    """A counter on the tile map. `opened` of `live` procedures can be handed in there from anywhere;
    of the dossiers its own agency `received`, `away` were handed in elsewhere (None: no statement).
    `area` is the unit whose branch stood on this tile: it names the place when districts have ended."""

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


def points(connection: Connection, scope: Scope) -> list[Point]:
    """Every counter in force at the end of the scope."""
    units = {unit.key: unit for unit in agencies(connection)}
    areas = _areas(connection, units)
    live = {one.code for one in standings(connection, scope.end) if one.live}
    opened = _opened(connection, scope.end, live)
    cover = coverage(connection, Scope(scope.first, scope.last)).answering(_AWAY)
    handed_in = _received_and_away(connection, scope)
    found = []
    for row in connection.execute(select(OneStopPoint.__table__)).mappings():
        unit = units[row["agency"]]
        if unit.in_force(scope.end, scope.end):
            sums = handed_in.get(unit.key, (0, 0)) if unit.key in cover.complete else (None, None)
            counter = len(opened.get(unit.code, ()))
            place = (row["name"], row["kind"], row["tile_row"], row["tile_column"])
            found.append(Point(unit, areas.get(place[2:]), *place, counter, len(live), *sums))
    return sorted(found, key=lambda point: (point.row, point.column, point.kind, point.unit.code))


def _areas(connection: Connection, units: dict[str, Unit]) -> dict[tuple[int, int], Unit]:
    """Tile → the unit of the branch that stands there, or stood there last."""
    table = OneStopPoint.__table__
    rows = connection.execute(select(table).where(table.c.kind == "branch").order_by(table.c.agency))
    return {(row.tile_row, row.tile_column): units[row.agency] for row in rows}


def _opened(connection: Connection, on: date, live: set[str]) -> dict[str, set[str]]:
    """Counter code → live procedures open there on a day."""
    table = Opening.__table__
    still = table.c.closed_on.is_(None) | (table.c.closed_on > on)
    rows = connection.execute(
        select(table.c.counter, table.c.procedure).where(table.c.opened_on <= on, still)
    )
    found: dict[str, set[str]] = {}
    for counter, procedure in rows:
        if procedure in live:
            found.setdefault(counter, set()).add(procedure)
    return found


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


def flows(connection: Connection, scope: Scope) -> dict[tuple[str, str], int]:
    """Dossiers from the area where they are handled to the area where they were handed in.

    Keys are pairs of codes of areas (`Point.area`); dossiers of departments have no home area and are
    not in it. Only agencies complete in the scope.
    """
    cover = coverage(connection, Scope(scope.first, scope.last)).answering(_AWAY)
    area = _area_of_agency(connection, cover.units)
    table = SumByCounter.__table__
    rows = connection.execute(
        select(table.c.agency, table.c.counter, func.sum(table.c.received))
        .where(table.c.month.between(scope.first, scope.last), table.c.agency.in_(list(cover.complete)))
        .group_by(table.c.agency, table.c.counter)
    )
    found: dict[tuple[str, str], int] = {}
    for agency, counter, received in rows:
        home, place = area.get(agency), area.get(counter)
        if home and place:
            found[home, place] = found.get((home, place), 0) + int(received)
    return found


def _area_of_agency(connection: Connection, units: dict[str, Unit]) -> dict[str, str]:
    """Agency key → code of the area its counter stands in; without a counter, its district."""
    table, areas = OneStopPoint.__table__, _areas(connection, units)
    found = {
        key: unit.code if unit.level == "district" else unit.parent
        for key, unit in units.items()
        if unit.level in ("district", "commune")
    }
    for row in connection.execute(select(table)):
        if area := areas.get((row.tile_row, row.tile_column)):
            found[row.agency] = area.code
    return {key: code for key, code in found.items() if code}


def open_shares(connection: Connection, scope: Scope) -> dict[tuple[str, str], tuple[int, int]]:
    """(Code of the area, sector) → pairs of live procedure and counter that are open, of all there are."""
    sector = {one.code: one.sector for one in standings(connection, scope.end) if one.live}
    opened = _opened(connection, scope.end, set(sector))
    in_sector = Counter(sector.values())
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for point in points(connection, scope):
        there = Counter(sector[code] for code in opened.get(point.unit.code, ()))
        for name, whole in in_sector.items() if point.area else ():
            open_ones, pairs = found.get((point.area.code, name), (0, 0))
            found[point.area.code, name] = (open_ones + there[name], pairs + whole)
    return found


@dataclass(frozen=True)
class Gap:
    """A live procedure, how many counters it is open at, and the demand behind it in the scope."""

    code: str
    name: str
    sector: str
    owner: str
    opened: int
    counters: int
    dossiers: int
    missing: tuple[str, ...]


def gaps(connection: Connection, scope: Scope) -> list[Gap]:
    """Live procedures that are not open at every counter, those with most dossiers first.

    `missing` are the codes of the counters where it is not open.
    """
    live = {one.code: one for one in standings(connection, scope.end) if one.live}
    counters = {point.unit.code for point in points(connection, scope)}
    at: dict[str, set[str]] = {}
    for counter, procedures in _opened(connection, scope.end, set(live)).items():
        for procedure in procedures:
            at.setdefault(procedure, set()).add(counter)
    demand = procedure_demand(connection, scope)
    found = []
    for code, one in live.items():
        missing = counters - at.get(code, set())
        if missing:
            opened = len(counters) - len(missing)
            found.append(
                Gap(code, one.name, one.sector, one.owner, opened, len(counters), demand.get(code, 0),
                    tuple(sorted(missing)))
            )  # fmt: skip
    return sorted(found, key=lambda gap: (-gap.dossiers, gap.opened, gap.code))


def procedure_demand(connection: Connection, scope: Scope) -> dict[str, int]:
    """Dossiers received in the scope by procedure."""
    table = SumByProcedure.__table__
    rows = connection.execute(
        select(table.c.procedure, func.sum(table.c.received))
        .where(table.c.month.between(scope.first, scope.last))
        .group_by(table.c.procedure)
    )
    return {code: int(received) for code, received in rows}
