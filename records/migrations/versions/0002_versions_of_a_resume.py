"""Marks by which a person's earlier resume is found, and what people decided about it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("resumes") as resumes:
        resumes.drop_column("embedded_as")
        resumes.add_column(sa.Column("replaced_by", sa.String(64), nullable=True))
        resumes.create_foreign_key(
            "fk_resumes_replaced_by_resumes", "resumes", ["replaced_by"], ["sha256"], ondelete="SET NULL"
        )
        resumes.create_index("ix_resumes_replaced_by", ["replaced_by"])
    _create_marks()
    _create_choices()


def downgrade() -> None:
    op.drop_table("version_choices")
    op.drop_table("resume_marks")
    with op.batch_alter_table("resumes") as resumes:
        resumes.drop_index("ix_resumes_replaced_by")
        resumes.drop_constraint("fk_resumes_replaced_by_resumes", type_="foreignkey")
        resumes.drop_column("replaced_by")
        resumes.add_column(sa.Column("embedded_as", sa.Text(), nullable=True))


def _create_marks() -> None:
    op.create_table(
        "resume_marks",
        sa.Column("mark", sa.String(20), nullable=False),
        sa.Column("resume_sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("mark", "resume_sha256", name="pk_resume_marks"),
        sa.ForeignKeyConstraint(
            ["resume_sha256"], ["resumes.sha256"], name="fk_resume_marks_resume_sha256_resumes", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_resume_marks_resume_sha256", "resume_marks", ["resume_sha256"])


def _create_choices() -> None:
    op.create_table(
        "version_choices",
        sa.Column("newer_sha256", sa.String(64), nullable=False),
        sa.Column("older_sha256", sa.String(64), nullable=False),
        sa.Column("choice", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("newer_sha256", "older_sha256", name="pk_version_choices"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["resumes.sha256"], name=f"fk_version_choices_{column}_resumes", ondelete="CASCADE"
            )
            for column in ("newer_sha256", "older_sha256")
        ),
    )
    op.create_index("ix_version_choices_older_sha256", "version_choices", ["older_sha256"])
