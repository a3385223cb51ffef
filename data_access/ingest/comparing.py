"""What a staged batch would change: line by line against what counts now."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, text

from data_access.counting import received_slices
from data_access.ingest.comparing_lines import line_counts, lines_alone, only_new
from data_access.ingest.held import held_back, not_held
from data_access.ingest.outdated import Outdated, outdated
from data_access.ingest.reference import compare_reference
from data_access.ingest.unseen import unseen_rows
from data_access.statements import DOSSIERS, REPORTS, STATEMENTS, Lines
from data_access.store import Store, revision


@dataclass(frozen=True)
class Comparison:
    """Numbers of lines, and what `revision` they were true for.

    `held` are agencies (keys) that have rejected lines in this file, or may have, and a base that it
    would replace: they keep what they have, and of them is no number but `rejected`, which is the file's;
    `others` counts the agencies that can go on without them.
    `unseen` counts dossiers open at the end of the month before and not mentioned now;
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
    others: int = 0
    only_checked: tuple[str, ...] = ()
    takes_over: tuple[str, ...] = ()
    outdated: Outdated = field(default_factory=dict)

    @property
    def changes_nothing(self) -> bool:
        return not (self.new or self.changed or self.withdrawn)

    @property
    def all_held(self) -> bool:
        """Whether nobody is left who could go on without those that are held back."""
        return bool(self.held) and not self.others

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
    held = held_back(connection, batch_id)
    slices = not_held(connection, batch_id, held)
    of = _lines(connection, batch_id, batch.kind)
    whole_dossiers = of is DOSSIERS and batch.mode == "whole"
    alone = lines_alone(connection, batch_id) if whole_dossiers else None
    counts = line_counts(connection, batch_id, slices, of) if alone is None else only_new(alone)
    return {
        **counts,
        "unseen": len(unseen_rows(connection, batch_id, slices)) if whole_dossiers else 0,
        "held": held,
        "others": len({agency for _, agency in slices}),
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
