"""The index of QĐ 766: weights of its components, published scores"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "index_component",
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        *_texts("version", "index_group"),
        sa.Column("place", sa.Integer(), nullable=False),
        *_texts("title"),
        *_texts("title_en", nullable=True),
        _points("maximum"),
        *_texts("part", "whole", nullable=True),
        _points("full_at"),
        *_texts("when_empty"),
        *_texts("caveat", "caveat_en", nullable=True),
        sa.Column("official", sa.Boolean(), nullable=False),
        *_texts("source"),
        sa.CheckConstraint(
            "index_group IN ('transparency', 'progress', 'online', 'payment', 'digitisation',"
            " 'satisfaction')",
            name=op.f("ck_index_component_index_group"),
        ),
        sa.CheckConstraint(
            "when_empty IN ('full', 'zero', 'left_out')", name=op.f("ck_index_component_when_empty")
        ),
        sa.CheckConstraint("maximum > 0", name=op.f("ck_index_component_maximum")),
        sa.CheckConstraint("full_at > 0 AND full_at <= 100", name=op.f("ck_index_component_full_at")),
        sa.CheckConstraint("(part IS NULL) = (whole IS NULL)", name=op.f("ck_index_component_part_of_whole")),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_index_component_period")
        ),
        sa.PrimaryKeyConstraint("valid_from", "code", name=op.f("pk_index_component")),
    )
    op.create_table(
        "official_score",
        *_texts("agency"),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        _points("points"),
        _points("out_of"),
        sa.Column("published_on", sa.Date(), nullable=True),
        *_texts("source"),
        sa.CheckConstraint("period_to >= period_from", name=op.f("ck_official_score_period")),
        sa.CheckConstraint("points >= 0 AND points <= out_of", name=op.f("ck_official_score_points")),
        sa.PrimaryKeyConstraint("agency", "period_from", "period_to", name=op.f("pk_official_score")),
    )


def _texts(*names: str, nullable: bool = False) -> list[sa.Column]:
    return [sa.Column(name, sa.String(), nullable=nullable) for name in names]


def _points(name: str) -> sa.Column:
    return sa.Column(name, sa.Numeric(precision=7, scale=4), nullable=False)
