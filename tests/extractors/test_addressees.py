"""Who is called on, supported, condemned, worried about or met."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.addressees import find_addressees
from acquis.model.claim import Act


def addressees(text: str, act: Act, cue: str) -> tuple[str, ...]:
    """The addressees of a one-sentence text whose cue ends with a word."""
    material = prepared(text)
    return find_addressees(material, material.passages[0], act, material.tokens.words.index(cue))


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("We call on Brevania to stop.", "on", ("XD",)),
        ("We urge Brevania, Cassena and Dunmar to join.", "urge", ("XD", "XE", "XF")),
        ("We call upon all Member States to nominate contacts.", "upon", ("all States",)),
        ("We encourage private companies to report incidents.", "encourage", ("private companies",)),
        ("Aldoria urges the parties concerned to return to the table.", "urges", ("parties concerned",)),
        ("The United Nations must lead this work.", "must", ("United Nations",)),
        ("States should publish their views.", "should", ("all States",)),
        ("All States must comply.", "must", ("all States",)),
        ("The question of Brevania must not be forgotten.", "must", ()),
        ("We must act together.", "must", ()),
        ("We call for an open debate.", "for", ()),
    ],
)
def test_calls(text: str, cue: str, expected: tuple[str, ...]) -> None:
    """A call goes to its object, or to the subject of must and should, unless it is to be done to them."""
    assert addressees(text, "call", cue) == expected


@pytest.mark.parametrize(
    ("text", "act", "cue", "expected"),
    [
        ("We welcome Cassena's proposal.", "support", "welcome", ("XE",)),
        ("We commend the Secretary-General.", "support", "commend", ("Secretary-General",)),
        ("We condemn Brevania's malicious cyber activity.", "condemnation", "condemn", ("XD",)),
        ("The attack was carried out by Brevania against Aldoria.", "condemnation", "attack", ("XD",)),
        ("We worry about attacks on hospitals in Aldoria.", "concern", "worry", ()),
        ("The Director met with officials from Cassena and Dunmar.", "report", "met", ("XE", "XF")),
        ("The Director met with private sector leaders.", "report", "met", ("private sector leaders",)),
        ("We will host a workshop in Cassena.", "commitment", "will", ()),
    ],
)
def test_other_acts(text: str, act: Act, cue: str, expected: tuple[str, ...]) -> None:
    """Support has its object, blame those who did it and not their victims, a meeting those who were met."""
    assert addressees(text, act, cue) == expected
