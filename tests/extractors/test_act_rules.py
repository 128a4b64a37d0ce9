"""Frames that settle the act, and frames that leave doubt."""

from __future__ import annotations

import pytest
from test_clause import clause_of

from acquis.extractors.act_rules import own_subject, second_act, sure_act
from acquis.grammar.tokens import tokenize

SETTLED = [
    ("We must protect ports.", "closed", "affirmation"),
    ("We must protect ports.", "open", "call"),
    ("All States must protect ports.", "closed", "call"),
    ("Let us protect ports.", "closed", "call"),
    ("We reaffirm our commitment to training.", "open", "commitment"),
    ("We reaffirm our commitment to firmly deepen trust.", "open", "commitment"),
    ("We reaffirm our commitment to peace.", "open", "affirmation"),
    ("The next dialogue will be held in Zelt.", "closed", "commitment"),
    ("The talks covered ports.", "closed", "exchange"),
    ("Dunmar has committed to training.", "open", "commitment"),
    ("They noted the danger of fraud.", "closed", "concern"),
    ("They recognised the value of norms.", "closed", "affirmation"),
    ("Recognizing the value of norms, ports count.", "closed", "affirmation"),
    ("Attacks on ports are of concern.", "closed", "concern"),
    ("They have adopted an accord.", "closed", "report"),
]
DOUBTFUL = [
    ("The next dialogue will be held in Zelt.", "open"),
    ("They did not discuss ports.", "closed"),
    ("Ports will change.", "closed"),
    ("The accord was adopted by Dunmar.", "closed"),
    ("Dunmar welcomed the accord.", "closed"),
    ("Norms guide them.", "closed"),
    ("It could be added.", "closed"),
]


@pytest.mark.parametrize(("text", "voice", "act"), SETTLED)
def test_clear_frames_settle_the_act(text: str, voice: str, act: str) -> None:
    """Cue, form, subject and voice together leave one act."""
    sure = sure_act(clause_of(text), tokenize(text).words, voice)
    assert sure is not None
    assert sure[0] == act


@pytest.mark.parametrize(("text", "voice"), DOUBTFUL)
def test_other_frames_leave_doubt(text: str, voice: str) -> None:
    """Denied cues, things as subjects, passives and the deeds of others are weighed, not settled."""
    assert sure_act(clause_of(text), tokenize(text).words, voice) is None


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("They discussed ports and agreed to train.", "commitment"),
        ("They welcomed the accord and we will sign it.", "commitment"),
        ("They welcomed the accord that Aldoria agreed to sign.", None),
        ("They agreed to support ports and welcome guests.", None),
        ("They discussed ports and exchanged views.", None),
    ],
)
def test_a_second_act_is_coordinated(text: str, second: str | None) -> None:
    """A finite verb of another act after "and"; not a relative clause, an infinitive in a chain or the same act."""
    clause, words = clause_of(text), tokenize(text).words
    first = sure_act(clause, words, "closed")
    assert first is not None
    found = second_act(clause, words, first[1], first[0], "closed")
    assert (found[0] if found else None) == second


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("They discussed ports.", True),
        ("The talks discussed ports.", True),
        ("All States discussed ports.", False),
        ("Dunmar discussed ports.", False),
    ],
)
def test_whose_verb_it_is(text: str, own: bool) -> None:
    """The parties speak of themselves, and meetings of theirs talk; others are others."""
    assert own_subject(clause_of(text).frames[0], "closed") is own
