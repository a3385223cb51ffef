"""Apply, undo, and the rest of a batch's life. Apply and undo are one function: turn the state,
refresh what the batch touches, in one transaction."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from data_access import sums
from data_access.agencies import units_by_key
from data_access.counting import slices_of
from data_access.errors import HeldBack, NotStaged, RecordMissing, StoreMoved
from data_access.ingest.comparing import Comparison, compare_within, held_back
from data_access.ingest.outdated import refuse_if_outdated
from data_access.ingest.reference import refresh_reference, refuse_if_used
from data_access.measures import GROUPS
from data_access.statements import STATEMENTS
from data_access.store import Store, revision
from data_access.tables import Batch
from data_access.tables.report import FORM_COUNTS
from data_access.tables.sums import MEASURES

Read = Callable[[Connection], dict]


def apply(
    store: Store, batch_id: int, *, by: str, read: Read | None = None, seen: Comparison | None = None
) -> None:
    """Make a staged batch count.

    `read` gives the indicators before and after, kept on the batch. `seen` is the comparison that
    the person agreed to: if the store has moved on and the outcome with it, StoreMoved. HeldBack if a
    whole file would replace the statement of an agency that has rejected lines in it. ListsMoved if what
    the batch names is not any more what the lists say: its file is to be checked again.
    """
    with records_checked(), store.write() as connection:
        apply_within(connection, batch_id, by=by, read=read, seen=seen)


def apply_within(
    connection: Connection,
    batch_id: int,
    *,
    by: str,
    read: Read | None = None,
    seen: Comparison | None = None,
) -> None:
    """The same in the caller's transaction, which stands within `records_checked`."""
    kind = _must_be(connection, batch_id, "staged")
    if seen is not None and not _still_so(connection, seen):
        raise StoreMoved("problem.store_moved")
    refuse_if_outdated(connection, batch_id, kind)
    if held := held_back(connection, batch_id):
        raise HeldBack(list(held), _names(connection, held))
    before = read(connection) if read else None
    _turn(connection, batch_id, kind, _applied(by))
    _keep_effect(connection, batch_id, "apply", before, read)


def undo(store: Store, batch_id: int, *, by: str, read: Read | None = None) -> None:
    """Make an applied batch count no more. Final: to have it again, stage a copy with `restage`."""
    with records_checked(), store.write() as connection:
        kind = _must_be(connection, batch_id, "applied")
        if kind not in STATEMENTS:
            refuse_if_used(connection, batch_id, kind)
        before = read(connection) if read else None
        _turn(connection, batch_id, kind, _undone(by))
        _keep_effect(connection, batch_id, "undo", before, read)


def rehearse(store: Store, batch_id: int, read: Read) -> tuple[dict, dict]:
    """What `read` gives before and after: the real apply of a staged batch, or the real undo of an
    applied one, in a transaction that is rolled back.

    Agencies that would be held back are part of it, so that their change can be judged as well; ListsMoved
    as in `apply`, StillUsed as in `undo`.
    """
    with records_checked(), store.rehearsal() as connection:
        batch = _batch(connection, batch_id)
        turn = {"staged": _applied, "applied": _undone}.get(batch.state)
        if turn is None:
            raise NotStaged("problem.wrong_state", batch=str(batch_id), state=batch.state, needed="staged")
        if batch.state == "staged":
            refuse_if_outdated(connection, batch_id, batch.kind)
        elif batch.kind not in STATEMENTS:
            refuse_if_used(connection, batch_id, batch.kind)
        before = read(connection)
        _turn(connection, batch_id, batch.kind, turn("-"))
        return before, read(connection)


def restage(store: Store, batch_id: int, *, by: str, without: tuple[str, ...] = ()) -> int:
    """Stage a copy with a new id: to apply an undone batch again, or to leave out held-back agencies;
    HeldBack if nobody would be left.

    Its lines mean what they meant when the file was checked; whether that still holds is asked of the copy.
    """
    with store.write() as connection:
        _batch(connection, batch_id)
        if without and {agency for _, agency in slices_of(connection, batch_id)} <= set(without):
            raise HeldBack(list(without), _names(connection, without))
        batch = dict(connection.execute(select(Batch).where(Batch.c.id == batch_id)).mappings().one())
        kept = {"batch": batch_id, **{f"a{i}": agency for i, agency in enumerate(without)}}
        unwanted = ", ".join(f":a{i}" for i, _ in enumerate(without))
        fresh = dict.fromkeys(("applied_at", "applied_by", "undone_at", "undone_by", "effect"))
        batch.update(
            fresh, state="staged", staged_at=datetime.now(UTC), staged_by=by, copied_from=batch.pop("id")
        )
        copy = connection.execute(insert(Batch).values(batch)).inserted_primary_key[0]
        for table, columns in _COPIED.items():
            leaves_out = without and table in _BY_AGENCY
            mine = f" AND (agency IS NULL OR agency NOT IN ({unwanted}))" if leaves_out else ""
            connection.execute(
                text(f"INSERT INTO {table} (batch_id, {columns}) SELECT {copy}, {columns} FROM {table}"
                     f" WHERE batch_id = :batch{mine}"), kept,
            )  # fmt: skip
        _recount(connection, copy, batch["kind"])
    return copy


def discard(store: Store, batch_id: int, *, by: str) -> None:
    """Set a staged batch aside; it stays in the history as rejected."""
    with store.write() as connection:
        _must_be(connection, batch_id, "staged")
        connection.execute(update(Batch).where(Batch.c.id == batch_id).values(state="rejected"))


def _applied(by: str) -> dict:
    return {"state": "applied", "applied_at": datetime.now(UTC), "applied_by": by}


def _undone(by: str) -> dict:
    return {"state": "undone", "undone_at": datetime.now(UTC), "undone_by": by}


def _still_so(connection: Connection, seen: Comparison) -> bool:
    """Whether the comparison holds: nothing was written since but one's own raise, or with no effect."""
    if seen.revision == revision(connection) - 1:
        return True
    return compare_within(connection, seen.batch_id).same_outcome(seen)


_BY_AGENCY = ("batch_slice", "dossier", "batch_sum", "report_line", "issue")
_COPIED = {
    "batch_slice": "kind, month, agency, lines, nil",
    "dossier": "month, agency, code, line, procedure, counter, channel, status, submitted_on, received_on,"
    " due_on, finished_on, returned_on, digitised_input, digitised_result, fee, paid_online, satisfaction",
    "batch_sum": ", ".join((*GROUPS, *MEASURES)),
    "report_line": ", ".join(("month", "agency", "sector", "line", *FORM_COUNTS)),
    "reference_line": "line, kind, key, fields",
    "issue": 'line, "column", kind, severity, detail, agency, month',
    "rejected_line": "line, cells",
}


def _must_be(connection: Connection, batch_id: int, state: str) -> str:
    """The batch's kind, if it is in the state that the verb needs."""
    batch = _batch(connection, batch_id, state)
    if batch.state != state:
        raise NotStaged("problem.wrong_state", batch=str(batch_id), state=batch.state, needed=state)
    return batch.kind


def _batch(connection: Connection, batch_id: int, needed: str = "staged"):
    found = connection.execute(text("SELECT kind, state FROM batch WHERE id = :id"), {"id": batch_id}).first()
    if found is None:
        raise NotStaged("problem.no_batch", batch=str(batch_id))
    return found


def _turn(connection: Connection, batch_id: int, kind: str, values: dict) -> None:
    """Change the state, then refresh all that hangs on it: the only place where anything starts or
    stops to count."""
    connection.execute(update(Batch).where(Batch.c.id == batch_id).values(values))
    if kind in STATEMENTS:
        sums.refresh(connection, slices_of(connection, batch_id))
    else:
        slices = refresh_reference(connection, batch_id, kind)
        sums.refresh_of_records(connection, kind)
        if slices:
            sums.refresh(connection, slices)


def _keep_effect(
    connection: Connection, batch_id: int, verb: str, before: dict | None, read: Read | None
) -> None:
    if read is None:
        return
    effect = connection.scalar(select(Batch.c.effect).where(Batch.c.id == batch_id)) or {}
    effect = {**effect, verb: {"revision": revision(connection), "before": before, "after": read(connection)}}
    connection.execute(update(Batch).where(Batch.c.id == batch_id).values(effect=effect))


def _names(connection: Connection, agencies: Iterable[str]) -> list[str]:
    """What agencies are called; of one that is gone, its key."""
    units = units_by_key(connection)
    return [units[key].name if key in units else key for key in agencies]


def _recount(connection: Connection, batch_id: int, kind: str) -> None:
    """The copy's own numbers: lines left out are in no column of it."""
    lines = STATEMENTS[kind].table if kind in STATEMENTS else "reference_line"
    # Rejected lines of agencies left out have lost their issues: they stay with the first batch.
    orphans = (
        "DELETE FROM rejected_line WHERE batch_id = :id AND NOT EXISTS (SELECT 1 FROM issue i"
        " WHERE i.batch_id = :id AND i.line = rejected_line.line AND i.severity = 'reject')"
    )
    connection.execute(text(orphans), {"id": batch_id})
    counts = {
        "accepted": f"SELECT COUNT(*) FROM {lines} WHERE batch_id = :id",
        "rejected": "SELECT COUNT(*) FROM rejected_line WHERE batch_id = :id",
        "repeated": "SELECT COUNT(*) FROM issue WHERE batch_id = :id AND kind = 'line.repeated'",
    }
    found = {name: connection.scalar(text(count), {"id": batch_id}) for name, count in counts.items()}
    values = {**found, "total": sum(found.values())}
    connection.execute(update(Batch).where(Batch.c.id == batch_id).values(values))


@contextmanager
def records_checked() -> Iterator[None]:
    """Foreign keys are checked at commit: what fails there is a counted line without its record."""
    try:
        yield
    except IntegrityError as error:
        raise RecordMissing("problem.record_missing") from error
