"""Dossiers (hồ sơ) as lines of monthly statements, and what vendors call the ten statuses."""

from datetime import date

from sqlalchemy import CheckConstraint, SmallInteger
from sqlmodel import Field

from data_access.tables.base import Table, first_of_month, late_reference


class Dossier(Table, table=True):
    """One line of one agency's statement for one month. Written once at staging, never changed.

    No foreign key to agency or procedure: a staged line may name what has since been undone. The
    sums of counted lines carry those keys.
    """

    __tablename__ = "dossier"
    __table_args__ = (
        CheckConstraint("channel BETWEEN 1 AND 3", name="channel"),
        CheckConstraint("status BETWEEN 1 AND 10", name="status"),
        CheckConstraint("(status IN (1, 3)) = (received_on IS NULL)", name="received_unless_waiting"),
        CheckConstraint("(status >= 7) = (finished_on IS NOT NULL)", name="finished_has_end"),
        CheckConstraint("finished_on >= received_on", name="finished_after_received"),
        CheckConstraint("satisfaction BETWEEN 1 AND 5", name="satisfaction"),
        first_of_month(),
        # Clustered by slice: everything that counts is read and compared slice by slice.
        {"sqlite_with_rowid": False},
    )

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    batch_id: int = Field(primary_key=True, sa_column_args=[late_reference("batch.id")])
    line: int
    procedure: str
    counter: str
    channel: int = Field(sa_type=SmallInteger)
    status: int = Field(sa_type=SmallInteger)
    submitted_on: date | None = None
    received_on: date | None = None
    due_on: date | None = None
    finished_on: date | None = None
    returned_on: date | None = None
    digitised_input: bool | None = None
    digitised_result: bool | None = None
    fee: bool | None = None
    paid_online: bool | None = None
    satisfaction: int | None = Field(default=None, sa_type=SmallInteger)


class StatusLabel(Table, table=True):
    """What an extract writes for one of the ten statuses of the national portal, from a day on."""

    __tablename__ = "status_label"
    __table_args__ = (CheckConstraint("status BETWEEN 1 AND 10", name="status"),)

    label: str = Field(primary_key=True)
    since: date = Field(primary_key=True)
    status: int
