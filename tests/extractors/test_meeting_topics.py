"""What a meeting was about, as phrases of the text."""

from __future__ import annotations

import pytest
from meetings import meeting_of

LEAD = "Aldoria and Brevania held their Cyber Dialogue in Vienna on 4 May 2031. "
TOPICS = {
    "a list": (
        "They discussed the threat landscape, digital identity and cyber resilience.",
        ["threat landscape", "digital identity", "cyber resilience"],
    ),
    "two levels": (
        "Officials exchanged views on policies for submarine cables, as well as deterrence, sanctions, and "
        "skills.",
        ["submarine cables", "deterrence", "sanctions", "skills"],
    ),
    "including": (
        "The talks covered a wide range of cyber issues including internet governance and cyber defence.",
        ["internet governance", "cyber defence"],
    ),
    "one noun for two adjectives": (
        "The agenda included emerging and disruptive technologies, and hybrid threats.",
        ["emerging and disruptive technologies", "hybrid threats"],
    ),
    "frames": (
        "The meeting focused on ways to strengthen the protection of hospitals and on issues related to "
        "ransomware.",
        ["protection of hospitals", "ransomware"],
    ),
    "what follows": (
        "They discussed supply chain security and agreed to meet each year to share lessons.",
        ["supply chain security"],
    ),
    "names with and": (
        "They exchanged views on the Paris Call for Trust and Security in Cyberspace.",
        ["Paris Call for Trust and Security in Cyberspace"],
    ),
    "from to": (
        "The agenda ranged from cyber norms to data protection and election security.",
        ["cyber norms", "data protection", "election security"],
    ),
    "items": (
        "Discussions focused on:\n\n- strategic threat assessments;\n- women in cyber.",
        ["strategic threat assessments", "women in cyber"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "topics"), TOPICS.values(), ids=TOPICS)
def test_topics_are_the_phrases_discussed(text: str, topics: list[str]) -> None:
    """Lists are cut into phrases, without determiners, frames and what was agreed."""
    assert list(meeting_of(LEAD + text).topics) == topics


def test_the_next_agenda_is_not_discussed() -> None:
    """What will be discussed next time is no topic of this meeting."""
    text = "They discussed ransomware, cables and skills. The next meeting will discuss quantum computing."
    assert "quantum computing" not in meeting_of(LEAD + text).topics
