"""What a viewer may not see is not there for them: the same as if it had never been added, by every way out."""

from __future__ import annotations

import inspect
import io
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from acquis.errors import NotKept
from acquis.exporters.csv import write_csv
from acquis.exporters.jsonl import write_jsonl
from acquis.model.judgement import Correction, Judgement, Verdict
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.claims import Wanted
from acquis.store.engine import open_store
from acquis.workspace import Exported, Workspace
from workspaces import add, write

EVERY = Wanted(include_rejected=True)
# The ways to change a workspace are its owner's: what they give back is what the owner did.
CHANGES = {"add", "reread", "judge", "mark", "remove", "merge", "add_judgements", "backup", "verify", "stale"}
Names = Sequence[str]
WayOut = Callable[[Workspace, Viewer, Names], object]


def _documents(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return workspace.documents(viewer=viewer)


def _show(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    return [_told(workspace.show, name, viewer) for name in names]


def _claims(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    wishes = (None, EVERY, Wanted(status="rejected"), Wanted(status="corrected"), Wanted(acts=("call",)))
    return [workspace.claims(wanted, viewer=viewer) for wanted in wishes]


def _claim(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    return [_told(workspace.claim, name, viewer) for name in names]


def _review(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    rest = [_told(_queue_of(workspace), name, viewer) for name in names]
    return [workspace.review_queue(viewer=viewer), *rest]


def _receipts(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    rest = [_told(workspace.receipts, name, viewer) for name in names]
    return [workspace.receipts(viewer=viewer), workspace.receipts(failed=True, limit=2, viewer=viewer), *rest]


def _judgements(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    rest = [_told(workspace.judgements, name, viewer) for name in names]
    return [workspace.judgements(viewer=viewer), *rest]


def _export(what: Exported) -> WayOut:
    def way(workspace: Workspace, viewer: Viewer, _: Names) -> object:
        file = io.StringIO()
        table = workspace.export(what, EVERY, viewer=viewer)
        write_csv(table, file)
        write_jsonl(table, file)
        return file.getvalue()

    return way


def _queue_of(workspace: Workspace) -> Callable[..., object]:
    return lambda name, *, viewer: workspace.review_queue(document=name, viewer=viewer)


def _told(ask: Callable[..., object], name: str, viewer: Viewer) -> object:
    """The answer, or that there is none: in the same words whatever the reason."""
    try:
        return ask(name, viewer=viewer)
    except NotKept as problem:
        return str(problem)


# Every way out of a workspace, as (workspace, viewer, names that exist somewhere) to what is told: add new ones here.
WAYS_OUT: dict[str, WayOut] = {
    "documents": _documents,
    "show": _show,
    "claims": _claims,
    "claim": _claim,
    "review_queue": _review,
    "receipts": _receipts,
    "judgements": _judgements,
    "export claims": _export("claims"),
    "export documents": _export("documents"),
    "export receipts": _export("receipts"),
    "export judgements": _export("judgements"),
}


def test_every_way_out_takes_a_viewer_and_is_tested() -> None:
    """A public method either changes the workspace, or asks for whom it answers and stands in WAYS_OUT."""
    public = {
        name: method
        for name, method in inspect.getmembers(Workspace, inspect.isfunction)
        if not name.startswith("_") and name not in ("close", *CHANGES)
    }
    assert {name.split()[0] for name in WAYS_OUT} == set(public)
    for name, method in public.items():
        viewer = inspect.signature(method).parameters["viewer"]
        assert (viewer.kind, viewer.default) == (inspect.Parameter.KEYWORD_ONLY, EVERYTHING), name


SENTENCES = (
    "We will host a workshop in Sentar in 2032.",
    "Gavria condemns the attack on the hospitals of Cassena.",
    "We call on all States to protect hospitals.",
    "The two sides agreed to meet again in May 2033.",
)


@dataclass(frozen=True)
class Judged:
    """A judgement to be made on the finding of a sentence."""

    sentence: str
    verdict: Verdict
    marking: Marking | None
    correction: Correction | None


@dataclass(frozen=True)
class Written:
    """A document to be made: its versions, its marking, what is judged, what becomes of it."""

    name: str
    versions: tuple[tuple[str, ...], ...]
    marking: Marking
    judged: tuple[Judged, ...]
    fails: bool
    removed: bool


@st.composite
def judgements(draw: st.DrawFn, sentences: Sequence[str]) -> Judged:
    """Any verdict, marked as its work or higher."""
    verdict: Verdict = draw(st.sampled_from(["accept", "reject", "correct"]))
    correction = Correction(act=draw(st.sampled_from(["call", "report"])), owners=("XD",))
    return Judged(
        draw(st.sampled_from(sentences)),
        verdict,
        draw(st.sampled_from([None, Marking.AMBER, Marking.RED, Marking.RED])),
        correction if verdict == "correct" else None,
    )


@st.composite
def documents(draw: st.DrawFn, number: int) -> Written:
    """One or two versions of a few sentences, with judgements on the first."""
    some = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(tuple)
    versions = tuple(draw(st.lists(some, min_size=1, max_size=2, unique=True)))
    judged = tuple(draw(st.lists(judgements(versions[0]), max_size=3)))
    name = f"document-{number}.md"
    return Written(
        name,
        versions,
        draw(st.sampled_from([Marking.CLEAR, *Marking])),
        judged,
        draw(st.booleans()),
        draw(st.booleans()),
    )


def rich(name: str, marking: Marking, *, removed: bool = False) -> Written:
    """A document of two versions, with judgements marked higher on words that go and on words that stay."""
    call = Correction(act="call")
    judged = (
        Judged(SENTENCES[0], "reject", Marking.RED, None),
        Judged(SENTENCES[1], "correct", Marking.RED, call),
        Judged(SENTENCES[2], "reject", Marking.RED, None),
        Judged(SENTENCES[3], "accept", None, None),
    )
    return Written(name, (SENTENCES, SENTENCES[1:]), marking, judged, fails=True, removed=removed)


RICH = (rich("a.md", Marking.CLEAR), rich("b.md", Marking.RED), rich("c.md", Marking.AMBER, removed=True))


@dataclass(frozen=True)
class Made:
    """A document that was written, and what was said of it."""

    written: Written
    judgements: list[Judgement]


PLANS = st.integers(1, 3).flatmap(lambda count: st.tuples(*map(documents, range(count))))


def build(workspace: Workspace, folder: Path, plan: Sequence[Written]) -> list[Made]:
    """Do all that the plan says; what was written, and the judgements that came of it."""
    made = [Made(one, _keep(workspace, folder, one)) for one in plan]
    _remove(workspace, folder, plan)
    return made


def build_for(workspace: Workspace, folder: Path, made: Sequence[Made], viewer: Viewer) -> None:
    """Do it again with what a viewer may see, and with nothing else."""
    seen = [one for one in made if one.written.marking <= viewer.clearance]
    for one in seen:
        _keep(workspace, folder, one.written, [j for j in one.judgements if j.marking <= viewer.clearance])
    _remove(workspace, folder, [one.written for one in seen])


def _remove(workspace: Workspace, folder: Path, plan: Sequence[Written]) -> None:
    for one in plan:
        if one.removed:
            workspace.remove(str(folder / one.name), by="A.")


def _keep(
    workspace: Workspace, folder: Path, one: Written, said: Sequence[Judgement] | None = None
) -> list[Judgement]:
    """Add the versions of a document, judged after the first: as planned, or with what was said already."""
    for version, sentences in enumerate(one.versions):
        head = f"---\ntitle: Text {one.name}\npublished: 2031-05-02\n---\n\n"
        path = write(folder, one.name, head + "\n\n".join(sentences))
        add(workspace, path, marking=one.marking)
        if version == 0 and said is None:
            said = [_judge(workspace, path, each) for each in one.judged]
        elif version == 0 and said is not None:
            workspace.add_judgements(said)
    if one.fails:
        path.write_bytes(b"\x00\x01" * 50)
        add(workspace, path)
    return list(said or ())


def _judge(workspace: Workspace, path: Path, judged: Judged) -> Judgement:
    kept = workspace.show(str(path)).claims
    (each,) = [each for each in kept if judged.sentence in each.claim.sentence.quote]
    workspace.judge(each.key, judged.verdict, by="A.", marking=judged.marking, correction=judged.correction)
    return workspace.judgements(each.key)[-1]


_TIMES = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(\+00:00)?|seconds['\"]?[=:] ?[\d.e-]+|,[\d.e-]+$", re.M
)


def told(answer: object) -> str:
    """An answer as text without the times, which differ from run to run."""
    return _TIMES.sub("TIME", answer if isinstance(answer, str) else repr(answer))


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_what_is_not_for_a_viewer_is_not_there(
    engine: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """Any workspace, any viewer: every way out tells what it would had the rest never been added, to the word."""
    server = request.getfixturevalue("postgres_server") if engine == "postgres" else None

    def empty(folder: Path, name: str) -> Workspace:
        address = server.make_database() if server else str(folder / f"{name}.db")
        return Workspace(open_store(address, create=True))

    @settings(
        deadline=None, max_examples=12 if engine == "sqlite" else 5,
        suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate],
    )  # fmt: skip
    @example(RICH, Viewer(Marking.CLEAR))
    @example(RICH, Viewer(Marking.AMBER))
    @given(PLANS, st.sampled_from(list(Marking)[:-1]).map(Viewer))
    def check(plan: Sequence[Written], viewer: Viewer) -> None:
        folder = tmp_path_factory.mktemp("plan")
        whole, part = empty(folder, "whole"), empty(folder, "part")
        made = build(whole, folder, plan)
        names = _names(whole, plan)
        build_for(part, folder, made, viewer)
        for name, way in WAYS_OUT.items():
            assert told(way(whole, viewer, names)) == told(way(part, viewer, names)), name
        whole.close()
        part.close()

    check()


def _names(workspace: Workspace, plan: Sequence[Written]) -> list[str]:
    """Everything by which a document or a finding may be asked for."""
    keys = [one.key for one in workspace.claims(EVERY)]
    kept = [name for one in workspace.documents() for name in (one.key, one.work)]
    return [*dict.fromkeys([*keys, *kept, *(one.name for one in plan)])]


def test_the_comparison_is_not_of_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """To whom may see all, every way out tells something, of each status."""
    plan = (rich("a.md", Marking.CLEAR),)
    build(workspace, tmp_path, plan)
    answers: dict[str, Any] = {
        name: way(workspace, EVERYTHING, _names(workspace, plan)) for name, way in WAYS_OUT.items()
    }
    assert all(answers.values())
    assert {one.status for each in answers["claims"] for one in each} == {
        "accepted", "corrected", "rejected",
    }  # fmt: skip
    assert answers["receipts"][0][1].moved.lost
    assert [json.loads(line) for line in answers["export receipts"].splitlines()[-3:]]
