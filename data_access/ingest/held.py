"""Whom rejected lines hold back: a whole file may not replace what an agency has by less than it says."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, text

from data_access.agencies import units_by_key
from data_access.counting import Slice, slices_of
from data_access.errors import HeldBack


def held_back(connection: Connection, batch_id: int) -> tuple[str, ...]:
    """Agencies with a rejected line in this whole file whose month has another base already. A line of which
    nobody can tell whose it is may be anybody's: without it a month would lose a dossier unseen."""
    rows = connection.execute(text(_HELD), {"batch": batch_id})
    return tuple(row.agency for row in rows)


def not_held(connection: Connection, batch_id: int, held: Collection[str]) -> list[Slice]:
    """The slices of a batch whose agencies can go on without those that are held back."""
    return [(month, agency) for month, agency in slices_of(connection, batch_id) if agency not in held]


def refuse_if_held(connection: Connection, batch_id: int) -> None:
    """HeldBack if a batch cannot be applied as it stands."""
    if held := held_back(connection, batch_id):
        raise HeldBack(list(held), _names(connection, held))


def refuse_if_nobody_left(connection: Connection, batch_id: int, without: Collection[str]) -> None:
    """HeldBack if a batch states nobody but these agencies."""
    if without and not not_held(connection, batch_id, without):
        raise HeldBack(list(without), _names(connection, without))


def rehearse_without(connection: Connection, batch_id: int, held: Iterable[str]) -> None:
    """In a rehearsal, which is taken back: a batch as if it did not state these agencies."""
    drop = text("DELETE FROM batch_slice WHERE batch_id = :batch AND agency = :agency")
    if rows := [{"batch": batch_id, "agency": agency} for agency in held]:
        connection.execute(drop, rows)


def _names(connection: Connection, agencies: Iterable[str]) -> list[str]:
    """What agencies are called; of one that is gone, its key."""
    units = units_by_key(connection)
    return [units[key].name if key in units else key for key in agencies]


_HELD = """WITH lines AS (
    SELECT MAX(agency) AS agency, MAX(month) AS month FROM issue
    WHERE batch_id = :batch AND severity = 'reject' AND line IS NOT NULL GROUP BY line)
SELECT DISTINCT s.agency FROM batch_slice s
JOIN batch mine ON mine.id = s.batch_id AND mine.mode = 'whole'
WHERE s.batch_id = :batch AND EXISTS (
    SELECT 1 FROM lines l
    WHERE (l.agency IS NULL OR l.agency = s.agency) AND (l.month IS NULL OR l.month = s.month))
AND EXISTS (
    SELECT 1 FROM batch_slice o JOIN batch b ON b.id = o.batch_id
    WHERE o.kind = s.kind AND o.month = s.month AND o.agency = s.agency
    AND b.state = 'applied' AND b.mode = 'whole' AND b.id <> :batch)
ORDER BY s.agency"""
