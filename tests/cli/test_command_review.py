"""`acquis review` at a terminal: one key a finding, and nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from acquis.workspace import Workspace
from terminal import Seen, at_terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
Run = Callable[..., Result]
TEXT = (
    "Japan and the United Kingdom met in Tokyo on 3 May 2031.\n\n"
    "They agreed to meet again in London in 2032.\n\n"
    "They discussed ransomware.\n"
)
ASKED = "(confidence"
At = Callable[..., Seen]


@pytest.fixture
def at(acquis_command: list[str], tmp_path: Path, run: Run) -> At:
    """`acquis review` in a folder with one document of three findings."""
    (tmp_path / "readout.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", "--workspace", tmp_path / "acquis.db", tmp_path / "readout.txt").exit_code == 0

    def call(*answers: tuple[str, str], words: tuple[str, ...] = ()) -> Seen:
        return at_terminal([*acquis_command, "review", *words], answers, folder=tmp_path)

    return call


def statuses(folder: Path) -> dict[str, str]:
    """How the findings stand, by act."""
    with Workspace.open(folder / "acquis.db") as workspace:
        return {one.claim.act: one.status for one in workspace.show("readout.txt").claims}


def test_single_keys_judge_and_the_promise_comes_first(at: At, tmp_path: Path) -> None:
    """Accept, reject with a reason, skip; then the sum."""
    seen = at((ASKED, "a"), (ASKED, "r"), ("(may be empty)", "no finding\r"), (ASKED, "s"))
    assert seen.exit_code == 0
    assert "1 of 3  readout.txt" in seen.screen or "1 of 3  " in seen.screen
    assert seen.screen.index("commitment of") < seen.screen.index("2 of 3")
    assert "2 judged, 1 left" in seen.screen
    assert sorted(statuses(tmp_path).values()) == ["accepted", "found", "rejected"]
    assert statuses(tmp_path)["commitment"] == "accepted"


def test_undo_shows_how_the_finding_stands_now(at: At, tmp_path: Path) -> None:
    """Back at a finding that was rejected, it says so; what is said last counts."""
    seen = at((ASKED, "r"), ("(may be empty)", "\r"), (ASKED, "u"), ("[rejected]\r\n", "a"), (ASKED, "q"))
    assert "1 judged, 2 left" in seen.screen
    assert statuses(tmp_path)["commitment"] == "accepted"


def test_a_question_is_taken_back_with_ctrl_c(at: At, tmp_path: Path) -> None:
    """At a question Ctrl-C only takes the question back; at a finding it ends, and what was said is kept."""
    seen = at((ASKED, "a"), (ASKED, "r"), ("(may be empty)", "\x03"), ("nothing was said", "\x03"))
    assert (seen.exit_code, "1 judged, 2 left" in seen.screen) == (130, True)
    assert "Traceback" not in seen.screen
    assert sorted(statuses(tmp_path).values()) == ["accepted", "found", "found"]


def test_a_correction_asks_value_by_value(at: At, tmp_path: Path) -> None:
    """An empty answer leaves a value; a wrong one changes nothing and is asked again."""
    first = (ASKED, "c"), ("act (", "promise\r"), ("owners (", "\r"), ("due (", "\r")
    then = ("nothing was changed", "c"), ("act (", "\r"), ("owners (", "JP\r"), ("due (", "-\r"), (ASKED, "q")
    assert "1 judged, 2 left" in at(*first, *then).screen
    with Workspace.open(tmp_path / "acquis.db") as workspace:
        (claim,) = [
            one.claim for one in workspace.show("readout.txt").claims if one.claim.act == "commitment"
        ]
    assert (claim.owners, claim.due) == (("JP",), None)


def test_help_and_keys_that_mean_nothing(at: At, tmp_path: Path) -> None:
    """? explains the keys; any other key, an arrow too, repeats them and judges nothing."""
    seen = at((ASKED, "?"), ("takes the question back)", "\x1b[A"), ("q quit", "q"))
    assert "0 judged, 3 left" in seen.screen
    assert set(statuses(tmp_path).values()) == {"found"}


def test_only_what_was_asked_for(at: At, run: Run, tmp_path: Path) -> None:
    """--act and --document narrow the queue; an empty one says so and asks nothing."""
    assert "1 of 1" in at((ASKED, "q"), words=("--act", "exchange")).screen
    place = ("--workspace", tmp_path / "acquis.db")
    assert run("review", "--act", "need", *place).stdout.startswith("nothing to review")
    missing = run("review", "--document", "missing.txt", *place)
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)


def test_without_a_terminal_review_is_wrong_usage(at: At, run: Run, tmp_path: Path) -> None:
    """One line that names `acquis judge`; exit code 2."""
    result = run("review", "--workspace", tmp_path / "acquis.db", stdin="a")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "`acquis judge`" in result.stderr
