"""The workspace: works and versions, adding again, reading anew, on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from acquis.errors import NotKept, RequestError
from acquis.model.kept import Moved
from acquis.model.marking import Marking
from acquis.workspace import Workspace
from workspaces import CONTACT, LETTER, TALKS, TRAIN, add, finding, standing, tables, write


def test_adding_twice_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """Every table but the receipts is the same, and the receipt says so."""
    paths = [write(tmp_path, "talks.md", TALKS), write(tmp_path, "letter.md", LETTER)]
    first = add(workspace, *paths)
    before = tables(workspace.store)
    again = add(workspace, *paths)
    assert [one.outcome for one in (*first, *again)] == ["added", "added", "unchanged", "unchanged"]
    assert [one.document for one in first] == [one.document for one in again]
    assert tables(workspace.store) == before


def test_the_same_bytes_at_another_place_are_the_same_work(workspace: Workspace, tmp_path: Path) -> None:
    """One document, found under both names."""
    one, other = write(tmp_path, "talks.md", TALKS), write(tmp_path, "copy.md", TALKS)
    assert [each.outcome for each in add(workspace, one, other, one)] == ["added", "unchanged", "unchanged"]
    (line,) = workspace.documents()
    assert {workspace.show(str(path)).document.key for path in (one, other)} == {line.key}


def test_a_changed_file_at_a_known_place_is_a_new_version(workspace: Workspace, tmp_path: Path) -> None:
    """Version 2, the old one is found by its key, and the receipt says what moved."""
    path = write(tmp_path, "talks.md", TALKS)
    (first,) = add(workspace, path)
    paragraphs = TALKS.split("---\n\n")[1].split("\n\n")
    changed = [
        paragraphs[1],
        paragraphs[0].replace("held talks", "held long talks"),
        "Nobody else was there.",
    ]
    write(tmp_path, "talks.md", TALKS.split("---\n\n")[0] + "---\n\n" + "\n\n".join(changed))
    (second,) = add(workspace, path)
    assert (second.outcome, second.version, second.work) == ("new version", 2, first.work)
    assert second.moved == Moved(new=1, gone=1, edited=1, moved=0, claims_new=1, claims_gone=2)
    (line,) = workspace.documents()
    assert (line.key, line.version, line.versions) == (second.document, 2, 2)
    assert workspace.show(str(path)).document.key == second.document
    old = workspace.show(first.document or "")
    assert (old.document.version, TRAIN in old.record.document.text) == (1, True)
    assert TRAIN not in {one.claim.sentence.quote for one in workspace.claims()}


def test_paragraphs_that_only_moved_are_moved(workspace: Workspace, tmp_path: Path) -> None:
    """Word for word elsewhere: neither new nor gone."""
    lines = [f"Paragraph {word}:" for word in ("one", "two", "three", "four")]
    path = write(tmp_path, "a.txt", "\n\n".join(lines))
    add(workspace, path)
    write(tmp_path, "a.txt", "\n\n".join([*lines[1:], lines[0]]))
    (receipt,) = add(workspace, path)
    assert receipt.moved == Moved(moved=1)


def test_the_old_bytes_again_change_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """A file put back as it was is known; the newest version stays the one met last."""
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, path)
    write(tmp_path, "talks.md", TALKS.replace("six", "seven"))
    add(workspace, path)
    before = tables(workspace.store)
    write(tmp_path, "talks.md", TALKS)
    (receipt,) = add(workspace, path)
    assert (receipt.outcome, receipt.version) == ("unchanged", 1)
    assert tables(workspace.store) == before


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("symbol: X/2031/9", "X/2031/9"),
        ("url: https://aldoria.example/talks", "https://aldoria.example/talks"),
        ("symbol: X/2031/9\nurl: https://aldoria.example/talks", "X/2031/9"),
        ("symbol: X/2031/9\nlanguage: fr", "X/2031/9 (fr)"),
    ],
)
def test_a_work_is_called_what_people_cite(workspace: Workspace, tmp_path: Path, head: str, key: str) -> None:
    """Its symbol, with the language where that is not English; else its address."""
    (receipt,) = add(workspace, write(tmp_path, "a.md", f"---\n{head}\n---\n\nWe will meet in 2032."))
    assert receipt.work == key
    assert workspace.show(key).document.work == key


def test_one_symbol_from_two_places_is_one_work(workspace: Workspace, tmp_path: Path) -> None:
    """The second is its next version; in another language it is another work."""
    one = write(tmp_path, "one.md", LETTER)
    other = write(tmp_path, "other.md", LETTER.replace("by 2033", "by 2034"))
    french = write(tmp_path, "fr.md", LETTER.replace("published:", "language: fr\npublished:"))
    receipts = add(workspace, one, other, french)
    assert [(each.outcome, each.work) for each in receipts] == [
        ("added", "X/2031/7"), ("new version", "X/2031/7"), ("added", "X/2031/7 (fr)"),
    ]  # fmt: skip


def test_another_document_at_a_known_place_is_another_work(workspace: Workspace, tmp_path: Path) -> None:
    """A file that now bears another symbol is no new version of what it was; a third state of it is one again."""
    path = write(tmp_path, "note.md", "---\nsymbol: A/99/1\n---\nJapan agreed to pay.")
    add(workspace, path)
    write(tmp_path, "note.md", "---\nsymbol: A/99/2\n---\nFrance agreed to pay.")
    (second,) = add(workspace, path)
    write(tmp_path, "note.md", "---\nsymbol: A/99/2\n---\nFrance agreed to pay in full.")
    (third,) = add(workspace, path)
    assert (second.work, second.outcome, third.work, third.version) == ("A/99/2", "added", "A/99/2", 2)
    assert {line.work for line in workspace.documents()} == {"A/99/1", "A/99/2"}


def test_without_symbol_and_address_a_work_is_called_by_its_bytes(
    workspace: Workspace, tmp_path: Path
) -> None:
    """`sha256:` and the digits of its first version, which later versions keep."""
    path = write(tmp_path, "a.txt", "Aldoria will host the meeting in 2032.")
    (first,) = add(workspace, path)
    write(tmp_path, "a.txt", "Aldoria will host the meeting in 2033.")
    (second,) = add(workspace, path)
    assert first.work == second.work == f"sha256:{first.document}"


def test_one_that_cannot_be_read_stops_no_other(workspace: Workspace, tmp_path: Path) -> None:
    """It has a receipt with the reason; what was there before stays."""
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, path)
    path.write_bytes(b"\x00\x01" * 100)
    failed, added = add(workspace, path, write(tmp_path, "letter.md", LETTER))
    assert (failed.outcome, failed.code, added.outcome) == ("failed", "binary", "added")
    assert len(workspace.documents()) == 2
    assert [one.code for one in workspace.receipts(failed=True)] == ["binary"]
    assert [one.outcome for one in workspace.receipts(str(path))] == ["failed", "added"]


def test_names_of_documents(workspace: Workspace, tmp_path: Path) -> None:
    """Key, beginning of a key, work, path, end of a path; what names none or several is an error that says so."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    talks, letter = write(tmp_path / "a", "x.md", TALKS), write(tmp_path / "b", "x.md", LETTER)
    receipts = add(workspace, talks, letter)
    key = receipts[0].document or ""
    for name in (key, key[:6], key[:6].upper(), receipts[0].work or "", str(talks), "a/x.md"):
        assert workspace.show(name).document.key == key, name
    with pytest.raises(RequestError, match="names 2 documents"):
        workspace.show("x.md")
    for name in ("", "y.md", "ffffffffff", "%", "_" * 16, "X/2031"):
        with pytest.raises(NotKept):
            workspace.show(name)


def stale_reader(workspace: Workspace, tag: str) -> None:
    """Say that another reader read all that is there."""
    with workspace.store.writing() as connection:
        connection.execute(text("UPDATE documents SET reader = :tag"), {"tag": tag})


def test_what_the_newest_reader_read_is_not_read_anew(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing to do, unless all is asked for."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    before = tables(workspace.store)
    assert (workspace.stale(), workspace.stale(every=True)) == (0, 1)
    assert list(workspace.reread(processes=1)) == []
    assert tables(workspace.store) == before


@pytest.mark.parametrize("part", [0, 1, 2])
def test_what_another_reader_read_is_read_anew(workspace: Workspace, tmp_path: Path, part: int) -> None:
    """Another acquis, another reader of the format, another vocabulary: each makes it stale, once."""
    add(workspace, write(tmp_path, "talks.md", TALKS), write(tmp_path, "letter.md", LETTER))
    without = ("receipts", "documents")
    before, lines = tables(workspace.store, without), workspace.documents()
    words = lines[0].reader.split()
    words[part] = "acquis-0.0.1" if part == 0 else "markdown-0" if part == 1 else "00000000"
    stale_reader(workspace, " ".join(words))
    assert workspace.stale() == 2
    receipts = list(workspace.reread(processes=1))
    assert [one.outcome for one in receipts] == ["reread", "reread"]
    assert [one.moved for one in receipts] == [Moved(), Moved()]
    assert (workspace.stale(), workspace.documents()) == (0, lines)
    assert tables(workspace.store, without) == before


def test_another_vocabulary_makes_all_stale(workspace: Workspace, tmp_path: Path) -> None:
    """The same store, opened with other words."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    other = Workspace(workspace.store)
    assert (workspace.stale(), other.stale()) == (0, 1)


def test_judgements_survive_reading_anew(workspace: Workspace, tmp_path: Path) -> None:
    """Accepted, corrected and rejected findings stand as they stood."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    workspace.judge(finding(workspace, CONTACT).key, "accept", by="A.")
    workspace.judge(finding(workspace, TRAIN).key, "reject", by="A.")
    before = standing(workspace)
    stale_reader(workspace, "acquis-0.0.1 markdown-0 00000000")
    (receipt,) = workspace.reread(processes=1)
    assert (receipt.moved, standing(workspace)) == (Moved(), before)
    assert finding(workspace, TRAIN).status == "rejected"


@pytest.mark.parametrize("damage", ["size = size + 1", "packed = x'78'", "sha256 = 'f' || substr(sha256, 2)"])
def test_a_document_whose_bytes_are_damaged_stays_as_it_was(
    workspace: Workspace, tmp_path: Path, damage: str
) -> None:
    """A failed receipt, and all else as before; the others are read anew."""
    add(workspace, write(tmp_path, "talks.md", TALKS), write(tmp_path, "letter.md", LETTER))
    if not workspace.store.is_sqlite:
        damage = damage.replace("x'78'", r"'\x78'")
    with workspace.store.writing() as connection:
        connection.execute(
            text(f"UPDATE versions SET {damage} WHERE symbol IS NULL AND number = 1 AND id = 1")
        )
    stale_reader(workspace, "acquis-0.0.1 markdown-0 00000000")
    before = standing(workspace)
    receipts = list(workspace.reread(processes=1))
    assert [(one.outcome, one.code, one.marking) for one in receipts] == [
        ("failed", "damaged", Marking.AMBER), ("reread", None, Marking.AMBER),
    ]  # fmt: skip
    assert (standing(workspace), workspace.stale()) == (before, 1)
    assert [one.what for one in workspace.verify()] != []
