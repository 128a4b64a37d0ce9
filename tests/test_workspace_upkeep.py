"""The workspace and its upkeep: merge, remove, mark, backup, verify, on both engines and across them."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from acquis.errors import StoreError
from acquis.model.judgement import Correction
from acquis.model.kept import Damage
from acquis.model.marking import Marking, Viewer
from acquis.store.engine import open_store
from acquis.store.verifying import verify
from acquis.workspace import Workspace
from workspaces import LETTER, TALKS, TRAIN, add, finding, standing, tables, write


@pytest.fixture
def other(tmp_path: Path, vocabulary: tuple[Path, ...]) -> Workspace:
    """Another workspace, always in SQLite: with PostgreSQL it is a merge across engines."""
    return Workspace(open_store(str(tmp_path / "other.db"), create=True), vocabulary=vocabulary)


def test_merge_brings_works_judgements_and_marks(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """All of the other is there afterwards, and a second time brings nothing."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    add(other, write(tmp_path, "letter.md", LETTER), tmp_path / "talks.md")
    other.judge(finding(other, TRAIN).key, "reject", by="B.")
    other.mark("X/2031/7", Marking.CLEAR, by="B.")
    merged = workspace.merge(other)
    assert (merged.versions, merged.judgements, merged.marks, merged.marked_higher) == (1, 1, 1, 0)
    assert sorted(standing(workspace)) == sorted(standing(other))
    assert workspace.judgements() == other.judgements()
    assert {one.work: one.marking for one in workspace.documents()} == {
        one.work: one.marking for one in other.documents()
    }
    before = tables(workspace.store, ())
    merged = workspace.merge(other)
    assert (merged.versions, merged.judgements, merged.marks, merged.marked_higher) == (0, 0, 0, 0)
    assert tables(workspace.store, ()) == before
    assert workspace.verify() == []


def test_merging_with_itself_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """A workspace has all of itself."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    before = tables(workspace.store, ())
    merged = workspace.merge(workspace)
    assert (merged.versions, merged.judgements, merged.marks) == (0, 0, 0)
    assert tables(workspace.store, ()) == before


@pytest.mark.parametrize("ours_first", [True, False])
def test_of_versions_from_both_sides_the_one_met_last_is_current(
    workspace: Workspace, other: Workspace, tmp_path: Path, ours_first: bool
) -> None:
    """Whichever side merges."""
    ours = write(tmp_path, "ours.md", LETTER.replace("by 2033", "by 2034"))
    theirs = write(tmp_path, "theirs.md", LETTER.replace("by 2033", "by 2035"))
    steps = [(workspace, ours), (other, theirs)]
    for there, path in steps if ours_first else steps[::-1]:
        add(there, path)
    workspace.merge(other)
    (line,) = workspace.documents()
    assert line.versions == 2
    assert ("2035" if ours_first else "2034") in workspace.show(line.key).record.document.text
    assert workspace.verify() == []


@pytest.mark.parametrize(("ours", "theirs"), [(Marking.RED, Marking.GREEN), (Marking.GREEN, Marking.RED)])
def test_the_more_restrictive_marking_holds(
    workspace: Workspace, other: Workspace, tmp_path: Path, ours: Marking, theirs: Marking
) -> None:
    """Of a work that is in both, whoever marked it later; and of one that was removed here."""
    path = write(tmp_path, "talks.md", TALKS)
    for there, marking in ((workspace, ours), (other, theirs)):
        add(there, path)
        there.mark(str(path), marking, by="A.")
    workspace.merge(other)
    assert workspace.documents()[0].marking is Marking.RED
    workspace.remove(str(path), by="A.")
    workspace.merge(other)
    assert workspace.documents()[0].marking is Marking.RED


def test_judgements_of_both_sides_count_by_their_time(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """The later one is the last word, in both workspaces after merging both ways."""
    path = write(tmp_path, "talks.md", TALKS)
    for there in (workspace, other):
        add(there, path)
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "correct", by="A.", correction=Correction(act="call"))
    other.judge(key, "reject", by="B.")
    workspace.judge(key, "correct", by="A.", correction=Correction(act="report"))
    workspace.merge(other)
    other.merge(workspace)
    for there in (workspace, other):
        assert [one.by for one in there.judgements(key)] == ["A.", "B.", "A."]
        assert finding(there, TRAIN).claim.act == "report"


def test_defaults_and_marks(workspace: Workspace, tmp_path: Path) -> None:
    """A file is AMBER, a mark changes it, and a work that was removed comes back with the mark it had."""
    path = write(tmp_path, "talks.md", TALKS)
    assert add(workspace, path)[0].marking is Marking.AMBER
    assert workspace.mark(str(path), Marking.RED, by="A.", why="names").marking is Marking.RED
    assert workspace.documents(viewer=Viewer(Marking.AMBER_STRICT)) == []
    workspace.remove(str(path), by="A.")
    assert add(workspace, path)[0].marking is Marking.RED
    workspace.mark(str(path), Marking.CLEAR, by="A.")
    assert len(workspace.documents(viewer=Viewer(Marking.CLEAR))) == 1


def test_a_marking_asked_for_is_never_passed_over(workspace: Workspace, tmp_path: Path) -> None:
    """The same bytes, or a new version, with a higher marking: the work is marked so; with a lower one it stays."""
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, path)
    assert add(workspace, path, marking=Marking.AMBER_STRICT)[0].marking is Marking.AMBER_STRICT
    assert add(workspace, path, marking=Marking.CLEAR)[0].marking is Marking.AMBER_STRICT
    write(tmp_path, "talks.md", f"{TALKS}\n\nIt rained.")
    assert add(workspace, path, marking=Marking.RED)[0].marking is Marking.RED
    assert workspace.documents()[0].marking is Marking.RED


def test_failures_at_the_place_of_a_marked_work_are_seen_as_the_work_is(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Nobody learns of a place from a receipt who may not see what is there; nor after it was removed."""
    path = write(tmp_path, "talks.md", TALKS)
    path.write_bytes(b"\x00\x01" * 50)
    add(workspace, path)
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, path)
    path.write_bytes(b"\x00\x01" * 50)
    add(workspace, path)
    workspace.mark(str(path), Marking.RED, by="A.")
    amber = Viewer(Marking.AMBER)
    assert (len(workspace.receipts()), workspace.receipts(viewer=amber)) == (3, [])
    workspace.remove(str(path), by="A.")
    assert ([one.outcome for one in workspace.receipts()], workspace.receipts(viewer=amber)) == (
        ["removed"],
        [],
    )


def test_remove_takes_all_but_what_people_said(workspace: Workspace, tmp_path: Path) -> None:
    """Texts, bytes, findings, words and receipts of all versions are gone; the other works stay."""
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, write(tmp_path, "letter.md", LETTER))
    before = tables(workspace.store)
    add(workspace, path)
    write(tmp_path, "talks.md", f"{TALKS}\n\nIt rained.")
    add(workspace, path)
    workspace.judge(finding(workspace, TRAIN).key, "accept", by="A.")
    receipt = workspace.remove(str(path), by="A.", why="not ours")
    assert (receipt.outcome, receipt.message) == ("removed", "not ours")
    left = tables(workspace.store)
    assert {name for name in left if left[name] != before[name]} == {
        "judgements",
        "marks",
        "removed_versions",
    }
    assert [one.outcome for one in workspace.receipts()] == ["removed", "added"]
    assert workspace.verify() == []


def test_a_later_version_of_a_removed_work_comes_back_to_it(workspace: Workspace, tmp_path: Path) -> None:
    """Its bytes are remembered: judgements and marking apply, though the first version is not there."""
    path = write(tmp_path, "note.md", "We will train six officers in 2032.")
    add(workspace, path)
    write(tmp_path, "note.md", "We will train six officers in 2032.\n\nIt rained.")
    add(workspace, path)
    key = finding(workspace, "We will train").key
    workspace.judge(key, "reject", by="A.")
    workspace.mark(str(path), Marking.RED, by="A.")
    workspace.remove(str(path), by="A.")
    add(workspace, path)
    (line,) = workspace.documents()
    assert (line.marking, line.claims, workspace.claim(key).status) == (Marking.RED, 0, "rejected")


def fill(workspace: Workspace, folder: Path) -> None:
    """Two works, one with two versions, judgements, a mark, a failure and a removed work."""
    path = write(folder, "talks.md", TALKS)
    add(workspace, path, write(folder, "letter.md", LETTER), write(folder, "gone.md", "We will go in 2032."))
    write(folder, "talks.md", f"{TALKS}\n\nIt rained in Sentar, as Ærø’s envoy said.")
    (folder / "bad.md").write_bytes(b"\x00\x01" * 50)
    add(workspace, path, folder / "bad.md")
    workspace.judge(finding(workspace, TRAIN).key, "reject", by="A.", marking=Marking.RED)
    workspace.mark("X/2031/7", Marking.GREEN, by="A.")
    workspace.remove("gone.md", by="A.")


def test_a_backup_is_the_same_workspace(
    workspace: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """Every row of every table; a changed file at a known place is a new version there too."""
    fill(workspace, tmp_path)
    target = tmp_path / "copy.db"
    workspace.backup(target)
    assert not list(tmp_path.glob("copy.db?*"))
    with Workspace.open(target, vocabulary=vocabulary) as copy:
        ours, theirs = tables(workspace.store, ()), tables(copy.store, ())
        assert len(ours.pop("passage_words")) == len(theirs.pop("passage_words")) > 0
        assert ours == theirs
        assert copy.verify() == []
        write(tmp_path, "talks.md", f"{TALKS}\n\nThe sun came out.")
        assert add(copy, tmp_path / "talks.md")[0].version == 3


def test_a_backup_is_refused_onto_what_is_there(workspace: Workspace, tmp_path: Path) -> None:
    """The file stays as it is; where the copy cannot be written nothing is left behind."""
    fill(workspace, tmp_path)
    target = write(tmp_path, "copy.db", "something else")
    with pytest.raises(StoreError, match="is there already"):
        workspace.backup(target)
    assert target.read_text(encoding="utf-8") == "something else"
    with pytest.raises(StoreError, match=r"copy\.db"):
        workspace.backup(tmp_path / "missing" / "copy.db")
    assert not list(tmp_path.glob("**/copy.db?*"))


DAMAGES = {
    "text": ("UPDATE documents SET text = replace(text, 'Aldoria', 'Aldorja') WHERE symbol IS NULL", "SHA-256"),
    "body": ("UPDATE documents SET body = '{}' WHERE symbol IS NULL", "cannot be read"),
    "no JSON": ("UPDATE documents SET body = 'x' WHERE symbol IS NULL", "cannot be read"),
    "quote": ("UPDATE claims SET body = replace(body, 'six', 'ten') WHERE act = 'offer'", "its place"),
    "finding": ("UPDATE claims SET body = '[]' WHERE act = 'offer'", "cannot be read"),
    "place": ('UPDATE claims SET start = start + 1 WHERE act = \'offer\'', "its place"),
    "hash of bytes": ("UPDATE versions SET sha256 = 'f' || substr(sha256, 2) WHERE number = 2", "SHA-256"),
    "size": ("UPDATE versions SET size = size + 1 WHERE number = 2", "unpacked"),
    "judgement": ("UPDATE judgements SET body = replace(body, 'reject', 'accept')", "changed"),
    "its marking": ("UPDATE judgements SET marking = 0", "changed"),
    "its subject": ("UPDATE judgements SET subject_id = 'f00'", "filed under"),
    "its work": ("UPDATE judgements SET work_key = 'f00'", "filed under"),
    "no judgement": ("UPDATE judgements SET body = '{}'", "cannot be read"),
    "no passage": ("UPDATE passages SET \"end\" = \"end\" + 99999 WHERE start = 0", "outside its text"),
    "words gone": ("DELETE FROM passage_words", "searched"),
}  # fmt: skip
_WORDS = {True: "UPDATE passage_words SET words = 'other words'",
          False: "UPDATE passage_words SET words = '''other'':1 ''words'':2'"}  # fmt: skip


class Undo(Exception):
    """Raised to take a damage back."""


def damaged(workspace: Workspace, damage: str) -> list[Damage]:
    """What `verify` says of a store with this damage, which is taken back."""
    found: list[Damage] = []
    with suppress(Undo), workspace.store.writing() as connection:
        assert connection.execute(text(damage)).rowcount
        found = list(verify(connection))
        raise Undo
    return found


def test_verify_finds_every_damage(workspace: Workspace, tmp_path: Path) -> None:
    """A whole store has none; whatever is changed behind its back is named."""
    fill(workspace, tmp_path)
    words = _WORDS[workspace.store.is_sqlite]
    for name, (damage, what) in {**DAMAGES, "words": (words, "searched")}.items():
        assert workspace.verify() == []
        found = damaged(workspace, damage.replace(":1", r"\:1").replace(":2", r"\:2"))
        assert any(what in one.what for one in found), name


def test_verify_finds_a_row_without_the_one_it_belongs_to(tmp_path: Path) -> None:
    """In SQLite, where a program that does not ask for it may leave such rows; PostgreSQL never does."""
    path = tmp_path / "acquis.db"
    with Workspace.open(path, create=True) as workspace:
        fill(workspace, tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM works WHERE key = 'X/2031/7'")
    connection.close()
    with Workspace.open(path) as workspace:
        assert any("not there" in one.what for one in workspace.verify())
