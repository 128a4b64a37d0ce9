"""Who is heard on a provision: by itself, with others, told by another; within a period, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.hearing import Period, day_of, hear, manner_of, read_utterances
from acquis.analysis.states import states_of
from acquis.errors import NotKept, RequestError
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.voices import Listening
from acquis.workspace import Workspace
from workspaces import LETTER, TALKS, add, write

UNDATED = "Statement by Cassena\n\nCassena supports norm 13(f). We will protect our hospitals against cyberattacks.\n"


@pytest.fixture
def spoken(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Talks of two States, a letter of a third, an undated statement of a fourth."""
    add(workspace, write(tmp_path, "talks.md", TALKS), write(tmp_path, "letter.md", LETTER))
    add(workspace, write(tmp_path, "undated.txt", UNDATED), marking=Marking.AMBER)
    return workspace


def test_voices_come_by_day_with_the_words_they_stand_for(spoken: Workspace) -> None:
    """A voice names its document; its utterance has the document's own words, and its day."""
    with spoken.store.reading() as connection:
        hearing = hear(connection, EVERYTHING, Listening())
        words = read_utterances(connection, EVERYTHING, hearing, hearing.voices)
    days = [day_of(hearing.documents[one.document]) for one in hearing.voices]
    assert days == sorted(days, key=lambda day: day or "~")
    assert set(words) == {one.claim for one in hearing.voices}
    assert {one.key for one in words.values()} == {one.key for one in spoken.claims()}
    assert all(one.quote in one.sentence for one in words.values())


def test_an_owner_speaks_alone_with_others_or_is_told_of(spoken: Workspace) -> None:
    """Talks are joint; a letter is its writer's, and what it tells of others is told by another."""
    with spoken.store.reading() as connection:
        documents = hear(connection, EVERYTHING, Listening()).documents.values()
    talks, letter = (
        next(one for one in documents if one.title and one.title.startswith(word))
        for word in ("Talks", "Letter")
    )
    assert {manner_of(talks, owner) for owner in talks.actors} == {"jointly"}
    assert [manner_of(letter, owner) for owner in ("XD", "XE")] == ["itself", "told by another"]


def test_a_period_leaves_out_what_has_no_date_and_says_so(spoken: Workspace) -> None:
    """Documents of the period, and how many could not be placed."""
    with spoken.store.reading() as connection:
        june = hear(connection, EVERYTHING, Listening(), Period("2031-06", "2031"))
    assert [one.published for one in june.documents.values()] == ["2031-06-01"]
    assert june.undated == 1


def test_who_may_see_nothing_is_told_so(workspace: Workspace, tmp_path: Path) -> None:
    """An amber document is not there for a reader without right."""
    add(workspace, write(tmp_path, "undated.txt", UNDATED), marking=Marking.AMBER)
    with workspace.store.reading() as connection, pytest.raises(NotKept, match="no document"):
        hear(connection, Viewer(Marking.CLEAR), Listening())


def test_voices_are_narrowed_by_provision_owner_and_act(spoken: Workspace) -> None:
    """Each wish narrows; a concept gives one voice for each finding that has it."""
    with spoken.store.reading() as connection:
        norm = hear(connection, EVERYTHING, Listening(concepts=frozenset({"provision.norm.f"}), owner="XE"))
        calls = hear(connection, EVERYTHING, Listening(acts=("call",)))
    assert {(one.concept, one.owners) for one in norm.voices} == {("provision.norm.f", ("XE",))}
    assert {one.act for one in calls.voices} == {"call"}


def test_states_are_counted_by_region_and_group(vocabulary: tuple[Path, ...]) -> None:
    """193 members; an invented State counts where it is heard; memberships have days."""
    states = states_of(vocabulary)
    assert len(states.counted(())) == 193
    assert len(states.counted(("XC", "Nobody"))) == 194
    assert {states.region(code) for code in states.counted((), region="African")} == {"African"}
    assert "GB" in states.members_of("EU", "2019")
    assert "GB" not in states.members_of("EU", "2021")
    assert "EU" in states.groups_of("FR")
    assert "FR" in states.counted((), group="EU")
    assert "US" not in states.counted((), group="EU")
    with pytest.raises(RequestError, match="there are African"):
        states.counted((), region="Atlantis")
