"""Demand: how many dossiers people bring for each procedure."""

from sqlalchemy import Connection, bindparam, func, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import Demand
from metrics.scope import Scope


@once_a_snapshot
def procedure_demand(
    connection: Connection, scope: Scope, codes: frozenset[str] | None = None
) -> dict[str, int]:
    """Dossiers received in the scope's months by procedure, of the whole province; of some procedures where
    few are asked for."""
    asked: dict[str, object] = {"months": list(scope.months())}
    statement = _DEMAND
    if codes is not None:
        asked, statement = {**asked, "codes": sorted(codes)}, _DEMAND_OF
    return {code: int(received) for code, received in connection.execute(statement, asked).all()}


_DEMAND = (
    select(Demand.procedure, func.sum(Demand.received))
    .where(Demand.__table__.c.month.in_(bindparam("months", expanding=True)))
    .group_by(Demand.procedure)
)
_DEMAND_OF = _DEMAND.where(Demand.__table__.c.procedure.in_(bindparam("codes", expanding=True)))
