"""Sums of dossier measures, each read from the narrowest table that can answer."""

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from data_access.tables import SumByChannel, SumBySector, SumByService
from data_access.tables.sums import MEASURES
from metrics.scope import Scope

CHANNELS = {1: "in_person", 2: "online", 3: "post"}
Sums = dict[str, int]


def dossier_sums(
    connection: Connection, scope: Scope, agencies: Collection[str], by: str | None = None
) -> dict[object, Sums]:
    """All measures by month, agency, channel, sector, service_level or altogether (key None).

    Only months of the scope and the given agency keys. A scope of one sector cannot be taken by
    channel or service level as well (ValueError): no roll-up holds two of these dimensions.
    """
    table = _table(scope, by)
    dimension = table.c[by] if by else None
    sums = [func.sum(table.c[name]).label(name) for name in MEASURES]
    statement = select(*([dimension] if by else []), *sums).where(
        table.c.month.between(scope.first, scope.last), table.c.agency.in_(list(agencies))
    )
    if scope.sector:
        statement = statement.where(table.c.sector == scope.sector)
    if by:
        statement = statement.group_by(dimension)
    found = {}
    for row in connection.execute(statement).mappings():
        label = CHANNELS[row["channel"]] if by == "channel" else row[by] if by else None
        found[label] = {name: int(row[name] or 0) for name in MEASURES}
    return found


def _table(scope: Scope, by: str | None):
    if scope.sector or by == "sector":
        if by in ("channel", "service_level"):
            raise ValueError(f"no sums by sector and {by} together")
        return SumBySector.__table__
    return (SumByService if by == "service_level" else SumByChannel).__table__


def added(rows: Collection[Sums]) -> Sums:
    """Sums of sums; all zero for none."""
    return {name: sum(row[name] for row in rows) for name in MEASURES}
