"""Anchors: words are found again exactly, nearly, or are lost."""

from __future__ import annotations

import time

import pytest

from acquis.model.anchor import LOST, Anchor
from acquis.store.anchors import resolve

TEXT = "Aldoria opened. The sides agreed to meet again in Sentar in 2032. Gavria closed the talks."
QUOTE = "agreed to meet again in Sentar in 2032"


def anchor(text: str, quote: str, nth: int = 1) -> Anchor:
    """The anchor of the `nth` place of these words."""
    at = -1
    for _ in range(nth):
        at = text.index(quote, at + 1)
    return Anchor.at("work", text, at, at + len(quote))


def place(text: str, found: Anchor) -> tuple[str, str]:
    """How surely it was found, and on which words."""
    resolved = resolve(found, text)
    return resolved.nearness, text[resolved.start : resolved.end]


def test_the_same_words_are_found_exactly() -> None:
    """In their own text, and anywhere in another."""
    for text in (TEXT, f"Much came before this. {TEXT}", f"{QUOTE}."):
        assert place(text, anchor(TEXT, QUOTE)) == ("exact", QUOTE)


@pytest.mark.parametrize("blank", ["\n", "  ", "\u00a0", " \n\n "])
def test_blanks_do_not_matter(blank: str) -> None:
    """Lines may be broken otherwise: the place is that of the text's own words."""
    words = QUOTE.replace(" ", blank)
    assert place(TEXT.replace(QUOTE, words), anchor(TEXT, QUOTE)) == ("exact", words)


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_of_several_the_one_among_the_same_neighbours(nth: int) -> None:
    """Words that are said again are told apart by what stands before and after them."""
    text = (
        "First we will meet, said one. Then we will meet, said another. At last we will meet, said a third."
    )
    found = resolve(anchor(text, "will meet", nth), f"An opening line.\n{text}")
    assert found.nearness == "exact"
    assert found.start == [text.index("will meet", at) for at in (0, 20, 50)][nth - 1] + len(
        "An opening line.\n"
    )


@pytest.mark.parametrize(
    "edited",
    [
        "agreed to meet once again in Sentar in 2032",
        "agreed to meet again in Sentar, in 2032",
        "agreed to meet again at Sentar in 2032",
        "agree to meet again in Sentar in 2033",
    ],
)
def test_edited_words_are_found_nearly(edited: str) -> None:
    """A word more, a sign, a tense: near, on whole words."""
    nearness, words = place(TEXT.replace(QUOTE, edited), anchor(TEXT, QUOTE))
    assert nearness == "near"
    assert words in edited
    assert len(words) > len(edited) * 0.7


@pytest.mark.parametrize("text", ["", " ", "x", "Aldoria opened. Gavria closed the talks.", "Ω" * 300])
def test_words_that_are_gone_are_lost(text: str) -> None:
    """A place is not guessed."""
    assert resolve(anchor(TEXT, QUOTE), text) == LOST


@pytest.mark.parametrize("quote", ["", "  ", "\n"])
def test_no_words_stand_nowhere(quote: str) -> None:
    """An anchor without words is lost in any text."""
    assert resolve(Anchor("work", quote, "", ""), TEXT) == LOST


def test_signs_in_the_words_mean_nothing_more() -> None:
    """Brackets, stars and backslashes are looked for as they are."""
    text = "We (the sides) agreed* to \\meet [again]+ in 2032?  We (the sides) agreed* to \\meet."
    assert place(text, anchor(text, "(the  sides)".replace("  ", " "), 2)) == ("exact", "(the sides)")


@pytest.mark.parametrize("length", [40, 400, 1_500, 12_000])
@pytest.mark.parametrize("size", [250_000, 1_900_000])
def test_long_texts_take_no_long_time(length: int, size: int) -> None:
    """Not even where the words are long, and gone."""
    line = "The sides agreed on norms, on rules and on principles of order number {0} in the year {0}. "
    text = "".join(line.format(n) for n in range(size // 100))
    gone = "".join(f"Zephyr {n} quietly juggles vexing quartz bowls. " for n in range(length // 46 + 1))[
        :length
    ]
    began = time.perf_counter()
    assert resolve(Anchor("work", gone, "", ""), text) == LOST
    assert time.perf_counter() - began < 3


def test_a_long_quote_that_was_edited_is_found() -> None:
    """A paragraph of several thousand characters, of which a few words changed."""
    quote = " ".join(f"Point {n} of the list was agreed by all the sides." for n in range(100))
    text = f"A beginning. {quote.replace('Point 50', 'The fiftieth point')} An end."
    found = resolve(Anchor("work", quote, "", ""), text)
    assert found.nearness == "near"
    assert text[found.start : found.end].startswith("Point 0 of")
    assert text[found.start : found.end].endswith("Point 99 of the list was agreed by all the sides.")


def test_words_said_ten_thousand_times_are_found_quickly() -> None:
    """Every place is looked at once."""
    text = "We will meet. " * 100_000
    began = time.perf_counter()
    assert resolve(Anchor.at("work", text, 3, 12), text).nearness == "exact"
    assert time.perf_counter() - began < 3


def test_a_sentence_that_says_nearly_the_same_of_something_else_is_not_it() -> None:
    """A sentence that went is lost, though its neighbour is like it; where it was only edited, it is found."""
    gone = "They agreed to hold the next dialogue on cyber security in Sentar in 2032."
    other = "They agreed to hold the next dialogue on space security in Caldren in 2032."
    before = f"The two sides met in May and spoke of ports. {gone} {other} Officials of both sides took part."
    at = before.index(gone)
    anchor = Anchor.at("A/1", before, at, at + len(gone))
    assert resolve(anchor, before.replace(f"{gone} ", "")).nearness == "lost"
    edited = before.replace("on cyber security in Sentar", "on cybersecurity, in Sentar,")
    found = resolve(anchor, edited)
    assert (found.nearness, "Sentar" in edited[found.start : found.end]) == ("near", True)
