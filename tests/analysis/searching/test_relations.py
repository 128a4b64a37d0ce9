"""What a later sentence does with a promise, by its wording; and which pairs leave no doubt."""

from __future__ import annotations

import pytest

from acquis.analysis.searching.relations import relate
from acquis.analysis.searching.settling import settles
from acquis.model.promise import Relation

PROMISE = "Aldoria will launch the Harbour Fellowship for young analysts in 2032."
RELATED: dict[str, Relation] = {
    "Aldoria launched the Harbour Fellowship for young analysts.": "done",
    "The Harbour Fellowship was launched today.": "done",
    "We launched the Harbour Fellowship, which will train forty analysts.": "done",
    "The Harbour Fellowship is now open.": "done",
    "Aldoria will launch the Harbour Fellowship in 2032.": "repeated",
    "Aldoria agreed to launch the Harbour Fellowship.": "repeated",
    "The two sides decided to launch the Harbour Fellowship.": "repeated",
    "They look forward to the launch of the Harbour Fellowship.": "repeated",
    "Aldoria will launch the Harbour Fellowship and double its places.": "strengthened",
    "Aldoria will launch the Harbour Fellowship with additional places.": "strengthened",
    "Aldoria will consider a fellowship for young analysts, where possible.": "weakened",
    "Aldoria has decided not to launch the Harbour Fellowship.": "withdrawn",
    "The Harbour Fellowship was cancelled.": "withdrawn",
    "The launch of the Harbour Fellowship was called off.": "withdrawn",
    "The Harbour Fellowship was replaced by the Coast Programme.": "replaced",
    "The launch of the Harbour Fellowship was postponed to 2034.": "replaced",
}


@pytest.mark.parametrize(("later", "relation"), RELATED.items())
def test_what_a_sentence_does_with_a_promise(later: str, relation: Relation) -> None:
    """Taken back, replaced, done, or still to come: more, less or the same."""
    assert relate(PROMISE, later).relation == relation


def test_a_promise_to_withdraw_is_not_withdrawn_by_its_words() -> None:
    """A word that the promise has itself says nothing new."""
    promise = "Aldoria will replace the old register, which was cancelled."
    assert relate(promise, "The old register was cancelled and replaced.").relation == "done"


@pytest.mark.parametrize(
    ("later", "in_part", "dated"),
    [
        ("The first phase of the Harbour Fellowship was launched.", True, False),
        ("The Harbour Fellowship was launched today.", False, True),
        ("Progress towards the Harbour Fellowship was made yesterday.", True, True),
        ("The Harbour Fellowship was launched.", False, False),
        ("The first phase of the Harbour Fellowship will be launched today.", False, False),
    ],
)
def test_in_part_and_dated(later: str, in_part: bool, dated: bool) -> None:
    """Said of what is done alone."""
    told = relate(PROMISE, later)
    assert (told.in_part, told.dated) == (in_part, dated)


SETTLED = (
    (PROMISE, "Aldoria launched the Harbour Fellowship for young analysts."),
    (PROMISE, "In Calder the Harbour Fellowship was launched by the two ministers."),
    ("We will establish a Joint Cable Centre.", "The Joint Cable Centre was established in Zelt."),
    (
        "Both sides agreed to sign the Coastal Data Agreement.",
        "The Coastal Data Agreement was signed in Calder.",
    ),
    (
        "Aldoria will share indicators of ransomware with all regional partners of the coast guard every month.",
        "Aldoria will share indicators of ransomware with all regional partners of the coast guard each month.",
    ),
)
WAITING = {
    "the verb is not finished": (PROMISE, "Aldoria will have launched the Harbour Fellowship by 2033."),
    "another verb": (PROMISE, "Aldoria discussed the Harbour Fellowship."),
    "another name": (PROMISE, "Aldoria launched the Coast Fellowship."),
    "the verb is far off": (
        PROMISE,
        f"The Harbour Fellowship, {'with all its many partners and friends, ' * 3}has been launched.",
    ),
    "the verb is of another sentence": (
        PROMISE,
        "They praised the Harbour Fellowship. The ship was launched.",
    ),
    "no proper name": ("Aldoria will launch a fellowship.", "Aldoria launched a fellowship."),
    "a place": ("We will host talks in New Harbour.", "The talks in New Harbour were hosted by the mayor."),
    "an agency of many": ("We will establish a National Centre.", "The National Centre was established."),
    "a person": ("We will host President Anna Berg in Zelt.", "President Anna Berg was hosted in Zelt."),
    "few words": ("We will share data.", "We will share data."),
    "boilerplate": (
        "This order shall not create any right or benefit, substantive or procedural, enforceable by any party at law.",
        "This order shall not create any right or benefit, substantive or procedural, enforceable by any party at law.",
    ),
    "withdrawn": (PROMISE, "The Harbour Fellowship, launched last year, was cancelled."),
    "nothing": (PROMISE, ""),
}


@pytest.mark.parametrize(("promise", "later"), SETTLED, ids=range(len(SETTLED)))
def test_no_doubt(promise: str, later: str) -> None:
    """The very thing by its proper name with the finished verb beside it, or the same sentence again."""
    assert settles(promise, later, relate(promise, later).relation)


@pytest.mark.parametrize(("promise", "later"), WAITING.values(), ids=WAITING)
def test_a_person_has_to_look(promise: str, later: str) -> None:
    """Whatever is near to it."""
    assert settles(promise, later, relate(promise, later).relation) is None


def test_long_sentences_take_no_time() -> None:
    """Also those that are made to: a name without end settles nothing."""
    long = "Aldoria will launch the " + "Harbour of the " * 5_000
    assert settles(long, f"{long} Fellowship was launched.", "done") is None
