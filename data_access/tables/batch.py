"""What was loaded: batches, the slices they state, what was wrong, and the one revision number."""

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, Index, Integer, String, Table

from data_access.tables.base import (
    METADATA,
    Moment,
    first_of_month,
    key,
    late_reference,
    one_of,
    optional,
    required,
)

STATES = ("staged", "applied", "undone", "rejected")

Revision = Table(
    "revision",
    METADATA,
    key("id", Integer),
    required("number", Integer),
    CheckConstraint("id = 1", name="one_row"),
)
"""One row: raised first by every write, so it queues writers and names what readers may keep."""

Batch = Table(
    "batch",
    METADATA,
    key("id", Integer),
    required("kind"),
    required("mode"),
    required("state"),
    required("as_of", Date),
    required("synthetic", Boolean),
    required("file_name"),
    required("sha256", index=True),
    required("total", Integer),
    required("accepted", Integer),
    required("rejected", Integer),
    required("repeated", Integer),
    optional("delimiter"),
    required("dropped_columns", JSON),
    optional("supplement_of", Integer, late_reference("batch.id")),
    optional("copied_from", Integer, late_reference("batch.id")),
    optional("effect", JSON),
    required("staged_at", Moment),
    required("staged_by"),
    optional("applied_at", Moment),
    optional("applied_by"),
    optional("undone_at", Moment),
    optional("undone_by"),
    one_of("mode", ("whole", "supplement")),
    one_of("state", STATES),
    CheckConstraint("(applied_at IS NULL) = (applied_by IS NULL)", name="applied_pair"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone_pair"),
    CheckConstraint("(state = 'applied') = (applied_at IS NOT NULL AND undone_at IS NULL)", name="applied"),
    CheckConstraint("(state = 'undone') = (undone_at IS NOT NULL)", name="undone"),
    CheckConstraint("accepted + rejected + repeated = total", name="lines_add_up"),
    # AUTOINCREMENT: SQLite would otherwise hand out the id of a deleted last row again.
    sqlite_autoincrement=True,
)
"""An extract once staged. Ids follow the order of staging and are never reused."""

BatchSlice = Table(
    "batch_slice",
    METADATA,
    key("batch_id", Integer, late_reference("batch.id")),
    key("kind"),
    key("month", Date),
    key("agency"),
    required("lines", Integer),
    required("nil", Boolean),
    first_of_month(),
    CheckConstraint("NOT nil OR lines = 0", name="nil_has_no_lines"),
    Index("ix_batch_slice_slice", "kind", "month", "agency", "batch_id"),
)
"""A slice (kind, handling agency, month) that a batch states; `nil` = declared không phát sinh."""

Statement = Table(
    "statement",
    METADATA,
    key("month", Date),
    key("agency", String, late_reference("agency.key")),
    required("batch_id", Integer, late_reference("batch.id")),  # the base
    required("kind"),
    required("as_of", Date),
    required("synthetic", Boolean),
    first_of_month(),
    Index("ix_statement_agency", "agency", "month"),
    sqlite_with_rowid=False,
)
"""What a slice is stated by: its base of dossiers if there is one, else that of a report. Made of
batches when one begins or ceases to count, since every figure asks who has stated what.
"""

Issue = Table(
    "issue",
    METADATA,
    key("id", Integer),
    required("batch_id", Integer, late_reference("batch.id"), index=True),
    optional("line", Integer),
    optional("column"),
    required("kind"),
    required("severity"),
    optional("detail"),
    optional("agency"),
    optional("month", Date),
    one_of("severity", ("reject", "warn")),
)
"""Something wrong with a line (or, without a line, with the file), in the file's own terms."""

RejectedLine = Table(
    "rejected_line",
    METADATA,
    key("batch_id", Integer, late_reference("batch.id")),
    key("line", Integer),
    required("cells", JSON),
)
"""The allowed cells of a line that was turned away, kept so that it can be handed back."""
