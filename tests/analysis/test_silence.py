"""Silence: what one edition had and no account of the next one has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from acquis.errors import NotKept, RequestError
from acquis.model.marking import Marking, Viewer
from acquis.model.silence import Silence
from acquis.workspace import Workspace
from dialogues import FIRST, SECOND, SECOND_TOO, SERIES, tell

LATER = date(2033, 1, 1)
PUBLISHED = "published: {}\npublisher: {}"


def _told(silence: Silence, kind: str) -> list[str]:
    return [one.told[0].said.value or one.told[0].said.words for one in silence.items if one.kind == kind]


def _silence(workspace: Workspace, *, edition: int | None = None) -> Silence:
    return workspace.silence(SERIES, edition=edition, as_of=LATER)


def test_what_the_last_edition_left_out(workspace: Workspace, tmp_path: Path) -> None:
    """Promises, condemnations, concerns and topics, the weightiest kinds first; what both have is not among them."""
    tell(workspace, tmp_path, FIRST, SECOND)
    silence = _silence(workspace)
    assert (silence.before.ordinal, silence.after.ordinal) == (1, 2)
    assert list(dict.fromkeys(one.kind for one in silence.items))[:4] == [
        "promise", "condemnation", "concern", "topic",
    ]  # fmt: skip
    assert _told(silence, "promise") == [
        "Aldoria will train twenty officers of Dunmar in digital forensics by 2033."
    ]
    assert _told(silence, "topic") == ["ports", "digital identity", "sale of spyware"]
    assert ["hospitals" in words for words in _told(silence, "condemnation")] == [True]
    assert ["spyware" in words for words in _told(silence, "concern")] == [True]
    assert "Mira Tollen" not in " ".join(_told(silence, "chair"))


def test_a_thing_is_left_out_where_no_account_has_it(workspace: Workspace, tmp_path: Path) -> None:
    """What one account of the later edition says is said."""
    tell(workspace, tmp_path, FIRST, SECOND, SECOND_TOO)
    silence = _silence(workspace)
    assert len(silence.later) == 2
    assert _told(silence, "topic") == ["ports"]
    assert _told(silence, "concern") == []
    assert len(_told(silence, "condemnation")) == 1


def test_two_accounts_that_tell_one_thing_are_one(workspace: Workspace, tmp_path: Path) -> None:
    """Both quotes stand together; what the later edition shares with either of them is not left out."""
    again = FIRST.replace("First Aldoria-Brevania", "Officials meet for the first Aldoria-Brevania").replace(
        "discussed ransomware, ports and digital identity",
        "spoke about the security of ports, and about ransomware",
    )
    tell(workspace, tmp_path, FIRST, again, SECOND)
    silence = _silence(workspace)
    (condemned,) = [one for one in silence.items if one.kind == "condemnation"]
    assert [one.account.frame.title.split()[0] for one in condemned.told] == ["First", "Officials"]
    assert [len(one.told) for one in silence.items if one.kind == "topic"] == [2, 1, 2]


def test_every_thing_is_where_it_says(workspace: Workspace, tmp_path: Path) -> None:
    """The words stand at their place in the document."""
    tell(workspace, tmp_path, FIRST, SECOND)
    for one in _silence(workspace).items:
        for told in one.told:
            text = workspace.show(told.account.frame.key).record.document.text
            assert text[told.said.start : told.said.end] == told.said.words
            assert told.said.address


def test_a_promise_that_the_later_edition_keeps_is_not_left_out(workspace: Workspace, tmp_path: Path) -> None:
    """To meet again was promised, and they met; that they promise no third time is left out."""
    silent = SECOND.replace("They agreed to hold the third Cyber Dialogue in Calder in June 2033.\n", "")
    tell(workspace, tmp_path, FIRST, silent)
    silence = _silence(workspace)
    assert not [words for words in _told(silence, "promise") if "second Cyber Dialogue" in words]
    assert len(_told(silence, "next meeting")) == 1


def test_a_promise_is_told_with_how_it_stands(workspace: Workspace, tmp_path: Path) -> None:
    """By the ledger."""
    tell(workspace, tmp_path, FIRST, SECOND)
    (promise,) = [one.promise for one in _silence(workspace).items if one.kind == "promise"]
    assert promise is not None
    assert (promise.status, promise.due and promise.due.edtf) == ("open", "2033")


def test_who_wrote_the_texts_is_said(workspace: Workspace, tmp_path: Path) -> None:
    """One side's text beside the other's alone: silence may be a choice of words. Unknown writers are said to be so."""
    by_one, by_other = (
        text.replace("published: ", f"publisher: {side}\npublished: ", 1)
        for text, side in ((FIRST, "Aldoria"), (SECOND, "Brevania"))
    )
    tell(workspace, tmp_path, by_one, by_other)
    (remark,) = _silence(workspace).remarks
    assert remark == (
        "edition 1 (2031-05-04) is told by XC; edition 2 (2032-10-05) is told by XD: "
        "silence may be the other side's choice of words"
    )


def test_one_writer_of_both_is_said(workspace: Workspace, tmp_path: Path) -> None:
    """Then no choice of the other side is in it."""
    texts = (text.replace("published: ", "publisher: Aldoria\npublished: ", 1) for text in (FIRST, SECOND))
    tell(workspace, tmp_path, *texts)
    assert _silence(workspace).remarks == ("both editions are told by XC",)


def test_writers_that_are_not_told(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing is made up."""
    tell(workspace, tmp_path, FIRST, SECOND)
    (remark,) = _silence(workspace).remarks
    assert remark.count("a side that its text does not name") == 2
    assert remark.endswith("silence may be the other side's choice of words")


def test_an_edition_may_be_named(workspace: Workspace, tmp_path: Path) -> None:
    """It is compared with the one before it."""
    third = (
        SECOND.replace("Second", "Third")
        .replace("second", "third")
        .replace("2032", "2033")
        .replace(
            "third Cyber Dialogue in Calder in June 2033", "fourth Cyber Dialogue in Calder in June 2034"
        )
    )
    tell(workspace, tmp_path, FIRST, SECOND, third)
    chosen = workspace.silence(SERIES, edition=2, as_of=date(2034, 1, 1))
    last = workspace.silence(SERIES, as_of=date(2034, 1, 1))
    assert (chosen.before.ordinal, chosen.after.ordinal) == (1, 2)
    assert (last.before.ordinal, last.after.ordinal) == (2, 3)
    assert len(last.items) < len(chosen.items)


def test_what_cannot_be_compared_is_said_in_one_line(workspace: Workspace, tmp_path: Path) -> None:
    """No such edition, nothing before it, no such series, several series, no documents."""
    with pytest.raises(NotKept, match="no documents in this workspace yet"):
        _silence(workspace)
    tell(workspace, tmp_path, FIRST)
    with pytest.raises(NotKept, match=rf"of {SERIES} nothing before edition 1 \(2031-05-04\) is here"):
        _silence(workspace)
    tell(workspace, tmp_path, SECOND, FIRST.replace("Brevania", "Gavria"))
    with pytest.raises(
        NotKept, match=r"no edition 7 that was held is here; there are: edition 1 .*, edition 2 "
    ):
        _silence(workspace, edition=7)
    with pytest.raises(RequestError, match=r"'Aldoria' names 2 series: .*; give more of the name"):
        workspace.silence("Aldoria", as_of=LATER)


def test_a_text_in_a_language_that_is_not_read_is_told_of(workspace: Workspace, tmp_path: Path) -> None:
    """It has no meeting, so that it is no account: the others are compared."""
    tell(
        workspace,
        tmp_path,
        FIRST,
        SECOND,
        "Les deux parties ont discuté des ports et de la sécurité des hôpitaux.",
    )
    assert len(_silence(workspace).later) == 1


def test_a_viewer_is_told_of_what_they_may_see(workspace: Workspace, tmp_path: Path) -> None:
    """An account that is hidden says nothing to them, and marks nothing."""
    keys = tell(workspace, tmp_path, FIRST, SECOND, SECOND_TOO)
    for key, level in zip(keys, (Marking.CLEAR, Marking.CLEAR, Marking.RED), strict=True):
        workspace.mark(key, level, by="desk")
    whole = workspace.silence(SERIES, as_of=LATER)
    part = workspace.silence(SERIES, as_of=LATER, viewer=Viewer(Marking.CLEAR))
    assert (whole.marking, part.marking) == (Marking.RED, Marking.CLEAR)
    assert (len(_told(whole, "concern")), len(_told(part, "concern"))) == (0, 1)
