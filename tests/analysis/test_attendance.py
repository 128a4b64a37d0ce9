"""Who sat and spoke: spellings put together by party, posts in the order of time, bodies apart from people."""

from __future__ import annotations

from dataclasses import replace

from acquis.analysis.attendance import gather
from acquis.analysis.links import NO_LINKS
from acquis.model.meeting import Role
from acquis.model.statement import Speaker
from series import told


def chair(name: str, post: str, party: str | None = "XC") -> Role:
    """Somebody in the chair."""
    return Role("chair", name, post, None, party)


FIRST = told(
    "Talks", "2030-05-02", chairs=(chair("Ina Olmer", "Deputy Director"), chair("Karl Weet", "Envoy", "XD"))
)
SECOND = told("Talks", "2031-05-02", chairs=(chair("Ina Olmmer", "Director"),))


def test_posts_stand_in_the_order_of_time() -> None:
    """One letter more is the same person, whichever document is read first."""
    ina, karl = gather((SECOND, FIRST), NO_LINKS)
    assert (ina.party, ina.person, set(ina.spellings)) == ("XC", True, {"Ina Olmer", "Ina Olmmer"})
    assert [one.post for one in ina.appearances] == ["Deputy Director", "Director"]
    assert (karl.name, karl.party) == ("Karl Weet", "XD")


def test_one_name_of_two_parties_is_two_people() -> None:
    """A namesake on the other side is somebody else."""
    namesake = told("Talks", "2031-05-02", chairs=(chair("Ina Olmer", "Envoy", "XD"),))
    assert [one.party for one in gather((FIRST, namesake), NO_LINKS) if one.name == "Ina Olmer"] == [
        "XC",
        "XD",
    ]


def test_people_say_who_is_who() -> None:
    """A link ties two names that no rule would, and parts two that the rule has put together."""
    married = told("Talks", "2032-05-02", chairs=(chair("Ina Brandt", "Director"),))
    tied = replace(NO_LINKS, one_person=frozenset({frozenset({"Ina Olmer", "Ina Brandt"})}))
    assert len([one for one in gather((FIRST, married), tied) if one.party == "XC"]) == 1
    parted = replace(NO_LINKS, two_persons=frozenset({frozenset({"Ina Olmer", "Ina Olmmer"})}))
    assert len([one for one in gather((FIRST, SECOND), parted) if one.party == "XC"]) == 2


def test_bodies_come_after_people_and_speakers_are_people() -> None:
    """A ministry that took part is no person; a speaker comes for whom they speak, else for their State."""
    assert FIRST.meeting is not None
    ministry = replace(
        FIRST.meeting, chairs=(), participants=(Role("participant", None, None, "Home Office", "XC"),)
    )
    speech = replace(
        FIRST, key="speech", meeting=None, speaker=Speaker(("XC",), "Lea Moor", "Envoy", ("EU",))
    )
    found = gather((replace(FIRST, key="readout", meeting=ministry), FIRST, speech), NO_LINKS)
    assert [(one.name, one.party, one.person) for one in found] == [
        ("Lea Moor", "EU", True), ("Ina Olmer", "XC", True), ("Home Office", "XC", False), ("Karl Weet", "XD", True),
    ]  # fmt: skip
    assert found[0].appearances[0].part == "speaker"
