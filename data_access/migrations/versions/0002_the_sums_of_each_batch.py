"""The sums of each batch"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MONTH_END = {
    "sqlite": "date(month, '+1 month', '-1 day')",
    "postgresql": "CAST(month + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)",
}
_OPEN = "received_on IS NOT NULL AND (finished_on IS NULL OR finished_on > month_end)"
# As data_access.measures had them when this table came.
_CONDITIONS = {
    "received": "received_on >= month",
    "received_online": "received_on >= month AND channel = 2",
    "carried": "received_on < month",
    "finished_early": "finished_on <= month_end AND finished_on < due_on",
    "finished_on_time": "finished_on <= month_end AND (due_on IS NULL OR finished_on = due_on)",
    "finished_late": "finished_on <= month_end AND finished_on > due_on",
    "open_in_time": f"{_OPEN} AND (due_on IS NULL OR due_on >= month_end)",
    "open_overdue": f"{_OPEN} AND due_on < month_end",
    "withdrawn": "finished_on <= month_end AND status = 7",
    "stopped": "finished_on <= month_end AND status = 8",
    "waiting": "status = 1",
    "refused": "status = 3",
    "received_away": "received_on >= month AND counter <> agency",
    "digitised_input": "received_on >= month AND digitised_input",
    "input_known": "received_on >= month AND digitised_input IS NOT NULL",
    "digitised_result": "finished_on <= month_end AND digitised_result",
    "result_known": "finished_on <= month_end AND digitised_result IS NOT NULL",
    "fee_due": "received_on >= month AND fee",
    "paid_online": "received_on >= month AND fee AND paid_online",
    "rated": "finished_on <= month_end AND satisfaction IS NOT NULL",
    "satisfied": "finished_on <= month_end AND satisfaction >= 4",
}


def upgrade() -> None:
    op.create_table(
        "batch_sum",
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("received_online", sa.Integer(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("finished_early", sa.Integer(), nullable=False),
        sa.Column("finished_on_time", sa.Integer(), nullable=False),
        sa.Column("finished_late", sa.Integer(), nullable=False),
        sa.Column("open_in_time", sa.Integer(), nullable=False),
        sa.Column("open_overdue", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("received_away", sa.Integer(), nullable=False),
        sa.Column("digitised_input", sa.Integer(), nullable=False),
        sa.Column("input_known", sa.Integer(), nullable=False),
        sa.Column("digitised_result", sa.Integer(), nullable=False),
        sa.Column("result_known", sa.Integer(), nullable=False),
        sa.Column("fee_due", sa.Integer(), nullable=False),
        sa.Column("paid_online", sa.Integer(), nullable=False),
        sa.Column("rated", sa.Integer(), nullable=False),
        sa.Column("satisfied", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.String(), nullable=False),
        sa.Column("channel", sa.SmallInteger(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_batch_sum_month_is_first_day")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.id"],
            name=op.f("fk_batch_sum_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "month", "agency", "batch_id", "procedure", "channel", "counter", name=op.f("pk_batch_sum")
        ),
        sqlite_with_rowid=False,
    )
    _fill()


def _fill() -> None:
    """Batches staged before this table was there."""
    groups = "month, agency, batch_id, procedure, channel, counter"
    counts = ", ".join(f"COUNT(*) FILTER (WHERE {condition})" for condition in _CONDITIONS.values())
    month_end = _MONTH_END[op.get_bind().dialect.name]
    op.execute(
        f"INSERT INTO batch_sum ({groups}, {', '.join(_CONDITIONS)}) SELECT {groups}, {counts}"
        f" FROM (SELECT dossier.*, {month_end} AS month_end FROM dossier) lines GROUP BY {groups}"
    )
