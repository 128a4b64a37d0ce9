"""What is asked for in; proposals with who backs and resists them, and what later text may have of them, out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, Period, read_utterances
from acquis.analysis.memory import Names
from acquis.analysis.proposals.grouping import group_ideas
from acquis.analysis.proposals.known import Known, known_of
from acquis.analysis.proposals.naming import state_terms, terms_in
from acquis.analysis.proposals.proposing import Idea, find_ideas
from acquis.analysis.proposals.reactions import Ground, find_standings
from acquis.analysis.proposals.uptakes import TAKING_UP, find_uptakes, later_texts
from acquis.errors import NotKept
from acquis.model.claim import Act
from acquis.model.marking import Viewer
from acquis.model.proposal import Proposal, ProposalFilters, Proposals
from acquis.store.mentions import find_proposing
from acquis.store.voices import Heard, Listening, find_heard, find_voices
from acquis.vocabulary import Vocabulary

_ACTS: tuple[Act, ...] = ("proposal", "call")


def find_proposals(connection: Connection, viewer: Viewer, names: Names, asked: ProposalFilters) -> Proposals:
    """The proposals that are asked for, the latest first. Raises NotKept where the viewer may see no document."""
    documents = find_heard(connection, viewer)
    if not documents:
        raise NotKept("no document in this workspace; `acquis add` reads some")
    period = Period(asked.since, asked.until)
    groups = _groups(connection, viewer, names, documents)
    wanted = _wanted(connection, viewer, asked)
    fitting = [group for group in groups if _fits(group, asked, period, documents, wanted)]
    fitting.sort(key=lambda group: _order(group, documents), reverse=True)
    shown = list(_known(fitting[: asked.limit], groups, documents, names.vocabulary))
    ground = Ground(viewer, documents, names.vocabulary, names.actors)
    return Proposals(
        proposals=tuple(_told(connection, ground, shown)),
        found=len(fitting),
        documents=sum(period.holds(heard) for heard in documents.values()),
        undated=sum(heard.earliest is None for heard in documents.values()) if period.bounded else 0,
    )


def _groups(
    connection: Connection, viewer: Viewer, names: Names, documents: Mapping[int, Heard]
) -> list[list[Idea]]:
    """All proposals a viewer may see, each with the sentences that make it by day."""
    order = {row: at for at, row in enumerate(documents)}
    found = sorted(
        find_proposing(connection, viewer), key=lambda one: (order[one.voice.document], one.voice.claim)
    )
    return group_ideas(find_ideas(connection, found, state_terms(names.vocabulary)))


def _wanted(connection: Connection, viewer: Viewer, asked: ProposalFilters) -> frozenset[int] | None:
    """The findings that the filters let through; None where there is no such filter."""
    if not (asked.owner or asked.about or asked.element):
        return None
    listening = Listening(asked.about, _ACTS, asked.owner, asked.element)
    return frozenset(one.claim for one in find_voices(connection, viewer, listening))


def _fits(
    group: Sequence[Idea],
    asked: ProposalFilters,
    period: Period,
    documents: Mapping[int, Heard],
    wanted: Collection[int] | None,
) -> bool:
    voices = (idea.words.voice for idea in group)
    if not any((wanted is None or v.claim in wanted) and period.holds(documents[v.document]) for v in voices):
        return False
    terms = set(terms_in(asked.words))
    return not terms or terms <= {term for idea in group for term in terms_in(idea.words.text)}


def _order(group: Sequence[Idea], documents: Mapping[int, Heard]) -> tuple[str, str]:
    """The last day on which it was made, and its first document: without a day it comes last."""
    heard = [documents[idea.words.voice.document] for idea in group]
    return max(one.latest or "" for one in heard), heard[0].key


def _known(
    fitting: Iterable[Sequence[Idea]],
    groups: Iterable[Sequence[Idea]],
    documents: Mapping[int, Heard],
    vocabulary: Vocabulary,
) -> Iterator[Known]:
    """Each as others know it: whose only proposal of these days it is, is known by their name alone."""
    by_owner: dict[str, list[Sequence[Idea]]] = {}
    for group in groups:
        for code in {code for idea in group for code in idea.owners}:
            by_owner.setdefault(code, []).append(group)
    for group in fitting:
        known = known_of(group, documents, vocabulary)
        others = (other for code in known.owners for other in by_owner[code] if other is not group)
        heard = (documents[idea.words.voice.document] for other in others for idea in other)
        yield replace(known, alone=not any(map(known.near, heard)))


def _told(connection: Connection, ground: Ground, shown: Sequence[Known]) -> Iterator[Proposal]:
    voices = tuple(idea.words.voice for known in shown for idea in known.ideas)
    words = read_utterances(connection, ground.viewer, Hearing(ground.documents, voices), voices)
    keys = {claim: one.key for claim, one in words.items()}
    standings = find_standings(connection, ground, shown)
    of_several = {row: heard for row, heard in ground.documents.items() if TAKING_UP.has(heard)}
    for known, standing in zip(shown, standings, strict=True):
        later = later_texts(known, of_several)
        yield Proposal(
            name=known.ideas[0].named.name,
            owners=known.owners,
            made=tuple(words[idea.words.voice.claim] for idea in known.ideas),
            standings=standing,
            uptakes=find_uptakes(connection, ground, known, keys, later),
            searched=len(later),
        )
