"""The proposed matching: one to one, never with oneself, the same in any order, with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.analysis.levelling.closeness import Closeness
from acquis.analysis.levelling.matching import match
from acquis.analysis.states import states_of
from acquis.model.claim import Act
from acquis.model.levelling import Stated
from acquis.model.marking import Marking
from acquis.model.utterance import Utterance

STATES = ("XC", "XD", "XE", "XF", "XG")
SUBJECTS = ("exercises", "forensics and cybercrime", "training", "funding", "other")
_ROOT = Path(__file__).parents[3]
CLOSENESS = Closeness(states_of(tuple(sorted((_ROOT / "examples" / "vocabulary").glob("*.yaml")))))


def stated(
    owner: str, subjects: Sequence[str], sentence: str, *, act: Act = "need", for_whom: tuple[str, ...] = ()
) -> Stated:
    """A need or an offer."""
    key = f"{owner}{act}{sentence}"
    words = Utterance(
        key=key, act=act, owners=(owner,), quote=sentence, sentence=sentence, address="¶1", document="d", title="t",
        day="2031", text_status="national", actors=(owner,), marking=Marking.CLEAR, status="found", confidence=1.0,
    )  # fmt: skip
    return Stated(owner, False, tuple(subjects), words, for_whom)


@st.composite
def many(draw: st.DrawFn, act: Act) -> list[Stated]:
    """Some needs or offers."""
    size = draw(st.integers(0, 7))
    return [
        stated(
            draw(st.sampled_from(STATES)), draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, unique=True)),
            f"sentence {number}", act=act, for_whom=draw(st.sampled_from([(), (), ("XC",), ("HARBOUR-GROUP",)])),
        )
        for number in range(size)
    ]  # fmt: skip


@settings(deadline=None)
@given(many("need"), many("offer"), st.randoms())
def test_any_matching_is_one_to_one_and_stable(
    needs: list[Stated], offers: list[Stated], chance: object
) -> None:
    """Each need and offer at most once; nobody with itself, nor with what is made to others; in any order the same."""
    found = match(needs, offers, CLOSENESS)
    assert (
        len({id(one.need) for one in found.pairs})
        == len(found.pairs)
        == len({id(one.offer) for one in found.pairs})
    )
    assert all(one.need.owner != one.offer.owner and one.why for one in found.pairs)
    for pair in found.pairs:
        members = {m for code in pair.offer.for_whom for m in (code, *CLOSENESS.states.members_of(code))}
        assert not members or pair.need.owner in members
    assert len(found.pairs) + len(found.unmatched) == len(needs)
    assert all(one.missing for one in found.unmatched)
    chance.shuffle(needs)  # type: ignore[attr-defined]
    chance.shuffle(offers)  # type: ignore[attr-defined]
    assert match(needs, offers, CLOSENESS) == found


def test_the_best_together_is_proposed() -> None:
    """A need that one offer alone fits gets it, though another need fits it better."""
    forensics = stated("XF", ["forensics and cybercrime", "training"], "We need training in forensics.")
    exercise = stated("XS", ["exercises", "forensics and cybercrime"], "We need an exercise in forensics.")
    only = stated("XC", ["forensics and cybercrime", "training"], "A course.", act="offer")
    other = stated("XG", ["exercises"], "An exercise.", act="offer")
    pairs = match([forensics, exercise], [only, other], CLOSENESS).pairs
    assert {(one.need.owner, one.offer.owner) for one in pairs} == {("XF", "XC"), ("XS", "XG")}


@pytest.mark.parametrize(
    ("offers", "missing"),
    [
        ([], "no offer is stated"),
        ([("XD", "funding", ())], "no offer on exercises"),
        ([("XC", "exercises", ())], "its own"),
        ([("XD", "exercises", ("XE",))], "made to others"),
    ],
)
def test_what_is_missing_is_said(offers: list[tuple[str, str, tuple[str, ...]]], missing: str) -> None:
    """Why a need has no partner."""
    need = stated("XC", ["exercises"], "We need an exercise.")
    given_ = [stated(owner, [on], "Here.", act="offer", for_whom=whom) for owner, on, whom in offers]
    (left,) = match([need], given_, CLOSENESS).unmatched
    assert missing in left.missing


def test_reasons_name_language_region_group_and_common_work() -> None:
    """What is known of the two, and nothing where nothing is known."""
    close = Closeness(CLOSENESS.states, {("KE", "UG"): "the meeting “Talks” (2031)"})
    worth, why = close.of("KE", "UG")
    assert worth > 2
    assert "English and Swahili official in both" in why
    assert "both of the region African" in why
    assert "already together in the meeting “Talks” (2031)" in why
    assert any("EAC" in reason for reason in why)
    assert close.of("XC", "XD") == (0, ())
