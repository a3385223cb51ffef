"""Sums by month, agency or level, or altogether: added up from slices, or read added up already.

Slices are few – one for an agency and month – so those of a page are read once, whatever is asked of them.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, Table

from data_access.agencies import units_by_key
from data_access.snapshot import once_a_snapshot
from data_access.tables.sums import MEASURES, REPORTED
from metrics.everybody import OF_EVERYBODY, is_everybody
from metrics.scope import Scope
from metrics.stored_sums import Row, added_by, asked_of, months, slices


def by_slice(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    by: str | None,
    table: Table,
    names: Sequence[str],
) -> dict[object, dict[str, int]]:
    """By month, agency or level, or altogether; where nobody is left out, of the months of all."""
    span, columns = Scope(scope.first, scope.last, sector=scope.sector), read_together(names)
    if by in ("agency", "level"):
        read = _of_agencies if by == "agency" else _of_levels
        found = read(connection, span, agencies, table, columns)
    else:
        if is_everybody(connection, scope, agencies, table):
            columns, found = MEASURES, _of_everybody(connection, span, OF_EVERYBODY[table])
        else:
            found = _of_months(connection, span, agencies, table, columns)
        found = {None: _total(found.values())} if found and by is None else found
    at = [(name, columns.index(name)) for name in names]
    return {label: {name: sums[column] for name, column in at} for label, sums in found.items()}


def _of_everybody(connection: Connection, scope: Scope, table: Table) -> dict[date, Row]:
    found = months(connection, scope.months(), table, scope.sector)
    return {month: sums for month, sums in found.items() if sums}


@once_a_snapshot
def _of_months(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    table: Table,
    columns: tuple[str, ...],
) -> dict[date, Row]:
    """By month, of some agencies: several months are added up in the store."""
    if scope.first == scope.last:
        found = _of_agencies(connection, scope, agencies, table, columns)
        return {scope.first: _total(found.values())} if found else {}
    return dict(_added_up(connection, scope, "month", table, columns, agencies))


@once_a_snapshot
def _of_levels(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    table: Table,
    columns: tuple[str, ...],
) -> dict[str, Row]:
    units, groups = units_by_key(connection), {}
    for agency, sums in _of_agencies(connection, scope, agencies, table, columns).items():
        groups.setdefault(units[agency].level, []).append(sums)
    return {level: _total(rows) for level, rows in groups.items()}


@once_a_snapshot
def _of_agencies(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    table: Table,
    columns: tuple[str, ...],
) -> dict[str, Row]:
    """By agency, of some of them: several months are added up in the store, of all agencies at once."""
    if scope.first == scope.last:
        of_all = slices(connection, scope.months(), table, columns, scope.sector)[scope.first]
    else:
        of_all = _of_all_agencies(connection, scope, table, columns)
    return {agency: sums for agency, sums in of_all.items() if agency in agencies}


@once_a_snapshot
def _of_all_agencies(
    connection: Connection, scope: Scope, table: Table, columns: tuple[str, ...]
) -> dict[str, Row]:
    return dict(_added_up(connection, scope, "agency", table, columns))


def _added_up(
    connection: Connection,
    scope: Scope,
    by: str,
    table: Table,
    columns: tuple[str, ...],
    agencies: Collection[str] | None = None,
) -> Iterator[tuple[object, Row]]:
    """(Label, sums) of the scope's months and sector, of these agencies or of all."""
    asked = asked_of(scope.first, scope.last, scope.sector)
    asked |= {} if agencies is None else {"agencies": sorted(agencies)}
    statement = added_by(table, (by,), columns, frozenset(asked))
    return ((label, sums) for label, *sums in connection.execute(statement, asked).all())


def _total(rows: Collection[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True)))


def read_together(names: Sequence[str]) -> tuple[str, ...]:
    """The measures to read with these, once for all figures of a page; not all of them, since a row costs as
    much as what stands in it."""
    return next(columns for columns in _TOGETHER if set(columns).issuperset(names))


# Most figures are of what reports state too, the map's of what was handed in away from home, and most others
# of how people were served.
_TOGETHER = (
    REPORTED,
    ("received", "received_away"),
    (
        "digitised_input", "input_known", "digitised_result", "result_known", "fee_due", "paid_online",
        "rated", "satisfied",
    ),
    MEASURES,
)  # fmt: skip
