"""Who owns a claim: "we", "both sides", "the Korean delegation", reported speech, resolved to who they are here."""

from __future__ import annotations

from acquis.extractors.clause import Actor, Clause, CueFrame, Subject
from acquis.extractors.frame import Frame
from acquis.extractors.material import ACTORS, Material, actor_code
from acquis.model.concept import ConceptKind

_SIDE = frozenset("side delegation government authorities team part representatives officials".split())
_BODIES: tuple[ConceptKind, ...] = ("institution", "process", "instrument")
_OWN_ACTS = frozenset({"commitment", "support", "report", "exchange", "offer", "objection", "proposal", "call", "affirmation"})


def actors_of(material: Material, span: tuple[int, int], own: frozenset[str]) -> list[Actor]:
    """The States, groups and bodies named in a span; `own` are the codes of the speaker or the parties."""
    found = []
    for mention in material.mentions_in(*span):
        concept = material.concept(mention, *ACTORS)
        if concept is None:
            if material.concept(mention, *_BODIES):
                found.append(Actor(mention.first, mention.last, "", "body"))
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


def find_owners(clause: Clause, cue: CueFrame | None, frame: Frame, act: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """The owners of a claim. `before` are the owners of the claim before it, for "he" and "it"."""
    subject = cue.subject if cue else None
    if subject is None:
        return frame.actors
    if frame.kind == "communique":
        return _in_communique(subject, frame, act, before)
    return _in_statement(subject, frame, act, before)


def _in_communique(subject: Subject, frame: Frame, act: str, before: tuple[str, ...]) -> tuple[str, ...]:
    if subject.codes and act in _OWN_ACTS:
        known = tuple(code for code in subject.codes if code in frame.parties or code in frame.actors)
        return _listed(known, frame) if known else frame.actors
    if subject.kind in ("he", "it") and before and subject.kind == "he":
        return before
    return frame.actors


def _in_statement(subject: Subject, frame: Frame, act: str, before: tuple[str, ...]) -> tuple[str, ...]:
    if len(frame.actors) > 1 and subject.codes:
        known = tuple(code for code in subject.codes if code in frame.actors)
        return known or frame.actors
    return frame.actors


def _listed(codes: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    unique = tuple(dict.fromkeys(codes))
    return unique if len(unique) <= 5 else frame.actors
