"""One hash of everything that counts: the store equals what it was if and only if this does."""

import hashlib

from sqlalchemy import Connection, select, text

from data_access.counting import counted, received_slices, stated_slices, touching
from data_access.statements import DOSSIERS, STATEMENTS
from data_access.store import Store
from data_access.tables import METADATA
from data_access.tables.report import FORM_COUNTS

_DOSSIER = (
    "d.month, d.agency, d.code, d.procedure, d.counter, d.channel, d.status, d.submitted_on, d.received_on,"
    " d.due_on, d.finished_on, d.returned_on, d.digitised_input, d.digitised_result, d.fee, d.paid_online,"
    " d.satisfaction"
)
_REPORTED = ", ".join(f"d.{name}" for name in ("month", "agency", "sector", *FORM_COUNTS))
# How it came about, not what counts.
_NOT_COUNTED = {
    "batch", "batch_slice", "batch_sum", "column_mapping", "dossier", "issue", "reference_line",
    "rejected_line", "report_line", "revision",
}  # fmt: skip
_WAY = {"batch_id"}  # of a statement: which batch states it


def fingerprint(store: Store) -> str:
    """SHA-256 over counted lines, received slices, sums and counted records, by business key.

    Counted lines of a report are in it also where dossiers stand before them: they are what differences
    are listed against. Without batch and line ids, revision, issues and times: those tell the way, not
    the place.
    """
    with store.read() as connection:
        return fingerprint_within(connection)


def fingerprint_within(connection: Connection) -> str:
    """The same, as the caller's transaction sees the store."""
    digest = hashlib.sha256()
    for of in STATEMENTS.values():
        digest.update(of.kind.encode())
        columns = _DOSSIER if of is DOSSIERS else _REPORTED
        order = ", ".join(f"d.{name}" for name in ("month", "agency", *of.key))
        with touching(connection, stated_slices(connection, of)):
            lines = text(f"{counted(columns, of=of)} ORDER BY {order}")
            for row in connection.execute(lines, {"also": None}):
                digest.update(repr(tuple(row)).encode())
        digest.update(repr(sorted(received_slices(connection, of))).encode())
    for table in METADATA.sorted_tables:
        if table.name not in _NOT_COUNTED:
            digest.update(table.name.encode())
            columns = [column for column in table.columns if column.name not in _WAY]
            for row in connection.execute(select(*columns).order_by(*table.primary_key)):
                digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
