"""Two accounts of one meeting: what only one says, what both say in other words, and who was who."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.model.comparison import Comparison
from acquis.reading import read
from compared import NAMES, account, compared, readout, rows_on, values


@pytest.fixture(scope="module")
def edition(root: Path) -> Comparison:
    """The two accounts of edition 3 among the examples."""
    folder = root / "examples" / "readouts"
    files = [folder / f"uk-eu-3-{side}-account.md" for side in ("eu", "uk")]
    first, second = (Given(read(file), file.name) for file in files)
    return compare(first, second, NAMES)


def test_the_mode_and_the_writers_are_said(edition: Comparison) -> None:
    """One meeting by its parties and days; each account has its side."""
    assert edition.mode == "accounts"
    assert "on the same days (2025-12-09 to 2025-12-10)" in edition.why
    assert (edition.a.by, edition.b.by) == ("EU", "GB")
    assert edition.remarks == ("A is written by EU, B by GB",)


def test_what_only_one_account_tells(edition: Comparison) -> None:
    """UN talks and ransomware in the EU text; industry's burden, ENISA, Europol and the NCSC in the UK text."""
    only = {
        (standing, a or b)
        for standing, a, b in values(rows_on(edition, "topic", "name"))
        if "only" in standing
    }
    assert {one for one in only if one[0] == "only A"} == {
        ("only A", "talks on cyber issues"), ("only A", "ransomware"), ("only A", "United Nations"),
    }  # fmt: skip
    assert {one for one in only if one[0] == "only B"} == {
        ("only B", "burden of compliance"),
        ("only B", "agencies"),
        ("only B", "European Union Agency for Cybersecurity"),
        ("only B", "Europol"),
        ("only B", "National Cyber Security Centre of the United Kingdom"),
    }


def test_one_person_may_have_two_spellings(edition: Comparison) -> None:
    """Stadejek and Stadajek are one chair; the others are spelt alike."""
    rows = rows_on(edition, "chair")
    (spelt,) = [row for row in rows if row.differences]
    assert [(one.aspect, one.a, one.b) for one in spelt.differences] == [
        ("spelling", ("Maciej Stadejek",), ("Maciej Stadajek",))
    ]
    assert [row.standing for row in rows].count("same words") == 2


def test_both_promise_the_next_meeting_with_another_verb(edition: Comparison) -> None:
    """London 2026 in both: "will take place" and "agreed to hold", each with its words and place."""
    (following,) = rows_on(edition, "next meeting")
    assert (following.standing, following.a and following.a.value) == ("same words", "London, 2026")
    (promise,) = rows_on(edition, "commitment")
    assert [(one.aspect, one.a, one.b) for one in promise.differences] == [
        ("verb", ("will take place",), ("agreed to hold",))
    ]
    assert promise.a
    assert promise.b
    assert (promise.a.address, promise.b.address) == ("¶6", "¶5")
    assert "will take place in London" in promise.a.words


def test_every_saying_is_a_slice_of_its_text(edition: Comparison, root: Path) -> None:
    """Words, place and address of both sides hold in the documents."""
    texts = {
        side: read(root / "examples" / "readouts" / f"uk-eu-3-{side}-account.md").document.text
        for side in ("eu", "uk")
    }
    said = [(texts[side], one) for row in edition.rows for side, one in (("eu", row.a), ("uk", row.b)) if one]
    assert len(said) > 20
    for text, one in said:
        assert text[one.start : one.end] == one.words
        assert one.address


def test_a_topic_in_other_words_is_one_topic() -> None:
    """ "ransomware" and "the fight against ransomware" are one; "UN talks" is what "the talks at the UN" are."""
    comparison = compared(
        readout("They discussed ransomware, supply chains and capacity-building in the islands."),
        account("They discussed the fight against ransomware, export control and capacity-building."),
    )
    found = {
        row.standing: (row.a and row.a.value, row.b and row.b.value) for row in rows_on(comparison, "topic")
    }
    assert found["only A"] == ("supply chains", None)
    assert found["only B"] == (None, "export control")
    assert [row.standing for row in rows_on(comparison, "topic") if row.a and "ransomware" in (row.a.value or "")] in (
        ["same words"], ["other words"],
    )  # fmt: skip


def test_a_softer_verb_and_a_hedge_are_told() -> None:
    """What the one will do the other may do, where possible; who was named by one alone."""
    comparison = compared(
        readout("They will share all warnings of ransomware with Cassena by 2032."),
        account("They intend to share warnings of ransomware, where possible, by 2033."),
    )
    (promise,) = rows_on(comparison, "commitment")
    told = {one.aspect: (one.a, one.b, one.turn) for one in promise.differences}
    assert told["verb"] == (("will",), ("intend to",), "softer")
    assert told["hedges"] == (("all",), ("where possible",), "softer")
    assert told["names"][0] == ("Cassena",)
    assert told["due"] == (("2032",), ("2033",), "changed")


def test_silence_is_no_denial() -> None:
    """A promise in one account alone stands as that account's, with no word on the other."""
    comparison = compared(
        readout("They agreed to train 20 officers in 2032."), account("They discussed ransomware.")
    )
    (promise,) = rows_on(comparison, "commitment")
    assert (promise.standing, promise.b, promise.differences) == ("only A", None, ())
