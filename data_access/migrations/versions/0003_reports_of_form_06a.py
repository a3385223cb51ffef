"""Reports of form II.06a"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COUNTS = (
    "received_online", "received_direct", "carried", "finished_early", "finished_on_time", "finished_late",
    "open_in_time", "open_overdue",
)  # fmt: skip
_SUMS = ("received", *(name for name in _COUNTS if name != "received_direct"))


def upgrade() -> None:
    op.create_table(
        "report_line",
        *_counts(_COUNTS),
        *_slice(),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "received_online + received_direct + carried ="
            " finished_early + finished_on_time + finished_late + open_in_time + open_overdue",
            name=op.f("ck_report_line_received_is_finished_and_open"),
        ),
        *(
            sa.CheckConstraint(f"{name} >= 0", name=op.f(f"ck_report_line_{name}_is_count"))
            for name in _COUNTS
        ),
        _first_of_month("report_line"),
        _late("report_line", "batch_id", "batch.id"),
        sa.PrimaryKeyConstraint("month", "agency", "sector", "batch_id", name=op.f("pk_report_line")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sum_reported",
        *_counts(_SUMS),
        *_slice(),
        sa.Column("sector", sa.String(), nullable=False),
        _first_of_month("sum_reported"),
        _late("sum_reported", "agency", "agency.key"),
        _late("sum_reported", "sector", "sector.code"),
        sa.PrimaryKeyConstraint("month", "agency", "sector", name=op.f("pk_sum_reported")),
        sqlite_with_rowid=False,
    )


def _counts(names: tuple[str, ...]) -> list[sa.Column]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _slice() -> list[sa.Column]:
    return [
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
    ]


def _first_of_month(table: str) -> sa.CheckConstraint:
    return sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=op.f(f"ck_{table}_month_is_first_day"))


def _late(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [target], name=op.f(f"fk_{table}_{column}"), initially="DEFERRED", deferrable=True
    )
