"""Markdown inside a block: the marks go, the words stay."""

from __future__ import annotations

import pytest

from acquis.readers.inline import plain

WORDS = {
    "See [the text](https://example.org/a_(b)) here.": "See the text here.",
    '[The text](https://example.org "A title") stands.': "The text stands.",
    "[The text][1] stands.": "The text stands.",
    "![Flag of Aldoria](flag.png) Aldoria": "Flag of Aldoria Aldoria",
    "Write to <mailto:desk@example.org>.": "Write to mailto:desk@example.org.",
    "**Bold**, *slanted*, ***both***, __bold__ and _slanted_": "Bold, slanted, both, bold and slanted",
    "~~Struck~~ and `code`": "Struck and code",
    "a_file_name stays": "a_file_name stays",
    "The 9<sup>th</sup> round": "The 9\u2060th round",
    "a<br/>b": "a b",
    "<td>Aldoria</td><td>Brevania</td>": " Aldoria  Brevania ",
    "one <em>word</em>": "one word",
    r"5\. item, \*starred\*, \[sic\], a\_b, \\": "5. item, *starred*, [sic], a_b, \\",
    "Trade &amp; security &#8211; &quot;both&quot;": 'Trade & security – "both"',
    "R&D of Aldoria": "R&D of Aldoria",
    "fewer < more": "fewer < more",
    "[aligns itself with the Union]": "[aligns itself with the Union]",
    "No marks at all.": "No marks at all.",
}


@pytest.mark.parametrize(("markdown", "words"), WORDS.items(), ids=range(len(WORDS)))
def test_marks_go_and_words_stay(markdown: str, words: str) -> None:
    """Labels stay and addresses go; escaped marks and marks inside words are words."""
    assert plain(markdown) == words


def test_a_long_row_of_open_brackets_is_no_trap() -> None:
    """Unclosed marks cost no time and stay."""
    assert plain("[" * 5_000) == "[" * 5_000
