"""Cues in their clause: form, subject, negation, and what lies inside what."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.clause import Clause, CueFrame, analyse
from acquis.extractors.owners import actors_of

POSITIONS = [
    ("They discussed ports.", "discuss", "main"),
    ("They came to discuss ports.", "discuss", "inf"),
    ("We wish to stress norms.", "stress", "main"),
    ("They met for discussing ports.", "discuss", "ger"),
    ("They spoke, discussing ports.", "discuss", "part"),
    ("They are discussing ports.", "discuss", "prog"),
    ("They should discuss ports.", "discuss", "modal"),
    ("They have adopted the accord.", "established", "perf"),
    ("The accord was adopted by Brevania.", "established", "pass"),
    ("Aldoria, which supports norms, spoke.", "support", "rel"),
    ("The visit was short.", "hosted", "noun"),
    ("They also jointly discussed ports.", "discuss", "main"),
]
SUBJECTS = [
    ("Both sides discussed ports.", "discuss", "party", ()),
    ("We, the people, support norms.", "support", "we", ()),
    ("My delegation will train.", "will", "party", ()),
    ("Other States discussed ports.", "discuss", "all", ()),
    ("The international community discussed ports.", "discuss", "all", ()),
    ("The meeting discussed ports.", "discuss", "event", ()),
    ("Aldoria discussed ports.", "discuss", "self", ("XC",)),
    ("Dunmar discussed ports.", "discuss", "other", ("XF",)),
    ("The Brevanian side discussed ports.", "discuss", "self", ("XD",)),
    ("Aldoria, Brevania and Dunmar discussed ports.", "discuss", "self", ("XC", "XD", "XF")),
    ("In their talks, the two sides discussed ports.", "discuss", "party", ()),
    ("Aldoria discussed ports with Brevania and agreed to train.", "agree-to", "self", ("XC",)),
    ("Aldoria welcomed Brevania and stressed norms.", "stress", "self", ("XC",)),
    ("Aldoria welcomed what the meeting achieved and agreed to train.", "agree-to", "self", ("XC",)),
    ("Aldoria spoke and Brevania stressed norms.", "stress", "self", ("XD",)),
    ("The ports of Aldoria must be protected.", "must", "self", ("XC",)),
]


def clause_of(text: str) -> Clause:
    """The clause of one sentence, of which Aldoria (XC) and Brevania (XD) are the parties."""
    material = prepared(text)
    end = len(material.document.text)
    actors = actors_of(material, (0, end), frozenset({"XC", "XD"}))
    return analyse(material.tokens, material.tokens.within(0, end), actors)


def frame_of(text: str, cue: str) -> CueFrame:
    """The frame of one cue."""
    return next(frame for frame in clause_of(text).frames if frame.hit.cue.name == cue)


@pytest.mark.parametrize(("text", "cue", "position"), POSITIONS)
def test_the_form_of_a_cue(text: str, cue: str, position: str) -> None:
    """The words before a cue, adverbs skipped, tell its form."""
    assert frame_of(text, cue).position == position


@pytest.mark.parametrize(("text", "cue", "kind", "codes"), SUBJECTS)
def test_the_subject_of_a_cue(text: str, cue: str, kind: str, codes: tuple[str, ...]) -> None:
    """The last free actor before it; after "and" that of the first verb; names in a row are one."""
    subject = frame_of(text, cue).subject
    assert subject is not None
    assert (subject.kind, subject.codes) == (kind, codes)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The role of Aldoria grows.", [True]),
        ("Aldoria welcomed Brevania.", [False, True]),
        ("After the talks, Aldoria left.", [True, False]),
    ],
)
def test_bound_subjects(text: str, bound: list[bool]) -> None:
    """Behind a preposition or as the object of a cue nobody acts; a comma ends that."""
    assert [subject.bound for subject in clause_of(text).subjects] == bound


def test_without_a_free_actor_there_is_no_subject() -> None:
    """What is done by nobody named has no subject."""
    assert frame_of("The role of Aldoria is discussed.", "discuss").subject is None


@pytest.mark.parametrize(
    ("text", "cue", "inside"),
    [
        ("Aldoria underlined that Brevania supports norms.", "stress", False),
        ("Aldoria underlined that Brevania supports norms.", "support", True),
        ("As Aldoria stressed, norms count.", "stress", True),
        ("If the draft is adopted, we will support it.", "established", True),
        ("If the draft is adopted, we will support it.", "will", False),
    ],
)
def test_what_lies_inside(text: str, cue: str, inside: bool) -> None:
    """That-clauses of an earlier cue and opening clauses do not speak for the sentence."""
    assert frame_of(text, cue).inside is inside


@pytest.mark.parametrize(
    ("text", "cue", "negated"),
    [
        ("They will not discuss ports.", "discuss", True),
        ("They never discussed ports.", "discuss", True),
        ("They discussed ports.", "discuss", False),
        ("They cannot discuss ports.", "discuss", True),
    ],
)
def test_negation(text: str, cue: str, negated: bool) -> None:
    """ "Not", "never" and "cannot" right before a cue deny it."""
    assert frame_of(text, cue).negated is negated


def test_a_person_called_will_promises_nothing() -> None:
    """A capital inside a sentence makes a name of a modal verb."""
    assert "will" not in {frame.hit.cue.name for frame in clause_of("Ambassador Will Brisk spoke.").frames}
    assert "will" in {frame.hit.cue.name for frame in clause_of("Aldoria WILL act.").frames}
