"""Names of the vocabulary in, mentions in a tokenised text out: longest match on word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

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


class _Node(TypedDict, total=False):
    """A node of the word tree: the next words, and the readings of a name that ends here."""

    following: dict[str, _Node]
    readings: tuple[_Reading, ...]
    dotted: bool


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
            self._plant(name, tuple(meanings))

    def _plant(self, name: str, senses: tuple[Sense, ...]) -> None:
        words = _WORD.findall(name)
        if not words:
            return
        branch, node = self._root, _Node()
        for word in words:
            node = branch.setdefault(word, _Node())
            branch = node.setdefault("following", {})
        combining = name.endswith("-")
        readings = tuple(_Reading(s, s.concept_id.startswith(_PROPER), combining) for s in senses)
        node["readings"] = node.get("readings", ()) + readings
        node["dotted"] = node.get("dotted", False) or "." in name

    def find(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
    ) -> list[Mention]:
        """All mentions, longest first at each place, none inside another."""
        found: list[Mention] = []
        root, at, count = self._root, 0, len(words)
        while at < count:
            node = root.get(words[at])
            if node is None:
                at += 1
                continue
            mention = self._longest(text, words, starts, ends, at, node)
            if mention is None:
                at += 1
            else:
                if mention.senses:
                    found.append(mention)
                at = mention.last + 1
        return found

    def _longest(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int], at: int, node: _Node
    ) -> Mention | None:  # fmt: skip
        best: Mention | None = None
        last = at
        while True:
            if "readings" in node:
                end = ends[last]
                senses = _fitting(node["readings"], text[starts[at] : end], text[end : end + 1] or " ")
                if senses is not None:
                    best = Mention(starts[at], ends[last], at, last, senses)
            following = node.get("following")
            if not following or last + 1 >= len(words):
                return best
            deeper = following.get(words[last + 1])
            if deeper is None:
                return best
            gap = text[ends[last] : starts[last + 1]]
            if gap != " " and (not _GAP.fullmatch(gap) or (". " in gap and not deeper.get("dotted", True))):
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
    senses: dict[str, list[Sense]] = {}
    for name, meanings in vocabulary.senses.items():
        fitting = [sense for sense in meanings if vocabulary.concepts[sense.concept_id].kind in wanted]
        if fitting:
            senses[name] = fitting
    return Lexicon(senses)
