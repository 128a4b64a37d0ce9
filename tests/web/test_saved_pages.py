"""Saved searches and visits in the browser: forms of one's own, what is new, and what the first page says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import event, update

from acquis.model.account import Role
from acquis.model.marking import Marking
from acquis.model.saved import Visit
from acquis.store.engine import open_store
from acquis.store.tables import visits
from acquis.web.desk import Desk
from acquis.web.views import VIEWS
from acquis.web.visits import Visits
from acquis.web.warming import fill_unasked
from acquis.workspace import Workspace
from forms import form_of, token
from signing import OWNER, form_token, people_of, person, signed_in, team_app
from workspaces import LETTER, TALKS, add, finding, write

LONG_AGO = "2031-05-01T04:05:06.000000+00:00"
ClientOf = Callable[[Workspace], TestClient]


def send(client: TestClient, path: str, **fields: str) -> str:
    """Send a form of ours; where it leads."""
    answer = client.post(path, data={"token": token(client), **fields}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def listed(client: TestClient) -> list[str]:
    """What the page of search says of the saved ones: name and counts."""
    tree = LexborHTMLParser(client.get("/search").text)
    names, counts = tree.css(".saved h3"), tree.css(".saved h3 + p")
    return [
        " ".join(f"{one.text()}: {other.text()}".split()) for one, other in zip(names, counts, strict=True)
    ]


def test_a_search_is_saved_and_tells_what_is_new(
    workspace: Workspace, tmp_path: Path, client_of: ClientOf
) -> None:
    """From the page that shows it; opened it shows all or what came, and is looked at; renamed, forgotten."""
    add(workspace, write(tmp_path, "letter.md", LETTER))
    client = client_of(workspace)
    shown = client.get("/search?q=hospital*&kind=statement&page=1")
    form = form_of(shown.text, "form.saving")
    where = send(client, "/search/save", question=form["question"], name="<b>Hospitals</b>")
    assert where == "/search?q=hospital%2A&kind=statement"
    assert "You saved it as <strong>&lt;b&gt;Hospitals" in client.get(where).text
    assert listed(client)[0].startswith("<b>Hospitals</b>: 2 sentences, none new since ")
    add(
        workspace,
        write(tmp_path, "more.txt", "Statement by Gavria\n\nThe hospitals of Gavria were attacked.\n"),
    )
    assert listed(client)[0].startswith("<b>Hospitals</b>: 3 sentences, 1 new since ")
    new = send(client, "/search/open", name="<b>Hospitals</b>", show="new")
    assert [one.text() for one in LexborHTMLParser(client.get(new).text).css(".hits p:first-child")] == [
        "The hospitals of Gavria were attacked."
    ]
    assert send(client, "/search/open", name="<b>Hospitals</b>", show="all") == where
    assert listed(client)[0].startswith("<b>Hospitals</b>: 3 sentences, none new")
    assert send(client, "/search/rename", name="<b>Hospitals</b>", other="Wards") == "/search"
    assert listed(client)[0].startswith("Wards: ")
    assert json.loads(client.get("/search.json").content)["saved"][0]["total"] == 3
    assert send(client, "/search/forget", name="Wards") == "/search"
    assert listed(client) == []


@pytest.mark.parametrize("path", ["/search/save", "/search/open", "/search/rename", "/search/forget"])
def test_only_a_form_of_ours_changes_what_is_saved(
    workspace: Workspace, client_of: ClientOf, path: str
) -> None:
    """Without the token of the session nothing is kept, opened or taken away."""
    workspace.save_search("one", "q=a", by="unnamed")
    before = workspace.saved_searches(by="unnamed")
    fields = {"name": "one", "question": "q=b", "other": "two"}
    assert client_of(workspace).post(path, data=fields).status_code == 403
    assert workspace.saved_searches(by="unnamed") == before


def test_each_person_has_their_own_and_counts_what_they_may_see(workspace: Workspace, tmp_path: Path) -> None:
    """A reader suffices; another's is not there; whoever gets the name of an account that went begins anew."""
    add(workspace, write(tmp_path, "letter.md", LETTER), marking=Marking.AMBER)
    low, high = person("low", Role.READER, Marking.CLEAR), person("high", Role.READER, Marking.RED)
    people = people_of(workspace, low, high)
    app = team_app(workspace, people)
    one, two = signed_in(app, "low"), signed_in(app, "high")
    for client, name in ((one, "lows"), (two, "highs")):
        fields = {"token": form_token(client, "/account"), "question": "q=hospitals", "name": name}
        assert client.post("/search/save", data=fields).status_code == 303
    assert listed(one)[0].startswith("lows: 0 sentences, none new")
    assert listed(two)[0].startswith("highs: 2 sentences, none new")
    fields = {"token": form_token(one, "/account"), "name": "highs", "show": "all"}
    assert one.post("/search/open", data=fields).status_code == 404
    assert workspace.saved_searches(by="Low") == []
    one.get("/")
    people.remove("low", OWNER)
    assert workspace.saved_searches(by="account low") == []
    with workspace.store.reading() as connection:
        assert connection.execute(visits.select()).all() == []
    people_of(workspace, low)
    assert listed(signed_in(app, "low")) == []
    assert listed(two)[0].startswith("highs: 2")


def test_the_first_visit_says_that_it_is_one(
    workspace: Workspace, tmp_path: Path, client_of: ClientOf
) -> None:
    """And shows what was added last; asking again within the visit changes nothing."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    client = client_of(workspace)
    first = client.get("/").text
    assert "This is your first visit" in first
    assert "Talks of Aldoria and Gavria" in first
    assert client.get("/").text == first
    assert json.loads(client.get("/home.json").content)["since"] is None


def back_later(workspace: Workspace, began: str = LONG_AGO) -> None:
    """Everybody's visit began then."""
    with workspace.store.writing() as connection:
        connection.execute(update(visits).values(began_at=began))


def test_home_tells_what_came_since_the_last_visit(
    workspace: Workspace, tmp_path: Path, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents, what others judged with a link to it, and promises whose last day passed, with the day of that visit."""
    monkeypatch.setattr(Desk, "today", date(2031, 12, 1))
    add(workspace, write(tmp_path, "talks.md", TALKS))
    kept = finding(workspace, "establish a direct contact")
    client_of(workspace).get("/")
    before = datetime.now(UTC).isoformat(timespec="microseconds")
    (receipt,) = add(workspace, write(tmp_path, "letter.md", LETTER))
    workspace.judge(kept.key, "accept", by="Ben")
    workspace.judge(kept.key, "withdraw", by="Ben")
    workspace.judge(kept.key, "accept", by="unnamed")
    back_later(workspace, before)
    # a visit that began just now goes on: this one began as long ago as one that is over
    later = client_of(workspace)
    assert json.loads(later.get("/home.json").content)["since"] is None
    back_later(workspace, before.replace(before[:4], "2025", 1))
    told = json.loads(client_of(workspace).get("/home.json").content)["since"]
    assert told["since"].startswith("2025-")
    assert [one["by"] for one in told["said"]] == ["Ben"]
    assert told["said"][0]["number"] == 2
    assert [one["verdict"] for one in told["said"][0]["newest"]] == ["withdraw", "accept"]
    assert told["said"][0]["newest"][0]["address"] == f"/documents/{kept.document}#f-{kept.key}"
    assert {one["key"] for one in told["documents"]} == {kept.document, receipt.document}
    assert [one["key"] for one in told["fell_due"]] == [kept.key]


def test_what_was_there_already_is_not_new(workspace: Workspace, tmp_path: Path, client_of: ClientOf) -> None:
    """Neither documents nor judgements of before, nor promises that fell due before or are still to come."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    workspace.judge(finding(workspace, "direct contact").key, "accept", by="Ben")
    client_of(workspace).get("/")
    seen = datetime.now(UTC)
    with workspace.store.writing() as connection:
        connection.execute(
            update(visits).values(began_at=(seen - timedelta(hours=2)).isoformat(), before_at=None)
        )
    workspace.visit(by="unnamed")
    with workspace.store.writing() as connection:
        connection.execute(update(visits).values(before_at=seen.isoformat(timespec="microseconds")))
    page = client_of(workspace).get("/")
    told = json.loads(client_of(workspace).get("/home.json").content)["since"]
    assert (told["documents"], told["said"], told["fell_due"]) == ([], [], [])
    assert f"You were here last on {seen.date()}" in page.text
    assert "Last added" in page.text


def test_a_server_writes_once_a_visit(workspace: Workspace, client_of: ClientOf) -> None:
    """Asked again and again, the row stays what it was, and nothing is locked to write."""
    client = client_of(workspace)
    client.get("/")
    back_later(workspace)
    for _ in range(3):
        client.get("/")
    with workspace.store.reading() as connection:
        assert connection.execute(visits.select()).all() == [("unnamed", LONG_AGO, None)]


def test_a_visit_lasts_while_its_visitor_asks(workspace: Workspace) -> None:
    """Half an hour after the last request another one begins, however long the visit was."""
    now = ["2031-05-01T10:00:00+00:00"]
    held, desk = Visits(lambda: now[0]), Desk.of(workspace)
    first = held.of(desk)
    for at in ("10:29", "10:58", "11:20"):
        now[0] = f"2031-05-01T{at}:00+00:00"
        assert held.of(desk) == first
    back_later(workspace, "2025-01-01T00:00:00.000000+00:00")
    now[0] = "2031-05-01T11:51:00+00:00"
    assert held.of(desk).before_at == "2025-01-01T00:00:00.000000+00:00"


def test_home_answers_where_a_visit_cannot_be_written(tmp_path: Path, client_of: ClientOf) -> None:
    """On a file that nobody may write, and tries no second time in the same visit."""
    path = tmp_path / "acquis.db"
    Workspace.open(path, create=True).close()
    store = open_store(str(path))
    store.close()
    tried: list[str] = []
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
    event.listen(store.engine, "before_cursor_execute", lambda *told: tried.append(told[2]), named=False)
    with Workspace(store) as workspace:
        client = client_of(workspace)
        assert client.get("/").status_code == client.get("/").status_code == 200
    assert len([words for words in tried if words == "BEGIN IMMEDIATE"]) == 1


def test_pages_filled_in_advance_are_no_visit(workspace: Workspace) -> None:
    """A server that starts has nobody on a visit."""
    for view in VIEWS:
        if "{" not in view.path:
            fill_unasked(view, Desk.of(workspace))
    with workspace.store.reading() as connection:
        assert connection.execute(visits.select()).all() == []
    assert isinstance(workspace.visit(by="A."), Visit)
