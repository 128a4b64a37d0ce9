"""The key of a sentence, or words of it, in; the passage that it is out."""

from __future__ import annotations

from sqlalchemy import Connection, select

from acquis.errors import RequestError
from acquis.model.judgement import subject_id
from acquis.model.marking import Viewer
from acquis.store.anchors import places_of
from acquis.store.documents import load_document
from acquis.store.sequels import Passage, Spot, load_passages, load_sequels, passages_of
from acquis.store.tables import ROOM, documents, passages, works
from acquis.store.visible import visible_works

_DIGITS = 12
_FEWEST = 4


def sentence_key(work: str, sentence: str) -> str:
    """The name of a sentence in any workspace."""
    return subject_id("link", None, 1, (work, sentence))


def find_sentence(connection: Connection, viewer: Viewer, key: str) -> Passage | None:
    """The sentence with this whole key in the newest documents a viewer may see; None where there is none."""
    wanted = key.lower()
    if len(wanted) != _DIGITS:
        return None
    query = (
        select(passages.c.id, passages.c.text, works.c.key.label("work"))
        .join_from(passages, documents, documents.c.id == passages.c.document_id)
        .join(works, works.c.id == documents.c.work_id)
        .where(documents.c.current.is_(True), visible_works(viewer), passages.c.kind != "footnote")
        .order_by(passages.c.id)
    )
    for row in connection.execute(query):
        if sentence_key(row.work, row.text) == wanted:
            return load_passages(connection, [row.id])[row.id]
    return None


def find_candidate(connection: Connection, spot: Spot, key: str) -> Passage | None:
    """The one sentence that was found for a promise and whose key begins so; raises RequestError where two do."""
    if len(key) < _FEWEST:
        return None
    found = load_sequels(connection, [spot[0]]).get(spot, [])
    texts = load_passages(connection, [one.passage for one in found])
    rows = {one // ROOM for one in texts}
    query = select(documents.c.id, works.c.key).join(works).where(documents.c.id.in_(rows))
    work_of = {row.id: row.key for row in connection.execute(query)}
    keys = {sentence_key(work_of[one.id // ROOM], one.text): one for one in texts.values()}
    fitting = {each: one for each, one in keys.items() if each.startswith(key.lower())}
    if len(fitting) > 1:
        raise RequestError(f"{key!r} begins {len(fitting)} keys: {', '.join(fitting)}; give more digits")
    return next(iter(fitting.values()), None)


def quoted_sentence(connection: Connection, document_id: int, quote: str) -> tuple[int, int]:
    """Where the whole sentence stands that has these words; raises RequestError where none has, or several."""
    places = places_of(quote, load_document(connection, document_id).text)
    if not places:
        raise RequestError(
            "the quote does not stand in the document; copy its words as they are printed there"
        )
    parts = passages_of(connection, document_id)
    spans = {sentence_span(parts, *place) for place in places}
    if len(spans) > 1:
        raise RequestError(
            f"the quote stands in {len(spans)} sentences of the document; give more of its words"
        )
    return spans.pop()


def sentence_span(parts: list[Passage], start: int, end: int) -> tuple[int, int]:
    """From the beginning of the first to the end of the last sentence that a place touches."""
    touched = [one for one in parts if one.start < end and start < one.end]
    return min([start, *(p.start for p in touched)]), max([end, *(p.end for p in touched)])
