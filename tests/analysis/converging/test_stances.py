"""Stances by act and words: conditions, an open mind, the denial of a clash, and threats."""

from __future__ import annotations

import pytest

from acquis.analysis.converging.stances import is_conditional, is_threat, qualified, stance_of
from acquis.model.claim import Act


@pytest.mark.parametrize(
    ("act", "words", "stance", "lean"),
    [
        ("support", "Gavria supports the fund.", "supports", 1.0),
        (
            "support",
            "Gavria supports the fund, provided that it is open to all.",
            "supports on conditions",
            0.5,
        ),
        ("support", "We can support it on two conditions.", "supports on conditions", 0.5),
        ("support", "Subject to these clarifications, we could support it.", "supports on conditions", 0.5),
        ("affirmation", "We are in favour as long as it stays voluntary.", "supports on conditions", 0.5),
        ("affirmation", "Gavria keeps an open mind on the treaty.", "keeps it open", 0.0),
        ("objection", "Gavria reserves its position on the fund.", "keeps it open", 0.0),
        ("objection", "Gavria opposes the fund.", "objects", -1.0),
        ("objection", "Gavria opposes the fund as long as it is closed.", "objects", -1.0),
        ("objection", "We do not see the fund and the portal as rivals.", "mentions it", None),
        ("proposal", "We see the appeal of the fund proposed by Gavria.", "mentions it", None),
        ("report", "States subject to attacks told us so.", "acts on it", 1.0),
        ("exchange", "We discussed the fund.", "mentions it", None),
    ],
)
def test_words_qualify_the_act(act: Act, words: str, stance: str, lean: float | None) -> None:
    """The act gives the stance, its words bind it, open it or take it back."""
    taken = qualified(stance_of(act, 0.95), act, words)
    assert (taken.stance, taken.lean) == (stance, lean)


def test_an_unsure_act_takes_no_side() -> None:
    """Where a side would be news, the reader must be sure; to affirm is none."""
    assert stance_of("objection", 0.3).lean is None
    assert stance_of("affirmation", 0.3).lean == 1.0


def test_concern_about_a_threat_shares_the_view_that_it_is_one() -> None:
    """About anything else it takes no side; what objects beside a threat is not told by the act."""
    assert stance_of("concern", 0.9, threat=True).lean == 1.0
    assert stance_of("concern", 0.9).lean is None
    assert stance_of("objection", 0.9, threat=True).lean is None


def test_to_speak_of_a_proposal_is_no_yes_to_it() -> None:
    """A report or an affirmation beside its name takes no side; what is condemned is objected to."""
    assert stance_of("report", 0.9, proposal=True).lean is None
    assert stance_of("condemnation", 0.9, proposal=True).stance == "objects"


def test_conditions_and_threats_are_told_by_words_and_kinds() -> None:
    """Threats of the vocabulary, and provisions of that element."""
    assert is_conditional("We could join only if calls are taken in our language.")
    assert not is_conditional("We join it.")
    assert is_threat("threat.ransomware", {})
    assert is_threat("provision.threat.new", {"provision.threat.new": "threats"})
    assert not is_threat("provision.norm.f", {"provision.norm.f": "norms"})
