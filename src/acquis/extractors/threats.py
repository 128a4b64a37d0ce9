"""The ICT threats a statement names, as phrases of the text.

In: a document. Out: noun phrases ("cyberattacks on hospitals", "misuse of ICTs"), each once.
Verbs that stand for such a noun are given as the noun ("stealing data" as "theft of data").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acquis.extractors.elements import ICT
from acquis.extractors.material import Material
from acquis.extractors.passages import Passage
from acquis.extractors.threat_words import (
    AFTER_RESPONSE,
    BEHIND,
    CUT,
    HARMLESS,
    HOSTILE,
    NOUNS,
    PHRASE,
    PLAIN_USE,
    RESPONSE,
    TRAILING,
    TRIGGERS,
    WRONGED_LAW,
)

_SMALL = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
        "with",
        "by",
        "its",
        "their",
        "at",
        "as",
        "or",
        "our",
    ]
)
_MOST = 40
_BEFORE, _FAR = 3, 6
_TREATY_ON = re.compile(
    r"\b(?:convention|treaty|agreement|fight) (?:on|to|against) (?:\w+ing )?(?:the )?$", re.I
)
_TECHNOLOGIES = re.compile(
    r"information and (?:tele)?communications? technolog(?:y|ies)(?: \(ICTs?\))?", re.I
)


class _Found(NamedTuple):
    """A threat as a record prints it, and where its words end in the text."""

    phrase: str
    end: int


def find_threats(material: Material, spoken: Sequence[bool]) -> tuple[str, ...]:
    """The ICT threats of a statement as its own phrases, first mention first.

    `spoken` says which passages speak of ICTs (`ict_passages`); far from these nothing is a threat to ICTs.
    """
    found: list[tuple[str, frozenset[str]]] = []
    for at, passage in enumerate(material.passages):
        if len(found) >= _MOST:
            break
        about = any(spoken[max(0, at - _BEFORE) : at + 1])
        if not about and not any(spoken[max(0, at - _FAR) : at + _FAR]):
            continue
        first, last = material.tokens.within(passage.start, passage.end)
        if TRIGGERS.isdisjoint(material.tokens.words[first:last]):
            continue
        for phrase in _phrases(material, passage, about=about):
            words = _content(phrase)
            if not any(_alike(words, held) for _, held in found):
                found.append((phrase, words))
    return tuple(phrase for phrase, _ in found)


def _phrases(material: Material, passage: Passage, *, about: bool) -> Iterator[str]:
    """The threats of one passage; after words that are no threat the search goes on one word later."""
    text, at = material.document.text, passage.start
    while match := PHRASE.search(text, at, passage.end):
        found = _phrase(text, match, about=about)
        at = found.end if found else match.start() + len(match.group().split(maxsplit=1)[0])
        if found:
            yield found.phrase


def _phrase(text: str, match: re.Match[str], *, about: bool) -> _Found | None:
    if match.group("sure"):
        return _sure(text, match)
    if match.group("verb"):
        return _as_noun(match) if about else None
    return _behind(match, about=about)


def _content(phrase: str) -> frozenset[str]:
    words = re.findall(r"[a-z0-9]+", re.sub(r"\bcyber[- ](?=\w)", "cyber", phrase.lower()))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words) - _SMALL


def _alike(words: frozenset[str], held: frozenset[str]) -> bool:
    """Do two phrases name one threat: one inside the other, or half of their words shared?"""
    return words <= held or held <= words or 2 * len(words & held) > len(words | held)


def _tidy(phrase: str) -> str:
    return TRAILING.sub("", CUT.sub("", _TECHNOLOGIES.sub("ICTs", " ".join(phrase.split()))))


def _sure(text: str, match: re.Match[str]) -> _Found | None:
    """A word that is a threat by itself, unless it names the response to one or is part of a proper name."""
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 24]
    phrase = _tidy(match.group())
    if (
        AFTER_RESPONSE.match(after)
        or RESPONSE.search(phrase)
        or before.lower().endswith(("counter-", "anti-"))
    ):
        return None
    if match.group()[0].isupper() and (
        re.search(r"[A-Z][\w-]* (?:on |against )?$", before) or re.match(r" [A-Z]", after)
    ):
        return None
    if _TREATY_ON.search(before):
        return None
    return _Found(
        "ransomware" if phrase.lower().startswith("ransomware") else phrase, match.start() + len(phrase)
    )


def _as_noun(match: re.Match[str]) -> _Found | None:
    """ "militarize the Internet" as "militarization of the Internet"."""
    verb, thing = match.group("act").lower(), _tidy(match.group("thing"))
    noun = next((noun for stem, noun in NOUNS if verb.startswith(stem)), None)
    if noun is None or not HOSTILE.search(thing) or RESPONSE.search(thing):
        return None
    return _Found(f"{noun} {thing}", match.start("thing") + len(thing))


def _behind(match: re.Match[str], *, about: bool) -> _Found | None:
    """A threat of what stands behind it: "misuse of …", "attacks on …", "irresponsible … in cyberspace"."""
    phrase = _tidy(match.group())
    if len(phrase.split()) < 3 or RESPONSE.search(phrase) or WRONGED_LAW.search(phrase):
        return None
    if PLAIN_USE.match(phrase) and not HARMLESS.search(phrase):
        return None
    if BEHIND.match(phrase) and not HOSTILE.search(phrase):
        return None
    return _Found(phrase, match.start() + len(phrase)) if about or ICT.search(phrase) else None
