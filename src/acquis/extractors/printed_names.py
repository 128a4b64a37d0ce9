"""Documents, bodies and plans that the vocabulary does not know, by the way they are printed.

In: a text and the places already named. Out: names with their places: runs of capitals round a word such as
Declaration or Initiative, and treaties and reports in small letters ("a convention on …").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from acquis.extractors.material import Material

_HEADS = frozenset(
    [
        "convention",
        "treaty",
        "agreement",
        "declaration",
        "pathway",
        "initiative",
        "plan",
        "partnership",
        "directive",
        "order",
        "report",
        "review",
        "circular",
        "summit",
        "programme",
        "program",
        "fund",
        "bank",
        "authority",
        "commission",
        "organization",
        "organisation",
        "conference",
        "group",
        "coalition",
        "resolution",
        "protocol",
        "charter",
        "strategy",
        "roadmap",
        "compact",
        "pact",
        "accord",
        "memorandum",
        "code",
        "manual",
        "centre",
        "center",
        "mechanism",
        "network",
        "alliance",
        "council",
        "forum",
        "committee",
        "agency",
        "court",
        "tribunal",
        "act",
        "call",
        "principles",
        "paris",
        "framework",
        "agenda",
        "server",
        "communique",
        "communiqué",
        "arrangement",
        "platform",
        "union",
        "office",
        "repository",
        "directory",
        "dialogue",
        "process",
    ]
)
_LOOSE = frozenset(
    [
        "government",
        "minister",
        "ministry",
        "president",
        "department",
        "administration",
        "secretary",
        "members",
        "states",
        "delegation",
    ]
)
# Names of nothing but these words stand for a body or text named elsewhere.
_GENERIC = _HEADS | frozenset(
    [
        "working",
        "joint",
        "general",
        "national",
        "action",
        "plans",
        "member",
        "international",
        "regional",
        "the",
        "of",
        "and",
        "on",
        "for",
        "annual",
        "final",
        "draft",
        "first",
        "second",
        "third",
    ]
)
_A_TEXT = re.compile(r"\b(?:an?|the|new|draft|binding|nations)\s(?:[\w-]+ ){0,2}$", re.I)
_RUN = re.compile(
    r"(?:(?:19|20)\d\d )?[A-Z][\w’'\-]+(?:(?: (?:of|on|the|for|and|to|in|against|from|with))*(?: "
    r"[A-Z][\w’'\-]*| \d[\d\-]*(?= ?[\w]?))){1,12}"
)
_SMALL = re.compile(
    r"\b(?P<treaty>(?:convention|treaty|agreement|legal instrument|working paper|discussion paper|joint "
    r"statement|joint proposal)"
    r" (?:on|against|to ensure|for the) [\w’'-]+(?: [\w’'-]+){0,7})|\bconsensus reports?(?: of (?:19|"
    r"20)\d\d)?|"
    r"\bprogress reports? of the [\w-]+ [\w-]+ [\w-]+|\b(?:zero|first|revised|latest) draft(?: report)?\b"
)
_SMALL_WORDS = frozenset(
    [
        "convention",
        "treaty",
        "agreement",
        "legal",
        "working",
        "discussion",
        "joint",
        "consensus",
        "progress",
        "zero",
        "first",
        "revised",
        "latest",
    ]
)
_BEFORE = re.compile(r"(?<![\w-])(?:(?!(?:a|an|the|any|our|this|that|new|and|of|for|to|in) )[\w-]+ ){1,2}$")
_STOP = re.compile(
    r"\s+(?:before|after|that|which|is|are|was|were|has|have|will|would|should|must|can|by|as|in order|"
    r"from|between|without|with|at|it|we|so)\b.*$|\s+(?:and|or|of|the|to|on|in|for|a|an)$"
)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|of|any|two|three|both|new|this|that|such|to|for|our|its|and|their|in|by|with|on|"
    r"adoption|towards?|elaborate|prepare|formulate|conclude|existing|current|possible)\s+)+",
    re.I,
)
_SENTENCE_WORDS = frozenset(
    [
        "the",
        "this",
        "that",
        "these",
        "those",
        "our",
        "we",
        "i",
        "in",
        "at",
        "on",
        "as",
        "it",
        "and",
        "but",
        "for",
        "to",
        "a",
        "an",
        "its",
        "their",
        "mr",
        "mrs",
        "ms",
        "madam",
        "his",
        "her",
    ]
)
_HINTS = _HEADS | _SMALL_WORDS


def find_printed_documents(
    material: Material, taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Names of documents and bodies outside the places already `taken`: start, end, name."""
    text = material.document.text
    spans = sorted(taken)
    hinted = [token for token, word in enumerate(material.tokens.words) if word in _HINTS]
    for match in _runs(material, hinted):
        words = match.group().split()
        if not any(word.lower() in _HEADS for word in words) or _overlaps(spans, match.start(), match.end()):
            continue
        name = _trimmed(words)
        words_of = {word.lower() for word in name}
        if len(name) >= 2 and words_of.isdisjoint(_LOOSE) and not words_of <= _GENERIC:
            yield match.start(), match.end(), " ".join(name)
    for match in _small(material, hinted):
        before = (
            _BEFORE.search(text, max(0, match.start() - 40), match.start()) if match.group("treaty") else None
        )
        start = before.start() if before else match.start()
        name_words = _LEADING.sub("", _STOP.sub("", " ".join(text[start : match.end()].split())))
        if not _overlaps(spans, start, start + len(name_words)) and len(name_words.split()) >= 2:
            yield start, match.end(), name_words


def _runs(material: Material, hinted: list[int]) -> Iterator[re.Match[str]]:
    """Runs of capitals in the passages that have a capitalised word for a document or body."""
    text, tokens, passages = material.document.text, material.tokens, material.passages
    done = -1
    for token in hinted:
        if tokens.words[token] not in _HEADS or not text[tokens.starts[token]].isupper():
            continue
        at = bisect_right(passages, tokens.starts[token], key=lambda passage: passage.start) - 1
        if at > done:
            done = at
            yield from _RUN.finditer(text, passages[at].start, passages[at].end)


def _small(material: Material, hinted: list[int]) -> Iterator[re.Match[str]]:
    """Treaties, papers, reports and drafts in small letters."""
    text, tokens = material.document.text, material.tokens
    for token in hinted:
        start = tokens.starts[token]
        match = _SMALL.match(text, start) if tokens.words[token] in _SMALL_WORDS else None
        if match and (
            not match.group().startswith("agreement") or _A_TEXT.search(text[max(0, start - 40) : start])
        ):
            yield match


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
