"""What two texts are to one another, and what cannot be compared."""

from __future__ import annotations

import pytest

from acquis.analysis.comparing.compare import compare
from acquis.errors import RequestError
from acquis.model.marking import Marking
from compared import NAMES, account, compared, given, readout, rows_on

STATEMENT = "---\ntitle: Statement by {0}\nstate: {0}\nforum: OEWG\npublished: {1}-05-09\n---\n{2}\n"


@pytest.mark.parametrize(
    ("a", "b", "mode"),
    [
        (readout("They discussed ransomware."), account("They spoke about export control."), "accounts"),
        (
            readout("They discussed ransomware."),
            account("They spoke about export control.", day="2 June 2032"),
            "editions",
        ),
        (
            STATEMENT.format("Aldoria", 2031, "We support the new fund."),
            STATEMENT.format("Aldoria", 2032, "We have doubts about any new fund."),
            "editions",
        ),
        (
            STATEMENT.format("Aldoria", 2031, "We support the new fund."),
            STATEMENT.format("Brevania", 2031, "We have doubts about any new fund."),
            "texts",
        ),
    ],
)
def test_the_mode_is_read_from_the_texts(a: str, b: str, mode: str) -> None:
    """One meeting, two meetings of the same parties, one speaker twice, or no tie; with a reason."""
    comparison = compared(a, b)
    assert comparison.mode == mode
    assert comparison.why


def test_a_mode_that_is_asked_for_wins() -> None:
    """Any two texts can be laid side by side as anything."""
    first, second = readout("They discussed ransomware."), account("They spoke about export control.")
    assert compared(first, second, mode="drafts").paragraphs
    assert compared(first, second, mode="texts").rows


def test_versions_of_one_work_are_drafts() -> None:
    """Whatever their words: they are of one work, or their symbols differ in the revision alone."""
    text = "---\ntitle: Report\nsymbol: {}\n---\n{}\n"
    first = text.format("A/AC.999/2031/CRP.1", "Aldoria spoke of harbours.")
    second = text.format("A/AC.999/2031/CRP.1/Rev.1", "Nobody expected the islands to answer.")
    comparison = compared(first, second)
    assert (comparison.mode, comparison.why) == ("drafts", "both are versions of A/AC.999/2031/CRP.1")


def test_editions_by_two_writers_are_told_apart() -> None:
    """What differs between a text of one side and a later text of the other may be the writer's choice."""
    texts = [
        readout("They discussed ransomware.").replace("---", "---\npublisher: Government of Aldoria", 1),
        account("They spoke about ports.", day="2 June 2032").replace(
            "---", "---\npublisher: Government of Brevania", 1
        ),
    ]
    comparison = compared(*texts)
    assert (comparison.a.by, comparison.b.by) == ("XC", "XD")
    assert comparison.remarks == (
        "A is written by XC, B by XD: what differs may be the writer's choice, not the years'",
    )


def test_two_promises_of_a_next_meeting_are_one_thing() -> None:
    """Whatever their words: place and date that differ stand in one row; the parties' names tell nothing."""
    comparison = compared(
        readout(
            "The two sides agreed to convene again for the second Aldoria-Brevania Cyber Dialogue in Calder in 2032."
        ),
        account("The next round will take place in 2033.", day="2 June 2032"),
    )
    (promise,) = rows_on(comparison, "commitment")
    told = {one.aspect: (one.a, one.b) for one in promise.differences}
    assert told["verb"] == (("agreed to convene",), ("will take place",))
    assert told["due"] == (("2032",), ("2033",))
    assert "Aldoria" not in told.get("names", ((), ()))[0]


def test_the_marking_is_the_higher_one() -> None:
    """Of a clear text and a red one the comparison is red."""
    first = given(readout("They discussed ransomware."), "a.md", Marking.CLEAR)
    second = given(readout("They spoke about ports."), "b.md", Marking.RED)
    assert compare(first, second, NAMES).marking is Marking.RED


FRENCH = "Les États réaffirment que le droit international est applicable aux réseaux et que la paix est pour tous."


@pytest.mark.parametrize(
    ("a", "b", "mode", "told"),
    [
        (readout("They met."), readout("They met."), None, "are one document"),
        (readout("They discussed ransomware."), FRENCH, None, "language 'en', b.md in 'fr'"),
        (FRENCH, f"{FRENCH} Oui.", "accounts", "language 'fr' is not read; compare with --mode drafts"),
    ],
)
def test_what_cannot_be_compared_is_said(a: str, b: str, mode: str | None, told: str) -> None:
    """One line that says which text, and what would be right."""
    with pytest.raises(RequestError, match=r"^[ab]\.md") as refused:
        compared(a, b, mode=mode)  # type: ignore[arg-type]
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)
