"""What a file said of agencies that were left out when the rest of it was applied."""

from typing import NamedTuple

from sqlalchemy import Connection, text


class LeftOut(NamedTuple):
    """An agency (key), and how many good lines of its were not loaded with the others of batch `of`."""

    of: int
    agency: str
    lines: int


def left_out(connection: Connection, batch_id: int) -> list[LeftOut]:
    """Of a copy: whom the batch states that it was made from, and nothing of it that is applied or waits. Of
    a supplement: the same of its own agencies, since the lines that it corrects are not all that was said.
    By agency; empty for other batches, and for what was undone or set aside."""
    rows = connection.execute(text(_LEFT_OUT), {"batch": batch_id})
    return [LeftOut(row.source, row.agency, int(row.lines)) for row in rows]


_LEFT_OUT = """SELECT s.batch_id AS source, s.agency, SUM(s.lines) AS lines FROM batch mine
JOIN batch_slice s ON s.batch_id = COALESCE(mine.copied_from, mine.supplement_of) AND s.lines > 0
WHERE mine.id = :batch AND mine.state IN ('applied', 'staged')
AND (mine.copied_from IS NOT NULL OR EXISTS (
    SELECT 1 FROM batch_slice m
    WHERE m.batch_id = mine.id AND m.month = s.month AND m.agency = s.agency))
AND NOT EXISTS (
    SELECT 1 FROM batch_slice o JOIN batch b ON b.id = o.batch_id
    WHERE o.month = s.month AND o.agency = s.agency
    AND b.state IN ('applied', 'staged') AND (b.id = s.batch_id OR b.copied_from = s.batch_id))
GROUP BY s.batch_id, s.agency ORDER BY s.agency"""
