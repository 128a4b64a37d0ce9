"""Speaker turns of transcripts and press briefings: who says each paragraph, and whether it is a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from acquis.model.document import Document

_QUESTION = re.compile(r"Q(?:UESTION)?(?:\s*[:.]\s{0,3}|\s{1,3})(?=\S)")
_LABEL = re.compile(r"([A-Z][^:\n.!?]{0,60}(?:\.[^:\n.!?]{1,60}){0,2}):\s+")
_TITLED = re.compile(
    r"(?:Mr|Ms|Mrs|Dr|Amb|Ambassador|Minister|Secretary|President|Prime Minister|"
    r"The (?:Chair|President|Chairperson|Moderator)|Chair|Moderator|Chairperson)\b\.?(?: [A-Z][\w.'’\-]+){0,4}(?: \([^)]+\))?$"
)
_ASKING = re.compile(
    r"^(?:Q|QUESTION|REPORTER|JOURNALIST|AUDIENCE(?: MEMBER)?|PARTICIPANT|PRESS|THE PRESS|MODERATOR|OPERATOR|AIDE|INTERPRETER|STAFF)\b"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the label as printed, whether it asks, the paragraph that opens it, where its words begin.

    `interview` marks the turns of a transcript in which somebody asks questions.
    """

    label: str
    asks: bool
    paragraph: int
    text_start: int
    interview: bool = False


def find_turns(document: Document) -> dict[int, Turn]:
    """The turn of each paragraph by index; empty where the text is no transcript (fewer than two labels)."""
    opened: list[Turn] = []
    for at, paragraph in enumerate(document.paragraphs):
        if found := _label(document.text, paragraph.start, paragraph.end):
            label, start = found
            opened.append(Turn(label, bool(_ASKING.match(label)), at, start))
    if len(opened) < _FEWEST or (
        len({turn.label for turn in opened}) < _FEWEST and not any(turn.asks for turn in opened)
    ):
        return {}
    if any(turn.asks for turn in opened):
        opened = [replace(turn, interview=True) for turn in opened]
    turns: dict[int, Turn] = {}
    for turn, following in zip(
        opened, [*(t.paragraph for t in opened[1:]), len(document.paragraphs)], strict=True
    ):
        turns |= dict.fromkeys(range(turn.paragraph, following), turn)
    return turns


def _label(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The label a paragraph opens with, and where the words after it begin: "MS. LEE:", "Mr. Lee (Aldoria):", "Q"."""
    if question := _QUESTION.match(text, start, end):
        return "Q", question.end()
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    label = match.group(1)
    bare = label.split("(")[0]
    shouted = (
        bare.replace("Mc", "MC").upper() == bare.replace("Mc", "MC")
        and len(bare.split()) <= 8
        and len(bare) > 3
    )
    return (label, match.end()) if shouted or _TITLED.match(label) else None
