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
        ("Report of the working group", "", "report", "unofficial"),
        ("Advancing responsible State behaviour", "A/RES/76/19", "resolution", "agreed"),
    ],
)
def test_kind_and_status_follow_symbol_title_and_voice(
    title: str, symbol: str, kind: str, status: str
) -> None:
    """A resolution is agreed, a draft proposed, a Chair's summary nobody's agreement, a State's statement national."""
    head = f"---\ntitle: {title}\nsymbol: {symbol}\n---\n\n"
    document = read_text(head + BODY, path="a.md").document
    assert (document.kind, document.text_status) == (kind, status)


def test_a_readout_is_unofficial() -> None:
    """What one side publishes of a meeting commits nobody to its wording."""
    text = "Kenya and Japan held their first Cyber Dialogue in Nairobi on 3 May 2032. Both sides agreed to meet again."
    assert read_text(text).document.text_status == "unofficial"
