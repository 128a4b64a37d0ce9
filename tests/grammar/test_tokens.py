"""The one tokenisation that all matching shares."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from acquis.grammar.tokens import tokenize


def test_words_are_runs_of_letters_and_digits() -> None:
    """Lower case, parted by hyphens, apostrophes, underscores and full stops."""
    assert tokenize("Aldoria’s U.S.-led round_2 of 2031.").words == [
        "aldoria", "s", "u", "s", "led", "round", "2", "of", "2031",
    ]  # fmt: skip


def test_tokens_of_a_span() -> None:
    """The half-open range of the tokens that start inside a span."""
    tokens = tokenize("one two three")
    assert tokens.within(4, 13) == (1, 3)
    assert tokens.within(5, 8) == (2, 2)


@given(st.text(max_size=200))
def test_places_are_those_of_the_words(text: str) -> None:
    """Every word is what stands at its place, in order, whatever the script."""
    tokens = tokenize(text)
    assert tokens.words == [text[a:b].lower() for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert tokens.starts == sorted(tokens.starts)
