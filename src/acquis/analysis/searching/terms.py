"""A sentence in; the terms it is compared by, its actors and what its verbs say of time, out.

A term is the beginning of a word without its plural: what is left the same in "establish", "established" and
"establishment".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from acquis.grammar.tokens import tokenize
from acquis.grammar.words import plain_words, stem
from acquis.vocabulary.lexicon import Lexicon

# A longer word is cut here. (With 5 and 7 letters the true sequel was found less often on the tuning half.)
_LENGTH = 6
_EMPTY = frozenset(
    """
    a about across after all also among an and any are as at be because been before being between both but by can could
    did do does during each every for from had has have he her here him his how i if in include including into is it its
    may me more most must my no not of on or other our out over shall she should since so such than that the their them
    then there these they this those through to today toward towards under until up us was we well were what when where
    which while who whom will with would you your
    """.split()
)
_MARKS = re.compile(r"<[^>]{0,80}>|\]\([^)]{0,300}\)|[*#_\\]")
_APOSTROPHES = str.maketrans({"’": "'", "‑": "-", "\u2060": None})

DONE, NOW, AHEAD, HEADING = 1, 2, 4, 8
# Words of a sentence that tells of something done, told as news, or still to come.
_DONE = frozenset(
    """
    launched launches launch established establishes establishment held hosted convened met signed announced announces
    announcing opened released published issued completed completing concluded created joined finalized finalised
    delivered welcome welcomed welcomes been was were took inaugurated appointed expanded endorsed adopted agreed
    reached implemented developed provided invested formed kicked just
    """.split()
)
_NOW = frozenset("today yesterday inaugural already newly since".split())
_NOW_PAIRS = frozenset(
    ("this week", "this month", "earlier this", "last week", "last month", "last year", "first ever", "first time",
     "to date")
)  # fmt: skip
_AHEAD = frozenset(
    "will would shall plan plans intend intends going could should look looking looks ll".split()
)


class Said(NamedTuple):
    """A sentence as it is compared. (A tuple: a workspace has hundreds of thousands.)

    `terms` stand in the order of the text, `actors` are concept ids of States and groups, `signs` are DONE, NOW,
    AHEAD and HEADING, added up.
    """

    terms: tuple[str, ...]
    actors: frozenset[str]
    signs: int


def read_said(text: str, actors: Lexicon, *, heading: bool = False) -> Said:
    """What a sentence says, for comparison."""
    words = plain_text(text)
    plain = plain_words(words)
    plainly = _NOW.isdisjoint(plain) and not any(map(_NOW_PAIRS.__contains__, map(" ".join, pairwise(plain))))
    signs = (
        DONE * (not _DONE.isdisjoint(plain))
        + NOW * (not plainly)
        + AHEAD * (not _AHEAD.isdisjoint(plain))
        + HEADING * heading
    )
    return Said(tuple(filter(None, map(term_of, plain))), _named(words, actors), signs)


def plain_text(text: str) -> str:
    """A sentence without marks of Markdown, tags and targets of links."""
    return _MARKS.sub("", text.translate(_APOSTROPHES))


def terms_of(words: str) -> tuple[str, ...]:
    """The terms of some words, in order."""
    return tuple(filter(None, map(term_of, plain_words(words))))


@lru_cache(maxsize=1 << 17)
def term_of(word: str) -> str:
    """The term of a normal word; nothing where it says nothing."""
    if word in _EMPTY or (len(word) < 2 and not word.isdigit()):
        return ""
    root = stem(word)
    return root if root.isdigit() else root[:_LENGTH]


def _named(words: str, actors: Lexicon) -> frozenset[str]:
    tokens = tokenize(words)
    mentions = actors.find(words, tokens.words, tokens.starts, tokens.ends)
    return frozenset(mention.concept_id for mention in mentions) if mentions else _NOBODY


_NOBODY: frozenset[str] = frozenset()
