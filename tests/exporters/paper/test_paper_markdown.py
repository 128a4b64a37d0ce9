"""Papers as Markdown, read by a reader of CommonMark."""

from __future__ import annotations

import re

import pytest
from briefs import BRIEF, HARMS, harmful_paper
from opened import open_markdown, words_of

from acquis.exporters.paper import write_markdown
from acquis.exporters.paper.markdown import escaped
from acquis.model.marking import Marking
from acquis.model.paper import Grid, Note, Paper, Run, Text

TAGS = set("html head body p strong h1 h2 h3 ul li table thead tbody tr th td del ins s hr a".split())


def lines(*runs: Run) -> str:
    """A paragraph of a paper."""
    paper = Paper("", "", Marking.CLEAR, (Text(runs),), (Note(1, "one"), Note(2, "two")))
    return write_markdown(paper).decode().split("\n\n")[2]


def test_the_marking_is_the_first_line_and_the_last() -> None:
    """Of the text as it is and of what is made of it."""
    text = write_markdown(BRIEF).decode().splitlines()
    assert text[0] == text[-1] == "**TLP:AMBER+STRICT**"


def test_marks_are_footnotes_and_each_has_its_source() -> None:
    """A reader of footnotes links them both ways."""
    text = write_markdown(BRIEF).decode()
    assert [*map(int, re.findall(r"\[\^(\d+)\](?!:)", text))] == [*BRIEF.references()]
    assert [*map(int, re.findall(r"^\[\^(\d+)\]: ", text, re.M))] == [note.number for note in BRIEF.notes]
    assert "[^4]: Gavria, Statement on international law" in text
    assert "<https://meetings.example/oewg/gavria-law.pdf>" in text


def test_a_source_without_a_mark_is_shown() -> None:
    """Footnotes that nothing refers to are left out by readers; a list is not."""
    text = write_markdown(Paper("", "", Marking.CLEAR, (), (Note(7, "A letter"),))).decode()
    assert "## Other sources\n\n- 7: A letter" in text


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Run("word", "strong"), "**word**"),
        (Run("word", "removed"), "~~word~~"),
        (Run("word", "added"), "<ins>word</ins>"),
        (Run("word", "quote"), "“word”"),
        (Run("word", "faint"), "word"),
        (Run("(word)", "strong"), "<strong>(word)</strong>"),
        (Run("word.", "removed"), "<del>word.</del>"),
    ],
)
def test_styles(run: Run, written: str) -> None:
    """Signs where they hold beside any neighbour, else tags."""
    assert lines(Run("a"), run, Run("b")) == f"a{written}b"


def test_signs_hold_where_space_is_beside_them() -> None:
    """Words that end with a comma are no reason for a tag."""
    assert lines(Run("A town, ", "strong"), Run("a day")) == "**A town,** a day"


@pytest.mark.parametrize(
    "words", ["javascript:alert(1)", "javascript:alert(1) (title)", 'file "title"', "x 'y'"]
)
def test_a_source_is_no_address_where_footnotes_are_not_known(words: str) -> None:
    """There a definition of a footnote looks like that of a link."""
    paper = Paper("", "", Marking.CLEAR, (Text((Run("said", notes=(1,)),)),), (Note(1, words),))
    assert open_markdown(write_markdown(paper)).css("a") == []


def test_tables_and_lists() -> None:
    """Rows on one line each, items of a list together."""
    text = write_markdown(BRIEF).decode()
    assert "| Side | Chair | Others in the room |\n| --- | --- | --- |\n| **Aldoria** | Ilse Marten" in text
    page = open_markdown(text.encode())
    assert len(page.css("table")) == 5
    assert [len(node.css("li")) for node in page.css("ul")] == [3, 3, 3]
    assert [node.text() for node in page.css("h3")] == ["What we owe Gavria", "What Gavria owes us"]


def test_no_link_heading_or_tag_arises_from_what_was_said() -> None:
    """Only headings and tags that the paper has; in a table no cell more than columns."""
    paper = harmful_paper()
    page = open_markdown(write_markdown(paper))
    assert {node.tag for node in page.root.traverse()} <= TAGS | {"small"}  # type: ignore[union-attr]
    assert page.css("a, img, code, pre, script, blockquote, em, hr") == []
    assert len(page.css("h2")) == len(HARMS) + 1  # Other sources
    assert len(page.css("h3")) == len(HARMS)
    assert {len(row.css("th, td")) for row in page.css("tr")} == {2}
    assert len(page.css("table")) == sum(isinstance(block, Grid) for block in paper.blocks)


@pytest.mark.parametrize("harm", HARMS)
def test_escaped_words_read_as_they_are(harm: str) -> None:
    """Alone in a paragraph."""
    paper = Paper("", "", Marking.CLEAR, (Text((Run(harm),)),))
    shown = words_of("md", write_markdown(paper)).removeprefix("TLP:CLEAR").removesuffix("TLP:CLEAR").strip()
    assert "".join(shown.split()) == "".join(_shown(harm).split())


def _shown(harm: str) -> str:
    return "".join("\ufffd" if sign in "\x00\x1b\ud800\ufffe\u202e" else sign for sign in harm)


def test_numbers_and_dates_stay_readable() -> None:
    """Only what would be a list is escaped at the start of a line."""
    assert escaped("2024-12-05, a day") == "2024-12-05, a day"
    assert escaped("3. Third") == "3\\. Third"
    assert escaped("3.5 per cent") == "3.5 per cent"
    assert escaped("- item") == "\\- item"
