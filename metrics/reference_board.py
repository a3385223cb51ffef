"""What the reference kinds hold: records that count, as of when, by whose batch, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, func, select

from data_access.ingest.contracts import CONTRACTS
from data_access.tables import Batch, Table


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
    kinds = [kind for kind, contract in CONTRACTS.items() if not contract.is_statement]
    records, table = _records(connection, kinds), Batch.__table__
    names = ("kind", "id", "state", "as_of", "applied_at", "applied_by")
    asked = select(*(table.c[name] for name in names)).where(table.c.state.in_(("staged", "applied")))
    found: dict[str, list[Row]] = {}
    for row in connection.execute(asked.order_by(table.c.id.desc())):
        found.setdefault(row.kind, []).append(row)
    return [_kind(kind, records[kind], found.get(kind, [])) for kind in kinds]


def _kind(kind: str, records: int, found: Sequence[Row]) -> Kind:
    waiting = tuple(batch.id for batch in found if batch.state == "staged")
    applied = [batch for batch in found if batch.state == "applied"]
    if not applied:
        return Kind(kind, waiting=waiting)
    newest = max(applied, key=lambda batch: batch.applied_at)
    as_of = max(batch.as_of for batch in applied)
    return Kind(kind, records, as_of, newest.id, newest.applied_at, newest.applied_by, waiting)


def _records(connection: Connection, kinds: Sequence[str]) -> dict[str, int]:
    """How many records of each kind count: what counts of a kind is its table."""
    counts = (
        select(func.count()).select_from(Table.metadata.tables[CONTRACTS[kind].table]) for kind in kinds
    )
    asked = select(*(count.scalar_subquery().label(kind) for kind, count in zip(kinds, counts, strict=True)))
    return dict(connection.execute(asked).mappings().one())
