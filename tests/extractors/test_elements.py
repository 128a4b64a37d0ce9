"""The element of a passage, and that it is about ICTs at all."""

from __future__ import annotations

import pytest

from acquis.extractors.elements import View, elements_of, speaks_of_ict
from acquis.model.claim import Act, Element


def view(text: str, *, before: bool = False, near: bool = False) -> View:
    """A passage alone, or beside passages on ICTs."""
    tokens = [word.strip(".,").lower() for word in text.replace("-", " ").split()]
    return View(text, tokens, speaks_of_ict(text, tokens), before, near)


@pytest.mark.parametrize(
    ("text", "act", "element"),
    [
        ("International law applies in cyberspace.", "affirmation", "international-law"),
        ("We uphold the norms of responsible State behaviour in the use of ICTs.", "commitment", "norms"),
        ("Points of contact build trust in cyberspace.", "affirmation", "cbms"),
        ("We will train officers to build cyber capacity.", "commitment", "capacity-building"),
        ("We support a permanent mechanism on ICT security.", "support", "institutional-dialogue"),
        ("We are alarmed by ransomware.", "concern", "threats"),
        ("They committed to address cyber and hybrid threats.", "commitment", "threats"),
        ("We will share information to counter ransomware.", "commitment", None),
        ("The sea is rising.", "concern", None),
        ("International law protects the sea.", "affirmation", None),
        ("We support a cybercrime treaty.", "support", None),
        ("We lack the resources and need technical assistance.", "need", "capacity-building"),
        ("The cyber dialogue of Aldoria and Brevania met.", "report", "institutional-dialogue"),
        ("Norms and international law guide us online.", "affirmation", "norms"),
        ("In this OEWG we should discuss confidence-building measures.", "call", "cbms"),
        ("Terrorism is a threat to all.", "concern", None),
    ],
)
def test_the_first_element_named(text: str, act: Act, element: Element | None) -> None:
    """The first element that a passage on ICTs names; none for crime treaties and other subjects."""
    found = elements_of(view(text), act=act)
    assert (found[0] if found else None) == element


def test_a_passage_that_points_back_is_about_what_came_before() -> None:
    """ "Such attacks" are on ICTs where the passage before was."""
    text = "Such attacks harm us all."
    assert elements_of(view(text), act="concern") == []
    assert elements_of(view(text, before=True, near=True), act="concern") == ["threats"]


def test_law_near_ict_is_about_ict() -> None:
    """A passage on law between passages on ICTs has its element, unless it speaks of another danger."""
    assert elements_of(view("Sovereignty must be respected.", near=True)) == ["international-law"]
    assert elements_of(view("Sovereignty must be respected in outer space.", near=True)) == []
