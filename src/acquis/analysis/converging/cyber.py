"""Findings and documents in; which of them speak of cyberspace at all, out: general debates speak of much else.

A finding does where its sentence has a word of the field, or where its whole document is of the field: a quarter
of its sentences have such words, or an eighth of its findings belongs to an element of the framework.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from acquis.grammar.query import Node, Or, Phrase, Prefix, Word
from acquis.model.claim import Act
from acquis.model.marking import Viewer
from acquis.store.spoken import Hunt, Side, Spoken, count_field, find_worded
from acquis.store.voices import Voice

_PREFIXES = ("cyber", "digital", "hack", "encrypt", "cryptograph", "telecommunication", "ransomware")
_SINGLE = ("internet", "online", "ict", "software", "malware", "spyware", "computer", "disinformation")
_PHRASES = (
    "information security", "information space", "information system", "information technology",
    "information technologies", "information warfare", "information and communication", "information operation",
    "artificial intelligence", "critical infrastructure", "data protection", "new technologies", "social media",
    "emerging technologies", "outer space and cyberspace",
)  # fmt: skip
_SENTENCES, _ELEMENTS = 0.25, 0.12  # shares that make a whole document one of the field


@dataclass(frozen=True, slots=True)
class Field:
    """The findings whose sentence, and the documents which as a whole, are of the field (row ids)."""

    findings: frozenset[int]
    documents: frozenset[int]

    def holds(self, one: Voice | Side | Spoken) -> bool:
        """Is it heard on cyberspace?"""
        return one.claim in self.findings or one.document in self.documents

    def hunt(self, acts: tuple[Act, ...], most: int) -> Hunt:
        """What asks for the newest findings of these acts in the field."""
        return Hunt(acts=acts, most=most, matching=_query(), whole=self.documents)


def find_field(connection: Connection, viewer: Viewer) -> Field:
    """What a viewer may see that is of the field."""
    counts = count_field(connection, viewer, _query())
    whole = (
        row for row, one in counts.items()
        if one.matching >= _SENTENCES * one.sentences or one.elements >= _ELEMENTS * max(1, one.findings)
    )  # fmt: skip
    return Field(frozenset(find_worded(connection, viewer, _query())), frozenset(whole))


def _query() -> Node:
    words: list[Node] = [*map(Prefix, _PREFIXES), *map(Word, _SINGLE)]
    return Or((*words, *(Phrase(tuple(phrase.split())) for phrase in _PHRASES)))
