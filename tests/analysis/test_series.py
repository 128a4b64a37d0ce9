"""Meetings are one series whatever it is called and whoever comes first; other matters stay apart."""

from __future__ import annotations

from itertools import permutations

import pytest

from acquis.analysis.links import Links
from acquis.analysis.series_names import read_series_name
from acquis.model.meeting import Role
from series import ACTORS, numbers, series_of, told

FIRST = told("Aldoria-Brevania Cyber Dialogue", "2030-03-04", ordinal=1, place="Calder")
ONE = (
    "Brevania-Aldoria Cyber Dialogue",
    "Aldoria – Brevania Cyber Security Dialogue",
    "annual Cyber Consultations between the Kingdom of Brevania and Aldoria",
    "Cyberspace Talks",
    "Brevanian-Aldorian Cyber Policy Dialogue",
    "Joint Working Group on Cyber of Aldoria and Brevania",
)
OTHER = (
    "Aldoria-Brevania Security Dialogue",
    "Aldoria-Brevania Economic Dialogue",
    "Aldoria-Brevania Cyber Council",
    "Aldoria-Brevania Cyber Defence Dialogue",
)


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("parties", [("XC", "XD"), ("XD", "XC")])
def test_one_series_by_many_names(name: str, parties: tuple[str, str]) -> None:
    """Whichever party is named first, whatever the meeting is called."""
    (series,) = series_of(FIRST, told(name, "2031-03-04", parties=parties))
    assert len(series.editions) == 2
    assert set(series.names) == {"Aldoria-Brevania Cyber Dialogue", name}


@pytest.mark.parametrize("name", OTHER)
def test_another_matter_is_another_series(name: str) -> None:
    """Of the same parties, and also on the same day."""
    assert len(series_of(FIRST, told(name, "2030-03-04"))) == 2


def test_other_parties_are_another_series() -> None:
    """Of two; a large meeting is the same when most of its parties come again."""
    assert len(series_of(FIRST, told("Aldoria-Brevania Cyber Dialogue", "2031", parties=("XC", "XE")))) == 2
    many, most = ("XC", "XD", "XE", "XF", "XG", "XH"), ("XC", "XD", "XE", "XF", "XG", "XI")
    name = "Cable Security Forum"
    assert len(series_of(told(name, "2030", parties=many), told(name, "2031", parties=most))) == 1
    assert (
        len(
            series_of(
                told(name, "2030", parties=many), told(name, "2031", parties=("XI", "XJ", "XL", "XM", "XN"))
            )
        )
        == 2
    )


def test_a_name_without_matter_belongs_where_there_is_no_choice() -> None:
    """ "The third Dialogue" is of the only series of its parties; where they have two it is of neither."""
    bare = told(None, "2032-03-04", ordinal=3)
    cyber, trade = FIRST, told("Aldoria-Brevania Economic Dialogue", "2030-05-06")
    assert len(series_of(cyber, bare)) == 1
    apart = series_of(cyber, trade, bare)
    assert sorted(len(one.editions) for one in apart) == [1, 1, 1]


def test_no_name_and_no_number_is_no_series() -> None:
    """A visit is none, nor what one party tells of itself."""
    assert series_of(told(None, "2031")) == ()
    assert series_of(told("Cyber Dialogue", "2031", parties=("XC",))) == ()


def test_two_accounts_are_one_edition() -> None:
    """Of one number, or of days that touch; each with the side that published it, as far as that is known."""
    theirs = told("Brevania-Aldoria Cyber Dialogue", "2031-05-05/2031-05-06", publisher="Brevania")
    ours = told("Aldoria-Brevania Cyber Dialogue", "2031-05-05", publisher="Aldoria", ordinal=2)
    (series,) = series_of(FIRST, theirs, ours)
    assert [len(one.accounts) for one in series.editions] == [1, 2]
    assert {one.side for one in series.editions[1].accounts} == {"XC", "XD"}
    assert series.editions[1].when is not None
    assert series.editions[1].when.edtf == "2031-05-05"
    by_number = series_of(
        FIRST, told("Cyber Dialogue", "2031", ordinal=2), told("Cyber Dialogue", "2031-05-05", ordinal=2)
    )
    assert [len(one.accounts) for one in by_number[0].editions] == [1, 2]


def test_a_plan_and_what_came_of_it_are_one_edition() -> None:
    """Of one number, though it was held later than planned; two that were held a year apart are two."""
    plan = told("Cyber Dialogue", "2031-03", ordinal=2, planned=True, published="2031-01-05")
    held = told("Cyber Dialogue", "2031-11-20", ordinal=2)
    (series,) = series_of(FIRST, plan, held)
    assert [(one.ordinal, one.held) for one in series.editions] == [(1, True), (2, True)]
    (wrong,) = series_of(FIRST, held, told("Cyber Dialogue", "2033-01-09", ordinal=2))
    assert len(wrong.editions) == 3


def test_numbers_are_counted_and_flagged() -> None:
    """What stands right after a number and leaves the next one where it is; nothing where the count does not fit."""
    name = "Cyber Dialogue"
    middle, last = told(name, "2031-03-04"), told(name, "2032-03-04", ordinal=3)
    (series,) = series_of(FIRST, middle, last)
    assert numbers(series) == [(1, False), (2, True), (3, False)]
    (series,) = series_of(FIRST, middle)
    assert numbers(series) == [(1, False), (2, True)]
    (series,) = series_of(FIRST, middle, told(name, "2032-03-04", ordinal=2))
    assert numbers(series) == [(1, False), (None, False), (2, False)]
    (series,) = series_of(told(name, "2029-03-04"), FIRST)
    assert numbers(series) == [(None, False), (1, False)]


def test_the_order_of_documents_changes_nothing() -> None:
    """Any order in, the same series out."""
    frames = (
        FIRST,
        told("Brevania-Aldoria Cyber Dialogue", "2031-05-05", publisher="Brevania"),
        told("Cyber Dialogue", "2031-05-05", ordinal=2, publisher="Aldoria"),
        told(None, "2032", ordinal=3, planned=True, published="2031-12-01"),
        told("Aldoria-Brevania Economic Dialogue", "2031-05-05"),
    )
    first = series_of(*frames)
    assert all(series_of(*each) == first for each in permutations(frames))


def test_people_tie_and_part() -> None:
    """Their word goes before the rules, and two series that hold one edition are one."""
    other = told("Brevania-Aldoria Cable Talks", "2031-05-05")
    twin = told("Cyber Dialogue", "2030-03-05", publisher="Brevania")
    pair = frozenset({FIRST.work, twin.work})
    assert len(series_of(FIRST, twin)[0].editions) == 1
    assert len(series_of(FIRST, twin, links=Links(two_editions=frozenset({pair})))[0].editions) == 2
    tied = Links(one_edition=frozenset({frozenset({FIRST.work, other.work})}))
    (series,) = series_of(FIRST, other, links=tied)
    assert [len(one.accounts) for one in series.editions] == [2]


def test_places_that_differ_are_no_place() -> None:
    """The place of an edition is what its accounts agree on."""
    calder, zelt = (told("Cyber Dialogue", "2030-03-04", place=p, publisher=p) for p in ("Calder", "Zelt"))
    assert series_of(calder)[0].editions[0].place == "Calder"
    assert series_of(calder, zelt)[0].editions[0].place is None


def test_who_chaired_is_followed_over_the_editions() -> None:
    """One person however the name is spelt, with the post at each edition word for word."""
    post = "Director for Cyber"
    first = told("Cyber Dialogue", "2030", chairs=(Role("chair", "Jan Stadejek", post, None, "XC"),))
    second = told(
        "Cyber Dialogue", "2031",
        chairs=(Role("chair", "Jan Stadajek", "Ambassador", None, "XC"), Role("chair", "Emi Kato", post, None, "XD")),
    )  # fmt: skip
    jan, emi = series_of(first, second)[0].people
    assert [one.post for one in jan.posts] == [post, "Ambassador"]
    assert set(jan.spellings) == {"Jan Stadejek", "Jan Stadajek"}
    assert (jan.party, emi.name, emi.party) == ("XC", "Emi Kato", "XD")


@pytest.mark.parametrize(
    ("name", "matter", "kind"),
    [
        ("Aldoria-Brevania Cyber Dialogue", {"cyber"}, "talks"),
        ("XC-XD High-Level Cyber Security Dialogue", {"cyber"}, "talks"),
        ("Third Trade and Technology Council", {"trade", "technology"}, "council"),
        ("Task Force on Ransomware", {"ransomware"}, "task force"),
        ("Steering Group", set(), "steering group"),
        ("", set(), None),
        ("2031", set(), None),
    ],
)
def test_names_are_read(name: str, matter: set[str], kind: str | None) -> None:
    """What a series is about and its kind of meeting, without parties, numbers and rank."""
    found = read_series_name(name, ACTORS, frozenset({"XC", "XD"}))
    assert (set(found.matter), found.kind) == (matter, kind)
