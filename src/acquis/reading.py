"""Source to record: readers, then extractors, in the order of the design."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from acquis.extractors.claims import find_claims
from acquis.extractors.frame import find_frame
from acquis.extractors.material import Material, prepare
from acquis.extractors.meeting import find_meeting
from acquis.extractors.sponsors import find_sponsors
from acquis.extractors.standing import find_standing
from acquis.extractors.statement import find_statement
from acquis.model.concept import ConceptKind
from acquis.model.document import Document, Sentence
from acquis.model.receipt import Receipt, Skipped
from acquis.model.record import Record
from acquis.readers import TEXT_READERS, Content, Source, read_content, read_document, read_document_text
from acquis.readers.sources import DEFAULT_MAX_SIZE
from acquis.vocabulary.lexicon import Lexicon, lexicon_of
from acquis.vocabulary.loader import load_vocabulary, vocabulary_digest
from acquis.vocabulary.vocabulary import Vocabulary

READER = "acquis-0.1.0"
KINDS: tuple[ConceptKind, ...] = (
    "state", "group", "institution", "process", "instrument", "place", "provision", "threat", "topic",
)  # fmt: skip
_READ_LANGUAGES = frozenset({"en"})


def read_source(source: Source, *, vocabulary: tuple[Path, ...] = ()) -> Record:
    """The record of one source; raises UnreadableSource."""
    began = time.perf_counter()
    return _record(read_document(source), vocabulary, began)


def read_loaded(content: Content, *, vocabulary: tuple[Path, ...] = ()) -> Record:
    """The record of bytes already loaded; raises UnreadableSource."""
    began = time.perf_counter()
    return _record(read_content(content), vocabulary, began)


def reader_tag(text_reader: str, vocabulary: tuple[Path, ...] = ()) -> str:
    """All that a record depends on beside its bytes: this acquis, the reader of its format, the vocabulary."""
    return f"{READER} {text_reader} {vocabulary_digest(vocabulary)[:8]}"


def is_newest(tag: str, vocabulary: tuple[Path, ...] = ()) -> bool:
    """Would reading the same bytes now give the same tag? What depends on nothing that changed need not be read anew."""
    reader, _, rest = tag.partition(" ")
    text_reader, _, digest = rest.partition(" ")
    name = text_reader.rpartition("-")[0]
    current = reader == READER and text_reader == TEXT_READERS.get(name)
    return current and digest == vocabulary_digest(vocabulary)[:8]


def read(
    path: str | Path,
    *,
    vocabulary: Iterable[str | Path] = (),
    max_size: int = DEFAULT_MAX_SIZE,
    allow_private: bool = False,
) -> Record:
    """The record of one file, web address or UN document symbol, of at most `max_size` bytes.

    Addresses of this machine and its network are fetched only with `allow_private`.
    Raises UnreadableSource, or VocabularyError.
    """
    return read_source(Source(str(path), max_size, allow_private), vocabulary=_files(vocabulary))


def read_text(text: str, *, path: str = "text", vocabulary: Iterable[str | Path] = ()) -> Record:
    """The record of a text in memory; raises UnreadableSource where it holds no words, or VocabularyError."""
    began = time.perf_counter()
    return _record(read_document_text(text, path=path), _files(vocabulary), began)


def _files(vocabulary: Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(map(Path, vocabulary))


def _record(document: Document, extra: tuple[Path, ...], began: float) -> Record:
    vocabulary: Vocabulary = load_vocabulary(extra)
    lexicon: Lexicon = lexicon_of(extra, KINDS)
    material = prepare(document, vocabulary, lexicon)
    sentences = _sentences(material)
    if document.language not in _READ_LANGUAGES:
        receipt = _receipt(material, (_unread_language(document),), began)
        return Record(document, None, None, (), receipt, sentences)
    frame = find_frame(material)
    claims = find_claims(material, frame)
    meeting = find_meeting(material, frame, claims) if frame.kind == "communique" else None
    statement = None if meeting else find_statement(material, frame, claims)
    kind, status = find_standing(document, frame)
    document = replace(document, kind=kind, text_status=status, sponsors=find_sponsors(material))
    return Record(
        document, meeting, statement, claims, _receipt(material, _footnotes(document), began), sentences
    )


def _unread_language(document: Document) -> Skipped:
    return Skipped("whole text", f"language {document.language!r} is not read; acquis reads English")


def _footnotes(document: Document) -> tuple[Skipped, ...]:
    count = sum(paragraph.kind == "footnote" for paragraph in document.paragraphs)
    return (Skipped(f"footnotes ({count})", "kept and searched, not read for claims"),) if count else ()


def _sentences(material: Material) -> tuple[Sentence, ...]:
    """Every passage, and every footnote whole, in the order of the text."""
    paragraphs = material.document.paragraphs
    index = {paragraph.start: at for at, paragraph in enumerate(paragraphs)}
    found = [Sentence(part.start, part.end, index[part.paragraph.start]) for part in material.passages]
    notes = [
        Sentence(part.start, part.end, at) for at, part in enumerate(paragraphs) if part.kind == "footnote"
    ]
    return tuple(sorted([*found, *notes], key=lambda sentence: sentence.start))


def _receipt(material: Material, skipped: tuple[Skipped, ...], began: float) -> Receipt:
    seconds = round(time.perf_counter() - began, 4)
    skipped = (*material.document.unread, *skipped)
    return Receipt(len(material.document.paragraphs), len(material.passages), skipped, READER, seconds)


__all__ = ["READER", "is_newest", "read", "read_loaded", "read_source", "read_text", "reader_tag"]
