"""The words of a DOCX paragraph, with tracked changes accepted, and what hangs on it: notes and text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acquis.readers.decode import clean
from acquis.readers.docx.styles import child, is_on, local_name, value

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_SKIPPED = frozenset(
    "pPr rPr sectPr del moveFrom instrText delText delInstrText rt footnoteRef endnoteRef annotationRef "
    "Fallback sdtPr sdtEndPr".split()
)
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(slots=True)
class ParagraphText:
    """The text of a paragraph ("\\n" for a line break), how much of it is bold, its notes and its text boxes.

    `notes` are pairs of kind ("footnote", "endnote") and id, in order.
    """

    text: str = ""
    bold: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[BaseOxmlElement] = field(default_factory=list)


def read_paragraph(paragraph: BaseOxmlElement) -> ParagraphText:
    """The words of one paragraph; a text box in it stays closed."""
    found = ParagraphText()
    pieces: list[str] = []
    bold_until = 0
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            bold_until = bold_until if len(stack) > bold_until else 0
            continue
        name = local_name(element)
        if name in {"t", "tab", "ptab", "cr", "br", "noBreakHyphen", "softHyphen"}:
            piece = _piece(element, name)
            pieces.append(piece)
            found.bold += len(piece.strip()) if bold_until else 0
        elif name in {"footnoteReference", "endnoteReference"}:
            found.notes.append((name.removesuffix("Reference"), value(element, "id") or ""))
        elif name == "txbxContent":
            found.boxes.append(element)
        elif name and not _is_dropped(element, name):
            stack.append(iter(element))
            if name == "r" and not bold_until and is_on(child(element, "rPr", "b")):
                bold_until = len(stack) - 1
    found.text = clean("".join(pieces))
    return found


def _piece(element: BaseOxmlElement, name: str) -> str:
    if name == "t":
        return (element.text or "").replace("\n", " ")
    if name == "br":
        return "\n" if value(element, "type") in {None, "textWrapping"} else " "
    return _SIGNS[name]


def _is_dropped(element: BaseOxmlElement, name: str) -> bool:
    return name in _SKIPPED or (name == "r" and is_on(child(element, "rPr", "vanish")))
