"""`acquis positions` and `acquis converge`: for people, for programs, and what is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
LINE = "the consultation line of Cassena"
ESCAPE = "\x1b[31m"


@pytest.fixture(scope="module")
def kept(root: Path, vocabulary: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the bundled session, made once."""
    from acquis.store.engine import open_store
    from acquis.workspace import Workspace

    path = tmp_path_factory.mktemp("session") / "session.db"
    with Workspace(open_store(str(path), create=True), vocabulary=vocabulary) as workspace:
        list(workspace.add([root / "examples" / "session"], processes=1))
    return path


@pytest.fixture
def ask(run: Run, kept: Path, vocabulary: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on that workspace, with the vocabulary of the examples."""
    monkeypatch.setenv("ACQUIS_WORKSPACE", str(kept))
    monkeypatch.setenv("ACQUIS_VOCABULARY", ":".join(map(str, vocabulary)))

    def call(*words: str) -> Result:
        return run(*words)

    return call


def _words(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def _rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_positions_for_people(ask: Run) -> None:
    """By stance, each with its sentence, its document and the key of the finding."""
    words = _words(ask("positions", LINE))
    assert "PROPOSE IT: 1 Cassena (XE) «We therefore propose" in words
    assert "OBJECT: 3 Oskaria (XR): agrees with Feronia, which objects" in words
    assert "Harbour Group (HARBOUR-GROUP) (group of States)" in words
    assert "SUPPORT IT ON CONDITIONS: 2" in words
    assert "Gavria" not in words.partition("SUPPORT IT:")[2].partition("SUPPORT IT ON")[0]
    assert "TLP:AMBER" in words


def test_positions_for_programs(ask: Run) -> None:
    """A row on what was asked, then every position with its words; CSV begins with the marking."""
    head, *rows = _rows(ask("positions", LINE, "--format", "jsonl"))
    assert (head["kind"], head["asked"]) == ("positions", LINE)
    assert {row["actor"] for row in rows if row["lean"] == -1.0} == {"XD", "XH", "XR"}
    assert all(row["sentence"] and row["document"] for row in rows)
    table = ask("positions", LINE, "--state", "Brevania", "--format", "csv").stdout.splitlines()
    assert table[0] == "# TLP:AMBER"
    (row,) = csv.DictReader(table[1:])
    assert (row["actor"], row["stance"]) == ("XD", "objects")


def test_nothing_heard_is_said_plainly(ask: Run) -> None:
    """A topic that nobody of a State speaks to is no evidence found."""
    words = _words(ask("positions", "ransomware", "--state", "Oskaria"))
    assert "no evidence found, which is not a no" in words


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("positions", "ransomwear"), "Ransomware"),
        (("positions", "Cassena"), "is an actor"),
        (("positions", "ransomware", "--state", "Atlantis"), "no actor"),
        (("converge", "--groups", "Atlantis"), "no actor"),
        (("converge", "--about", "ransomwear"), "Ransomware"),
        (("converge", "--false-friends", "--groups", "regions"), "do not narrow them"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(ask: Run, words: tuple[str, ...], says: str) -> None:
    """One line, with the nearest names, and exit code 2."""
    result = ask(*words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_convergence_for_people(ask: Run) -> None:
    """The groups, the issue with support in each, who stands apart, and how much there is not enough to say on."""
    words = _words(ask("converge", "--groups", "HARBOUR-GROUP"))
    assert "CONSULTATION LINE (PROPOSAL) across groups 0.5" in words
    assert "HARBOUR-GROUP: 2.5 of 3" in words
    assert "others: 2.5 of 6" in words
    assert "stands apart: Brevania (XD) objects «A consultation line" in words
    assert "NOT ENOUGH TO SAY:" in words
    assert "Silence is no dissent" in words


def test_convergence_without_groups_says_so(ask: Run) -> None:
    """Nothing is crossed where no groups can be told apart."""
    words = _words(ask("converge", "--sentences", "0"))
    assert "no groups can be told apart from the positions" in words
    assert "nothing is crossed" in words
    assert "«" not in words


def test_convergence_for_programs(ask: Run) -> None:
    """Groups and ground, then the issues; CSV has a row for each issue and group."""
    head, *issues = _rows(ask("converge", "--groups", "HARBOUR-GROUP", "--format", "jsonl"))
    assert head["grouped_by"] == "codes"
    (line,) = (issue for issue in issues if issue["name"] == "consultation line")
    assert line["enough"]
    assert len(line["apart"]) == 3  # type: ignore[arg-type]
    lines = ask("converge", "--groups", "HARBOUR-GROUP", "--format", "csv").stdout.splitlines()
    rows = list(csv.DictReader(lines[1:]))
    assert [row["group"] for row in rows[:2]] == ["HARBOUR-GROUP", "others"]


def test_false_friends_are_told_and_judged(ask: Run) -> None:
    """Both sentences with why; what a person says of them is a line of `acquis judgements`, and taken back by another."""
    words = _words(ask("converge", "--false-friends"))
    assert "«legally binding»: perhaps" in words
    assert "acquis link --false-friends A B" in words
    _, *pairs = _rows(ask("converge", "--false-friends", "--format", "jsonl"))
    one = next(pair for pair in pairs if pair["shared"] == "legally binding")
    keys = [str(one[side]["key"]) for side in ("one", "other")]  # type: ignore[index]
    assert "kept: false friends" in _words(ask("link", "--false-friends", *keys, "--by", "Desk"))
    assert "«legally binding»: false friends, a person says" in _words(ask("converge", "--false-friends"))
    assert "not proposed again" in _words(ask("unlink", "--false-friends", *keys, "--by", "Desk"))
    assert "that a person rejected not shown" in _words(ask("converge", "--false-friends"))
    told = _words(ask("judgements"))
    assert "false friends, by Desk" in told
    assert "no false friends, by Desk" in told
    table = ask("converge", "--false-friends", "--format", "csv").stdout.splitlines()
    assert "one_sentence" in table[1]


def test_words_of_documents_do_nothing_to_the_terminal(run: Run, tmp_path: Path) -> None:
    """An escape sequence in a sentence is shown as a sign that does nothing."""
    path = tmp_path / "a.md"
    path.write_text(f"Japan supports work on ransomware {ESCAPE}now.\n", encoding="utf-8")
    store = ("--workspace", tmp_path / "w.db")
    assert run("add", path, *store).exit_code == 0
    for words in (("positions", "ransomware"), ("converge",)):
        shown = run(*words, *store)
        assert shown.exit_code == 0
        assert "\x1b" not in shown.stdout


@pytest.mark.parametrize("words", [("converge",), ("converge", "--false-friends"), ("positions", LINE)])
def test_states_that_no_vocabulary_names_are_passed_over(
    run: Run, kept: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """What was read with names that are not given now is answered all the same."""
    monkeypatch.setenv("ACQUIS_WORKSPACE", str(kept))
    monkeypatch.setenv("ACQUIS_VOCABULARY", "")
    assert run(*words).exit_code == 0
