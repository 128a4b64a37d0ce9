"""What kind of document a text is and what standing its words have: agreed, proposed, national, unofficial.

In: a document and its frame. Out: kind and text status. A readout is unofficial, a State's own statement national,
a draft resolution proposed, whoever put it forward.
"""

from __future__ import annotations

import re

from acquis.extractors.frame import Frame
from acquis.extractors.resolutions import is_draft_resolution, speaks_as_body
from acquis.model.document import Document, DocumentKind, TextStatus

_DECIDED = re.compile(r"/(?:RES|DEC|PRST)/")
_DRAFT = re.compile(
    r"\b(?:zero draft|draft (?:report|resolution|decision|text)|rev\. ?\d|working paper|non-paper)\b|/L\.\d|/CRP\.\d",
    re.I,
)
_SUMMARY = re.compile(r"\bchair(?:man|person)?['’]s summary\b", re.I)
_REPORT = re.compile(
    r"^(?:final |annual |\w+ annual progress |progress )?report (?:of|by|on)\b|\bprogress report\b", re.I
)


def find_standing(document: Document, frame: Frame) -> tuple[DocumentKind, TextStatus]:
    """Kind and text status, from the symbol, then the title, then who speaks."""
    symbol, title = document.symbol or "", document.title or ""
    if _SUMMARY.search(title):
        return "report", "chairs-summary"
    drafted = bool(_DRAFT.search(f"{title} {symbol}"))
    if is_draft_resolution(document) or (drafted and speaks_as_body(document)):
        return "resolution", "proposed"
    if drafted and frame.kind != "communique":
        return ("report" if _REPORT.search(title) else "other"), "proposed"
    if _DECIDED.search(symbol):
        return "resolution", "agreed"
    if _REPORT.search(title):
        return "report", "unofficial"
    alone = frame.kind == "statement" and len(frame.actors) == 1
    return frame.kind, "national" if alone else "unofficial"
