"""The National Survey of Implementation: its four parts, filled from a State's own words, gaps left as gaps.

Source of the four parts: UNIDIR, National Survey of Implementation; they match the elements of the framework, and no
question in it is mandatory.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import read_utterances
from acquis.analysis.register.entries import OF_FRAMEWORK
from acquis.analysis.register.filters import ground_of
from acquis.analysis.register.newest import newest
from acquis.analysis.register.own import Own, ProfileWish, find_own
from acquis.analysis.register.rewording import Read
from acquis.model.claim import Act
from acquis.model.marking import Marking, Viewer, highest
from acquis.model.profile import Survey, SurveyAnswer, SurveyPart
from acquis.model.register import Part
from acquis.model.utterance import Utterance
from acquis.store.voices import Voice, highest_said

# What was done goes before what is promised, and that before what is held; talk and blame are no answer.
_ORDER: tuple[Act, ...] = (
    "report", "commitment", "offer", "need", "proposal", "support", "objection", "affirmation", "call", "concern",
)  # fmt: skip


def make_survey(connection: Connection, viewer: Viewer, files: tuple[Path, ...], wish: ProfileWish) -> Survey:
    """The survey of a State from what it says itself. Raises NotKept where the viewer may see no document."""
    own = find_own(connection, viewer, files, wish)
    chosen = {key: _answers(own, voices) for key, voices in own.on.items()}
    shown = [one for voices in chosen.values() for one in voices[: wish.limit]]
    read = read_utterances(connection, viewer, own.ear.hearing, shown)
    concept = own.states.by_code.get(wish.code)
    marked = [one.marking for one in read.values()]
    if read:
        marked.append(Marking(highest_said(connection, viewer)))
    return Survey(
        code=wish.code,
        name=concept.name if concept else wish.code,
        parts=tuple(
            _part(own, own.register.part(element), chosen, read)
            for element in OF_FRAMEWORK
            if wish.element in (None, element)
        ),
        ground=ground_of(own.ear.hearing),
        marking=highest(marked),
    )


def _answers(own: Own, voices: Sequence[Voice]) -> list[Voice]:
    """What a State says itself that answers a question: by act, the newest first of each."""
    said = [one for one in newest(own.ear.hearing, voices) if one.act in _ORDER and own.itself(one)]
    return sorted(said, key=lambda one: _ORDER.index(one.act))


def _part(own: Own, part: Part, chosen: dict[str, list[Voice]], read: Read) -> SurveyPart:
    return SurveyPart(
        element=part.element,
        name=part.name,
        answers=tuple(
            SurveyAnswer(entry, _words(own, chosen.get(entry.id, ()), read), len(chosen.get(entry.id, ())))
            for entry in part.entries
        ),
        general=_words(own, chosen.get(part.element, ()), read),
        general_total=len(chosen.get(part.element, ())),
    )


def _words(own: Own, voices: Sequence[Voice], read: Read) -> tuple[Utterance, ...]:
    return tuple(read[one.claim] for one in voices[: own.wish.limit] if one.claim in read)
