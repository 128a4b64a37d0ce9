"""The words of a passage as they are stored."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from acquis.grammar.words import plain_words
from acquis.store.words import indexed_words


def test_plain_words_are_plain() -> None:
    """Every character of Unicode: taken to its plain form once, it stays; a saved query finds tomorrow."""
    for code in range(sys.maxunicode + 1):
        words = plain_words(f"Σ{chr(code)}")
        assert plain_words(" ".join(words)) == words, hex(code)


@given(st.text(max_size=40))
def test_stored_words_hold_nothing_that_parts_them(text: str) -> None:
    """No blank, quote or sign gets into an index or a query."""
    assert all(word.isalnum() for word in indexed_words(text))


def test_words_beyond_what_both_engines_hold_keep_their_places_free() -> None:
    """The 251st time a word is said it is left out, and what follows stays where it is."""
    words = indexed_words("alpha " * 300 + "beta")
    assert len(words) == 301
    assert words.count("alpha") == 250
    assert words[-1] == "beta"
