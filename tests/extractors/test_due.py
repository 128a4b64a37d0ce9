"""When and where a promise falls due."""

from __future__ import annotations

import pytest
from records import in_readout, in_statement

DUE = {
    "Both sides agreed to hold an exercise by the end of 2032.": ("2032", "2032-09-01", "2032-12-31"),
    "Both sides agreed to hold an exercise by June 2032.": ("2032-06", "2032-06-01", "2032-06-30"),
    "Both sides agreed to hold an exercise in 2032.": ("2032", "2032-01-01", "2032-12-31"),
    "Both sides agreed to meet again on 3 March 2032.": ("2032-03-03", "2032-03-03", "2032-03-03"),
    "Both sides agreed to meet again in early 2032.": ("2032", "2032-01-01", "2032-04-30"),
}
UNDATED = [
    "Both sides agreed to implement the plan adopted in 2029.",
    "Both sides agreed to implement the plan adopted in 2031.",
    "Both sides agreed to implement the plan to be revised from 2030.",
    "Both sides agreed to build on the round held in June 2030.",
    "Both sides agreed to keep the rules that have held since 2019.",
    "Both sides agreed to meet again in due course.",
    "Both sides agreed to meet again at a mutually convenient date.",
    "Both sides agreed to carry on the work plan for the time after 2031.",
    "Both sides agreed to train experts.",
]
VENUES = [
    ("The two sides agreed to hold the next Dialogue in Vienna in 2032.", "Vienna"),
    ("Both sides agreed to hold an exercise at Tallinn.", "Tallinn"),
    ("Both sides agreed to train the experts of Vienna.", None),
    ("The two sides welcomed the round held in Vienna.", None),
]


@pytest.mark.parametrize(("text", "when"), DUE.items(), ids=range(len(DUE)))
def test_a_date_with_a_cue_that_points_ahead_is_due(text: str, when: tuple[str, str, str]) -> None:
    """The calendar value, and the days it spans as narrow as the words are."""
    [claim] = in_readout(text)
    assert claim.due is not None
    assert (claim.due.edtf, str(claim.due.earliest), str(claim.due.latest)) == when


@pytest.mark.parametrize("text", UNDATED)
def test_past_vague_and_backward_dates_are_not_due(text: str) -> None:
    """What was adopted in a year, has held since one, or comes in due course sets no date."""
    assert [claim.due for claim in in_readout(text)] == [None]


def test_a_past_date_counts_from_publication() -> None:
    """In a text of 2031 a promise for 2030 is over, one for 2031 is not."""
    assert [claim.due for claim in in_statement("We will publish our position in 2030.")] == [None]
    [claim] = in_statement("We will publish our position in 2031.")
    assert claim.due is not None


@pytest.mark.parametrize(("text", "venue"), VENUES)
def test_the_venue_is_a_place_after_in_or_at(text: str, venue: str | None) -> None:
    """As printed, and of promises only."""
    assert [claim.venue for claim in in_readout(text)] == [venue]


def test_the_date_that_stands_with_what_is_promised_counts() -> None:
    """A date inside what leads up to the promise is not its day; one that opens the sentence is."""
    [aside] = in_readout(
        "As both sides celebrate 40 years of ties in 2031, they agreed to meet in November 2032."
    )
    [opening] = in_readout("By the end of 2031, both sides agreed to revise the plan of June 2032.")
    assert (aside.due and aside.due.edtf, opening.due and opening.due.edtf) == ("2032-11", "2031")
