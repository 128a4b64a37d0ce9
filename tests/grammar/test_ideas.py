"""Phrases of ideas in a sentence: how they are written, and what they match."""

from __future__ import annotations

import time

import pytest

from acquis.grammar.ideas import IdeaLexicon, Place


def places(phrase: str, words: str, *, refused: str = "", stops: frozenset[int] = frozenset()) -> list[Place]:
    """Where one phrase stands in some words."""
    lexicon = IdeaLexicon({"idea": ([phrase], [refused] if refused else [])})
    return lexicon.find(words.split(), stops).get("idea", [])


@pytest.mark.parametrize(
    ("phrase", "words", "expected"),
    [
        ("attack*", "they attacked twice", [Place(1, 1)]),
        ("attack", "they attacked twice", []),
        ("cyber+attack*", "cyberattacks and cyber attacks", [Place(0, 0), Place(2, 3)]),
        ("power/electricity grid*", "electricity grids", [Place(0, 1)]),
        ("critical (national) infrastructure", "critical infrastructure", [Place(0, 1)]),
        ("critical (national) infrastructure", "critical national infrastructure", [Place(0, 2)]),
        ("refrain .. attack*", "refrain from any and all attacks", [Place(0, 5)]),
        ("refrain .. attack*", "refrain a b c d e f attacks", []),
        ("must not", "must they not", []),
    ],
)
def test_a_phrase_is_found_as_it_is_written(phrase: str, words: str, expected: list[Place]) -> None:
    """Stems, alternatives, joined words, words left out, and gaps of up to five words."""
    assert places(phrase, words) == expected


def test_what_only_looks_like_an_idea_is_no_place() -> None:
    """A longer phrase that means something else takes the words away; elsewhere they count."""
    words = "target of 2030 and a target of hackers"
    assert places("target*", words, refused="target of 2030") == [Place(5, 5)]


def test_a_gap_ends_at_a_stop() -> None:
    """Words on two sides of a comma are no phrase with a gap; a phrase without one may have commas."""
    assert places("women .. cyberspace", "women and cyberspace") == [Place(0, 2)]
    assert places("women .. cyberspace", "women and cyberspace", stops=frozenset({1})) == []
    assert places("secure open", "secure open", stops=frozenset({1})) == [Place(0, 1)]


def test_long_texts_take_time_in_step_with_their_length() -> None:
    """Twice the words take about twice the time, also where every word opens a phrase."""
    lexicon = IdeaLexicon({"idea": (["a .. a .. a .. b"], [])})
    took = []
    for size in (5_000, 20_000):
        began = time.perf_counter()
        lexicon.find(["a"] * size)
        took.append(time.perf_counter() - began)
    assert took[1] < 12 * took[0] + 0.05
