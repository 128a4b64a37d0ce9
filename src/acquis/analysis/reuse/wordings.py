"""The sentences of a draft in; the nearest agreed wording of each, and how the draft differs from it, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from acquis.analysis.comparing.wording import word_likeness
from acquis.analysis.reuse.finding import Asked, Bar, find_hits
from acquis.analysis.reuse.pedigrees import Draft, Reader, refuse_much
from acquis.analysis.reuse.uses import changes, find_uses, widened
from acquis.analysis.reuse.words import Flags
from acquis.errors import RequestError
from acquis.model.pedigree import SETTLED, AgreedWording, Nearest, Use

# Near wording shares a good part of a sentence, telling words among it, in order.
_NEAR = (Bar(words=5, telling=3, plain=1, likeness=0.5, score=14.0, share=0.4),)
_LEAST = 0.45  # of the words of both sentences: with fewer in common one is not the wording of the other
_ENDS = " .;:,"  # signs that end a sentence or an item, whatever it says
_CLOSEST = 6  # hits whose whole sentences are compared
_MOST_SENTENCES = 2_000
_FEWEST_WORDS = 4

Span = tuple[int, int]


def agreed_wording(reader: Reader, draft: Draft, sentences: Sequence[Span]) -> AgreedWording:
    """For each sentence of a draft (spans of its text) the nearest wording: of agreed or endorsed texts where one is
    near, else of the others, whose status says so. Raises RequestError."""
    library = reader.library
    refuse_much(Asked.of(library.ground, draft.text), draft.name)
    if len(sentences) > _MOST_SENTENCES:
        raise RequestError(
            f"{draft.name}: {len(sentences):,} sentences; give a part of it, of at most {_MOST_SENTENCES:,}"
        )
    others = library.only(lambda text: text.key != draft.key)
    settled = library.with_status(SETTLED) & others
    found = [_nearest(reader, draft, span, (settled, others & ~settled)) for span in sentences]
    return AgreedWording(
        draft.name, tuple(filter(None, found)), int(others.sum()), int(settled.sum()), draft.marking
    )


def _nearest(reader: Reader, draft: Draft, span: Span, choices: Sequence[Flags]) -> Nearest | None:
    """The nearest wording of a sentence in the first of the choices that has any; None for what is no sentence."""
    own = " ".join(draft.text[span[0] : span[1]].split())
    asked = Asked.of(reader.library.ground, own)
    if len(asked.words) < _FEWEST_WORDS or not asked.telling:
        return None
    for allowed in choices:
        use = _nearest_use(reader, own, asked, allowed)
        if use is not None:
            return Nearest(own, draft.address(span[0]), use)
    return Nearest(own, draft.address(span[0]))


def _nearest_use(reader: Reader, own: str, asked: Asked, allowed: Flags) -> Use | None:
    """Of the likest hits the one whose sentence is likest; of equals the earliest text."""
    if not allowed.any():
        return None
    ground, size = reader.library.ground, len(asked.words)
    hits = sorted(find_hits(ground, asked, allowed, _NEAR), key=lambda hit: hit.order)[:_CLOSEST]
    shown = widened(reader.connection, reader.library, hits, size, sentence=True)
    uses = find_uses(reader.connection, reader.viewer, reader.library, shown)
    if not uses:
        return None
    scores = [word_likeness(use.quote, own) for use in uses]
    best = min(range(len(uses)), key=lambda at: (-scores[at], hits[at].text, hits[at].start))
    if scores[best] < _LEAST:
        return None
    pieces = changes(uses[best].quote.rstrip(_ENDS), own.rstrip(_ENDS))
    return replace(uses[best], likeness=scores[best], pieces=pieces)
