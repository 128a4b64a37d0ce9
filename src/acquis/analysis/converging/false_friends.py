"""What a viewer may see in; false friends as they are proposed and as people judged them, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.converging.cyber import find_field
from acquis.analysis.converging.friends import ACTS, MOST_FINDINGS, Candidate, Used, find_candidates
from acquis.analysis.converging.placing import voice_of
from acquis.analysis.hearing import ALWAYS, Hearing, Period, look, read_utterances, with_voices
from acquis.model.convergence import FalseFriend, FalseFriends
from acquis.model.judgement import Judgement
from acquis.model.marking import Viewer
from acquis.model.utterance import Utterance
from acquis.store.judgements import standing_ties
from acquis.store.spoken import Spoken, find_spoken, find_targets
from acquis.vocabulary import Vocabulary, load_vocabulary

_MOST = 20
_JUDGED = "a person says that the words mean two things"
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which false friends are asked for: of these days, at most so many that nobody has judged."""

    period: Period = ALWAYS
    most: int = _MOST


@dataclass(frozen=True, slots=True)
class _Judged:
    """The last word on each pair, by the works and the sentences: accepted ones, and rejected ones."""

    accepted: Mapping[frozenset[_Place], Judgement]
    rejected: frozenset[frozenset[_Place]]


def find_false_friends(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], pairing: Pairing
) -> FalseFriends:
    """Accepted pairs first, then those that most speaks for; what a person rejected is not proposed again.

    Raises NotKept where the viewer may see no document at all.
    """
    hearing = look(connection, viewer, pairing.period)
    field = find_field(connection, viewer)
    every = find_spoken(connection, viewer, field.hunt(ACTS, MOST_FINDINGS))
    spoken = [one for one in every if one.document in hearing.documents and field.holds(one)]
    judged = _judged(standing_ties(connection, viewer, "pair"))
    candidates = _candidates(connection, load_vocabulary(files), hearing, spoken)
    known = {_pair_of(one, hearing): one for one in candidates}
    settled = _settled(judged, known, spoken, hearing)
    fresh = [
        one for pair, one in known.items() if pair not in judged.accepted and pair not in judged.rejected
    ]
    shown = [*settled, *fresh[: pairing.most]]
    voices = {used.spoken.claim: voice_of(used.spoken) for one in shown for used in (one.one, one.other)}
    words = read_utterances(connection, viewer, with_voices(hearing, voices.values()), voices.values())
    return FalseFriends(
        pairs=tuple(_friend(one, words, accepted=one in settled) for one in shown),
        findings=len(spoken),
        documents=len(hearing.documents),
        rejected=sum(pair in judged.rejected for pair in known),
        remarks=(f"the {MOST_FINDINGS:,} findings that were kept last were read",)
        if len(every) == MOST_FINDINGS
        else (),
    )


def _candidates(
    connection: Connection, vocabulary: Vocabulary, hearing: Hearing, spoken: Sequence[Spoken]
) -> list[Candidate]:
    """Of threats nobody means another thing by listing them with others: provisions and topics are compared."""
    some = (*vocabulary.of_kind("provision"), *vocabulary.of_kind("topic"))
    names = {one.id: one.name for one in some if one.element != "threats"}
    concepts = find_targets(connection, spoken)
    return find_candidates(spoken, concepts, names, {row: one.key for row, one in hearing.documents.items()})


def _judged(judgements: Iterable[Judgement]) -> _Judged:
    accepted: dict[frozenset[_Place], Judgement] = {}
    rejected: set[frozenset[_Place]] = set()
    for one in judgements:  # the oldest first: what is said last counts
        pair = frozenset((anchor.work, " ".join(anchor.quote.split())) for anchor in one.subject.anchors)
        accepted.pop(pair, None)
        rejected.discard(pair)
        if one.verdict == "reject":
            rejected.add(pair)
        else:
            accepted[pair] = one
    return _Judged(accepted, frozenset(rejected))


def _place(one: Spoken, hearing: Hearing) -> _Place:
    return hearing.documents[one.document].work, " ".join(one.sentence.split())


def _pair_of(one: Candidate, hearing: Hearing) -> frozenset[_Place]:
    return frozenset(_place(used.spoken, hearing) for used in (one.one, one.other))


def _settled(
    judged: _Judged, known: Mapping[frozenset[_Place], Candidate], spoken: Sequence[Spoken], hearing: Hearing
) -> list[Candidate]:
    """The accepted pairs whose sentences are here, whether they would be proposed or a person found them."""
    wanted = {place for pair in judged.accepted for place in pair}
    by_place: dict[_Place, Spoken] = {}
    for one in spoken if wanted else ():
        place = _place(one, hearing)
        if place in wanted:
            by_place.setdefault(place, one)
    found = []
    for pair, judgement in judged.accepted.items():
        if pair in known:
            found.append(known[pair])
        elif len(pair) == 2 and pair <= by_place.keys():
            one, other = (by_place[place] for place in sorted(pair))
            found.append(_told(one, other, judgement.why or _JUDGED))
    return found


def _told(one: Spoken, other: Spoken, why: str) -> Candidate:
    first, second = (Used.told(each) for each in (one, other))
    return Candidate(first, second, "", (why,), 1.0)


def _friend(one: Candidate, words: Mapping[int, Utterance], *, accepted: bool) -> FalseFriend:
    return FalseFriend(
        shared=one.shared,
        one=words[one.one.spoken.claim],
        other=words[one.other.spoken.claim],
        reasons=one.reasons,
        score=one.score,
        settled="accepted" if accepted else "proposed",
    )
