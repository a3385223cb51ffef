"""Phi địa giới, where people go: from where a dossier is handled to where it was handed in."""

from sqlalchemy import Connection, func, select

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
    table = Flow.__table__
    asked = select(table.c.home, table.c.place, func.sum(table.c.received)).where(
        table.c.month.between(scope.first, scope.last)
    )
    # Naming a hundred agencies where all are meant costs more than reading their rows.
    if not cover.bases.keys() <= cover.complete:
        asked = asked.where(table.c.agency.in_(sorted(cover.complete)))
    rows = connection.execute(asked.group_by(table.c.home, table.c.place))
    return {(home, place): int(received) for home, place, received in rows}


def inbound(connection: Connection, scope: Scope) -> dict[str, int]:
    """Agency key of a counter → dossiers of other agencies that were handed in there, of all that count."""
    table = HandedIn.__table__
    asked = select(table.c.counter, func.sum(table.c.received_away)).where(
        table.c.month.between(scope.first, scope.last), table.c.received_away > 0
    )
    return {key: int(received) for key, received in connection.execute(asked.group_by(table.c.counter))}
