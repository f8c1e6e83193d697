"""Which words a language model was asked with, beside each assessment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("assessments") as assessments:
        assessments.add_column(sa.Column("wording", sa.String(64), nullable=True))
        assessments.create_index("ix_assessments_wording", ["wording"])


def downgrade() -> None:
    with op.batch_alter_table("assessments") as assessments:
        assessments.drop_index("ix_assessments_wording")
        assessments.drop_column("wording")
