"""`acquis judge`, `judgements`, `export judgements` and `import`: what people say, kept and handed on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
PROMISE = "Japan and the United Kingdom met in Tokyo on 3 May 2031.\n\nThey agreed to meet again in London in 2032.\n"


@pytest.fixture
def key(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of a promise in a workspace of this folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_REVIEWER", "")
    (tmp_path / "readout.txt").write_text(PROMISE, encoding="utf-8")
    assert run("add", "readout.txt").exit_code == 0
    return promise(run)


def promise(run: Run) -> str:
    """The key of the only commitment."""
    _, row = run("export", "claims", "--act", "commitment").stdout.splitlines()
    return str(json.loads(row)["key"])


def test_accepting_says_what_stands(run: Run, key: str) -> None:
    """One line: key, act, owners, due, status, words."""
    result = run("judge", key, "accept", "--by", "Desk")
    words = "«They agreed to meet again in London in 2032.»"
    assert (result.exit_code, result.stdout) == (
        0, f"{key}  commitment of GB, JP due 2032 [accepted]: {words}\n",
    ) or result.stdout == f"{key}  commitment of JP, GB due 2032 [accepted]: {words}\n"  # fmt: skip


def test_the_beginning_of_a_key_is_enough(run: Run, key: str) -> None:
    """Four digits, where no other key begins so."""
    assert "[rejected]" in run("judge", key[:4].upper(), "reject").stdout


def test_a_correction_changes_what_is_said_and_nothing_else(run: Run, key: str) -> None:
    """Act, owners, due, quote, and taking a value away."""
    run("judge", key, "correct", "--act", "affirmation", "--owner", "JP")
    run("judge", key, "correct", "--due", "2033-02", "--quote", "meet again in London")
    told = run("judge", key, "correct", "--without", "place").stdout
    assert told == f"{key}  affirmation of JP due 2033-02 [corrected]: «meet again in London»\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("correct",), "nothing to correct"),
        (("accept", "--due", "2031"), "changes nothing in a finding"),
        (("reject", "--without", "due"), "changes nothing in a finding"),
        (("correct", "--due", "soon"), "is no date; expected 2031"),
        (("correct", "--due", "2031-13"), "is no date"),
        (("correct", "--act", "promise"), "is not one of"),
        (("correct", "--grade", "6"), "1<=x<=5"),
        (("correct", "--quote", "words that nobody said"), "does not stand in the document"),
        (("accept", "--marking", "purple"), "is no TLP label"),
        (("maybe",), "is not one of"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(run: Run, key: str, words: tuple[str, ...], said: str) -> None:
    """Exit code 2, a line that says what would be right, and nothing is kept."""
    result = run("judge", key, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr.splitlines()[-1]
    assert run("judgements").stdout == "no judgements\n"


def test_an_unknown_finding_is_not_found(run: Run, key: str) -> None:
    """Exit code 1; a key that is too short is wrong usage."""
    missing, short = run("judge", "ffffffff", "accept"), run("judge", key[:3], "accept")
    assert (missing.exit_code, short.exit_code) == (1, 2)
    assert "`acquis show DOCUMENT`" in missing.stderr
    assert "at least 4 digits" in short.stderr


def test_the_history_says_who_when_what_and_why(run: Run, key: str) -> None:
    """The oldest first, one line each."""
    run("judge", key, "reject", "--by", "Desk", "--why", "a question")
    run("judge", key, "correct", "--owner", "JP", "--by", "Chief")
    first, second = run("judgements", key[:6]).stdout.splitlines()
    assert f"{key}  reject commitment, by Desk (a question): «They agreed" in first
    assert f"{key}  correct commitment to commitment of JP due 2032, by Chief: «They agreed" in second
    rows = [json.loads(line) for line in run("judgements", "--format", "jsonl").stdout.splitlines()]
    assert [(row["by"], row["verdict"]) for row in rows] == [("Desk", "reject"), ("Chief", "correct")]


def test_the_environment_signs(run: Run, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """ACQUIS_REVIEWER is the name where none is given."""
    monkeypatch.setenv("ACQUIS_REVIEWER", "Night desk")
    run("judge", key, "accept")
    assert "by Night desk" in run("judgements").stdout


def test_judgements_are_handed_on(run: Run, key: str, tmp_path: Path) -> None:
    """Exported here, imported there, before or after the document comes; a second time they are known."""
    run("judge", key, "reject")
    assert run("export", "judgements", "-o", "judged.jsonl").stderr == "acquis: 1 judgement, TLP:AMBER\n"
    other = ("--workspace", str(tmp_path / "other.db"))
    assert run("add", *other, "missing.txt").exit_code == 1
    assert run("import", *other, "judged.jsonl").stdout == "1 judgement, 1 of them new\n"
    assert run("import", *other, "-", stdin=(tmp_path / "judged.jsonl").read_text()).stdout == (
        "1 judgement, 0 of them new\n"
    )
    run("add", *other, "readout.txt")
    assert f"{key}  commitment" in run("show", *other, "readout.txt").stdout.splitlines()[-1]


def test_an_import_of_anything_else_is_refused_whole(run: Run, key: str, tmp_path: Path) -> None:
    """The line is named; nothing of the file is taken."""
    run("judge", key, "reject", "--by", "Desk")
    run("export", "judgements", "-o", "judged.jsonl")
    good = (tmp_path / "judged.jsonl").read_text()
    for text, where, said in (
        (good + "{}\n", ":3: ", "no judgement"),
        (good.replace("Desk", "Thief"), ":2: ", "was changed"),
        ("key,status\n", ":1: ", "no judgement"),
        (good + "[" * 100_000 + "\n", ":3: ", "no judgement"),
    ):
        (tmp_path / "wrong.jsonl").write_text(text)
        other = ("--workspace", str(tmp_path / "other.db"))
        run("add", *other, "readout.txt")
        result = run("import", *other, "wrong.jsonl")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
        assert f"wrong.jsonl{where}" in result.stderr
        assert said in result.stderr
        assert run("judgements", *other).stdout == "no judgements\n"
    missing = run("import", "missing.jsonl")
    assert (missing.exit_code, missing.stderr) == (
        1, "acquis: missing.jsonl: cannot be read (No such file or directory)\n",
    )  # fmt: skip
