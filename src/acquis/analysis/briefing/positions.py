"""Findings of two parties in; the last agreed words on each topic, and what the other side said lately, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from acquis.analysis.briefing.lines import shortened
from acquis.model.brief import BriefLine, Source
from acquis.model.claim import Act
from acquis.model.frame import Frame
from acquis.model.kept import KeptClaim
from acquis.vocabulary import Vocabulary

# What binds, or says what both hold; talk does neither.
AGREED: frozenset[Act] = frozenset(
    {"commitment", "affirmation", "support", "condemnation", "concern", "call"}
)
POSITIONS: tuple[Act, ...] = (
    "need",
    "objection",
    "proposal",
    "concern",
    "condemnation",
    "call",
    "support",
    "affirmation",
    "offer",
)
_FEWEST_WORDS = 6
RECENT = 366  # days within which a position is among the last ones
_ELEMENTS = {
    "international-law": "International law",
    "norms": "Norms",
    "cbms": "Confidence-building",
    "capacity-building": "Capacity-building",
    "threats": "Threats",
    "institutional-dialogue": "Dialogue",
}


def agreed_lines(
    claims: Iterable[KeptClaim], frames: Mapping[str, Frame], parties: Sequence[str], vocabulary: Vocabulary
) -> Iterator[BriefLine]:
    """The newest words that both parties own, one line a topic, the newest topic first."""
    both = [
        one for one in claims
        if one.document in frames and one.claim.act in AGREED and set(parties) <= set(one.claim.owners)
        and len(one.claim.evidence.quote.split()) >= _FEWEST_WORDS
    ]  # fmt: skip
    told: set[str] = set()
    for one in sorted(both, key=lambda one: _newest_first(one, frames)):
        topic = topic_of(one, vocabulary)
        if topic is not None and topic not in told:
            told.add(topic)
            yield _line(f"{topic}: ", one, frames)


def topic_of(one: KeptClaim, vocabulary: Vocabulary) -> str | None:
    """What a finding is about: a topic or threat of the vocabulary, else its element."""
    for target in one.claim.targets:
        if target.startswith(("topic.", "threat.", "process.")) and target in vocabulary.concepts.entries:
            name = vocabulary.get(target).name
            return name[0].upper() + name[1:]
    return _ELEMENTS.get(one.claim.element or "")


def position_lines(
    claims: Iterable[KeptClaim], frames: Mapping[str, Frame], party: str, others: Sequence[str]
) -> Iterator[BriefLine]:
    """What one party said for itself lately, needs and objections first of each day."""
    own = [
        one for one in claims
        if one.document in frames and party in one.claim.owners and not set(others) & set(one.claim.owners)
        and is_position(one)
    ]  # fmt: skip
    newest = sorted(own, key=lambda one: _newest_first(one, frames))
    last = _day(newest[0], frames) if newest else 0
    # Of its last statements the acts that tell most; what is years older is no latest position.
    recent = [one for one in newest if last - _day(one, frames) <= RECENT]
    for one in sorted(recent, key=lambda one: (POSITIONS.index(one.claim.act), _newest_first(one, frames))):
        yield _line(f"{one.claim.act.capitalize()}: ", one, frames)


def is_position(one: KeptClaim) -> bool:
    """Does a finding say where somebody stands, in enough words to be told?"""
    claim = one.claim
    says = claim.act in POSITIONS and (claim.targets or claim.element)
    return bool(says) and len(claim.evidence.quote.split()) >= _FEWEST_WORDS


def _line(lead: str, one: KeptClaim, frames: Mapping[str, Frame]) -> BriefLine:
    return BriefLine(
        lead, shortened(one.claim.evidence.quote), (Source(frames[one.document], one.claim.paragraph),)
    )


def _newest_first(one: KeptClaim, frames: Mapping[str, Frame]) -> tuple[int, int, int]:
    return -_day(one, frames), -(one.claim.grade or 0), one.claim.evidence.start


def _day(one: KeptClaim, frames: Mapping[str, Frame]) -> int:
    latest = frames[one.document].latest
    return latest.toordinal() if latest else 0
