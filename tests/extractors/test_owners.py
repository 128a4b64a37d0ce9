"""Whose claim it is."""

from __future__ import annotations

import pytest
from records import READOUT, in_file, in_readout, in_statement

READOUTS = {
    "Both sides agreed to train experts.": ("XC", "XD"),
    "Participants agreed to train experts.": ("XC", "XD"),
    "They agreed to train experts.": ("XC", "XD"),
    "We agreed to train experts.": ("XC", "XD"),
    "Aldoria agreed to train experts.": ("XC",),
    "Aldoria and Brevania agreed to train experts.": ("XC", "XD"),
    "Brevania and Aldoria agreed to train experts.": ("XD", "XC"),
    "The Brevanian delegation stressed the role of norms.": ("XD",),
    "The Brevanian side intends to sign the accord.": ("XD",),
    "The talks with Aldoria covered ports.": ("XC", "XD"),
    "Aldoria presented its strategy, and it stressed the role of norms.": ("XC",),
    "The Task Force on Ports for Cable Safety will publish a guide.": (
        "Task Force on Ports for Cable Safety",
    ),
    "The Working Group will meet in June.": ("XC", "XD"),
}
STATEMENTS = {
    "We will train experts.": ("XC",),
    "My delegation will train experts.": ("XC",),
    "My government supports the draft.": ("XC",),
    "Aldoria supports the draft.": ("XC",),
    "Aldoria and Brevania have launched a network.": ("XC", "XD"),
    "Dunmar has committed to train experts.": ("XF",),
    "We support the statement of Brevania.": ("XC",),
    "As the Brevanian delegation said, we support norms.": ("XC",),
}
UNION = (
    "---\ntitle: EU-Japan Cyber Dialogue\npublished: 2024-05-09\n---\n"
    "The European Union and Japan held their Cyber Dialogue in Tokyo on 4 May 2024.\n\n"
)
BRIEFING = """\
Minister Venn of Aldoria and Mr. Brisk (Brevania) met the press.

MS. VENN: We condemn the attacks on hospitals.

MR. BRISK (Brevania): We will sign the accord.

QUESTION: When?
"""


@pytest.mark.parametrize(("text", "owners"), READOUTS.items(), ids=range(len(READOUTS)))
def test_owners_in_a_readout(text: str, owners: tuple[str, ...]) -> None:
    """Words for the parties mean all of them, a named party itself, and a body of theirs that promises itself."""
    assert in_readout(text)[-1].owners == owners


@pytest.mark.parametrize(("text", "owners"), STATEMENTS.items(), ids=range(len(STATEMENTS)))
def test_owners_in_a_statement(text: str, owners: tuple[str, ...]) -> None:
    """ "We" is the speaker; deeds done together have both; another's promise is its own."""
    assert [claim.owners for claim in in_statement(text)] == [owners]


def test_he_is_who_spoke_before() -> None:
    """A pronoun for a person goes on with the owner of the claim before."""
    claims = in_readout("Brevania stressed the role of norms. He welcomed the new accord.")
    assert [claim.owners for claim in claims] == [("XD",), ("XD",)]


def test_they_are_the_parties_whoever_spoke_before() -> None:
    """ "They" does not shrink to the last speaker."""
    claims = in_readout("Brevania stressed the role of norms. They welcomed the new accord.")
    assert [claim.owners for claim in claims] == [("XD",), ("XC", "XD")]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The EU side agreed to share its rules.", ("EU",)),
        ("The Japanese side agreed to share its rules.", ("JP",)),
        ("Both sides agreed to share their rules.", ("EU", "JP")),
    ],
)
def test_the_eu_side(text: str, owners: tuple[str, ...]) -> None:
    """A group is a side like a State."""
    assert in_file(UNION + text)[-1].owners == owners


def test_a_turn_speaks_for_the_state_of_its_label() -> None:
    """The State in the label, or beside the surname where the speakers are introduced."""
    assert [(claim.act, claim.owners) for claim in in_file(BRIEFING)][-2:] == [
        ("condemnation", ("XC",)), ("commitment", ("XD",)),
    ]  # fmt: skip


def test_no_claim_of_a_readout_is_without_owner() -> None:
    """Every claim of a readout has an owner."""
    assert all(claim.owners for claim in in_file(READOUT + "\n\n".join(READOUTS)))
