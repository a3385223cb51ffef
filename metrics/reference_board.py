"""What the reference kinds hold: records that count, as of when, by whose batch, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, Select, func, select

from data_access.ingest.contracts import CONTRACTS
from data_access.tables import METADATA, Batch


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
    records = connection.execute(_RECORDS).mappings().one()
    found: dict[str, list[Row]] = {}
    for row in connection.execute(_BATCHES).all():
        found.setdefault(row.kind, []).append(row)
    return [_kind(kind, records[kind], found.get(kind, [])) for kind in _KINDS]


def _kind(kind: str, records: int, found: Sequence[Row]) -> Kind:
    waiting = tuple(batch.id for batch in found if batch.state == "staged")
    applied = [batch for batch in found if batch.state == "applied"]
    if not applied:
        return Kind(kind, waiting=waiting)
    newest = max(applied, key=lambda batch: batch.applied_at)
    as_of = max(batch.as_of for batch in applied)
    return Kind(kind, records, as_of, newest.id, newest.applied_at, newest.applied_by, waiting)


_KINDS = [kind for kind, contract in CONTRACTS.items() if not contract.is_statement]
_BATCHES = (
    select(Batch.c.kind, Batch.c.id, Batch.c.state, Batch.c.as_of, Batch.c.applied_at, Batch.c.applied_by)
    .where(Batch.c.state.in_(("staged", "applied")))
    .order_by(Batch.c.id.desc())
)


def _records(kind: str) -> Select:
    """How many records of a kind count: what counts of a kind is its table."""
    return select(func.count()).select_from(METADATA.tables[CONTRACTS[kind].table])


_RECORDS = select(*(_records(kind).scalar_subquery().label(kind) for kind in _KINDS))
