"""One hash of everything that counts: the store equals what it was if and only if this does."""

import hashlib

from sqlalchemy import Connection, select, text

from data_access.counting import counted, received_slices, stated_slices, touching
from data_access.store import Store
from data_access.tables import Table

_LINE = (
    "d.month, d.agency, d.code, d.procedure, d.counter, d.channel, d.status, d.submitted_on, d.received_on,"
    " d.due_on, d.finished_on, d.returned_on, d.digitised_input, d.digitised_result, d.fee, d.paid_online,"
    " d.satisfaction"
)
# How it came about, not what counts.
_NOT_COUNTED = {
    "batch", "batch_slice", "batch_sum", "dossier", "issue", "reference_line", "rejected_line", "revision",
}  # fmt: skip


def fingerprint(store: Store) -> str:
    """SHA-256 over counted lines, received slices, sums and counted records, by business key.

    Without batch and line ids, revision, issues and times: they tell the way, not the place.
    """
    with store.read() as connection:
        return fingerprint_within(connection)


def fingerprint_within(connection: Connection) -> str:
    """The same, as the caller's transaction sees the store."""
    digest = hashlib.sha256()
    with touching(connection, stated_slices(connection)):
        lines = text(f"{counted(_LINE)} ORDER BY d.month, d.agency, d.code")
        for row in connection.execute(lines, {"also": None}):
            digest.update(repr(tuple(row)).encode())
    digest.update(repr(sorted(received_slices(connection))).encode())
    for table in Table.metadata.sorted_tables:
        if table.name not in _NOT_COUNTED:
            digest.update(table.name.encode())
            for row in connection.execute(select(table).order_by(*table.primary_key)):
                digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
