"""Text to the words that are searched for: the same in both engines, in what is stored and in what is asked.

A word is a run of letters and digits without case and without accents, its English plural taken off
(after Harman's S-stemmer, "How effective is suffixing?", JASIS 42(1), 1991). Everything else parts words, so
"A/75/816" is three words, and "U.S." two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
# Quotes, dashes and blanks of print: they part words as their plain forms do, and most sentences have no others.
_SIGNS = dict.fromkeys(map(ord, "\u00a0\u2009\u202f‐‑‒–—―‘’‚“”„†‡•…‹›«»§¶·"), " ")
_LONGEST = 64  # a longer run of letters is no word; PostgreSQL takes lexemes of up to 2,046 bytes


def normal_words(text: str) -> list[str]:
    """The words of a text in order, as they are stored."""
    return list(map(stem, plain_words(text)))


def plain_words(text: str) -> list[str]:
    """The words without case and accents, plurals left on."""
    if not text.isascii():
        text = text.translate(_SIGNS)
    text = text.lower() if text.isascii() else _without_accents(text)
    return [word[:_LONGEST] for word in _WORD.findall(text)]


def _without_accents(text: str) -> str:
    """Casefolded, then taken apart: what is taken apart first may have a case ("𝐀"), or a last sigma."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without an English plural: "policies" is "policy", "attacks" is "attack", "process" stays."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("us", "ss", "is")) or word == "news":
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
