"""What a database refuses – it is busy, full, read-only or gone – in words of our own."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from data_access.errors import StoreBusy, StoreFull, StoreLost, StoreProblem, StoreReadOnly


@contextmanager
def foreseen() -> Iterator[None]:
    """Raise the StoreProblem that a database's error means; every other error passes as it is."""
    try:
        yield
    except Exception as error:
        meaning = _meaning(error.orig if isinstance(error, DBAPIError) else error)
        if meaning is None:
            raise
        raise meaning() from error


# The first that the name begins with: SQLITE_BUSY_SNAPSHOT is a kind of SQLITE_BUSY.
_SQLITE = {
    "SQLITE_BUSY": StoreBusy,
    "SQLITE_LOCKED": StoreBusy,
    "SQLITE_FULL": StoreFull,
    # A quota and a file that may not grow are told as failed writes, not as a full disk.
    "SQLITE_IOERR_WRITE": StoreFull,
    "SQLITE_IOERR_SHMSIZE": StoreFull,
    "SQLITE_READONLY": StoreReadOnly,
    "SQLITE_PERM": StoreReadOnly,
    # A folder in which no log may be made beside the store.
    "SQLITE_CANTOPEN": StoreReadOnly,
}
_POSTGRESQL = {
    "55P03": StoreBusy,  # lock_timeout
    "40P01": StoreBusy,
    "53100": StoreFull,
    "25006": StoreReadOnly,
    "57P0": StoreLost,  # ended by its administrator, crashed, starting up
    "08": StoreLost,
}


def _meaning(error: BaseException | None) -> type[StoreProblem] | None:
    if name := getattr(error, "sqlite_errorname", None):
        return _first(_SQLITE, name)
    if state := getattr(error, "sqlstate", None):
        return _first(_POSTGRESQL, state)
    # The driver itself noticed that nobody is there: no code, no statement that failed.
    return StoreLost if type(error).__module__.startswith("psycopg") and _gone(error) else None


def _first(meanings: dict[str, type[StoreProblem]], code: str) -> type[StoreProblem] | None:
    return next((problem for start, problem in meanings.items() if code.startswith(start)), None)


def _gone(error: BaseException | None) -> bool:
    return type(error).__name__ in ("OperationalError", "ConnectionTimeout")
