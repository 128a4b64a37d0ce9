"""The status of a promise: of what settles it, else of the day. Every status of the list is given by a rule."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from acquis.analysis.clear import clear_one
from acquis.analysis.pledges import Pledge
from acquis.analysis.statuses import by_sequel, by_time
from acquis.model.frame import Frame
from acquis.model.promise import PromiseStatus, Relation
from acquis.model.when import When
from acquis.store.sequels import Found
from pledges import evidence, frame, pledge

BY_PERSON: dict[Relation, PromiseStatus] = {
    "done": "kept",
    "repeated": "re-affirmed",
    "strengthened": "strengthened",
    "weakened": "softened",
    "replaced": "superseded",
    "withdrawn": "withdrawn",
}


@pytest.mark.parametrize("relation", get_args(Relation))
def test_what_a_person_says(relation: Relation) -> None:
    """Each relation has its status, and the ledger says whose word it is."""
    found = by_sequel(pledge(), evidence(relation, by="A. Reviewer"))
    assert found == (BY_PERSON[relation], "A. Reviewer says so")


@pytest.mark.parametrize(
    ("due", "day", "reasons", "status"),
    [
        ("2031", "2031-12-31", ("a",), "kept"),
        ("2031", "2032-01-01", ("a", "dated"), "kept late"),
        ("2031", "2032-01-01", ("a",), "kept"),
        ("2031", "2032", ("a", "dated"), "kept late"),
        ("2031", "2031-02-02", ("a", "in part"), "kept in part"),
        ("2031", "2033-02-02", ("a", "in part", "dated"), "kept in part"),
        (None, "2033-02-02", ("a", "dated"), "kept"),
    ],
)
def test_done(due: str | None, day: str, reasons: tuple[str, ...], status: str) -> None:
    """Late only where the text says that it was done then: a report may come long after the deed."""
    assert by_sequel(pledge(due=due), evidence("done", day, reasons=reasons))[0] == status


VAGUE = When(None, "in due course")
BY_TIME: list[tuple[Pledge, date, int, PromiseStatus]] = [
    (pledge(due="2032"), date(2031, 1, 1), 0, "open"),
    (pledge(due="2032"), date(2032, 11, 30), 0, "open"),
    (pledge(due="2032"), date(2032, 12, 1), 0, "due"),
    (pledge(due="2032"), date(2032, 12, 31), 7, "due"),
    (pledge(due="2032"), date(2033, 1, 1), 7, "no evidence yet"),
    (pledge(due="2032"), date(2033, 1, 1), 0, "no evidence yet"),
    (pledge(due=VAGUE), date(2033, 1, 1), 7, "undated"),
    (pledge(), date(2033, 1, 1), 0, "open"),
    (pledge(), date(2033, 1, 1), 7, "no evidence yet"),
    (pledge(grade=2), date(2033, 1, 1), 7, "cannot be checked"),
    (pledge(grade=None), date(2033, 1, 1), 7, "no evidence yet"),
    (pledge(grade=2, due="2032"), date(2031, 1, 1), 7, "open"),
    (pledge(meeting=True), date(2031, 1, 1), 7, "cannot be checked"),
    (pledge(meeting=True, venue="Zelt"), date(2031, 1, 1), 7, "no evidence yet"),
]


@pytest.mark.parametrize(("promise", "day", "searched", "status"), BY_TIME, ids=range(len(BY_TIME)))
def test_nothing_found(promise: Pledge, day: date, searched: int, status: PromiseStatus) -> None:
    """By the due date, else by the words, else by whether there is a later document. Never "broken"."""
    assert by_time(promise, day, searched)[0] == status


def test_every_status_has_a_rule() -> None:
    """All but "kept late" and "kept in part" of the list stand in the tables above, and these two in `test_done`."""
    given = {status for *_, status in BY_TIME} | set(BY_PERSON.values()) | {"kept late", "kept in part"}
    assert given == set(get_args(PromiseStatus))


def test_what_was_searched_is_told() -> None:
    """In words, singular and plural."""
    assert "1 later document searched" in by_time(pledge(), date(2033, 1, 1), 1)[1]
    assert "7 later documents searched" in by_time(pledge(due="2032"), date(2033, 1, 1), 7)[1]
    assert "1 day left" in by_time(pledge(due="2032"), date(2032, 12, 30), 1)[1]


FRAMES = {
    1: frame("2031-01-01", ("XC", "XD")),
    2: frame("2031-02-01", ("XC",)),
    3: frame("2031-03-01", ("XE",)),
}


def found(row: int, relation: Relation = "done", score: float = 0.9, *, clear: bool = True) -> Found:
    """A candidate in one of FRAMES."""
    return Found(row, score, relation, ("why",), clear)


def frame_of(one: Found) -> Frame:
    """Its document."""
    return FRAMES[one.passage]


@pytest.mark.parametrize(
    ("owners", "grade", "candidates", "chosen"),
    [
        (("XC",), 5, [found(2)], 2),
        (("XC", "XD"), 5, [found(2)], 2),
        (("XC", "XD"), 5, [found(2, "repeated")], None),
        (("XC", "XD"), 5, [found(1, "repeated")], 1),
        (("XC",), 5, [found(1, "repeated", 0.95), found(2, "done", 0.5)], 2),
        (("XC",), 5, [found(2, "done", 0.5), found(1, "done", 0.6)], 1),
        (("XC",), 5, [found(3)], None),
        (("XC",), 5, [found(2, clear=False)], None),
        (("XC",), 5, [found(2, score=0.39)], None),
        (("XC",), 2, [found(2)], None),
        (("XC",), None, [found(2)], None),
        ((), 5, [found(2)], None),
        (("QUAD",), 5, [found(2)], None),
        (("XC",), 5, [], None),
    ],
)  # fmt: skip
def test_clear_cases(
    owners: tuple[str, ...], grade: int | None, candidates: list[Found], chosen: int | None
) -> None:
    """Done goes before said again; said again needs all owners; nothing by rule for a weak or ownerless promise."""
    one = clear_one(pledge(owners=owners, grade=grade), candidates, frame_of)
    assert (one.passage if one else None) == chosen
