"""What the reference kinds hold: records that count, as of when, by whose batch, and what waits."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, text

from data_access.history import BatchRow, batches
from data_access.ingest.contracts import CONTRACTS


@dataclass(frozen=True)
class Kind:
    """One kind of extract that is no statement of a month. Nothing but `kind` where none was applied."""

    kind: str
    records: int = 0
    as_of: date | None = None
    batch_id: int | None = None
    applied_at: datetime | None = None
    applied_by: str | None = None
    waiting: tuple[int, ...] = ()


def reference_board(connection: Connection) -> list[Kind]:
    """Every reference kind, in the order of the contracts; the newest applied batch stands for it."""
    records = {row.kind: row.records for row in connection.execute(text(_RECORDS))}
    found = batches(connection)
    kinds = [kind for kind, contract in CONTRACTS.items() if not contract.is_statement]
    return [_kind(kind, records.get(kind, 0), [one for one in found if one.kind == kind]) for kind in kinds]


def _kind(kind: str, records: int, found: list[BatchRow]) -> Kind:
    waiting = tuple(batch.id for batch in found if batch.state == "staged")
    applied = [batch for batch in found if batch.state == "applied"]
    if not applied:
        return Kind(kind, waiting=waiting)
    newest = max(applied, key=lambda batch: batch.applied_at)
    as_of = max(batch.as_of for batch in applied)
    return Kind(kind, records, as_of, newest.id, newest.applied_at, newest.applied_by, waiting)


_RECORDS = """SELECT l.kind, COUNT(DISTINCT l.key) AS records FROM reference_line l
JOIN batch b ON b.id = l.batch_id AND b.state = 'applied' GROUP BY l.kind"""
