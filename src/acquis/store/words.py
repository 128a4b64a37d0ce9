"""Text to the words that are searched for: the same in both engines, in what is stored and in what is asked.

A word is a run of letters and digits without case and without accents, its English plural taken off
(after Harman's S-stemmer, "How effective is suffixing?", JASIS 42(1), 1991). Everything else parts words, so
"A/75/816" is three words, and "U.S." two.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 64  # a longer run of letters is no word; PostgreSQL takes lexemes of up to 2,046 bytes


def normal_words(text: str) -> list[str]:
    """The words of a text in order, as they are stored."""
    return [stem(word) for word in plain_words(text)]


def plain_words(text: str) -> list[str]:
    """The words without case and accents, plurals left on."""
    if not text.isascii():
        text = "".join(
            char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
        )
    return [word[:_LONGEST] for word in _WORD.findall(text.lower())]


def stem(word: str) -> str:
    """The word without an English plural: "policies" is "policy", "attacks" is "attack", "process" stays."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("us", "ss", "is")) or word == "news":
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def weight_of(count: int) -> int:
    """How much a passage of so many words tells, 0 to 10: most between 8 and 30 words, little at one or two."""
    if count < 8:
        return count
    return max(2, 10 - max(0, count - 30) // 10)
