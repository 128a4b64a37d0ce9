"""Documents, bodies and plans that the vocabulary does not know, by the way they are printed.

In: a text and the places already named. Out: names with their places: runs of capitals round a word such as
Declaration or Initiative, and treaties and reports in small letters ("a convention on …").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from acquis.extractors.material import Material

_HEADS = frozenset(
    "convention treaty agreement declaration pathway initiative plan partnership directive order report review circular summit programme program fund bank "
    "authority commission organization organisation conference group coalition resolution protocol charter strategy roadmap compact pact accord memorandum "
    "code manual centre center mechanism network alliance council forum committee agency court tribunal act call principles paris framework agenda server "
    "communique communiqué arrangement platform union office repository directory dialogue process".split()
)
_LOOSE = frozenset("government minister ministry president department administration secretary members states delegation".split())
_RUN = re.compile(
    r"(?:(?:19|20)\d\d )?[A-Z][\w’'\-]+(?:(?: (?:of|on|the|for|and|to|in|against|from|with))*(?: [A-Z][\w’'\-]*| \d[\d\-]*(?= ?[\w]?))){1,12}"
)
_SMALL = re.compile(
    r"\b(?P<head>(?:[\w-]+ ){0,2}(?:convention|treaty|agreement|legal instrument|working paper|discussion paper|joint statement|joint proposal)"
    r" (?:on|against|to ensure|for the|on ways to) [\w’'-]+(?: [\w’'-]+){0,7})|\b(?P<report>(?:two |the |three )?consensus reports?(?: of (?:19|20)\d\d)?)|"
    r"\b(?P<progress>(?:annual )?progress report of the [\w-]+ [\w-]+ [\w-]+)|\b(?P<draft>(?:zero|first|revised|latest) draft(?: report| of the [\w ]{3,30})?)\b"
)
_STOP = re.compile(r"\s+(?:that|which|is|are|was|were|has|have|will|would|should|must|can|by|as|in order|from|between|without|with|at|it|we|so)\b.*$|\s+(?:and|or|of|the|to|on|in|for|a|an)$")
_LEADING = re.compile(r"^(?:(?:the|a|an|of|any|new|this|that|such|to|for|our|its|and|their|in|by|with|on|adoption|towards?|elaborate|prepare|formulate|conclude|existing|current|possible)\s+)+", re.I)
_SENTENCE_WORDS = frozenset("the this that these those our we i in at on as it and but for to a an its their mr mrs ms madam his her".split())


def find_printed_documents(material: Material, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Names of documents and bodies outside the places already `taken`: start, end, name."""
    text = material.document.text
    starts = sorted(taken)
    for match in _RUN.finditer(text):
        words = match.group().split()
        if not any(word.lower() in _HEADS for word in words) or _overlaps(starts, match.start(), match.end()):
            continue
        name = _trimmed(words)
        if len(name) >= 2 and not any(word.lower() in _LOOSE for word in name):
            yield match.start(), match.end(), " ".join(name)
    for match in _SMALL.finditer(text):
        name_words = _LEADING.sub("", _STOP.sub("", " ".join(match.group().split())))
        if not _overlaps(starts, match.start(), match.start() + len(name_words)) and len(name_words.split()) >= 2:
            yield match.start(), match.end(), name_words


def _trimmed(words: list[str]) -> list[str]:
    """Without words that only open a sentence, and without a tail of numbers that belongs to a date."""
    while words and words[0].lower() in _SENTENCE_WORDS:
        words = words[1:]
    last = max((at for at, word in enumerate(words) if word.lower() in _HEADS), default=-1)
    tail = words[last + 1 :]
    keeps = tail and (tail[0] in ("of", "on", "for", "to", "against", "and") or tail[0][0].isdigit())
    return words if keeps else words[: last + 1]


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Is a place inside this span already named?"""
    at = bisect_left(taken, (start, 0))
    if at and taken[at - 1][1] > start:
        return True
    return at < len(taken) and taken[at][0] < end
