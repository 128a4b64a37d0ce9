"""What a viewer may not see is not there for them: the same as if it had never been added, by every way out."""

from __future__ import annotations

import inspect
import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from acquis.analysis.briefing.brief import Meeting
from acquis.analysis.ledger import Asked
from acquis.errors import NotKept, RequestError
from acquis.exporters.csv import write_csv
from acquis.exporters.jsonl import write_jsonl
from acquis.model.filters import Filters, PromiseFilters
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.saved import SavedSearch
from acquis.reading import read_text
from acquis.store.claims import Wanted
from acquis.store.engine import open_store
from acquis.store.question import Question
from acquis.workspace import Exported, Workspace
from plans import DAYS, PLANS, RICH, SENTENCES, Written, build, build_for, rich
from ways_over_states import WAYS_OVER_STATES, answered

EVERY = Wanted(include_rejected=True)
# The ways to change a workspace are its owner's: what they give back is what the owner did.
CHANGES = {"add", "reread", "judge", "mark", "remove", "merge", "add_judgements", "backup", "verify", "stale"} | {
    "link", "unlink", "answer", "take_back",
}  # fmt: skip
# What somebody keeps for themselves tells nothing of any document; what a search finds does.
OWN = {
    "save_search", "saved_searches", "saved_search", "look_at_saved", "rename_search", "forget_search", "visit",
}  # fmt: skip
Names = Sequence[str]
WayOut = Callable[[Workspace, Viewer, Names], object]


def _documents(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return workspace.documents(viewer=viewer)


def _show(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    return [answered(workspace.show, name, viewer=viewer) for name in names]


def _claims(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    wishes = (None, EVERY, Wanted(status="rejected"), Wanted(status="corrected"), Wanted(acts=("call",)))
    return [workspace.claims(wanted, viewer=viewer) for wanted in wishes]


def _claim(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    return [answered(workspace.claim, name, viewer=viewer) for name in names]


def _review(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    rest = [answered(_queue_of(workspace), name, viewer=viewer) for name in names]
    return [
        workspace.review_queue(viewer=viewer),
        workspace.review_queue(limit=2, skip=1, viewer=viewer),
        *rest,
    ]


def _waiting(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    asked = (None, EVERY, Wanted(acts=("commitment",)))
    rest = [answered(workspace.waiting, document=name, viewer=viewer) for name in names]
    return [*(workspace.waiting(wanted, viewer=viewer) for wanted in asked), *rest]


def _last(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    everybody = sorted({one.by for one in workspace.judgements()})
    return {name: said for name in everybody if (said := workspace.last_judgement(name, viewer=viewer))}


def _histories(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return workspace.histories(workspace.claims(EVERY, viewer=viewer), viewer=viewer)


def _last_of_pair(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    everybody = sorted({one.by for one in workspace.judgements()})
    return {name: said for name in everybody if (said := workspace.last_of_pair(name, viewer=viewer))}


def _last_of_sequel(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    everybody = sorted({one.by for one in workspace.judgements()})
    return {name: said for name in everybody if (said := workspace.last_of_sequel(name, viewer=viewer))}


def _said(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return workspace.last_said(workspace.claims(EVERY, viewer=viewer), viewer=viewer)


def _receipts(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    rest = [answered(workspace.receipts, name, viewer=viewer) for name in names]
    return [workspace.receipts(viewer=viewer), workspace.receipts(failed=True, limit=2, viewer=viewer), *rest]


def _judgements(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    rest = [answered(workspace.judgements, name, viewer=viewer) for name in names]
    later = workspace.judgements(after="2020", viewer=viewer)
    return [workspace.judgements(viewer=viewer), later, *rest]


def _export(what: Exported) -> WayOut:
    def way(workspace: Workspace, viewer: Viewer, _: Names) -> object:
        file = io.StringIO()
        table = workspace.export(what, EVERY, viewer=viewer)
        write_csv(table, file)
        write_jsonl(table, file)
        return file.getvalue()

    return way


def _search(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Hits, order, total and counts: by words, by words and filters, by filters alone."""
    asked = (
        Question.of("the OR sides OR we"),
        Question.of("agreed NOT ransomware", Filters(acts=("commitment", "call"))),
        Question.of("", Filters(acts=("commitment",))),
        Question.of("", Filters(owner="GB", include_rejected=True)),
    )
    return [workspace.search(question, viewer=viewer) for question in asked]


def _count_saved(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Searches that look at all there is, of which all, some and nothing is new."""
    asked = (
        "q=the+OR+sides+OR+we",
        "act=commitment",
        "party=GB&rejected=yes",
        "q=agreed&year=2031",
        "owner=Atlantis",
    )
    looked = ("2020", "2031-05-20", "2099")
    searches = [SavedSearch("one", words, at, at) for words in asked for at in looked]
    return workspace.count_saved(searches, viewer=viewer)


def _compare(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    """Each with the next, as what they are and as drafts; two names of one document are refused in the same words."""
    answers: list[object] = []
    for a, b in pairwise(names):
        for mode in (None, "drafts"):
            try:
                answers.append(workspace.compare(a, b, mode=mode, viewer=viewer))
            except RequestError as problem:
                answers.append(str(problem))
    return answers


_ASKED = (
    Asked(date(2031, 12, 1)),
    Asked(date(2035, 1, 1), candidates=5),
    Asked(date(2031, 5, 20), candidates=5),
    Asked(date(2035, 1, 1), date(2099, 1, 1), PromiseFilters(party="JP"), 5),
    Asked(
        date(2035, 1, 1), filters=PromiseFilters(grade=3, statuses=("kept", "re-affirmed", "no evidence yet"))
    ),
    Asked(date(2035, 1, 1), filters=PromiseFilters(series="cyber", since="2031-05", until="2031-12")),
    Asked(date(1990, 1, 1)),
    Asked(date(2035, 1, 1), date(1990, 1, 1)),
)


def _ledger(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Promises with status, evidence, candidates and counts; what cannot be answered is refused in the same words."""
    answers: list[object] = []
    for asked in _ASKED:
        try:
            answers.append(workspace.ledger(asked, viewer=viewer))
        except (NotKept, RequestError) as problem:
            answers.append(re.sub(r"came on [\d-]+", "", str(problem)))
    return answers


def _series(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    days = (None, date(2099, 1, 1), date(1990, 1, 1))
    return [workspace.series(known_on=day, viewer=viewer) for day in days]


def _people(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return workspace.people(viewer=viewer)


def _stories(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """All, by name, and how they stood on a day before everything."""
    asked = (
        (None, date(2035, 1, 1)),
        ("japan", date(2031, 6, 1)),
        ("cyber", date(2035, 1, 1)),
        (None, date(1990, 1, 1)),
    )
    return [answered(workspace.stories, name, as_of=day, viewer=viewer) for name, day in asked]


def _silence(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    asked = (("italy japan cyber", None), ("japan", 3), ("japan", 4), ("cyber", 9))
    return [
        answered(workspace.silence, name, edition=number, as_of=date(2035, 1, 1), viewer=viewer)
        for name, number in asked
    ]


def _since(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Today, a day before all, the first look of somebody and their second."""
    today = datetime.now(UTC).date()
    days = [answered(workspace.since, day, viewer=viewer) for day in (today, date(1990, 1, 1))]
    looks = [answered(workspace.since, by="A.", viewer=viewer) for _ in range(2)]
    return [*days, *looks]


def _lineage(workspace: Workspace, viewer: Viewer, names: Names) -> object:
    """Of every name; what is no promise is refused in the same words."""
    answers: list[object] = []
    for name in names:
        try:
            answers.append(workspace.lineage(name, as_of=date(2035, 1, 1), viewer=viewer))
        except RequestError as problem:
            answers.append(str(problem))
    return answers


def _brief(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """For pairs of parties that the plans know, on several days; what cannot be answered is refused in the same words."""
    answers: list[object] = []
    for party, counterpart in (("JP", "IT"), ("GB", "EU"), ("JP", "GB")):
        for day in (date(2031, 12, 1), date(2035, 1, 1)):
            try:
                answers.append(workspace.brief(Meeting(party, counterpart, day, day), viewer=viewer))
            except RequestError as problem:
                answers.append(str(problem))
    return answers


def _pedigree(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    """Of words that the plans use, of some that they change, of what no text has and what is too little."""
    asked = (
        *SENTENCES,
        "we call upon all States to protect their hospitals",
        "no text at all has such words",
        "the",
    )
    return [answered(workspace.pedigree, words, viewer=viewer) for words in asked]


def _reused(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return answered(workspace.reused, read_text(" ".join(SENTENCES)), viewer=viewer)


def _most_reused(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return [workspace.most_reused(most=most, viewer=viewer) for most in (1, 20)]


def _agreed(workspace: Workspace, viewer: Viewer, _: Names) -> object:
    return answered(workspace.agreed, read_text("\n\n".join(SENTENCES)), viewer=viewer)


def _queue_of(workspace: Workspace) -> Callable[..., object]:
    return lambda name, *, viewer: workspace.review_queue(document=name, viewer=viewer)


# Every way out of a workspace, as (workspace, viewer, names that exist somewhere) to what is told: add new ones here.
WAYS_OUT: dict[str, WayOut] = {
    "documents": _documents,
    "show": _show,
    "claims": _claims,
    "claim": _claim,
    "review_queue": _review,
    "waiting": _waiting,
    "last_judgement": _last,
    "last_of_pair": _last_of_pair,
    "last_of_sequel": _last_of_sequel,
    "histories": _histories,
    "last_said": _said,
    "receipts": _receipts,
    "judgements": _judgements,
    "search": _search,
    "count_saved": _count_saved,
    "compare": _compare,
    "ledger": _ledger,
    "series": _series,
    "people": _people,
    "stories": _stories,
    "silence": _silence,
    "since": _since,
    "lineage": _lineage,
    "brief": _brief,
    **WAYS_OVER_STATES,
    "pedigree": _pedigree,
    "reused": _reused,
    "most_reused": _most_reused,
    "agreed": _agreed,
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
        if not name.startswith("_") and name not in ("close", *CHANGES, *OWN)
    }
    assert {name.split()[0] for name in WAYS_OUT} == set(public)
    for name, method in public.items():
        viewer = inspect.signature(method).parameters["viewer"]
        assert (viewer.kind, viewer.default) == (inspect.Parameter.KEYWORD_ONLY, EVERYTHING), name


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
    plan = (rich("a.md", Marking.CLEAR), rich("b.md", Marking.CLEAR, published=DAYS[3]))
    build(workspace, tmp_path, plan)
    answers: dict[str, Any] = {
        name: way(workspace, EVERYTHING, _names(workspace, plan)) for name, way in WAYS_OUT.items()
    }
    assert all(answers.values())
    assert {one.status for each in answers["claims"] for one in each} == {
        "accepted", "corrected", "found", "rejected",
    }  # fmt: skip
    assert answers["receipts"][0][1].moved.lost
    assert any(one.candidates for one in answers["ledger"][1].promises)
    assert answers["series"][0]
    assert answers["proposals"][0].proposals[0].standings
    assert [json.loads(line) for line in answers["export receipts"].splitlines()[-3:]]
