"""The workspace and people's judgements: kept for ever, bound to words, told to those who may see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from acquis.errors import NotKept, RequestError
from acquis.model.anchor import Anchor
from acquis.model.judgement import Correction, Judgement, Subject, Verdict
from acquis.model.marking import Marking, Viewer
from acquis.model.when import When
from acquis.store.claims import Wanted
from acquis.store.judgements import sealed
from acquis.workspace import Workspace
from workspaces import CONTACT_SENTENCE, LETTER, TALKS, TRAIN, add, finding, standing, tables, write

PUBLIC, AMBER = Viewer(Marking.CLEAR), Viewer(Marking.AMBER)
MAY = When("2031-05", "May 2031", date(2031, 5, 1), date(2031, 5, 31))


@pytest.fixture
def talks(workspace: Workspace, tmp_path: Path) -> Path:
    """The file of one document that was added."""
    path = write(tmp_path, "talks.md", TALKS)
    add(workspace, path)
    return path


def renew(workspace: Workspace, path: Path, words: str) -> tuple[str, ...]:
    """Add a changed file; the judged findings whose words are gone."""
    write(path.parent, path.name, words)
    (receipt,) = add(workspace, path)
    assert receipt.moved is not None
    return receipt.moved.lost


@pytest.mark.usefixtures("talks")
def test_accepted(workspace: Workspace) -> None:
    """The finding as it was, and who said so."""
    before = finding(workspace, TRAIN)
    kept = workspace.judge(before.key[:6], "accept", by="A. Reviewer", why="as printed")
    assert (kept.key, kept.status) == (before.key, "accepted")
    for part in FIELDS:
        assert getattr(kept.claim, part) == getattr(before.claim, part), part
    (said,) = workspace.judgements(before.key)
    assert (said.id, said.by, said.verdict, said.why) == (
        kept.judgement,
        "A. Reviewer",
        "accept",
        "as printed",
    )
    assert before.key not in {one.key for one in workspace.review_queue()}


@pytest.mark.usefixtures("talks")
def test_rejected(workspace: Workspace) -> None:
    """It is in no list unless asked for, in no record and no count."""
    (line,) = workspace.documents()
    key = finding(workspace, TRAIN).key
    assert workspace.judge(key, "reject", by="A.").status == "rejected"
    assert key not in {one.key for one in (*workspace.claims(), *workspace.review_queue())}
    assert key in {one.key for one in workspace.claims(Wanted(include_rejected=True))}
    assert [one.key for one in workspace.claims(Wanted(status="rejected"))] == [key]
    assert workspace.documents()[0].claims == line.claims - 1
    shown = workspace.show(line.key)
    assert key in {one.key for one in shown.claims}
    assert TRAIN not in {claim.sentence.quote for claim in shown.record.claims}


CORRECTIONS: tuple[tuple[Correction, str, Any], ...] = (
    (Correction(act="call"), "act", "call"),
    (Correction(owners=("XC", "XI")), "owners", ("XC", "XI")),
    (Correction(owners=()), "owners", ()),
    (Correction(addressees=("XD",)), "addressees", ("XD",)),
    (Correction(grade=5), "grade", 5),
    (Correction(element="norms"), "element", "norms"),
    (Correction(targets=("topic.ransomware",)), "targets", ("topic.ransomware",)),
    (Correction(due=MAY), "due", MAY),
    (Correction(venue="Sentar"), "venue", "Sentar"),
    (Correction(without=frozenset({"due"})), "due", None),
    (Correction(without=frozenset({"grade"})), "grade", None),
    (Correction(without=frozenset({"element"})), "element", None),
    (Correction(without=frozenset({"place"})), "venue", None),
)
FIELDS = ("act", "owners", "addressees", "grade", "element", "targets", "due", "venue", "evidence")


@pytest.mark.usefixtures("talks")
def test_corrected(workspace: Workspace) -> None:
    """Each field by itself; all else stays, and the finding is found under its key and its new values."""
    for correction, part, became in CORRECTIONS:
        before = finding(workspace, TRAIN)
        kept = workspace.judge(before.key, "correct", by="A.", correction=correction)
        assert (kept.key, kept.status, getattr(kept.claim, part)) == (before.key, "corrected", became)
        for other in set(FIELDS) - {part}:
            assert getattr(kept.claim, other) == getattr(before.claim, other), other
        assert workspace.claim(before.key) == kept
        for owner in kept.claim.owners:
            assert kept in workspace.claims(Wanted(owner=owner, acts=(kept.claim.act,)))
    assert len(workspace.judgements(before.key)) == len(CORRECTIONS)


def document_start(workspace: Workspace, words: str) -> int:
    """Where these words begin in the text of the only document."""
    return workspace.show(workspace.documents()[0].key).record.document.text.index(words)


@pytest.mark.usefixtures("talks")
def test_corrected_words(workspace: Workspace) -> None:
    """Words of the document, blanks apart; others are refused, and nothing is kept of it."""
    before = finding(workspace, TRAIN)
    kept = workspace.judge(
        before.key, "correct", by="A.", correction=Correction(quote="offered to  train six")
    )
    assert kept.claim.evidence.quote == "offered to train six"
    assert kept.claim.sentence.quote == TRAIN
    kept = workspace.judge(before.key, "correct", by="A.", correction=Correction(quote="ransomware"))
    assert (kept.key, kept.claim.evidence.quote) == (before.key, "ransomware")
    both = workspace.judge(before.key, "correct", by="A.", correction=Correction(quote="in"))
    assert both.claim.evidence.start > document_start(workspace, "They expressed concern")
    rows = tables(workspace.store)
    for wrong in ("offered to train seven", "", "  "):
        with pytest.raises(RequestError, match="quote"):
            workspace.judge(before.key, "correct", by="A.", correction=Correction(quote=wrong))
    assert tables(workspace.store) == rows


@pytest.mark.usefixtures("talks")
def test_what_cannot_be_said_is_refused(workspace: Workspace) -> None:
    """A correction of nothing, an acceptance that corrects, a grade that there is not, an unknown key."""
    key, rows = finding(workspace, TRAIN).key, tables(workspace.store)
    wrong: tuple[tuple[Verdict, Correction | None], ...] = (
        ("correct", None),
        ("accept", Correction(act="call")),
        ("reject", Correction(act="call")),
        ("correct", Correction(grade=6)),
        ("correct", Correction(grade=0)),
    )
    for verdict, correction in wrong:
        with pytest.raises(RequestError):
            workspace.judge(key, verdict, by="A.", correction=correction)
    for unknown in ("000000000000", "abc", "", "%%%%"):
        with pytest.raises(RequestError):
            workspace.judge(unknown, "accept", by="A.")
    assert tables(workspace.store) == rows


@pytest.mark.usefixtures("talks")
def test_the_history_is_kept(workspace: Workspace) -> None:
    """Every judgement, the oldest first; the last one counts."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "reject", by="A.")
    workspace.judge(key, "accept", by="B.")
    workspace.judge(key, "correct", by="C.", correction=Correction(act="commitment"))
    assert [(one.by, one.verdict) for one in workspace.judgements(key)] == [
        ("A.", "reject"), ("B.", "accept"), ("C.", "correct"),
    ]  # fmt: skip
    assert ("corrected", "commitment", TRAIN) in standing(workspace)
    assert workspace.judge(key, "reject", by="D.").status == "rejected"
    assert workspace.judge(key, "accept", by="E.").status == "accepted"
    assert workspace.verify() == []


CHANGED = {
    "a paragraph before": TALKS.replace(
        "Aldoria and Gavria held", "This came first.\n\nAldoria and Gavria held"
    ),
    "the sentence elsewhere": TALKS.replace(TRAIN, "").replace("Both sides", f"{TRAIN} Both sides"),
    "slightly edited": TALKS.replace("train six officers", "train some six officers"),
    "broken lines": TALKS.replace("to train six", "to\ntrain six"),
}


@pytest.mark.parametrize("words", CHANGED.values(), ids=CHANGED)
def test_judgements_hold_in_a_new_version(workspace: Workspace, talks: Path, words: str) -> None:
    """The rejected finding does not come back, the corrected one stays corrected; nothing is lost."""
    workspace.judge(finding(workspace, TRAIN).key, "reject", by="A.")
    workspace.judge(
        finding(workspace, CONTACT_SENTENCE).key, "correct", by="A.", correction=Correction(act="proposal")
    )
    assert renew(workspace, talks, words) == ()
    assert not any("officers" in quote for _, _, quote in standing(workspace))
    assert ("corrected", "proposal", CONTACT_SENTENCE) in standing(workspace)


def test_words_that_are_gone_are_told(workspace: Workspace, talks: Path) -> None:
    """The receipt of the new version names the finding; when the words come back, so does the judgement."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "accept", by="A.")
    assert renew(workspace, talks, TALKS.replace(TRAIN, "It rained.")) == (key,)
    assert not any(status == "accepted" for status, _, _ in standing(workspace))
    assert workspace.judgements(key)[0].verdict == "accept"
    assert renew(workspace, talks, f"{TALKS}\n\nAnd then it rained.") == ()
    assert ("accepted", "offer", TRAIN) in standing(workspace)


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize("change", ["UPDATE claims SET act = 'report'", "DELETE FROM claims"])
def test_a_correction_survives_any_other_reading(workspace: Workspace, change: str) -> None:
    """Judged anew over a reading that gives the sentence another act, other words, or nothing: it stands once."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "correct", by="A.", correction=Correction(act="commitment"))
    with workspace.store.writing() as connection:
        connection.execute(text(f"{change} WHERE NOT by_person"))
    workspace.judge(key, "correct", by="B.", correction=Correction(owners=("XI",)))
    found = [one for one in workspace.claims() if "officers" in one.claim.sentence.quote]
    assert [(one.status, one.claim.act, one.claim.owners) for one in found] == [
        ("corrected", "commitment", ("XI",))
    ]


def test_a_judgement_holds_in_the_old_version_too(workspace: Workspace, talks: Path) -> None:
    """Every version of the work is settled, as it is where the judgement is imported."""
    (old,) = workspace.documents()
    renew(workspace, talks, f"{TALKS}\n\nAnd then it rained.")
    workspace.judge(finding(workspace, TRAIN).key, "reject", by="A.")
    for name in (old.key, str(talks)):
        assert TRAIN not in {claim.sentence.quote for claim in workspace.show(name).record.claims}


def test_judgements_of_a_removed_work_apply_when_it_comes_back(workspace: Workspace, talks: Path) -> None:
    """What people said stays as history, and holds again."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "reject", by="A.", why="twice")
    before = (standing(workspace), workspace.judgements())
    workspace.remove(str(talks), by="A.")
    assert (workspace.documents(), workspace.claims()) == ([], [])
    with pytest.raises(NotKept):
        workspace.claim(key)
    assert workspace.judgements() == before[1]
    add(workspace, talks)
    assert (standing(workspace), workspace.judgements()) == before


def test_a_judgement_above_the_work_leaves_no_trace(workspace: Workspace, tmp_path: Path) -> None:
    """Lower viewers see the reader's own finding; nothing tells them that somebody judged it."""
    add(workspace, write(tmp_path, "letter.md", LETTER), marking=Marking.CLEAR)
    before = _all(workspace, PUBLIC)
    key = finding(workspace, "national position").key
    red = Marking.RED
    kept = workspace.judge(key, "correct", by="A.", correction=Correction(act="report"), marking=red)
    assert (kept.claim.act, kept.marking) == ("report", red)
    assert _all(workspace, PUBLIC) == before
    assert workspace.export("claims").marking is red
    assert workspace.export("claims", viewer=AMBER).marking is Marking.CLEAR
    assert [one.key for one in workspace.review_queue(viewer=PUBLIC)].count(key) == 1


def _all(workspace: Workspace, viewer: Viewer) -> tuple[Any, ...]:
    wanted = Wanted(include_rejected=True)
    return (
        workspace.documents(viewer=viewer), workspace.claims(wanted, viewer=viewer),
        workspace.judgements(viewer=viewer), workspace.receipts(viewer=viewer),
    )  # fmt: skip


@pytest.mark.usefixtures("talks")
def test_a_judgement_is_never_marked_lower_than_what_it_says(workspace: Workspace) -> None:
    """Not lower than its work, nor than the judgement whose value it takes over."""
    key = finding(workspace, TRAIN).key
    workspace.judge(key, "accept", by="A.", marking=Marking.CLEAR)
    workspace.judge(key, "correct", by="A.", correction=Correction(act="call"), marking=Marking.RED)
    workspace.judge(key, "accept", by="A.")
    assert [one.marking for one in workspace.judgements()] == [Marking.AMBER, Marking.RED, Marking.RED]
    assert finding(workspace, TRAIN, viewer=AMBER).claim.act == "offer"


def test_a_judgement_on_two_works_is_for_those_who_may_see_both(workspace: Workspace, tmp_path: Path) -> None:
    """Also after the one that is marked higher was removed."""
    paths = [write(tmp_path, "talks.md", TALKS), write(tmp_path, "letter.md", LETTER)]
    first, second = add(workspace, paths[0], marking=Marking.CLEAR) + add(
        workspace, paths[1], marking=Marking.RED
    )
    anchors = (Anchor(first.work or "", TRAIN, "", ""), Anchor(second.work or "", "hospitals", "", ""))
    at = "2031-05-02T10:00:00.000000+00:00"
    workspace.add_judgements([sealed(Judgement("", Subject("pair", anchors), "reject", "A.", at))])
    assert (len(workspace.judgements()), workspace.judgements(viewer=AMBER)) == (1, [])
    workspace.remove(str(paths[1]), by="A.")
    assert (len(workspace.judgements()), workspace.judgements(viewer=AMBER)) == (1, [])
