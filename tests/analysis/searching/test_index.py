"""Passages that share rare words with a promise: terms, weights, what an index gives, and why."""

from __future__ import annotations

from datetime import date

import pytest

from acquis.analysis.searching.asking import ask
from acquis.analysis.searching.index import Home, Index, ordinal
from acquis.analysis.searching.likeness import FEATURES, features, reasons_of, score_of
from acquis.analysis.searching.rarity import RAREST, rarities, rarity
from acquis.analysis.searching.terms import AHEAD, DONE, HEADING, NOW, read_said, terms_of
from acquis.analysis.searching.weighing import weigh_promise
from acquis.analysis.telling import telling_passage
from acquis.store.sequels import Passage
from series import ACTORS

PROMISE = "Aldoria will establish the Harbour Academy for incident responders."


def home(
    row: int, day: str, circle: tuple[str, ...] = (), index: Index | None = None, title: str = ""
) -> Home:
    """A document of a day."""
    at = ordinal(date.fromisoformat(day))
    terms = frozenset(map(index.number, terms_of(title))) if index else frozenset()
    return Home(row, at, at, 0, frozenset(circle), terms)


def index_of(*documents: tuple[Home, tuple[str, ...]]) -> Index:
    """An index of documents with these sentences; passage ids count from 0 by document in hundreds."""
    index = Index()
    for at, (place, sentences) in enumerate(documents):
        index.add(place, [(at * 100 + n, read_said(words, ACTORS)) for n, words in enumerate(sentences)])
    return index


def nearest(
    index: Index, promise: str = PROMISE, day: str = "2031-01-01", circle: tuple[str, ...] = ()
) -> list[int]:
    """The passages nearest to a promise of a day, by id."""
    query = ask(index, promise, read_said(promise, ACTORS), home(999, day, circle))
    return [index.ids[number] for _, number in index.nearest(query, 80)]


SENTENCES = (
    "It rained.",
    "The Harbour Academy for incident responders was established.",
    "An academy was shut.",
)


def test_the_nearest_come_first() -> None:
    """Those that share nothing do not come at all."""
    assert nearest(index_of((home(1, "2032-01-01"), SENTENCES))) == [1, 2]


def test_only_later_documents() -> None:
    """The day of the promise itself is not later."""
    days = ("2030-12-31", "2031-01-01", "2031-01-02")
    index = index_of(*((home(at, day), SENTENCES) for at, day in enumerate(days)))
    assert {found // 100 for found in nearest(index)} == {2}
    assert nearest(index, day="2031-01-02") == []


def test_documents_of_others_are_left_out() -> None:
    """Where both sides are known; a document of nobody is searched."""
    index = index_of(
        (home(1, "2032-01-01", ("XC",)), SENTENCES), (home(2, "2032-01-02", ("XE",)), SENTENCES),
        (home(3, "2032-01-03"), SENTENCES),
    )  # fmt: skip
    assert {found // 100 for found in nearest(index, circle=("XC", "XD"))} == {0, 2}
    assert {found // 100 for found in nearest(index)} == {0, 1, 2}


def test_documents_without_passages_and_an_empty_index() -> None:
    """Are no trouble, wherever they stand."""
    empty: tuple[str, ...] = ()
    index = index_of(
        (home(1, "2032-01-01"), empty), (home(2, "2032-01-02"), SENTENCES), (home(3, "2032-01-03"), empty),
    )  # fmt: skip
    assert nearest(index) == [101, 102]
    assert nearest(index_of((home(1, "2032-01-01"), empty))) == []
    assert nearest(Index()) == []
    assert nearest(index, promise="…") == []


def test_scores_lie_between_nothing_and_one_and_the_true_one_wins() -> None:
    """One value a feature, and reasons in whole words."""
    index = index_of((home(1, "2032-01-01"), SENTENCES))
    query = ask(index, PROMISE, read_said(PROMISE, ACTORS), home(999, "2031-01-01"))
    values = [features(index, query, number, first) for first, number in index.nearest(query, 80)]
    assert all(len(each) == len(FEATURES) for each in values)
    scores = [score_of(each) for each in values]
    assert 1 > scores[0] > 0.9 > scores[1] > 0
    told = reasons_of(index, query, 1, SENTENCES[1])
    assert told == ("shares harbour, academy, established, incident", "a phrase in common", "365 days later")


def test_what_stands_near_helps() -> None:
    """A sentence under a heading on the matter is nearer than the same sentence under another."""
    index = Index()
    pages = (("The Harbour Academy", "It was opened in Calder."), ("The weather", "It was opened in Calder."))
    for at, lines in enumerate(pages):
        said = [(at * 100 + n, read_said(words, ACTORS, heading=n == 0)) for n, words in enumerate(lines)]
        index.add(home(at, f"2032-01-0{at + 1}"), said)
    promise = "Aldoria will open the Harbour Academy in Calder."
    query = ask(index, promise, read_said(promise, ACTORS), home(999, "2031-01-01"))
    scores = {
        index.ids[n]: score_of(features(index, query, n, first)) for first, n in index.nearest(query, 80)
    }
    assert scores[1] > scores[101]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The establishment of an Academy", ("establ", "academ")),
        ("They established academies in 2032.", ("establ", "academ", "2032")),
        ("**Bold** <b>tags</b> and [links](https://x.example/a)", ("bold", "tag", "link")),
        ("Évian, Ville d’Évian", ("evian", "ville", "evian")),
        ("", ()),
        ("the of and to", ()),
    ],
)
def test_terms(text: str, terms: tuple[str, ...]) -> None:
    """The beginning of each word that says something, in order, without accents."""
    assert read_said(text, ACTORS).terms == terms


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Aldoria launched it.", DONE),
        ("Aldoria will launch it.", AHEAD | DONE),
        ("Aldoria will open it.", AHEAD),
        ("Rain today.", NOW),
        ("Rain this week.", NOW),
        ("Rain.", 0),
    ],
)
def test_signs(text: str, signs: int) -> None:
    """What the verbs say of time; a heading is one where it is told so."""
    assert read_said(text, ACTORS).signs == signs
    assert read_said(text, ACTORS, heading=True).signs == signs | HEADING


def test_names_of_actors_are_found() -> None:
    """As concepts, whatever their form."""
    assert read_said("Aldorian and Brevanian officials", ACTORS).actors == {"state.XC", "state.XD"}


def test_what_is_promised_weighs_most() -> None:
    """More than who promises and what it is for; a proper name more than a plain word; accents do not matter."""
    weights = weigh_promise(
        "The officials of the coast agreed to open a centre in Évian to train analysts for shipping."
    )
    assert weights["centre"] > weights["train"] > weights["shippi"]
    assert weights["centre"] > weights["offici"]
    assert weights["evian"] > weights["centre"]
    assert weigh_promise("") == {}


def test_rarity() -> None:
    """Common words are common, unknown ones as rare as the rarest; nothing lies outside."""
    assert rarity("cooper") < rarity("harbou") <= rarity("qzxvwy") == RAREST
    assert all(0 <= rarity(term) <= RAREST for term in rarities())


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (
            (
                "Readout",
                "Rain fell over the old town of Zelt.",
                "The third Dialogue took place in Zelt on Monday.",
            ),
            2,
        ),
        (("Readout", "Rain fell over the old town of Zelt."), 1),
        (("Readout",), 0),
        ((), None),
    ],
)
def test_the_sentence_that_tells_of_a_meeting(lines: tuple[str, ...], at: int | None) -> None:
    """With a meeting and its verb; else the first whole sentence, else the first line."""
    passages = [Passage(n, 0, len(words), f"¶{n}", "paragraph", words) for n, words in enumerate(lines)]
    found = telling_passage(passages)
    assert (found.id if found else None) == at
