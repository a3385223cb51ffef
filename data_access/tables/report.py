"""Form II.06a: what agencies that send totals have stated, and the sums of it that count."""

from sqlalchemy import CheckConstraint, Date, Integer, String, Table

from data_access.tables.base import METADATA, by_month, first_of_month, key, late_reference, required
from data_access.tables.sums import REPORTED, counts

# The columns of a row that are counted; (3), (7) and (11) are sums of them.
FORM_COUNTS = (
    "received_online",  # (4)
    "received_direct",  # (5): in person or by post
    "carried",  # (6): received earlier, still alive
    "finished_early",  # (8)
    "finished_on_time",  # (9)
    "finished_late",  # (10)
    "open_in_time",  # (12)
    "open_overdue",  # (13)
)
_IN = "received_online + received_direct + carried"

_OUT = "finished_early + finished_on_time + finished_late + open_in_time + open_overdue"

ReportLine = Table(
    "report_line",
    METADATA,
    key("month", Date),
    key("agency"),
    key("sector"),
    key("batch_id", Integer, late_reference("batch.id")),
    required("line", Integer),
    *counts(FORM_COUNTS),
    CheckConstraint(f"{_IN} = {_OUT}", name="received_is_finished_and_open"),
    *(CheckConstraint(f"{name} >= 0", name=f"{name}_is_count") for name in FORM_COUNTS),
    first_of_month(),
    sqlite_with_rowid=False,
)
"""What a II.06a report states of one sector. Written once at staging, never changed.

`month` is the last one of the report's period, `line` the first of the sector's rows: it may stand in
several sections of the form, which are added up. No foreign keys, as in `dossier`.
"""

SumReported = by_month(
    "sum_reported",
    key("agency", String, late_reference("agency.key")),
    key("sector", String, late_reference("sector.code")),
    *counts(REPORTED),
)
"""What counts of reports, by sector: only for slices that no dossiers state.

A table of its own, so that what a report does not say is not there rather than 0.
"""
