"""What was loaded: batches, the slices they state, what was wrong, and the one revision number."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field

from data_access.tables.base import Table, first_of_month, late_reference, one_of

STATES = ("staged", "applied", "undone", "rejected")


class Revision(Table, table=True):
    """One row: raised first by every write, so it queues writers and names what readers may keep."""

    __tablename__ = "revision"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(primary_key=True)
    number: int


class Batch(Table, table=True):
    """An extract once staged. Ids follow the order of staging and are never reused."""

    __tablename__ = "batch"
    __table_args__ = (
        one_of("mode", ("whole", "supplement")),
        one_of("state", STATES),
        CheckConstraint("(applied_at IS NULL) = (applied_by IS NULL)", name="applied_pair"),
        CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone_pair"),
        CheckConstraint(
            "(state = 'applied') = (applied_at IS NOT NULL AND undone_at IS NULL)", name="applied"
        ),
        CheckConstraint("(state = 'undone') = (undone_at IS NOT NULL)", name="undone"),
        CheckConstraint("accepted + rejected + repeated = total", name="lines_add_up"),
        # AUTOINCREMENT: SQLite would otherwise hand out the id of a deleted last row again.
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    mode: str
    state: str
    as_of: date
    synthetic: bool
    file_name: str
    sha256: str = Field(index=True)
    total: int
    accepted: int
    rejected: int
    repeated: int
    delimiter: str | None = None
    dropped_columns: list = Field(sa_column=Column(JSON, nullable=False))
    supplement_of: int | None = Field(default=None, sa_column_args=[late_reference("batch.id")])
    copied_from: int | None = Field(default=None, sa_column_args=[late_reference("batch.id")])
    effect: dict | None = Field(default=None, sa_column=Column(JSON))
    staged_at: datetime
    staged_by: str
    applied_at: datetime | None = None
    applied_by: str | None = None
    undone_at: datetime | None = None
    undone_by: str | None = None


class BatchSlice(Table, table=True):
    """A slice (kind, handling agency, month) that a batch states; `nil` = declared không phát sinh."""

    __tablename__ = "batch_slice"
    __table_args__ = (
        first_of_month(),
        CheckConstraint("NOT nil OR lines = 0", name="nil_has_no_lines"),
        Index("ix_batch_slice_slice", "kind", "month", "agency", "batch_id"),
    )

    batch_id: int = Field(primary_key=True, sa_column_args=[late_reference("batch.id")])
    kind: str = Field(primary_key=True)
    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True)
    lines: int
    nil: bool


class Statement(Table, table=True):
    """What a slice is stated by: its base of dossiers if there is one, else that of a report. Made of
    batches when one begins or ceases to count, since every figure asks who has stated what."""

    __tablename__ = "statement"
    __table_args__ = (
        first_of_month(),
        Index("ix_statement_agency", "agency", "month"),
        {"sqlite_with_rowid": False},
    )

    month: date = Field(primary_key=True)
    agency: str = Field(primary_key=True, sa_column_args=[late_reference("agency.key")])
    batch_id: int = Field(sa_column_args=[late_reference("batch.id")], description="the base")
    kind: str
    as_of: date
    synthetic: bool


class Issue(Table, table=True):
    """Something wrong with a line (or, without a line, with the file), in the file's own terms."""

    __tablename__ = "issue"
    __table_args__ = (one_of("severity", ("reject", "warn")),)

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(index=True, sa_column_args=[late_reference("batch.id")])
    line: int | None = None
    column: str | None = None
    kind: str
    severity: str
    detail: str | None = None
    agency: str | None = None
    month: date | None = None


class RejectedLine(Table, table=True):
    """The allowed cells of a line that was turned away, kept so that it can be handed back."""

    __tablename__ = "rejected_line"

    batch_id: int = Field(primary_key=True, sa_column_args=[late_reference("batch.id")])
    line: int = Field(primary_key=True)
    cells: dict = Field(sa_column=Column(JSON, nullable=False))
