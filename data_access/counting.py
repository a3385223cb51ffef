"""What counts: the one rule about slices and batches, as SQL, for every kind of statement.

The *base* of a slice is the greatest id among applied whole batches that state it. A line is
eligible if its batch is applied and its id is at least the base; of one key in one slice the
eligible line with the greatest id counts. A slice without a base has nothing that counts: a
supplement adds to a statement and is none itself (docs/decisions.md).

`also` lets a caller ask what would count if one more batch were applied.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, text

from data_access.months import month_end
from data_access.statements import DOSSIERS, Lines

# CROSS JOIN is an inner join that also tells SQLite in which order to go: from the few slices to their
# lines. Left alone, it may read every line of the store to find those of one month.
_ELIGIBLE = """
stated AS (
    SELECT t.month, t.month_end, t.agency, s.batch_id, b.mode
    FROM touched t
    CROSS JOIN batch_slice s
    CROSS JOIN batch b
    WHERE s.kind = '{kind}' AND s.month = t.month AND s.agency = t.agency
    AND b.id = s.batch_id AND (b.state = 'applied' OR b.id = :also)
), base AS (
    SELECT month, agency, MAX(batch_id) AS base FROM stated WHERE mode = 'whole' GROUP BY month, agency
), eligible AS (
    SELECT stated.month, stated.month_end, stated.agency, stated.batch_id,
           COUNT(*) OVER (PARTITION BY stated.month, stated.agency) AS batches
    FROM stated JOIN base ON base.month = stated.month AND base.agency = stated.agency
    WHERE stated.batch_id >= base.base
)"""

# The search for a newer line is skipped where a slice has one eligible batch, as nearly all have.
_COUNTED = """
FROM eligible e
CROSS JOIN {table} d
WHERE d.month = e.month AND d.agency = e.agency AND d.batch_id = e.batch_id
AND {where} AND (e.batches = 1 OR NOT EXISTS (
    SELECT 1 FROM eligible later
    CROSS JOIN {table} newer
    WHERE newer.month = later.month AND newer.agency = later.agency
        AND {same_key} AND newer.batch_id = later.batch_id
        AND later.month = e.month AND later.agency = e.agency AND later.batch_id > e.batch_id
))"""


def eligible(of: Lines = DOSSIERS) -> str:
    """The common table expressions `base` and `eligible` over the touched slices, for a WITH."""
    return _ELIGIBLE.format(kind=of.kind)


def counted(columns: str, *, where: str = "TRUE", of: Lines = DOSSIERS) -> str:
    """A SELECT of `columns` (of alias d) over the lines that count in the touched slices.

    `where` may choose among the eligible batches (alias e), of which a slice has `e.batches`.
    """
    same_key = " AND ".join(f"newer.{name} = d.{name}" for name in of.key)
    body = _COUNTED.format(where=where, table=of.table, same_key=same_key)
    return f"WITH {eligible(of)} SELECT {columns} {body}"


Slice = tuple[date, str]


@contextmanager
def touching(connection: Connection, slices: Iterable[Slice]) -> Iterator[None]:
    """While open, the temporary table `touched` holds these (month, agency) slices."""
    with temporary(connection, "touched", "month DATE, month_end DATE, agency VARCHAR"):
        rows = [{"month": month, "month_end": month_end(month), "agency": key} for month, key in slices]
        if rows:
            insert = "INSERT INTO touched VALUES (:month, :month_end, :agency)"
            connection.execute(text(insert).bindparams(**_dates("month", "month_end")), rows)
        yield


@contextmanager
def temporary(connection: Connection, name: str, columns: str) -> Iterator[None]:
    """A temporary table of this transaction; a rollback takes it away as well."""
    connection.execute(text(f"CREATE TEMPORARY TABLE {name} ({columns})"))
    yield
    connection.execute(text(f"DROP TABLE {name}"))


def slices_of(connection: Connection, batch_id: int) -> list[Slice]:
    """The slices that a batch states; none for reference kinds."""
    statement = text("SELECT month, agency FROM batch_slice WHERE batch_id = :id")
    return [(row.month, row.agency) for row in connection.execute(_typed(statement), {"id": batch_id})]


def stated_slices(connection: Connection, of: Lines = DOSSIERS) -> list[Slice]:
    """Every slice that any batch, in any state, has ever stated."""
    statement = text("SELECT DISTINCT month, agency FROM batch_slice WHERE kind = :kind")
    return [(row.month, row.agency) for row in connection.execute(_typed(statement), {"kind": of.kind})]


def received_slices(connection: Connection, of: Lines = DOSSIERS) -> list[Slice]:
    """The slices that have a base: the agency's statement for the month is in."""
    statement = text(
        "SELECT DISTINCT s.month, s.agency FROM batch_slice s JOIN batch b ON b.id = s.batch_id"
        " WHERE s.kind = :kind AND b.state = 'applied' AND b.mode = 'whole'"
    )
    return [(row.month, row.agency) for row in connection.execute(_typed(statement), {"kind": of.kind})]


def _typed(statement):
    from sqlalchemy import Date, String

    return statement.columns(month=Date, agency=String)


def _dates(*names: str) -> dict:
    # bindparams wants values; the types are what matters, so that SQLite gets ISO text.
    return dict.fromkeys(names, date.min)
