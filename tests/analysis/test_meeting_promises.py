"""A promise to meet again is settled by the edition that follows: kept, late, elsewhere, moved, or not known."""

from __future__ import annotations

import pytest

from acquis.analysis.meeting_promises import Foreseen, Settled, settle_meeting
from acquis.grammar.edtf import read_edtf
from acquis.model.frame import Frame
from acquis.model.when import When
from series import series_of, told

NAME = "Cyber Dialogue"
FIRST = told(NAME, "2030-03-04", ordinal=1, place="Calder")


def settled(
    *later: Frame,
    due: str | None = None,
    ordinal: int | None = None,
    place: str | None = None,
    by: Frame = FIRST,
) -> Settled | None:
    """What these later documents make of a meeting that `by` promised."""
    (series,) = series_of(by, *later)
    return settle_meeting(Foreseen(by, ordinal, read_edtf(due) if due else None, place), series)


def status(
    *later: Frame, due: str | None = None, ordinal: int | None = None, place: str | None = None
) -> str:
    """The status alone."""
    found = settled(*later, due=due, ordinal=ordinal, place=place)
    return found.status if found else "nothing"


def held(when: str, ordinal: int | None = 2, place: str | None = "Zelt") -> Frame:
    """A readout of a meeting that took place."""
    return told(NAME, when, ordinal=ordinal, place=place)


def planned(when: str, published: str) -> Frame:
    """The announcement of the second meeting."""
    return told(NAME, when, ordinal=2, planned=True, published=published)


@pytest.mark.parametrize(
    ("when", "due", "place", "expected"),
    [
        ("2031-05-06", "2031", None, "kept"),
        ("2031-12-31/2032-01-02", "2031", None, "kept"),
        ("2032-01-01", "2031", None, "kept late"),
        ("2031-05-06", "2031", "Zelt", "kept"),
        ("2031-05-06", "2031", "Calder", "kept in part"),
        ("2032-05-06", "2031", "Calder", "kept late"),
        ("2030-12-06", "2031", None, "kept"),
        ("2031-05-06", None, None, "kept"),
        ("2031-05-06", None, "Calder", "kept in part"),
    ],
)
def test_held(when: str, due: str | None, place: str | None, expected: str) -> None:
    """In its time, after it, at another place; the rule is told in words."""
    found = settled(held(when), due=due, place=place)
    assert found is not None
    assert (found.status, found.edition is not None) == (expected, True)
    assert "edition 2 took place in Zelt" in found.why
    assert ("the place was to be Calder" in found.why) == (place == "Calder")


@pytest.mark.parametrize(
    ("when", "due", "expected"),
    [("2031-05", "2031", "re-affirmed"), ("2032-05", "2031", "superseded"), ("2030-12", "2031", "superseded"),
     ("2031-05", None, "re-affirmed")],
)  # fmt: skip
def test_announced(when: str, due: str | None, expected: str) -> None:
    """For the time that was promised, or another."""
    assert status(planned(when, "2030-11-02"), due=due) == expected


def test_what_was_announced_before_the_promise_says_nothing_of_it() -> None:
    """Nor does the promise's own document."""
    assert status(planned("2031-05", "2030-01-02"), due="2031") == "nothing"
    assert status(due="2031") == "nothing"


def test_an_edition_of_another_number_is_another_meeting() -> None:
    """Edition 3 does not settle what was promised of the second, nor edition 2 what was promised of the third."""
    assert status(held("2033-05-06", 3), due="2031") == "nothing"
    assert status(held("2031-05-06", 2), due="2032", ordinal=3) == "nothing"
    assert status(held("2031-05-06", 2), held("2032-05-06", 3), due="2032", ordinal=3) == "kept"
    assert status(held("2031-05-06", None), due="2031") == "kept"


def test_earlier_editions_settle_nothing() -> None:
    """What took place before is not what was promised."""
    assert status(held("2029-05-06", None), due="2031") == "nothing"


def test_a_promise_of_words_that_settle_no_date() -> None:
    """Kept when the meeting took place; the rule says that no date can be held to it."""
    (series,) = series_of(FIRST, held("2035-01-01"))
    found = settle_meeting(Foreseen(FIRST, None, When(None, "in due course"), None), series)
    assert found is not None
    assert (found.status, "settle no date" in found.why) == ("kept", True)


def test_a_summit_that_foresees_a_meeting() -> None:
    """A document that only plans the meeting is held to the readout of it, in its number, and is not its own evidence."""
    summit = told(NAME, "2030-04/2030-06", ordinal=1, planned=True, published="2030-02-02")
    (series,) = series_of(summit, told(NAME, "2030-09-29", ordinal=1))
    due = read_edtf("2030-04/2030-06")
    found = settle_meeting(Foreseen(summit, 1, due, None), series)
    assert found is not None
    assert found.status == "kept late"
    (alone,) = series_of(summit)
    assert settle_meeting(Foreseen(summit, 1, due, None), alone) is None
