"""Review in a browser without scripts: the queue, the finding in its text, answers, undo, and who came second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.vocabulary.lookup import find_actor, find_concept
from acquis.web.answering import spoken
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from forms import answer, form_of, token
from workspaces import CONTACT, TALKS, TRAIN, add, finding, write

BASE = "http://127.0.0.1"


@pytest.fixture
def talks(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace with one document."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    return workspace


@pytest.fixture
def people(talks: Workspace, vocabulary: tuple[Path, ...]) -> Callable[[str], TestClient]:
    """A browser of somebody, each with a server of their own on the same workspace."""

    def browser(name: str) -> TestClient:
        return TestClient(make_app(Desk.of(talks, vocabulary, reviewer=name)), base_url=BASE)

    return browser


@pytest.fixture
def desk(people: Callable[[str], TestClient]) -> TestClient:
    """The browser of one reviewer."""
    return people("Desk")


def words(page: str, selector: str) -> str:
    """The text of the first such element, blanks made one."""
    found = LexborHTMLParser(page).css_first(selector)
    assert found is not None, selector
    return " ".join(found.text().split())


def test_the_first_of_the_queue_is_shown_in_its_text(desk: TestClient, talks: Workspace) -> None:
    """Its words are marked where they stand, and the next one is a link away."""
    first, second, *_ = talks.review_queue()
    page = desk.get("/review")
    assert words(page.text, "mark.now") == first.claim.evidence.quote
    assert f"#c-{second.key}" in (LexborHTMLParser(page.text).css_first("#next").attributes["href"] or "")  # type: ignore[union-attr]
    assert len(LexborHTMLParser(page.text).css("#queue ~ form tbody tr")) == talks.waiting()
    assert desk.get("/review.json").json()["queue"][0]["key"] == first.key


def test_accept_leads_to_the_next(desk: TestClient, talks: Workspace) -> None:
    """The finding stands as it was, signed by this desk, and the page has the next one."""
    first, second, *_ = talks.review_queue()
    answered = answer(desk, first.key, "accept")
    assert answered.status_code == 303
    assert f"key={second.key}" in answered.headers["location"]
    assert talks.claim(first.key).status == "accepted"
    assert talks.judgements(first.key)[0].by == "Desk"
    assert "Desk accepted" in words(desk.get(f"/review?key={first.key}").text, ".history")


def test_reject_with_a_reason_and_undo(desk: TestClient, talks: Workspace) -> None:
    """The reason is in the history; undo takes what was said last back, one after the other."""
    keys = [one.key for one in talks.review_queue()[:2]]
    answer(desk, keys[0], "reject", why="<b>a question</b>")
    answer(desk, keys[1], "accept")
    assert "<b>a question</b>" in words(desk.get(f"/review?key={keys[0]}").text, ".history")
    for key in reversed(keys):
        page = desk.get("/review")
        undone = desk.post(
            "/review/answer",
            data={**form_of(page.text, "#undo"), "verdict": "withdraw"},
            follow_redirects=False,
        )
        assert f"key={key}" in undone.headers["location"]
        assert talks.claim(key).status == "found"
    assert LexborHTMLParser(desk.get("/review").text).css_first("#undo") is None


def test_a_correction_changes_what_was_changed(desk: TestClient, talks: Workspace) -> None:
    """Names and codes, an emptied value, other words of the text; what the form has as it was stays."""
    before = finding(talks, CONTACT)
    fields = {
        "act": "affirmation",
        "owners": "Aldoria; XD",
        "due": "",
        "quote": "establish a direct\ncontact",
        "place": "Sentar",
    }
    assert answer(desk, before.key, "correct", **fields).status_code == 303
    claim = talks.claim(before.key).claim
    assert (claim.act, claim.owners, claim.due, claim.venue) == ("affirmation", ("XC", "XD"), None, "Sentar")
    assert claim.evidence.quote == "establish a direct contact"
    assert (claim.grade, claim.element, claim.targets) == (
        before.claim.grade, before.claim.element, before.claim.targets,
    )  # fmt: skip


def test_the_form_says_what_the_finding_says(desk: TestClient, talks: Workspace) -> None:
    """Sent as it is, there is nothing to correct, for every finding."""
    for one in talks.claims():
        refused = answer(desk, one.key, "correct")
        assert (refused.status_code, "nothing to correct" in refused.text) == (400, True), one.key
    assert talks.judgements() == []


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("owners", "Atlantis", "no actor"),
        ("targets", "the weather", "no topic"),
        ("due", "soon", "expected 2031"),
        ("grade", "9", "expected 1 to 5"),
        ("act", "sing", "there are commitment"),
        ("element", "sing", "there are international-law"),
        ("quote", "words that stand nowhere", "does not stand in the document"),
        ("verdict", "maybe", "there are accept"),
        ("key", "ffffffffffff", "no finding"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(
    desk: TestClient, talks: Workspace, field: str, typed: str, said: str
) -> None:
    """In a line that says what would be right, and nothing is kept."""
    page = desk.get(f"/review?key={finding(talks, TRAIN).key}")
    fields = {**form_of(page.text, ".correct"), "verdict": "correct", field: typed}
    refused = desk.post("/review/answer", data=fields)
    assert refused.status_code in (400, 404)
    assert said in refused.text
    assert talks.judgements() == []


def test_the_second_person_sees_the_first(people: Callable[[str], TestClient], talks: Workspace) -> None:
    """Both had the page open: the second is shown what the first said, and may say theirs all the same."""
    first, second = people("First"), people("Second")
    key = finding(talks, TRAIN).key
    shown = form_of(second.get(f"/review?key={key}").text, ".correct")
    answer(first, key, "reject", why="no offer")
    fields = {**shown, "verdict": "correct", "owners": "XD", "why": "as <i>printed</i>"}
    page = second.post("/review/answer", data=fields, follow_redirects=False)
    assert page.status_code == 409
    assert "First rejected" in words(page.text, ".history")
    assert "as <i>printed</i>" in words(page.text, "[aria-labelledby=yours]")
    assert [one.by for one in talks.judgements(key)] == ["First"]
    again = second.post(
        "/review/answer", data=form_of(page.text, "[aria-labelledby=yours] form"), follow_redirects=False
    )
    assert again.status_code == 303
    assert talks.claim(key).claim.owners == ("XD",)
    assert [one.by for one in talks.judgements(key)] == ["First", "Second"]


def test_undo_does_not_take_back_what_others_said(
    people: Callable[[str], TestClient], talks: Workspace
) -> None:
    """Somebody judged it after me: my undo is refused where I had not seen that."""
    first, second = people("First"), people("Second")
    key = finding(talks, TRAIN).key
    answer(first, key, "accept")
    undo = form_of(first.get("/review").text, "#undo")
    answer(second, key, "reject")
    assert first.post("/review/answer", data={**undo, "verdict": "withdraw"}).status_code == 409
    assert talks.claim(key).status == "rejected"


def test_several_are_accepted_at_once(desk: TestClient, talks: Workspace) -> None:
    """Those that were chosen; where one was judged meanwhile, none."""
    page = LexborHTMLParser(desk.get("/review").text)
    chosen = [one.attributes["value"] for one in page.css("input[name=chosen]")]
    sent = {"token": token(desk), "chosen": chosen[:2], "back": "/review?page=1"}
    assert (
        desk.post("/review/accept", data=sent, follow_redirects=False).headers["location"] == "/review?page=1"
    )
    assert [talks.claim((one or "").split()[0]).status for one in chosen[:3]] == [
        "accepted",
        "accepted",
        "found",
    ]
    assert desk.post("/review/accept", data={**sent, "chosen": chosen[1:3]}).status_code == 409
    assert talks.claim((chosen[2] or "").split()[0]).status == "found"
    assert desk.post("/review/accept", data={**sent, "chosen": []}).status_code == 400


def test_the_queue_is_filtered_and_parted(desk: TestClient, talks: Workspace) -> None:
    """By act, owner and document, as the command line does; a part that is not there is empty."""
    offers = [one for one in talks.review_queue() if one.claim.act == "offer"]
    found = desk.get("/review.json?act=offer&owner=Aldoria").json()
    assert [one["key"] for one in found["queue"]] == [one.key for one in offers]
    assert found["waiting"] == len(offers) > 0
    assert desk.get("/review.json?page=9").json()["queue"] == []
    assert desk.get("/review?document=nothing").status_code == 404
    assert desk.get("/review?owner=Atlantis").status_code == 400


def test_a_sequel_is_linked_and_taken_back_and_another_is_not(
    desk: TestClient, talks: Workspace, tmp_path: Path
) -> None:
    """What a person says of a proposed sentence settles the promise in the ledger, until they take it back."""
    later = """---
title: One year later
published: 2031-12-01
---

Aldoria and Gavria established their direct contact on 2 September 2031.
"""
    early = TALKS.replace("2031", "2021").replace("2032", "2022")
    add(talks, write(tmp_path, "early.md", early), write(tmp_path, "later.md", later.replace("2031", "2021")))
    page = LexborHTMLParser(desk.get("/review?what=sequels").text)
    form = page.css_first("form.sequel")
    assert form is not None
    fields = form_of(desk.get("/review?what=sequels").text, "form.sequel")
    open_ends = desk.get("/ledger.json").json()["ledger"]["promises"]
    before = next(one for one in open_ends if one["key"] == fields["promise"])
    assert (
        desk.post("/review/link", data={**fields, "verdict": "link"}, follow_redirects=False).status_code
        == 303
    )
    ledger = desk.get("/ledger.json").json()["ledger"]["promises"]
    linked = next(one for one in ledger if one["key"] == fields["promise"])
    assert linked["evidence"]["by"] == "Desk"
    assert desk.post("/review/link", data={**fields, "sequel": "ffffffffffff"}).status_code == 404
    undo = form_of(desk.get("/review?what=sequels").text, "#undo")
    taken_back = {**undo, "verdict": "withdraw"}
    assert desk.post("/review/link", data=taken_back, follow_redirects=False).status_code == 303
    again = desk.get("/ledger.json").json()["ledger"]["promises"]
    assert next(one for one in again if one["key"] == fields["promise"]) == before
    assert fields["sequel"] in desk.get("/review?what=sequels").text
    assert desk.post("/review/link", data=taken_back).status_code == 404
    assert 'id="undo"' not in desk.get("/review?what=sequels").text


def test_cards_of_a_document_have_the_same_answers(desk: TestClient, talks: Workspace) -> None:
    """Accepted there, the page comes back at the finding."""
    kept = finding(talks, TRAIN)
    page = desk.get(f"/documents/{kept.document}")
    fields = form_of(page.text, f"#f-{kept.key} form")
    answered = desk.post("/review/answer", data={**fields, "verdict": "accept"}, follow_redirects=False)
    assert answered.headers["location"] == f"/documents/{kept.document}#f-{kept.key}"
    assert talks.claim(kept.key).status == "accepted"


def test_names_in_forms_lead_back(shown: Workspace, vocabulary: tuple[Path, ...]) -> None:
    """Every owner and target of the examples is written as something that is read as itself."""
    desk = Desk.of(shown, vocabulary)
    for one in shown.claims():
        for written in filter(None, spoken(desk, one.claim.targets, find_concept).split("; ")):
            assert find_concept(desk.vocabulary, written) in one.claim.targets
        for written in filter(None, spoken(desk, one.claim.owners, find_actor).split("; ")):
            assert written in one.claim.owners or find_actor(desk.vocabulary, written) in one.claim.owners
