"""Paragraphs to sentences and list items, each with its lead-in and its section."""

from __future__ import annotations

import pytest

from acquis.extractors.passages import find_passages, split_sentences
from acquis.readers import read_document_text

WHOLE = [
    "Aldoria met the U.S. Government in Calder.",
    "The talks in Washington, D.C. were led by H.E. Orla Venn.",
    "Lt. Gen. Tam Brisk and Dr. Ines Holt spoke.",
    "Resolution No. 73 and Art. 51 were named, cf. para. 12 of the report.",
    "Both sides spoke of threats, e.g. Ransomware and fraud.",
    "The fund grew by 3.5 million in 2031.",
    "See example.org and a.b for details.",
]
SPLIT = {
    "The sides met. They parted.": ["The sides met.", "They parted."],
    "The sides met.They parted.": ["The sides met.", "They parted."],
    "Aldoria thanked the U.S. The sides met again.": ["Aldoria thanked the U.S.", "The sides met again."],
    "They met in Washington, D.C. The sides spoke.": ["They met in Washington, D.C.", "The sides spoke."],
    "What next? We train!  We share.": ["What next?", "We train!", "We share."],
    "He said: “We train.” They left.": ["He said: “We train.”", "They left."],
    "The answer is no. They left.": ["The answer is no.", "They left."],
}
ITEMS = """\
The sides will:

- train experts;
- act on ports:
  - share data;
  - hold drills;
- meet again.

A new start.

- no lead-in
"""


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize("text", WHOLE)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    """Full stops of titles, codes, numbers and addresses stay inside their sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(("text", "expected"), SPLIT.items(), ids=range(len(SPLIT)))
def test_sentences_are_parted(text: str, expected: list[str]) -> None:
    """Also where the blank is missing, and after "the U.S." before a word that opens sentences."""
    assert sentences(text) == expected


def test_items_have_the_lead_in_of_their_depth() -> None:
    """An item hangs on the nearest unfinished line above it that is less deep; a new paragraph ends that."""
    document = read_document_text(ITEMS, path="a.md")
    stems = {
        document.text[p.start : p.end]: document.text[slice(*p.stem)] if p.stem else None
        for p in find_passages(document)
    }
    assert stems == {
        "The sides will:": None,
        "train experts;": "The sides will:",
        "act on ports:": "The sides will:",
        "share data;": "act on ports:",
        "hold drills;": "act on ports:",
        "meet again.": "The sides will:",
        "A new start.": None,
        "no lead-in": None,
    }


def test_only_the_first_sentence_of_an_item_hangs_on_the_lead_in() -> None:
    """What an item adds in a sentence of its own speaks for itself."""
    document = read_document_text("The sides will:\n\n- train experts. The fund is small.\n", path="a.md")
    assert [(p.stem is not None, p.opens) for p in find_passages(document)] == [
        (False, True), (True, True), (False, False),
    ]  # fmt: skip


def test_a_passage_knows_its_section() -> None:
    """The heading above a passage is its section, until the next one."""
    document = read_document_text("# Norms\n\nThey met.\n\n# Law\n\nThey spoke. They left.\n", path="a.md")
    found = [(document.text[p.start : p.end], p.section) for p in find_passages(document) if not p.heading]
    assert found == [("They met.", "Norms"), ("They spoke.", "Law"), ("They left.", "Law")]


def test_every_word_lies_in_one_passage() -> None:
    """Passages are in order, do not overlap, and leave out only marks and blanks."""
    document = read_document_text(ITEMS, path="a.md")
    passages = find_passages(document)
    words = "".join(document.text[p.start : p.end] for p in passages)
    bodies = "".join(document.text[p.start : p.end] for p in document.paragraphs)
    assert "".join(words.split()) == "".join(bodies.split())
    assert [p.index for p in passages] == list(range(len(passages)))
