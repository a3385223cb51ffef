"""One and the same file, staged more than once: which other batches of it wait."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, or_, select

from data_access.tables import Batch, BatchSlice


@dataclass(frozen=True)
class Waiting:
    """A batch that waits, and who staged it when (UTC)."""

    batch: int
    by: str
    at: datetime


def also_waiting(connection: Connection, batch_id: int) -> list[Waiting]:
    """The other staged batches of the very file of this one, in order. Not those of another month: a file
    that names none may be loaded for several."""
    mine, other = Batch.alias("mine"), Batch.alias("other")
    of_mine, of_other = BatchSlice.alias("of_mine"), BatchSlice.alias("of_other")
    states_nothing = ~exists().where(of_mine.c.batch_id == mine.c.id)
    states_the_same = exists().where(
        of_mine.c.batch_id == mine.c.id,
        of_other.c.batch_id == other.c.id,
        of_mine.c.month == of_other.c.month,
        of_mine.c.agency == of_other.c.agency,
    )
    statement = (
        select(other.c.id, other.c.staged_by, other.c.staged_at)
        .join(mine, (mine.c.sha256 == other.c.sha256) & (mine.c.kind == other.c.kind))
        .where(mine.c.id == batch_id, other.c.id != batch_id, other.c.state == "staged")
        .where(or_(states_nothing, states_the_same))
        .order_by(other.c.id)
    )
    return [Waiting(*row) for row in connection.execute(statement)]
