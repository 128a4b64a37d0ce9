"""Speaker turns: who says each paragraph of a transcript, and who only asks."""

from __future__ import annotations

import pytest

from acquis.extractors.turns import find_turns
from acquis.readers import read_document_text

BRIEFING = """\
MS. VENN: Good morning. We met our partners.

We had a good talk.

QUESTION: What was agreed?

MS. VENN: We agreed to meet again.
"""
LABELS = [
    ("MR. BRISK:", False),
    ("SENIOR OFFICIAL OF ALDORIA:", False),
    ("Ms. Venn (Aldoria):", False),
    ("The Chair:", False),
    ("Ambassador Venn:", False),
    ("REPORTER:", True),
    ("MODERATOR:", True),
    ("QUESTION:", True),
    ("Q:", True),
    ("Q", True),
]
NO_TRANSCRIPT = [
    "We agreed on two things: to train and to share.\n\nWe agreed on this: to meet.",
    "MS. VENN: Good morning, all.\n\nWe met our partners.",
    "Participants:\n\nAldoria: Ministry of Justice\n\nBrevania: Cable Agency",
]


def test_a_turn_lasts_until_the_next_label() -> None:
    """Paragraphs without a label belong to who spoke last; the label is no part of the words."""
    document = read_document_text(BRIEFING, path="a.txt")
    turns = find_turns(document)
    assert [turns[at].label for at in range(4)] == ["MS. VENN", "MS. VENN", "Q", "MS. VENN"]
    assert document.text[turns[0].text_start :].startswith("Good morning.")
    assert [turns[at].asks for at in range(4)] == [False, False, True, False]


@pytest.mark.parametrize(("label", "asks"), LABELS)
def test_labels(label: str, asks: bool) -> None:
    """Shouted names, titles and letters open turns; reporters, moderators and "Q" ask."""
    text = f"{label} We met them here.\n\nMS. VENN: We will meet again.\n"
    turns = find_turns(read_document_text(text, path="a.txt"))
    assert turns[0].asks is asks
    assert turns[0].label == ("Q" if label[0] == "Q" else label.rstrip(":"))


@pytest.mark.parametrize("text", NO_TRANSCRIPT, ids=range(len(NO_TRANSCRIPT)))
def test_other_colons_make_no_transcript(text: str) -> None:
    """Lead-ins, one label alone and lists of sides are no turns."""
    assert find_turns(read_document_text(text, path="a.txt")) == {}
