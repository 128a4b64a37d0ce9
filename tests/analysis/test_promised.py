"""What was promised, in its own words and without the verb of promising."""

from __future__ import annotations

import pytest

from acquis.analysis.promised import promised_words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Both sides agreed to hold the next round in Zelt in 2032.", "hold the next round in Zelt in 2032"),
        ("**We will also** train officers;", "train officers"),
        ("Aldoria undertakes to share\n  its guide.", "share its guide"),
        ("We reaffirm our commitment to train officers", "train officers"),
        ("Aldoria is to host the next round", "host the next round"),
        ("The group, which will be chaired by Aldoria, agreed to publish a guide.", "publish a guide"),
        ("Goodwill will guide them all", "guide them all"),
        ("We shall not open a centre", "not open a centre"),
        ("A workshop by May", "A workshop by May"),
        ("We will", "We will"),
        ("Aldoria agreed to it", "Aldoria agreed to it"),
        ("will.", "will"),
        ("", ""),
    ],
)
def test_promised(quote: str, words: str) -> None:
    """In one line; whole where nothing would be left."""
    assert promised_words(quote) == words


def test_a_long_quote_takes_no_time() -> None:
    """And is not cut."""
    assert promised_words("agreed " * 50_000).count("agreed") == 50_000
