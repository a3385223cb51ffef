"""The store of this process, and the one snapshot of it that a run of a page reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from data_access.store import Store
from data_access.store import revision as revision_of


@cache
def store() -> Store:
    """The store that DATABASE_URL names, opened (and made, and migrated) once per process."""
    return Store.open()


@dataclass
class _Run:
    """`connection` is None once the run has ended: a download goes on in a copy of the run's context, and
    must not keep what the run has read."""

    connection: Connection | None
    revision: int


_run: ContextVar[_Run | None] = ContextVar("run", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """A run of a page or a fragment: all its figures are of one state of the store, and what several of
    them begin with is read once. A fragment that is drawn with its page belongs to the page's run."""
    if _current() is not None:
        yield
        return
    with store().read() as connection:
        run = _Run(connection, revision_of(connection))
        token = _run.set(run)
        try:
            yield
        finally:
            _run.reset(token)
            run.connection = None


@contextmanager
def reading() -> Iterator[Connection]:
    """The run's snapshot; outside a run a snapshot of its own."""
    run = _current()
    if run is not None:
        yield run.connection
        return
    with store().read() as connection:
        yield connection


def revision() -> int:
    """The number that every write raises: first argument of every cached read."""
    run = _current()
    return run.revision if run else store().revision()


def _current() -> _Run | None:
    run = _run.get()
    return run if run is not None and run.connection is not None else None
