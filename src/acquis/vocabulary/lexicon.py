"""Names of the vocabulary in, mentions in a tokenised text out: longest match on word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from acquis.model.concept import ConceptKind
from acquis.vocabulary.loader import load_vocabulary
from acquis.vocabulary.vocabulary import APOSTROPHES, Sense, Vocabulary

_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name; a full stop only where the name has one.
_GAP = re.compile(r"[\s,'’.&/()\-–\u2060]{0,4}")


# Names of these kinds are proper names: they count only with a capital ("Polish", not "polish").
_PROPER = ("state.", "group.", "place.", "institution.")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sense of a name, with what its spelling must be: a capital first, a hyphen after ("Indo-")."""

    sense: Sense
    proper: bool
    combining: bool

    def fits(self, written: str, after: str) -> bool:
        exact = self.sense.exact
        if exact is not None and exact.rstrip(".") != written.rstrip("."):
            return False
        if self.combining and after not in "-–‑":
            return False
        return (
            not self.proper or written[0].isupper() or (written.startswith("the ") and written[4:5].isupper())
        )


class _Node:
    """A node of the word tree: the next words, and the names that end here with their senses.

    `dotted` says whether a full stop may stand before its word: not where a name ends that has none.
    """

    __slots__ = ("_readings", "dotted", "following", "names")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.names: tuple[tuple[str, Sequence[Sense]], ...] = ()
        self.dotted = True
        self._readings: tuple[_Reading, ...] = ()

    def readings(self) -> tuple[_Reading, ...]:
        """The readings of the names that end here, made when they are first asked for: most names never are."""
        if not self._readings:
            self._readings = tuple(
                _Reading(sense, sense.concept_id.startswith(_PROPER), name.endswith("-"))
                for name, senses in self.names
                for sense in senses
            )
        return self._readings


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: its place, its tokens, and all that it can mean here (never empty)."""

    start: int
    end: int
    first: int
    last: int
    senses: tuple[Sense, ...]

    @property
    def concept_id(self) -> str:
        """The first meaning, in the order of the vocabulary."""
        return self.senses[0].concept_id


class Lexicon:
    """All names of some kinds of concepts, ready to be found."""

    def __init__(self, senses: Mapping[str, Sequence[Sense]]) -> None:
        self._root: dict[str, _Node] = {}
        for name, meanings in senses.items():
            self._plant(name, meanings)

    def _plant(self, name: str, senses: Sequence[Sense]) -> None:
        branch, node = self._root, None
        for word in _WORD.findall(name):
            node = branch.get(word)
            if node is None:
                node = branch[word] = _Node()
            branch = node.following
        if node is not None:
            node.dotted = "." in name or (bool(node.names) and node.dotted)
            node.names += ((name, senses),)

    def find(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
    ) -> list[Mention]:
        """All mentions, longest first at each place, none inside another."""
        found: list[Mention] = []
        root, free = self._root, 0
        for at in [at for at, word in enumerate(words) if word in root]:
            if at < free:
                continue
            mention = self._longest(text, words, starts, ends, at)
            if mention is not None:
                free = mention.last + 1
                if mention.senses:
                    found.append(mention)
        return found

    def _longest(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int], at: int
    ) -> Mention | None:  # fmt: skip
        best: Mention | None = None
        node, last = self._root[words[at]], at
        while True:
            if node.names:
                end = ends[last]
                senses = _fitting(node.readings(), text[starts[at] : end], text[end : end + 1] or " ")
                if senses is not None:
                    best = Mention(starts[at], end, at, last, senses)
            if last + 1 >= len(words) or (deeper := node.following.get(words[last + 1])) is None:
                return best
            gap = text[ends[last] : starts[last + 1]]
            if gap != " " and (not _GAP.fullmatch(gap) or (". " in gap and not deeper.dotted)):
                return best
            node, last = deeper, last + 1


def _fitting(readings: tuple[_Reading, ...], written: str, after: str) -> tuple[Sense, ...] | None:
    """The senses this spelling allows; empty where the words only mean something else, None where none fits."""
    plain = written.translate(APOSTROPHES)
    fitting = [reading.sense for reading in readings if reading.fits(plain, after)]
    if not fitting:
        return None
    refused = {sense.concept_id for sense in fitting if sense.form == "not"}
    return tuple(
        {sense.concept_id: sense for sense in reversed(fitting) if sense.concept_id not in refused}.values()
    )[::-1]


@lru_cache(maxsize=32)
def lexicon_of(extra: tuple[Path, ...], kinds: tuple[ConceptKind, ...]) -> Lexicon:
    """The lexicon of these kinds of concepts over the vocabulary with the user's files."""
    return build_lexicon(load_vocabulary(extra), kinds)


def build_lexicon(vocabulary: Vocabulary, kinds: Iterable[ConceptKind]) -> Lexicon:
    """The lexicon of these kinds of concepts."""
    wanted = frozenset(kinds)
    of_kinds = {concept_id for concept_id, (kind, _) in vocabulary.concepts.entries.items() if kind in wanted}
    senses: dict[str, list[Sense]] = {}
    for name, meanings in vocabulary.senses.items():
        fitting = [sense for sense in meanings if sense.concept_id in of_kinds]
        if fitting:
            senses[name] = fitting
    return Lexicon(senses)
