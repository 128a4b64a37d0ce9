"""Tests of `acquis.extractors.grade` on sentences written for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.extractors.action_phrases import OBJECTS
from acquis.extractors.action_verbs import FORMS, GRADES, NOMINALS
from acquis.extractors.grade import grade

SCALE = [
    (1, "Share its experience with other countries"),
    (1, "Seek technical and financial assistance from partners"),
    (1, "Call on others to help"),
    (1, "Request assistance in drafting"),
    (2, "Continue to strengthen the national response team"),
    (2, "Maintain the hotline"),
    (3, "Consider ratifying the treaty"),
    (3, "Study the possibility of a hotline"),
    (3, "Explore ways to exchange data"),
    (4, "Ensure access to courts"),
    (4, "Strengthen ties with neighbours"),
    (4, "Promote the norms"),
    (5, "Ratify the treaty"),
    (5, "Establish a national response team"),
    (5, "Implement the recommendations"),
]
FRAMED = [
    (2, "The two sides agreed to continue their exchanges."),
    (3, "Both sides agreed to explore joint training."),
    (5, "They agreed to hold the next dialogue in Zorville in 2024."),
    (5, "We intend to create a working group on supply chains."),
    (5, "Morland and Zubia commit to convening their working group by 2022."),
    (4, "Morland remains firmly committed to protecting critical infrastructure."),
    (5, "We reaffirm our commitment to the establishment of a network of contact points."),
    (4, "We pledge further cooperation."),
    (5, "We pledge 10 million for training."),
    (5, "The next round will be held in Norvik."),
    (5, "It was decided that the third round would take place in Norvik."),
    (1, "We undertake to share lessons learned."),
    (2, "Ministers resolved to remain in close contact."),
    (5, "To protect our ports, we plan to conduct an exercise."),
    (5, "In a spirit of trust, respect and candour, the sides decided to sign a memorandum."),
    (5, "The sides agreed on the creation of a joint unit."),
    (5, "We’ll publish our position."),
    (4, "Morland will not weaken encryption, and is committed not only to protecting itself."),
]
OBJECT_PAIRS = [
    ("adopt", 5, "a law on incident reporting", 4, "the necessary measures"),
    ("develop", 5, "a national plan", 4, "cooperation"),
    ("bring", 5, "its legislation into line with the treaty", 4, "conditions into line with the rules"),
    ("identify", 4, "the offenders", 3, "possible areas of work"),
    ("provide", 5, "training to analysts", 4, "support"),
    ("carry", 5, "out an exercise", 2, "on with the talks"),
    ("meet", 5, "again in 2025", 4, "expectations"),
    ("seek", 4, "to improve reporting", 1, "help from donors"),
    ("commit", 5, "20 million to training", 4, "resources"),
]


@pytest.mark.parametrize(("expected", "text"), SCALE)
def test_the_first_verb_of_a_recommendation_decides(expected: int, text: str) -> None:
    """A bare imperative has the category of its verb on McMahon's scale."""
    assert grade(text) == expected


@pytest.mark.parametrize(("expected", "text"), FRAMED)
def test_the_frame_is_peeled_off(expected: int, text: str) -> None:
    """Agreeing, pledging, intending and reaffirming do not count: the action inside them does."""
    assert grade(text) == expected


@pytest.mark.parametrize(("verb", "one", "first", "other", "second"), OBJECT_PAIRS)
def test_the_object_can_change_the_grade(verb: str, one: int, first: str, other: int, second: str) -> None:
    """The same verb is graded by what it acts on."""
    assert (grade(f"{verb} {first}"), grade(f"We will {verb} {second}")) == (one, other)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (4, "Continue and deepen cooperation"),
        (5, "Review and, where necessary, amend the code"),
        (5, "Sign and ratify the treaty"),
        (1, "Share and transfer its good practices"),
    ],
)
def test_of_two_joined_verbs_the_higher_counts(expected: int, text: str) -> None:
    """Verbs joined directly by "and" or "or" give the higher grade, but sharing stays minimal."""
    assert grade(text) == expected


def test_a_named_means_makes_a_general_action_specific() -> None:
    """ "By" with a specific action raises a general one; with a general action it does not."""
    assert grade("Improve reporting by adopting a law") == 5
    assert grade("**Protect our people** by investing in health") == 4


def test_gerunds_and_passives_are_read_like_the_verb() -> None:
    """List items in -ing and passive promises have the grade of their verb, in either spelling."""
    assert grade("Strengthening ties with partners") == 4
    assert grade("A joint unit will be quickly set up.") == 5
    assert grade("Organising a workshop") == grade("Organizing a workshop") == 5


@pytest.mark.parametrize(("expected", "text"), [(1, ""), (1, " 12 – !"), (4, "Cyberspace.")])
def test_texts_without_a_verb_have_a_grade(expected: int, text: str) -> None:
    """No letters is minimal; words without a verb are an action whose means are open."""
    assert grade(text) == expected


@given(st.text(max_size=300))
def test_every_string_has_a_grade(text: str) -> None:
    """`grade` is total, stays on the scale and gives the same answer twice."""
    assert grade(text) in (1, 2, 3, 4, 5)
    assert grade(text) == grade(text)


@given(
    st.lists(
        st.sampled_from(sorted([*FORMS, *NOMINALS, "agreed", "will", "to", "and", "by", ","])), max_size=12
    )
)
def test_any_order_of_known_words_has_a_grade(words: list[str]) -> None:
    """No mixture of verbs, frames and joiners breaks the reading."""
    assert grade(" ".join(words)) in (1, 2, 3, 4, 5)


def test_the_tables_agree() -> None:
    """Every form, noun and object rule belongs to a verb with a grade, and every verb has one grade only."""
    assert {inflected.lemma for inflected in FORMS.values()} <= GRADES.keys()
    assert set(NOMINALS.values()) <= GRADES.keys()
    assert OBJECTS.keys() <= GRADES.keys()
    assert set(GRADES.values()) == {1, 2, 3, 4, 5}
