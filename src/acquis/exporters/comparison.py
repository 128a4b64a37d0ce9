"""A comparison in, a paper out: what differs side by side, words marked, each with its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.exporters.comparison_words import (
    SECTIONS,
    TITLES,
    count_line,
    difference_words,
    notice_words,
    runs,
    sections,
    source_line,
    unchanged_words,
    where,
)
from acquis.model.comparison import AlignedParagraph, Compared, Comparison, Piece, Row, Said
from acquis.model.paper import Block, Grid, Heading, Line, Note, Paper, Run, Style, Text

_MARKS: dict[str, Style] = {"both": "plain", "gone": "removed", "new": "added"}
_A, _B = (1,), (2,)  # the notes that the two texts are


def comparison_paper(comparison: Comparison, made: str) -> Paper:
    """The paper of a comparison; `made` says when and by what."""
    a, b = comparison.a, comparison.b
    blocks: list[Block] = [
        _source("A", a, _A),
        _source("B", b, _B),
        Text((Run(f"{TITLES[comparison.mode]}: {comparison.why}."),)),
        *(Text((Run(f"{remark[0].upper()}{remark[1:]}."),)) for remark in comparison.remarks),
        Text((Run(count_line(comparison), "strong"),)),
    ]
    blocks += _drafts(comparison) if comparison.mode == "drafts" else _rows(comparison)
    notes = (_note(1, "A", a), _note(2, "B", b))
    return Paper(
        TITLES[comparison.mode],
        f"A: {a.title} / B: {b.title}",
        comparison.marking,
        tuple(blocks),
        notes,
        made,
    )


def _source(letter: str, side: Compared, note: tuple[int, ...]) -> Text:
    return Text((Run(f"{letter}  {side.title}", "strong", note), Run(f"  {source_line(side)}", "faint")))


def _note(number: int, letter: str, side: Compared) -> Note:
    words = f"{letter}: {side.title}, {source_line(side)} ({side.key}), {side.marking.label}"
    return Note(number, words, side.url, side.key)


def _rows(comparison: Comparison) -> Iterator[Block]:
    for standing, rows in sections(comparison):
        yield Heading(SECTIONS[standing])
        if standing in ("only A", "only B"):
            yield Grid(("", "Words"), tuple(_only(row) for row in rows), (0.18, 0.82))
        elif standing == "same words":
            yield Grid(("", "A", "B"), tuple(_cells(row) for row in rows), (0.14, 0.43, 0.43))
        else:
            cells = tuple((*_cells(row), _differences(row)) for row in rows)
            yield Grid(("", "A", "B", "What differs"), cells, (0.12, 0.32, 0.32, 0.24))


def _only(row: Row) -> tuple[Line, ...]:
    return (Run(row.topic),), _said(row.a or row.b)


def _cells(row: Row) -> tuple[Line, ...]:
    if row.pieces:
        ours, theirs = marked_line(row.pieces, without="new"), marked_line(row.pieces, without="gone")
        return (Run(row.topic),), (*ours, _address(row.a)), (*theirs, _address(row.b))
    return (Run(row.topic),), _said(row.a), _said(row.b)


def _said(said: Said | None) -> Line:
    if said is None:
        return ()
    value = () if said.value is None else (Run(f"{said.value}: ", "strong"),)
    return (*value, Run(" ".join(said.words.split()), "quote"), _address(said))


def _address(said: Said | None) -> Run:
    return Run(f" {said.address}" if said else "", "faint")


def _differences(row: Row) -> Line:
    return (Run("; ".join(map(difference_words, row.differences))),)


def marked_line(pieces: Sequence[Piece], *, without: str = "") -> Line:
    """Words with their marks, those of one standing left out."""
    return tuple(Run(piece.text, _MARKS[piece.standing]) for piece in pieces if piece.standing != without)


def _drafts(comparison: Comparison) -> Iterator[Block]:
    if comparison.notices:
        yield Heading("What to notice")
        rows = tuple(
            ((Run(one.kind),), (Run(notice_words(one)),), (Run(where(one.a, one.b), "faint"),))
            for one in comparison.notices
        )
        yield Grid(("", "Change", "Where"), rows, (0.12, 0.66, 0.22))
    yield Heading("Paragraphs")
    yield Grid(
        ("A", "B", "", "Words"),
        tuple(_paragraph(first, last, many) for first, last, many in runs(comparison.paragraphs)),
        (0.08, 0.08, 0.12, 0.72),
    )


def _paragraph(first: AlignedParagraph, last: AlignedParagraph, many: int) -> tuple[Line, ...]:
    if first.change == "unchanged":
        return (), (), (Run("unchanged", "faint"),), (Run(unchanged_words(first, last, many), "faint"),)
    return (Run(first.a or ""),), (Run(first.b or ""),), (Run(first.change),), marked_line(first.pieces)
