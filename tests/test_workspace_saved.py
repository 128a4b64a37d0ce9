"""Saved searches and visits, on each engine: somebody's own, counted anew, and no change of the workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, update

from acquis.errors import NotKept, RequestError
from acquis.model.marking import Marking, Viewer
from acquis.model.saved import LONGEST_NAME, MOST_SAVED
from acquis.store.engine import open_store
from acquis.store.state import state_of
from acquis.store.tables import visits
from acquis.workspace import Workspace
from workspaces import LETTER, TALKS, add, tables, write

LONG_AGO = "2020-02-03T04:05:06.000000+00:00"


def names(workspace: Workspace, by: str) -> list[str]:
    """The names of what somebody saved."""
    return [one.name for one in workspace.saved_searches(by=by)]


def counts(workspace: Workspace, by: str, clearance: Marking = Marking.RED) -> dict[str, tuple[int, int]]:
    """How many sentences each saved search finds, and how many are new."""
    found = workspace.count_saved(workspace.saved_searches(by=by), viewer=Viewer(clearance))
    return {one.saved.name: (one.total, one.new) for one in found}


def test_a_search_is_kept_looked_at_renamed_and_forgotten(workspace: Workspace) -> None:
    """Under its name, blanks aside; what is typed is kept in one way, and the look moves on."""
    kept = workspace.save_search("  Ours   and\ttheirs ", "?page=3&act=call&q=ransom*&nonsense=1", by="A.")
    assert (kept.name, kept.question) == ("Ours and theirs", "q=ransom%2A&act=call")
    before = workspace.look_at_saved("Ours and theirs", by="A.")
    after = workspace.saved_search("Ours and  theirs", by="A.")
    assert before == kept
    assert after.looked_at > kept.looked_at
    assert replace(after, looked_at=kept.looked_at) == kept
    assert workspace.rename_search("Ours and theirs", "Ours", by="A.") == replace(after, name="Ours")
    workspace.rename_search("Ours", " Ours ", by="A.")
    workspace.forget_search("Ours", by="A.")
    assert names(workspace, "A.") == []


def test_what_is_saved_again_stands_for_the_new_question(workspace: Workspace) -> None:
    """It was made when it was made, and is looked at now."""
    first = workspace.save_search("one", "q=ransomware", by="A.")
    second = workspace.save_search("one", "q=hospitals", by="A.")
    assert (second.question, second.made_at) == ("q=hospitals", first.made_at)
    assert second.looked_at > first.looked_at
    assert names(workspace, "A.") == ["one"]


def test_nobody_reaches_what_is_another_s(workspace: Workspace) -> None:
    """The same name may be kept by two; each sees and changes their own alone."""
    workspace.save_search("one", "q=ransomware", by="A.")
    workspace.save_search("one", "q=hospitals", by="B.")
    workspace.save_search("two", "q=hospitals", by="B.")
    assert names(workspace, "A.") == ["one"]
    for change in (
        lambda: workspace.saved_search("two", by="A."),
        lambda: workspace.look_at_saved("two", by="A."),
        lambda: workspace.rename_search("two", "three", by="A."),
        lambda: workspace.forget_search("two", by="A."),
    ):
        with pytest.raises(NotKept, match="no saved search 'two'"):
            change()
    workspace.forget_search("one", by="A.")
    assert [one.question for one in workspace.saved_searches(by="B.")] == ["q=hospitals"] * 2


@pytest.mark.parametrize(
    ("name", "question", "words"),
    [
        ("", "q=a", "1 to 80"),
        (" \t ", "q=a", "1 to 80"),
        ("x" * (LONGEST_NAME + 1), "q=a", "1 to 80"),
        ("half \ud800", "q=a", "to be seen"),
        ("bell \x07", "q=a", "to be seen"),
        ("turn \u202e", "q=a", "to be seen"),
        ("one", "", "nothing to search for"),
        ("one", "page=2", "nothing to search for"),
        ("one", "q=%22open", "quot"),
        ("one", "act=sing", "there are"),
        ("one", "owner=Atlantis", "Atlantis"),
        ("one", "q=a&year=31", "no year"),
        ("one", "q=a&since=soon", "no date"),
        ("one", "q=a&came=soon", "no time"),
        ("one", "q=a&came=0001-01-01T00:00%2B14:00", "too far"),
        ("one", "q=a&party=%00", "no part of a name"),
        ("one", "q=a&document=%00", "no part of a name"),
        ("one", "q=a&party=" + "&party=".join("ABCDEFGHI"), "at most 8"),
        ("one", "q=" + "a" * 4_000, "cannot be kept"),
    ],
)
def test_what_cannot_be_kept_is_refused(workspace: Workspace, name: str, question: str, words: str) -> None:
    """A name of bounded length, all of it to be seen; a question that can be asked. Nothing is written."""
    with pytest.raises(RequestError, match=words):
        workspace.save_search(name, question, by="A.")
    assert names(workspace, "A.") == []


def test_nobody_keeps_more_than_they_may(workspace: Workspace) -> None:
    """One more is refused, saving one again is not; others have their own number."""
    for number in range(MOST_SAVED):
        workspace.save_search(f"search {number}", "q=a", by="A.")
    with pytest.raises(RequestError, match="100 searches"):
        workspace.save_search("one more", "q=a", by="A.")
    workspace.save_search("search 7", "q=b", by="A.")
    workspace.save_search("one more", "q=a", by="B.")
    assert len(names(workspace, "A.")) == MOST_SAVED


def test_a_name_is_of_one_search(workspace: Workspace) -> None:
    """Renaming takes no name from another."""
    workspace.save_search("one", "q=a", by="A.")
    workspace.save_search("two", "q=b", by="A.")
    with pytest.raises(RequestError, match="'two' already"):
        workspace.rename_search("one", "two", by="A.")
    assert names(workspace, "A.") == ["one", "two"]


def test_new_is_what_came_since_and_may_be_seen(workspace: Workspace, tmp_path: Path) -> None:
    """Of documents that came after the look, of new versions too; what is not for a viewer is not counted."""
    add(workspace, write(tmp_path, "letter.md", LETTER), marking=Marking.CLEAR)
    workspace.save_search("hospitals", "q=hospitals", by="A.")
    workspace.save_search("calls", "act=call", by="A.")
    assert counts(workspace, "A.") == {"calls": (1, 0), "hospitals": (2, 0)}
    more = "Gavria will protect its hospitals by 2034. We call on all States to do so.\n"
    add(workspace, write(tmp_path, "more.md", more), marking=Marking.AMBER)
    assert counts(workspace, "A.") == {"calls": (2, 1), "hospitals": (3, 1)}
    assert counts(workspace, "A.", Marking.GREEN) == {"calls": (1, 0), "hospitals": (2, 0)}
    workspace.look_at_saved("hospitals", by="A.")
    assert counts(workspace, "A.") == {"calls": (2, 1), "hospitals": (3, 0)}
    add(workspace, write(tmp_path, "more.md", f"{more}\nHospitals matter.\n"), marking=Marking.AMBER)
    assert counts(workspace, "A.") == {"calls": (2, 1), "hospitals": (4, 2)}


def test_a_search_that_cannot_be_asked_any_more_says_why(
    address: str, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """A name that the vocabulary no longer has: the others are counted all the same."""
    with Workspace.open(address, create=True, vocabulary=vocabulary) as known:
        add(known, write(tmp_path, "letter.md", LETTER))
        known.save_search("theirs", "owner=Brevania", by="A.")
        known.save_search("words", "q=hospitals", by="A.")
    with Workspace.open(address) as unknown:
        theirs, words = unknown.count_saved(unknown.saved_searches(by="A."))
    assert "Brevania" in theirs.problem
    assert (words.problem, words.total) == ("", 2)


def test_what_somebody_keeps_changes_nothing_of_the_workspace(workspace: Workspace, tmp_path: Path) -> None:
    """What is remembered of the workspace still holds: neither a search nor a visit is a change of it."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    own = ("saved_searches", "visits")
    with workspace.store.reading() as connection:
        before = state_of(connection)
    rows = tables(workspace.store, without=own)
    workspace.save_search("one", "q=a", by="A.")
    workspace.look_at_saved("one", by="A.")
    workspace.visit(by="A.")
    with workspace.store.reading() as connection:
        assert state_of(connection) == before
    assert tables(workspace.store, without=own) == rows


def test_a_backup_has_them_and_a_merge_does_not(workspace: Workspace, tmp_path: Path) -> None:
    """They are somebody's of this workspace."""
    workspace.save_search("one", "q=a", by="A.")
    visit = workspace.visit(by="A.")
    workspace.backup(tmp_path / "copy.db")
    with Workspace.open(tmp_path / "copy.db") as copy:
        assert copy.saved_searches(by="A.") == workspace.saved_searches(by="A.")
        assert copy.visit(by="A.") == visit
        with Workspace.open(tmp_path / "other.db", create=True) as other:
            other.merge(copy)
            assert other.saved_searches(by="A.") == []
            assert other.visit(by="A.").before_at is None


def came(workspace: Workspace, at: str) -> None:
    """All visits began then."""
    with workspace.store.writing() as connection:
        connection.execute(update(visits).values(began_at=at))


def test_a_visit_goes_on_and_another_begins_later(workspace: Workspace) -> None:
    """Each knows when the one before began; everybody has their own."""
    first = workspace.visit(by="A.")
    assert (first.before_at, workspace.visit(by="A.")) == (None, first)
    came(workspace, LONG_AGO)
    second = workspace.visit(by="A.")
    assert second.before_at == LONG_AGO
    assert workspace.visit(by="A.") == second
    assert workspace.visit(by="B.").before_at is None


def test_a_visit_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """On a file that nobody may write: as if it had begun, with the one before."""
    path = tmp_path / "acquis.db"
    with Workspace.open(path, create=True) as workspace:
        workspace.visit(by="A.")
        came(workspace, LONG_AGO)
    store = open_store(str(path))
    store.close()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
    with Workspace(store) as workspace:
        assert workspace.visit(by="A.").before_at == LONG_AGO
        assert workspace.visit(by="B.").before_at is None
    with Workspace.open(path) as workspace:
        assert workspace.visit(by="B.").before_at is None
