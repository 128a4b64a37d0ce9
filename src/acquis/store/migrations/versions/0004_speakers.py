"""What many documents are asked for at once, out of their bodies: text status, publisher, who speaks.

Revision ID: 0004
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_APART = "\x1f"
_documents = sa.table(
    "documents",
    sa.column("id", sa.Integer),
    sa.column("body", sa.Text),
    sa.column("text_status", sa.Text),
    sa.column("publisher", sa.Text),
    sa.column("actors", sa.Text),
)


def upgrade() -> None:
    """Add the columns, and fill them from the bodies."""
    op.add_column("documents", sa.Column("text_status", sa.Text(), nullable=False, server_default=""))
    op.add_column("documents", sa.Column("publisher", sa.Text()))
    op.add_column("documents", sa.Column("actors", sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    for row in connection.execute(sa.select(_documents.c.id, _documents.c.body)).all():
        try:
            values = _columns(json.loads(row.body))
        except (ValueError, LookupError, TypeError, AttributeError):
            continue  # a damaged row: `acquis verify` tells of it
        connection.execute(_documents.update().where(_documents.c.id == row.id).values(**values))


def _columns(body: dict[str, Any]) -> dict[str, str | None]:
    meeting, statement = body["meeting"], body["statement"]
    speaker = statement["speaker"] if statement else {"actors": [], "on_behalf_of": []}
    actors = meeting["parties"] if meeting else [*speaker["actors"], *speaker["on_behalf_of"]]
    return {
        "text_status": body["text_status"],
        "publisher": body["publisher"],
        "actors": _APART.join(dict.fromkeys(actors)),
    }
