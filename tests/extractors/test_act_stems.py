"""The act that a lead-in hands down to its items."""

from __future__ import annotations

import pytest
from records import in_readout

from acquis.extractors.act_stems import stem_act, talks

STEMS = {
    "We intend to:": "commitment",
    "Both sides agreed on the following steps:": "commitment",
    "Items under 'decide to':": "commitment",
    "We call on all States to:": "call",
    "Aldoria suggests:": "proposal",
    "The two sides discussed:": "report",
    "Achievements of the year include:": "report",
    "Both sides reaffirmed that:": "affirmation",
    "They welcomed:": "support",
    "Of particular concern are:": "concern",
    "Small States have the following needs:": "need",
    "Participants:": "",
    "We intend to train.": "",
    "The two sides discussed threats and agreed to:": "commitment",
}
LISTS = [
    ("We intend to:", ["train experts;", "share data."], "commitment"),
    ("The two sides discussed:", ["threats to ports;", "capacity-building."], "exchange"),
    ("Achievements since the last round include:", ["a new response team;", "joint drills."], "report"),
    ("Both sides welcomed:", ["the new accord of Dunmar;", "the work of the Cable Group."], "support"),
    ("They called on States to:", ["report incidents;", "name contacts."], "call"),
]


@pytest.mark.parametrize(("stem", "act"), STEMS.items(), ids=range(len(STEMS)))
def test_the_last_cue_of_a_lead_in_counts(stem: str, act: str) -> None:
    """The cue nearest the colon; without a colon or a cue nothing is handed down."""
    assert stem_act(stem) == act


@pytest.mark.parametrize(
    ("stem", "told"), [("The agenda covered:", True), ("Since then Aldoria has launched:", False)]
)
def test_talks_are_told_from_deeds(stem: str, told: bool) -> None:
    """A list of topics is an exchange, a list of deeds a report."""
    assert talks(stem) is told


@pytest.mark.parametrize(("stem", "items", "act"), LISTS)
def test_items_inherit_the_act(stem: str, items: list[str], act: str) -> None:
    """Each item is a claim of its lead-in's act with the parties as owners; the lead-in itself is none."""
    claims = in_readout(stem + "\n\n" + "\n".join(f"- {item}" for item in items))
    assert [(claim.act, claim.evidence.quote) for claim in claims] == [(act, item) for item in items]
    assert {(claim.stem.quote if claim.stem else "", claim.owners) for claim in claims} == {
        (stem, ("XC", "XD"))
    }


def test_items_with_verbs_of_their_own_speak_for_themselves() -> None:
    """Under "Participants:" every item has its own act."""
    text = "Participants:\n\n- welcomed the new accord of Dunmar;\n- agreed to meet again."
    assert [claim.act for claim in in_readout(text)] == ["support", "commitment"]
