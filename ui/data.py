"""The store of this process, and cached reads. A read's first argument is the revision it belongs to."""

from contextvars import ContextVar
from functools import cache

from data_access.store import Store

_of_this_run: ContextVar[int] = ContextVar("revision", default=0)


@cache
def store() -> Store:
    """The store that DATABASE_URL names, opened (and made, and migrated) once per process."""
    return Store.open()


def begin_run() -> None:
    """Fix the revision for this run of a page: all its figures are then of one state of the store."""
    _of_this_run.set(store().revision())


def revision() -> int:
    """The number that every write raises: first argument of every cached read."""
    return _of_this_run.get() or store().revision()
