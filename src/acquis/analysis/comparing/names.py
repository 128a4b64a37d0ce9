"""Texts to what they name: States, bodies, processes, instruments, topics, each by the id of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from acquis.grammar.tokens import tokenize
from acquis.grammar.words import normal_words
from acquis.model.concept import Concept, ConceptKind
from acquis.reading import KINDS
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.lexicon import Lexicon, Mention, lexicon_of

PROPER: tuple[ConceptKind, ...] = ("state", "group", "institution", "process", "instrument", "place")
TOPICAL: tuple[ConceptKind, ...] = ("topic", "threat", "provision")
# Words that frame a topic and say nothing of it, and those of grammar.
SMALL = frozenset(
    normal_words(
        """
        a an the of and or to in on at by for from with as is are was were be been being it its this that these those
        their our his her they we he she you i which who has have had do does did not also into upon over under between
        through such both all any each other will would shall should may can could must so than then there here
        issue matter question topic area field aspect work effort fight combating countering against development
        cooperation discussion talk exchange view importance role need ongoing relevant current recent side regarding
        concerning related relating including
        """
    )
)


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a text: what it means, where it stands there, and how it is printed."""

    concept: Concept
    start: int
    end: int
    printed: str


class Names:
    """Finds names with the vocabulary that the texts were read with."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self.vocabulary = vocabulary
        self._lexicon = lexicon

    def find(self, text: str, kinds: tuple[ConceptKind, ...] = PROPER) -> list[Named]:
        """The names of these kinds, in order."""
        found = []
        for mention in self._mentions(text):
            concept = self._meaning(mention, kinds)
            if concept:
                found.append(Named(concept, mention.start, mention.end, text[mention.start : mention.end]))
        return found

    def ids(self, text: str, kinds: tuple[ConceptKind, ...] = PROPER) -> dict[str, str]:
        """What is named, by id, with the preferred name."""
        return {named.concept.id: named.concept.name for named in self.find(text, kinds)}

    def whole(self, words: str, kinds: tuple[ConceptKind, ...]) -> Concept | None:
        """What the words mean as a whole: "NCSC", "the Budapest Convention"; None where they say more than a name."""
        found = self.find(words, kinds)
        if not found:
            return None
        rest = words[: found[0].start] + " " + words[found[-1].end :]
        one_thing = len({named.concept.id for named in found}) == 1 and len(found) <= 2
        return found[0].concept if one_thing and not set(normal_words(rest)) - SMALL else None

    def bag(self, text: str) -> frozenset[str]:
        """The words that carry meaning, and in place of names what they name: "UK" and "United Kingdom" are one."""
        pieces, at, ids = [], 0, []
        for mention in self._mentions(text):
            concept = self._meaning(mention, (*PROPER, *TOPICAL))
            if concept and concept.kind not in TOPICAL:
                pieces.append(text[at : mention.start])
                at = mention.end
            ids += [concept.id] if concept else []
        words = normal_words(" ".join((*pieces, text[at:])))
        return frozenset(word for word in words if word not in SMALL).union(ids)

    def _mentions(self, text: str) -> list[Mention]:
        tokens = tokenize(text)
        return self._lexicon.find(text, tokens.words, tokens.starts, tokens.ends)

    def _meaning(self, mention: Mention, kinds: tuple[ConceptKind, ...]) -> Concept | None:
        for sense in mention.senses:
            concept = self.vocabulary.concepts[sense.concept_id]
            if concept.kind in kinds and not sense.weak and sense.form != "keyword":
                return concept
        return None


def names_of(vocabulary: tuple[Path, ...]) -> Names:
    """The names of the vocabulary with the user's files, as the readers find them."""
    return Names(load_vocabulary(vocabulary), lexicon_of(vocabulary, KINDS))
