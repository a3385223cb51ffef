"""What adds to a statement and falls with it: supplements of a month count only where the month is stated."""

from dataclasses import dataclass

from sqlalchemy import Connection, text


@dataclass(frozen=True)
class Leaning:
    """A supplement (`batch_id`, applied or staged, with so many `lines`) that counts by another batch.

    Of the `statements` in which it does: those of which an older batch takes over, so that it counts on, are
    `kept`; in the others nothing of it counts until the month is stated again.
    """

    batch_id: int
    state: str
    lines: int
    statements: int
    kept: int


def leaning_on(connection: Connection, batch_id: int) -> tuple[Leaning, ...]:
    """The supplements that count, or would, by an applied whole file; in order. Of other batches none."""
    rows = connection.execute(text(_LEANING), {"id": batch_id})
    return tuple(Leaning(*row) for row in rows)


def counting_nowhere(connection: Connection) -> dict[int, str]:
    """The applied supplements of which nothing counts, and why: `unstated`, nobody states any of their
    months, or `overtaken`, newer whole files do."""
    rows = connection.execute(text(_NOT_COUNTED))
    return {row.batch_id: "overtaken" if row.stated else "unstated" for row in rows if not row.counts}


_SAME = "{one}.kind = {other}.kind AND {one}.month = {other}.month AND {one}.agency = {other}.agency"
_WHOLE = f"""SELECT 1 FROM batch_slice o JOIN batch w ON w.id = o.batch_id AND w.state = 'applied'
    AND w.mode = 'whole' WHERE {_SAME.format(one="o", other="s")}"""
_LEANING = f"""SELECT b.id, b.state, b.accepted, COUNT(*) AS statements,
    SUM(CASE WHEN EXISTS ({_WHOLE} AND o.batch_id < mine.batch_id) THEN 1 ELSE 0 END) AS kept
FROM batch_slice mine JOIN batch m ON m.id = mine.batch_id AND m.state = 'applied' AND m.mode = 'whole'
JOIN batch_slice s ON {_SAME.format(one="s", other="mine")} AND s.batch_id > mine.batch_id
JOIN batch b ON b.id = s.batch_id AND b.mode = 'supplement' AND b.state IN ('applied', 'staged')
WHERE mine.batch_id = :id
AND NOT EXISTS ({_WHOLE} AND o.batch_id > mine.batch_id)
GROUP BY b.id, b.state, b.accepted ORDER BY b.id"""
_NOT_COUNTED = f"""SELECT s.batch_id, COUNT(*) FILTER (WHERE EXISTS ({_WHOLE})) AS stated,
COUNT(*) FILTER (WHERE EXISTS ({_WHOLE}) AND NOT EXISTS ({_WHOLE} AND o.batch_id > s.batch_id)) AS counts
FROM batch_slice s JOIN batch b ON b.id = s.batch_id AND b.mode = 'supplement' AND b.state = 'applied'
GROUP BY s.batch_id"""
