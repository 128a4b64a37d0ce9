"""Spoken turns: what is promised, and what is only said."""

from __future__ import annotations

import pytest
from records import in_file, in_statement

PROMISES = [
    "We will publish the text in June.",
    "We intend to sign the accord.",
    "We agreed to train experts.",
]
CHATTER = [
    "I'll say a few words now.",
    "We'll see about that.",
    "We will start in a minute.",
    "We will make a call.",
    "I will leave it there.",
    "He'll travel to Calder.",
    "I'm going to establish that first.",
    "It will improve.",
]


def spoken(words: str) -> list[str]:
    """The acts of what an official says in a briefing."""
    return [
        claim.act
        for claim in in_file(f"MS. VENN (Aldoria): {words}\n\nQUESTION: What else?\n\nMS. VENN: Good day.\n")
    ]


@pytest.mark.parametrize("words", PROMISES)
def test_a_government_promises_in_speech_too(words: str) -> None:
    """ "We will publish" binds whoever speaks for a State."""
    assert spoken(words) == ["commitment"]


@pytest.mark.parametrize("words", CHATTER)
def test_small_talk_promises_nothing(words: str) -> None:
    """Saying, seeing, leaving and diaries of persons are no commitments."""
    assert "commitment" not in spoken(words)


def test_speech_is_less_certain() -> None:
    """The same sentence weighs more in a text than in a conversation."""
    [written] = in_statement("We will publish the text in June.")
    [said] = in_file("MS. VENN (Aldoria): We will publish the text in June.\n\nQUESTION: When?\n")
    assert said.confidence < written.confidence


def test_questions_claim_nothing() -> None:
    """A reporter's words are nobody's claim."""
    text = "MS. VENN: Good day.\n\nQUESTION: We condemn the attacks. Will you publish the text?\n"
    assert in_file(text) == []
