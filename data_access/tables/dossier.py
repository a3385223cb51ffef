"""Dossiers (hồ sơ) as lines of monthly statements, and what vendors call the ten statuses."""

from sqlalchemy import Boolean, CheckConstraint, Date, Integer, SmallInteger, Table

from data_access.tables.base import METADATA, first_of_month, key, late_reference, optional, required

Dossier = Table(
    "dossier",
    METADATA,
    key("month", Date),
    key("agency"),
    key("code"),
    key("batch_id", Integer, late_reference("batch.id")),
    required("line", Integer),
    required("procedure"),
    required("counter"),
    required("channel", SmallInteger),
    required("status", SmallInteger),
    optional("submitted_on", Date),
    optional("received_on", Date),
    optional("due_on", Date),
    optional("finished_on", Date),
    optional("returned_on", Date),
    optional("digitised_input", Boolean),
    optional("digitised_result", Boolean),
    optional("fee", Boolean),
    optional("paid_online", Boolean),
    optional("satisfaction", SmallInteger),
    CheckConstraint("channel BETWEEN 1 AND 3", name="channel"),
    CheckConstraint("status BETWEEN 1 AND 10", name="status"),
    CheckConstraint("(status IN (1, 3)) = (received_on IS NULL)", name="received_unless_waiting"),
    CheckConstraint("(status >= 7) = (finished_on IS NOT NULL)", name="finished_has_end"),
    CheckConstraint("finished_on >= received_on", name="finished_after_received"),
    CheckConstraint("satisfaction BETWEEN 1 AND 5", name="satisfaction"),
    first_of_month(),
    # Clustered by slice: everything that counts is read and compared slice by slice.
    sqlite_with_rowid=False,
)
"""One line of one agency's statement for one month. Written once at staging, never changed.

No foreign key to agency or procedure: a staged line may name what has since been undone. The
sums of counted lines carry those keys.
"""

StatusLabel = Table(
    "status_label",
    METADATA,
    key("label"),
    key("since", Date),
    required("status", Integer),
    CheckConstraint("status BETWEEN 1 AND 10", name="status"),
)
"""What an extract writes for one of the ten statuses of the national portal, from a day on."""
