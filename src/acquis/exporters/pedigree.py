"""Pedigrees and agreed wordings in, rows for programs and spreadsheets out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.contract import Json
from acquis.exporters.rows import Row, Table
from acquis.model.comparison import Piece
from acquis.model.pedigree import AgreedWording, Nearest, Passage, Pedigree, Use

_SIGNS = {"both": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


def pedigree_rows(pedigree: Pedigree) -> Iterator[Row]:
    """One use a row: passage by passage, each by day."""
    for number, passage in enumerate(pedigree.passages, 1):
        for place, use in enumerate(passage.uses, 1):
            yield {
                **_passage_row(number, passage),
                "use": place,
                **_use_row(use),
                "changes": _changes(use.pieces),
            }


def wording_rows(wording: AgreedWording) -> Iterator[Row]:
    """One sentence of the draft a row."""
    for number, one in enumerate(wording.sentences, 1):
        yield {**_sentence_row(number, one), "changes": _changes(one.use.pieces if one.use else ())}


def pedigree_table(pedigree: Pedigree, made: str) -> Table:
    """The uses as flat rows, changes with signs."""
    rows = tuple(
        {**_passage_row(number, passage), "use": place, **_use_row(use), "changes": signed(use.pieces)}
        for number, passage in enumerate(pedigree.passages, 1)
        for place, use in enumerate(passage.uses, 1)
    )
    return Table("pedigree", rows, pedigree.marking, made)


def wording_table(wording: AgreedWording, made: str) -> Table:
    """The sentences as flat rows, changes with signs."""
    rows = tuple(
        {**_sentence_row(number, one), "changes": signed(one.use.pieces if one.use else ())}
        for number, one in enumerate(wording.sentences, 1)
    )
    return Table("agreed", rows, wording.marking, made)


def signed(pieces: Sequence[Piece]) -> str:
    """Words with signs: [-gone-] and {+new+}."""
    return "".join(piece.text.join(_SIGNS[piece.standing]) for piece in pieces)


def _passage_row(number: int, passage: Passage) -> Row:
    return {
        "passage": number,
        "asked": passage.words,
        "asked_paragraph": passage.address or None,
        "documents": passage.documents,
        "boilerplate": passage.boilerplate,
        "nearest": passage.nearest,
    }


def _sentence_row(number: int, one: Nearest) -> Row:
    nothing: Row = dict.fromkeys(_USE)
    use = _use_row(one.use) if one.use else nothing
    return {
        "number": number,
        "sentence": one.sentence,
        "sentence_paragraph": one.address or None,
        "near": one.use is not None,
        "agreed": bool(one.use and one.use.settled),
        **{key: value for key, value in use.items() if key != "after"},
    }


_USE = (
    "document", "key", "title", "published", "earliest", "latest", "publisher", "actors", "status", "paragraph", "quote",
    "start", "end", "likeness", "after", "marking",
)  # fmt: skip


def _use_row(use: Use) -> Row:
    frame = use.frame
    values: tuple[Json, ...] = (
        frame.location, frame.key, frame.title, frame.published,
        frame.earliest.isoformat() if frame.earliest else None, frame.latest.isoformat() if frame.latest else None,
        frame.publisher, list(frame.actors), use.text_status, use.address, use.quote, use.start, use.end,
        round(use.likeness, 3), use.after, frame.marking.label,
    )  # fmt: skip
    return dict(zip(_USE, values, strict=True))


def _changes(pieces: Sequence[Piece]) -> list[Json]:
    return [{"text": piece.text, "standing": piece.standing} for piece in pieces]
