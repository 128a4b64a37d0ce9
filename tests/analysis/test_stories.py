"""The story of a series: what was promised, what came of it, what is overdue, and which series a name means."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from acquis.errors import NotKept, RequestError
from acquis.model.marking import Marking, Viewer
from acquis.workspace import Workspace
from dialogues import FIRST, SECOND, SECOND_TOO, SERIES, tell
from workspaces import TALKS, add, write

LATER = date(2035, 1, 1)


@pytest.fixture
def told(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Both editions, the second told by two documents."""
    tell(workspace, tmp_path, FIRST, SECOND, SECOND_TOO)
    return workspace


def test_the_next_meeting_is_open_until_its_day_has_passed(told: Workspace) -> None:
    """By June 2033: on the last day it is due, on the next it is overdue by a day, and told as no evidence yet."""
    statuses = {}
    for day in (date(2033, 1, 2), date(2033, 6, 30), date(2033, 7, 1), date(2034, 7, 1)):
        (story,) = told.stories(as_of=day)
        assert story.awaited is not None
        statuses[day.isoformat()] = (story.awaited.status, story.overdue)
    assert statuses == {
        "2033-01-02": ("open", 0), "2033-06-30": ("due", 0), "2033-07-01": ("no evidence yet", 1),
        "2034-07-01": ("no evidence yet", 366),
    }  # fmt: skip


def test_a_story_holds_what_was_known_of_by_its_day(told: Workspace) -> None:
    """Before the second edition the promise of the first one waits; after it, it is kept and the next one waits."""
    (before,) = told.stories(as_of=date(2032, 3, 1))
    assert [len(before.series.editions), before.awaited and before.awaited.place] == [1, "Sentar"]
    (after,) = told.stories(as_of=date(2033, 3, 1))
    assert [(one.status, one.due and one.due.edtf) for one in after.promises] == [
        ("kept", "2032"),
        ("open", "2033-06"),
    ]
    assert after.awaited is not None
    assert (after.awaited.place, after.awaited.promise) == ("Calder", after.promises[1])
    assert after.last is not None
    assert [len(after.last.accounts), after.quiet] == [2, (date(2033, 3, 1) - date(2032, 10, 5)).days]


def test_a_series_without_a_promise_awaits_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """It is listed, and is not overdue however long ago it was."""
    tell(workspace, tmp_path, SECOND_TOO)
    (story,) = workspace.stories(as_of=date(2050, 1, 1))
    assert (story.awaited, story.overdue, story.promises) == (None, 0, ())


def test_an_announced_edition_is_awaited(workspace: Workspace, tmp_path: Path) -> None:
    """Before the promise that it was announced after; once its day has passed it is overdue."""
    announced = (
        "---\ntitle: Third Aldoria-Brevania Cyber Dialogue to be held\npublished: 2033-04-02\n---\n\n"
        "The third Aldoria-Brevania Cyber Dialogue will be held in Calder on 20 May 2033.\n\n"
        "Aldoria and Brevania will discuss ports.\n"
    )
    tell(workspace, tmp_path, FIRST, SECOND, announced)
    (story,) = workspace.stories(as_of=date(2033, 5, 30))
    assert story.awaited is not None
    assert (story.awaited.status, story.awaited.when and story.awaited.when.edtf) == (
        "announced",
        "2033-05-20",
    )
    assert story.overdue == 10


def test_the_overdue_come_first(told: Workspace, tmp_path: Path) -> None:
    """Then by name."""
    other = FIRST.replace("Brevania", "Gavria")
    tell(told, tmp_path, other)
    assert [one.series.parties for one in told.stories(as_of=date(2033, 7, 2))] == [
        ("XC", "XI"),
        ("XC", "XD"),
    ]
    assert [one.series.parties for one in told.stories(as_of=date(2032, 7, 2))] == [
        ("XC", "XD"),
        ("XC", "XI"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        SERIES,
        "brevania aldoria",
        "cyber Brevania-Aldoria",
        "xd xc",
        "Aldoria cyber dialogue",
        "kingdom of brevania",
    ],
)
def test_a_series_is_found_by_words_and_parties_in_any_order(told: Workspace, name: str) -> None:
    """By names of the texts, by codes, and by other names of the parties."""
    (story,) = told.stories(name, as_of=date(2033, 1, 1))
    assert story.series.parties == ("XC", "XD")


def test_an_unknown_name_is_refused_with_the_nearest(told: Workspace) -> None:
    """One line; where nothing is near, how to list them."""
    with pytest.raises(NotKept, match=rf"no series 'aldoria brevana cyber'.*did you mean “{SERIES}”\?"):
        told.stories("aldoria brevana cyber", as_of=LATER)
    with pytest.raises(NotKept, match=r"no series 'qqq'.*`acquis series` lists them"):
        told.stories("qqq", as_of=LATER)
    with pytest.raises(NotKept, match="no series ' '"):
        told.stories(" ", as_of=LATER)


def test_nothing_to_tell_is_said(workspace: Workspace, tmp_path: Path) -> None:
    """An empty workspace, one without a series, and a day before the first document."""
    with pytest.raises(NotKept, match="no documents in this workspace yet"):
        workspace.stories()
    add(workspace, write(tmp_path, "talks.md", TALKS))
    with pytest.raises(NotKept, match="tells of a series of meetings"):
        workspace.stories(as_of=LATER)
    with pytest.raises(RequestError, match="no document is of 2020-01-01 or earlier"):
        workspace.stories(as_of=date(2020, 1, 1))


def test_a_story_is_told_from_what_a_viewer_may_see(workspace: Workspace, tmp_path: Path) -> None:
    """The marking is the highest of what it is told from; without the second edition the first one's promise waits."""
    (key,) = tell(workspace, tmp_path, FIRST)
    workspace.mark(key, Marking.CLEAR, by="desk")
    (other,) = tell(workspace, tmp_path, SECOND)
    workspace.mark(other, Marking.RED, by="desk")
    (whole,), (part,) = (
        workspace.stories(as_of=date(2034, 1, 1), viewer=Viewer(level))
        for level in (Marking.RED, Marking.CLEAR)
    )
    assert (whole.marking, len(whole.series.editions)) == (Marking.RED, 2)
    assert (part.marking, len(part.series.editions), part.overdue) == (Marking.CLEAR, 1, 366)
