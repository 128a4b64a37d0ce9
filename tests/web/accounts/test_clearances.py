"""What is marked above somebody's clearance is not there for them, by every address: as if it had never been added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from acquis.model.account import Deed, Role
from acquis.model.marking import Marking, Viewer
from acquis.store.claims import Wanted
from acquis.web.desk import Desk
from acquis.web.page import View
from acquis.web.views import VIEWS
from acquis.workspace import Workspace
from plans import PLANS, RICH, Written, build, build_for
from signing import form_token, people_of, person, signed_in, team_app
from workspaces import tables

# What pages are asked, beside nothing; "{}" stands for each of the names.
QUERIES = {
    "/brief": ("?party=JP&counterpart=IT&on=2031-12-01", "?party=GB&counterpart=EU"),
    "/compare": ("?a=a.md&b=d.md", "?a=a.md&b=b.md", "?a=document&b=document-1", "?a=cyber&b=japan"),
    "/search": ("?q=hospital*", "?q=the+OR+we&act=commitment", "?q=workshop&page=2"),
    "/ledger": ("?party=JP", "?as_of=2035-01", "?as_of=1990"),
    "/review": ("?what=sequels", "?act=commitment", "?owner=JP", "?key={}", "?document={}"),
    "/receipts": ("?show=all",),
    "/framework": ("?region=WEOG", "?group=G7"),
    "/positions": ("?about=hospitals", "?about=attack+hospitals&as_proposal=true"),
    "/convergence": ("?about=hospitals", "?groups=EU,G7&members=true"),
    "/needs": ("?region=WEOG",),
    "/proposals": ("?q=hospital+register", "?by=JP"),
}
# What a page is of, where that is no document and no finding.
OF = {"{code}": ("JP", "XD", "EU"), "{provision}": ("norms.health", "norm.f", "norms")}
SERIES = ("italy-japan-cyber-dialogue", "japan-italy-cyber-dialogue", "cyber")
# What asking alone may change.
_ASKING = ("sign_ins", "sequels", "searched")
# Moments, durations and tokens differ from run to run.
_RUN = re.compile(
    r"""\d{8}T\d{6}Z|\d{4}-\d\d-\d\d[T ]\d\d:\d\d[:.\d]*(\+00:00)?|\b\d\d:\d\d(:\d\d)?\b|seconds['"=: ]{1,4}[\d.e-]+|,[\d.e-]+$"""
    r'|name="token" value="\w+"',
    re.M,
)


def told(answer: Response) -> tuple[int, object]:
    """Status and body, without what differs from run to run; of a file every byte."""
    if answer.headers.get("content-type", "").startswith(("text/", "application/json")):
        return answer.status_code, _RUN.sub("RUN", answer.text)
    return answer.status_code, answer.content


def _difference(one: object, other: object) -> str:
    """The first place where two answers part, for who reads the failure."""
    pairs = enumerate(zip(str(one), str(other), strict=False))
    at = next((at for at, (a, b) in pairs if a != b), 0)
    return f"{str(one)[max(0, at - 60) : at + 90]!r} / {str(other)[max(0, at - 60) : at + 90]!r}"


def pages(view: View, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each address of a view without its ending, and what it is asked."""
    part = next(iter(re.findall(r"\{\w+\}", view.path)), "")
    for name in OF.get(part, names if part else ("",)):
        yield view.path.replace(part, quote(name, safe="")) if part else view.path, ""
    for query in QUERIES.get(view.path, ()):
        yield from (
            (view.path, query.replace("{}", quote(name))) for name in (names if "{}" in query else [""])
        )


def compare(view: View, names: Sequence[str], whole: TestClient, part: TestClient) -> int:
    """Every form of every page of a view is the same; how many answered with something."""
    shown = 0
    for path, query in pages(view, names):
        first, second = whole.get(f"{path}{query}"), part.get(f"{path}{query}")
        assert told(first) == told(second), (path, query, _difference(told(first)[1], told(second)[1]))
        if first.status_code != 200:
            continue
        shown += 1
        for form in ("json", *(["csv"] if view.tabled else []), *view.files):
            address = f"{'/home' if path == '/' else path}.{form}{query}"
            one, other = told(whole.get(address)), told(part.get(address))
            assert one == other, (address, _difference(one[1], other[1]))
    return shown


def team(workspace: Workspace, viewer: Viewer) -> TestClient:
    """A browser of an administrator with this clearance; the log has a line on every document that there is."""
    people = people_of(workspace, person("low", Role.ADMINISTRATOR, viewer.clearance))
    for one in workspace.documents():
        people.note(Deed("", "low", "looked", one.key, "", one.work, one.marking))
    app = team_app(workspace, people)
    app.state.entrance.limits.heavy.give_back("low")
    object.__setattr__(app.state.entrance.limits.heavy, "most", 1_000_000)
    return signed_in(app, "low")


def names_of(workspace: Workspace, plan: Sequence[Written]) -> list[str]:
    """Everything by which a document or a finding may be asked for."""
    keys = [one.key for one in workspace.claims(Wanted(include_rejected=True))]
    kept = [one.key for one in workspace.documents()]
    return [*dict.fromkeys([*keys, *kept, *(one.name for one in plan), *SERIES, "JP", "IT", "GB"])]


def refused_alike(whole: TestClient, part: TestClient, names: Sequence[str], workspace: Workspace) -> None:
    """Forms about what is not there for somebody are answered as those about nothing, and change nothing."""
    asked = ("/review?key=", "/documents/")
    unseen = [
        name for name in names if all(part.get(f"{one}{quote(name)}").status_code >= 400 for one in asked)
    ]
    before = tables(workspace.store, without=_ASKING)
    tokens = [form_token(one, "/account") for one in (whole, part)]
    for name in unseen:
        for path, fields in (
            ("/review/answer", {"key": name, "verdict": "reject", "after": ""}),
            ("/review/accept", {"chosen": f"{name} "}),
            ("/review/link", {"promise": name, "sequel": name, "relation": "done"}),
            (
                "/convergence/false-friends",
                {"one": name, "other": name, "settled": "proposed", "verdict": "link"},
            ),
            ("/convergence/false-friends", {"said": name, "verdict": "withdraw"}),
            ("/documents/mark", {"document": name, "marking": "red"}),
            ("/documents/remove", {"document": name, "sure": "yes"}),
        ):
            first, second = (
                told(client.post(path, data={**fields, "token": token}))
                for client, token in zip((whole, part), tokens, strict=True)
            )
            assert first[0] >= 400, (path, name)
            assert first == second, (path, name, _difference(first, second))
    assert tables(workspace.store, without=_ASKING) == before


def test_no_address_tells_what_is_not_for_somebody(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any workspace, any clearance: pages, JSON, CSV and files are those of a workspace that never held the rest."""
    # The documents of the plans are of days to come, and pages tell what is known today.
    monkeypatch.setattr(Desk, "today", date(2035, 1, 1))

    @settings(
        deadline=None, max_examples=1, suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )  # fmt: skip
    @example(RICH, Viewer(Marking.CLEAR))
    @example(RICH, Viewer(Marking.AMBER))
    @given(PLANS, st.sampled_from(list(Marking)[:-1]).map(Viewer))
    def check(plan: Sequence[Written], viewer: Viewer) -> None:
        folder = tmp_path_factory.mktemp("plan")
        for name in ("whole", "part"):
            (folder / name).mkdir()
        with (
            Workspace.open(folder / "whole" / "acquis.db", create=True) as all_of_it,
            Workspace.open(folder / "part" / "acquis.db", create=True) as some,
        ):
            made = build(all_of_it, folder, plan)
            build_for(some, folder, made, viewer)
            names = names_of(all_of_it, plan)
            whole, part = team(all_of_it, viewer), team(some, viewer)
            shown = {view.path: compare(view, names, whole, part) for view in VIEWS}
            if plan is RICH:
                assert [path for path, count in shown.items() if not count] == []
            refused_alike(whole, part, names, all_of_it)

    check()
