"""False friends judged on the page that proposes them: two meanings, the same meaning, undo, and who came second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.model.account import Role
from acquis.model.marking import Marking
from acquis.workspace import Workspace
from forms import form_of
from signing import form_token, people_of, person, signed_in, team_app
from treaties import add_treaties

PAGE = "/convergence/false-friends"


@pytest.fixture
def treaty(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Two States that use the same words for now and for later."""
    add_treaties(workspace, tmp_path)
    return workspace


@pytest.fixture
def desk(treaty: Workspace, client_of: Callable[[Workspace], TestClient]) -> TestClient:
    """The browser of the workspace's owner."""
    return client_of(treaty)


def settled(workspace: Workspace) -> list[str]:
    """How the pairs that are shown stand."""
    return [one.settled for one in workspace.false_friends().pairs]


def send(client: TestClient, verdict: str, selector: str = "form.pair") -> int:
    """Fill the first form in as it is and press the button with this verdict."""
    fields = form_of(client.get(PAGE).text, selector)
    return client.post(PAGE, data={**fields, "verdict": verdict}, follow_redirects=False).status_code


def test_a_pair_is_judged_and_taken_back(desk: TestClient, treaty: Workspace) -> None:
    """The same meaning: not shown again; undo: proposed again; two meanings: it stays, as a person's."""
    assert send(desk, "unlink") == 303
    assert settled(treaty) == []
    assert "the same meaning" in desk.get(PAGE).text
    assert send(desk, "withdraw", "#undo") == 303
    assert settled(treaty) == ["proposed"]
    assert send(desk, "link") == 303
    assert settled(treaty) == ["accepted"]
    assert send(desk, "withdraw", "#undo") == 303
    assert settled(treaty) == ["proposed"]
    assert LexborHTMLParser(desk.get(PAGE).text).css_first("#undo") is None
    assert [one.verdict for one in treaty.judgements()] == ["reject", "withdraw", "accept", "withdraw"]


def test_who_comes_second_is_told_so(desk: TestClient, treaty: Workspace) -> None:
    """A form that was shown before somebody answered changes nothing, nor does an undo that was sent twice."""
    old = form_of(desk.get(PAGE).text, "form.pair")
    assert send(desk, "link") == 303
    second = desk.post(PAGE, data={**old, "verdict": "unlink"})
    assert (second.status_code, settled(treaty)) == (404, ["accepted"])
    assert "somebody may have answered first" in second.text
    undo = form_of(desk.get(PAGE).text, "#undo")
    assert desk.post(PAGE, data={**undo, "verdict": "withdraw"}, follow_redirects=False).status_code == 303
    again = desk.post(PAGE, data={**undo, "verdict": "withdraw"})
    assert (again.status_code, settled(treaty)) == (404, ["proposed"])


def test_only_a_verdict_that_there_is_counts(desk: TestClient, treaty: Workspace) -> None:
    """A word that is none of the three is no answer."""
    assert send(desk, "perhaps") == 400
    assert treaty.judgements() == []


def test_readers_see_pairs_without_forms_and_low_clearances_no_pair(
    treaty: Workspace, vocabulary: tuple[Path, ...]
) -> None:
    """A reader judges nothing; who may see one sentence alone can neither judge the pair nor undo what was said."""
    people = people_of(
        treaty,
        person("reader", Role.READER),
        person("low", Role.REVIEWER, Marking.GREEN),
        person("high", Role.REVIEWER),
    )
    app = team_app(treaty, people, vocabulary)
    assert not LexborHTMLParser(signed_in(app, "reader").get(PAGE).text).css("form.pair")
    high, low = signed_in(app, "high"), signed_in(app, "low")
    shown = form_of(high.get(PAGE).text, "form.pair")
    sent = {**shown, "verdict": "link", "token": form_token(low, "/account")}
    assert low.post(PAGE, data=sent).status_code == 404
    assert send(high, "link") == 303
    undo = form_of(high.get(PAGE).text, "#undo")
    stolen = {**undo, "verdict": "withdraw", "token": form_token(low, "/account")}
    assert low.post(PAGE, data=stolen).status_code == 404
    assert settled(treaty) == ["accepted"]
