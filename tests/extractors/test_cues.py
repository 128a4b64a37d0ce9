"""The words that show an act, found in a sentence."""

from __future__ import annotations

from typing import get_args

import pytest

from acquis.extractors.cue_table import CUES
from acquis.extractors.cues import find_cues, verb_forms
from acquis.model.claim import Act

FORMS = {
    "commit": "commit commits committed committing",
    "reply": "reply replies replied replying",
    "deploy": "deploy deploys deployed deploying",
    "stress": "stress stresses stressed stressing",
    "invite": "invite invites invited inviting",
    "undertake": "undertake undertakes undertook undertaken undertaking",
    "hold": "hold holds held holding",
}
FOUND = {
    "they agreed in principle to meet": [("agree-to", "agreed in principle to")],
    "they reaffirmed their shared commitment to peace": [("reaffirm-commitment", "reaffirmed their shared commitment to")],
    "they have decided to meet": [("resolve", "have decided to")],
    "we stand ready to share our law": [("offer", "stand ready to share")],
    "they agreed that norms apply to all": [("share-view", "agreed that"), ("apply", "apply to")],
    "calling on all states": [("call-on", "calling on")],
    "an exchange of views": [("exchange-views", "exchange of views")],
    "the goodwill of the mattress": [],
}  # fmt: skip


def cues(text: str) -> list[tuple[str, str]]:
    """The name and the words of each cue of a text."""
    words = text.split()
    return [
        (hit.cue.name, " ".join(words[hit.first : hit.last + 1])) for hit in find_cues(words, 0, len(words))
    ]


@pytest.mark.parametrize(("lemma", "forms"), FORMS.items(), ids=FORMS)
def test_the_forms_of_a_verb(lemma: str, forms: str) -> None:
    """Spelling rules and the irregular verbs of the field."""
    assert verb_forms(lemma) == forms.split()


@pytest.mark.parametrize(("text", "found"), FOUND.items(), ids=range(len(FOUND)))
def test_the_longest_cue_at_each_place(text: str, found: list[tuple[str, str]]) -> None:
    """Every form of the verb, with optional words; whole words only; of one place the longest."""
    assert cues(text) == found


def test_cues_are_found_inside_the_span_only() -> None:
    """Words after the end of a sentence do not lengthen a cue in it."""
    words = "they agreed to meet they agreed that norms apply".split()
    assert [hit.cue.name for hit in find_cues(words, 0, 2)] == []
    assert [hit.first for hit in find_cues(words, 4, 7)] == [5]


def test_every_line_of_the_table_is_a_known_act() -> None:
    """Act, name and patterns on each line; each name belongs to one act."""
    rows = [[part.strip() for part in line.split("|")] for line in CUES.strip().splitlines()]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert {row[0] for row in rows} == {*get_args(Act), "none"}
    assert len({row[1] for row in rows}) == len(rows)
