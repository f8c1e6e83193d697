"""Resumes, postings with their requirements, and assessments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_resumes()
    _create_postings()
    _create_requirements()
    _create_assessments()


def downgrade() -> None:
    for table in ("assessments", "requirements", "postings", "resumes"):
        op.drop_table(table)


def _create_resumes() -> None:
    op.create_table(
        "resumes",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("candidate", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("reader_version", sa.Integer(), nullable=False),
        sa.Column("embedded_as", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_resumes"),
    )


def _create_postings() -> None:
    op.create_table(
        "postings",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_postings"),
    )
    op.create_index("ix_postings_text_sha256", "postings", ["text_sha256"])
    op.create_index("ix_postings_state", "postings", ["state"])


def _create_requirements() -> None:
    op.create_table(
        "requirements",
        sa.Column("posting_id", sa.String(80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("necessity", sa.String(8), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("years", sa.Double(), nullable=True),
        sa.Column("degree", sa.String(16), nullable=True),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("posting_id", "ordinal", name="pk_requirements"),
        sa.ForeignKeyConstraint(
            ["posting_id"], ["postings.id"], name="fk_requirements_posting_id_postings", ondelete="CASCADE"
        ),
    )


def _create_assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resume_sha256", sa.String(64), nullable=False),
        sa.Column("posting_id", sa.Text(), nullable=False),
        sa.Column("posting_version", sa.String(64), nullable=False),
        sa.Column("assessed_by", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("configuration", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.ForeignKeyConstraint(
            ["resume_sha256"], ["resumes.sha256"], name="fk_assessments_resume_sha256_resumes", ondelete="CASCADE"
        ),
    )
    op.create_index(
        "ix_assessments_case", "assessments", ["resume_sha256", "posting_id", "posting_version", "configuration"]
    )
