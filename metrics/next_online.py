"""Which procedures to bring online next: those not yet there, by the dossiers they carry."""

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from data_access.tables import Procedure, Standing
from metrics.demand import received_for
from metrics.scope import Scope


class Candidate(NamedTuple):
    """A procedure that is not fully online, and the dossiers received for it in the scope."""

    code: str
    name: str
    sector: str
    owner: str
    service_level: str | None
    dossiers: int


def candidates(connection: Connection, scope: Scope) -> list[Candidate]:
    """Every procedure not fully online at the end of the scope, those with most dossiers first.

    Demand is the whole province's; of the scope only months and sector count.
    """
    asked = {"on": scope.end, "first": scope.first, "last": scope.last}
    found = map(Candidate._make, connection.execute(_NOT_FULL, asked).all())
    wanted = [one for one in found if scope.sector in (None, one.sector)]
    return sorted(wanted, key=lambda one: (-one.dossiers, one.code))


_AT, _ON = Standing.c, bindparam("on")
_NOT_FULL = (
    select(
        Procedure.c.code,
        Procedure.c.name,
        Procedure.c.sector,
        Procedure.c.owner,
        _AT.service_level,
        received_for(_AT.procedure),
    )
    .join_from(Standing, Procedure, Procedure.c.code == _AT.procedure)
    .where(_AT.since <= _ON, _AT.until > _ON, func.coalesce(_AT.service_level, "") != "full")
)
