"""The command line as a person and as a program meet it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from acquis.exporters.escape import cell, json_safe, visible

Run = Callable[..., Result]
PROMISE = (
    "The United Kingdom and Japan held their third Cyber Dialogue in Tokyo on 3 May 2031. "
    "Both sides agreed to meet again in London in 2032.\n"
)


@pytest.fixture
def readout(tmp_path: Path) -> Path:
    """A readout of two sentences."""
    path = tmp_path / "readout.txt"
    path.write_text(PROMISE, encoding="utf-8")
    return path


def rows(result: Result) -> list[dict[str, object]]:
    """The objects of a run with --format jsonl."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_people_see_card_text_and_receipt_in_this_order(run: Run, readout: Path) -> None:
    """The default view: who met, the text with its quotes marked without colour, what was read."""
    result = run("read", readout)
    assert (result.exit_code, result.stderr) == (0, "")
    words = " ".join(result.stdout.split())
    assert (
        words.index("United Kingdom (GB), Japan (JP)")
        < words.index("agreed to meet again")
        < words.index("read: ")
    )
    assert "in 2032.» [commitment" in words
    assert "due 2032" in words
    assert "\x1b" not in result.stdout


def test_a_terminal_gets_colour_by_act(run: Run, readout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same marks stand in colour where a terminal shows it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;32m" in run("read", readout).stdout


def test_explain_says_in_words_why_a_claim_is_there(run: Run, readout: Path) -> None:
    """Each claim has its reason, in people's view and for programs."""
    assert "why: " in run("read", "--explain", readout).stdout
    (row,) = rows(run("read", "--explain", "--format", "jsonl", readout))
    assert all(claim["explanation"] for claim in row["claims"])  # type: ignore[attr-defined]


def test_explain_says_why_a_claim_speaks_to_a_provision(run: Run, tmp_path: Path) -> None:
    """The ideas that were found stand there with the words that carry them, for people and for programs."""
    statement = tmp_path / "statement.md"
    statement.write_text("We urge all States to refrain from cyber attacks on hospitals.", encoding="utf-8")
    reason = (
        "speaks to Do not damage critical infrastructure: infrastructure that people depend on (“hospitals”)"
    )
    assert reason in " ".join(run("read", "--explain", statement).stdout.split())
    (row,) = rows(run("read", "--explain", "--format", "jsonl", statement))
    assert reason in row["claims"][0]["explanation"]  # type: ignore[index]


def test_json_lines_hold_one_object_a_line_and_nothing_else(run: Run, readout: Path) -> None:
    """What cannot be read is a row of its own; the rest is read and the exit code is 1."""
    result = run("read", "--format", "jsonl", readout, "missing.txt")
    assert (result.exit_code, result.stderr) == (1, "")
    good, bad = rows(result)
    assert good["path"] == str(readout)
    assert bad["error"]["code"] == "not-found"  # type: ignore[index]


def test_the_text_comes_only_when_asked_for(run: Run, readout: Path) -> None:
    """--with-text adds the text that offsets count in; it needs a format that can hold it."""
    (row,) = rows(run("read", "--format", "jsonl", "--with-text", readout))
    assert row["text"] == PROMISE.strip()
    assert "text" not in rows(run("read", "--format", "jsonl", readout))[0]
    assert run("read", "--with-text", readout).exit_code == 2


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_one_array(run: Run, readout: Path, count: int) -> None:
    """The array is well formed for any number of documents; an empty glob is one error row."""
    names = [str(readout)] * count or [str(readout.parent / "*.nothing")]
    found = json.loads(run("read", "--format", "json", *names).stdout)
    assert len(found) == max(count, 1)


def test_csv_has_one_claim_a_row(run: Run, readout: Path) -> None:
    """The columns are those of the contract's claim, with the document's before them."""
    table = list(csv.DictReader(io.StringIO(run("read", "--format", "csv", readout).stdout)))
    promise = next(row for row in table if row["act"] == "commitment")
    assert (promise["owners"], promise["due"], promise["path"]) == ("GB; JP", "2032", str(readout))
    assert PROMISE[int(promise["start"]) : int(promise["end"])] == promise["quote"]


def test_a_table_has_a_line_for_each_document(run: Run, readout: Path) -> None:
    """The overview of a folder: name, first day, parties."""
    result = run("read", "--format", "table", readout.parent)
    (line,) = [line for line in result.stdout.splitlines() if "readout.txt" in line]
    assert "2031-05-03" in line
    assert "GB, JP" in line


def test_standard_input_folders_and_globs_are_sources(run: Run, readout: Path) -> None:
    """The three other forms of a SOURCE find the same document."""
    by_input = rows(run("read", "--format", "jsonl", "-", stdin=PROMISE))
    by_folder = rows(run("read", "--format", "jsonl", readout.parent))
    by_glob = rows(run("read", "--format", "jsonl", readout.parent / "*.txt"))
    assert by_input[0]["claims"] == by_folder[0]["claims"] == by_glob[0]["claims"] != []


@pytest.mark.parametrize(
    ("size", "code"), [("10", 1), ("1k", 0), ("1KB", 0), ("2MB", 0), ("0", 1), ("ten", 2), ("-1", 2)]
)
def test_max_size_refuses_larger_documents(run: Run, readout: Path, size: str, code: int) -> None:
    """Bytes, or a number with a unit; anything else is wrong usage."""
    assert run("read", f"--max-size={size}", readout).exit_code == code


def test_own_names_come_from_files_and_from_the_environment(
    run: Run, root: Path, vocabulary: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--vocabulary and ACQUIS_VOCABULARY add the same names, and both together are read in order."""
    source = root / "examples" / "session" / "06-capacity-aldoria.txt"
    given = [word for file in vocabulary for word in ("--vocabulary", str(file))]
    by_option = rows(run("read", "--format", "jsonl", *given, source))
    monkeypatch.setenv("ACQUIS_VOCABULARY", os.pathsep.join(map(str, vocabulary[:1])))
    by_both = rows(run("read", "--format", "jsonl", *given[2:], source))
    assert by_option[0]["claims"] == by_both[0]["claims"]
    assert by_option[0]["statement"]["speaker"]["actors"] == ["XC"]  # type: ignore[index]


def test_a_wrong_vocabulary_is_wrong_usage(run: Run, readout: Path, tmp_path: Path) -> None:
    """One clear line before anything is read, and exit code 2."""
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("kind: state\nentries:\n  - {id: state.XC, nmae: Aldoria}\n", encoding="utf-8")
    result = run("read", "--vocabulary", wrong, readout)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(f"acquis: {wrong}")


def test_wrong_usage_is_exit_code_two(run: Run) -> None:
    """No source, an unknown option and an unknown command."""
    assert [run("read").exit_code, run("read", "--nope", "x").exit_code, run("nope").exit_code] == [2, 2, 2]


def test_one_clear_line_for_what_cannot_be_read(run: Run, readout: Path, tmp_path: Path) -> None:
    """People's view says it on standard error and goes on."""
    (tmp_path / "bad.txt").write_bytes(bytes(range(32)) * 20)
    result = run("read", tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "bad.txt: the file is binary" in result.stderr
    assert "[commitment" in result.stdout


def test_untrusted_text_cannot_move_the_cursor_or_use_markup(run: Run, tmp_path: Path) -> None:
    """Escape sequences and direction marks of a document are shown as signs; square brackets stay words."""
    path = tmp_path / "evil.txt"
    evil = "France\u009b31m agreed to \x1b[2Jpay [bold]all[/bold] costs [/] in \u202e2031 :boom:.\n"
    path.write_text(evil, encoding="utf-8")
    for form in ("people", "table", "jsonl", "json", "csv"):
        output = run("read", "--format", form, path).stdout
        assert not set("\x1b\u009b\u202e") & set(output), form
    assert "[bold]all[/bold] costs [/] in" in " ".join(run("read", path).stdout.split())
    assert ":boom:" in run("read", path).stdout


def test_a_line_of_json_is_one_line_for_every_reader_of_lines() -> None:
    """Line separators of Unicode are escaped, and the value stays the same."""
    text = "a\u2028b\u0085c\u200fd"
    line = json_safe(json.dumps(text, ensure_ascii=False))
    assert (len(line.splitlines()), json.loads(line)) == (1, text)


def test_signs_keep_the_length_of_a_text() -> None:
    """Offsets of quotes hold in the text as it is shown."""
    text = "a\x1b[0m\tb\u2066c\u2069"
    assert (len(visible(text)), visible(text)) == (len(text), "a\ufffd[0m b\ufffdc\ufffd")


def test_a_cell_never_runs_as_a_formula() -> None:
    """A spreadsheet takes it as text."""
    assert [cell("=1+1"), cell("@x"), cell("- item"), cell("x=1")] == ["'=1+1", "'@x", "'- item", "x=1"]


def test_a_reader_that_leaves_early_is_no_error(acquis_command: list[str], root: Path) -> None:
    """`acquis read … | head -1` ends quietly."""
    words = [*acquis_command, "read", "--format", "jsonl", str(root / "examples")]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_is_quiet(acquis_command: list[str]) -> None:
    """A person who stops a run sees no traceback."""
    process = subprocess.Popen([*acquis_command, "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said.strip()) == (130, b"")


def test_one_small_file_takes_little_time(acquis_command: list[str], readout: Path) -> None:
    """The whole process for people: 0.6 s is the aim (`make bench` measures it); a busy machine gets 2 s."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([*acquis_command, "read", str(readout)], check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    assert min(took) < 2


@pytest.mark.parametrize("as_json", [False, True])
def test_evaluate_prints_the_figures(
    run: Run, root: Path, vocabulary: tuple[Path, ...], as_json: bool
) -> None:
    """A table for people, one object for programs; the exit code says whether all was read."""
    given = [word for file in vocabulary for word in ("--vocabulary", str(file))]
    result = run("evaluate", *given, *(["--json"] if as_json else []), root / "tests" / "gold")
    assert result.exit_code == 0
    if as_json:
        assert json.loads(result.stdout)["figures"]["claims"]["gold"] > 50
    else:
        assert "6 documents in" in result.stdout
        assert result.stdout.splitlines()[0].split() == ["P", "R", "F1", "90%", "interval", "gold"]


def test_evaluate_lists_every_miss(run: Run, tmp_path: Path) -> None:
    """--errors names document, figure and what was found and wanted."""
    (tmp_path / "a.txt").write_text(PROMISE, encoding="utf-8")
    (tmp_path / "a.json").write_text(
        '{"meeting": {"parties": ["GB", "JP"], "place": "Osaka"}}', encoding="utf-8"
    )
    assert "a.txt\tmeeting.place\tfound 'Tokyo', gold 'Osaka'" in run("evaluate", "--errors", tmp_path).stdout


def test_evaluate_says_that_a_folder_holds_no_gold(run: Run, tmp_path: Path) -> None:
    """Nothing to be found is exit code 1; a folder that is none is wrong usage."""
    result = run("evaluate", tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert run("evaluate", tmp_path / "missing").exit_code == 2


def test_version_and_short_help(run: Run) -> None:
    """-h is --help; --version names the release."""
    assert run("--version").stdout.startswith("acquis 0.")
    assert run("read", "-h").stdout == run("read", "--help").stdout
