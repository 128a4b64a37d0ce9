"""Agreed language through the workspace's door, on each engine: pedigrees, drafts, agreed wording, what is repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import RequestError
from acquis.exporters.pedigree import signed
from acquis.model.marking import Marking, Viewer
from acquis.reading import read, read_text
from acquis.workspace import Workspace
from reused import FIRMER, HABIT, NARROWER, PLEDGE, chain, document, notices
from workspaces import add, write

CLEAR = Viewer(Marking.CLEAR)


@pytest.fixture
def kept(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace with the pledge's documents."""
    add(workspace, *chain(tmp_path))
    return workspace


def test_a_phrase_is_followed_from_its_earliest_text(kept: Workspace) -> None:
    """By day, those without one last, each with its status and the words it changed."""
    pedigree = kept.pedigree(PLEDGE)
    (passage,) = pedigree.passages
    told = [(use.frame.published, use.text_status, use.after, signed(use.pieces)) for use in passage.uses]
    assert [day for day, _, _, _ in told] == ["2031-02-01", "2031-12-09", "2032-03-04", "2033-03-04", None]
    assert [status for _, status, _, _ in told][:2] == ["proposed", "agreed"]
    assert [after for _, _, after, _ in told] == [None, 1, 2, 2, 2]
    assert "[- armed-]{+ every+}" in told[1][3]
    assert told[2][3] == told[4][3] == ""
    assert "[- should-]{+ shall+}" in told[3][3]
    assert (passage.settled, passage.nearest, passage.pieces) == (passage.uses[1], 2, ())
    assert pedigree.documents == 6


def test_every_use_is_a_slice_of_its_document(kept: Workspace) -> None:
    """The quote stands at its place, in the paragraph of its address."""
    for use in kept.pedigree(PLEDGE).passages[0].uses:
        document = kept.show(use.frame.key).record.document
        assert document.text[use.start : use.end] == use.quote
        (paragraph,) = [one for one in document.paragraphs if one.address == use.address]
        assert paragraph.start <= use.start < use.end <= paragraph.end


def test_a_draft_is_followed_passage_by_passage(kept: Workspace, tmp_path: Path) -> None:
    """In the order of the draft; what no other text has is left out, and its own document is no source of it."""
    words = document(
        "Draft", "2034-01-01", "A new beginning of our own.", f"{FIRMER}.",
        "The ferry between the two islands will run again in spring.",
    )  # fmt: skip
    path = write(tmp_path, "draft.md", words)
    add(kept, path)
    pedigree = kept.reused(read(path))
    assert [passage.words[:16] for passage in pedigree.passages] == [FIRMER[:16], "The ferry betwee"]
    assert [len(passage.uses) for passage in pedigree.passages] == [5, 1]
    assert pedigree.passages[0].nearest == 4
    assert all(use.frame.title != "Draft" for passage in pedigree.passages for use in passage.uses)


def test_agreed_wording_is_preferred_and_other_wording_named(kept: Workspace) -> None:
    """The agreed text where one is near, else the nearest other with its status, else none."""
    draft = read_text(
        f"{NARROWER}. The ferry between two islands will run again in spring. Nobody ever wrote such words before."
    )
    wording = kept.agreed(draft)
    first, second, third = wording.sentences
    assert first.use is not None
    assert second.use is not None
    assert (first.use.text_status, second.use.settled, third.use) == ("agreed", False, None)
    assert "[- every-]{+ armed+}" in signed(first.use.pieces)
    assert (wording.settled, wording.documents) == (1, 6)


def test_no_agreed_text_is_said_to_be_none(workspace: Workspace, tmp_path: Path) -> None:
    """The count says so, and nothing is called agreed."""
    add(workspace, chain(tmp_path)[0])
    wording = workspace.agreed(read_text(f"{PLEDGE}."))
    assert (wording.settled, wording.documents) == (0, 1)
    assert wording.sentences[0].use is not None
    assert not wording.sentences[0].use.settled


def test_words_of_one_publisher_alone_are_its_boilerplate(kept: Workspace, tmp_path: Path) -> None:
    """In many of its documents; once another source uses them they are not."""
    add(kept, *notices(tmp_path))
    (passage,) = kept.pedigree(HABIT).passages
    assert (passage.boilerplate, passage.documents) == (True, 6)
    assert [(habit.publisher, habit.documents) for habit in passage.habits] == [("Harbour Office", 6)]
    add(kept, write(tmp_path, "copy.md", document("Copy", "2035-01-01", HABIT, publisher="Canal Office")))
    assert not kept.pedigree(HABIT).passages[0].boilerplate


def test_what_most_sources_use_comes_first(kept: Workspace, tmp_path: Path) -> None:
    """Each passage once; boilerplate last, however often it is printed."""
    add(kept, *notices(tmp_path))
    found = kept.most_reused()
    assert [passage.boilerplate for passage in found.passages] == [False, True]
    assert found.passages[0].documents == 5
    assert "harbour office" in found.passages[1].words
    assert len(kept.most_reused(most=1).passages) == 1


def test_answers_follow_what_changes(kept: Workspace, tmp_path: Path) -> None:
    """A text that is added, changed, removed or marked is found, or not, from then on."""
    assert len(kept.pedigree(PLEDGE).passages[0].uses) == 5
    path = write(tmp_path, "new.md", document("New", "2036-01-01", f"{PLEDGE}."))
    add(kept, path)
    assert kept.pedigree(PLEDGE).passages[0].uses[-2].frame.title == "New"
    write(tmp_path, "new.md", document("New", "2036-01-01", "Something else entirely, about orchards."))
    add(kept, path)
    assert len(kept.pedigree(PLEDGE).passages[0].uses) == 5
    kept.remove(str(tmp_path / "later.md"), by="A.")
    assert len(kept.pedigree(PLEDGE).passages[0].uses) == 4
    assert kept.pedigree(PLEDGE, viewer=CLEAR).passages == ()
    kept.mark(str(tmp_path / "resolution.md"), Marking.CLEAR, by="A.")
    assert [use.frame.title for use in kept.pedigree(PLEDGE, viewer=CLEAR).passages[0].uses] == ["Cables"]
    assert kept.pedigree(PLEDGE, viewer=CLEAR).documents == 1
    assert len(kept.pedigree(PLEDGE).passages[0].uses) == 4


@pytest.mark.parametrize("words", ["", "  ", "…", "cables of hospitals", "it is of the and to be in an or"])
def test_too_little_is_refused_with_what_would_be_right(kept: Workspace, words: str) -> None:
    """Words that are found everywhere are looked for nowhere."""
    with pytest.raises(RequestError, match="give"):
        kept.pedigree(words)


def test_an_empty_workspace_answers(workspace: Workspace) -> None:
    """With nothing."""
    assert workspace.pedigree(PLEDGE).passages == ()
    assert workspace.most_reused().passages == ()
    assert workspace.reused(read_text(PLEDGE)).passages == ()
    assert [one.use for one in workspace.agreed(read_text(f"{PLEDGE}.")).sentences] == [None]


def test_the_answer_is_marked_as_what_is_in_it(kept: Workspace, tmp_path: Path) -> None:
    """The highest of draft and texts."""
    add(
        kept,
        write(tmp_path, "secret.md", document("Secret", "2031-01-01", f"{PLEDGE}.")),
        marking=Marking.RED,
    )
    assert kept.pedigree(PLEDGE).marking is Marking.RED
    assert kept.pedigree(PLEDGE, viewer=Viewer(Marking.AMBER)).marking is Marking.AMBER
    assert kept.agreed(read_text(f"{PLEDGE}."), viewer=CLEAR).marking is Marking.AMBER
