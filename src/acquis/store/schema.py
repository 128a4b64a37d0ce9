"""The schema of a store: which version it has, and bringing it to ours with Alembic's migrations."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, inspect, text

from acquis.errors import StoreError, StoreTooNew

# The newest migration in `migrations/versions`, newest first; a test holds it to what Alembic finds there.
REVISIONS = ("0006", "0005", "0004", "0003", "0002", "0001")


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """What is wrong with a schema: `raised` where nothing can be done, None where migrating mends it."""

    raised: StoreError | None = None


def is_workspace(connection: Connection) -> bool:
    """Is there a workspace of any version?"""
    return inspect(connection).has_table("alembic_version")


def schema_problem(connection: Connection, name: str) -> SchemaProblem | None:
    """None where the schema is ours."""
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version == REVISIONS[0]:
        return None
    if version in REVISIONS:
        return SchemaProblem()
    message = f"was made by a newer acquis (schema {version}, this one knows {REVISIONS[0]}); update acquis"
    return SchemaProblem(StoreTooNew(name, message))


def make_schema(connection: Connection) -> None:
    """Run every migration that is missing."""
    from alembic import command  # late: 0.7 s, needed once in a workspace's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "acquis.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
