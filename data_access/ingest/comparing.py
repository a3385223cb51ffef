"""What a staged batch would change: line by line against what counts now."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, text

from data_access.counting import counted, received_slices, slices_of, temporary, touching
from data_access.ingest.outdated import Outdated, outdated
from data_access.ingest.reference import compare_reference
from data_access.ingest.unseen import unseen_rows
from data_access.statements import DOSSIERS, REPORTS, STATEMENTS, Lines
from data_access.store import Store, revision
from data_access.tables.report import FORM_COUNTS

_OF_DOSSIER = (
    "procedure", "counter", "channel", "status", "submitted_on", "received_on", "due_on", "finished_on",
    "returned_on", "digitised_input", "digitised_result", "fee", "paid_online", "satisfaction",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Numbers of lines, and what `revision` they were true for.

    `held` are agencies (keys) that have rejected lines in this file, or may have, and a base that it
    would replace; `unseen` counts dossiers open at the end of the month before and not mentioned now;
    `only_checked` are agencies whose report is held against the dossiers that count and not counted,
    `takes_over` those whose report counts until these dossiers do;
    `outdated` is what the lists do not say any more, for which the batch cannot be applied.
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
    only_checked: tuple[str, ...] = ()
    takes_over: tuple[str, ...] = ()
    outdated: Outdated = field(default_factory=dict)

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
    found = _of_statement if batch.kind in STATEMENTS else _of_reference
    return Comparison(
        batch_id=batch_id,
        revision=revision(connection),
        rejected=batch.rejected,
        outdated=outdated(connection, batch_id, batch.kind),
        **found(connection, batch_id, batch),
    )


def _of_reference(connection: Connection, batch_id: int, batch: Row) -> dict:
    new, changed, unchanged = compare_reference(connection, batch_id, batch.kind)
    nothing = {"withdrawn": 0, "unseen": 0, "held": ()}
    return {"new": new, "changed": changed, "unchanged": unchanged, **nothing}


def _of_statement(connection: Connection, batch_id: int, batch: Row) -> dict:
    slices = slices_of(connection, batch_id)
    of = _lines(connection, batch_id, batch.kind)
    whole_dossiers = of is DOSSIERS and batch.mode == "whole"
    alone = _lines_alone(connection, batch_id) if whole_dossiers else None
    counts = _line_counts(connection, batch_id, slices, of) if alone is None else _only_new(alone)
    return {
        **counts,
        "unseen": len(unseen_rows(connection, batch_id, slices)) if whole_dossiers else 0,
        "held": held_back(connection, batch_id),
        "only_checked": _only_checked(connection, slices, of),
        "takes_over": _takes_over(connection, slices) if whole_dossiers else (),
    }


def _lines(connection: Connection, batch_id: int, kind: str) -> Lines:
    """A report of several months has slices of a kind of their own."""
    found = connection.scalar(
        text("SELECT MAX(kind) FROM batch_slice WHERE batch_id = :id"), {"id": batch_id}
    )
    return STATEMENTS[found or kind]


def _only_checked(connection: Connection, slices: Sequence, of: Lines) -> tuple[str, ...]:
    if of is DOSSIERS:
        return ()
    by_dossiers = set(received_slices(connection))
    agencies = {agency for month, agency in slices if of is not REPORTS or (month, agency) in by_dossiers}
    return tuple(sorted(agencies))


def _takes_over(connection: Connection, slices: Sequence) -> tuple[str, ...]:
    """Agencies whose report counts as long as no dossiers do."""
    by_report = set(received_slices(connection, REPORTS)) - set(received_slices(connection))
    return tuple(sorted({agency for month, agency in by_report.intersection(slices)}))


def _lines_alone(connection: Connection, batch_id: int) -> int | None:
    """The lines of a batch if no other that counts has a say in its slices: counted when it was staged."""
    others, lines = connection.execute(text(_ALONE), {"id": batch_id}).one()
    return None if others else lines


_ALONE = """SELECT COUNT(other.batch_id), SUM(mine.lines) FROM batch_slice mine
LEFT JOIN (SELECT s.kind, s.month, s.agency, s.batch_id FROM batch_slice s
    JOIN batch b ON b.id = s.batch_id AND b.state = 'applied' AND b.id <> :id) other
ON other.kind = mine.kind AND other.month = mine.month AND other.agency = mine.agency
WHERE mine.batch_id = :id"""


def _only_new(lines: int) -> dict[str, int]:
    return {"new": lines, "changed": 0, "unchanged": 0, "withdrawn": 0}


def _line_counts(connection: Connection, batch_id: int, slices: Sequence, of: Lines) -> dict[str, int]:
    """Which line of each key counts before and after, and whether the two say the same."""
    names = ("month", "agency", *of.key)
    columns = (
        f"month DATE, agency VARCHAR, {', '.join(f'{name} VARCHAR' for name in of.key)}, batch_id INTEGER"
    )
    with touching(connection, slices), temporary(connection, "before_it", columns):
        key = ", ".join(f"d.{name}" for name in (*names, "batch_id"))
        connection.execute(text(f"INSERT INTO before_it {counted(key, of=of)}"), {"also": None})
        total_before = connection.scalar(text("SELECT COUNT(*) FROM before_it"))
        if not total_before:
            new = text(f"SELECT COUNT(*) FROM ({counted('d.batch_id', of=of)}) lines")
            total_after = connection.scalar(new, {"also": batch_id})
            return _only_new(total_after)
        with temporary(connection, "after_it", columns):
            connection.execute(text(f"INSERT INTO after_it {counted(key, of=of)}"), {"also": batch_id})
            total_after = connection.scalar(text("SELECT COUNT(*) FROM after_it"))
            connection.execute(text(f"CREATE INDEX ix_before_it ON before_it ({', '.join(names)})"))
            compared = _OF_DOSSIER if of is DOSSIERS else FORM_COUNTS
            parts = {
                "table": of.table,
                "differs": " OR ".join(_distinct(connection, f"o.{c}", f"n.{c}") for c in compared),
                **{pair: _same(*pair, names) for pair in ("ba", "ob", "na")},
            }
            both, changed = connection.execute(text(_BOTH.format(**parts))).one()
    return {
        "new": total_after - both,
        "changed": changed or 0,
        "unchanged": both - (changed or 0),
        "withdrawn": total_before - both,
    }


_BOTH = """SELECT COUNT(*), SUM(CASE WHEN b.batch_id <> a.batch_id AND ({differs}) THEN 1 ELSE 0 END)
FROM after_it a
JOIN before_it b ON {ba}
JOIN {table} o ON {ob} AND o.batch_id = b.batch_id
JOIN {table} n ON {na} AND n.batch_id = a.batch_id"""


def _same(one: str, other: str, names: Sequence[str]) -> str:
    return " AND ".join(f"{one}.{name} = {other}.{name}" for name in names)


def _distinct(connection: Connection, one: str, other: str) -> str:
    # IS DISTINCT FROM came to SQLite only in 3.39; its IS NOT says the same.
    return f"{one} IS {'NOT' if connection.dialect.name == 'sqlite' else 'DISTINCT FROM'} {other}"


def held_back(connection: Connection, batch_id: int) -> tuple[str, ...]:
    """Agencies with a rejected line in this whole file whose month has another base already. A line of which
    nobody can tell whose it is may be anybody's: without it a month would lose a dossier unseen."""
    rows = connection.execute(text(_HELD), {"batch": batch_id})
    return tuple(row.agency for row in rows)


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
