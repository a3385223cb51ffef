"""Sums by month, agency or level, or altogether: added up from slices, or read added up already.

Slices are few – one for an agency and month – so those of a page are read once, whatever is asked of them:
one month is read, as others ask for it too; several are added up in the store, unless they have been read.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Table

from data_access.agencies import units_by_key
from data_access.snapshot import is_known, once_a_snapshot
from data_access.tables.sums import MEASURES, REPORTED
from metrics.everybody import OF_EVERYBODY, is_everybody
from metrics.scope import Scope
from metrics.stored_sums import Row, added_by, asked_of, months, slices


class _Part(NamedTuple):
    """Which slices of a table are added up: of a scope's months and sector, of these agencies or of all."""

    scope: Scope
    agencies: frozenset[str] | None
    table: Table
    columns: tuple[str, ...]


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
    part = _Part(span, agencies, table, columns)
    if by in ("agency", "level"):
        found = _of_agencies(connection, part) if by == "agency" else _of_levels(connection, part)
    else:
        if is_everybody(connection, scope, agencies, table):
            columns, found = MEASURES, _of_everybody(connection, span, OF_EVERYBODY[table])
        else:
            found = _of_months(connection, part)
        found = {None: _total(found.values())} if found and by is None else found
    at = [(name, columns.index(name)) for name in names]
    return {label: {name: sums[column] for name, column in at} for label, sums in found.items()}


def _of_everybody(connection: Connection, scope: Scope, table: Table) -> dict[date, Row]:
    found = months(connection, scope.months(), table, scope.sector)
    return {month: sums for month, sums in found.items() if sums}


@once_a_snapshot
def _of_months(connection: Connection, part: _Part) -> dict[date, Row]:
    if not _is_read(connection, part):
        return _added_up(connection, part, "month")
    rows = {
        month: [sums for agency, sums in there.items() if agency in part.agencies]
        for month, there in _read(connection, part).items()
    }
    return {month: _total(of_month) for month, of_month in rows.items() if of_month}


@once_a_snapshot
def _of_levels(connection: Connection, part: _Part) -> dict[str, Row]:
    units, groups = units_by_key(connection), {}
    for agency, sums in _of_agencies(connection, part).items():
        groups.setdefault(units[agency].level, []).append(sums)
    return {level: _total(rows) for level, rows in groups.items()}


@once_a_snapshot
def _of_agencies(connection: Connection, part: _Part) -> dict[str, Row]:
    of_all = _of_all_agencies(connection, part._replace(agencies=None))
    return {agency: sums for agency, sums in of_all.items() if agency in part.agencies}


@once_a_snapshot
def _of_all_agencies(connection: Connection, part: _Part) -> dict[str, Row]:
    if not _is_read(connection, part):
        return _added_up(connection, part, "agency")
    months_read = _read(connection, part)
    if len(months_read) == 1:
        return months_read[part.scope.first]
    rows: dict[str, list[Row]] = {}
    for of_month in months_read.values():
        for agency, sums in of_month.items():
            rows.setdefault(agency, []).append(sums)
    return {agency: _total(of_agency) for agency, of_agency in rows.items()}


def _is_read(connection: Connection, part: _Part) -> bool:
    scope = part.scope
    asked = part.table, part.columns, scope.sector
    return scope.first == scope.last or is_known(connection, slices, scope.months(), *asked)


def _read(connection: Connection, part: _Part) -> dict[date, dict[str, Row]]:
    return slices(connection, part.scope.months(), part.table, part.columns, part.scope.sector)


def _added_up(connection: Connection, part: _Part, by: str) -> dict[object, Row]:
    asked = asked_of(part.scope.first, part.scope.last, part.scope.sector)
    asked |= {} if part.agencies is None else {"agencies": sorted(part.agencies)}
    statement = added_by(part.table, (by,), part.columns, frozenset(asked))
    return {label: sums for label, *sums in connection.execute(statement, asked).all()}


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
