"""When two phrases count as the same: words compared without case, typography and markup."""

from __future__ import annotations

import re
import unicodedata

_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("’‘", "'")
    | dict.fromkeys("“”", '"')
    | dict.fromkeys("–—‑", "-")
    | {"\u00a0": " ", "_": " "}
)
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>|\]\([^)]*\)")
_WORD = re.compile(r"[\w&]+")
_PREFIX = re.compile(r"\b(cyber|co|multi|inter) (?=\w)")
_SMALL_WORDS = frozenset(
    ("the", "of", "and", "for", "in", "on", "to", "a", "an", "with", "by", "its", "their", "at", "as")
)
# A list mark or a label may stand before the words that a sentence is known by.
_FORGIVEN = 4


def normalise(text: str | None) -> str:
    """Lower-case words joined by single blanks, without typography, Markdown marks, link targets and tags."""
    plain = unicodedata.normalize("NFKC", text or "").translate(_TYPOGRAPHY)
    return " ".join(_WORD.findall(_MARKUP.sub(" ", plain).lower()))


def alike(one: str | None, other: str | None) -> bool:
    """The same phrase: over half of all content words shared, or a phrase of two or more words inside one
    that is at most twice as long."""
    left, right = _content(one), _content(other)
    if not left or not right:
        return False
    shared, shorter, longer = len(left & right), min(len(left), len(right)), max(len(left), len(right))
    inside = shorter >= 2 and shared == shorter and longer <= 2 * shorter
    return inside or shared / len(left | right) > 0.5


def same_place(one: str, other: str) -> bool:
    """The same place: what stands before the first comma is equal."""
    return normalise(one.partition(",")[0]) == normalise(other.partition(",")[0])


def begins_with(sentence: str, first_words: str) -> bool:
    """Whether a sentence begins with these words; up to four words of a label before are forgiven."""
    words, wanted = normalise(sentence).split(), normalise(first_words).split()
    return any(words[at : at + len(wanted)] == wanted for at in range(_FORGIVEN + 1) if at < len(words))


def _content(text: str | None) -> set[str]:
    """The words that carry a phrase, singular where an "s" makes the plural, "cyber security" as one word."""
    joined = _PREFIX.sub(r"\1", normalise(text))
    return {
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in joined.split()
    } - _SMALL_WORDS
