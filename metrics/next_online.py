"""Which procedures to bring online next: those not yet there, by the dossiers they carry."""

from typing import NamedTuple

from sqlalchemy import Connection

from metrics.demand import procedure_demand
from metrics.procedure_sums import standings
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
    demand = procedure_demand(connection, scope)
    found = [
        Candidate(one.code, one.name, one.sector, one.owner, one.service_level, demand.get(one.code, 0))
        for one in standings(connection, scope.end, "not_full")
        if scope.sector in (None, one.sector)
    ]
    return sorted(found, key=lambda one: (-one.dossiers, one.code))
