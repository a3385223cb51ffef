"""Decisions of leaders on actions"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TEXTS = ("key", "action", "subject", "matter", "decided", "agency", "state")


def upgrade() -> None:
    op.create_table(
        "decision",
        *(sa.Column(name, sa.String(), nullable=False) for name in _TEXTS),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("noted_on", "due_on")),
        sa.CheckConstraint(
            "action IN ('target', 'overdue', 'timeliness', 'online', 'cross_boundary', 'connection',"
            " 'reform', 'extract')",
            name=op.f("ck_decision_action"),
        ),
        sa.CheckConstraint("state IN ('open', 'done', 'dropped')", name=op.f("ck_decision_state")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_decision")),
    )
