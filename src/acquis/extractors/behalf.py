"""For whom a statement speaks and with whom it aligns: "on behalf of", "aligns itself with", "my country".

In: a document's first and last sentences. Out: codes of the States and groups they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.extractors.material import Material
from acquis.extractors.passages import Passage

_BEHALF = re.compile(r"\b(?:on behalf of|for and on behalf of|in the name of|au nom de)\b", re.I)
_SPEAKS = re.compile(
    r"\b(?:statement|intervention|remarks|speak|speaks|speaking|deliver|delivers|delivering|delivered|"
    r"present|presenting|submit|make|making|"
    r"address|declaration|hono(?:u)?r|pleasure|privilege|pleased|take the floor|taking the floor|message)\b",
    re.I,
)
_THANKS = re.compile(
    r"\b(?:thank|congratulat|condolenc|sympath|greet|welcome|by the|delivered (?:earlier )?by|statements? "
    r"(?:made|delivered) by)\w*",
    re.I,
)
_ALIGNS = re.compile(
    r"\b(?:align(?:s|ed|ing)?|associate(?:s|d)?|join(?:s|ed)?|subscribe(?:s|d)?)\s+(?:itself|themselves|"
    r"ourselves|myself|its?elf fully|fully)?\s*"
    r"(?:fully |also |entirely )?(?:with|to)?\s*(?:the|this|that|these)\s+(?:\w+\s+){0,3}?(?:statement|"
    r"intervention|declaration|remarks)s?\b"
    r"|\balign(?:s|ed)?\b[^.;]{0,40}\bwith\b|\bassociat(?:e|es|ed) (?:itself|themselves|ourselves|myself)\b",
    re.I,
)
_WITH = re.compile(r"\b(?:this|our|the present) (?:statement|declaration|intervention)\b", re.I)
_OWN = re.compile(
    r"\bmy (?:own )?(?:country|nation|homeland|Government|capital|delegation)\s*[,–—-]?\s*(?=(?:the "
    r")?(?-i:[A-Z]))",
    re.I,
)
_TELLING = re.compile(
    r" behalf of|n behalf of| align|lign itself|ssociates? |joins? |in the name of|y (?:own )?(?:country|"
    r"nation|delegation|Government|homeland|capital)"
)
_LEAD = 10
_REACH = 420


@dataclass(frozen=True, slots=True)
class Behalf:
    """What a text says of speaking for others.

    `spoken_for` are those in whose name it speaks, `states` those listed behind a group; `own` is the State
    that "my country" is; `aligned` are those whose statement it joins, or who join a group's statement;
    `aligning` is who says that it joins another.
    """

    spoken_for: tuple[str, ...] = ()
    own: str | None = None
    aligned: tuple[str, ...] = ()
    aligning: str | None = None
    states: tuple[str, ...] = ()


def find_behalf(material: Material) -> Behalf:
    """What the first sentences (and a last one in brackets) say of speaking for others."""
    passages, text = material.passages, material.document.text
    tail = passages[-3].start if len(passages) > _LEAD + 3 else len(text)
    lead = passages[_LEAD].start if len(passages) > _LEAD else len(text)
    if not _TELLING.search(text, 0, lead) and not _TELLING.search(text, tail):
        return Behalf()
    spoken_for: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    aligned: list[str] = []
    own = aligning = None
    for passage in _telling(material):
        words = material.words(passage)
        if not spoken_for and (match := _speech_for(words)):
            spoken_for, states = _named_after(material, passage.start + match.end())
        if own is None and (match := _OWN.search(words)):
            own = _own(material, passage.start + match.end())
        if match := _ALIGNS.search(words):
            subject, others = _alignment(material, passage, match)
            aligned += [code for code in others if code not in aligned]
            aligning = aligning or subject
    if own is None and len(spoken_for) == 1 and _is_state(material, spoken_for[0]):
        own = spoken_for[0]
    return Behalf(spoken_for, own, tuple(aligned), aligning, states)


def _telling(material: Material) -> Iterator[Passage]:
    """The sentences that may tell: the first ones, and bracketed or footnoted ones at the end."""
    passages = material.passages
    yield from passages[:_LEAD]
    for passage in passages[max(_LEAD, len(passages) - 3) :]:
        if _ALIGNS.search(material.words(passage)):
            yield passage


def _speech_for(words: str) -> re.Match[str] | None:
    for match in _BEHALF.finditer(words):
        before = words[max(0, match.start() - 140) : match.start()]
        if not _SPEAKS.search(before) and match.start() > 60:
            continue
        if not _THANKS.search(re.split(r"[,.;:]", before)[-1]) and not _ALIGNS.search(words[: match.start()]):
            return match
    return None


def _named_after(material: Material, start: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The group (or States) named right after a place, and the States listed behind the group."""
    text = material.document.text
    stop = text.find(". ", start)
    end = min(start + _REACH, stop if stop > 0 else len(text))
    group: str | None = None
    states: list[str] = []
    at = start
    for mention, code in material.actors_in(start, end):
        gap = text[at : mention.start]
        if len(gap) > (60 if not (group or states) else 45) or (states and _leaves(gap)):
            break
        at = mention.end
        if material.vocabulary.by_code(code) is None:
            continue
        if _is_state(material, code):
            states.append(code)
        elif group is None:
            group = code
    listed = tuple(dict.fromkeys(states))
    return ((group,) if group else listed), listed if group else ()


def _leaves(gap: str) -> bool:
    """Does the list of States end in this gap?"""
    return bool(
        re.search(
            r"\b(?:to|in|at|for|with|I|we|on|has|have|is|are|would|will|condolences|congratulate|by)\b", gap
        )
    )


def _own(material: Material, start: int) -> str | None:
    for mention, code in material.actors_in(start, start + 60, adjectives=False):
        if mention.start - start <= 12 and _is_state(material, code):
            return code
    return None


def _alignment(material: Material, passage: Passage, match: re.Match[str]) -> tuple[str | None, list[str]]:
    """Who joins, and whom the text's speaker is aligned with (or, in a group's statement, who joins it)."""
    cue, end = passage.start + match.start(), passage.start + match.end()
    subjects = [code for _, code in material.actors_in(passage.start, cue, adjectives=False)]
    words = material.words(passage)
    if _WITH.search(words[match.start() : match.end() + 30]):
        after = [
            code for _, code in material.actors_in(end, min(passage.end, end + _REACH), adjectives=False)
        ]
        return None, [code for code in subjects + after if _is_state(material, code)]
    others, states = _named_after(material, end)
    others = (*others, *states)
    behalf = _BEHALF.search(words, match.end())
    if behalf:
        named, _ = _named_after(material, passage.start + behalf.end())
        others = named or others
    lone = subjects[0] if len(set(subjects)) == 1 and _is_state(material, subjects[0]) else None
    return lone, list(others[:3])


def _is_state(material: Material, code: str) -> bool:
    concept = material.vocabulary.by_code(code)
    return concept is not None and concept.kind == "state"
