"""Sums of dossier measures, each read from the narrowest table that can answer."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, Table

from data_access.statements import DOSSIERS, REPORTS
from data_access.tables import SumByChannel, SumBySector, SumByService, SumOfSlice, SumReported
from data_access.tables.sums import MEASURES, REPORTED
from metrics.everybody import OF_EVERYBODY, is_everybody
from metrics.scope import Scope
from metrics.slice_sums import by_slice, read_together
from metrics.sources import stated_during
from metrics.stored_sums import added_by, asked_of, slices

CHANNELS = {1: "in_person", 2: "online", 3: "post"}
Sums = dict[str, int | None]


def dossier_sums(
    connection: Connection,
    scope: Scope,
    agencies: Collection[str],
    by: str | None = None,
    names: Sequence[str] = MEASURES,
) -> dict[object, Sums]:
    """The measures `names` by month, agency, level, channel, sector, service_level or altogether (key None).

    Only months of the scope and the given agency keys. Where a II.06a report is in a sum, the measures
    that it does not state are None: missing, not 0. A scope of one sector cannot be taken by channel or
    service level as well (ValueError): no roll-up holds two of these dimensions.
    """
    found: dict[object, Sums] = {}
    for table, stated in _tables(connection, scope, by):
        wanted = [name for name in names if name in stated]
        read = _by_label if by in ("channel", "sector", "service_level") else by_slice
        for label, sums in read(connection, scope, frozenset(agencies), by, table, wanted).items():
            row = {**dict.fromkeys(names), **sums}
            found[label] = added([found[label], row], names) if label in found else row
    return found or ({} if by else {None: added([], names)})


def read_ahead(connection: Connection, scope: Scope, names: Sequence[str]) -> None:
    """Read the slices of all months of a scope by one question, for who then asks month by month."""
    for table, stated in _tables(connection, scope, None):
        wanted = read_together([name for name in names if name in stated])
        slices(connection, scope.months(), table, wanted, scope.sector)


def _tables(connection: Connection, scope: Scope, by: str | None) -> Iterator[tuple[Table, Sequence[str]]]:
    """Where the sums stand, of dossiers and of reports – of what anybody has stated – and what each of the
    two states."""
    reports_can_tell = by not in ("channel", "service_level")
    if scope.sector and not reports_can_tell:
        raise ValueError(f"no sums by sector and {by} together")
    stated = stated_during(connection, scope.first, scope.last)
    if stated.of_kind(DOSSIERS):
        yield _BY.get("sector" if scope.sector else by, SumOfSlice), MEASURES
    if reports_can_tell and stated.of_kind(REPORTS):
        yield SumReported, REPORTED


_BY = {"channel": SumByChannel, "service_level": SumByService, "sector": SumBySector}


def _by_label(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    by: str,
    table: Table,
    names: Sequence[str],
) -> dict[object, Sums]:
    """By channel, sector or service level: added up in the store, of the measures that are wanted alone."""
    everybody = is_everybody(connection, scope, agencies, table)
    table = OF_EVERYBODY.get(table, table) if everybody else table
    asked = asked_of(scope.first, scope.last, scope.sector)
    asked |= {} if everybody else {"agencies": sorted(agencies)}
    statement = added_by(table, (by,), tuple(names), frozenset(asked))
    return {
        CHANNELS[key] if by == "channel" else key: dict(zip(names, sums, strict=True))
        for key, *sums in connection.execute(statement, asked).all()
    }


def added(rows: Collection[Sums], names: Sequence[str] = MEASURES) -> Sums:
    """Sums of sums; all zero for none, None where one is missing."""
    return {
        name: None if any(row[name] is None for row in rows) else sum(row[name] for row in rows)
        for name in names
    }
