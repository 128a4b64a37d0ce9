"""Words that two texts share or not, for people: in colour, or in signs where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from acquis.exporters.escape import visible
from acquis.model.comparison import Piece

_AROUND = 60  # characters of what both have before and after a change
_BEGINNING = 100  # characters of a paragraph that moved as it was
_STYLES = {"both": "", "gone": "red strike", "new": "green"}
_MARKS = {"both": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


def marked(pieces: Sequence[Piece], *, plain: bool, whole: bool) -> Text:
    """Words with marks; unless `whole`, of what both have long only what stands beside a change.

    `plain` is for where there is no colour: [-gone-] and {+new+}.
    """
    words = Text()
    for at, piece in enumerate(pieces):
        text = visible(piece.text)
        if piece.standing == "both" and not whole:
            text = _shortened(text, first=at == 0, last=at == len(pieces) - 1)
        opens, closes = _MARKS[piece.standing] if plain else ("", "")
        bare = text.lstrip(" ")
        words.append(" " * (len(text) - len(bare)) or _gap(pieces, at))
        words.append(f"{opens}{bare}{closes}", _STYLES[piece.standing])
    return words


def _gap(pieces: Sequence[Piece], at: int) -> str:
    """A blank between what is gone and what is new where the text has none."""
    joined = at and {pieces[at - 1].standing, pieces[at].standing} == {"gone", "new"}
    return " " if joined else ""


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """What both have, up to some characters from the changes beside it."""
    if first and last:
        return f"{text[:_BEGINNING].rpartition(' ')[0]} …" if len(text) > _BEGINNING else text
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    if len(text) <= len(head) + len(tail) + _AROUND:
        return text
    head = head.rpartition(" ")[0] if head else ""
    tail = tail.partition(" ")[2] if tail else ""
    return f"{head} … {tail}" if head or tail else " …"
