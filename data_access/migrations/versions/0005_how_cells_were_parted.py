"""How the cells of a batch's file were parted"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Null for workbooks, and for batches that were staged before this was kept.
    op.add_column("batch", sa.Column("delimiter", sa.String(), nullable=True))
