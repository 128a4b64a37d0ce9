"""The lineage of a promise: which sentences belong to it, in which order, with which words marked, for whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from acquis.errors import NotKept, RequestError
from acquis.model.lineage import Lineage, Step
from acquis.model.link import Pair
from acquis.model.marking import Marking, Viewer
from acquis.workspace import Workspace
from linked import DRILL, EXERCISE, NEXT, SECOND, promise, talks
from workspaces import add, write

DAY = date(2034, 6, 1)
PORTAL = """---
title: {title}
published: {day}
---

Aldoria and Brevania met in Calder on {day}.

{words}
"""
MADE = "Aldoria and Brevania agreed to open a joint portal for reports of ransomware against ports by 2033."
AGAIN = "Aldoria and Brevania agreed to open a joint portal for reports of ransomware against ports by 2034."
OPENED = "Aldoria and Brevania opened the joint portal for reports of ransomware against ports in May 2034."


@pytest.fixture
def portal(workspace: Workspace, tmp_path: Path) -> Workspace:
    """One promise, made again with another date, and then kept."""
    for name, day, words in (
        ("made.md", "2031-02-03", MADE), ("again.md", "2032-02-03", AGAIN), ("opened.md", "2034-05-20", OPENED),
    ):  # fmt: skip
        text = PORTAL.format(title=f"Meeting {name}", day=day, words=words)
        add(workspace, write(tmp_path, name, text), marking=Marking.CLEAR)
    return workspace


def sentences(lineage: Lineage) -> list[str]:
    """The words of its steps."""
    return [step.sentence for step in lineage.steps]


def step_of(lineage: Lineage, sentence: str) -> Step:
    """The step of a sentence."""
    (one,) = [step for step in lineage.steps if step.sentence == sentence]
    return one


def changed(step: Step) -> list[tuple[str, str]]:
    """The words that are marked."""
    return [(piece.standing, piece.text.strip()) for piece in step.pieces if piece.standing != "both"]


def test_a_promise_is_followed_both_ways(portal: Workspace) -> None:
    """From any of its promises the same sentences, the oldest first, each against the one before."""
    for asked in (MADE, AGAIN):
        lineage = portal.lineage(promise(portal, asked).key[:8], as_of=DAY)
        assert [one for one in sentences(lineage) if "portal" in one] == [MADE, AGAIN, OPENED]
        assert lineage.key == promise(portal, asked).key
        assert (step_of(lineage, MADE).relation, step_of(lineage, MADE).pieces) == (None, ())
        assert changed(step_of(lineage, AGAIN)) == [("gone", "2033"), ("new", "2034")]
        assert step_of(lineage, AGAIN).relation == "repeated"
        assert step_of(lineage, OPENED).relation == "done"
        assert (step_of(lineage, OPENED).status, step_of(lineage, MADE).status is None) == (None, False)


def test_a_sentence_leads_to_the_promise_it_tells_of(portal: Workspace) -> None:
    """Asked for by the key of the report, the lineage is that of a promise it reports on."""
    key = step_of(portal.lineage(promise(portal, MADE).key, as_of=DAY), OPENED).key
    lineage = portal.lineage(key, as_of=DAY)
    assert {MADE, OPENED} <= set(sentences(lineage))
    assert lineage.key in {promise(portal, one).key for one in (MADE, AGAIN)}


def test_the_next_meeting_is_followed_through_the_editions(workspace: Workspace, tmp_path: Path) -> None:
    """What each edition promised and how it ended, with the words that say so."""
    talks(workspace, tmp_path)
    lineage = workspace.lineage(promise(workspace, NEXT).key, as_of=DAY)
    assert lineage.series == "Aldoria-Brevania Cyber Dialogue"
    assert sentences(lineage) == [
        NEXT,
        NEXT.replace("second", "third").replace("Sentar in 2032", "Calder in 2033"),
    ]
    first = lineage.steps[0]
    assert first.status == "kept"
    assert first.evidence is not None
    assert "on 7 June 2032" in first.evidence.sentence
    assert changed(lineage.steps[1]) == [
        ("gone", "second"), ("new", "third"), ("gone", "Sentar"), ("new", "Calder"), ("gone", "2032"), ("new", "2033"),
    ]  # fmt: skip


def test_of_two_accounts_the_one_that_was_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    """One meeting promised in two accounts is one step."""
    talks(workspace, tmp_path)
    again = SECOND.replace("title: Second", "title: Again the second")
    add(workspace, write(tmp_path, "again.md", again), marking=Marking.CLEAR)
    for one in (one for one in workspace.claims() if "hold the third" in one.claim.sentence.quote):
        lineage = workspace.lineage(one.key, as_of=DAY)
        assert [step.key for step in lineage.steps if "hold the third" in step.sentence] == [one.key]


def test_what_a_person_linked_belongs_to_it_and_what_they_unlinked_does_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    """However little or much the words are alike."""
    talks(workspace, tmp_path)
    key = promise(workspace).key
    pair = Pair(key, "second.md", quote=DRILL, relation="replaced")
    assert DRILL not in sentences(workspace.lineage(key, as_of=DAY))
    workspace.link(pair, by="Desk", why="a drill in its stead", marking=Marking.AMBER)
    lineage = workspace.lineage(key, as_of=DAY)
    step = step_of(lineage, DRILL)
    assert (step.relation, step.by, step.reasons) == ("replaced", "Desk", ("a drill in its stead",))
    assert (step.marking, lineage.marking) == (Marking.AMBER, Marking.AMBER)
    assert DRILL not in sentences(workspace.lineage(key, as_of=DAY, viewer=Viewer(Marking.CLEAR)))
    workspace.unlink(Pair(key, "second.md", quote=DRILL), by="Desk")
    assert DRILL not in sentences(workspace.lineage(key, as_of=DAY))


def test_only_what_a_viewer_may_see(portal: Workspace) -> None:
    """The document of a higher marking is not in it, and words of it are not marked as gone."""
    portal.mark("again.md", Marking.RED, by="Desk")
    lineage = portal.lineage(promise(portal, MADE).key, as_of=DAY, viewer=Viewer(Marking.CLEAR))
    assert [one for one in sentences(lineage) if "portal" in one] == [MADE, OPENED]
    assert lineage.marking == Marking.CLEAR
    assert "by 2034" not in str(lineage)
    whole = portal.lineage(promise(portal, MADE).key, as_of=DAY)
    assert (step_of(whole, OPENED).marking, step_of(whole, MADE).frame.marking) == (
        Marking.RED,
        Marking.CLEAR,
    )


def test_what_was_not_yet_said_is_not_in_it(portal: Workspace) -> None:
    """As of a day before the portal opened."""
    lineage = portal.lineage(promise(portal, MADE).key, as_of=date(2033, 1, 1))
    assert OPENED not in sentences(lineage)


def test_what_has_no_lineage(portal: Workspace) -> None:
    """An unknown key, a finding that promises nothing, a rejected promise, a document of another day."""
    with pytest.raises(NotKept, match="no promise 'ffffffffffff' here"):
        portal.lineage("ffffffffffff", as_of=DAY)
    other = next(one for one in portal.claims() if one.claim.act != "commitment")
    with pytest.raises(RequestError, match="is no promise"):
        portal.lineage(other.key, as_of=DAY)
    made = promise(portal, MADE)
    with pytest.raises(RequestError, match="counts in no ledger"):
        portal.lineage(made.key, as_of=date(2030, 1, 1))
    portal.judge(made.key, "reject", by="Desk")
    with pytest.raises(RequestError, match="counts in no ledger"):
        portal.lineage(made.key, as_of=DAY)


def test_a_long_story_is_told_around_the_promise(workspace: Workspace, tmp_path: Path) -> None:
    """Of a series of many editions those beside the promise that was asked for; how many are left is said."""
    for number in range(1, 16):
        words = (
            f"---\ntitle: Dialogue {number}\npublished: {2030 + number}-05-09\n---\n\nAldoria and Brevania held their "
            f"Aldoria-Brevania Cyber Dialogue in Calder on 4 May {2030 + number}.\n\nThey agreed to hold the next "
            f"Aldoria-Brevania Cyber Dialogue in Sentar in {2031 + number}.\n"
        )
        add(workspace, write(tmp_path, f"{number}.md", words))
    last = promise(workspace, "Sentar in 2046")
    lineage = workspace.lineage(last.key, as_of=date(2046, 1, 1))
    assert (len(lineage.steps), lineage.left, lineage.steps[-1].key) == (12, 3, last.key)
    assert EXERCISE not in sentences(lineage)
