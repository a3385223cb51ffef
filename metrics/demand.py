"""Demand: how many dossiers people bring for each procedure."""

from sqlalchemy import Connection, func, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Demand
from metrics.scope import Scope


@once_a_snapshot
def procedure_demand(connection: Connection, scope: Scope) -> dict[str, int]:
    """Dossiers received in the scope's months by procedure, of the whole province."""
    table = Demand.__table__
    rows = connection.execute(
        select(table.c.procedure, func.sum(table.c.received))
        .where(table.c.month.between(scope.first, scope.last))
        .group_by(table.c.procedure)
    ).all()
    return {code: int(received) for code, received in rows}
