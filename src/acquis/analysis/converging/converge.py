"""What a viewer may see in; issues ordered by the support that crosses groups, with the sentences, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.converging.cyber import Field, find_field
from acquis.analysis.converging.grouping import Grouping, group_states
from acquis.analysis.converging.placing import Placed, kind_of, of_proposal, placed_positions
from acquis.analysis.converging.proposals import read_sought
from acquis.analysis.converging.recurring import ACTS, MOST_FINDINGS, recurring_proposals
from acquis.analysis.converging.stances import conditional_query, is_threat, open_query, qualified, stance_of
from acquis.analysis.converging.stands import (
    Gathering,
    Leaning,
    Reading,
    Stand,
    Stands,
    by_issue,
    of_states,
    through_groups,
)  # fmt: skip
from acquis.analysis.converging.support import Range, Tally, across, share_of
from acquis.analysis.hearing import ALWAYS, Hearing, Period, look, manner_of, read_utterances, with_voices
from acquis.analysis.states import States, states_of
from acquis.model.concept import ConceptKind
from acquis.model.convergence import Convergence, Issue, IssueKind, Support
from acquis.model.marking import Viewer
from acquis.model.positions import Position
from acquis.model.utterance import Utterance
from acquis.store.spoken import find_sides, find_spoken, find_worded
from acquis.store.voices import Voice
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of

_KINDS: tuple[ConceptKind, ...] = ("provision", "recommendation", "topic", "threat")
_FEWEST_GROUPS, _FEWEST_HEARD = 2, 3  # so many groups with so many heard, or there is not enough to say
_FEWEST_OF_ALL = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    `groups` are codes, or "regions"; empty groups are found from the positions. `about` are ids of concepts; empty
    are all, with recurring proposals. `members` counts what a group says for its members that say nothing themselves.
    `sentences` are shown for each issue and side.
    """

    groups: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()
    members: bool = False
    sentences: int = 3
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that answers rest on: who stands where, by whom it was said, and how the issues are called."""

    hearing: Hearing
    stands: Mapping[str, Mapping[str, Stand]]
    counted: Stands
    names: Mapping[str, tuple[str, IssueKind]]
    placed: Mapping[tuple[str, int], Position]
    threats: Mapping[str, bool]
    states: States


def find_convergence(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], wish: Wish
) -> Convergence:
    """Issues by support that crosses groups.

    Raises RequestError for groups there are not, NotKept where there is no document.
    """
    vocabulary, states = load_vocabulary(files), states_of(files)
    ground = _ground(connection, viewer, files, wish)
    grouping = group_states(ground.counted, states, wish.groups, vocabulary)
    issues = _in_order(_issues(by_issue(ground.counted), grouping, ground))
    shown = _with_sentences(connection, viewer, ground, grouping.groups_of(), issues, wish.sentences)
    heard = {actor for actor, _ in ground.counted}
    return Convergence(
        issues=tuple(shown),
        grouped_by=grouping.by,
        groups=tuple(grouping.named({key: name for key, (name, _) in ground.names.items()}, ground.counted)),
        heard=len(heard),
        placed=len(heard & grouping.groups_of().keys()),
        documents=len(ground.hearing.documents),
        undated=ground.hearing.undated,
        silhouette=grouping.silhouette,
        remarks=tuple(grouping.remarks),
    )


def _ground(connection: Connection, viewer: Viewer, files: tuple[Path, ...], wish: Wish) -> _Ground:
    vocabulary, states = load_vocabulary(files), states_of(files)
    names = _names(vocabulary, wish.about)
    hearing = look(connection, viewer, wish.period)
    field = find_field(connection, viewer)
    reading = Reading(
        frozenset(find_worded(connection, viewer, conditional_query())),
        frozenset(find_worded(connection, viewer, open_query())),
    )
    elements = {concept: vocabulary.get(concept).element for concept in names}
    threats = {concept: is_threat(concept, elements) for concept in names}
    gathering = Gathering(hearing)
    gathering.add_sides(filter(field.holds, find_sides(connection, viewer, wish.about)), threats, reading)
    placed: dict[tuple[str, int], Position] = {}
    for issue, some in (
        _of_proposals(connection, viewer, files, hearing, field).items() if not wish.about else ()
    ):
        names[issue] = (issue.partition(":")[2], "proposal")
        placed |= {(issue, one.claim): one.position for one in some}
        for one in _leaning(issue, some):
            gathering.add(one)
    stands = gathering.stands()
    counted = through_groups(stands, hearing, states) if wish.members else of_states(stands, states)
    return _Ground(hearing, by_issue(stands), counted, names, placed, threats, states)


def _names(vocabulary: Vocabulary, about: frozenset[str]) -> dict[str, tuple[str, IssueKind]]:
    """Every concept that is an issue, or those that are asked for, with its name and kind."""
    found = (one for kind in _KINDS for one in vocabulary.of_kind(kind))
    chosen = map(vocabulary.get, sorted(about)) if about else found
    return {one.id: (one.name, one.kind) for one in chosen}  # type: ignore[misc]


def _of_proposals(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], hearing: Hearing, field: Field
) -> dict[str, tuple[Placed, ...]]:
    """What is heard on the proposals that recur, by the ids of the issues they make."""
    newest = find_spoken(connection, viewer, field.hunt(ACTS, MOST_FINDINGS))
    known = [one for one in newest if one.document in hearing.documents and field.holds(one)]
    vocabulary, states = load_vocabulary(files), states_of(files)
    heard: dict[str, tuple[Placed, ...]] = {}
    for words in recurring_proposals(known, vocabulary):
        sought = read_sought(words, lexicon_of(files, ("state", "group")))
        found = of_proposal(connection, viewer, hearing, sought)
        heard[f"proposal:{words}"] = placed_positions(found, (), states, vocabulary)
    return heard


def _leaning(issue: str, placed: Iterable[Placed]) -> Iterator[Leaning]:
    for claim, document, one in placed:
        if one.lean is not None and one.manner != "told by another":
            yield Leaning(one.actor, issue, one.lean, document, claim)


def _issues(
    stands_of: Mapping[str, Mapping[str, Stand]], grouping: Grouping, ground: _Ground
) -> Iterator[Issue]:
    tallies = [[_tally(stands, members) for members in grouping.members] for stands in stands_of.values()]
    for (issue, stands), counts, score in zip(stands_of.items(), tallies, across(tallies), strict=True):
        lack = _lack(counts, grouping)
        name, kind = ground.names[issue]
        yield Issue(
            concept=issue,
            name=name,
            kind=kind,
            supports=tuple(_support(*each) for each in zip(grouping.names, counts, strict=True)),
            score=score.value,
            low=score.low,
            high=score.high,
            enough=not lack,
            lack=lack,
            intercept=grouping.intercepts.get(issue),
            standing_apart=tuple(actor for actor, stand in stands.items() if stand.lean <= 0),
        )


def _tally(stands: Mapping[str, Stand], members: frozenset[str]) -> Tally:
    mine = [stand.agreeing for actor, stand in stands.items() if actor in members]
    return Tally(len(mine), sum(mine))


def _support(group: str, tally: Tally) -> Support:
    share: Range = share_of(tally)
    return Support(group, tally.heard, tally.agreeing, share.value, share.low, share.high)


def _lack(counts: Sequence[Tally], grouping: Grouping) -> str:
    """Why there is not enough to say; empty where there is."""
    heard = sum(one.heard for one in counts)
    if heard < _FEWEST_OF_ALL:
        return f"{heard} heard, of {_FEWEST_OF_ALL} that it takes"
    groups = sum(one.heard >= _FEWEST_HEARD for one in counts)
    if len(grouping.names) >= _FEWEST_GROUPS and groups < _FEWEST_GROUPS:
        return f"{_FEWEST_HEARD} or more are heard in {groups} of {len(counts)} groups; it takes {_FEWEST_GROUPS}"
    return ""


def _in_order(issues: Iterable[Issue]) -> list[Issue]:
    """Those with enough to say first, by the low end of their support: what is hardly heard must not lead."""
    return sorted(issues, key=lambda one: (not one.enough, -one.low, -one.heard, one.concept))


def _with_sentences(
    connection: Connection, viewer: Viewer, ground: _Ground, groups: Mapping[str, str], issues: Sequence[Issue],
    most: int,
) -> Iterator[Issue]:  # fmt: skip
    """The issues with the words of the few findings that are shown."""
    chosen = {one.concept: _chosen(one, ground, groups, most) for one in issues}
    documents = {one.claim: one.document for each in chosen.values() for side in each for one in side}
    voices = [Voice(row, at, None, "exchange", (), None, "found", 1.0) for row, at in documents.items()]
    words = read_utterances(connection, viewer, with_voices(ground.hearing, voices), voices)
    for one in issues:
        carried, apart, through = (
            tuple(_position(each, words[each.claim], one, ground) for each in side if each.claim in words)
            for side in chosen[one.concept]
        )
        yield replace(one, carried=carried, apart=apart, through=through)


class _Shown(NamedTuple):
    """A sentence to be shown: whose, the finding and its document (row ids)."""

    actor: str
    claim: int
    document: int


_Chosen = tuple[list[_Shown], list[_Shown], list[_Shown]]


def _chosen(issue: Issue, ground: _Ground, groups: Mapping[str, str], most: int) -> _Chosen:
    """Whose sentence is shown: for it, one of each group in turn; against or open; of groups of States."""
    here, states = ground.stands[issue.concept], ground.states.by_code
    turn: dict[str | None, int] = {}
    carried: list[tuple[int, _Shown]] = []
    apart: list[_Shown] = []
    through: list[_Shown] = []
    for actor, stand in here.items():
        if actor not in states:
            through.append(_Shown(actor, stand.claims[-1], stand.document))
        elif stand.lean > 0:
            group = groups.get(actor)
            turn[group] = turn.get(group, 0) + 1
            carried.append((turn[group], _Shown(actor, stand.claims[-1], stand.document)))
        else:
            apart += (_Shown(actor, claim, stand.document) for claim in stand.claims[:2])
    ordered = [shown for _, shown in sorted(carried, key=lambda one: (one[0], one[1].actor))]
    return ordered[:most], apart[: 2 * most], through[:most]


def _position(one: _Shown, words: Utterance, issue: Issue, ground: _Ground) -> Position:
    kind = kind_of(one.actor, ground.states)
    known = ground.placed.get((issue.concept, one.claim))
    if known is not None:
        return replace(known, actor=one.actor, kind=kind)
    stance = stance_of(words.act, words.confidence, threat=ground.threats.get(issue.concept, False))
    taken = qualified(stance, words.act, words.sentence)
    manner = manner_of(ground.hearing.documents[one.document], one.actor)
    return Position(one.actor, kind, taken.stance, taken.lean, manner, words, taken.why)
