"""What is asked of levelling up in; shares, needs beside offers and steps reported, and a proposed matching out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import ALWAYS, Period, hear, read_utterances
from acquis.analysis.implementation.answer import Wish, cells_of, find_traces, provisions_of, states_asked
from acquis.analysis.levelling.closeness import Closeness, work_together
from acquis.analysis.levelling.matching import match
from acquis.analysis.levelling.shares import find_shares
from acquis.analysis.levelling.stating import ACTS, Listener, Spoken, find_spoken, latest, stated
from acquis.analysis.levelling.subjects import OTHER, SUBJECTS, subjects_of
from acquis.analysis.states import States, states_of
from acquis.model.levelling import Done, Levelling, Share, Stated, Subject
from acquis.model.marking import Marking, Viewer, highest
from acquis.model.utterance import Utterance
from acquis.store.voices import Listening
from acquis.vocabulary import Vocabulary

# More needs or offers than a person can go through, and than an assignment takes in its time.
MOST = 1_000
_SHOWN_DONE = 3


@dataclass(frozen=True, slots=True)
class Levelled:
    """What is asked: States of a region or group, or one; a subject by words of its name; a period."""

    state: str | None = None
    region: str | None = None
    group: str | None = None
    subject: str | None = None
    period: Period = ALWAYS

    def wish(self) -> Wish:
        """The same, as implementation is asked for it."""
        return Wish(state=self.state, region=self.region, group=self.group, period=self.period)


def make_levelling(
    connection: Connection, viewer: Viewer, vocabulary: Vocabulary, files: tuple[Path, ...], asked: Levelled
) -> Levelling:
    """The answer of a workspace. Raises NotKept where the viewer may see no document, RequestError as Wish does."""
    world = states_of(files)
    shares, marking = _shares(connection, viewer, vocabulary, files, asked)
    hearing = hear(connection, viewer, Listening(acts=ACTS), asked.period)
    listener = Listener(hearing, world, vocabulary)
    spoken = find_spoken(connection, listener)
    needs, left_needs = latest([one for one in spoken if one.role == "need"], MOST)
    offers, left_offers = latest([one for one in spoken if one.role == "offer"], MOST)
    done = _done([one for one in spoken if one.role == "done"], (*needs, *offers))
    shown = (*needs, *offers, *(one for some, _ in done.values() for one in some))
    words = read_utterances(connection, viewer, hearing, [one.voice for one in shown])
    needing, offering = (tuple(stated(some, words, listener)) for some in (needs, offers))
    within = _within(world, asked, needing)
    needing = tuple(one for one in needing if one.owner in within and _is_on(one, asked.subject))
    matching = match(needing, offering, Closeness(world, work_together(hearing)))
    return Levelling(
        shares=shares,
        subjects=tuple(
            _subjects(needing, [one for one in offering if _is_on(one, asked.subject)], done, words)
        ),
        pairs=matching.pairs,
        unmatched=matching.unmatched,
        documents=len(hearing.documents),
        undated=hearing.undated,
        left_out=left_needs + left_offers,
        counted=marking,
    )


def _shares(
    connection: Connection, viewer: Viewer, vocabulary: Vocabulary, files: tuple[Path, ...], asked: Levelled
) -> tuple[tuple[Share, ...], Marking]:
    """The shares, and the highest marking of what they count."""
    world, wish = states_of(files), asked.wish()
    provisions = provisions_of(vocabulary, wish)
    element_of = {one: element for one in provisions if (element := vocabulary.get(one).element)}
    hearing = hear(connection, viewer, Listening(concepts=frozenset(element_of)), asked.period)
    placed = find_traces(connection, hearing, world, files)
    states = states_asked(world, wish, (state for _, state, _ in placed))
    kept = set(states)
    placed = [one for one in placed if one[1] in kept]
    shares = find_shares(cells_of(placed, provisions), states, world, element_of)
    return shares, highest(made.marking for _, _, made in placed)


def _within(world: States, asked: Levelled, needs: Iterable[Stated]) -> set[str]:
    """Whose needs are asked about: with nothing named, all, groups as well."""
    owners = {one.owner for one in needs}
    if asked.state or asked.region or asked.group:
        return set(states_asked(world, asked.wish(), owners)) | ({asked.group} if asked.group else set())
    return owners


def _is_on(one: Stated, subject: str | None) -> bool:
    return subject is None or any(subject.lower() in name.lower() for name in one.subjects)


_DoneBySubject = Mapping[str, tuple[list[Spoken], int]]


def _done(reports: Sequence[Spoken], wanted: Iterable[Spoken]) -> _DoneBySubject:
    """Of the subjects that needs and offers have: the latest reports, one a State, and of how many States there are any."""
    subjects = {subject for one in wanted for subject in subjects_of(one.text)} - {OTHER}
    last: defaultdict[str, dict[str, Spoken]] = defaultdict(dict)
    for one in reports:
        for subject in subjects.intersection(subjects_of(one.text)):
            last[subject].pop(one.owner, None)
            last[subject][one.owner] = one
    return {subject: (list(some.values())[-_SHOWN_DONE:], len(some)) for subject, some in last.items()}


def _subjects(
    needs: Sequence[Stated], offers: Sequence[Stated], done: _DoneBySubject, words: Mapping[int, Utterance]
) -> Iterable[Subject]:
    """One row for each subject that has a need or an offer: what capacity is built in first, then what was agreed."""
    named = dict.fromkeys(subject for one in (*needs, *offers) for subject in one.subjects)
    order = [*(name for name in SUBJECTS if name in named), *sorted(set(named) - set(SUBJECTS) - {OTHER})]
    for name in (*order, *({OTHER} & set(named))):
        reports, in_all = done.get(name, ([], 0))
        told = (Done(one.owner, subjects_of(one.text), words[one.voice.claim]) for one in reports)
        yield Subject(
            name,
            tuple(one for one in needs if name in one.subjects),
            tuple(one for one in offers if name in one.subjects),
            tuple(sorted(told, key=lambda one: one.owner)),
            in_all,
        )
