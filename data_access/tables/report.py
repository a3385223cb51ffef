"""Form II.06a: what agencies that send totals have stated, and the sums of it that count."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from data_access.tables.base import Table, first_of_month, late_reference
from data_access.tables.sums import ReportedMeasures


class FormCounts(SQLModel):
    """The columns of a row that are counted; (3), (7) and (11) are sums of them."""

    received_online: int = Field(description="(4)")
    received_direct: int = Field(description="(5): in person or by post")
    carried: int = Field(description="(6): received earlier, still alive")
    finished_early: int = Field(description="(8)")
    finished_on_time: int = Field(description="(9)")
    finished_late: int = Field(description="(10)")
    open_in_time: int = Field(description="(12)")
    open_overdue: int = Field(description="(13)")


FORM_COUNTS = tuple(FormCounts.model_fields)
_IN = "received_online + received_direct + carried"
_OUT = "finished_early + finished_on_time + finished_late + open_in_time + open_overdue"


class ReportLine(Table, FormCounts, table=True):
    """What a II.06a report states of one sector. Written once at staging, never changed.

    `month` is the last one of the report's period, `line` the first of the sector's rows: it may stand in
    several sections of the form, which are added up. No foreign keys, as in `dossier`.
    """

    __tablename__ = "report_line"
    __table_args__ = (
        CheckConstraint(f"{_IN} = {_OUT}", name="received_is_finished_and_open"),
        *(CheckConstraint(f"{name} >= 0", name=f"{name}_is_count") for name in FORM_COUNTS),
        first_of_month(),
        {"sqlite_with_rowid": False},
    )

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True)
    sector: str = Field(primary_key=True)
    batch_id: int = Field(primary_key=True, sa_column_args=[late_reference("batch.id")])
    line: int


class SumReported(Table, ReportedMeasures, table=True):
    """What counts of reports, by sector: only for slices that no dossiers state.

    A table of its own, so that what a report does not say is not there rather than 0.
    """

    __tablename__ = "sum_reported"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    sector: str = Field(primary_key=True, sa_column_args=[late_reference("sector.code")])
