"""What a sentence proposes, by its name, and what is no proposal of its owner's."""

from __future__ import annotations

import pytest

from acquis.analysis.proposals.bearing import bearing_of, stand_of
from acquis.analysis.proposals.naming import name_proposal
from acquis.analysis.proposals.proposing import proposes
from acquis.model.claim import Act
from acquis.model.judgement import ClaimStatus
from acquis.model.proposal import Bearing, Stand
from acquis.store.mentions import Worded
from acquis.store.voices import Voice


@pytest.mark.parametrize(
    ("sentence", "name", "head"),
    [
        ("Gavria therefore proposes a cyber capacity voucher fund.", "cyber capacity voucher fund", "fund"),
        (
            "We propose the establishment of a voluntary harbour alarm line.",
            "voluntary harbour alarm line",
            "line",
        ),
        (
            "Ilvara proposes that the Secretariat keep a public register of recommendations, with reports.",
            "public register of recommendations",
            "regist",
        ),
        ("We suggest two half-day expert briefings on evidence.", "half-day expert briefings", "briefi"),
        ("communication checks twice a year, with results made public;", "communication checks", "check"),
    ],
)
def test_a_proposal_has_a_name(sentence: str, name: str, head: str) -> None:
    """The thing itself, without who makes it, what for, where and when; its head says "the line" again."""
    named = name_proposal(sentence, frozenset())
    assert named is not None
    assert (named.name, named.plain) == (name, True)
    assert named.head == head


def test_without_a_name_it_is_known_by_its_rarest_words() -> None:
    """A sentence that only says what shall be done is known by its telling words, not by those of States."""
    named = name_proposal("We propose to exempt satellites and Cassena from spoofing.", frozenset({"cassen"}))
    assert named is not None
    assert not named.plain
    assert set(named.worth) == {"exempt", "satell", "spoofi"}


def test_too_few_words_are_nothing_that_is_found_again() -> None:
    """ "We have proposed that" names nothing."""
    assert name_proposal("We have proposed that.", frozenset()) is None


def _worded(
    text: str, act: Act = "proposal", confidence: float = 0.95, status: ClaimStatus = "found", kind: str = "paragraph"
) -> Worded:  # fmt: skip
    return Worded(Voice(1, 1, None, act, ("XC",), None, status, confidence), 1, kind, text)


@pytest.mark.parametrize(
    ("worded", "is_one"),
    [
        (_worded("Aldoria proposes a register."), True),
        (_worded("We have formally tabled a register."), True),
        (_worded("We suggest that the template be used.", act="call"), True),
        (_worded("We call on all States to use what was proposed by Gavria.", act="call"), False),
        (_worded("We see the appeal of the fund suggested by Gavria."), False),
        (_worded("We see merit in further obligations, as Kaldeen and others have argued."), False),
        (_worded("We endorse its three suggestions and see merit in them."), False),
        (_worded("I do not suggest that this will be easy."), False),
        (_worded("Aldoria proposes a register.", confidence=0.5), False),
        (_worded("A register would help.", confidence=0.4, status="accepted"), True),
        (_worded("A register would help."), False),
        (_worded("checks twice a year;", kind="item"), False),
    ],
)
def test_what_proposes(worded: Worded, *, is_one: bool) -> None:
    """Its owner's own, in words that propose; what a person says is one, is one."""
    assert proposes(worded) is is_one


def test_a_list_item_is_proposed_where_its_lead_in_says_so() -> None:
    """An item has no verb of its own."""
    assert proposes(_worded("checks twice a year;", kind="item"), led=True)


@pytest.mark.parametrize(
    ("act", "sentence", "bearing"),
    [
        ("support", "Aldoria strongly supports the line.", "backs"),
        ("support", "We can support the line on three conditions.", "sets conditions"),
        ("support", "Subject to these clarifications, we could support it.", "sets conditions"),
        ("need", "We could join only if calls can be taken in our language.", "sets conditions"),
        ("objection", "Unless small States may name a body, we will not be able to join.", "sets conditions"),
        ("objection", "We are not convinced.", "resists"),
        ("support", "We are not in favour of new funds as a rule.", "resists"),
        ("affirmation", "We see no added value in a further channel.", "resists"),
        ("objection", "Jorundia reserves its position until the note is available.", "reserves its position"),
        ("condemnation", "This is the reason for our hesitation about the line.", "is concerned"),
        ("report", "Nine delegations spoke in favour.", None),
        ("exchange", "We discussed the line.", None),
    ],
)
def test_what_a_sentence_does_with_a_proposal(act: Act, sentence: str, bearing: Bearing | None) -> None:
    """The act of the finding, unless its words say otherwise; to speak of it is not to back it."""
    assert bearing_of(act, sentence) == bearing


@pytest.mark.parametrize(
    ("bearings", "stand"),
    [
        (["backs", "sets conditions"], "sets conditions"),
        (["reserves its position", "resists"], "reserves its position"),
        (["backs", "resists"], "backs and resists"),
        (["is concerned", "resists"], "resists"),
        (["is concerned"], "is concerned"),
    ],
)
def test_where_an_actor_stands(bearings: list[Bearing], stand: Stand) -> None:
    """What contradicts itself is told together; a condition qualifies what goes with it."""
    assert stand_of(bearings) == stand
