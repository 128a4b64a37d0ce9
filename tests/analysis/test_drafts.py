"""Two drafts: what became of every paragraph, and what a negotiator notices first."""

from __future__ import annotations

import pytest

from acquis.model.comparison import Comparison
from compared import compared

FIRST = """# Draft report

1. States reaffirm that the Charter of the United Nations in its entirety applies to networks.

2. States shall take all measures to protect hospitals from harm, and report on them by 31 March 2031.

3. The Group welcomes the report on points of contact and requests the Chair to hold 3 exercises each year.

4. We agreed to establish a directory of points of contact, open to all States.

5. The Group heard that Aldoria and Brevania offered training for officers of small economies.

6. The Group noted the growing threat of ransomware to harbours.
"""
SECOND = """# Draft report

1. States reaffirm that the Charter of the United Nations applies to networks.

2. The Group noted the growing threat of ransomware to harbours.

3. States should, where possible, take measures to protect hospitals from harm, and report on them by 30 June 2031.

4. The Group takes note of the report on points of contact and invites the Chair not to hold 2 exercises each year.

5. The Group heard that Brevania offered training for officers of small economies.

6. Small delegations asked for a fund for their travel to meetings.
"""


@pytest.fixture(scope="module")
def drafts() -> Comparison:
    """The two drafts, compared."""
    return compared(FIRST, SECOND)


def test_drafts_are_known_by_their_paragraphs(drafts: Comparison) -> None:
    """Nobody has to say that they are drafts; the reason is told."""
    assert drafts.mode == "drafts"
    assert "of the shorter text stands in the other" in drafts.why


def test_every_paragraph_has_its_fate(drafts: Comparison) -> None:
    """Unchanged, edited, moved, new, gone, with the numbers in both."""
    assert [(one.change, one.a, one.b) for one in drafts.paragraphs] == [
        ("unchanged", "§1", "§1"),
        ("edited", "1", "1"),
        ("moved", "6", "2"),
        ("edited", "2", "3"),
        ("edited", "3", "4"),
        ("gone", "4", None),
        ("edited", "5", "5"),
        ("new", None, "6"),
    ]
    assert [one.renumbered for one in drafts.paragraphs if one.a == "6"] == [True]


@pytest.mark.parametrize(
    ("kind", "gone", "come", "turn"),
    [
        ("verb", "shall", "should", "softer"),
        ("verb", "welcomes", "takes note", "softer"),
        ("verb", "requests", "invites", "softer"),
        ("hedge", "in its entirety", "", "softer"),
        ("hedge", "", "where possible", "softer"),
        ("negation", "", "not", "changed"),
        ("date", "31 March 2031", "30 June 2031", "changed"),
        ("number", "3", "2", "changed"),
        ("name", "Aldoria", "", "changed"),
    ],
)
def test_what_matters_is_noticed(drafts: Comparison, kind: str, gone: str, come: str, turn: str) -> None:
    """Verbs of commitment, hedges, denials, dates, numbers and names; each said once."""
    found = [(one.kind, one.gone, one.come, one.turn) for one in drafts.notices]
    assert found.count((kind, gone, come, turn)) == 1  # type: ignore[arg-type]


def test_a_promise_that_went_is_noticed(drafts: Comparison) -> None:
    """With its words and where it stood."""
    (promise,) = [one for one in drafts.notices if one.kind == "promise"]
    assert (promise.gone[:19], promise.come, promise.a, promise.b) == ("We agreed to establ", "", "4", None)


def test_a_verb_in_another_form_is_no_change() -> None:
    """ "welcomes" and "welcomed" commit alike."""
    other = FIRST.replace("welcomes", "welcomed")
    comparison = compared(FIRST, other)
    assert [one.change for one in comparison.paragraphs].count("edited") == 1
    assert comparison.notices == ()


def test_drafts_of_any_language_are_aligned() -> None:
    """Findings are read from English alone; words are marked in all, and this is said."""
    first = "Les États réaffirment que le droit international est applicable aux réseaux et que la paix est pour tous."
    comparison = compared(first, first.replace("réaffirment", "rappellent"))
    assert (comparison.mode, comparison.paragraphs[0].change) == ("drafts", "edited")
    assert "reads no findings in this language" in comparison.remarks[0]
