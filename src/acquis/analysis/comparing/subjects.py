"""What two texts speak of: topics matched loosely, and the bodies and States that only one of them names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from acquis.analysis.comparing.given import Finder
from acquis.analysis.comparing.names import PROPER, SMALL, TOPICAL, Named, Names
from acquis.grammar.words import normal_words
from acquis.model.comparison import Difference, Row, Said
from acquis.model.concept import ConceptKind
from acquis.model.document import Paragraph
from acquis.model.record import Record

# Words that nearly every topic of the field has.
_GENERIC = frozenset(
    normal_words(
        "cyber cyberspace cybersecurity digital security international global ict secure policy national state"
    )
)
_LITTLE = 0.25  # the weight of such a word; others count 1
_SMALLER, _BOTH = (
    0.6,
    0.34,
)  # the share of the smaller, and of both together, that two topics must have in common
_MOST = 60  # topics of a text without an agenda: the first so many
_NAMED: tuple[ConceptKind, ...] = ("state", "group", "institution", "process", "instrument")


class _Topic(NamedTuple):
    """A topic: its phrase, what it means as a whole, its words of meaning."""

    phrase: str
    concept: str | None
    bag: frozenset[str]


class Subjects:
    """The topics and names of one record."""

    def __init__(self, record: Record, finder: Finder, names: Names) -> None:
        self._finder, self._names = finder, names
        heads = [part for part in record.document.paragraphs if part.kind == "heading"]
        found = _outside(names.find(record.document.text, (*_NAMED, *TOPICAL)), heads)
        first = {one.concept.id: one for one in reversed(found)}
        in_order = sorted(first.values(), key=lambda one: one.start)
        self.named = {one.concept.id: one for one in in_order if one.concept.kind in _NAMED}
        phrases = record.meeting.topics if record.meeting else ()
        told = [one.printed for one in in_order if one.concept.kind in TOPICAL][:_MOST]
        bases = names.ids(" ; ".join(record.meeting.under), ("instrument",)) if record.meeting else {}
        topics = [self._topic(phrase) for phrase in phrases or told]
        self.topics = [topic for topic in topics if topic.concept is None or topic.concept not in bases]
        self._bags = [names.bag(sentence) for sentence in finder.sentences]

    def said(self, topic: _Topic) -> Said | None:
        """Where a topic stands."""
        return self._finder.find(topic.phrase)

    def mention(self, topic: _Topic) -> Said | None:
        """The first sentence that has all the words of a topic of the other text."""
        telling = topic.bag - _GENERIC
        if not telling:
            return None
        index = next((at for at, bag in enumerate(self._bags) if telling <= bag), None)
        return None if index is None else self._finder.sentence(index, topic.phrase)

    def name_said(self, concept_id: str) -> Said | None:
        """The first sentence that names something."""
        named = self.named[concept_id]
        return self._finder.sentence_at(named.start, named.concept.name)

    def _topic(self, phrase: str) -> _Topic:
        whole = self._names.whole(phrase, PROPER)
        longer = (key for key, named in self.named.items() if phrase.lower() in named.printed.lower())
        return _Topic(phrase, whole.id if whole else next(longer, None), self._names.bag(phrase))


def topic_rows(a: Subjects, b: Subjects) -> Iterator[Row]:
    """A row for every topic; a topic that is a name which the other text has nowhere is left to `name_rows`."""
    left = list(b.topics)
    for topic in a.topics:
        other = _best(topic, left)
        if other is not None:
            left.remove(other)
            same = normal_words(topic.phrase) == normal_words(other.phrase)
            yield Row("topic", "same words" if same else "other words", a.said(topic), b.said(other))
        else:
            yield from _alone(topic, a, b, first=True)
    for topic in left:
        yield from _alone(topic, b, a, first=False)


def name_rows(a: Subjects, b: Subjects, known: frozenset[str]) -> Iterator[Row]:
    """A row for everything that only one text names and that `known` (parties, people's bodies) does not hold."""
    for concept_id in a.named:
        if concept_id not in b.named and concept_id not in known:
            yield Row("name", "only A", a=a.name_said(concept_id))
    for concept_id in b.named:
        if concept_id not in a.named and concept_id not in known:
            yield Row("name", "only B", b=b.name_said(concept_id))


def _outside(found: list[Named], heads: list[Paragraph]) -> list[Named]:
    """The names that do not stand in a heading: titles list sponsors, and the text says the rest again."""
    starts = [head.start for head in heads]
    inside = [bisect_right(starts, named.start) - 1 for named in found]
    return [named for named, at in zip(found, inside, strict=True) if at < 0 or heads[at].end <= named.start]


def _alone(topic: _Topic, own: Subjects, other: Subjects, *, first: bool) -> Iterator[Row]:
    """A topic of one text: the other mentions it in passing, or not at all."""
    if topic.concept and topic.concept not in other.named:
        return
    here, there = own.said(topic), other.mention(topic)
    a, b = (here, there) if first else (there, here)
    if there is None:
        yield Row("topic", "only A" if first else "only B", a, b)
        return
    kinds = (("a topic",), ("in passing",))
    yield Row("topic", "other words", a, b, (Difference("role", *(kinds if first else kinds[::-1])),))


def _best(topic: _Topic, others: list[_Topic]) -> _Topic | None:
    scored = [(score, -at, other) for at, other in enumerate(others) if (score := _alike(topic, other))]
    return max(scored)[2] if scored else None


def _alike(a: _Topic, b: _Topic) -> float:
    """How much two topics have in common, 0 where it is too little to be one topic."""
    if set(normal_words(a.phrase)) - SMALL == set(normal_words(b.phrase)) - SMALL:
        return 2.0
    shared, ours, theirs = (sum(map(_weight, bag)) for bag in (a.bag & b.bag, a.bag, b.bag))
    smaller = min(ours, theirs)
    if shared < 1 or not smaller or shared / smaller < _SMALLER:
        return 0.0
    both = shared / (ours + theirs - shared)
    return both if both >= _BOTH else 0.0


def _weight(word: str) -> float:
    return _LITTLE if word in _GENERIC else 1.0
