"""Phi địa giới, where people go: from where a dossier is handled to where it was handed in."""

from functools import cache

from sqlalchemy import Connection, Select, bindparam, func, select

from data_access.tables import Flow, HandedIn
from metrics.coverage import coverage
from metrics.cross_boundary_counters import UPTAKE
from metrics.scope import Scope


def flows(connection: Connection, scope: Scope) -> dict[tuple[str, str], int]:
    """Dossiers from the area where they are handled to the area where they were handed in.

    Keys are pairs of codes of areas (`Point.area`) as they stood at each month's end; dossiers of
    departments have no home area and are not in it. Only agencies complete in the scope.
    """
    cover = coverage(connection, Scope(scope.first, scope.last)).answering(UPTAKE)
    asked: dict[str, object] = {"first": scope.first, "last": scope.last}
    # Naming a hundred agencies where all are meant costs more than reading their rows.
    if some := not cover.bases.keys() <= cover.complete:
        asked["agencies"] = sorted(cover.complete)
    rows = connection.execute(_of_flows(some), asked).all()
    return {(home, place): int(received) for home, place, received in rows}


@cache
def _of_flows(some: bool) -> Select:
    statement = select(Flow.home, Flow.place, func.sum(Flow.received)).group_by(Flow.home, Flow.place)
    statement = statement.where(Flow.__table__.c.month.between(*_SPAN))
    agencies = bindparam("agencies", expanding=True)
    return statement.where(Flow.__table__.c.agency.in_(agencies)) if some else statement


def inbound(connection: Connection, scope: Scope) -> dict[str, int]:
    """Agency key of a counter → dossiers of other agencies that were handed in there, of all that count."""
    rows = connection.execute(_INBOUND, {"first": scope.first, "last": scope.last}).all()
    return {key: int(received) for key, received in rows}


_SPAN = bindparam("first"), bindparam("last")
_INBOUND = (
    select(HandedIn.counter, func.sum(HandedIn.received_away))
    .where(HandedIn.__table__.c.month.between(*_SPAN), HandedIn.received_away > 0)
    .group_by(HandedIn.counter)
)
