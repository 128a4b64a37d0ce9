"""The ledger on both engines: statuses with their evidence, moments, filters, what people say, and bad questions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from acquis.errors import NotKept, RequestError
from acquis.model.anchor import Anchor
from acquis.model.filters import PromiseFilters
from acquis.model.judgement import Correction, Judgement, Subject, Tie
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.promise import PromiseStatus, Relation
from acquis.store.judgements import sealed
from acquis.store.rows import days_of
from acquis.workspace import Workspace
from ledgers import ACADEMY, ALL, NEXT, OPENED, ROUND, came_on, fill, ledger, promise, statuses
from workspaces import add, finding, tables, write

THE_ACADEMY = "establish the Harbour Academy for incident responders by 2033"
THE_ROUND = "hold the third Cyber Dialogue in Calder in 2032"
OPENED_SENTENCE = "Aldoria established the Harbour Academy for incident responders this spring."


def test_how_promises_stand(workspace: Workspace, tmp_path: Path) -> None:
    """Each with its status, the rule in words and the sentence that says so, by day of their documents."""
    fill(workspace, tmp_path)
    found = ledger(workspace)
    assert statuses(found) == {
        THE_ACADEMY: "kept",
        "support small States": "cannot be checked",
        "publish a handbook on the protection of submarine cables with its regional partners": "no evidence yet",
        THE_ROUND: "kept",
        "hold the next Cyber Dialogue on a mutually convenient date": "undated",
    }
    days = [one.frame.published or "" for one in found.promises]
    assert days == sorted(days)
    academy = promise(found, "Harbour Academy")
    assert academy.evidence is not None
    assert academy.evidence.sentence == OPENED_SENTENCE
    assert "“Harbour Academy” and the finished verb beside it" in academy.why
    dialogue = promise(found, "in Calder in 2032")
    assert dialogue.why == "edition 3 took place in Calder, 2032-06-09, as was promised for 2032"
    assert dialogue.evidence is not None
    assert dialogue.evidence.sentence.startswith("Brevania and Aldoria held their third Cyber Dialogue")
    assert (found.documents, str(found.first), str(found.last)) == (4, "2031-02-03", "2032-06-10")
    assert promise(found, "submarine cables").searched == 3


def test_the_examples_tell_the_true_story(root: Path, workspace: Workspace) -> None:
    """As of 21 November 2026: London and Brussels kept, London 2026 open; EU-Ukraine kept late; India-EU undated."""
    list(workspace.add([root / "examples" / "readouts"], processes=1))
    found = ledger(workspace, "2026-11-21")
    told = {
        (*one.claim.owners, one.due.edtf if one.due else None): (one.status, one.why)
        for one in found.promises if one.same is None
    }  # fmt: skip
    assert told["GB", "EU", "2024"] == (
        "kept", "edition 2 took place in London, 2024-12-05 to 2024-12-06, as was promised for 2024",
    )  # fmt: skip
    assert told["GB", "EU", "2025"] == (
        "kept", "edition 3 took place in Brussels, 2025-12-09 to 2025-12-10, as was promised for 2025",
    )  # fmt: skip
    assert told["GB", "EU", "2026"] == ("open", "due 2026")
    late = told["EU", "UA", "2022-04/2022-06"]
    assert late == ("kept late", "edition 2 took place, 2022-09-29; it was due 2022-04/2022-06")
    assert told["IN", "EU", None][0] == "undated"
    accounts = [one for one in found.promises if one.due and one.due.edtf == "2026"]
    assert [one.same for one in accounts] == [None, accounts[0].key]
    names = {series.name: len(series.editions) for series in workspace.series()}
    assert names["UK-EU Cyber Dialogue"] == 3


@pytest.mark.parametrize(
    ("as_of", "academy", "dialogue"),
    [
        ("2031-05-06", "open", "open"),
        ("2032-04-04", "open", "open"),
        ("2032-04-05", "kept", "open"),
        ("2032-06-09", "kept", "open"),
        ("2032-06-10", "kept", "kept"),
    ],
)
def test_as_of_counts_what_was_published_by_then(
    workspace: Workspace, tmp_path: Path, as_of: str, academy: str, dialogue: str
) -> None:
    """The day itself counts; nothing that came later is told, as evidence, candidate or count."""
    fill(workspace, tmp_path)
    ledger(workspace)
    found = ledger(workspace, as_of)
    assert (statuses(found)[THE_ACADEMY], statuses(found)[THE_ROUND]) == (academy, dialogue)
    published = [
        sequel.frame.published or ""
        for one in found.promises
        for sequel in (one.evidence, *one.candidates)
        if sequel
    ]
    assert all(day <= as_of for day in published)
    assert found.documents == sum(
        one.document.published <= as_of
        for one in map(workspace.show, _names(workspace))
        if one.document.published
    )


def _names(workspace: Workspace) -> list[str]:
    return [one.key for one in workspace.documents()]


def test_a_passed_date_is_never_a_broken_promise(workspace: Workspace, tmp_path: Path) -> None:
    """Due in its last month, and without evidence after it."""
    fill(workspace, tmp_path, {"academy.md": ACADEMY, "round.md": ROUND})
    assert statuses(ledger(workspace, "2033-12-24"))[THE_ACADEMY] == "due"
    late = promise(ledger(workspace, "2034-01-01"), "Harbour Academy")
    assert (late.status, late.searched) == ("no evidence yet", 1)
    assert "1 later document searched" in late.why


@pytest.mark.parametrize(("known_on", "status", "documents"), [
    ("2032-07-01", "open", 1), ("2032-07-02", "kept", 2), ("2035-01-01", "kept", 2),
])  # fmt: skip
def test_known_on_counts_what_was_in_the_workspace(
    workspace: Workspace, tmp_path: Path, known_on: str, status: str, documents: int
) -> None:
    """By the day it was added, whenever it was published."""
    fill(workspace, tmp_path, {"academy.md": ACADEMY, "opened.md": OPENED})
    came_on(workspace, "academy.md", "2031-03-01")
    came_on(workspace, "opened.md", "2032-07-02")
    found = ledger(workspace, "2032-12-01", known_on)
    assert (statuses(found)[THE_ACADEMY], found.documents) == (status, documents)
    assert bool(promise(found, "Harbour Academy").candidates) == (documents == 2)


def test_series_known_on(workspace: Workspace, tmp_path: Path) -> None:
    """Editions that nobody had told this workspace of are not there."""
    fill(workspace, tmp_path, {"round.md": ROUND, "next.md": NEXT})
    came_on(workspace, "round.md", "2031-06-01")
    came_on(workspace, "next.md", "2032-07-01")
    known = [workspace.series(known_on=day) for day in (date(2031, 1, 1), date(2031, 6, 1), date(2032, 7, 1))]
    assert [[len(one.editions) for one in each] for each in known] == [[], [1], [2]]


FILTERS: dict[PromiseFilters, set[str]] = {
    PromiseFilters(party="XC"): {"Academy", "small States", "cables", "in Calder in 2032", "mutually"},
    PromiseFilters(party="XD"): {"in Calder in 2032", "mutually"},
    PromiseFilters(party="XE"): set(),
    PromiseFilters(party="XC", counterpart="XD"): {"in Calder in 2032", "mutually"},
    PromiseFilters(series="cyber dialogue"): {"in Calder in 2032", "mutually"},
    PromiseFilters(series="dialogue brevania"): {"in Calder in 2032", "mutually"},
    PromiseFilters(series="economic"): set(),
    PromiseFilters(grade=3): {"Academy", "cables", "in Calder in 2032", "mutually"},
    PromiseFilters(statuses=("kept",)): {"Academy", "in Calder in 2032"},
    PromiseFilters(statuses=("undated", "withdrawn")): {"mutually"},
    PromiseFilters(since="2032"): {"mutually"},
    PromiseFilters(until="2031-02"): {"Academy", "small States", "cables"},
    PromiseFilters(since="2031-05-06", until="2031-05-06"): {"in Calder in 2032"},
    PromiseFilters(about=frozenset({"topic.none"})): set(),
}


@pytest.mark.parametrize("filters", FILTERS, ids=range(len(FILTERS)))
def test_filters(workspace: Workspace, tmp_path: Path, filters: PromiseFilters) -> None:
    """All that is asked must hold; what is left stands as it does in the whole."""
    fill(workspace, tmp_path)
    whole, found = ledger(workspace), ledger(workspace, filters=filters)
    assert {one.key for one in found.promises} == {promise(whole, words).key for words in FILTERS[filters]}
    assert set(found.promises) <= set(whole.promises)


def test_a_topic_filter_finds_what_targets_it(workspace: Workspace, tmp_path: Path) -> None:
    """By concept id."""
    fill(workspace, tmp_path)
    targets = {target for one in ledger(workspace).promises for target in one.claim.targets}
    for target in targets:
        found = ledger(workspace, filters=PromiseFilters(about=frozenset({target})))
        assert found.promises
        assert all(target in one.claim.targets for one in found.promises)
    assert targets


def test_what_a_person_corrects_shows(workspace: Workspace, tmp_path: Path) -> None:
    """Owner and due date at once; what was rejected is gone."""
    fill(workspace, tmp_path)
    ledger(workspace)
    academy = finding(workspace, "will establish the Harbour Academy").key
    workspace.judge(academy, "correct", by="A.", correction=Correction(owners=("XE",)))
    assert promise(ledger(workspace), "Harbour Academy").claim.owners == ("XE",)
    workspace.judge(finding(workspace, "in Calder in 2032").key, "reject", by="A.")
    assert THE_ROUND not in statuses(ledger(workspace))
    workspace.judge(
        finding(workspace, "submarine cables").key, "correct", by="A.", correction=Correction(act="call")
    )
    assert not any("cables" in words for words in statuses(ledger(workspace)))


def test_a_statement_that_a_person_makes_a_promise_gets_candidates(
    workspace: Workspace, tmp_path: Path
) -> None:
    """On the next ledger, and only it is searched; taken back, nothing of it stays."""
    proposal = ACADEMY.replace("Aldoria will establish", "Aldoria proposes to establish")
    fill(workspace, tmp_path, {"academy.md": proposal, "opened.md": OPENED})
    assert not any("Harbour" in words for words in statuses(ledger(workspace)))
    before = tables(workspace.store)
    key = finding(workspace, "proposes to establish").key
    workspace.judge(key, "correct", by="A.", correction=Correction(act="commitment", grade=5))
    made = promise(ledger(workspace), "Harbour Academy")
    assert made.candidates[0].sentence == OPENED_SENTENCE
    workspace.judge(key, "correct", by="A.", correction=Correction(act="proposal"))
    ledger(workspace)
    after = tables(workspace.store)
    assert (after["sequels"], after["searched"]) == (before["sequels"], before["searched"])


def test_a_rejection_for_some_viewers_only(workspace: Workspace, tmp_path: Path) -> None:
    """What was rejected under a higher marking still stands for those who may not know of it."""
    fill(workspace, tmp_path, marking=Marking.CLEAR)
    key = finding(workspace, "will establish the Harbour Academy").key
    workspace.judge(key, "reject", by="A.", marking=Marking.RED)
    assert THE_ACADEMY not in statuses(ledger(workspace))
    assert statuses(ledger(workspace, viewer=Viewer(Marking.CLEAR)))[THE_ACADEMY] == "kept"


def _link(
    workspace: Workspace, relation: Relation, *, at: str, reject: bool = False, tie: Tie = "sequel"
) -> None:
    """A person ties the promise of the academy to the sentence on rain."""
    ends = (
        "Aldoria will establish the Harbour Academy for incident responders by 2033.",
        "It rained in Calder on that day.",
    )
    anchors = []
    for words in ends:
        (line,) = [
            line for line in workspace.documents() if words in workspace.show(line.key).record.document.text
        ]
        whole = workspace.show(line.key).record.document.text
        start = whole.index(words)
        anchors.append(Anchor.at(line.work, whole, start, start + len(words)))
    subject = Subject("link", tuple(anchors), tie=tie)
    judgement = Judgement("", subject, "reject" if reject else "accept", "A. Reviewer", at, relation=relation)
    workspace.add_judgements([sealed(judgement)])


LINKED: tuple[tuple[Relation, PromiseStatus], ...] = (
    ("withdrawn", "withdrawn"), ("weakened", "softened"), ("strengthened", "strengthened"),
    ("replaced", "superseded"), ("repeated", "re-affirmed"), ("done", "kept"),
)  # fmt: skip


def test_a_persons_link_goes_before_every_rule(workspace: Workspace, tmp_path: Path) -> None:
    """The last word counts; before it was said it is not known; taken back, the rules speak again."""
    fill(workspace, tmp_path, {"academy.md": ACADEMY, "opened.md": OPENED})
    came_on(workspace, ".md", "2031-01-01")
    for day, (relation, status) in enumerate(LINKED, 1):
        _link(workspace, relation, at=f"2032-05-0{day}T10:00:00.000000+00:00")
        one = promise(ledger(workspace), "Harbour Academy")
        assert (one.status, one.why) == (status, "A. Reviewer says so")
        assert one.evidence is not None
        assert (one.evidence.sentence, one.evidence.by) == ("It rained in Calder on that day.", "A. Reviewer")
    early = promise(ledger(workspace, known_on="2032-04-30"), "Harbour Academy")
    assert early.evidence is not None
    assert early.evidence.sentence == OPENED_SENTENCE
    _link(workspace, "done", at="2032-06-01T10:00:00.000000+00:00", reject=True)
    last = promise(ledger(workspace), "Harbour Academy")
    assert last.evidence == early.evidence
    assert "It rained in Calder on that day." not in {one.sentence for one in last.candidates}


def test_the_marking_is_that_of_all_it_shows(workspace: Workspace, tmp_path: Path) -> None:
    """The promise is clear and its evidence is red: together they are red, and others are not shown the evidence."""
    fill(workspace, tmp_path, {"academy.md": ACADEMY}, marking=Marking.CLEAR)
    fill(workspace, tmp_path, {"opened.md": OPENED}, marking=Marking.RED)
    whole = ledger(workspace)
    assert (promise(whole, "Harbour Academy").marking, whole.marking) == (Marking.RED, Marking.RED)
    part = ledger(workspace, viewer=Viewer(Marking.GREEN))
    assert (part.marking, part.documents, statuses(part)[THE_ACADEMY]) == (
        Marking.CLEAR,
        1,
        "no evidence yet",
    )


def test_the_next_meeting_that_two_accounts_promise_is_one(workspace: Workspace, tmp_path: Path) -> None:
    """The second names the first."""
    other = ROUND.replace("title: Aldoria and Brevania hold", "title: Our") + "\nIt was sunny.\n"
    fill(workspace, tmp_path, {"one.md": ROUND, "other.md": other})
    one, two = ledger(workspace).promises
    assert (one.same, two.same) == (None, one.key)


def test_bad_questions_change_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """An empty workspace, a day before the first document, one before the first was added: told, and no row written."""
    with pytest.raises(NotKept, match="no documents in this workspace yet"):
        ledger(workspace)
    fill(workspace, tmp_path)
    rows = tables(workspace.store)
    with pytest.raises(
        RequestError, match="no document is of 2030-01-01 or earlier; the first is of 2031-02-03"
    ):
        ledger(workspace, "2030-01-01")
    came_on(workspace, ".md", "2033-01-01")
    rows = tables(workspace.store)
    with pytest.raises(RequestError, match=r"nothing was in this workspace on 2032-12-31; .* on 2033-01-01"):
        ledger(workspace, known_on="2032-12-31")
    came_on(workspace, "academy.md", "2034-01-01")
    with pytest.raises(RequestError, match="the first is of 2031-05-06"):
        ledger(workspace, "2031-03-01", "2033-06-01")
    came_on(workspace, "academy.md", "2033-01-01")
    assert tables(workspace.store) == rows
    with pytest.raises(NotKept):
        ledger(workspace, viewer=Viewer(Marking.CLEAR))


def test_a_document_of_a_year_counts_when_the_year_is_over(workspace: Workspace, tmp_path: Path) -> None:
    """Also one of February, whose last day the store writes as the 31st; one without a day always counts."""
    days = {"year": days_of("2031"), "month": days_of("2032-02"), "none": (None, None)}
    for name in days:
        add(workspace, write(tmp_path, f"{name}.md", f"---\ntitle: {name}\n---\nWe will pay for the {name}."))
    with workspace.store.writing() as connection:
        for name, (first, last) in days.items():
            connection.execute(
                text("UPDATE documents SET earliest = :first, latest = :last WHERE title = :name"),
                {"first": first, "last": last, "name": name},
            )
    counted = {
        day: ledger(workspace, day).documents
        for day in ("2031-12-30", "2031-12-31", "2032-02-28", "2032-02-29")
    }
    assert counted == {"2031-12-30": 1, "2031-12-31": 2, "2032-02-28": 2, "2032-02-29": 3}


def test_all_documents_and_viewers(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing is told twice: each commitment that stands is one promise."""
    fill(workspace, tmp_path, ALL)
    found = ledger(workspace, viewer=EVERYTHING)
    claims = [one.key for one in workspace.claims() if one.claim.act == "commitment"]
    assert sorted(one.key for one in found.promises) == sorted(claims)
