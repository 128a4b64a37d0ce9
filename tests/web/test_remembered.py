"""Answers are made once for those who ask at once, never for another viewer, and before the first visitor comes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier

import pytest

from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.web.accounts.entrance import Entrance
from acquis.web.desk import Desk
from acquis.web.remembered import Remembered
from acquis.web.views import VIEWS
from acquis.web.warming import fill_unasked, warming
from acquis.workspace import Workspace
from workspaces import LETTER, TALKS, add, write

_ASKING = 6


@pytest.fixture
def remembered(shown: Workspace) -> Remembered:
    """Nothing is remembered yet."""
    return Remembered(shown.store)


def test_what_several_ask_for_at_once_is_made_once(remembered: Remembered) -> None:
    """All get the same answer, of one making."""
    made: list[object] = []
    together = Barrier(_ASKING)

    def make() -> object:
        made.append(object())
        time.sleep(0.2)
        return made[-1]

    def ask(_: int) -> object:
        together.wait(timeout=20)
        return remembered.get("slow", make)

    with ThreadPoolExecutor(_ASKING) as pool:
        answers = list(pool.map(ask, range(_ASKING)))
    assert answers == made * _ASKING
    assert len(made) == 1


def test_what_failed_is_made_again(remembered: Remembered) -> None:
    """A failure is nobody's answer."""
    answers: Iterator[int] = iter([1])
    with pytest.raises(ZeroDivisionError):
        remembered.get("failing", lambda: 1 // 0)
    assert remembered.get("failing", lambda: next(answers)) == 1
    assert remembered.get("failing", lambda: next(answers)) == 1


def test_another_viewer_is_told_their_own(shown: Workspace, vocabulary: tuple[Path, ...]) -> None:
    """One memory serves all desks, and an answer for one clearance is never given to another."""
    owner = Desk.of(shown, vocabulary)
    assert owner.remember("told", lambda: "all") == "all"
    clear = Desk(shown, owner.vocabulary, owner.name_of, owner.remembered, viewer=Viewer(Marking.CLEAR))
    assert owner.viewer == EVERYTHING
    assert clear.remember("told", lambda: "what is clear") == "what is clear"
    assert owner.remember("told", lambda: "made again") == "all"


def test_first_pages_are_ready(shown: Workspace, vocabulary: tuple[Path, ...]) -> None:
    """What warming fills, the next who asks for it is given without making it."""
    desk = Desk.of(shown, vocabulary)
    for view in VIEWS:
        if "{" not in view.path:
            fill_unasked(view, desk)
    for name in ("home", "documents", "stories", "everybody", "people", "receipts"):
        assert desk.remember(name, lambda: None) is not None, name


def test_warming_ends_with_the_server(shown: Workspace, vocabulary: tuple[Path, ...]) -> None:
    """No thread is left to read a store that is closed."""
    with warming(Entrance(Desk.of(shown, vocabulary))) as thread:
        assert thread.is_alive()
    assert not thread.is_alive()


def test_pages_are_filled_anew_once_a_change_rests(tmp_path: Path, vocabulary: tuple[Path, ...]) -> None:
    """Whoever asks next after a document was added finds the list with it made, not to be made."""
    with Workspace.open(tmp_path / "w.db", create=True, vocabulary=vocabulary) as workspace:
        add(workspace, write(tmp_path, "talks.md", TALKS))
        desk = Desk.of(workspace, vocabulary)
        with warming(Entrance(desk), look=0.05):
            assert len(_ready(desk, "documents")) == 1
            add(workspace, write(tmp_path, "letter.md", LETTER))
            assert len(_ready(desk, "documents")) == 2


def _ready(desk: Desk, name: str) -> list[object]:
    """What somebody finds made in the next half minute; nothing where it never is."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with suppress(LookupError):
            found = desk.remember(name, _never)
            assert isinstance(found, list)
            return found
        time.sleep(0.05)
    return []


def _never() -> list[object]:
    raise LookupError("not made")


def test_of_large_answers_the_last_few_are_remembered(remembered: Remembered) -> None:
    """They make room for one another, and for nothing else."""
    remembered.get("small", lambda: "first")
    for one in range(5):
        assert remembered.get(("large", one), lambda one=one: one, kind="large") == one  # type: ignore[misc]
    again = [remembered.get(("large", one), lambda: "again", kind="large") for one in (4, 3, 2, 0)]
    assert again == [4, 3, 2, "again"]
    assert remembered.get("small", lambda: "second") == "first"
