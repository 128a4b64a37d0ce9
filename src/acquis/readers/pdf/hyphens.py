"""Words broken at line ends, made whole: the document itself shows which hyphens are its own.

In: the texts of all blocks, a break inside a word marked. Out: the texts without such marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from acquis.readers.pdf.lines import BREAK

_BROKEN = re.compile(rf"([^\W_]+(?:['’-][^\W_]+)*){BREAK}([^\W_]+)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Where the document is silent: parts that a hyphen joins nearly always, and parts of words written as one.
_ALWAYS = frozenset(["self", "non"])
_FIRST = frozenset(
    "well long short high low cross third half vice cyber confidence capacity decision".split()
)
_LAST = frozenset(
    "building based related term making level wide led driven party oriented specific sharing keeping makers".split()
)
_CLOSED = frozenset(
    "under over with through more where there here never some any every what when after back frame land out up "
    "down work space ware ever fore thing one ground ship stand shop line time body side port ward wards".split()
)


def join_broken(texts: Iterable[str]) -> list[str]:
    """The texts with every broken word made whole."""
    held = list(texts)
    if not any(BREAK in text for text in held):
        return held
    seen = Counter(
        word.lower()
        for text in held
        for word in _WORD.findall(_BROKEN.sub(" ", text) if BREAK in text else text)
    )
    return [_joined(text, seen) if BREAK in text else text for text in held]


def _joined(text: str, seen: Counter[str]) -> str:
    def whole(match: re.Match[str]) -> str:
        first, second = match.groups()
        return f"{first}-{second}" if _keeps(first, second, seen) else first + second

    # Twice: a word broken over three lines has two breaks.
    return _BROKEN.sub(whole, _BROKEN.sub(whole, text)).replace(BREAK, "-")


def _keeps(first: str, second: str, seen: Counter[str]) -> bool:
    """Does the hyphen belong to the word? Its other places say so, else its parts."""
    if not second[0].islower() or first[-1].isdigit():
        return True
    joined, parted = (first + second).lower(), f"{first}-{second}".lower()
    if seen[joined] != seen[parted]:
        return seen[parted] > seen[joined]
    first, second = first.lower().rpartition("-")[2], second.lower()
    if first in _ALWAYS or (second in _LAST and (first in seen or first in _FIRST)):
        return True
    if {first, second} & _CLOSED or first not in seen or second not in seen:
        return False
    return first in _FIRST or (len(first) > 3 and len(second) > 3)
