"""Procedures by service level within each sector, department in charge or level, all from one read."""

from sqlalchemy import Connection

from metrics.procedure_sums import Standing, procedure_sums, standings, stated
from metrics.scope import Scope

DIMENSIONS = ("sector", "owner", "level")
Sums = dict[str, int]


def procedure_groups(connection: Connection, scope: Scope) -> dict[str, dict[str, Sums]]:
    """Dimension → label → sums of its procedures at the end of the scope (of its sector, if it has one).

    No label at all where no service level was ever stated: 0 would be made up.
    """
    if "full" not in stated(connection):
        return {dimension: {} for dimension in DIMENSIONS}
    found = [one for one in standings(connection, scope.end) if scope.sector in (None, one.sector)]
    return {dimension: _grouped(found, dimension) for dimension in DIMENSIONS}


def _grouped(found: list[Standing], dimension: str) -> dict[str, Sums]:
    groups: dict[str, list[Standing]] = {}
    for one in found:
        groups.setdefault(getattr(one, dimension), []).append(one)
    return {label: procedure_sums(group) for label, group in sorted(groups.items())}
