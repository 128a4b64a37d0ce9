"""What a passage is about: element and concepts."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.targets import find_elements, find_targets, ict_passages
from acquis.model.claim import Act


@pytest.mark.parametrize(
    ("text", "act", "element", "target"),
    [
        ("We reaffirm norm 13(f) in cyberspace.", "affirmation", "norms", "provision.norm.f"),
        ("We support the Budapest Convention.", "support", None, "instrument.budapest"),
        ("We are concerned by ransomware.", "concern", "threats", "threat.ransomware"),
        ("We welcome the Pall Mall Process.", "support", None, "process.pallmall"),
        ("We condemn the cyber attacks of Brevania.", "condemnation", "threats", "state.XD"),
    ],
)
def test_a_passage_has_its_element_and_concepts(
    text: str, act: Act, element: str | None, target: str
) -> None:
    """Concepts of the vocabulary that the passage names are its targets."""
    targets = find_targets(prepared(text), 0, len(text), act=act)
    assert targets.element == element
    assert target in targets.targets


@pytest.mark.parametrize(
    ("day", "process"), [("2020-02-10", "process.oewg1"), ("2023-03-06", "process.oewg2")]
)
def test_namesakes_are_told_by_the_date(day: str, process: str) -> None:
    """Two groups are called OEWG; the day of the document tells which."""
    material = prepared(f"---\ndate: {day}\n---\nWe welcome the work of the OEWG on ICTs.")
    assert process in find_targets(material, 0, len(material.document.text)).targets


def test_elements_of_a_document() -> None:
    """All elements of all passages on ICTs, and none of those on other subjects."""
    material = prepared(
        "Norms guide States in cyberspace. International law applies to ICTs.\n\n" + "Trade is good.\n\n" * 9
        + "Technical assistance to farmers must grow."
    )  # fmt: skip
    assert find_elements(material, ict_passages(material)) == {"norms", "international-law"}


def test_every_passage_of_a_room_on_icts_is_about_them() -> None:
    """In a working group on ICTs nothing else is meant."""
    material = prepared(
        "# source: OEWG, Aldoria, 2023\n\nChair, we thank you. Sovereignty must be respected."
    )
    assert ict_passages(material) == [True] * len(material.passages)
