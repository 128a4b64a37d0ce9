"""What a viewer may see in; issues ordered by the support that crosses groups, with the sentences, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.converging.cyber import find_field
from acquis.analysis.converging.grouping import Grouping, group_states
from acquis.analysis.converging.placing import Found, Placed, kind_of, of_proposal, placed_positions
from acquis.analysis.converging.proposals import read_sought
from acquis.analysis.converging.recurring import ACTS, MOST_FINDINGS, recurring_proposals
from acquis.analysis.converging.stances import conditional_query, open_query, qualified, stance_of
from acquis.analysis.converging.stands import (
    Leaning, Reading, Stand, last_stands, leanings, of_states, through_groups,
)  # fmt: skip
from acquis.analysis.converging.support import Range, Tally, across, share_of
from acquis.analysis.hearing import (
    ALWAYS, Hearing, Period, hear, manner_of, read_utterances, with_voices,
)  # fmt: skip
from acquis.analysis.states import States, states_of
from acquis.model.concept import ConceptKind
from acquis.model.convergence import Convergence, Issue, IssueKind, Support
from acquis.model.marking import Viewer
from acquis.model.positions import Position
from acquis.model.utterance import Utterance
from acquis.store.spoken import Hunt, find_spoken, find_worded
from acquis.store.voices import Listening, Voice
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
    stands: Mapping[tuple[str, str], Stand]
    counted: Mapping[tuple[str, str], Stand]
    names: Mapping[str, tuple[str, IssueKind]]
    placed: Mapping[tuple[str, int], Position]
    states: States


def find_convergence(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], wish: Wish
) -> Convergence:
    """Issues by support that crosses groups.

    Raises RequestError for groups there are not, NotKept where there is no document.
    """
    vocabulary, states = load_vocabulary(files), states_of(files)
    ground = _ground(connection, viewer, files, wish)
    by_issue = _by_issue(ground.counted)
    grouping = group_states(ground.counted, states, wish.groups, vocabulary)
    issues = _in_order(_issues(by_issue, grouping, ground))
    shown = _with_sentences(connection, viewer, ground, grouping, issues, wish.sentences)
    heard = {actor for actor, _ in ground.counted}
    return Convergence(
        issues=tuple(shown),
        grouped_by=grouping.by,
        groups=tuple(grouping.named({key: name for key, (name, _) in ground.names.items()}, ground.counted)),
        heard=len(heard),
        placed=len(heard & set(grouping.groups_of)),
        documents=len(ground.hearing.documents),
        undated=ground.hearing.undated,
        silhouette=grouping.silhouette,
        remarks=tuple(grouping.remarks),
    )


def _ground(connection: Connection, viewer: Viewer, files: tuple[Path, ...], wish: Wish) -> _Ground:
    vocabulary, states = load_vocabulary(files), states_of(files)
    names = _names(vocabulary, wish.about)
    hearing = hear(connection, viewer, Listening(concepts=frozenset(names)), wish.period)
    hearing = with_voices(hearing, find_field(connection, viewer).of(hearing.voices))
    reading = Reading(
        frozenset(find_worded(connection, viewer, conditional_query())),
        frozenset(find_worded(connection, viewer, open_query())),
    )
    elements = {concept: vocabulary.get(concept).element for concept in names}
    leaning = list(leanings(hearing, elements, reading))
    placed: dict[tuple[str, int], Position] = {}
    if not wish.about:
        for issue, (found, some) in _of_proposals(connection, viewer, files, hearing).items():
            leaning += _leaning(issue, some)
            placed |= {(issue, one.claim): one.position for one in some}
            names[issue] = (issue.partition(":")[2], "proposal")
            hearing = with_voices(hearing, (*hearing.voices, *found.hearing.voices))
    stands = last_stands(leaning, hearing)
    counted = through_groups(stands, hearing, leaning, states) if wish.members else of_states(stands, states)
    return _Ground(hearing, stands, counted, names, placed, states)


def _names(vocabulary: Vocabulary, about: frozenset[str]) -> dict[str, tuple[str, IssueKind]]:
    """Every concept that is an issue, or those that are asked for, with its name and kind."""
    found = (one for kind in _KINDS for one in vocabulary.of_kind(kind))
    chosen = map(vocabulary.get, sorted(about)) if about else found
    return {one.id: (one.name, one.kind) for one in chosen}  # type: ignore[misc]


def _of_proposals(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], hearing: Hearing
) -> dict[str, tuple[Found, tuple[Placed, ...]]]:
    """What is heard on the proposals that recur, by the ids of the issues they make."""
    newest = find_spoken(connection, viewer, Hunt(acts=ACTS, most=MOST_FINDINGS))
    known = [one for one in newest if one.document in hearing.documents]
    vocabulary, states = load_vocabulary(files), states_of(files)
    heard: dict[str, tuple[Found, tuple[Placed, ...]]] = {}
    for words in recurring_proposals(known, vocabulary):
        found = of_proposal(
            connection, viewer, hearing, read_sought(words, lexicon_of(files, ("state", "group")))
        )
        heard[f"proposal:{words}"] = found, placed_positions(found, (), states, vocabulary)
    return heard


def _leaning(issue: str, placed: Iterable[Placed]) -> Iterator[Leaning]:
    for claim, document, one in placed:
        if one.lean is not None and one.manner != "told by another":
            yield Leaning(one.actor, issue, one.lean, document, claim)


def _by_issue(stands: Mapping[tuple[str, str], Stand]) -> dict[str, dict[str, Stand]]:
    found: dict[str, dict[str, Stand]] = {}
    for (actor, issue), stand in sorted(stands.items()):
        found.setdefault(issue, {})[actor] = stand
    return found


def _issues(
    by_issue: Mapping[str, Mapping[str, Stand]], grouping: Grouping, ground: _Ground
) -> Iterator[Issue]:
    tallies = [[_tally(stands, members) for members in grouping.members] for stands in by_issue.values()]
    for (issue, stands), counts, score in zip(by_issue.items(), tallies, across(tallies), strict=True):
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
    connection: Connection, viewer: Viewer, ground: _Ground, grouping: Grouping, issues: Sequence[Issue], most: int
) -> Iterator[Issue]:  # fmt: skip
    """The issues with the words of the few findings that are shown."""
    chosen = {one.concept: _chosen(one, ground, grouping, most) for one in issues}
    wanted = {claim for each in chosen.values() for side in each for _, claim in side}
    once = {voice.claim: voice for voice in ground.hearing.voices if voice.claim in wanted}
    words = read_utterances(connection, viewer, ground.hearing, once.values())
    for one in issues:
        carried, apart, through = (
            tuple(
                _position(actor, words[claim], one, ground, once[claim])
                for actor, claim in side
                if claim in words
            )
            for side in chosen[one.concept]
        )
        yield replace(one, carried=carried, apart=apart, through=through)


_Chosen = list[tuple[str, int]]


def _chosen(issue: Issue, ground: _Ground, grouping: Grouping, most: int) -> tuple[_Chosen, _Chosen, _Chosen]:
    """Whose sentence is shown: for it, one of each group in turn; against or open; of groups of States."""
    here = {actor: stand for (actor, which), stand in ground.stands.items() if which == issue.concept}
    own = [(actor, stand) for actor, stand in sorted(here.items()) if actor in ground.states.by_code]
    agreeing = [(actor, stand.claims[-1]) for actor, stand in own if stand.lean > 0]
    apart = [(actor, claim) for actor, stand in own if stand.lean <= 0 for claim in stand.claims[:2]]
    groups = [
        (actor, stand.claims[-1])
        for actor, stand in sorted(here.items())
        if actor not in ground.states.by_code
    ]
    turn: dict[str | None, int] = {}
    ranked = []
    for actor, claim in agreeing:
        group = grouping.groups_of.get(actor)
        turn[group] = turn.get(group, 0) + 1
        ranked.append((turn[group], actor, claim))
    carried = [(actor, claim) for _, actor, claim in sorted(ranked)]
    return carried[:most], apart[: 2 * most], groups[:most]


def _position(actor: str, words: Utterance, issue: Issue, ground: _Ground, voice: Voice) -> Position:
    known = ground.placed.get((issue.concept, voice.claim))
    if known is not None:
        return replace(known, actor=actor, kind=kind_of(actor, ground.states))
    threat = issue.kind == "threat"
    taken = qualified(stance_of(words.act, words.confidence, threat=threat), words.act, words.sentence)
    manner = manner_of(ground.hearing.documents[voice.document], actor)
    return Position(actor, kind_of(actor, ground.states), taken.stance, taken.lean, manner, words, taken.why)
