"""Sums of dossier measures, each read from the narrowest table that can answer."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, Table

from data_access.agencies import units_by_key
from data_access.snapshot import once_a_snapshot
from data_access.statements import DOSSIERS, REPORTS
from data_access.tables import (
    MonthByChannel,
    MonthBySector,
    MonthByService,
    SumByChannel,
    SumBySector,
    SumByService,
    SumOfSlice,
    SumReported,
)
from data_access.tables.sums import MEASURES, REPORTED
from metrics.scope import Scope
from metrics.sources import stated_during
from metrics.stored_sums import Row, added_by, months, slices

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
        read = _by_label if by in ("channel", "sector", "service_level") else _by_slice
        for label, sums in read(connection, scope, frozenset(agencies), by, table, wanted).items():
            row = {**dict.fromkeys(names), **sums}
            found[label] = added([found[label], row], names) if label in found else row
    return found or ({} if by else {None: added([], names)})


def read_ahead(connection: Connection, scope: Scope, names: Sequence[str]) -> None:
    """Read the slices of all months of a scope by one question, for who then asks month by month."""
    for table, stated in _tables(connection, scope, None):
        wanted = _read_together([name for name in names if name in stated])
        slices(connection, scope.months(), table, wanted, scope.sector)


def _tables(connection: Connection, scope: Scope, by: str | None) -> Iterator[tuple[Table, Sequence[str]]]:
    """Where the sums stand, of dossiers and of reports – of what anybody has stated – and what each of the
    two states."""
    reports_can_tell = by not in ("channel", "service_level")
    if scope.sector and not reports_can_tell:
        raise ValueError(f"no sums by sector and {by} together")
    stated = stated_during(connection, scope.first, scope.last)
    if stated.of_kind(DOSSIERS):
        yield _BY.get("sector" if scope.sector else by, SumOfSlice).__table__, MEASURES
    if reports_can_tell and stated.of_kind(REPORTS):
        yield SumReported.__table__, REPORTED


_BY = {"channel": SumByChannel, "service_level": SumByService, "sector": SumBySector}


def _by_slice(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    by: str | None,
    table: Table,
    names: Sequence[str],
) -> dict[object, Sums]:
    """By month, agency or level, or altogether: slices are few, so they are read once and added up here;
    where nobody is left out, the months of all of them; of each agency several months together."""
    span, columns = Scope(scope.first, scope.last, sector=scope.sector), _read_together(names)
    if by in (None, "month") and _is_everybody(connection, scope, agencies, table):
        columns, found = MEASURES, _of_months(connection, span, by, _OF_EVERYBODY[table])
    elif by == "agency" and scope.first < scope.last:
        of_all = _of_agencies(connection, span, table, columns)
        found = {agency: sums for agency, sums in of_all.items() if agency in agencies}
    else:
        found = _of_slices(connection, span, agencies, by, table, columns)
    at = [(name, columns.index(name)) for name in names]
    return {label: {name: sums[column] for name, column in at} for label, sums in found.items()}


def _of_months(connection: Connection, scope: Scope, by: str | None, table: Table) -> dict[object, Row]:
    """By month or altogether, of all agencies."""
    found = months(connection, scope.months(), table, scope.sector)
    there = {month: sums for month, sums in found.items() if sums}
    return there if by == "month" or not there else {None: _total(there.values())}


@once_a_snapshot
def _of_agencies(
    connection: Connection, scope: Scope, table: Table, columns: tuple[str, ...]
) -> dict[object, Row]:
    """By agency, of all of them: added up in the store."""
    asked: dict[str, object] = {"months": list(scope.months())}
    asked |= {"sector": scope.sector} if scope.sector else {}
    statement = added_by(table, ("agency",), columns, frozenset(asked))
    return {agency: sums for agency, *sums in connection.execute(statement, asked).all()}


@once_a_snapshot
def _of_slices(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    by: str | None,
    table: Table,
    columns: tuple[str, ...],
) -> dict[object, Row]:
    """By month, agency or level, or altogether, of some agencies."""
    label, groups = _labels(connection, by), {}
    for month, of_agencies in slices(connection, scope.months(), table, columns, scope.sector).items():
        for agency in of_agencies.keys() & agencies:
            groups.setdefault(label(month, agency), []).append(of_agencies[agency])
    return {label: _total(rows) for label, rows in groups.items()}


def _total(rows: Collection[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True)))


def _read_together(names: Sequence[str]) -> tuple[str, ...]:
    """The measures to read with these, once for all figures of a page; not all of them, since a row costs as
    much as what stands in it."""
    return next(columns for columns in (REPORTED, _OTHERS, MEASURES) if set(columns).issuperset(names))


# Most figures are of what reports state too; others are of the rest, or of the rest among what was received.
_OTHERS = ("received", *(name for name in MEASURES if name not in REPORTED))


def _labels(connection: Connection, by: str | None) -> Callable[[date, str], object]:
    """The group of a slice, from its month and agency."""
    match by:
        case "agency":
            return lambda month, agency: agency
        case "level":
            units = units_by_key(connection)
            return lambda month, agency: units[agency].level
        case "month":
            return lambda month, agency: month
        case _:
            return lambda month, agency: None


def _by_label(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    by: str,
    table: Table,
    names: Sequence[str],
) -> dict[object, Sums]:
    """By channel, sector or service level: added up in the store, of the measures that are wanted alone."""
    everybody = _is_everybody(connection, scope, agencies, table)
    table = _OF_EVERYBODY.get(table, table) if everybody else table
    asked: dict[str, object] = {"months": list(scope.months())}
    asked |= {"sector": scope.sector} if scope.sector else {}
    asked |= {} if everybody else {"agencies": sorted(agencies)}
    statement = added_by(table, (by,), tuple(names), frozenset(asked))
    return {
        CHANNELS[key] if by == "channel" else key: dict(zip(names, sums, strict=True))
        for key, *sums in connection.execute(statement, asked).all()
    }


# The same sums of all agencies together: as nearly always nobody is left out.
_OF_EVERYBODY = {
    SumOfSlice.__table__: MonthByChannel.__table__,
    SumByChannel.__table__: MonthByChannel.__table__,
    SumBySector.__table__: MonthBySector.__table__,
    SumByService.__table__: MonthByService.__table__,
}


def _is_everybody(connection: Connection, scope: Scope, agencies: frozenset[str], table: Table) -> bool:
    """Whether the agencies are all whose dossiers of these months the table adds up."""
    return table in _OF_EVERYBODY and agencies >= stated_during(connection, scope.first, scope.last).of_kind(
        DOSSIERS
    )


def added(rows: Collection[Sums], names: Sequence[str] = MEASURES) -> Sums:
    """Sums of sums; all zero for none, None where one is missing."""
    return {
        name: None if any(row[name] is None for row in rows) else sum(row[name] for row in rows)
        for name in names
    }
