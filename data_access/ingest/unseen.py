"""Không thấy: dossiers open at the end of the month before and not mentioned in this month's file."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, text

from data_access.counting import counted, touching
from data_access.ingest.held import held_back, not_held
from data_access.months import last_month
from data_access.store import Store


def unseen_dossiers(store: Store, batch_id: int, limit: int = 1000) -> list[tuple[str, str]]:
    """(agency, code) of dossiers open at the end of last month that this batch does not mention, of agencies
    that are not held back."""
    with store.read() as connection:
        slices = not_held(connection, batch_id, held_back(connection, batch_id))
        return unseen_rows(connection, batch_id, slices)[:limit]


def unseen_rows(connection: Connection, batch_id: int, slices: Sequence) -> list[tuple[str, str]]:
    """All of them, by month, agency and code: no line of the code in this batch, in the same agency."""
    rows = []
    for month in sorted({month for month, _ in slices}):
        agencies = [agency for m, agency in slices if m == month]
        with touching(connection, [(last_month(month), agency) for agency in agencies]):
            statement = text(_UNSEEN.format(counted=counted("d.*, e.month_end"))).bindparams(month=date.min)
            values = {"also": None, "month": month, "batch": batch_id}
            rows += [(row.agency, row.code) for row in connection.execute(statement, values)]
    return rows


_UNSEEN = """SELECT d.agency, d.code FROM ({counted}) d
WHERE d.received_on IS NOT NULL AND (d.finished_on IS NULL OR d.finished_on > d.month_end)
AND NOT EXISTS (SELECT 1 FROM dossier n WHERE n.month = :month AND n.agency = d.agency
    AND n.code = d.code AND n.batch_id = :batch)
ORDER BY d.agency, d.code"""
