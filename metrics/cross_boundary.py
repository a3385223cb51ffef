"""Phi địa giới: plan against actual, where people hand in against where it is handled, what is open where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data_access.agencies import Unit, agencies
from data_access.tables import OneStopPoint, Opening, ProcedureState, SumByCounter, SumByProcedure, Target
from metrics.coverage import coverage
from metrics.procedure_sums import standings
from metrics.scope import Scope

Step = tuple[date, int]


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
    of the dossiers its own agency `received`, `away` were handed in elsewhere (None: no statement)."""

    unit: Unit
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
    table = OneStopPoint.__table__
    units = {unit.key: unit for unit in agencies(connection) if unit.in_force(scope.end, scope.end)}
    live = {one.code for one in standings(connection, scope.end) if one.live}
    opened = _opened(connection, scope.end, live)
    cover = coverage(connection, Scope(scope.first, scope.last))
    handed_in = _received_and_away(connection, scope)
    found = []
    for row in connection.execute(select(table)).mappings():
        unit = units.get(row["agency"])
        if unit:
            sums = handed_in.get(unit.key, (0, 0)) if unit.key in cover.complete else (None, None)
            counter = len(opened.get(unit.code, ()))
            place = (row["name"], row["kind"], row["tile_row"], row["tile_column"])
            found.append(Point(unit, *place, counter, len(live), *sums))
    return sorted(found, key=lambda point: (point.row, point.column, point.kind, point.unit.code))


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
    """Dossiers from the district where they are handled to the district where they were handed in.

    Keys are pairs of bare district codes; dossiers of departments have no home district and are not
    in it. Only agencies complete in the scope.
    """
    cover = coverage(connection, Scope(scope.first, scope.last))
    district = {key: _district(unit) for key, unit in cover.units.items()}
    table = SumByCounter.__table__
    rows = connection.execute(
        select(table.c.agency, table.c.counter, func.sum(table.c.received))
        .where(table.c.month.between(scope.first, scope.last), table.c.agency.in_(list(cover.complete)))
        .group_by(table.c.agency, table.c.counter)
    )
    found: dict[tuple[str, str], int] = {}
    for agency, counter, received in rows:
        home, place = district.get(agency), district.get(counter)
        if home and place:
            found[home, place] = found.get((home, place), 0) + int(received)
    return found


def _district(unit: Unit) -> str | None:
    return unit.code if unit.level == "district" else unit.parent if unit.level == "commune" else None


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
