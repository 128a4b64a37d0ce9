"""What is new: compared with what was known when a day began, or when somebody last looked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from acquis.errors import NotKept, RequestError
from acquis.model.marking import Marking, Viewer
from acquis.model.news import News
from acquis.workspace import Workspace
from dialogues import FIRST, SECOND, came, tell
from workspaces import add, write

# The dialogue as it was ten years before: news are told as things stand today, and nothing of today is yet to come.
OLD_FIRST, OLD_SECOND = (text.replace("203", "202") for text in (FIRST, SECOND))
MAY = "2026-05-10T12:00:00.000000+00:00"
JUNE = "2026-06-10T12:00:00.000000+00:00"


def _turned(news: News) -> list[tuple[str, str]]:
    return [(one.then.status, one.now.status) for one in news.turned]


@pytest.fixture
def told(workspace: Workspace, tmp_path: Path) -> Workspace:
    """The first edition came in May, the second in June."""
    tell(workspace, tmp_path, OLD_FIRST, at=MAY)
    tell(workspace, tmp_path, OLD_SECOND, at=JUNE)
    return workspace


def test_what_came_since_a_day_began(told: Workspace) -> None:
    """The document, the promise it makes, and the promise that it settles, with the words that say so."""
    news = told.since(date(2026, 6, 10))
    assert [one.frame.title for one in news.documents] == ["Second Aldoria-Brevania Cyber Dialogue"]
    assert [one.due and one.due.edtf for one in news.promises] == ["2023-06"]
    assert _turned(news) == [("no evidence yet", "kept")]
    evidence = news.turned[0].now.evidence
    assert evidence is not None
    assert evidence.sentence.startswith("Aldoria and Brevania held their second Cyber Dialogue")
    assert (news.gone, news.since, news.documents_here) == ((), "2026-06-10", 2)


def test_what_came_the_day_before_is_not_new(told: Workspace) -> None:
    """Nothing is, and it says so."""
    news = told.since(date(2026, 6, 11))
    assert not news.anything
    assert (news.documents, news.promises, news.turned) == ((), (), ())


def test_on_its_first_day_all_is_new(told: Workspace) -> None:
    """Nothing had a status before."""
    news = told.since(date(2026, 5, 10))
    assert [len(news.documents), len(news.promises), len(news.turned)] == [2, 3, 0]


def test_time_alone_changes_a_status(workspace: Workspace, tmp_path: Path) -> None:
    """A promise whose last day has passed since then, though nothing came."""
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    words = f"Both sides agreed to hold the second Cyber Dialogue in Sentar by {yesterday:%-d %B %Y}."
    tell(workspace, tmp_path, OLD_FIRST.replace("Both sides agreed to hold the second Cyber Dialogue in Sentar in 2022.", words), at=MAY)  # fmt: skip
    news = workspace.since(yesterday - timedelta(days=1))
    assert _turned(news) == [("due", "no evidence yet")]
    assert news.turned[0].now.evidence is None


def test_a_changed_page_is_a_new_version(workspace: Workspace, tmp_path: Path) -> None:
    """With what it promises now, and what it no longer promises."""
    path = write(tmp_path, "page.md", OLD_FIRST)
    (old,) = add(workspace, path)
    came(workspace, old.document or "", MAY)
    path.write_text(OLD_FIRST.replace("twenty officers", "ten officers"), encoding="utf-8")
    (new,) = add(workspace, path)
    came(workspace, new.document or "", JUNE)
    news = workspace.since(date(2026, 6, 1))
    assert [(one.frame.key, one.before and one.before.key) for one in news.documents] == [
        (new.document, old.document)
    ]
    assert ["ten officers" in one.promised for one in news.promises] == [True]
    assert ["twenty officers" in one.promised for one in news.gone] == [True]
    assert workspace.since(date(2026, 6, 11)).anything is False


def test_what_a_page_said_then_finds_its_evidence_then(workspace: Workspace, tmp_path: Path) -> None:
    """A promise in words that the page has no more is settled as it was: what told of it was searched too."""
    path = write(tmp_path, "page.md", OLD_FIRST.replace("Aldoria will train twenty officers of Dunmar in digital forensics by 2023.",
                 "Aldoria will launch the Harbour Forensics Fellowship by 2023."))  # fmt: skip
    (old,) = add(workspace, path)
    came(workspace, old.document or "", MAY)
    launched = "---\ntitle: Aldoria launches a fellowship\npublished: 2022-02-01\n---\n\n" \
        "Aldoria launched the Harbour Forensics Fellowship today.\n"  # fmt: skip
    tell(workspace, tmp_path, launched, at=MAY)
    path.write_text(OLD_FIRST, encoding="utf-8")
    (new,) = add(workspace, path)
    came(workspace, new.document or "", JUNE)
    news = workspace.since(date(2026, 6, 1))
    (gone,) = [one for one in news.gone if "Fellowship" in one.promised]
    assert gone.status == "kept"
    assert gone.evidence is not None


def test_last_means_the_last_time_that_one_asked(workspace: Workspace, tmp_path: Path) -> None:
    """The first time tells only that it is the first; each has a memory of their own, for each clearance."""
    tell(workspace, tmp_path, OLD_FIRST)
    assert workspace.since(by="A.").first
    assert not workspace.since(by="A.").anything
    (key,) = tell(workspace, tmp_path, OLD_SECOND)
    assert workspace.since(by="B.").first
    assert workspace.since(by="A.", viewer=Viewer(Marking.AMBER)).first
    news = workspace.since(by="A.")
    assert [one.frame.key for one in news.documents] == [key]
    assert _turned(news) == [("no evidence yet", "kept")]
    assert not workspace.since(by="A.").anything
    assert not workspace.since(by="B.").anything


def test_a_day_asked_for_is_no_look(workspace: Workspace, tmp_path: Path) -> None:
    """Only `last` moves what `last` means."""
    tell(workspace, tmp_path, OLD_FIRST)
    workspace.since(by="A.")
    tell(workspace, tmp_path, OLD_SECOND)
    workspace.since(datetime.now(UTC).date(), by="A.")
    assert len(workspace.since(by="A.").documents) == 1


def test_a_look_outlives_the_program(workspace: Workspace, tmp_path: Path) -> None:
    """It is in the store, and in a backup of it; another workspace that is merged brings no looks."""
    tell(workspace, tmp_path, OLD_FIRST)
    workspace.since(by="A.")
    workspace.backup(tmp_path / "copy.db")
    with (
        Workspace.open(tmp_path / "copy.db") as copy,
        Workspace.open(tmp_path / "other.db", create=True) as other,
    ):
        assert not copy.since(by="A.").first
        other.merge(copy)
        assert other.since(by="A.").first


def test_days_on_which_there_was_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """An empty workspace, a day before its first document, a day that is yet to come: one line each."""
    for asked in (date(2026, 5, 1), None):
        with pytest.raises(NotKept, match="no documents in this workspace yet"):
            workspace.since(asked, by="A.")
    tell(workspace, tmp_path, OLD_FIRST, at=MAY)
    with pytest.raises(RequestError, match="no document before 2026-05-10: ask for that day or a later one"):
        workspace.since(date(2026, 5, 9))
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    with pytest.raises(RequestError, match=rf"{tomorrow} is yet to come"):
        workspace.since(tomorrow)
    with pytest.raises(RequestError, match="no document before"):
        workspace.since(date.min)


def test_news_are_told_to_whom_they_may_be_told(told: Workspace, tmp_path: Path) -> None:
    """What is hidden is not new, and changes nothing."""
    told.mark("Second Aldoria-Brevania", Marking.RED, by="desk")
    whole, part = (
        told.since(date(2026, 6, 1), viewer=Viewer(level)) for level in (Marking.RED, Marking.AMBER)
    )
    assert (whole.marking, len(whole.documents), len(whole.turned)) == (Marking.RED, 1, 1)
    assert not part.anything
