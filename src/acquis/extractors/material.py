"""What every extractor works on: one document with its passages, words, names and dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from acquis.extractors.elements import ICT_HINTS, ICT_WORDS, speaks_of_ict
from acquis.extractors.passages import Passage, find_passages
from acquis.grammar.tokens import Tokens, tokenize
from acquis.model.concept import Concept, ConceptKind
from acquis.model.document import Document
from acquis.vocabulary.lexicon import Lexicon, Mention
from acquis.vocabulary.vocabulary import Vocabulary

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEAD = 400
_ITEM = re.compile(
    r"\bregular institutional dialogue\b|\bexisting and (?:potential|emerging) threats\b|"
    r"\brules,? norms and principles\b|\bpoints? of contact directory\b",
    re.I,
)
# Provisions whose names no other field uses: those of the law and of capacity-building are everybody's.
_OWN_NAMES = ("provision.norm.", "provision.norms.", "provision.cbm.", "provision.poc.", "provision.rid.")
ACTORS: tuple[ConceptKind, ...] = ("state", "group")


@dataclass(frozen=True, slots=True)
class Material:
    """One document, ready for the extractors. Mentions are in the order of the text, none inside another.

    `spoken` says of each passage whether it speaks of ICTs; `on_framework` that the whole text is on what States
    agreed about them.
    """

    document: Document
    vocabulary: Vocabulary
    tokens: Tokens
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    mention_starts: tuple[int, ...]
    spoken: tuple[bool, ...]
    on_framework: bool

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.document.text[passage.start : passage.end]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The names found inside a span of the text."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]

    def concept(self, mention: Mention, *kinds: ConceptKind) -> Concept | None:
        """What a mention means, among these kinds (any kind if none is given); None where it means none of them."""
        for sense in mention.senses:
            concept = self.vocabulary.concepts[sense.concept_id]
            if (not kinds or concept.kind in kinds) and not sense.weak and sense.form != "keyword":
                return concept
        return None

    def actors_in(self, start: int, end: int, *, adjectives: bool = True) -> list[tuple[Mention, str]]:
        """The States and groups named in a span, with their codes, in order; the same one may come twice."""
        found = []
        for mention in self.mentions_in(start, end):
            concept = self.concept(mention, *ACTORS)
            if concept and (adjectives or not _only_adjective(mention, concept.id)):
                found.append((mention, actor_code(concept)))
        return found

    @property
    def reference_date(self) -> date | None:
        """The day that relative dates count from: the day of publication, if it is known to the day."""
        published = self.document.published or ""
        return date.fromisoformat(published) if len(published) == 10 else None


def reference_year(document: Document) -> int | None:
    """The year of a document: of its publication, else the one its provenance names."""
    if document.published:
        return int(document.published[:4])
    named = _YEAR.findall(document.provenance or "")
    return int(named[-1]) if named else None


def actor_code(concept: Concept) -> str:
    """The code of a State or group as the contract prints it ("GB", "AU" for the African Union)."""
    return concept.code or concept.id.split(".", 1)[1]


def _only_adjective(mention: Mention, concept_id: str) -> bool:
    return all(sense.form == "adjective" for sense in mention.senses if sense.concept_id == concept_id)


def prepare(document: Document, vocabulary: Vocabulary, lexicon: Lexicon) -> Material:
    """The material of a document."""
    tokens = tokenize(document.text)
    mentions = tuple(lexicon.find(document.text, tokens.words, tokens.starts, tokens.ends))
    starts = tuple(mention.start for mention in mentions)
    passages = find_passages(document)
    spoken = _spoken(passages, tokens)
    on_framework = _on_framework(document, mentions)
    return Material(document, vocabulary, tokens, passages, mentions, starts, spoken, on_framework)


def _on_framework(document: Document, mentions: tuple[Mention, ...]) -> bool:
    """Is it headed by an item of the processes on ICTs, or does it name two parts of what they agreed?"""
    if _ITEM.search(f"{document.title or ''}\n{document.text[:_HEAD]}"):
        return True
    named = {
        sense.concept_id
        for mention in mentions
        for sense in mention.senses
        if sense.form == "name" and not sense.weak and sense.concept_id.startswith(_OWN_NAMES)
    }
    return len(named) > 1


def _spoken(passages: tuple[Passage, ...], tokens: Tokens) -> tuple[bool, ...]:
    """For each passage, whether it speaks of ICTs."""
    telling = ICT_WORDS | ICT_HINTS
    spoken = [False] * len(passages)
    at = 0
    for token in [token for token, word in enumerate(tokens.words) if word in telling]:
        while at < len(passages) and passages[at].end <= tokens.starts[token]:
            at += 1
        if at < len(passages) and passages[at].start <= tokens.starts[token] and not spoken[at]:
            first, last = tokens.within(passages[at].start, passages[at].end)
            words = tokens.text[passages[at].start : passages[at].end]
            spoken[at] = speaks_of_ict(words, tokens.words[first:last])
    return tuple(spoken)
