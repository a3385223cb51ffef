"""Whose statements are in: which agencies a figure of a scope may sum, and the n/m printed beside it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, text

from data_access.agencies import Unit, agencies, due
from metrics.scope import Scope


@dataclass(frozen=True, eq=False)
class Coverage:
    """`members` are due in some month of the scope, or have stated one; `complete` are those of them
    with a counted slice in every month in which they are due. `as_of` is the newest of their batches."""

    units: dict[str, Unit]
    members: frozenset[str]
    complete: frozenset[str]
    as_of: date | None
    synthetic: bool

    def within(self, **wanted: str | None) -> "Coverage":
        """The part of one level or one agency."""
        level, agency = wanted.get("level"), wanted.get("agency")

        def fits(key: str) -> bool:
            return (level is None or self.units[key].level == level) and (agency is None or key == agency)

        members = frozenset(filter(fits, self.members))
        return Coverage(self.units, members, self.complete & members, self.as_of, self.synthetic)


def coverage(connection: Connection, scope: Scope) -> Coverage:
    """Coverage of the scope's months, narrowed to its level and agency."""
    units = agencies(connection)
    stated: dict[str, set[date]] = {}
    as_of, synthetic = None, False
    for row in connection.execute(_STATED, {"first": scope.first, "last": scope.last}):
        stated.setdefault(row.agency, set()).add(row.month)
        as_of = max(as_of or row.as_of, row.as_of)
        synthetic = synthetic or bool(row.synthetic)
    expected: dict[str, set[date]] = {}
    for month in scope.months():
        for unit in due(units, month):
            expected.setdefault(unit.key, set()).add(month)
    members = frozenset(expected) | frozenset(stated)
    complete = frozenset(k for k in members if k in stated and expected.get(k, set()) <= stated[k])
    by_key = {unit.key: unit for unit in units}
    whole = Coverage(by_key, members, complete, as_of, synthetic)
    return whole.within(level=scope.level, agency=scope.agency)


# The statement that counts for a slice is its base; a supplement only mends it.
_STATED = (
    text("""SELECT s.month, s.agency, MAX(b.as_of) AS as_of,
        MAX(CASE WHEN b.synthetic THEN 1 ELSE 0 END) AS synthetic
    FROM batch_slice s JOIN batch b ON b.id = s.batch_id
    WHERE s.kind = 'dossiers' AND b.state = 'applied' AND b.mode = 'whole'
      AND s.month BETWEEN :first AND :last
    GROUP BY s.month, s.agency""")
    .bindparams(first=date.min, last=date.min)
    .columns(month=Date, as_of=Date)
)  # fmt: skip


def data_months(connection: Connection) -> list[date]:
    """The months with a counted slice, in order: a page shows none before the first of them."""
    statement = text(
        "SELECT DISTINCT s.month FROM batch_slice s JOIN batch b ON b.id = s.batch_id"
        " WHERE s.kind = 'dossiers' AND b.state = 'applied' AND b.mode = 'whole' ORDER BY s.month"
    ).columns(month=Date)
    return list(connection.scalars(statement))


def default_scope(connection: Connection) -> Scope | None:
    """From the first to the newest month with a counted slice, twelve at most; None in an empty store."""
    months = data_months(connection)[-12:]
    return Scope(months[0], months[-1]) if months else None
