"""A whole document out of the store for one viewer: its line, its record, and its findings as they stand."""

from __future__ import annotations

from sqlalchemy import Connection

from acquis.model.kept import KeptRecord
from acquis.model.marking import Viewer
from acquis.store.catalogue import document_line
from acquis.store.claims import Wanted, find_claims
from acquis.store.documents import load_record


def kept_record(connection: Connection, viewer: Viewer, document_id: int) -> KeptRecord:
    """The document of a row id, which the viewer may see; rejected findings stand beside the record, not in it."""
    kept = find_claims(connection, viewer, Wanted(document_id=document_id, include_rejected=True))
    standing = [one.claim for one in kept if one.status != "rejected"]
    record = load_record(connection, document_id, standing)
    return KeptRecord(document_line(connection, viewer, document_id), record, tuple(kept))
