"""Sums by month, agency or level, or altogether: added up from slices, or read added up already.

Slices are few – one for an agency and month – so those of a page are read once, whatever is asked of them.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Table

from data_access.agencies import agencies as agencies_known
from data_access.snapshot import once_a_snapshot
from data_access.tables.sums import MEASURES, REPORTED
from metrics.everybody import OF_EVERYBODY, is_everybody
from metrics.scope import Scope
from metrics.stored_sums import Row, added_by, months, slices


def by_slice(
    connection: Connection,
    scope: Scope,
    agencies: frozenset[str],
    by: str | None,
    table: Table,
    names: Sequence[str],
) -> dict[object, dict[str, int]]:
    """By month, agency or level, or altogether: slices are few, so they are read once and added up here;
    where nobody is left out, the months of all of them; of each agency several months together."""
    span, columns = Scope(scope.first, scope.last, sector=scope.sector), read_together(names)
    if by in (None, "month") and is_everybody(connection, scope, agencies, table):
        columns, found = MEASURES, _of_months(connection, span, by, OF_EVERYBODY[table])
    elif by == "agency":
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
    """By agency, of all of them: added up in the store, unless there is nothing to add up."""
    if scope.first == scope.last:
        return slices(connection, scope.months(), table, columns, scope.sector)[scope.first]
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
    """By month, level or altogether, of some agencies."""
    groups: dict[object, list[Row]] = {}
    level = _levels(connection) if by == "level" else {}
    for month, of_agencies in slices(connection, scope.months(), table, columns, scope.sector).items():
        label = month if by == "month" else None
        for agency in of_agencies.keys() & agencies:
            groups.setdefault(level.get(agency, label), []).append(of_agencies[agency])
    return {label: _total(rows) for label, rows in groups.items()}


@once_a_snapshot
def _levels(connection: Connection) -> dict[str, str]:
    return {unit.key: unit.level for unit in agencies_known(connection)}


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
