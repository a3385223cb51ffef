"""The statement that counts for each slice, as its batch and its lines."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, text

from data_access.snapshot import once_a_snapshot


class Base(NamedTuple):
    """What a slice is stated by. `lines` are those that its own batch brought, `counted` those that count: of
    dossiers with what supplements have brought to it."""

    month: date
    agency: str
    batch_id: int
    kind: str
    lines: int
    nil: bool
    counted: int


@once_a_snapshot
def bases(connection: Connection, first: date, last: date) -> Sequence[Base]:
    """The base of every slice of the months `first` … `last` that has one."""
    return list(map(Base._make, connection.execute(_BASES, {"first": first, "last": last}).all()))


# A dossier is received in its month, carried into it, waits, or was refused.
_BASES = (
    text("""SELECT base.month, base.agency, base.batch_id, base.kind, s.lines, s.nil,
        COALESCE(d.received + d.carried + d.waiting + d.refused, s.lines) AS counted
    FROM statement base
    JOIN batch_slice s ON s.batch_id = base.batch_id AND s.kind = base.kind
        AND s.month = base.month AND s.agency = base.agency
    LEFT JOIN sum_of_slice d ON d.month = base.month AND d.agency = base.agency
    WHERE base.month BETWEEN :first AND :last""")
    .bindparams(first=date.min, last=date.min)
    .columns(month=Date)
)
