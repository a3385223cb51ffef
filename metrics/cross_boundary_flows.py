"""Phi địa giới, where people go: from where a dossier is handled to where it was handed in.

All of agencies complete in the scope, as the tiles of the map are.
"""

from sqlalchemy import Connection, bindparam, func, select

from data_access.tables import Flow, HandedIn, MonthFlow, SumByCounter
from metrics.coverage import coverage
from metrics.cross_boundary_counters import UPTAKE
from metrics.scope import Scope


def flows(connection: Connection, scope: Scope) -> dict[tuple[str, str], int]:
    """Dossiers from the area where they are handled to the area where they were handed in.

    Keys are pairs of codes of areas (`Point.area`) as they stood at each month's end; dossiers of
    departments have no home area and are not in it.
    """
    complete = _some(connection, scope)
    statement = _FLOWS_OF_ALL if complete is None else _FLOWS_OF_SOME
    rows = connection.execute(statement, _asked(scope, complete)).all()
    return {(home, place): int(received) for home, place, received in rows}


def inbound(connection: Connection, scope: Scope) -> dict[str, int]:
    """Agency key of a counter → dossiers of other agencies that were handed in there."""
    complete = _some(connection, scope)
    statement = _INBOUND if complete is None else _INBOUND_OF_SOME
    rows = connection.execute(statement, _asked(scope, complete)).all()
    return {key: int(received) for key, received in rows}


def _some(connection: Connection, scope: Scope) -> list[str] | None:
    """The complete agencies; None where nobody who has stated anything is left out: naming a hundred
    agencies where all are meant costs more than reading their rows."""
    cover = coverage(connection, Scope(scope.first, scope.last)).answering(UPTAKE)
    return None if cover.stated.agencies <= cover.complete else sorted(cover.complete)


def _asked(scope: Scope, agencies: list[str] | None) -> dict[str, object]:
    span: dict[str, object] = {"first": scope.first, "last": scope.last}
    return span if agencies is None else {**span, "agencies": agencies}


_SPAN = bindparam("first"), bindparam("last")
_AGENCIES = bindparam("agencies", expanding=True)
_FLOWS_OF_ALL, _FLOWS = (
    select(of.c.home, of.c.place, func.sum(of.c.received))
    .where(of.c.month.between(*_SPAN))
    .group_by(of.c.home, of.c.place)
    for of in (MonthFlow, Flow)
)
_FLOWS_OF_SOME = _FLOWS.where(Flow.c.agency.in_(_AGENCIES))
_INBOUND = (
    select(HandedIn.c.counter, func.sum(HandedIn.c.received_away))
    .where(HandedIn.c.month.between(*_SPAN), HandedIn.c.received_away > 0)
    .group_by(HandedIn.c.counter)
)
_INBOUND_OF_SOME = (
    select(SumByCounter.c.counter, func.sum(SumByCounter.c.received))
    .where(
        SumByCounter.c.month.between(*_SPAN),
        SumByCounter.c.agency.in_(_AGENCIES),
        SumByCounter.c.counter != SumByCounter.c.agency,
        SumByCounter.c.received > 0,
    )
    .group_by(SumByCounter.c.counter)
)
