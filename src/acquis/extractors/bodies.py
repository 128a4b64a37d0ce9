"""Posts and organisations in the words beside a name.

In: material and a span. Out: `Body` (post, organisation, party), acronyms in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.extractors.known_bodies import IS_POST, full_name, party_institution, printed_name
from acquis.extractors.material import Material
from acquis.model.concept import Concept
from acquis.vocabulary.lexicon import Mention


@dataclass(frozen=True, slots=True)
class Body:
    """What the words beside a name say: post, organisation, State or group."""

    post: str | None = None
    organisation: str | None = None
    party: str | None = None


# The head words of bodies that a State has; a sub-unit stays with the post.
_TOP = (
    r"(?:Ministry|Ministries|Department|Departments|Agency|Authority|Council|Commission|Secretariat|Cabinet|"
    r"Service|Command|Police|Embassy|"
    r"Mission|Chancellery|Parliament|Centre|Center|Institute|Administration|Bank|Treasury|Office|Bureau|"
    r"Directorate[- ]General|Force|Forces|"
    r"University|Board|Committee|Company|Foundation|Organi[sz]ation|Chancery|Presidency|Bundesamt|CERT|MFA|"
    r"MOFA|MEA)"
)
_POST_WORD = (
    r"(?:Deputy|Director|Secretary|Head|Chief|Minister|Ambassador|Coordinator|Co-ordinator|Chair|Vice|"
    r"Assistant|Under|Commissioner|Advis[eo]r|Envoy|"
    r"Representative|President|Counsellor|Acting|Senior|Principal|Special|Undersecretary|Officer|Manager)"
)
_ORGANISATION = re.compile(
    rf"(?:^|,\s*|\(|\s[-–]\s|\b(?:of|at|in|from|within)\s+)(?:the\s+)?"
    rf"(?P<name>(?:(?!{_POST_WORD}\b)[A-Z][\w’'&.-]*\s+(?:(?:for|and|&)\s+)*){{0,7}}?"
    rf"{_TOP}\b(?![a-z-])[^();]*|(?:[A-Z]\w+ )?[Ff]oreign [Mm]inistry)"
)
_LEVELS = re.compile(
    r"(?:,\s*|\s+(?:of|at|in|within) the\s+)(?=(?:[A-Z]\w+ )?(?:(?:Federal |State )?Ministry|Foreign|"
    r"Department of State|[A-Z]\w+ foreign ministry|foreign ministry))",
    re.I,
)
_LEVEL_BETWEEN = re.compile(r",|\b(?:of|at|in|within) the\b")
_STEP_OUT = re.compile(r"(?:\s*\([^)]*\)|\))?(?:,\s*(?:the\s+)?|\s+(?:of|at|in|within)\s+(?:the\s+)?)")
_SUB_UNIT = re.compile(
    r"\b(?:Department|Division|Bureau|Directorate|Section|Unit|Office|Branch|Desk|Secretariat|General)\b"
)
_BRACKETED = re.compile(r"\s*\((?:[A-Z][A-Za-z&/-]{1,12}|DG [A-Z]\w+)\)")
_HONORIFIC_TAIL = re.compile(
    r"(?:\b(?:(?:Lieutenant|Major|Brigadier|Vice|Rear)[- ](?:General|Admiral)|Mr|Mrs|Ms|Dr|H\.E|His Excellency|Her Excellency|Shri|Smt|Prof|\(?Retd?\)?|(?<=Lt )Gen|Lt|Maj|"
    r"Brig|Col|Cdr|Capt)\.?\s*)+$"
)
_EDGE = " \t\n,;:–—-()."
_LEADING = re.compile(
    r"^(?:(?:and|by|the|its|their|his|her|our|both|with|while|as well as|namely|respectively|also|as|who is|"
    r"currently|on behalf of)\b[\s,]*)+",
    re.I,
)
_POSSESSED = re.compile(r"\b(?:of|at|in|from)\s+(?:the\s+)?$")
_TRAILING = re.compile(r"[\s,]*\b(?:of|at|in|from|for|within|with|to|and|the|by|as|on)\s*$", re.I)
_SIDE_WORDS = re.compile(
    r"^\s*(?:(?:for|on|from)\s+)?(?:the\s+)?(?:(?:[\w.’'-]+\s+){1,4}(?:side|delegation|"
    r"part)\s*,?\s*)+(?:by\s+)?",
    re.I,
)
_STATE_SECRETARY = re.compile(r"\bSecretary of State\b")
_ROLE_ONLY = re.compile(r"^(?:co-?)?(?:chairs?|heads? of (?:the )?delegation|leaders?)$", re.I)
# Bodies that the vocabulary also knows by their head's post.
_IS_A_POST = re.compile(
    r"(?i:director|minister|secretary|ambassador|coordinator|co-ordinator|head\b|chief|commissioner|advis|"
    r"envoy|representative|chair|president|counsel|"
    r"officer|general|commander|lead\b|leader|manager|attach|chancellor|deputy|governor|spokes|"
    r"superintendent|principal|delegate|analyst|expert|"
    r"commandant|marshal|diplomat|negotiator|delegate|fellow|member|premier|king|queen|prince|speaker|"
    r"administrator|chargé|consul|prosecutor|liaison|"
    r"registrar|inspector|executive)"
)
_DATED = re.compile(
    r"\b(?:on|in) (?:\d{1,2}|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday)\b.*$"
)


def read_body(material: Material, start: int, end: int, parties: tuple[str, ...], *, leading: bool) -> Body:
    """Post, organisation and party in the words before (`leading`) or after a name."""
    text = material.document.text
    raw = text[start:end]
    if len(raw) > 600 or not raw.strip(_EDGE):
        return Body()
    party, start, end = _party(material, start, end)
    words = _clean(text[start:end])
    body = _leading_body(material, start, end, parties) if leading else None
    body = body or _described(material, start, end, words, parties)
    party = party or body.party
    post = _post(body.post, leading)
    organisation = _unpossessed(material, start, end, body.organisation)
    if organisation is None and post and _STATE_SECRETARY.search(post) and party in (None, "US"):
        organisation = "Department of State"
    return Body(post, organisation, party)


def _unpossessed(material: Material, start: int, end: int, organisation: str | None) -> str | None:
    """ "Gavria's National Cyber Agency" without the State."""
    for mention, _ in material.actors_in(start, end) if organisation else ():
        named = re.match(
            rf"{re.escape(material.document.text[mention.start : mention.end])}[’']s\s+", organisation or ""
        )
        organisation = organisation[named.end() :] if organisation and named else organisation
    return organisation


def _party(material: Material, start: int, end: int) -> tuple[str | None, int, int]:
    """The State at an edge of the words ("Lithuanian …", "… of Lithuania"), and the span without it."""
    text = material.document.text
    actors = material.actors_in(start, end)
    if not actors:
        return None, start, end
    first, code = actors[0]
    head = text[start : first.start].strip(_EDGE).lower()
    if re.fullmatch(r"(?:(?:by|and|for|of|from|on)\b ?)?(?:the)?", head):
        after = re.match(r"\.?(?:[’']s?)?(?:\s+(?:side|delegation)\b)?\s*", text[first.end : end])
        rest = first.end + (after.end() if after else 0)
        return code, rest, end
    for held, code in actors:
        if text[held.end : held.end + 2] in ("’s", "'s") and _POSSESSED.search(text[start : held.start]):
            return code, start, end
    last, code = actors[-1]
    tail = re.sub(r"^(?:\W|and|by|with)+$", "", text[last.end : end])
    before = text[start : last.start].rstrip()
    if (
        not tail
        and re.search(r"\b(?:of|from)(?: the)?$", before)
        and not re.search(r"\b(?:to|with|Affairs for|Director for|Head for)(?: the)?$", before)
    ):
        cut = re.sub(r"[\s,]*\b(?:of|from|for)(?: the)?$", "", before)
        inside = any(mention.start < last.start < mention.end for mention in material.mentions_in(start, end))
        if not inside:
            return code, start, start + len(cut)
    return None, start, end


def _clean(words: str) -> str:
    words = _BRACKETED.sub("", " ".join(words.split()))
    words = _HONORIFIC_TAIL.sub("", words).strip(_EDGE)
    return _LEADING.sub("", words).strip(_EDGE)


def _leading_body(material: Material, start: int, end: int, parties: tuple[str, ...]) -> Body | None:
    """ "National Security Council Coordinator": a known body first, then the post."""
    text = material.document.text
    for mention in material.mentions_in(start, end):
        concept = party_institution(material, mention, parties)
        if concept is None:
            continue
        head = _LEADING.sub("", text[start : mention.start].strip(_EDGE)).strip(_EDGE)
        rest = re.sub(r"^[’']s\b|^\.", "", text[mention.end : end])
        if head or not rest.strip(_EDGE):
            return None
        return Body(_clean(rest), full_name(concept, text[mention.start : mention.end]), concept.side)
    return None


def _described(material: Material, start: int, end: int, words: str, parties: tuple[str, ...]) -> Body:
    """ "Cyber Director in the Home Office": post first, then the body that its name or head word tells."""
    text = material.document.text
    known = [
        (m, c) for m in material.mentions_in(start, end) if (c := party_institution(material, m, parties))
    ]
    generic = _ORGANISATION.search(words)
    if known and not (generic and _begins_before(words, generic, text[known[0][0].start : known[0][0].end])):
        mention, concept = _outermost(text, known)
        before = text[start : mention.start]
        inner = known[0][1]
        if concept is not inner and inner.name.startswith("Directorate"):
            before = text[start : known[0][0].start]
            return Body(
                _TRAILING.sub("", _clean(before)),
                f"{full_name(concept, printed_name(text, mention))} {inner.name}",
                concept.side,
            )
        post = _TRAILING.sub("", _clean(before)) if before.strip(_EDGE) else _clean(text[mention.end : end])
        return Body(post or None, _with_parent(material, mention, concept, end, parties), concept.side)
    if generic:
        name = _organisation(generic["name"])
        top = _top(name)
        below = name[: len(name) - len(top)].rstrip(" ,") if top != name else ""
        post = (
            f"{words[: generic.start()]}{generic.group()[: generic.start('name') - generic.start()]}{below}"
            if below
            else words[: generic.start()]
        )
        return Body(post, top)
    return Body(words, None, _side_of_post(material, start, end))


def _side_of_post(material: Material, start: int, end: int) -> str | None:
    """The State whose post this is, where the vocabulary knows it ("National Cyber Director")."""
    for mention in material.mentions_in(start, end):
        concept = material.concept(mention, "institution")
        if concept and concept.side and IS_POST.search(material.document.text[mention.start : mention.end]):
            return concept.side
    return None


def _begins_before(words: str, generic: re.Match[str], printed: str) -> bool:
    """Does a body known by its head word begin before the one the vocabulary knows, and hold it?"""
    at = words.find(printed)
    return generic.start("name") < at < generic.end("name") and not _LEVEL_BETWEEN.search(
        words[generic.start("name") : at]
    )


def _outermost(text: str, known: list[tuple[Mention, Concept]]) -> tuple[Mention, Concept]:
    """Of "Cyber Division, Ministry of X" the ministry."""
    at = 0
    while at + 1 < len(known) and _STEP_OUT.fullmatch(text[known[at][0].end : known[at + 1][0].start]):
        at += 1
    return known[at]


def _with_parent(
    material: Material, mention: Mention, concept: Concept, end: int, parties: tuple[str, ...]
) -> str:
    """ "European Commission's Directorate General for …": the possessor belongs to the name."""
    text = material.document.text
    printed = text[mention.start : mention.end]
    following = next((m for m in material.mentions_in(mention.end, end)), None)
    if (
        following
        and re.fullmatch(r"[’']s\s+", text[mention.end : following.start])
        and (inner := party_institution(material, following, parties))
    ):
        return f"{full_name(concept, printed)} {full_name(inner, text[following.start : following.end])}"
    return full_name(concept, printed)


def _top(organisation: str) -> str:
    """The ministry or agency of "Department of X of the Ministry of Y"."""
    pieces = _LEVELS.split(organisation)
    return pieces[-1] if len(pieces) > 1 and _SUB_UNIT.search(pieces[0]) else organisation


def _organisation(words: str) -> str:
    words = _HONORIFIC_TAIL.sub("", _DATED.sub("", _BRACKETED.sub("", words)))
    return _TRAILING.sub("", words.strip(_EDGE)).strip(_EDGE)


def _post(words: str | None, leading: bool) -> str | None:
    if not words:
        return None
    post = _SIDE_WORDS.sub("", words) if leading else words
    post = _clean(_DATED.sub("", post))
    while (shorter := _TRAILING.sub("", post).strip(_EDGE)) != post:
        post = shorter
    post = re.sub(r",\s*Ambassador$", "", post) + (")" if post.count("(") > post.count(")") else "")
    if (
        not _IS_A_POST.search(post)
        or re.match(r"(?:From|On|In|During|Today|Yesterday|This|Following|At) ", post)
        or len(post.split()) > 22
        or _ROLE_ONLY.match(post)
    ):
        return None
    return post
