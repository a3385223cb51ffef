"""Sums of dossier measures, each read from the narrowest table that can answer."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, func, null, select

from data_access.tables import SumByChannel, SumBySector, SumByService, SumReported
from data_access.tables.sums import MEASURES, REPORTED
from metrics.scope import Scope

CHANNELS = {1: "in_person", 2: "online", 3: "post"}
Sums = dict[str, int | None]


def dossier_sums(
    connection: Connection, scope: Scope, agencies: Collection[str], by: str | None = None
) -> dict[object, Sums]:
    """All measures by month, agency, channel, sector, service_level or altogether (key None).

    Only months of the scope and the given agency keys. Where a II.06a report is in a sum, the measures
    that it does not state are None: missing, not 0. A scope of one sector cannot be taken by channel or
    service level as well (ValueError): no roll-up holds two of these dimensions.
    """
    found = {
        CHANNELS[label] if by == "channel" else label: dict(zip(MEASURES, sums, strict=True))
        for label, sums in _read(connection, _table(scope, by), MEASURES, scope, agencies, by)
    }
    if by not in ("channel", "service_level"):
        for label, sums in _read(connection, SumReported.__table__, REPORTED, scope, agencies, by):
            reported = {**dict.fromkeys(MEASURES), **dict(zip(REPORTED, sums, strict=True))}
            found[label] = added([found[label], reported]) if label in found else reported
    return found or ({} if by else {None: added([])})


def _read(
    connection: Connection, table, names: Collection[str], scope: Scope, agencies: Collection[str], by
) -> Iterator[tuple[object, list[int]]]:
    """Labels with their sums; nothing where there are no rows."""
    statement = select(table.c[by] if by else null(), *(func.sum(table.c[name]) for name in names)).where(
        table.c.month.between(scope.first, scope.last), table.c.agency.in_(list(agencies))
    )
    if scope.sector:
        statement = statement.where(table.c.sector == scope.sector)
    if by:
        statement = statement.group_by(table.c[by])
    for label, *sums in connection.execute(statement):
        if sums[0] is not None:
            yield label, [int(value) for value in sums]


def _table(scope: Scope, by: str | None):
    if scope.sector or by == "sector":
        if by in ("channel", "service_level"):
            raise ValueError(f"no sums by sector and {by} together")
        return SumBySector.__table__
    return (SumByService if by == "service_level" else SumByChannel).__table__


def added(rows: Collection[Sums]) -> Sums:
    """Sums of sums; all zero for none, None where one is missing."""
    return {
        name: None if any(row[name] is None for row in rows) else sum(row[name] for row in rows)
        for name in MEASURES
    }
