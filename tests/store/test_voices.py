"""Voices: one for each finding, or for each of its concepts that is asked for, few concepts or many; nothing hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.claims import Wanted
from acquis.store.voices import Listening, Voice, find_heard, find_voices
from acquis.vocabulary import load_vocabulary
from acquis.workspace import Workspace
from workspaces import add, finding, write

SPOKEN = """---
title: Statement of {state}
published: {day}
---

{state} supports norm 13(f) and the work on ransomware. {state} will protect hospitals under norm 13(g) by 2033.

We call on all States to report under norm 13(f).
"""
NORMS = frozenset({"provision.norm.f", "provision.norm.g"})
EVERY = frozenset(load_vocabulary().concepts.entries)


@pytest.fixture
def spoken(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Two statements, the later one added first, the earlier one for few."""
    for state, day, marking in (("Japan", "2031-05-02", Marking.CLEAR), ("Italy", "2031-05-01", Marking.RED)):
        add(workspace, write(tmp_path, f"{state}.md", SPOKEN.format(state=state, day=day)), marking=marking)
    return workspace


def voices(workspace: Workspace, asked: Listening, viewer: Viewer = EVERYTHING) -> list[Voice]:
    """What is heard."""
    with workspace.store.reading() as connection:
        return find_voices(connection, viewer, asked)


def test_a_voice_for_each_finding_and_for_each_concept(spoken: Workspace) -> None:
    """Without concepts each finding once; with them as often as it has one of them."""
    alone = voices(spoken, Listening())
    assert len(alone) == len(spoken.claims())
    assert {one.concept for one in alone} == {None}
    meant = voices(spoken, Listening(concepts=NORMS))
    targets = [(one.claim.act, t) for one in spoken.claims() for t in one.claim.targets if t in NORMS]
    assert sorted((one.act, one.concept or "") for one in meant) == sorted(targets)


def test_many_concepts_are_gone_through_and_few_looked_up_with_one_answer(spoken: Workspace) -> None:
    """Both ways give the same voices, in the same order: by document and in the order of its text."""
    few, many = voices(spoken, Listening(concepts=NORMS)), voices(spoken, Listening(concepts=EVERY))
    assert few == [one for one in many if one.concept in NORMS]
    assert many == sorted(many, key=lambda one: (one.document, one.claim, one.concept or ""))
    assert len(many) > len(few)


@pytest.mark.parametrize("concepts", [frozenset[str](), NORMS, EVERY])
def test_what_is_hidden_replaced_or_rejected_is_not_heard(
    spoken: Workspace, tmp_path: Path, concepts: frozenset[str]
) -> None:
    """Of marked works nothing, of older versions nothing, of what a person rejected nothing."""
    clear = Viewer(Marking.CLEAR)
    assert {code for one in voices(spoken, Listening(concepts), clear) for code in one.owners} == {"JP"}
    promise = ("commitment", ("JP",))
    assert promise in {(one.act, one.owners) for one in voices(spoken, Listening(concepts))}
    spoken.judge(finding(spoken, "Japan will protect").key, "reject", by="A.")
    assert promise not in {(one.act, one.owners) for one in voices(spoken, Listening(concepts))}
    newer = SPOKEN.format(state="Japan", day="2031-05-02").replace("norm 13(f) and", "")
    add(spoken, write(tmp_path, "Japan.md", newer))
    with spoken.store.reading() as connection:
        heard = find_heard(connection, EVERYTHING)
    assert {one.document for one in voices(spoken, Listening(concepts))} <= set(heard)


def test_wishes_narrow(spoken: Workspace) -> None:
    """By act, by owner, by another concept that the finding has."""
    assert {one.act for one in voices(spoken, Listening(acts=("call", "support")))} == {"call", "support"}
    assert {one.owners for one in voices(spoken, Listening(owner="IT"))} == {("IT",)}
    both = voices(spoken, Listening(concepts=NORMS, targeting="threat.ransomware"))
    assert {(one.act, one.concept) for one in both} == {("support", "provision.norm.f")}
    assert voices(spoken, Listening(element="cbms")) == [
        one for one in voices(spoken, Listening()) if one.element == "cbms"
    ]


def test_documents_come_by_day(spoken: Workspace) -> None:
    """Whatever the order in which they were added; with who speaks, and how it is marked."""
    with spoken.store.reading() as connection:
        heard = list(find_heard(connection, EVERYTHING).values())
        seen = list(find_heard(connection, Viewer(Marking.CLEAR)).values())
    assert [(one.published, one.actors, one.marking) for one in heard] == [
        ("2031-05-01", ("IT",), int(Marking.RED)), ("2031-05-02", ("JP",), int(Marking.CLEAR)),
    ]  # fmt: skip
    assert [one.key for one in seen] == [heard[1].key]


def test_voices_have_what_their_findings_have(spoken: Workspace) -> None:
    """Owners, act, status and confidence of the finding itself."""
    claims = spoken.claims(Wanted(acts=("commitment",)))
    told = sorted(
        (one.owners, one.status, one.confidence) for one in voices(spoken, Listening(acts=("commitment",)))
    )
    assert told == sorted((one.claim.owners, one.status, one.claim.confidence) for one in claims)
