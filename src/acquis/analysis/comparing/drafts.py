"""Two drafts in, their paragraphs side by side out: unchanged, edited, moved, new, gone."""

from __future__ import annotations

from acquis.analysis.comparing.alignment import Pair, align
from acquis.analysis.comparing.wording import mark_words
from acquis.model.comparison import AlignedParagraph, Change, Piece
from acquis.model.document import Document


def paragraphs_of(document: Document) -> list[str]:
    """The words of every paragraph, each blank one space."""
    return [" ".join(document.text[part.start : part.end].split()) for part in document.paragraphs]


def align_drafts(first: Document, second: Document) -> tuple[AlignedParagraph, ...]:
    """Every paragraph of both, in the order of the second; what is gone stands after what it stood behind."""
    ours, theirs = paragraphs_of(first), paragraphs_of(second)
    pairs = {pair.b: pair for pair in align(ours, theirs)}
    gone = _gone(len(ours), list(pairs.values()))
    aligned = [_gone_paragraph(first, ours, at) for at in gone.get(-1, [])]
    for b, words in enumerate(theirs):
        address, pair = second.paragraphs[b].address, pairs.get(b)
        if pair is None:
            aligned.append(AlignedParagraph("new", None, address, (Piece(words, "new"),), 0.0))
            continue
        pieces = (Piece(words),) if ours[pair.a] == words else mark_words(ours[pair.a], words)
        before = first.paragraphs[pair.a].address
        aligned.append(
            AlignedParagraph(_change(pair, pieces), before, address, pieces, round(pair.likeness, 3))
        )
        aligned += [_gone_paragraph(first, ours, at) for at in gone.get(pair.a, [])]
    return tuple(aligned)


def _gone_paragraph(first: Document, words: list[str], at: int) -> AlignedParagraph:
    return AlignedParagraph("gone", first.paragraphs[at].address, None, (Piece(words[at], "gone"),), 0.0)


def _gone(count: int, pairs: list[Pair]) -> dict[int, list[int]]:
    """Paragraphs without a pair, by the one before them that has one and kept its place (-1: the beginning)."""
    paired, in_place = {pair.a for pair in pairs}, {pair.a for pair in pairs if not pair.moved}
    found: dict[int, list[int]] = {}
    behind = -1
    for at in range(count):
        if at in in_place:
            behind = at
        elif at not in paired:
            found.setdefault(behind, []).append(at)
    return found


def _change(pair: Pair, pieces: tuple[Piece, ...]) -> Change:
    edited = any(piece.standing != "both" for piece in pieces)
    if pair.moved:
        return "moved and edited" if edited else "moved"
    return "edited" if edited else "unchanged"
