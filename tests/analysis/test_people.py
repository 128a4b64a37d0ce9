"""Names are matched loosely and posts strictly; a surname alone is nobody."""

from __future__ import annotations

import pytest

from acquis.analysis.links import Links
from acquis.analysis.people import find_people, same_name
from acquis.model.meeting import Role
from acquis.model.series import Person
from series import series_of, told

ONE = (
    ("Lorena Boix Alonso", "Lorena Biox Alonso"),
    ("Maciej Stadejek", "Maciej Stadajek"),
    ("Ken Sato", "SATO Ken"),
    ("Ana María Ruiz", "Ana Maria Ruiz"),
    ("J. Middleton", "John Middleton"),
    ("John A. Middleton", "John Middleton"),
    ("Suharto", "Suharto"),
)
TWO = (
    ("Boix", "Lorena Boix"),
    ("Smith", "Jones"),
    ("John Smith", "Joan Smith"),
    ("Ken Sato", "Keiko Sato"),
    ("Christian Berg", "Christina Berg"),
    ("Maciej Stadejek", "Maciej Stedajak"),
    ("Lorena Boix", "Lorena Ruiz"),
    ("", "Lorena Boix"),
    ("", ""),
    ("…", "?"),
)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person(one: str, other: str) -> None:
    """A letter, an accent, an initial or the order of the words make no other person; both ways round."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_persons(one: str, other: str) -> None:
    """Another first name, two letters, a surname alone, nothing."""
    assert not same_name(one, other)
    assert not same_name(other, one)


def people(*names: tuple[str, str], links: Links | None = None) -> list[Person]:
    """The people of chairs (name, party), each at an edition of its own."""
    frames = [
        told("Cyber Dialogue", str(2030 + at), chairs=(Role("chair", name, "Director", None, party),))
        for at, (name, party) in enumerate(names)
    ]
    editions = series_of(*frames)[0].editions
    return list(find_people(editions, links) if links else find_people(editions))


def test_an_initial_does_not_make_two_people_one() -> None:
    """J. Smith goes with the first of John and Joan, and they stay two."""
    assert len(people(("John Smith", "XC"), ("J. Smith", "XC"), ("Joan Smith", "XC"))) == 2


def test_namesakes_on_two_sides_are_two() -> None:
    """A person sits on one side."""
    assert len(people(("Ana Ruiz", "XC"), ("Ana Ruiz", "XD"))) == 2


def test_people_say_who_is_who() -> None:
    """Tied whatever the names, and parted though they are alike."""
    pair = frozenset({frozenset({"Will Middleton", "Bill Middleton"})})
    names = (("Will Middleton", "XC"), ("Bill Middleton", "XC"))
    assert len(people(*names)) == 2
    assert len(people(*names, links=Links(one_person=pair))) == 1
    alike = (("Jan Stadejek", "XC"), ("Jan Stadajek", "XC"))
    assert (
        len(people(*alike, links=Links(two_persons=frozenset({frozenset({"Jan Stadejek", "Jan Stadajek"})}))))
        == 2
    )
