"""Cue table to a word tree; a sentence's words to the cues in it. What comes out still has to be weighed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from acquis.extractors.cue_table import CUES, DOUBLED, IRREGULAR


class Cue(NamedTuple):
    """One line of the cue table: the act its words can show, and its name."""

    act: str
    name: str


class CueHit(NamedTuple):
    """A cue found: its tokens `first` to `last`, both inclusive (indexes of the document's tokens)."""

    cue: Cue
    first: int
    last: int


class _Node:
    __slots__ = ("cues", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.cues: tuple[Cue, ...] = ()

    def child(self, word: str) -> _Node:
        node = self.following.get(word)
        if node is None:
            node = self.following[word] = _Node()
        return node


def verb_forms(lemma: str) -> list[str]:
    """The forms of an English verb: base, third person, past, participles."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma].split()
    if lemma.endswith("ee"):
        return [lemma, lemma + "s", lemma + "d", lemma + "ing"]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    double = lemma + lemma[-1] if lemma in DOUBLED else lemma
    forms = [lemma, third, double + "ed", double + "ing"]
    return [*forms, lemma + "ed", lemma + "ing"] if lemma == "travel" else forms


@cache
def choices_of(token: str) -> tuple[str, ...]:
    """The words that one token of a pattern stands for; "" where it may be left out."""
    optional = ("",) if token.startswith("?") else ()
    words: list[str] = []
    for word in token.lstrip("?").split("/"):
        words += verb_forms(word[:-1]) if word.endswith("~") else [word]
    return (*words, *optional)


def _plant(root: _Node, pattern: str, cue: Cue) -> None:
    """Add every row of words that a pattern stands for."""
    ends = [root]
    for token in pattern.split():
        choices = choices_of(token)
        ends = [node.child(word) if word else node for node in ends for word in choices]
    for node in ends:
        if cue not in node.cues:
            node.cues = (*node.cues, cue)


@cache
def _tree() -> dict[str, _Node]:
    root = _Node()
    for line in CUES.strip().splitlines():
        act, name, patterns = (part.strip() for part in line.split("|"))
        for pattern in patterns.split(","):
            _plant(root, pattern, Cue(act, name))
    return root.following


def find_cues(words: Sequence[str], first: int, last: int) -> list[CueHit]:
    """The cues among `words[first:last]`: the longest at each place; one inside another of the same act is dropped."""
    tree = _tree()
    hits: list[CueHit] = []
    for at, (word, after) in enumerate(
        zip(words[first:last], [*words[first + 1 : last], ""], strict=True), first
    ):
        node = tree.get(word)
        if node is None or not (node.cues or after in node.following):
            continue
        found, end = node.cues, at
        reach = at
        while node.following and reach + 1 < last:
            deeper = node.following.get(words[reach + 1])
            if deeper is None:
                break
            node, reach = deeper, reach + 1
            if node.cues:
                found, end = node.cues, reach
        for cue in found:
            hit = CueHit(cue, at, end)
            if not any(h.last >= end and h.cue.act == cue.act for h in hits[-3:]):
                hits.append(hit)
    return hits
