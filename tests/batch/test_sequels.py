"""What promises find is kept up to date: whatever changed and in whatever order, as a search of all would find it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from acquis.analysis.searching.keeping import LEAST, keep_best
from acquis.batch.sequels import bring_up_to_date
from acquis.model.judgement import Correction
from acquis.model.marking import Marking, Viewer
from acquis.store.engine import Store, open_store
from acquis.store.sequels import Found, load_sequels
from acquis.store.tables import ROOM, searched, sequels
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import Lexicon, Mention, lexicon_of
from acquis.workspace import Workspace
from ledgers import ALL, fill
from workspaces import add, finding, write

WORDS = load_vocabulary()
ACTORS = lexicon_of((), ("state", "group"))
SENTENCES = (
    "Japan will establish the Harbour Academy for incident responders by 2033.",
    "Japan established the Harbour Academy for incident responders.",
    "Japan will hold an exercise on submarine cables with Italy in Rome.",
    "The exercise on submarine cables with Italy was held in Rome this week.",
    "Italy and Japan intend to share indicators of ransomware every month.",
    "Indicators of ransomware are now shared between the two every month.",
    "We will double the places of the Harbour Academy.",
    "The plan for an exercise on cables was withdrawn.",
)
DAYS = ("2031-01-05", "2031-06-07", "2031-06-07", "2032-02-03", "2033-11-12")


def up_to_date(workspace: Workspace, actors: Lexicon = ACTORS) -> int:
    """Search what changed."""
    return bring_up_to_date(workspace.store, WORDS, actors)


def kept(store: Store) -> dict[tuple[str, str], list[tuple[object, ...]]]:
    """What was found for each sentence, and where, without row ids."""
    with store.reading() as connection:
        keys = {row.id: row.key for row in connection.execute(text("SELECT id, key FROM documents"))}
        words = {
            row.id: (row.document_id, row.text)
            for row in connection.execute(text("SELECT id, document_id, text FROM passages"))
        }
        return {
            (keys[document], f"{start}-{end}"): [
                (keys[one.passage // ROOM], words[one.passage][1], *one[1:]) for one in found
            ]
            for (document, start, end), found in load_sequels(connection).items()
            if found
        }


def cold(workspace: Workspace) -> dict[tuple[str, str], list[tuple[object, ...]]]:
    """What a search of the whole finds where nothing is remembered."""
    with workspace.store.writing() as connection:
        connection.execute(delete(sequels))
        connection.execute(delete(searched))
    up_to_date(workspace)
    return kept(workspace.store)


Step = tuple[str, int, Any]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True).map("\n\n".join)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 4), TEXTS),
        st.tuples(st.just("mark"), st.integers(0, 4), st.sampled_from(list(Marking))),
        st.tuples(st.just("remove"), st.integers(0, 4), st.none()),
        st.tuples(st.just("reread"), st.integers(0, 4), st.none()),
        st.tuples(st.just("judge"), st.integers(0, 30), st.sampled_from(["commitment", "call"])),
        st.tuples(st.just("search"), st.integers(0, 4), st.none()),
    ),
    min_size=2,
    max_size=9,
)


def do(workspace: Workspace, folder: Path, step: Step) -> None:
    """One change of the workspace, or a search in between."""
    what, number, value = step
    path = folder / f"{number}.md"
    here = {one.location for one in workspace.documents()}
    if what == "write":
        head = f"---\ntitle: Statement {number} of Japan\npublished: {DAYS[number % len(DAYS)]}\n---\n\n"
        add(workspace, write(folder, path.name, head + value), marking=Marking.CLEAR)
    elif what == "reread":
        list(workspace.reread(every=True, processes=1))
    elif what == "judge":
        claims = workspace.claims()
        if claims:
            key = claims[number % len(claims)].key
            workspace.judge(key, "correct", by="A.", correction=Correction(act=value))
    elif what == "search":
        up_to_date(workspace)
    elif str(path) in here:
        if what == "mark":
            workspace.mark(str(path), value, by="A.")
        else:
            workspace.remove(str(path), by="A.")


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_what_is_kept_is_what_a_search_of_all_finds(
    tmp_path_factory: pytest.TempPathFactory, steps: Sequence[Step]
) -> None:
    """Documents added one by one in any order, changed, read anew, marked, judged and removed, with searches between."""
    folder = tmp_path_factory.mktemp("steps")
    with Workspace(open_store(str(folder / "a.db"), create=True)) as workspace:
        for step in steps:
            do(workspace, folder, step)
        up_to_date(workspace)
        assert up_to_date(workspace) == 0
        assert kept(workspace.store) == cold(workspace)


def test_one_by_one_on_both_engines(workspace: Workspace, tmp_path: Path) -> None:
    """Four documents, the latest first, searched after each; then one goes."""
    for name in reversed(list(ALL)):
        fill(workspace, tmp_path, {name: ALL[name]})
        assert up_to_date(workspace) == 1
    found = kept(workspace.store)
    assert any(each[1].startswith("Aldoria established") for one in found.values() for each in one)  # type: ignore[attr-defined]
    assert found == cold(workspace)
    workspace.remove(str(tmp_path / "opened.md"), by="A.")
    assert up_to_date(workspace) == 1
    assert kept(workspace.store) == cold(workspace)


def test_only_what_is_corrected_is_searched(workspace: Workspace, tmp_path: Path) -> None:
    """A promise that a person makes is one change; the next look finds nothing to do."""
    fill(workspace, tmp_path)
    assert up_to_date(workspace) == 4
    workspace.judge(
        finding(workspace, "small States").key, "correct", by="A.", correction=Correction(grade=3)
    )
    assert (up_to_date(workspace), up_to_date(workspace)) == (1, 0)


MARKED = st.lists(
    st.tuples(TEXTS, st.sampled_from([Marking.CLEAR, Marking.AMBER, Marking.RED])), min_size=3, max_size=9
)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(marked=MARKED, clearance=st.sampled_from([Marking.CLEAR, Marking.AMBER]))
def test_what_a_reader_may_not_see_moves_nothing(
    tmp_path_factory: pytest.TempPathFactory, marked: list[tuple[str, Marking]], clearance: Marking
) -> None:
    """Also where a search reaches its limits, which are low here: the same candidates, scores and reasons."""
    folder = tmp_path_factory.mktemp("marked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("acquis.analysis.searching.index._BUDGET", 6)
        patch.setattr("acquis.analysis.searching.search._COMPARED", 3)
        patch.setattr("acquis.analysis.searching.keeping.BEST", 2)
        found = []
        for seen in (Marking.RED, clearance):
            with Workspace(open_store(str(folder / f"{seen.name}.db"), create=True)) as workspace:
                for number, (words, marking) in enumerate(marked):
                    head = f"---\ntitle: Statement {number}\npublished: 203{number}-05-06\n---\n\n"
                    path = write(folder, f"{number}.md", head + words)
                    if marking <= seen:
                        add(workspace, path, marking=marking)
                up_to_date(workspace)
                shown = {one.key for one in workspace.documents(viewer=Viewer(clearance))}
                found.append(
                    {
                        spot: candidates
                        for spot, each in kept(workspace.store).items()
                        if spot[0] in shown and (candidates := [one for one in each if one[0] in shown])
                    }
                )
        assert found[0] == found[1]


PLACES = list(product((0, 1, 2), (0, 1, 2)))
CANDIDATES = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(PLACES)), max_size=60)


@given(CANDIDATES, CANDIDATES)
def test_the_best_for_every_viewer_and_day_are_kept(
    first: list[tuple[int, tuple[int, int]]], second: list[tuple[int, tuple[int, int]]]
) -> None:
    """Five of what is kept are five of all; also when some were kept before the others came."""
    places = [place for _, place in (*first, *second)]
    every = [Found(at, score / 30, "done", ()) for at, (score, _) in enumerate((*first, *second))]

    def place_of(one: Found) -> tuple[int, int]:
        return places[one.passage]

    at_once = keep_best(every, place_of)
    step_by_step = keep_best([*keep_best(every[: len(first)], place_of), *every[len(first) :]], place_of)
    assert step_by_step == at_once
    for clearance, day in PLACES:

        def shown(some: Sequence[Found], clearance: int = clearance, day: int = day) -> list[Found]:
            seen = [one for one in some if place_of(one)[0] <= clearance and place_of(one)[1] <= day]
            return sorted(seen, key=lambda one: (-one.score, one.passage))[:5]

        assert shown(at_once) == shown([one for one in every if one.score >= LEAST])


def many(folder: Path, count: int) -> list[Path]:
    """So many documents that several processes are worth it: nine promises each, told again by the next."""
    verbs = ("open", "publish", "fund", "host", "train", "test", "review", "share", "build")
    things = ("centre", "guide", "fund", "exercise", "course", "toolkit", "network", "register", "portal")
    paths = []
    for number in range(count):
        lines = [
            f"Japan will {verb} the {thing} number {number} on ransomware and cables by 2040."
            for verb, thing in zip(verbs, things, strict=True)
        ]
        head = f"---\ntitle: Statement {number}\npublished: 2031-{number % 12 + 1:02}-{number % 28 + 1:02}\n---\n\n"
        paths.append(write(folder, f"{number}.md", head + "\n\n".join(lines)))
    return paths


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of 45 documents with 405 promises, not searched yet."""
    folder = tmp_path_factory.mktemp("large")
    with Workspace.open(folder / "a.db", create=True) as workspace:
        add(workspace, *many(folder, 45))
        workspace.backup(folder / "b.db")
    return folder / "b.db"


def opened(large: Path, folder: Path) -> Workspace:
    """A copy of it."""
    (folder / "copy.db").write_bytes(large.read_bytes())
    return Workspace.open(folder / "copy.db")


def alone(workspace: Workspace) -> None:
    """Search in this process: where another thread runs, nothing is forked."""
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        up_to_date(workspace)
    finally:
        done.set()
        waiting.join()


FORKS = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="nothing is forked here"
)


@FORKS
def test_several_processes_find_what_one_finds(large: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """To the last digit."""
    with (
        opened(large, tmp_path_factory.mktemp("one")) as one,
        opened(large, tmp_path_factory.mktemp("many")) as other,
    ):
        alone(one)
        up_to_date(other)
        assert kept(one.store) == kept(other.store)
        assert len(kept(one.store)) > 300


class Deadly(Lexicon):
    """Names that take a process down where a text speaks of number 7: but never the process that made them."""

    def __init__(self) -> None:
        super().__init__({})
        self._home = os.getpid()

    def find(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
    ) -> list[Mention]:
        """Nobody is named."""
        if "number 7 " in text and os.getpid() != self._home:
            os._exit(9)
        return []


@FORKS
def test_a_process_that_crashes_costs_its_document(large: Path, tmp_path: Path) -> None:
    """Neither its promises nor its sentences are found; what others find beside it stays."""
    with opened(large, tmp_path) as workspace:
        (lost,) = [one.key for one in workspace.documents() if one.location.endswith("/7.md")]
        up_to_date(workspace, Deadly())
        found = kept(workspace.store)
        whole = cold(workspace)
    assert any(each[0] == lost for one in whole.values() for each in one)
    assert not any(document == lost for document, _ in found)
    assert not any(each[0] == lost for one in found.values() for each in one)
    assert {key for key, _ in found} == {key for key, _ in whole} - {lost}
