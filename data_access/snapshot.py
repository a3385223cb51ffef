"""What one snapshot of the store has already been asked: most questions of a page begin with the same few."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps

from sqlalchemy import Connection

MEMORY = "ioc_memory"  # the execution option of a connection on which nothing can change


def once_a_snapshot(read: Callable) -> Callable:
    """A read that asks the store once a snapshot and answers from memory after that.

    Its arguments must be hashable, and nobody may change what it returns. In a transaction that writes,
    where the same question has another answer a moment later, it is read anew each time.
    """

    @wraps(read)
    def asked(connection: Connection, *arguments):
        memory = remembered(connection)
        if memory is None:
            return read(connection, *arguments)
        key = (read, *arguments)
        if key not in memory:
            memory[key] = read(connection, *arguments)
        return memory[key]

    return asked


def each_month_once(read: Callable) -> Callable:
    """The same for a read of months: `read(connection, months, *arguments)` → month → what it says.

    Months that were asked for before are answered from memory, all others by one question; `months` is never
    empty.
    """

    @wraps(read)
    def asked(connection: Connection, months: Iterable[date], *arguments) -> dict:
        memory, wanted = remembered(connection), tuple(months)
        if memory is None:
            return read(connection, wanted, *arguments) if wanted else {}
        known = memory.setdefault((read, *arguments), {})
        if missing := tuple(month for month in wanted if month not in known):
            known.update(read(connection, missing, *arguments))
        return {month: known[month] for month in wanted}

    return asked


def is_known(connection: Connection, read: Callable, months: Iterable[date], *arguments) -> bool:
    """Whether a read of months (`each_month_once`) would be answered from memory."""
    known = (remembered(connection) or {}).get((read.__wrapped__, *arguments), {})
    return all(month in known for month in months)


def remembered(connection: Connection) -> dict | None:
    """The memory of a snapshot; None in a transaction that writes."""
    return connection.get_execution_options().get(MEMORY)
