"""What a file says of itself before its text begins."""

from __future__ import annotations

import pytest

from acquis.readers.front_matter import split_head

TEXT = "Aldoria and Brevania met.\n"
NO_HEAD = [
    "---\ntitle: [open\n---\nThe text.",
    "---\njust words\n---\nThe text.",
    "---\n- a\n- b\n---\nThe text.",
    "---\ntitle: never closed\nThe text.",
    "The text.\n\n---\ntitle: too late\n---\n",
]


def test_fields_are_words_by_lower_case_key() -> None:
    """Dates, numbers and booleans stay as printed; the text is what follows the fence."""
    head, text = split_head(
        f"---\nTitle: 'A  title'\npublished: 2031-05-04\nround: 03\nopen: no\n---\n{TEXT}"
    )
    assert dict(head.fields) == {"title": "A title", "published": "2031-05-04", "round": "03", "open": "no"}
    assert text == TEXT


def test_nested_fields_and_lists_are_flat() -> None:
    """A mapping in a mapping is found under `a.b`, a list as words with commas."""
    head, _ = split_head(
        "---\nsource:\n  Publisher: Ministry\n  url: x\ntags: [cyber, talks]\nempty:\n---\nText"
    )
    assert dict(head.fields) == {
        "source.publisher": "Ministry", "source.url": "x", "tags": "cyber, talks", "empty": "",
    }  # fmt: skip


@pytest.mark.parametrize("text", NO_HEAD, ids=range(len(NO_HEAD)))
def test_what_is_no_mapping_is_text(text: str) -> None:
    """Broken YAML, lists, bare words and fences that do not open the file are kept as text."""
    head, rest = split_head(text)
    assert (dict(head.fields), rest) == ({}, text)


@pytest.mark.parametrize("before", ["", "\n\n", "---\ntitle: A\n---\n"])
def test_a_source_line_is_provenance(before: str) -> None:
    """`# source:` opens the file or follows the front matter; it is metadata and no text."""
    head, text = split_head(f"{before}# Source:  the archive, box 3 \n{TEXT}")
    assert (head.provenance, text) == ("the archive, box 3", TEXT)


def test_a_source_line_further_down_is_text() -> None:
    """Only the top of a file tells its provenance."""
    head, text = split_head(f"{TEXT}# source: a heading")
    assert (head.provenance, text) == (None, f"{TEXT}# source: a heading")


@pytest.mark.parametrize(
    ("line", "date", "text"),
    [
        ("date 2031-05-04 Aldoria and Brevania met.", "2031-05-04", "Aldoria and Brevania met."),
        ("date:\t2031-05-04\nAldoria met.", "2031-05-04", "\nAldoria met."),
        ("# source: box 3\ndate 2031-05-04 They met.", "2031-05-04", "They met."),
        ("date to be agreed", None, "date to be agreed"),
        ("Update 2031-05-04", None, "Update 2031-05-04"),
    ],
)
def test_a_leading_date_line(line: str, date: str | None, text: str) -> None:
    """`date YYYY-MM-DD` before the first words dates the document and is cut off; other words are text."""
    head, rest = split_head(line)
    assert (head.date, rest) == (date, text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("title: The “Quad” met", "The “Quad” met"),
        ('title: The "Quad"', 'The "Quad"'),
        ('title: "A\\_title"', "A title"),
        ("title: 'A\\_title'", "A\\_title"),
        ("title: at 10:30 #2", "at 10:30"),
        ("title: a#b", "a#b"),
    ],
)
def test_simple_lines_read_as_yaml_reads_them(line: str, words: str) -> None:
    """Quotes, escapes, colons and comments mean the same in simple and in difficult heads."""
    for more in ("", "\nlist: [a, b]"):
        head, _ = split_head(f"---\n{line}{more}\n---\n{TEXT}")
        assert head.fields["title"] == words


def test_the_last_of_two_equal_keys_counts() -> None:
    """Also where one holds a mapping."""
    head, _ = split_head(f"---\nsource:\n  url: a\nsource: b\n---\n{TEXT}")
    assert dict(head.fields) == {"source": "b"}
