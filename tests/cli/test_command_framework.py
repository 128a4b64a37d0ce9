"""`acquis framework` and `acquis state` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from acquis.exporters.survey import GAP
from acquis.workspace import Workspace
from registered import DOCUMENTS, fill
from workspaces import add, write

Run = Callable[..., Result]
Words = tuple[str, ...]


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Words:
    """The words that name a filled workspace and the vocabulary of its invented States."""
    folder = tmp_path_factory.mktemp("register")
    files = tuple(sorted((root / "examples" / "vocabulary").glob("*.yaml")))
    with Workspace.open(folder / "register.db", create=True, vocabulary=files) as workspace:
        fill(workspace, folder)
    named = [word for file in files for word in ("--vocabulary", str(file))]
    return ("--workspace", str(folder / "register.db"), *named)


def rows_of(result: Result) -> list[dict[str, object]]:
    """The objects that a command printed."""
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_register_needs_no_workspace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements, provisions and documents, each with its citations; one line says that nobody is counted."""
    monkeypatch.chdir(tmp_path)
    printed = run("framework").stdout
    assert "agreed in A/70/174, 13(f) (GGE 2015 report; checked)" in printed
    assert printed.index("HOW INTERNATIONAL LAW APPLIES") < printed.index("EXISTING AND POTENTIAL THREATS")
    assert "no workspace here" in printed
    assert "no evidence found" not in printed
    assert "no workspace here" in run("framework", "norm f").stdout
    assert run("framework", "--workspace", tmp_path / "none.db").exit_code == 1


def test_a_provision_shows_speakers_sentences_and_what_is_not_found(run: Run, options: Words) -> None:
    """States by name with acts and days; each sentence with document, day and reason; regions without evidence."""
    printed = run("framework", "norm j", *options).stdout
    assert "Aldoria (XC)" in printed
    assert "affirmation 1, report 1, support 1" in printed
    assert "told by others alone" in printed
    assert "«Aldoria takes note of norm 13(j) on the responsible reporting of vulnerabilities.»" in printed
    assert "54 of 54 States; 0 speak" in printed
    assert "Kenya (KE)" not in printed
    assert "Kenya (KE)" in run("framework", "norm j", "--all", *options).stdout


def test_an_element_is_shown_in_full(run: Run, options: Words) -> None:
    """With notes, what is asked for, and counts."""
    printed = run("framework", "norms", *options).stdout
    assert "1 State speaks to it, 1 reports doing something; 4 sentences in 3 documents" in printed
    assert "note: hook for commercial intrusion" in printed
    assert "Evidence of it" in printed


def test_filters_narrow_a_provision(run: Run, options: Words) -> None:
    """By act, State and days; the rows for programs hold all sentences."""
    rows = rows_of(run("framework", "norm j", "--act", "report", "--format", "jsonl", *options))
    said = [row for row in rows if row["row"] == "sentence"]
    assert [row["act"] for row in said] == ["report"]
    assert said[0]["day"] == "2030-03-04"
    assert said[0]["paragraph"]
    late = rows_of(
        run("framework", "13(j)", "--state", "Aldoria", "--since", "2031", "--format", "jsonl", *options)
    )
    assert [row["act"] for row in late if row["row"] == "sentence"] == ["affirmation"]


def test_the_register_is_a_table(run: Run, options: Words) -> None:
    """CSV: one provision a row, or one sentence a row, under the highest marking."""
    marking, head, *rows = run("framework", "--format", "csv", *options).stdout.splitlines()
    assert (marking, head.split(",")[0], len(rows)) == ("# TLP:CLEAR", "id", 80)
    sentences = run("framework", "norm f", "--format", "csv", *options).stdout.splitlines()
    assert len(sentences) == 4


def test_every_row_of_the_register_says_what_it_is(run: Run, options: Words) -> None:
    """Elements, provisions, documents, and what was looked through."""
    rows = rows_of(run("framework", "--format", "jsonl", *options))
    assert {row["row"] for row in rows} == {"ground", "element", "provision", "document"}
    assert rows[0]["documents_looked_through"] == len(DOCUMENTS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("framework", "norm z"), "no element or provision 'norm z' is known"),
        (("framework", "norm f", "--region", "Atlantis"), "there are African"),
        (("framework", "norm f", "--group", "KE"), "no group whose members"),
        (("framework", "norm f", "--state", "Kenia"), "did you mean"),
        (("state", "Kenia"), "did you mean Kenya"),
        (("state", "XC", "--element", "norm f"), "is a provision"),
        (("state", "XC", "--survey"), "a survey needs a file"),
        (("state", "XC", "-o", "profile.odt"), "no such form of file"),
        (("state", "XC", "-o", "profile.json"), "no such form of file"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_would_be_right(
    run: Run, options: Words, words: Words, said: str
) -> None:
    """Wrong usage, exit code 2, and nearest names or the choices."""
    result = run(*words, *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_state_is_shown_by_provision_and_over_time(run: Run, options: Words) -> None:
    """Positions by year, promises, steps, needs, offers, rewordings, groups apart, gaps."""
    printed = run("state", "Aldoria", *options).stdout
    assert "Report ICT vulnerabilities · norm.j\n2030 report 1, support 1; 2031 affirmation 1" in printed
    assert "2032" in printed.partition("PROMISES")[2].partition("REPORTED STEPS")[0]
    assert "“takes note of”" in printed.partition("WORDING")[2]
    assert ": softer" in printed
    groups = printed.partition("THROUGH ITS GROUPS")[2]
    assert "Harbour Group supports norm 13(f)" in groups
    assert "Harbour Group supports" not in printed.partition("THROUGH ITS GROUPS")[0]
    assert "norms: 18 provisions" in printed


def test_a_contradiction_is_said_plainly(run: Run, options: Words) -> None:
    """Both sentences at the head of the page."""
    printed = run("state", "XD", *options).stdout
    told = printed.partition("FOR AND AGAINST: PREVENT MISUSE")[2].partition("POSITIONS")[0]
    assert "«Brevania supports norm 13(c).»" in told
    assert "«Brevania opposes norm 13(c) as it is applied today.»" in told


def test_documents_without_a_date_are_said_to_have_none(run: Run, options: Words) -> None:
    """And stand last."""
    printed = run("state", "XE", *options).stdout
    assert "no date     support" in printed
    assert "1 document without a date, placed last" in printed


def test_a_state_that_is_not_heard_is_no_evidence(run: Run, options: Words) -> None:
    """Exit code 1, and no "no" of it."""
    result = run("state", "KE", *options)
    assert result.exit_code == 1
    assert "no evidence found" in result.stdout
    assert "no evidence found" in result.stderr


def test_a_state_is_written_for_programs(run: Run, options: Words) -> None:
    """One thing a line, each saying what it is."""
    rows = rows_of(run("state", "XC", "--format", "jsonl", *options))
    assert [row["row"] for row in rows if row["row"] != "position"] == [
        "state", "statement", "statement", "promise", "report", "need", "offer", "through a group", "rewording",
    ]  # fmt: skip
    assert rows[0]["marking"] == "TLP:CLEAR"


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "html"])
def test_a_profile_is_written_in_every_form_of_paper(
    run: Run, options: Words, tmp_path: Path, form: str
) -> None:
    """The file is there, and its marking is said."""
    output = tmp_path / f"aldoria.{form}"
    result = run("state", "XC", "-o", output, *options)
    assert result.exit_code == 0, result.stderr
    assert output.stat().st_size > 1_000
    assert "TLP:CLEAR" in result.stderr


def test_a_survey_has_four_parts_and_names_its_gaps(run: Run, options: Words, tmp_path: Path) -> None:
    """The same in JSON and as a paper: its own words with sources, gaps as gaps."""
    assert run("state", "XC", "--survey", "-o", tmp_path / "s.json", *options).exit_code == 0
    survey = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert [part["element"] for part in survey["parts"]] == [
        "international-law", "norms", "cbms", "capacity-building",
    ]  # fmt: skip
    provisions = {one["id"]: one for part in survey["parts"] for one in part["provisions"]}
    (first, *_) = provisions["provision.norm.j"]["answers"]
    assert (first["kind"], first["day"], first.get("gap", None)) == ("reported", "2030-03-04", None)
    assert provisions["provision.norm.j"]["gap"] is None
    assert provisions["provision.norm.f"]["gap"] == GAP
    assert run("state", "XC", "--survey", "-o", tmp_path / "s.md", *options).exit_code == 0
    paper = (tmp_path / "s.md").read_text(encoding="utf-8")
    assert paper.count(GAP) == sum(one["gap"] == GAP for one in provisions.values())
    assert "**Reported (2030-03-04):** “On norm 13(j), Aldoria has operated" in paper


def test_what_a_document_says_does_nothing_to_the_terminal(
    run: Run, options: Words, tmp_path: Path, root: Path
) -> None:
    """Control characters become a sign; markup stays words."""
    files = tuple(sorted((root / "examples" / "vocabulary").glob("*.yaml")))
    said = "Aldoria supports norm 13(k) \x1b[31m[bold]and <b>all</b> of its teams.\n"
    with Workspace.open(tmp_path / "evil.db", create=True, vocabulary=files) as workspace:
        add(workspace, write(tmp_path, "evil.txt", said))
    for words in (("framework", "norm k"), ("state", "XC")):
        printed = run(*words, "--workspace", tmp_path / "evil.db", *options[2:]).stdout
        assert "\x1b" not in printed
        assert "[bold]and <b>all</b>" in printed
