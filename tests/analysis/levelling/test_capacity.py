"""Needs and offers of capacity on ICTs: by their words, and no other needs and offers."""

from __future__ import annotations

import re

import pytest

from acquis.analysis.levelling.capacity import (
    needs_capacity,
    offers_capacity,
    points_to_icts,
    promises_to_share,
    tells_of_a_step,
    tells_of_ict,
    tells_of_icts,
)
from acquis.store.voice_words import Neighbours


@pytest.mark.parametrize(
    "sentence",
    [
        "We are prepared to share with other countries what our experience with cyberattacks taught us.",
        "Aldoria offers a six-week course in digital forensics to small island States.",
        "Estvale stands ready to assist States that draft legislation on cybercrime.",
        "Our academy runs courses that are open to participants from developing countries.",
        "If hackers come for your banks, Gavria can offer help.",
    ],
)
def test_what_gives_others_capacity_is_an_offer(sentence: str) -> None:
    """Courses, assistance, experience: given or ready to be given."""
    assert offers_capacity(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We offer our condolences to the victims and our support to their families.",
        "We use the tools and advantages that cyberspace offers.",
        "We want to offer our perspective on the support of people online.",
        "I offer a single fact on the technology of today.",
        "It is open to all, and it decides by consensus.",
    ],
)
def test_what_only_sounds_like_an_offer_is_none(sentence: str) -> None:
    """Condolences, views and what technology offers give nobody capacity."""
    assert not offers_capacity(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We lack any capability in digital forensics.",
        "Developing countries need support to overcome the digital gap.",
        "We look to our partners to help us provide for cybersecurity.",
        "We have neither the staff nor the budget for an exercise.",
        "We also need help.",
    ],
)
def test_what_asks_for_capacity_is_a_need(sentence: str) -> None:
    """Of the speaker, or of States like it."""
    assert needs_capacity(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We need similar identification for the cybersphere.",
        "We need to address the tools of hackers together.",
        "Our prosperity depends on our capacity to show compassion.",
        "The Secretary of Health needs funding for cybersecurity.",
        "Kaldeen needs training.",
    ],
)
def test_what_is_no_need_of_the_speaker_is_none(sentence: str) -> None:
    """Wishes for the world, and the needs of others."""
    assert not needs_capacity(sentence)


def test_a_speaker_may_name_itself() -> None:
    """ "Gavria needs assistance" is Gavria's need where Gavria speaks."""
    assert needs_capacity("Gavria needs assistance with two laws.", re.compile("Gavria"))


def test_only_a_plain_readiness_to_share_counts_among_other_acts() -> None:
    """A promise of ours to share is an offer; that a body can provide something is not."""
    assert promises_to_share("Lorvane is ready to take part and share its experience in cyberspace.")
    assert not promises_to_share("The United Nations can provide the forum for support.")


def test_a_sentence_is_on_icts_by_itself_by_its_neighbour_or_by_its_document() -> None:
    """One of two neighbours must point to the other; a title or many sentences speak for the whole."""
    assert tells_of_ict("We lack lawyers for the cybercrime bill.")
    assert points_to_icts("We also need help.", Neighbours("Cyberattacks hit our ports.", ""))
    assert points_to_icts("Gavria needs two laws.", Neighbours("", "The first is on cybercrime."))
    assert not points_to_icts(
        "Our farms need help.", Neighbours("Cyberattacks hit our ports.", "Rain is late.")
    )
    assert tells_of_icts("Statement to the OEWG", [])
    assert tells_of_icts(None, ["Cyberspace is ours.", "Hackers are not.", "Rain is late."])
    assert not tells_of_icts(None, ["Cyberspace is ours.", *["Rain is late."] * 9])


def test_a_step_tells_of_something_done_on_icts() -> None:
    """What was adopted, not what was suffered."""
    assert tells_of_a_step("In 2030 we adopted our first national cybersecurity strategy.")
    assert not tells_of_a_step("We had our own unfortunate experience with cyberattacks.")
    assert not tells_of_a_step("We have adopted a law on fisheries.")


def test_long_texts_take_no_time() -> None:
    """Words without an end are read to a bound."""
    for judge in (offers_capacity, needs_capacity, promises_to_share, tells_of_a_step, tells_of_ict):
        assert judge("cyber ready need " * 300_000) in (True, False)
