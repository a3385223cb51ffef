"""Demand: how many dossiers people bring for each procedure."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from data_access.tables import Demand
from metrics.scope import Scope

_DEMAND = Demand.__table__.c


def procedure_demand(connection: Connection, scope: Scope, codes: Collection[str]) -> dict[str, int]:
    """Dossiers received in the scope's months by procedure, of the whole province."""
    asked = {"first": scope.first, "last": scope.last, "codes": sorted(codes)}
    return {code: int(received) for code, received in connection.execute(_OF_PROCEDURES, asked).all()}


def received_for(procedure: ColumnElement[str]) -> ColumnElement[int]:
    """The same as a column of a statement about procedures, of the months `first` … `last`; 0 for none."""
    asked = select(func.sum(_DEMAND.received)).where(_DEMAND.procedure == procedure, _IN_SPAN)
    return func.coalesce(asked.scalar_subquery(), 0)


_IN_SPAN = _DEMAND.month.between(bindparam("first"), bindparam("last"))
_OF_PROCEDURES = (
    select(_DEMAND.procedure, func.sum(_DEMAND.received))
    .where(_DEMAND.procedure.in_(bindparam("codes", expanding=True)), _IN_SPAN)
    .group_by(_DEMAND.procedure)
)
