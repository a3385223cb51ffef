"""Sums for pages: how procedures stood, where they were open, what people ask for and where

Filled after the migration, as after every one, by `data_access.sums.derive`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


_MEASURES = (
    "received", "received_online", "carried", "finished_early", "finished_on_time", "finished_late",
    "open_in_time", "open_overdue", "withdrawn", "stopped", "waiting", "refused", "received_away",
    "digitised_input", "input_known", "digitised_result", "result_known", "fee_due", "paid_online", "rated",
    "satisfied",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "statement",
        *_days("month"),
        *_texts("agency", "kind"),
        *_days("as_of"),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_statement_month_is_first_day")),
        _late("statement", "agency", "agency.key"),
        sa.PrimaryKeyConstraint("month", "agency", name=op.f("pk_statement")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_statement_agency"), "statement", ["agency", "month"])
    _by_month("sum_of_slice", _texts("agency"), "agency", {"agency": "agency.key"}, *_MEASURES)
    channel = sa.Column("channel", sa.SmallInteger(), nullable=False)
    _by_month("month_by_channel", [channel], "channel", {}, *_MEASURES)
    _by_month("month_by_sector", _texts("sector"), "sector", {"sector": "sector.code"}, *_MEASURES)
    _by_month("month_by_service", _texts("service_level"), "service_level", {}, *_MEASURES)
    op.create_table(
        "standing",
        *_texts("procedure"),
        *_days("since", "until"),
        *_texts("service_level", nullable=True),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("listed", "built", "live")),
        _late("standing", "procedure", "procedure.code"),
        sa.PrimaryKeyConstraint("procedure", "since", name=op.f("pk_standing")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "move",
        *_days("on"),
        *_texts("level", "sector", "owner"),
        *_counts("procedures", "full", "partial", "offline", "listed", "built", "live"),
        sa.PrimaryKeyConstraint("on", "level", "sector", "owner", name=op.f("pk_move")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "open_counters",
        *_texts("procedure"),
        *_days("since", "until"),
        *_texts("counters"),
        _late("open_counters", "procedure", "procedure.code"),
        sa.PrimaryKeyConstraint("procedure", "since", name=op.f("pk_open_counters")),
        sqlite_with_rowid=False,
    )
    _by_month("demand", _texts("procedure"), "procedure", {"procedure": "procedure.code"}, "received")
    _by_month(
        "handed_in", _texts("counter"), "counter", {"counter": "agency.key"}, "received", "received_away"
    )
    _by_month("flow", _texts("agency", "place", "home"), "agency place", {"agency": "agency.key"}, "received")


def _by_month(
    table: str, columns: list[sa.Column], key: str, references: dict[str, str], *counts: str
) -> None:
    op.create_table(
        table,
        *_days("month"),
        *columns,
        *_counts(*counts),
        sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=op.f(f"ck_{table}_month_is_first_day")),
        *(_late(table, column, target) for column, target in references.items()),
        sa.PrimaryKeyConstraint("month", *key.split(), name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )


def _texts(*names: str, nullable: bool = False) -> list[sa.Column]:
    return [sa.Column(name, sa.String(), nullable=nullable) for name in names]


def _days(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Date(), nullable=False) for name in names]


def _counts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _late(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target.split('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")
