"""One readout of invented States as plain blocks, to be written in every format that is read."""

from __future__ import annotations

from pathlib import Path

VOCABULARY = (Path(__file__).parents[2] / "examples" / "vocabulary" / "states.yaml",)
TITLE = "Third Aldoria-Brevania Cyber Dialogue"
PUBLISHED = "2031-05-22"
PUBLISHER = "Ministry of Foreign Affairs of Aldoria"
# Kind ("title", "heading", "paragraph" or "item") and words; items are lettered in a row: (a), (b), (c).
READOUT: list[tuple[str, str]] = [
    ("title", TITLE),
    (
        "paragraph",
        "The third Aldoria-Brevania Cyber Dialogue took place in Caldren, Aldoria, on 19 and 20 May 2031.",
    ),
    (
        "paragraph",
        "The two sides discussed ransomware, the protection of ports and the norms of responsible State behaviour. "
        "They expressed concern about the sale of intrusion tools to criminals.",
    ),
    ("heading", "Next steps"),
    ("paragraph", "Aldoria and Brevania agreed to:"),
    ("item", "establish a direct line between their national response teams by 30 September 2031;"),
    ("item", "train six officers of each side in digital forensics in 2032;"),
    ("item", "share information on threats to hospitals."),
    (
        "paragraph",
        "The Aldorian delegation was headed by Ms Tessaly Ormond, Ambassador for Cyber Affairs. "
        "The Brevanian delegation was headed by Dr Bako Serrin, Director-General of the National Cybersecurity Agency.",
    ),
    ("paragraph", "The next Aldoria-Brevania Cyber Dialogue will be held in Sentar in 2032."),
]


def as_text() -> bytes:
    """The readout as a text file with a head."""
    lines = [f"---\ntitle: {TITLE}\npublished: {PUBLISHED}\npublisher: {PUBLISHER}\n---"]
    letters = iter("abcdefgh")
    lines += [f"({next(letters)}) {words}" if kind == "item" else words for kind, words in READOUT]
    return "\n\n".join(lines).encode()
