"""The register of the vocabulary: four elements and two beside them, each provision with its citations."""

from __future__ import annotations

from acquis.analysis.register.entries import ELEMENTS, OF_FRAMEWORK, register_of
from acquis.analysis.register.framework import register_alone
from acquis.analysis.register.provision import provision_alone
from acquis.vocabulary import load_vocabulary


def test_every_provision_stands_under_its_element_once() -> None:
    """Four of the framework come first; nothing of the vocabulary is left out."""
    register = register_of(())
    assert [part.element for part in register.parts] == list(ELEMENTS)
    assert [part.element for part in register.parts if part.of_framework] == list(OF_FRAMEWORK)
    placed = [entry.id for part in register.parts for entry in part.entries]
    assert sorted([*placed, "provision.framework"]) == sorted(
        one.id for one in load_vocabulary(()).of_kind("provision")
    )


def test_what_is_agreed_has_words_citations_and_whether_they_were_checked() -> None:
    """Each provision is paraphrased and cited; a document that is cited by symbol is named."""
    entries = register_of(()).by_id.values()
    assert all(entry.summary and entry.cited for entry in entries)
    norm = register_of(()).by_id["provision.norm.f"]
    assert [(one.symbol, one.paragraph, one.checked, one.document) for one in norm.cited[:2]] == [
        ("A/70/174", "13(f)", True, "GGE 2015 report"),
        ("A/76/135", "42-46", False, "GGE 2021 report"),
    ]


def test_every_cited_symbol_is_a_document_of_the_register() -> None:
    """What a provision or a recommendation cites, the register says what it is and when it was agreed."""
    register = register_of(())
    documents = {one.symbol: one for one in register.documents}
    for entry in register.by_id.values():
        for one in (*entry.cited, *(each for asked in entry.recommendations for each in asked.cited)):
            assert one.document == documents[one.symbol].name
    assert all(one.summary and one.status and one.day for one in register.documents)
    assert [one.day for one in register.documents] == sorted(one.day or "" for one in register.documents)


def test_a_recommendation_stands_with_the_provision_it_asks_for() -> None:
    """All ten are placed."""
    register = register_of(())
    asked = {one.id: entry.id for entry in register.by_id.values() for one in entry.recommendations}
    assert len(asked) == len(load_vocabulary(()).of_kind("recommendation"))
    assert asked["recommendation.rec.poc"] == "provision.poc.national"


def test_without_a_workspace_nothing_is_counted() -> None:
    """The register stands by itself: no counts, rather than zeros."""
    alone = register_alone(())
    assert alone.ground is None
    assert len(alone.documents) > 20
    assert all(entry.tally is None for part in alone.parts for entry in part.entries)
    norms = register_alone((), "norms")
    assert [part.element for part in norms.parts] == ["norms"]
    assert norms.whole is None
    assert {one.symbol for one in norms.documents} >= {"A/70/174", "A/80/257"}
    assert len(provision_alone((), "provision.norms").parts) == 11
