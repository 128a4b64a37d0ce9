"""A whole document out of the store, with its findings as they stand for one viewer."""

from __future__ import annotations

from sqlalchemy import Connection

from acquis.model.kept import KeptRecord
from acquis.model.marking import Viewer
from acquis.store.catalogue import document_line
from acquis.store.claims import Wanted, find_claims
from acquis.store.documents import load_record


def load_kept(connection: Connection, viewer: Viewer, document_id: int) -> KeptRecord:
    """The document of a row, those findings included that a person rejected; its record has those that stand."""
    kept = find_claims(connection, viewer, Wanted(document_id=document_id, include_rejected=True))
    standing = [one.claim for one in kept if one.status != "rejected"]
    record = load_record(connection, document_id, standing)
    return KeptRecord(document_line(connection, viewer, document_id), record, tuple(kept))
