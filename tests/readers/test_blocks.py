"""Lines to blocks: headings, paragraphs and list items, with line breaks and page breaks mended."""

from __future__ import annotations

import time

import pytest

from acquis.readers.blocks import looks_like_heading, read_blocks
from acquis.readers.content import Content
from acquis.readers.markdown import read_markdown

WRAPPED = (
    "The delegations of Aldoria and Brevania met in\n"
    "Calder and spoke about threats to ports and to\n"
    "the networks of hospitals. They will meet again.\n"
)


def shapes(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    """The kind and words of each block."""
    return [(block.kind, block.text) for block in read_blocks(text, markdown=markdown)]


def test_hard_line_breaks_are_mended() -> None:
    """Lines wrapped at a width are one paragraph."""
    assert shapes(WRAPPED) == [("paragraph", " ".join(WRAPPED.split()))]


def test_a_short_last_line_ends_a_wrapped_paragraph() -> None:
    """Without blank lines a paragraph ends where a line stops early with a full stop."""
    text = WRAPPED.replace("They will meet again.", "They parted.").replace("the networks of ", "many ")
    assert len(shapes(text + text)) == 2


@pytest.mark.parametrize(
    "gap", ["\n\n", "\n\n\n\n", "\n\n7\n\n", "\n\nPage 7 of 9\n\n", "\n\n3/12\n\n", "\n\n-----\n\n"]
)
def test_a_sentence_broken_by_a_page_is_one_block(gap: str) -> None:
    """Blank lines, rules and page numbers inside a sentence do not part it."""
    text = f"The two sides agreed to hold a joint{gap}exercise on ports in Calder."
    assert shapes(text) == [
        ("paragraph", "The two sides agreed to hold a joint exercise on ports in Calder.")
    ]


def test_a_full_stop_before_a_blank_line_parts() -> None:
    """Whole sentences with a blank line between are two paragraphs."""
    assert [kind for kind, _ in shapes("The sides met here.\n\nthen they left again.")] == ["paragraph"] * 2


def test_spaces_of_all_kinds_are_one() -> None:
    """Double, no-break and thin spaces and tabs are one space each."""
    assert shapes("Both\u00a0 sides\tmet\u2009there.") == [("paragraph", "Both sides met there.")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Joint Statement", "Joint Statement"),
        ("### Norms ###", "Norms"),
        ("**Norms of behaviour**", "Norms of behaviour"),
        ("__Norms__:", "Norms"),
    ],
)
def test_headings_of_markdown(text: str, words: str) -> None:
    """Hashes and whole bold lines are headings."""
    assert shapes(f"{text}\n\nThe sides met here.", markdown=True)[0] == ("heading", words)


@pytest.mark.parametrize("end", ["###", "\\###", "END", "[END]", "***", "# # #"])
def test_end_marks_are_no_text(end: str) -> None:
    """The marks under a press release are dropped."""
    assert shapes(f"The sides met here.\n\n{end}\n", markdown=True) == [("paragraph", "The sides met here.")]


@pytest.mark.parametrize("frame", ["Begin Text", "Begin text:\n\n", "[BEGIN TEXT]\n"])
def test_the_frame_of_a_release_is_no_text(frame: str) -> None:
    """ "Begin text" goes, even glued to the first word."""
    assert shapes(f"{frame}The sides met here.\n\nEnd text\n") == [("paragraph", "The sides met here.")]


def test_a_title_block_is_a_heading_a_line() -> None:
    """Short lines without full stop over a text are title, speaker, place and date."""
    block = "Statement by Aldoria\nSecond Session\nCalder, 4 May 2031\n\nThank you, Chair. We are glad to be here."
    assert [kind for kind, _ in shapes(block)] == ["heading"] * 3 + ["paragraph"]


def test_comments_are_dropped() -> None:
    """HTML comments, also between list items and inside a line, are no text."""
    text = "- one thing\n<!-- -->\n- another\n\nThey met<!-- sic --> here.\n"
    document = read_markdown(Content("a.md", text.encode()))
    assert document.text == "- one thing\n\n- another\n\nThey met here."


def test_items_keep_mark_and_depth() -> None:
    """Bullets, numbers and letters open items; indentation is depth; a wrapped item is one block."""
    text = "We will:\n\n- train\n  our experts\n  - in Calder\n\n1. first\n2. second\n\n(a) third\n"
    found = [
        (block.text, block.mark.words if block.mark else None, block.level)
        for block in read_blocks(text, markdown=True)
    ]
    assert found == [
        ("We will:", None, 0), ("train our experts", "-", 1), ("in Calder", "-", 2),
        ("first", "1", 1), ("second", "2", 1), ("third", "a", 1),
    ]  # fmt: skip


def test_a_number_inside_a_wrapped_line_opens_no_item() -> None:
    """A line that happens to begin with a figure goes on with the sentence."""
    text = "The sides recalled the round held in Calder in May\n12. The figure was wrong but the line goes on so.\n"
    assert len(shapes(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("International law", True),
        ("Next steps:", True),
        ("The sides met.", False),
        ("", False),
        ("word " * 17, False),
    ],
)
def test_what_looks_like_a_heading(text: str, expected: bool) -> None:
    """A few words without a full stop; a colon only after very few."""
    assert looks_like_heading(text) is expected


def test_pieces_without_a_full_stop_are_not_joined_for_ever() -> None:
    """Four times the lines take about four times as long; twice that is allowed for a busy machine."""

    def seconds(lines: int) -> float:
        began = time.perf_counter()
        read_blocks("word word word word\n\n" * lines, markdown=False)
        return time.perf_counter() - began

    seconds(1_000)
    assert seconds(20_000) < max(8 * seconds(5_000), 0.5)
