"""Claims: the words that carry them, and what is read off them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import FILES
from records import READOUT, in_readout, in_statement

from acquis.reading import read_text

TWO_ACTS = [
    (
        "Both sides discussed threats, and agreed to continue their exchanges.",
        ["Both sides discussed threats", "agreed to continue their exchanges."],
    ),
    (
        "Aldoria welcomed the round and called on Brevania to join the network.",
        ["Aldoria welcomed the round", "called on Brevania to join the network."],
    ),
]
PIECES = [text for text, _ in TWO_ACTS] + [
    "We will:\n\n- train experts;\n- share data.",
    "# Next steps",
    "Both sides agreed to meet in Vienna in 2032.The sides parted.",
    "- They condemned the attacks.",
    "12. All States must act, e.g. on ports.",
    "“We agree,” she said.",
]


@pytest.mark.parametrize(("text", "quotes"), TWO_ACTS)
def test_two_acts_are_two_quotes(text: str, quotes: list[str]) -> None:
    """Each act has its own words; the sentence around them is the same."""
    claims = in_readout(text)
    assert [claim.evidence.quote for claim in claims] == quotes
    assert {claim.sentence.quote for claim in claims} == {text}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_every_quote_stands_in_the_text(pieces: list[str]) -> None:
    """`text[start:end]` is the quote, the quote lies in its sentence, and the paragraph holds both."""
    record = read_text(READOUT + "\n\n".join(pieces), path="a.md", vocabulary=FILES)
    text = record.document.text
    by_address = {paragraph.address: paragraph for paragraph in record.document.paragraphs}
    assert record.claims
    for claim in record.claims:
        for place in (claim.place, *claim.also):
            assert text[place.evidence.start : place.evidence.end] == place.evidence.quote
            assert place.sentence.start <= place.evidence.start < place.evidence.end <= place.sentence.end
        assert claim.paragraph in by_address
        assert claim.evidence.document_id == record.document.id


@pytest.mark.parametrize(
    ("text", "act", "graded"),
    [
        ("We will publish our position.", "commitment", True),
        ("We call on all States to share data.", "call", True),
        ("We propose that the Chair circulate a new draft.", "proposal", True),
        ("Aldoria offers training to experts of small islands.", "offer", True),
        ("We welcome the report of the Chair.", "support", False),
        ("We are deeply concerned about attacks on water supply.", "concern", False),
        ("Aldoria has adopted a national strategy.", "report", False),
    ],
)
def test_only_acts_that_ask_for_action_are_graded(text: str, act: str, graded: bool) -> None:
    """Commitments, calls, proposals and offers have McMahon's action category; others have none."""
    [claim] = in_statement(text)
    assert (claim.act, claim.grade is not None) == (act, graded)


def test_a_claim_has_all_that_its_words_say() -> None:
    """Grade, element, due date, venue, address and rule of one promise."""
    [claim] = in_readout("7. Both sides agreed to publish the norms of State behaviour in Vienna in 2032.")
    assert (claim.grade, claim.element, claim.venue, claim.paragraph) == (5, "norms", "Vienna", "7")
    assert claim.due is not None
    assert claim.due.edtf == "2032"


def test_the_owner_is_no_target_of_its_own_claim() -> None:
    """Those a claim is about are others."""
    [claim] = in_statement("Aldoria condemns the cyber attacks of Brevania.")
    assert "state.XD" in claim.targets
    assert "state.XC" not in claim.targets


def test_claims_are_in_the_order_of_the_text() -> None:
    """From the first word to the last."""
    starts = [claim.evidence.start for claim in in_readout("\n\n".join(text for text, _ in TWO_ACTS))]
    assert starts == sorted(starts)
    assert len(starts) == 4


def test_headings_claim_nothing() -> None:
    """A heading only names what follows, even where it has the words of an act."""
    claims = in_readout("# We call on all States\n\nThey discussed ports.")
    assert [claim.act for claim in claims] == ["exchange"]
