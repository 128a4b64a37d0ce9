"""Exports: the marking first, cells that are no formulas, judgements that come back as they went."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from acquis.errors import RequestError
from acquis.exporters.csv import write_csv
from acquis.exporters.jsonl import write_jsonl
from acquis.exporters.judgements import read_judgements
from acquis.exporters.rows import Table
from acquis.model.anchor import Anchor
from acquis.model.judgement import Correction, Finding, Judgement, Subject
from acquis.model.marking import Marking, Viewer
from acquis.store.judgement_codec import judgement_body
from acquis.store.judgements import sealed
from acquis.workspace import Exported, Workspace
from workspaces import CONTACT_SENTENCE, TALKS, TRAIN, add, finding, standing, write


@pytest.fixture
def judged(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace with a document that is AMBER, one finding of it corrected, one rejected."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    workspace.judge(finding(workspace, CONTACT_SENTENCE).key, "correct", by="A.", why="Wörter\u2028",
                    correction=Correction(act="call", owners=("XC", "=1+1"), grade=3))  # fmt: skip
    workspace.judge(finding(workspace, TRAIN).key, "reject", by="A.", marking=Marking.RED)
    return workspace


def lines_of(table: Table) -> list[str]:
    """The lines of its JSON file."""
    file = io.StringIO()
    write_jsonl(table, file)
    return file.getvalue().splitlines(keepends=True)


@pytest.mark.parametrize("what", get_args(Exported))
def test_the_first_line_names_the_highest_marking(judged: Workspace, what: Exported) -> None:
    """Of what is in it, for this viewer, in both formats."""
    for viewer, most in ((Viewer(Marking.RED), Marking.RED), (Viewer(Marking.AMBER), Marking.AMBER)):
        table = judged.export(what, viewer=viewer)
        expected = most if what == "judgements" else Marking.AMBER
        assert table.marking is expected
        csv, jsonl = io.StringIO(), io.StringIO()
        write_csv(table, csv)
        write_jsonl(table, jsonl)
        assert csv.getvalue().splitlines()[0] == f"# {expected.label}"
        head = json.loads(jsonl.getvalue().splitlines()[0])
        assert (head["export"], head["marking"], head["rows"]) == (what, expected.label, len(table.rows))
        assert (
            len(jsonl.getvalue().splitlines()) == len(csv.getvalue().splitlines()) - 1 == len(table.rows) + 1
        )


def test_an_empty_export_is_clear(workspace: Workspace) -> None:
    """A head, and nothing else."""
    for what in get_args(Exported):
        file = io.StringIO()
        write_csv(workspace.export(what), file)
        assert file.getvalue().startswith("# TLP:CLEAR\n")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    """Nor is one in a list or a nested value."""
    row: dict[str, Any] = {"a": words, "b": [words, "x"], "c": -1}
    file = io.StringIO()
    write_csv(Table("claims", (row,), Marking.CLEAR, ""), file)
    for cell in file.getvalue().splitlines()[2].split(","):
        assert cell == "-1" or not cell.strip('"').startswith(("=", "+", "-", "@", "\t", "\r"))


def test_judgements_go_round(judged: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]) -> None:
    """Exported, imported elsewhere: the findings stand there as here; a second time brings nothing."""
    lines = lines_of(judged.export("judgements"))
    with Workspace.open(tmp_path / "other.db", create=True, vocabulary=vocabulary) as other:
        add(other, tmp_path / "talks.md")
        assert other.add_judgements(read_judgements(lines, "x.jsonl")) == 2
        assert (other.judgements(), standing(other)) == (judged.judgements(), standing(judged))
        assert other.add_judgements(read_judgements(lines, "x.jsonl")) == 0
        assert lines_of(other.export("judgements"))[1:] == lines[1:]


def test_judgements_wait_for_their_work(
    judged: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """Imported before the document: they apply when it comes."""
    lines = lines_of(judged.export("judgements"))
    with Workspace.open(tmp_path / "other.db", create=True, vocabulary=vocabulary) as other:
        assert other.add_judgements(read_judgements(lines, "x.jsonl")) == 2
        add(other, tmp_path / "talks.md")
        assert standing(other) == standing(judged)


def test_a_changed_line_is_refused(judged: Workspace) -> None:
    """With its place, and nothing of the file is kept."""
    lines = lines_of(judged.export("judgements"))
    body = json.loads(lines[2])
    for part, value in (("by", "B."), ("verdict", "accept"), ("at", "2032-01-01T00:00:00.000000+00:00")):
        changed = [*lines[:2], json.dumps({**body, part: value})]
        with pytest.raises(RequestError, match=r"x\.jsonl:3: "):
            list(read_judgements(changed, "x.jsonl"))


@pytest.mark.parametrize(
    "line",
    [
        "x", "{}", "[]", "null", "1", '"export"', '{"export": "claims"}', '{"export": {}}', "\x00", "{" * 9,
        "[" * 100_000, '{"a":' * 100_000, '{"marking": 4}', '{"marking": "red"}', "9" * 10_000, " " + "x" * 2_000_000,
        '{"marking": "TLP:RED", "subject": []}', '{"marking": "TLP:RED", "subject": {"anchors": 1}}',
    ],
    ids=lambda line: line[:12],
)  # fmt: skip
def test_garbage_is_refused_with_its_place(line: str) -> None:
    """One clear error, whatever stands there."""
    with pytest.raises(RequestError, match=r"^x\.jsonl:2: "):
        list(read_judgements(["\n", line], "x.jsonl"))


def _set(*path: str | int) -> Callable[[dict[str, Any], Any], None]:
    def put(body: dict[str, Any], value: Any) -> None:
        inside: Any = body
        for step in path[:-1]:
            inside = inside[step]
        inside[path[-1]] = value

    return put


ANCHOR = ("subject", "anchors", 0)
HOSTILE = {
    "owners as words": (_set("value", "owners"), "XC"),
    "owners of lists": (_set("value", "owners"), [["XC"]]),
    "owners a number": (_set("value", "owners"), 7),
    "an act there is not": (_set("value", "act"), "conquest"),
    "no act": (_set("value", "act"), None),
    "a grade of 9": (_set("value", "grade"), 9),
    "a grade of true": (_set("value", "grade"), True),
    "a place that is a list": (_set("value", "venue"), []),
    "a time of lists": (_set("value", "due"), [[], {}, None, None, "yes"]),
    "a day that is none": (_set("value", "due"), ["2031", "2031", "2031-02-31", None, False]),
    "NUL": (_set("by"), "A\x00"),
    "half a character": (_set("why"), "\ud800"),
    "a name that is a number": (_set("by"), 7),
    "no time": (_set("at"), "tomorrow"),
    "another notation": (_set("at"), "2031-05-02"),
    "no words": (_set(*ANCHOR, "quote"), " "),
    "words that are a list": (_set(*ANCHOR, "quote"), ["x"]),
    "more of an anchor": (_set(*ANCHOR, "start"), 1),
    "the time as 10**9": (_set("subject", "occurrence"), 10**9),
    "true times": (_set("subject", "occurrence"), True),
    "an unknown kind": (_set("subject", "kind"), "person"),
    "no value": (_set("value"), None),
}


@pytest.mark.parametrize(("put", "value"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused(put: Callable[[dict[str, Any], Any], None], value: object) -> None:
    """The line is no judgement, whatever its id says."""
    anchor = Anchor("X/2031/7", "will meet", "We ", ".")
    at = "2031-05-02T10:00:00.000000+00:00"
    value_of = Finding("call", ("XC",), anchor)
    body = judgement_body(
        sealed(Judgement("", Subject("finding", (anchor,), "call"), "correct", "A.", at, value=value_of))
    )
    body = json.loads(json.dumps(body))
    assert len(list(read_judgements([json.dumps(body)], "x.jsonl"))) == 1
    put(body, value)
    with pytest.raises(RequestError, match=r"x\.jsonl:1: no judgement"):
        list(read_judgements([json.dumps(body)], "x.jsonl"))


def test_the_id_is_that_of_the_content(judged: Workspace) -> None:
    """Sealing what is sealed changes nothing."""
    assert all(sealed(one) == one for one in judged.judgements())
