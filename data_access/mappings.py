"""What people answered when a file's headers were not known, kept for the next file of the same headers."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Delete, delete, insert, select

from data_access.ingest.signatures import signature
from data_access.store import Store
from data_access.tables import ColumnMapping


def answers(connection: Connection) -> dict[tuple[str, str], dict[str, str]]:
    """(kind, signature) to field to header text, of every answer."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in connection.execute(select(ColumnMapping)):
        found.setdefault((row.kind, row.signature), {})[row.field] = row.header
    return found


def remembered(connection: Connection, kind: str, header: Iterable[str]) -> dict[str, str]:
    """Field to header text as answered for these headers; empty if nobody was asked."""
    return answers(connection).get((kind, signature(header)), {})


def remember(store: Store, kind: str, header: Iterable[str], columns: Mapping[str, str], *, by: str) -> None:
    """Keep which header is which field; replaces what was answered for these headers before."""
    shape = signature(header)
    rows = [
        {"kind": kind, "signature": shape, "field": field, "header": text,
         "answered_at": datetime.now(UTC), "answered_by": by}
        for field, text in columns.items()
    ]  # fmt: skip
    with store.write() as connection:
        connection.execute(_forgetting(kind, shape))
        if rows:
            connection.execute(insert(ColumnMapping), rows)


def forget(store: Store, kind: str, shape: str) -> None:
    """Take back what was answered for the headers of this signature: the next such file asks again."""
    with store.write() as connection:
        connection.execute(_forgetting(kind, shape))


def _forgetting(kind: str, shape: str) -> Delete:
    return delete(ColumnMapping).where(ColumnMapping.c.kind == kind, ColumnMapping.c.signature == shape)
