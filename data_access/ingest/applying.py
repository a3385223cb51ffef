"""Apply, undo, and the rest of a batch's life. Apply and undo are one function: turn the state,
refresh what the batch touches, in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, select, text, update
from sqlalchemy.exc import IntegrityError

from data_access import sums
from data_access.counting import slices_of
from data_access.errors import NotStaged, RecordMissing, StoreMoved
from data_access.ingest.comparing import Comparison, compare_within
from data_access.ingest.held import held_back, refuse_if_held, rehearse_without
from data_access.ingest.outdated import refuse_if_outdated
from data_access.ingest.reference import refresh_reference, refuse_if_used
from data_access.statements import STATEMENTS
from data_access.store import Store, revision
from data_access.tables import Batch

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
    refuse_if_held(connection, batch_id)
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

    Agencies that are held back keep what they have, as they will when the others go on without them;
    ListsMoved as in `apply`, StillUsed as in `undo`.
    """
    with records_checked(), store.rehearsal() as connection:
        batch = _batch(connection, batch_id)
        turn = {"staged": _applied, "applied": _undone}.get(batch.state)
        if turn is None:
            raise NotStaged("problem.wrong_state", batch=str(batch_id), state=batch.state, needed="staged")
        if batch.state == "staged":
            refuse_if_outdated(connection, batch_id, batch.kind)
            rehearse_without(connection, batch_id, held_back(connection, batch_id))
        elif batch.kind not in STATEMENTS:
            refuse_if_used(connection, batch_id, batch.kind)
        before = read(connection)
        _turn(connection, batch_id, batch.kind, turn("-"))
        return before, read(connection)


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


@contextmanager
def records_checked() -> Iterator[None]:
    """Foreign keys are checked at commit: what fails there is a counted line without its record."""
    try:
        yield
    except IntegrityError as error:
        raise RecordMissing("problem.record_missing") from error
