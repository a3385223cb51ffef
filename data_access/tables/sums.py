"""Sums of lines: those of each batch, and those of what counts, one narrow table a question.

The narrow ones carry all measures and at most one dimension each, so that any figure is read from the
smallest table that can answer it (DESIGN §10: one wide roll-up is barely smaller than the lines).
"""

from datetime import date

from sqlalchemy import SmallInteger
from sqlmodel import Field, SQLModel

from data_access.tables.base import Table, first_of_month, late_reference


class ReportedMeasures(SQLModel):
    """The measures that a II.06a report states too; of all others nothing is known from it."""

    received: int = Field(description="(4)+(5): received in the month")
    received_online: int = Field(description="(4)")
    carried: int = Field(description="(6): received earlier, still alive")
    finished_early: int = Field(description="(8)")
    finished_on_time: int = Field(description="(9): also when no due date was set")
    finished_late: int = Field(description="(10)")
    open_in_time: int = Field(description="(12)")
    open_overdue: int = Field(description="(13): due before the last day of the month")


class Measures(ReportedMeasures):
    """The sums of one group of counted lines."""

    withdrawn: int = Field(description="of which of (7): status 7")
    stopped: int = Field(description="of which of (7): status 8")
    waiting: int = Field(description="status 1, outside II.06a")
    refused: int = Field(description="status 3, outside II.06a")
    received_away: int = Field(description="of received: handed in at another agency's counter")
    digitised_input: int = Field(description="of received")
    input_known: int = Field(description="received lines that say whether input was digitised")
    digitised_result: int = Field(description="of finished")
    result_known: int = Field(description="finished lines that say whether the result is electronic")
    fee_due: int = Field(description="received lines with a fee")
    paid_online: int = Field(description="of fee_due")
    rated: int = Field(description="finished lines with a rating")
    satisfied: int = Field(description="of rated: 4 or 5 of 5")


REPORTED = tuple(ReportedMeasures.model_fields)
MEASURES = tuple(Measures.model_fields)


class BatchSum(Table, Measures, table=True):
    """What the lines of one batch add up to by themselves: written with them, never changed.

    What counts in a slice is this, as long as no second batch has a say in it.
    """

    __tablename__ = "batch_sum"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True)
    batch_id: int = Field(primary_key=True, sa_column_args=[late_reference("batch.id")])
    procedure: str = Field(primary_key=True)
    channel: int = Field(primary_key=True, sa_type=SmallInteger)
    counter: str = Field(primary_key=True)


class SumOfSlice(Table, Measures, table=True):
    """Sums of an agency's month altogether: what most figures begin with."""

    __tablename__ = "sum_of_slice"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])


class SumByChannel(Table, Measures, table=True):
    """Sums by channel: 1 in person, 2 online, 3 post."""

    __tablename__ = "sum_by_channel"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    channel: int = Field(primary_key=True, sa_type=SmallInteger)


class SumBySector(Table, Measures, table=True):
    """Sums by sector of the procedure: the rows of form II.06a."""

    __tablename__ = "sum_by_sector"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    sector: str = Field(primary_key=True, sa_column_args=[late_reference("sector.code")])


class SumByService(Table, Measures, table=True):
    """Sums by the service level that the procedure had at the end of the month ('' = none stated)."""

    __tablename__ = "sum_by_service"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    service_level: str = Field(primary_key=True)


class SumByProcedure(Table, table=True):
    """Dossiers by procedure: the demand behind each, and which slices use it."""

    __tablename__ = "sum_by_procedure"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    procedure: str = Field(primary_key=True, index=True, sa_column_args=[late_reference("procedure.code")])
    received: int
    received_online: int


class SumByCounter(Table, table=True):
    """Dossiers by the counter where they were handed in: home when it is the agency's own."""

    __tablename__ = "sum_by_counter"
    __table_args__ = (first_of_month(), {"sqlite_with_rowid": False})

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    counter: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    received: int
