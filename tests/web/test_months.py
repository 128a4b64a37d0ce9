"""The months of the slider begin with the first promise and end today; a day lies in one of them."""

from __future__ import annotations

from datetime import date

import pytest

from acquis.web.months import Months, day_in_words, months_of

FIRST, TODAY = date(2021, 5, 22), date(2024, 2, 29)


def placed(shown: date) -> Months:
    """The months with a day in them."""
    months = months_of(FIRST, TODAY, shown)
    assert months is not None
    return months


@pytest.mark.parametrize(
    ("shown", "at", "earlier", "later"),
    [
        (date(2021, 5, 31), 0, None, "2022-05"),
        (date(2022, 4, 30), 11, None, "2023-04"),
        (date(2022, 5, 1), 12, "2021-05", "2023-05"),
        (date(2023, 2, 28), 21, "2022-02", None),
        (TODAY, 33, "2023-02", None),
        (date(1990, 1, 1), 0, None, "2022-05"),
        (date(2040, 1, 1), 33, "2023-02", None),
    ],
)
def test_a_day_has_its_place_and_its_neighbours(
    shown: date, at: int, earlier: str | None, later: str | None
) -> None:
    """Days outside stand at the end that is nearer; a year that lies outside, or ends today, is not offered."""
    months = placed(shown)
    assert (months.first, months.steps) == ("2021-05", 33)
    assert (months.at, months.earlier, months.later) == (at, earlier, later)


def test_the_day_is_told_in_words() -> None:
    """Today is said to be today."""
    assert day_in_words(date(2023, 5, 31)) == "31 May 2023"
    assert placed(date(2023, 5, 31)).words == "31 May 2023"
    assert placed(TODAY).words == "today, 29 February 2024"


def test_without_a_past_there_are_no_months() -> None:
    """Where the first promise is still to come, nothing can be slid through."""
    assert months_of(date(2031, 1, 1), TODAY, TODAY) is None
