"""What a staged batch would change: line by line against what counts now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from data_access.counting import counted, last_month, slices_of, temporary, touching
from data_access.ingest.reference import compare_reference
from data_access.store import Store, revision

_COMPARED = (
    "procedure", "counter", "channel", "status", "submitted_on", "received_on", "due_on", "finished_on",
    "returned_on", "digitised_input", "digitised_result", "fee", "paid_online", "satisfaction",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Numbers of lines, and what `revision` they were true for.

    `held` are agencies (keys) that have rejected lines in this file and a base that it would
    replace; `unseen` counts dossiers open at the end of the month before and not mentioned now.
    """

    batch_id: int
    revision: int
    new: int
    changed: int
    unchanged: int
    withdrawn: int
    rejected: int
    unseen: int
    held: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        return not (self.new or self.changed or self.withdrawn)

    def same_outcome(self, other: "Comparison") -> bool:
        """Whether a person who saw `other` saw what would happen now."""
        ours, theirs = (dict(vars(c), revision=None) for c in (self, other))
        return ours == theirs


def compare(store: Store, batch_id: int) -> Comparison:
    """Compare a staged batch with what counts. Reads only."""
    with store.read() as connection:
        return compare_within(connection, batch_id)


def compare_within(connection: Connection, batch_id: int) -> Comparison:
    """The comparison as the caller's transaction sees the store."""
    batch = connection.execute(
        text("SELECT kind, mode, rejected FROM batch WHERE id = :id"), {"id": batch_id}
    ).one()
    if batch.kind != "dossiers":
        new, changed, unchanged = compare_reference(connection, batch_id, batch.kind)
        counts, unseen, held = {"new": new, "changed": changed, "unchanged": unchanged, "withdrawn": 0}, 0, ()
    else:
        slices = slices_of(connection, batch_id)
        counts = _line_counts(connection, batch_id, slices)
        unseen = _unseen(connection, batch_id, slices) if batch.mode == "whole" else 0
        held = held_back(connection, batch_id)
    return Comparison(
        batch_id=batch_id,
        revision=revision(connection),
        rejected=batch.rejected,
        unseen=unseen,
        held=held,
        **counts,
    )


def unseen_dossiers(store: Store, batch_id: int, limit: int = 1000) -> list[tuple[str, str]]:
    """(agency, code) of dossiers open at the end of last month that this batch does not mention."""
    with store.read() as connection:
        return _unseen_rows(connection, batch_id, slices_of(connection, batch_id), limit)


def _line_counts(connection: Connection, batch_id: int, slices: Sequence) -> dict[str, int]:
    """Which line of each code counts before and after, and whether the two say the same."""
    columns = "month DATE, agency VARCHAR, code VARCHAR, batch_id INTEGER"
    with touching(connection, slices), temporary(connection, "before_it", columns):
        key = "d.month, d.agency, d.code, d.batch_id"
        connection.execute(text(f"INSERT INTO before_it {counted(key)}"), {"also": None})
        with temporary(connection, "after_it", columns):
            connection.execute(text(f"INSERT INTO after_it {counted(key)}"), {"also": batch_id})
            total_before = connection.scalar(text("SELECT COUNT(*) FROM before_it"))
            total_after = connection.scalar(text("SELECT COUNT(*) FROM after_it"))
            if not total_before:
                return {"new": total_after, "changed": 0, "unchanged": 0, "withdrawn": 0}
            connection.execute(text("CREATE INDEX ix_before_it ON before_it (month, agency, code)"))
            differs = " OR ".join(_distinct(connection, f"o.{c}", f"n.{c}") for c in _COMPARED)
            both, changed = connection.execute(text(_BOTH.format(differs=differs))).one()
    return {
        "new": total_after - both,
        "changed": changed or 0,
        "unchanged": both - (changed or 0),
        "withdrawn": total_before - both,
    }


_BOTH = """SELECT COUNT(*), SUM(CASE WHEN b.batch_id <> a.batch_id AND ({differs}) THEN 1 ELSE 0 END)
FROM after_it a
JOIN before_it b ON b.month = a.month AND b.agency = a.agency AND b.code = a.code
JOIN dossier o ON o.month = b.month AND o.agency = b.agency AND o.code = b.code AND o.batch_id = b.batch_id
JOIN dossier n ON n.month = a.month AND n.agency = a.agency AND n.code = a.code AND n.batch_id = a.batch_id"""


def _distinct(connection: Connection, one: str, other: str) -> str:
    # IS DISTINCT FROM came to SQLite only in 3.39; its IS NOT says the same.
    return f"{one} IS {'NOT' if connection.dialect.name == 'sqlite' else 'DISTINCT FROM'} {other}"


def _unseen(connection: Connection, batch_id: int, slices: Sequence) -> int:
    return len(_unseen_rows(connection, batch_id, slices, None))


def _unseen_rows(connection: Connection, batch_id: int, slices: Sequence, limit: int | None):
    """Open at the end of the month before in the same agency, no line of the code in this batch."""
    rows = []
    for month in sorted({month for month, _ in slices}):
        agencies = [agency for m, agency in slices if m == month]
        with touching(connection, [(last_month(month), agency) for agency in agencies]):
            statement = text(_UNSEEN.format(counted=counted("d.*, e.month_end"))).bindparams(month=date.min)
            values = {"also": None, "month": month, "batch": batch_id}
            rows += [(row.agency, row.code) for row in connection.execute(statement, values)]
    return rows if limit is None else rows[:limit]


_UNSEEN = """SELECT d.agency, d.code FROM ({counted}) d
WHERE d.received_on IS NOT NULL AND (d.finished_on IS NULL OR d.finished_on > d.month_end)
AND NOT EXISTS (SELECT 1 FROM dossier n WHERE n.month = :month AND n.agency = d.agency
    AND n.code = d.code AND n.batch_id = :batch)
ORDER BY d.agency, d.code"""


def held_back(connection: Connection, batch_id: int) -> tuple[str, ...]:
    """Agencies with a rejected line in this whole file whose month has another base already."""
    rows = connection.execute(text(_HELD), {"batch": batch_id})
    return tuple(row.agency for row in rows)


_HELD = """SELECT DISTINCT s.agency FROM batch_slice s
JOIN batch mine ON mine.id = s.batch_id AND mine.mode = 'whole'
WHERE s.batch_id = :batch AND EXISTS (
    SELECT 1 FROM issue i WHERE i.batch_id = :batch AND i.severity = 'reject'
    AND i.agency = s.agency AND (i.month IS NULL OR i.month = s.month))
AND EXISTS (
    SELECT 1 FROM batch_slice o JOIN batch b ON b.id = o.batch_id
    WHERE o.kind = s.kind AND o.month = s.month AND o.agency = s.agency
    AND b.state = 'applied' AND b.mode = 'whole' AND b.id <> :batch)
ORDER BY s.agency"""

__all__ = ["Comparison", "compare", "compare_within", "unseen_dossiers"]
