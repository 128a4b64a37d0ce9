"""Whom a claim is addressed to: who is called on, supported, condemned, worried about or met, if named.

In: a passage, an act and the token at which its cue ends. Out: codes, "all States", or names as printed.
"""

from __future__ import annotations

import re

from acquis.extractors.material import Material, actor_code
from acquis.extractors.passages import Passage
from acquis.extractors.references import only_modifies
from acquis.model.claim import Act
from acquis.vocabulary.lexicon import Mention

ALL_STATES = "all States"

_PEOPLE = (
    r"(?:States|countries|nations|governments?|parties|stakeholders|companies|sector|industry|community|"
    r"organi[sz]ations|society|delegations?|members|partners|providers|actors|operators|donors|academia|"
    r"institutions|agencies|businesses|vendors|researchers|powers|authorities|secretariat|leaders|experts|"
    r"institutes|universities)"
)
_OBJECT = re.compile(
    r"\s*(?:on|upon|to|by|with|for)?\s*(?P<name>(?:the\s+|all\s+|other\s+|those\s+|our\s+|every\s+|"
    rf"relevant\s+)*(?:[\w’'-]+(?:\s+and)?\s+){{0,4}}?{_PEOPLE}(?:\s+{_PEOPLE})?(?:\s+concerned)?)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"(?P<name>(?:(?:all|other|the|those|every|each|relevant)\s+)*(?:[\w’'-]+\s+){0,2}?"
    rf"{_PEOPLE})(?:\s+(?:that|which|who)\b[^,.;]{{0,60}})?\s+(?:also\s+|therefore\s+|and\s+\w+\s+)?"
    r"(?:must|should|need|have|ought|cannot|can|will)?\s*(?:not\s+|to\s+|also\s+)?$",
    re.I,
)
_MODALS = frozenset(["must", "should", "need", "needs", "ought", "cannot", "to", "let"])
_PASSIVE = re.compile(r"\s+(?:not |also |never |to )*be \w+(?:ed|en|ld)\b")
_ALL = re.compile(
    r"(?:all |other |every |all other |fellow |all the |the )*(?:UN |United Nations )?(?:member )?"
    r"(?:states|countries|nations)$",
    re.I,
)
_SOME = re.compile(r"(?:countries|nations)$", re.I)
_ARTICLES = re.compile(r"^(?:(?:the|our|those|a|an|of|both|other)\s+)+", re.I)
_WEAK = re.compile(
    r"^(?:other|both|these|our|this|such|their)?\s*"
    r"(?:parties|actors|members|partners|community|sector|groups|leaders)$",
    re.I,
)
_REACH: dict[str, int] = {"call": 25, "support": 45, "offer": 80, "need": 80, "proposal": 50}
_BLAMING: frozenset[str] = frozenset({"condemnation", "concern", "objection"})
_MEETING = re.compile(
    r"\b(?:met|spoke|consulted|talks|consultations|meetings?)\b[^.;]{0,40}?\bwith\s|\b(?:visited|briefed|hosted)\s"
)
_AWAY = re.compile(r"\b(?:in|against|to the|under|from|at|within|among|into|that|we|our|will)\b", re.I)
_STOP = re.compile(r"[;:.]\s|\b(?:because|while|whereas|although|who|which|after|before|since)\b")
_LISTS = re.compile(
    r"(?:['’]s?)?[\s,]*(?:and|or|as well as|including)?\s*(?:the|with|of|governments? of)?\s*(?:the)?\s*",
    re.I,
)
_BLAMED_BEFORE = re.compile(
    r"\b(?:by|attributed? to|linked to|affiliated with|associated with|sponsored by|responsibility of|"
    r"condemn\w*|denounc\w+|behalf of|protest with|conduct of|actions of|Government of)\s+(?:the\s+)?"
    r"(?:Government of\s+)?(?:the\s+)?$|\bthat (?:the )?$",
    re.I,
)
_BLAMED_AFTER = re.compile(
    r"['’]s?\s+(?:\(\w+\)\s+)?(?:\w+ ){0,3}?(?:behaviou?r|activit\w+|attacks?|aggression|actions?|conduct|"
    r"use|war|theft|unwillingness|MSS|failure|violations?|operations?)\b",
    re.I,
)


def find_addressees(material: Material, passage: Passage, act: Act, cue_end: int | None) -> tuple[str, ...]:
    """Those the act is directed at; empty where nobody is named. `cue_end` is the last token of the cue."""
    after = material.tokens.ends[cue_end] if cue_end is not None else passage.start
    if act in _BLAMING:
        return _blamed(material, passage)
    if act == "call":
        modal = cue_end is not None and material.tokens.words[cue_end] in _MODALS
        return _subject(material, passage, after) if modal else _object(material, passage, after)
    if act in _REACH:
        return _behind(material, passage, after, _REACH[act])
    if act in ("report", "exchange"):
        return _met(material, passage)
    return ()


def _met(material: Material, passage: Passage) -> tuple[str, ...]:
    """Those with whom the passage says somebody met."""
    match = _MEETING.search(material.document.text, passage.start, passage.end)
    if match is None:
        return ()
    return _behind(material, passage, match.end(), 120, meeting=True) or _object(
        material, passage, match.end()
    )


def _object(material: Material, passage: Passage, after: int) -> tuple[str, ...]:
    """The object of a call: a name, or people as printed."""
    if named := _behind(material, passage, after, _REACH["call"]):
        return named
    printed = _OBJECT.match(material.document.text, after, min(passage.end, after + 90))
    name = _printed(printed.group("name")) if printed else None
    return (name,) if name else ()


def _subject(material: Material, passage: Passage, after: int) -> tuple[str, ...]:
    """Who must or should: the words before the modal verb, unless something is to be done to them."""
    text = material.document.text
    if _PASSIVE.match(text, after):
        return ()
    for mention in reversed(material.mentions_in(passage.start, after)):
        gap = text[mention.end : after]
        if len(gap) > 24 or "," in gap or only_modifies(text[:after], mention):
            break
        if name := _name_of(material, mention):
            return (name,)
    printed = _SUBJECT.search(text[max(passage.start, after - 160) : after])
    if printed and _SOME.match(printed.group("name")):
        return (ALL_STATES,)
    name = _printed(printed.group("name")) if printed else None
    return (name,) if name else ()


def _behind(
    material: Material, passage: Passage, after: int, reach: int, *, meeting: bool = False
) -> tuple[str, ...]:
    """The States, groups and bodies listed right after the cue; "met officials from X" names X."""
    text = material.document.text
    found: list[str] = []
    at = after
    for mention in material.mentions_in(after, min(passage.end, after + 400)):
        gap = text[at : mention.start]
        if len(gap) > (30 if found else reach) or _STOP.search(gap):
            break
        if found and not _LISTS.fullmatch(gap):
            break
        name = _name_of(material, mention)
        if name is None:
            continue
        if not found and not meeting and (_AWAY.search(gap) or only_modifies(text, mention)):
            break
        at = mention.end
        if name not in found:
            found.append(name)
    return tuple(found)


def _blamed(material: Material, passage: Passage) -> tuple[str, ...]:
    """The States and groups whose conduct the passage speaks of: agents and owners of a deed."""
    text = material.document.text
    found: list[str] = []
    for mention, code in material.actors_in(passage.start, passage.end):
        before = text[max(passage.start, mention.start - 60) : mention.start]
        if _BLAMED_BEFORE.search(before) or _BLAMED_AFTER.match(text, mention.end):
            found.append(code)
    return tuple(dict.fromkeys(found))


def _name_of(material: Material, mention: Mention) -> str | None:
    """A State's or group's code, a body's name; None for anything else."""
    concept = material.concept(mention, "state", "group", "institution")
    if concept is None:
        return None
    if concept.kind in ("state", "group"):
        return actor_code(concept)
    printed = " ".join(material.document.text[mention.start : mention.end].split())
    return concept.name if printed.isupper() else printed


def _printed(words: str) -> str | None:
    """A name as printed, without articles; "all States" for all States, nations or countries."""
    words = " ".join(words.split())
    if _ALL.match(words) and not _SOME.match(words):
        return ALL_STATES
    bare = _ARTICLES.sub("", words)
    return None if not bare or _WEAK.match(bare) or bare.lower().startswith(("we ", "i ")) else bare
