"""Words as numbers: the same words as everywhere, where they stand, in any script and of any length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.analysis.reuse.words import is_empty, read_words
from acquis.grammar.words import plain_words

LATIN = st.text(st.sampled_from("abcXYZéÑüß019 .,-’'()\n/"), max_size=200)


@settings(deadline=None)
@given(LATIN)
def test_they_are_the_words_of_the_grammar(text: str) -> None:
    """As many, in the same places, and two have one number where the grammar has one word for both."""
    words = read_words(text)
    shown = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    plain = plain_words(text)
    assert [plain_words(word) for word in shown] == [[word] for word in plain]
    number_of = dict(zip(plain, words.numbers.tolist(), strict=True))
    assert words.numbers.tolist() == [number_of[word] for word in plain]
    assert len(set(number_of.values())) == len(number_of)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_words_inside_it(text: str) -> None:
    """Of whatever characters: places rise, none is empty, and none lies outside."""
    words = read_words(text)
    places = [
        place for pair in zip(words.starts.tolist(), words.ends.tolist(), strict=True) for place in pair
    ]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in zip(places[::2], places[1::2], strict=True))


def test_a_long_text_is_read_in_pieces_as_if_in_one() -> None:
    """A word has one number wherever it stands."""
    text = "accord on hospitals " * 40_000
    words = read_words(text)
    assert len(words) == 120_000
    assert set(words.numbers.tolist()) == set(read_words("hospitals on accord").numbers.tolist())
    assert text[words.starts[-1] : words.ends[-1]] == "hospitals"


@pytest.mark.parametrize(
    ("text", "count"), [("各国不应攻击医院。", 8), ("ระบบ", 4), ("Държавите пазят", 2), ("", 0)]
)
def test_scripts_without_blanks_give_their_letters(text: str, count: int) -> None:
    """Chinese and Thai are compared letter by letter, Cyrillic word by word."""
    assert len(read_words(text)) == count


def test_function_words_are_known_as_such() -> None:
    """In any case; words that tell something are not."""
    words = read_words("The hospitals OF each port")
    assert is_empty(words.numbers).tolist() == [True, False, True, True, False]


def test_a_word_after_an_empty_line_opens_a_paragraph() -> None:
    """One line end alone is no new paragraph."""
    assert read_words("one two\nthree\n\nfour five").opens.tolist() == [False, False, False, True, False]
