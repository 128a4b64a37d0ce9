"""Who owns a claim: "we", "both sides", "the Korean delegation", reported speech, resolved to who they are here."""

from __future__ import annotations

import re
from dataclasses import replace

from acquis.extractors.clause import Clause, CueFrame
from acquis.extractors.frame import MOST_OWNERS, Frame
from acquis.extractors.material import ACTORS, Material, actor_code
from acquis.extractors.names import find_names
from acquis.extractors.passages import Passage
from acquis.extractors.subjects import Actor, Subject
from acquis.model.concept import ConceptKind

_TITLES = frozenset(
    "minister ministers secretary president director ambassador prime foreign deputy commissioner mr ms mrs dr chancellor vice".split()
)
_TITLE_REACH = 12
_TOGETHER = frozenset({"report", "exchange", "commitment", "proposal", "offer"})
_SURNAME, _LEAD = 3, 3_000
_PROMISED = frozenset({"commitment"})
_FORWARD = frozenset({"will", "intend", "plan", "undertake"})
_BODY = re.compile(
    r"(?:^|[,;:] |\band |\bthat )[Tt]he ([A-Z][\w&.\-]*(?: (?:of |for |on |and )?[A-Z][\w&.\-]*){0,8})(?: \([A-Z]+\))? (?:also |further )?$"
)
# Words for the parties themselves, and for persons: they speak for their side.
_PLAIN = re.compile(
    r"\b(?:Sides?|Participants?|Members?|Leaders?|Ministers?|Officials?|Delegations?|Governments?|Part(?:y|ies)|Countr(?:y|ies)|Nations?|"
    r"States?|Groups?|Partners?|Co-[Cc]hairs?|Chairs?|President|Prime|Secretar(?:y|ies)|Ambassadors?|Director|Dialogues?|Meetings?|"
    r"Representatives?|Administration|Experts?|Principals|Foreign|Heads?|Presidents|Working|Initiative|Partnership|Joint|Program(?:me)?|Agreement|"
    r"Memorandum|Plan|Strategy|Framework|Declaration|Statement|Summit|Conference|Convention|Treaty|Fund|Centre|Center)\b"
)
_SIDE = frozenset(
    "side sides delegations teams delegation government governments authorities team part representatives officials".split()
)
_BODIES: tuple[ConceptKind, ...] = ("institution", "process", "instrument")


def actors_of(material: Material, span: tuple[int, int], own: frozenset[str]) -> list[Actor]:
    """The States, groups and bodies named in a span; `own` are the codes of the speaker or the parties."""
    found = []
    for mention in material.mentions_in(*span):
        concept = material.concept(mention, *ACTORS)
        if concept is None:
            if body := material.concept(mention, *_BODIES):
                side = body.side if body.side in own else None
                found.append(Actor(mention.first, mention.last, side or "", "self" if side else "body"))
            continue
        if mention.senses[0].form == "adjective" and not _names_actor(material, mention.last):
            continue
        code = actor_code(concept)
        found.append(Actor(mention.first, mention.last, code, "self" if code in own else "other"))
    return found


def _names_actor(material: Material, last: int) -> bool:
    """Does an adjective name an actor ("the Korean delegation") or only describe ("Korean law")?"""
    words = material.tokens.words
    return last + 1 < len(words) and words[last + 1] in _SIDE


def voice_of(material: Material, passage: Passage, frame: Frame) -> Frame:
    """The frame with the speaker of a transcript's turn as its voice, where label or text tell their State."""
    if passage.turn is None:
        return frame
    code = state_of_label(material, passage.turn.label)
    return replace(frame, actors=(code,), parties=()) if code else frame


def state_of_label(material: Material, label: str) -> str | None:
    """The State of a turn's label: named in it ("Ms. Lee (Aldoria)"), or beside the surname at its first mention."""
    words = label.rsplit("(", maxsplit=1)[-1].strip(") .")
    found = find_names(material.vocabulary, words, ("state",))
    if found:
        return actor_code(found[0].concept)
    surname = (
        label.split("(", maxsplit=1)[0].rsplit(maxsplit=1)[-1].strip(".:")
        if label.split("(", maxsplit=1)[0].split()
        else ""
    )
    if len(surname) < _SURNAME:
        return None
    text = f"{material.document.title or ''}\n{material.document.text[:_LEAD]}"
    match = re.search(
        rf"\b{re.escape(surname)}\b(?:(?! and )[^.;:\n]){{0,60}} of ((?:the )?[A-Z][\w .\-’']{{2,40}})",
        text,
        re.I,
    )
    named = find_names(material.vocabulary, match.group(1), ("state",)) if match else []
    return actor_code(named[0].concept) if named else None


def find_owners(
    material: Material, clause: Clause, cue: CueFrame | None, frame: Frame, act: str, before: tuple[str, ...]
) -> tuple[str, ...]:  # fmt: skip
    """The owners of a claim. `before` are the owners of the claim before it, for "he" and "she"."""
    if cue is None:
        leader = _leader(clause)
        return (
            _in_communique(leader, frame, act, before, leader)
            if leader and frame.kind == "communique"
            else frame.actors
        )
    if frame.kind == "communique" and act in _PROMISED and cue.hit.cue.name in _FORWARD:
        body = _printed_body(material, clause, cue)
        if body:
            return (body,)
    subject = cue.subject or _titled(material, clause, cue)
    if subject is None:
        return frame.actors
    if frame.kind == "communique":
        return _in_communique(subject, frame, act, before, _leader(clause))
    return _in_statement(subject, frame, act)


def _leader(clause: Clause) -> Subject | None:
    """The first free subject of a sentence."""
    return next((subject for subject in clause.subjects if not subject.bound), None)


def _titled(material: Material, clause: Clause, cue: CueFrame) -> Subject | None:
    """The State of a person who opens the sentence ("Minister Venn of Aldoria stressed …")."""
    words = material.tokens.words
    if not _TITLES.intersection(words[clause.first : clause.first + 3]):
        return None
    near = min(cue.hit.first, clause.first + _TITLE_REACH)
    return next((subject for subject in clause.subjects if subject.codes and subject.last < near), None)


def _in_communique(
    subject: Subject, frame: Frame, act: str, before: tuple[str, ...], leader: Subject | None
) -> tuple[str, ...]:
    """The parties named as subject; "it" is who the sentence began with, "he" and "she" who spoke before.

    Another State's promise is its own.
    """
    if subject.kind == "it" and leader and leader.codes:
        subject = leader
    codes = tuple(dict.fromkeys(subject.codes))
    known = tuple(code for code in codes if code in frame.parties or code in frame.actors)
    if not known and act == "commitment" and codes:
        known = codes
    if known:
        return known if len(known) <= MOST_OWNERS else frame.actors
    return before if subject.kind == "he" and before else frame.actors


def _in_statement(subject: Subject, frame: Frame, act: str) -> tuple[str, ...]:
    """The speaker; those who did it together with the speaker; or others whose promise is reported."""
    codes = tuple(dict.fromkeys(subject.codes))
    if not codes or len(codes) > MOST_OWNERS:
        return frame.actors
    known = tuple(code for code in codes if code in frame.actors)
    if len(frame.actors) > 1:
        return known or frame.actors
    shared = bool(known) and act in _TOGETHER
    return codes if shared or (not known and act == "commitment") else frame.actors


def _printed_body(material: Material, clause: Clause, cue: CueFrame) -> str | None:
    """A body of their own making that promises in its own name ("the Task Force intends to …"), as first printed."""
    tokens, text = material.tokens, material.document.text
    start, end = tokens.starts[clause.first], tokens.starts[cue.hit.first]
    match = _BODY.search(text[start:end])
    if match is None:
        return None
    name = match.group(1)
    place = start + match.start(1)
    if _PLAIN.search(name) or any(
        material.concept(m, *ACTORS, "institution") for m in material.mentions_in(place, end)
    ):
        return None
    full = re.search(
        rf"\b{re.escape(name)} (?:for|of|on|against) (?:[A-Z][\w\-]*(?: (?:and|of|the|for)(?= [A-Z]))? ?)+",
        text,
    )
    return full.group().strip() if full else name
