"""Reads and verbs about batches, as the upload and history pages use them."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from hashlib import sha256

from sqlalchemy import Connection

from data_access import history, ingest, mappings
from data_access.counting import slices_of
from data_access.errors import ProductError
from data_access.history import BatchRow
from data_access.ingest import Arriving, Comparison, Known, outdated
from data_access.ingest.recognising import Recognised
from data_access.left_out import left_out as _left_out
from metrics.stated import stated_now
from metrics.watched import watched
from ui import shell
from ui.data import store
from ui.reads import cached

batches = cached(history.batches, entries=4)
issue_groups = cached(history.issue_groups)
slices = cached(slices_of)
left_out = cached(_left_out)
separable = cached(outdated.separable, entries=16)
remembered_columns = cached(mappings.answers, entries=4)


def batch(batch_id: int) -> BatchRow | None:
    """One batch, or None."""
    return next((row for row in batches() if row.id == batch_id), None)


def state(batch_id: int) -> str | None:
    """What has become of a batch, also for who is no page; None if there is none."""
    with store().read() as connection:
        return history.state(connection, batch_id)


def copies(batch_id: int) -> list[int]:
    """The batches that were staged as copies of this one."""
    return [row.id for row in batches() if row.copied_from == batch_id]


def newer_whole(batch: BatchRow) -> int | None:
    """A later statement that counts for all slices of a batch, so that applying it would change nothing."""
    mine = set(slices(batch.id))
    later = (
        row for row in batches()
        if row.id > batch.id and (row.kind, row.mode, row.state) == (batch.kind, "whole", "applied")
    )  # fmt: skip
    return next((row.id for row in later if mine and mine <= set(slices(row.id))), None)


def applied_already(content: bytes) -> int | None:
    """The batch of this very file that still counts, or None."""
    with store().read() as connection:
        return history.same_file_applied(connection, sha256(content).hexdigest())


def checking(
    content: bytes, name: str, kind=None, month=None, columns=None, agency=None
) -> AbstractContextManager[Arriving]:
    """A file that is being checked, with what the person said of it; ProductError with a sentence if it
    cannot be taken."""
    how = {"kind": kind, "month": month, "columns": columns, "agency": agency}
    return ingest.checking_apart(partial(Known.of, store()), content, name, **how)


def stage(checked: Arriving, mode: str | None = None, *, by: str) -> int:
    return ingest.stage(store(), checked, by=by, mode=mode)


def declare_nothing(month: date, codes: list[str]) -> int:
    """Stage that these agencies had no dossiers in a month; the batch."""
    return ingest.declare_nothing(store(), month, codes, by=shell.who())


def remember_columns(found: Recognised, *, by: str) -> None:
    """Keep which header is which column for the next file of the same headers."""
    mappings.remember(store(), found.contract.kind, found.sheet.header, found.mapped, by=by)


def forget_columns(kind: str, signature: str) -> None:
    mappings.forget(store(), kind, signature)


def agencies(batch_id: int) -> list[str]:
    """The keys of the agencies that a batch states, sorted."""
    return sorted({agency for _, agency in slices(batch_id)})


def apply(batch_id: int, seen: Comparison) -> None:
    ingest.apply(store(), batch_id, by=shell.who(), read=_effect_of(batch_id), seen=seen)


def leave_out(batch_id: int, agencies: tuple[str, ...]) -> int:
    """Stage a copy without some agencies (keys), which are held back or have ended, and set the first aside;
    the copy's id. Nothing is applied: what the copy would change is shown first."""
    copy = ingest.restage(store(), batch_id, by=shell.who(), without=agencies)
    ingest.discard(store(), batch_id, by=shell.who())
    return copy


def undo(batch_id: int) -> None:
    ingest.undo(store(), batch_id, by=shell.who(), read=_effect_of(batch_id))


def _effect_of(batch_id: int) -> Callable[[Connection], dict]:
    """What is kept of an apply or undo: what the comparison before it showed."""
    turned = slices(batch_id)

    def read(connection: Connection) -> dict:
        own = {"own": stated_now(connection, turned), "month": newest(turned)} if turned else {}
        return {**watched(connection), **own}

    return read


def newest(slices: Sequence[tuple[date, str]]) -> str:
    """The newest month of slices, as the address writes it."""
    return f"{max(slices)[0]:%Y-%m}"


def discard(batch_id: int) -> None:
    ingest.discard(store(), batch_id, by=shell.who())


def restage(batch_id: int) -> int:
    return ingest.restage(store(), batch_id, by=shell.who())


def told(verb, *arguments) -> str | None:
    """Run a verb; the sentence of what went wrong, or None."""
    try:
        verb(*arguments)
    except ProductError as error:
        return error.told()
    return None


def issues(batch_id: int):
    """Every problem of a batch, read when a file of them is asked for."""
    with store().read() as connection:
        return history.issues(connection, batch_id)


def rejected_lines(batch_id: int):
    """Every rejected line of a batch, read when a file of them is asked for."""
    with store().read() as connection:
        return history.rejected_lines(connection, batch_id)
