"""Answers to findings as they were shown: taken back, overtaken, several at once; what waits and what was said last."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import NotKept, Overtaken, RequestError
from acquis.exporters.jsonl import write_jsonl
from acquis.exporters.judgements import read_judgements
from acquis.model.answer import Answer
from acquis.model.judgement import Correction
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.claims import Wanted
from acquis.workspace import Workspace
from workspaces import CONTACT, TALKS, TRAIN, add, finding, standing, write

PUBLIC = Viewer(Marking.CLEAR)


@pytest.fixture(autouse=True)
def talks(workspace: Workspace, tmp_path: Path) -> Path:
    """The file of one public document that was added."""
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, path, marking=Marking.CLEAR)
    return path


@pytest.mark.parametrize("verdict", ["accept", "reject", "correct"])
def test_withdrawn(workspace: Workspace, verdict: str) -> None:
    """The finding is as it was read and waits again, for every viewer; both judgements stay in the history."""
    before = [finding(workspace, TRAIN), workspace.review_queue(), standing(workspace)]
    key = finding(workspace, TRAIN).key
    correction = Correction(act="call") if verdict == "correct" else None
    workspace.judge(key, verdict, by="A.", correction=correction)  # type: ignore[arg-type]
    assert standing(workspace) != before[2]
    assert workspace.judge(key, "withdraw", by="B.").status == "found"
    assert [finding(workspace, TRAIN), workspace.review_queue(), standing(workspace)] == before
    assert standing(workspace, viewer=PUBLIC) == before[2]
    first, second = workspace.judgements(key)
    assert (second.verdict, second.by, second.withdraws) == ("withdraw", "B.", first.id)


def test_withdrawn_to_what_was_said_before(workspace: Workspace) -> None:
    """One judgement after the other is taken back; then there is none."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "correct", by="A.", correction=Correction(owners=("XD",)))
    workspace.judge(key, "reject", by="A.")
    kept = workspace.judge(key, "withdraw", by="A.")
    assert (kept.status, kept.claim.owners) == ("corrected", ("XD",))
    assert workspace.judge(key, "withdraw", by="A.").status == "found"
    with pytest.raises(RequestError, match="nothing to take back"):
        workspace.judge(key, "withdraw", by="A.")


def test_a_withdrawal_is_marked_as_high_as_what_it_withdraws(workspace: Workspace) -> None:
    """Who may not see a judgement does not learn that it was taken back."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "reject", by="A.", marking=Marking.AMBER)
    workspace.judge(key, "withdraw", by="A.")
    assert workspace.judgements(viewer=PUBLIC) == []
    assert finding(workspace, TRAIN).status == "found"


def test_withdrawals_are_exported_and_come_in(
    workspace: Workspace, tmp_path: Path, talks: Path, vocabulary: tuple[Path, ...]
) -> None:
    """In any order, another workspace ends with the same findings."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "reject", by="A.")
    workspace.judge(key, "withdraw", by="A.")
    with (tmp_path / "said.jsonl").open("w", encoding="utf-8") as file:
        write_jsonl(workspace.export("judgements"), file)
    lines = (tmp_path / "said.jsonl").read_text(encoding="utf-8").splitlines()
    with Workspace.open(tmp_path / "other.db", create=True, vocabulary=vocabulary) as other:
        add(other, talks, marking=Marking.CLEAR)
        for line in reversed(lines[1:]):
            other.add_judgements(read_judgements([line], "said.jsonl"))
        assert standing(other) == standing(workspace)


def test_an_answer_after_another_is_refused(workspace: Workspace) -> None:
    """Who saw the finding before somebody else judged it is told so, and nothing of theirs is kept."""
    key = finding(workspace, TRAIN).key
    (kept,) = workspace.answer([Answer(key, "accept", "")], by="A.")
    with pytest.raises(Overtaken, match=r"by A\."):
        workspace.answer([Answer(key, "reject", "")], by="B.")
    assert [one.by for one in workspace.judgements(key)] == ["A."]
    assert workspace.answer([Answer(key, "reject", kept.judgement)], by="B.")[0].status == "rejected"


def test_several_answers_are_kept_together_or_not_at_all(workspace: Workspace) -> None:
    """One that is overtaken keeps the others away."""
    keys = [finding(workspace, words).key for words in (TRAIN, CONTACT)]
    workspace.answer([Answer(keys[1], "accept", "")], by="A.")
    with pytest.raises(Overtaken):
        workspace.answer([Answer(key, "accept", "") for key in keys], by="B.")
    assert workspace.judgements(keys[0]) == []
    assert [one.status for one in workspace.answer([Answer(key, "accept") for key in keys], by="B.")] == [
        "accepted"
    ] * 2


def test_who_may_not_see_a_finding_cannot_answer_it(workspace: Workspace, tmp_path: Path) -> None:
    """It is not there for them."""
    add(workspace, write(tmp_path, "note.md", TALKS.replace("Talks of", "Note on")), marking=Marking.AMBER)
    key = next(one.key for one in workspace.claims() if one.marking is Marking.AMBER)
    with pytest.raises(NotKept):
        workspace.answer([Answer(key, "accept")], by="A.", viewer=PUBLIC)


def test_the_queue_comes_in_parts(workspace: Workspace) -> None:
    """Promises with a day come first, and the parts are the whole, which is counted."""
    whole = workspace.review_queue()
    assert CONTACT in whole[0].claim.evidence.quote
    parts = [workspace.review_queue(limit=2, skip=at) for at in range(0, len(whole), 2)]
    assert [one for part in parts for one in part] == whole
    assert workspace.waiting() == len(whole)
    wanted = Wanted(acts=("offer",))
    assert workspace.waiting(wanted) == len(workspace.review_queue(wanted)) == 1


def test_what_somebody_said_last(workspace: Workspace) -> None:
    """Of what still counts; others' judgements and what they may not see are not theirs."""
    keys = [finding(workspace, words).key for words in (TRAIN, CONTACT)]
    assert workspace.last_judgement("A.") is None
    workspace.answer([Answer(keys[0], "accept")], by="A.")
    workspace.answer([Answer(keys[1], "accept", marking=Marking.AMBER)], by="A.")
    workspace.answer([Answer(keys[0], "reject")], by="B.")

    def last(viewer: Viewer = EVERYTHING) -> str | None:
        said = workspace.last_judgement("A.", viewer=viewer)
        return said.subject.id if said else None

    assert (last(), last(PUBLIC)) == (keys[1], keys[0])
    workspace.answer([Answer(keys[1], "withdraw")], by="A.")
    assert last() == keys[0]
