"""A copy of a batch, staged: what was undone once more, or what is left without some agencies."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, text, update

from data_access.errors import NotStaged
from data_access.ingest.held import refuse_if_nobody_left
from data_access.measures import GROUPS
from data_access.statements import STATEMENTS
from data_access.store import Store
from data_access.tables import Batch
from data_access.tables.report import FORM_COUNTS
from data_access.tables.sums import MEASURES


def restage(store: Store, batch_id: int, *, by: str, without: tuple[str, ...] = ()) -> int:
    """Stage a copy with a new id: to apply an undone batch again, or to leave out held-back agencies;
    HeldBack if nobody would be left.

    Its lines mean what they meant when the file was checked; whether that still holds is asked of the copy.
    """
    with store.write() as connection:
        batch = _batch(connection, batch_id)
        refuse_if_nobody_left(connection, batch_id, without)
        kept = {"batch": batch_id, **{f"a{i}": agency for i, agency in enumerate(without)}}
        unwanted = ", ".join(f":a{i}" for i, _ in enumerate(without))
        fresh = dict.fromkeys(("applied_at", "applied_by", "undone_at", "undone_by", "effect"))
        batch.update(
            fresh, state="staged", staged_at=datetime.now(UTC), staged_by=by, copied_from=batch.pop("id")
        )
        copy = connection.execute(insert(Batch).values(batch)).inserted_primary_key[0]
        for table, columns in _COPIED.items():
            leaves_out = without and table in _BY_AGENCY
            mine = f" AND (agency IS NULL OR agency NOT IN ({unwanted}))" if leaves_out else ""
            connection.execute(
                text(f"INSERT INTO {table} (batch_id, {columns}) SELECT {copy}, {columns} FROM {table}"
                     f" WHERE batch_id = :batch{mine}"), kept,
            )  # fmt: skip
        _recount(connection, copy, batch["kind"])
    return copy


def _batch(connection: Connection, batch_id: int) -> dict:
    found = connection.execute(select(Batch).where(Batch.c.id == batch_id)).mappings().first()
    if found is None:
        raise NotStaged("problem.no_batch", batch=str(batch_id))
    return dict(found)


_BY_AGENCY = ("batch_slice", "dossier", "batch_sum", "report_line", "issue")
_COPIED = {
    "batch_slice": "kind, month, agency, lines, nil",
    "dossier": "month, agency, code, line, procedure, counter, channel, status, submitted_on, received_on,"
    " due_on, finished_on, returned_on, digitised_input, digitised_result, fee, paid_online, satisfaction",
    "batch_sum": ", ".join((*GROUPS, *MEASURES)),
    "report_line": ", ".join(("month", "agency", "sector", "line", *FORM_COUNTS)),
    "reference_line": "line, kind, key, fields",
    "issue": 'line, "column", kind, severity, detail, agency, month',
    "rejected_line": "line, cells",
}


def _recount(connection: Connection, batch_id: int, kind: str) -> None:
    """The copy's own numbers: lines left out are in no column of it."""
    lines = STATEMENTS[kind].table if kind in STATEMENTS else "reference_line"
    # Rejected lines of agencies left out have lost their issues: they stay with the first batch.
    orphans = (
        "DELETE FROM rejected_line WHERE batch_id = :id AND NOT EXISTS (SELECT 1 FROM issue i"
        " WHERE i.batch_id = :id AND i.line = rejected_line.line AND i.severity = 'reject')"
    )
    connection.execute(text(orphans), {"id": batch_id})
    counts = {
        "accepted": f"SELECT COUNT(*) FROM {lines} WHERE batch_id = :id",
        "rejected": "SELECT COUNT(*) FROM rejected_line WHERE batch_id = :id",
        "repeated": "SELECT COUNT(*) FROM issue WHERE batch_id = :id AND kind = 'line.repeated'",
    }
    found = {name: connection.scalar(text(count), {"id": batch_id}) for name, count in counts.items()}
    values = {**found, "total": sum(found.values())}
    connection.execute(update(Batch).where(Batch.c.id == batch_id).values(values))
