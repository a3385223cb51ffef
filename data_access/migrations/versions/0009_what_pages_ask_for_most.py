"""What pages ask for most: the batch behind each statement, demand procedure by procedure, flows of everybody

These are made of what counts: they are emptied here, and filled after the migration by
`data_access.sums.derive`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("statement")
    op.create_table(
        "statement",
        _month(),
        *_texts("agency"),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        *_texts("kind"),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        _first_of_month("statement"),
        _late("statement", "agency", "agency.key"),
        _late("statement", "batch_id", "batch.id"),
        sa.PrimaryKeyConstraint("month", "agency", name=op.f("pk_statement")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_statement_agency"), "statement", ["agency", "month"])
    op.create_index(op.f("ix_standing_live"), "standing", ["live", "until"])
    op.drop_table("demand")
    op.create_table(
        "demand",
        *_texts("procedure"),
        _month(),
        sa.Column("received", sa.Integer(), nullable=False),
        _first_of_month("demand"),
        _late("demand", "procedure", "procedure.code"),
        sa.PrimaryKeyConstraint("procedure", "month", name=op.f("pk_demand")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "month_flow",
        _month(),
        *_texts("home", "place"),
        sa.Column("received", sa.Integer(), nullable=False),
        _first_of_month("month_flow"),
        sa.PrimaryKeyConstraint("month", "home", "place", name=op.f("pk_month_flow")),
        sqlite_with_rowid=False,
    )


def _month() -> sa.Column:
    return sa.Column("month", sa.Date(), nullable=False)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _first_of_month(table: str) -> sa.CheckConstraint:
    name = op.f(f"ck_{table}_month_is_first_day")
    return sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=name)


def _late(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target.split('.')[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")
