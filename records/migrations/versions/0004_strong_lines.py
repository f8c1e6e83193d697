"""Lines between strong and weak matches, calibrated or kept for everybody, by embedding."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "strong_lines",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("dimensions", sa.Integer(), nullable=False),
        sa.Column("line", sa.Double(), nullable=False),
        sa.Column("precision", sa.Double(), nullable=True),
        sa.Column("pairs", sa.Integer(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", "origin", name="pk_strong_lines"),
    )


def downgrade() -> None:
    op.drop_table("strong_lines")
