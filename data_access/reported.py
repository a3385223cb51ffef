"""What reports of form II.06a say, read from the rows that count."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, Row, select, text

from data_access.counting import counted, received_slices, touching
from data_access.statements import REPORTS_OVER
from data_access.tables import SumReported
from data_access.tables.report import FORM_COUNTS
from data_access.tables.sums import REPORTED


def still_open(connection: Connection) -> dict[tuple[date, str, str], int]:
    """(Month, agency, sector) → (11): what the next month's report must carry over as (6).

    Of reports that count: one beside dossiers is only held against them.
    """
    opened = SumReported.c.open_in_time + SumReported.c.open_overdue
    rows = connection.execute(select(SumReported.c.month, SumReported.c.agency, SumReported.c.sector, opened))
    return {(month, agency, sector): number for month, agency, sector, number in rows}


@dataclass(frozen=True)
class Stated:
    """One sector of one report: the measures that it states for `months` months that end with `month`."""

    batch_id: int
    month: date
    months: int
    agency: str
    sector: str
    measures: dict[str, int]


def of_batch(connection: Connection, batch_id: int) -> list[Stated]:
    """What a report in any state says."""
    kind = connection.scalar(text("SELECT MAX(kind) FROM batch_slice WHERE batch_id = :id"), {"id": batch_id})
    months = next((months for months, of in REPORTS_OVER.items() if of.kind == kind), None)
    if months is None:
        return []
    rows = text(f"SELECT {_COLUMNS} FROM report_line d WHERE d.batch_id = :id").columns(month=Date)
    return [_stated(row, months) for row in connection.execute(rows, {"id": batch_id})]


def that_count(connection: Connection, first: date, last: date) -> list[Stated]:
    """What the reports say whose last month is one of these and that no newer report has replaced."""
    found = []
    for months, of in REPORTS_OVER.items():
        slices = [one for one in received_slices(connection, of) if first <= one[0] <= last]
        if slices:
            with touching(connection, slices):
                rows = connection.execute(text(counted(_COLUMNS, of=of)).columns(month=Date), {"also": None})
                found += [_stated(row, months) for row in rows]
    return found


_COLUMNS = ", ".join(f"d.{name}" for name in ("batch_id", "month", "agency", "sector", *FORM_COUNTS))


def _stated(row: Row, months: int) -> Stated:
    counts = row._mapping
    received = counts["received_online"] + counts["received_direct"]
    measures = {name: received if name == "received" else counts[name] for name in REPORTED}
    return Stated(row.batch_id, row.month, months, row.agency, row.sector, measures)
