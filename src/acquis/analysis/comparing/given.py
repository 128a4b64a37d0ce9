"""A text that is given for comparison: its record, how it is kept, and where words stand in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from acquis.grammar.words import normal_words
from acquis.model.comparison import Said
from acquis.model.kept import KeptRecord
from acquis.model.marking import Marking, highest
from acquis.model.record import Record

_LONGEST = 600  # characters of one saying
_LONG, _AROUND = 300, 120  # of a longer sentence the words around what is meant are shown
_ENOUGH = 0.6  # the share of the words that a sentence must hold to be where they stand


@dataclass(frozen=True, slots=True)
class Given:
    """A record with its marking; `key` names it, `work` is the work it is a version of, where that is known."""

    record: Record
    key: str
    marking: Marking = Marking.AMBER
    work: str | None = None

    @classmethod
    def kept(cls, kept: KeptRecord) -> Given:
        """What a workspace keeps: findings as they stand, marked as the highest of what shaped them."""
        marking = highest((kept.document.marking, *(claim.marking for claim in kept.claims)))
        return cls(kept.record, kept.document.key, marking, kept.document.work)


class Finder:
    """Finds where words stand in a record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._starts = [sentence.start for sentence in record.sentences]

    @cached_property
    def _plain(self) -> str:
        return self._record.document.text.lower()

    @cached_property
    def _bags(self) -> list[frozenset[str]]:
        text = self._record.document.text
        return [frozenset(normal_words(text[s.start : s.end])) for s in self._record.sentences]

    @property
    def sentences(self) -> list[str]:
        """The words of every sentence, in order."""
        text = self._record.document.text
        return [text[one.start : one.end] for one in self._record.sentences]

    def said(self, start: int, end: int, value: str | None = None) -> Said:
        """What stands at `start:end`; of something long the beginning."""
        end = min(end, start + _LONGEST)
        return Said(self._record.document.text[start:end], self.address(start), start, end, value)

    def sentence(self, index: int, value: str | None = None) -> Said:
        """The sentence of that index."""
        one = self._record.sentences[index]
        return self.said(one.start, one.end, value)

    def sentence_at(self, start: int, value: str | None = None) -> Said | None:
        """The sentence that the character stands in."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self._record.sentences[index].end <= start:
            return None
        return self.sentence(index, value)

    def find(self, words: str, value: str | None = None) -> Said | None:
        """The first sentence below the title with these words, in this case or another; else the one with most of them."""
        value = value or words
        at = self._plain.find(words.lower(), self._body)
        at = at if at >= 0 else self._plain.find(words.lower())
        said = self.sentence_at(at, value) if at >= 0 else None
        return self._around(said, at, at + len(words)) if said else self._nearest(words, value)

    def address(self, start: int) -> str:
        """The address of the paragraph that a character stands in."""
        paragraphs = self._record.document.paragraphs
        index = bisect_right(paragraphs, start, key=lambda paragraph: paragraph.start) - 1
        return paragraphs[max(index, 0)].address if paragraphs else ""

    @cached_property
    def _body(self) -> int:
        """Where the first paragraph that is no heading begins: titles repeat what the text says."""
        paragraphs = self._record.document.paragraphs
        return next((paragraph.start for paragraph in paragraphs if paragraph.kind != "heading"), 0)

    def _around(self, said: Said, start: int, end: int) -> Said:
        """Of a long sentence the words around those that are meant, from word to word."""
        text, last = self._record.document.text, said.start + len(said.words)
        if last - said.start <= _LONG:
            return said
        first = max(said.start, text.rfind(" ", said.start, max(said.start, start - _AROUND)) + 1)
        stop = text.find(" ", min(end + _AROUND, last), last)
        return self.said(first, last if stop < 0 else stop, said.value)

    def _nearest(self, words: str, value: str) -> Said | None:
        wanted = frozenset(normal_words(words))
        if not wanted or not self._bags:
            return None
        shares = [len(wanted & bag) / len(wanted) for bag in self._bags]
        best = max(range(len(shares)), key=shares.__getitem__)
        return self.sentence(best, value) if shares[best] >= _ENOUGH else None
