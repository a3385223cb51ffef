"""Procedures by service level within each sector, department in charge or level, all from one read."""

from sqlalchemy import Connection

from metrics.procedure_sums import procedure_sums_by, stated
from metrics.scope import Scope

DIMENSIONS = ("sector", "owner", "level")
Sums = dict[str, int]


def procedure_groups(connection: Connection, scope: Scope) -> dict[str, dict[str, Sums]]:
    """Dimension → label → sums of its procedures at the end of the scope (of its sector, if it has one).

    No label at all where no service level was ever stated: 0 would be made up.
    """
    if "full" not in stated(connection):
        return {dimension: {} for dimension in DIMENSIONS}
    return {
        dimension: procedure_sums_by(connection, scope.end, dimension, sector=scope.sector)
        for dimension in DIMENSIONS
    }
