"""Kind and standing of a document's words."""

from __future__ import annotations

import pytest

from acquis.reading import read_text

BODY = "We call on all States to nominate a point of contact. We will publish our national position."


@pytest.mark.parametrize(
    ("title", "symbol", "kind", "status"),
    [
        ("Statement by Kenya on norms", "", "statement", "national"),
        ("Chair's summary of the second session", "", "report", "chairs-summary"),
        ("Draft report of the working group", "", "other", "proposed"),
        ("Kenya and Peru: draft resolution", "S/2031/77", "resolution", "proposed"),
        ("Draft resolution submitted by Kenya", "A/C.1/99/L.7", "resolution", "proposed"),
        ("Harbours and cables", "A/C.1/99/L.7", "other", "proposed"),
        ("Report of the working group", "", "report", "unofficial"),
        ("Advancing responsible State behaviour", "A/RES/76/19", "resolution", "agreed"),
    ],
)
def test_kind_and_status_follow_symbol_title_and_voice(
    title: str, symbol: str, kind: str, status: str
) -> None:
    """A resolution is agreed, a draft proposed, a Chair's summary nobody's agreement, a State's statement national."""
    head = f'---\ntitle: "{title}"\nsymbol: {symbol}\n---\n\n'
    document = read_text(head + BODY, path="a.md").document
    assert (document.kind, document.text_status) == (kind, status)


def test_a_readout_is_unofficial() -> None:
    """What one side publishes of a meeting commits nobody to its wording."""
    text = "Kenya and Japan held their first Cyber Dialogue in Nairobi on 3 May 2032. Both sides agreed to meet again."
    assert read_text(text).document.text_status == "unofficial"


def test_a_draft_is_a_resolution_where_a_body_speaks_in_it() -> None:
    """The first words of a resolution tell it from a draft report of the same symbol."""
    head = "---\ntitle: Harbours and cables\nsymbol: A/C.1/99/L.7\n---\n\n"
    document = read_text(
        f"{head}The General Assembly,\n\nRecalling its work,\n\n1. Decides to go on.", path="a.md"
    ).document
    assert (document.kind, document.text_status) == ("resolution", "proposed")


def test_the_words_of_the_head_count_without_a_title() -> None:
    """A Security Council draft bears a plain symbol; only its sponsors' line says that it is a draft."""
    text = "Kenya and Peru: draft resolution\n\nThe Security Council,\n\nRecalling its work,\n\n1. Decides to go on."
    document = read_text(text).document
    assert (document.kind, document.text_status, document.sponsors) == (
        "resolution",
        "proposed",
        ("KE", "PE"),
    )
