"""The store of this process, and cached reads. A read's first argument is the revision it belongs to."""

from functools import cache

from data_access.store import Store


@cache
def store() -> Store:
    """The store that DATABASE_URL names, opened (and made, and migrated) once per process."""
    return Store.open()


def revision() -> int:
    """The number that every write raises: first argument of every cached read."""
    return store().revision()
