"""Whom a claim is addressed to: who is called on, supported, condemned, worried about or met, if the text names them.

In: a passage, an act and the token at which its cue ends. Out: codes, "all States", or names as printed.
"""

from __future__ import annotations

import re

from acquis.extractors.material import Material, actor_code
from acquis.extractors.passages import Passage
from acquis.model.claim import Act
from acquis.vocabulary.lexicon import Mention

ALL_STATES = "all States"

_PEOPLE = (
    r"(?:States|countries|nations|governments?|parties|stakeholders|companies|sector|industry|community|"
    r"organi[sz]ations|society|delegations?|"
    r"members|partners|providers|actors|operators|donors|academia|institutions|agencies|businesses|"
    r"vendors|researchers|powers|authorities|"
    r"criminals|hackers|groups|secretariat|chair|council|leaders|experts|victims|institutes|universities)"
)
_OBJECT = re.compile(
    rf"\s*(?:on|upon|to|by|with|for)?\s*(?P<name>(?:the\s+|all\s+|other\s+|those\s+|our\s+|every\s+|"
    rf"relevant\s+)*(?:[\w’'-]+(?:\s+and)?\s+){{0,4}}?{_PEOPLE})\b",
    re.I,
)
_SUBJECT = re.compile(
    rf"(?P<name>(?:(?:all|other|the|those|every|each|"
    rf"relevant)\s+)*(?:[\w’'-]+\s+){{0,2}}?{_PEOPLE})(?:\s+(?:that|which|who)\b[^,.;]{{0,60}})?"
    rf"\s+(?:also\s+|therefore\s+|and\s+\w+\s+)?(?:must|should|need|have|ought|cannot|can|"
    rf"will)?\s*(?:not\s+|to\s+|also\s+)?$",
    re.I,
)
_ALL = re.compile(
    r"(?:all |other |every |all other |fellow |all the |the )*(?:UN |United Nations )?(?:member "
    r")?(?:states|countries|nations)$",
    re.I,
)
_ARTICLES = re.compile(r"^(?:(?:the|our|those|a|an|of|both|other)\s+)+", re.I)
_WEAK = re.compile(
    r"^(?:other|both|these|our|this|such|their)?\s*(?:parties|actors|members|partners|community|sector|"
    r"groups|leaders)$",
    re.I,
)
_REACH: dict[str, int] = {"call": 60, "support": 45, "offer": 80, "need": 80, "proposal": 50, "objection": 70}
_BLAMING: frozenset[str] = frozenset({"condemnation", "concern", "objection"})
_MEETING = re.compile(
    r"\b(?:met|meet|meeting|spoke|visited|travel+ed|hosted|consultations|talks|dialogue|briefed|"
    r"call)\b[^.;]{0,40}?\b(?:with|to|by)?\s",
    re.I,
)
_STOP = re.compile(r"[;:.]\s|\b(?:because|while|whereas|although|who|which|after|before|since)\b")


def find_addressees(material: Material, passage: Passage, act: Act, cue_end: int | None) -> tuple[str, ...]:
    """Those the act is directed at; empty where nobody is named. `cue_end` is the last token of the cue."""
    text = material.document.text
    after = material.tokens.ends[cue_end] if cue_end is not None else passage.start
    if act in _BLAMING:
        return _blamed(material, passage, after)
    if act == "call":
        return _asked(material, passage, after)
    if act in _REACH:
        return _behind(material, passage, after, _REACH[act])
    if act in ("report", "exchange"):
        met = _MEETING.search(text, passage.start, passage.end)
        return _behind(material, passage, met.end(), 120) if met and _with(met.group()) else ()
    return ()


def _with(words: str) -> bool:
    return bool(re.search(r"\b(?:with|visited|to|briefed|hosted)\s*$", words.strip(), re.I))


def _asked(material: Material, passage: Passage, after: int) -> tuple[str, ...]:
    """The object of the call, or the subject of its "must" or "should"."""
    if named := _behind(material, passage, after, _REACH["call"]):
        return named
    text = material.document.text
    if printed := _OBJECT.match(text, after, min(passage.end, after + 90)):
        if name := _printed(printed.group("name")):
            return (name,)
    before = text[max(passage.start, after - 160) : after]
    head = before.rsplit(" ", 2)[0] if before.count(" ") > 1 else before
    for words in (before, head):
        subject = _SUBJECT.search(words)
        if subject and (name := _printed(subject.group("name"))):
            return (name,)
    return _actors_before(material, passage, after)


def _actors_before(material: Material, passage: Passage, after: int) -> tuple[str, ...]:
    """The State or body right before a modal verb ("the United Nations must …")."""
    for mention in reversed(material.mentions_in(passage.start, after)):
        gap = material.document.text[mention.end : after]
        if len(gap) > 24 or "," in gap:
            return ()
        if name := _name_of(material, mention):
            return (name,)
    return ()


def _behind(material: Material, passage: Passage, after: int, reach: int) -> tuple[str, ...]:
    """The States, groups and bodies listed right after the cue."""
    text = material.document.text
    end = min(passage.end, after + 400)
    found: list[str] = []
    at = after
    for mention in material.mentions_in(after, end):
        gap = text[at : mention.start]
        limit = reach if not found else 30
        if len(gap) > limit or _STOP.search(gap) or (found and not _lists(gap)):
            break
        name = _name_of(material, mention)
        if name is None:
            continue
        if not found and not _direct(gap):
            break
        at = mention.end
        if name not in found:
            found.append(name)
    return tuple(found)


def _direct(gap: str) -> bool:
    """Do these words between cue and name leave the name its object?"""
    return len(gap.split()) <= 8 and not re.search(
        r"\b(?:in|against|to the|under|from|at|within|among|into|that|we|our|will)\b", gap, re.I
    )


def _lists(gap: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:['’]s?)?[\s,]*(?:and|or|as well as)?\s*(?:the|with|of|governments? of)?\s*(?:the)?\s*",
            gap,
            re.I,
        )
    )


def _blamed(material: Material, passage: Passage, after: int) -> tuple[str, ...]:
    """The States whose acts the passage puts behind the cue or before it, with an agent's mark."""
    text = material.document.text
    found: list[str] = []
    for mention, code in material.actors_in(passage.start, passage.end):
        before = text[max(passage.start, mention.start - 25) : mention.start]
        agent = re.search(r"\b(?:by|to|of|from|on|against|behalf of)\s+(?:the\s+)?$", before, re.I)
        owner = re.match(r"['’]s?\s", text[mention.end : mention.end + 3])
        victim = re.search(r"\b(?:against|in|with|support|on)\s+(?:the\s+)?$", before, re.I)
        if (
            (agent or owner)
            and not victim
            and mention.end > after - 200
            and code not in found
            and mention.start > after - 60
        ):
            found.append(code)
    return tuple(found)


def _name_of(material: Material, mention: Mention) -> str | None:
    """A State's or group's code, a body's preferred name; None for anything else."""
    concept = material.concept(mention, "state", "group", "institution", "process")
    if concept is None or concept.kind == "process":
        return None
    return actor_code(concept) if concept.kind in ("state", "group") else concept.name


def _printed(words: str) -> str | None:
    """A name as printed, without articles; "all States" for all States, nations or countries."""
    words = " ".join(words.split())
    if _ALL.match(words) and not re.match(r"(?:countries|nations)$", words):
        return ALL_STATES
    bare = _ARTICLES.sub("", words)
    return None if not bare or _WEAK.match(bare) or bare.lower().startswith(("we ", "i ")) else bare
