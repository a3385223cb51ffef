"""Who wrote the records that count, and when: the author and time of their batch."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

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
    line, batch = ReferenceLine.__table__, Batch.__table__
    newest = (
        select(line.c.key, func.max(line.c.batch_id).label("batch_id"))
        .join(batch, (batch.c.id == line.c.batch_id) & (batch.c.state == "applied"))
        .where(line.c.kind == kind)
        .group_by(line.c.key)
        .subquery()
    )
    rows = connection.execute(
        select(newest.c.key, batch.c.staged_by, batch.c.staged_at, batch.c.id, batch.c.file_name).join(
            batch, batch.c.id == newest.c.batch_id
        )
    )
    return {
        row.key: Written(row.staged_by, row.staged_at, row.id, row.file_name == ON_A_PAGE) for row in rows
    }
