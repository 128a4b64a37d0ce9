"""A phrase, a draft or nothing in; the passages with every text that holds them out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from acquis.analysis.reuse.finding import Asked, Bar, Hit, find_hits
from acquis.analysis.reuse.library import Library
from acquis.analysis.reuse.uses import (
    changes,
    compared,
    find_uses,
    habits_of,
    is_boilerplate,
    nearest,
    widened,
)  # fmt: skip
from acquis.analysis.reuse.words import Words
from acquis.errors import RequestError
from acquis.grammar.words import plain_words
from acquis.model.document import Paragraph
from acquis.model.marking import Marking, Viewer
from acquis.model.pedigree import Passage, Pedigree

FEWEST_WORDS = 5
MOST_WORDS = 200_000
_LONG_PHRASE = 400
_SHORT_PHRASE, _MIDDLING_PHRASE = 8, 15
_MOST_USES = 100
_MOST_PASSAGES = 400
_STRETCH = 64


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is asked about: its name, its marking, its document's id; what the workspace holds of it is no find."""

    name: str
    key: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    marking: Marking = Marking.CLEAR

    def address(self, start: int) -> str:
        """The address of the paragraph that a character stands in."""
        at = bisect_right(self.paragraphs, start, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[max(at, 0)].address if self.paragraphs else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks, and where: a connection, a viewer, the library of what they may see."""

    connection: Connection
    viewer: Viewer
    library: Library

    def passage(self, words: str, address: str, hits: Sequence[Hit], size: int) -> Passage:
        """The passage behind hits, one for each text, by day; words at the ends that were changed are shown too."""
        found = _one_each(hits)
        shown = widened(self.connection, self.library, _listed(found), size)
        uses = compared(find_uses(self.connection, self.viewer, self.library, shown), words)
        near = nearest(plain_words(words), [plain_words(use.quote) for use in uses])
        return Passage(
            words=words,
            address=address,
            uses=tuple(uses),
            nearest=near,
            pieces=changes(uses[near - 1].quote, words) if near else (),
            habits=habits_of(uses),
            boilerplate=is_boilerplate(uses),
            left=len(found) - len(shown),
        )


def phrase_pedigree(reader: Reader, phrase: str) -> Pedigree:
    """Every text that holds a phrase, most of its words in order. Raises RequestError for one that says too little."""
    library = reader.library
    asked = Asked.of(library.ground, phrase)
    refuse_little(asked)
    hits = find_hits(library.ground, asked, None, phrase_bars(len(asked.words)))
    size = len(asked.words)
    found = (reader.passage(" ".join(phrase.split()), "", hits, size),) if hits else ()
    return Pedigree(" ".join(phrase.split()), found, len(library.texts))


def draft_pedigree(reader: Reader, draft: Draft) -> Pedigree:
    """Every passage of a draft that another text holds, in the order of the draft. Raises RequestError."""
    library = reader.library
    asked = Asked.of(library.ground, draft.text)
    refuse_much(asked, draft.name)
    hits = find_hits(library.ground, asked, library.only(lambda text: text.key != draft.key))
    leads = sorted(_leads(hits), key=lambda hit: hit.first)
    found = filter(
        None, (_draft_passage(reader, draft, asked.words, hit, hits) for hit in leads[:_MOST_PASSAGES])
    )
    left = max(0, len(leads) - _MOST_PASSAGES)
    return Pedigree(draft.name, tuple(found), len(library.texts), left, draft.marking)


def _draft_passage(
    reader: Reader, draft: Draft, words: Words, lead: Hit, hits: Sequence[Hit]
) -> Passage | None:
    """The passage that a hit found, with every text that holds the better part of it."""
    start, end = int(words.starts[lead.first]), int(words.ends[lead.last - 1])
    own = " ".join(draft.text[start:end].split())
    ground = reader.library.ground
    held = {hit.text for hit in hits if hit.first < lead.last and lead.first < hit.last}
    allowed = np.zeros(len(ground), np.bool_)
    allowed[list(held)] = True
    found = better_part(find_hits(ground, Asked.of(ground, own), allowed), lead.last - lead.first)
    return reader.passage(own, draft.address(start), found, lead.last - lead.first) if found else None


def better_part(hits: Sequence[Hit], size: int) -> list[Hit]:
    """The hits that hold the better part of so many words."""
    return [hit for hit in hits if (hit.last - hit.first) * 2 > size]


def refuse_little(asked: Asked) -> None:
    """Raise RequestError for words that are found everywhere."""
    size = len(asked.words)
    if not size:
        raise RequestError("there is nothing to look for; give a passage, or a file")
    if size < FEWEST_WORDS or asked.telling < 2:
        few = f"{size} word{'s' * (size != 1)}" if size < FEWEST_WORDS else "words that every text has"
        raise RequestError(
            f"{few}: too little to tell where it comes from; give {FEWEST_WORDS} words or more of the passage, "
            "or use `acquis search`"
        )


def refuse_much(asked: Asked, name: str) -> None:
    """Raise RequestError for more than can be looked for."""
    if len(asked.words) > MOST_WORDS:
        raise RequestError(
            f"{name}: {len(asked.words):,} words; give a part of it, of at most {MOST_WORDS:,}"
        )
    if not asked.telling:
        raise RequestError(f"{name}: holds no words that could be looked for")


def phrase_bars(size: int) -> tuple[Bar, ...]:
    """What a text must have of a phrase: most of its words, of a short one nearly all; of a long one any passage."""
    if size > _LONG_PHRASE:
        return (Bar(words=20, telling=8, likeness=0.6, score=60.0),)
    share = 0.8 if size < _SHORT_PHRASE else 0.7 if size < _MIDDLING_PHRASE else 0.6
    return (Bar(words=4, telling=2, likeness=0.6, score=8.0, share=share),)


def _one_each(hits: Sequence[Hit]) -> list[Hit]:
    """The best hit of each text."""
    best: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda one: one.order):
        best.setdefault(hit.text, hit)
    return list(best.values())


def _listed(hits: Sequence[Hit]) -> list[Hit]:
    """By day, of very many the likest and the earliest."""
    earliest = min(hits, key=lambda hit: hit.text)
    likest = sorted(hits, key=lambda hit: hit.order)[:_MOST_USES]
    return sorted({earliest, *likest}, key=lambda hit: hit.text)


def _leads(hits: Sequence[Hit]) -> list[Hit]:
    """One hit for each passage, the longest first; a part of one only where texts hold it that do not hold the whole."""
    leads: list[Hit] = []
    near: dict[
        int, list[tuple[Hit, set[int]]]
    ] = {}  # by stretches of the draft: each hit is held to a few others
    for hit in sorted(hits, key=lambda one: (one.first - one.last, one.first, one.text, one.start)):
        middle = (hit.first + hit.last) // 2
        around = [one for one in near.get(middle // _STRETCH, ()) if one[0].first <= middle < one[0].last]
        if any(hit.text in texts for _, texts in around):
            continue
        alike = next((one for one in around if (hit.last - hit.first) * 2 > one[0].last - one[0].first), None)
        if alike is not None:
            alike[1].add(hit.text)
            continue
        leads.append(hit)
        made = (hit, {hit.text})
        for stretch in range(hit.first // _STRETCH, (hit.last - 1) // _STRETCH + 1):
            near.setdefault(stretch, []).append(made)
    return leads
