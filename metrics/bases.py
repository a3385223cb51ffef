"""The statement that counts for each slice, as its batch and its lines."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Date, Row, text

from data_access.snapshot import once_a_snapshot


@once_a_snapshot
def bases(connection: Connection, first: date, last: date) -> Sequence[Row]:
    """(month, agency, batch_id, kind, lines, nil, counted) of every statement of the months that counts.

    `lines` are those that its own batch brought, `counted` those that count: of dossiers with what
    supplements have brought to it.
    """
    return connection.execute(_BASES, {"first": first, "last": last}).all()


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
