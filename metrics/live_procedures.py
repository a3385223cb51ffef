"""Procedures live across boundaries: what people ask for, and at which counters they are open."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from data_access.snapshot import once_a_snapshot
from data_access.tables import OpenCounters, Procedure, Standing
from data_access.units import APART
from metrics.demand import received_for
from metrics.scope import Scope


class LiveProcedure(NamedTuple):
    """A procedure live across boundaries, not internal: the dossiers received for it in a scope's months, and
    the codes of the counters that take it at the scope's end, in one text: of thousands of pairs most are
    only counted."""

    code: str
    name: str
    sector: str
    owner: str
    dossiers: int
    taken_at: str | None

    @property
    def opened(self) -> int:
        """At how many counters it is open."""
        return self.taken_at.count(APART) + 1 if self.taken_at else 0

    @property
    def counters(self) -> Sequence[str]:
        """Their codes."""
        return self.taken_at.split(APART) if self.taken_at else ()


def live_procedures(connection: Connection, scope: Scope) -> Sequence[LiveProcedure]:
    """Those live at the end of a scope, by code. Demand is the whole province's, of its months."""
    return _live_procedures(connection, Scope(scope.first, scope.last))


@once_a_snapshot
def _live_procedures(connection: Connection, scope: Scope) -> Sequence[LiveProcedure]:
    asked = {"on": scope.end, "first": scope.first, "last": scope.last}
    return list(map(LiveProcedure._make, connection.execute(_LIVE, asked).all()))


_AT, _OPEN, _ON = Standing.c, OpenCounters.c, bindparam("on")
_TAKEN_AT = (
    select(_OPEN.counters)
    .where(_OPEN.procedure == _AT.procedure, _OPEN.since <= _ON, _OPEN.until > _ON)
    .scalar_subquery()
)
_LIVE = (
    select(
        Procedure.c.code, Procedure.c.name, Procedure.c.sector, Procedure.c.owner,
        received_for(_AT.procedure), _TAKEN_AT,
    )
    .join_from(Standing, Procedure, Procedure.c.code == _AT.procedure)
    .where(_AT.live, _AT.until > _ON, _AT.since <= _ON)
    .order_by(_AT.procedure)
)  # fmt: skip
