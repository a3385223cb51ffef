"""Who wrote the records that count, and when: the author and time of their batch."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from data_access.tables import Batch, ReferenceLine

ON_A_PAGE = "ghi-tren-trang"  # the file name of what was written on a page, not in a file


@dataclass(frozen=True)
class Written:
    """By whom and when (UTC) the line of a record that counts was staged, and in which batch."""

    by: str
    at: datetime
    batch: int
    on_a_page: bool


def written(connection: Connection, kind: str) -> dict[str, Written]:
    """Business key → who wrote the newest applied line of it, for every record of a kind that counts."""
    return {
        row.key: Written(row.staged_by, row.staged_at, row.id, row.file_name == ON_A_PAGE)
        for row in connection.execute(_NEWEST, {"kind": kind}).all()
    }


def _newest():
    line = (
        select(ReferenceLine.c.key, func.max(ReferenceLine.c.batch_id).label("batch_id"))
        .join(Batch, (Batch.c.id == ReferenceLine.c.batch_id) & (Batch.c.state == "applied"))
        .where(ReferenceLine.c.kind == bindparam("kind"))
        .group_by(ReferenceLine.c.key)
        .subquery()
    )
    author = (Batch.c.staged_by, Batch.c.staged_at, Batch.c.id, Batch.c.file_name)
    return select(line.c.key, *author).join(Batch, Batch.c.id == line.c.batch_id)


_NEWEST = _newest()
