"""The speaker of a statement: State or group, person and post, on whose behalf, aligned with whom.

In: a document that speaks. Out: a `Speaker`. What is said first counts first: a head that announces several
speakers, the archive's own line, the head, the first sentences, the publisher, and at last the State that the
text makes the subject of its verbs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.extractors.active_speaker import most_active
from acquis.extractors.behalf import Behalf, find_behalf
from acquis.extractors.heads import head_lines, provenance
from acquis.extractors.joint_speakers import MOST_LISTED, expanded, is_joint, joint_speakers, members_of
from acquis.extractors.material import Material
from acquis.extractors.names import code_of_publisher, find_codes, find_names
from acquis.extractors.person import find_person
from acquis.extractors.principals import find_principals, most_named_together, opening_subjects
from acquis.extractors.resolutions import speaks_as_body
from acquis.extractors.speaker_titles import is_transcript, titled_speaker
from acquis.extractors.sponsors import find_sponsors
from acquis.model.statement import Speaker

# A resolution speaks for the body that adopts it, not for those who put it forward.
_ORGANIZATION = "UN"
_BEHALF_HEAD = re.compile(r"\bon behalf of\s+", re.I)


@dataclass(frozen=True, slots=True)
class _Heads:
    lines: tuple[str, ...]
    provenance: str
    publisher: str | None


def find_speaker(material: Material) -> Speaker:
    """Who speaks, by the head, the first sentences, the publisher or the text itself.

    `on_behalf_of` holds a group's code, or its members one by one where they are five or fewer.
    `aligned_with` holds those whose statement the speaker joins; in a group's statement, those who join it.
    """
    document = material.document
    if speaks_as_body(document):
        return Speaker((_ORGANIZATION,))
    if sponsors := find_sponsors(material):
        return Speaker(sponsors if len(sponsors) <= MOST_LISTED else ())
    publisher = code_of_publisher(material.vocabulary, document.publisher, document.url)
    heads = _Heads(head_lines(material), provenance(material), publisher)
    behalf = find_behalf(material)
    spoken_for = _spoken_for(material, heads, behalf)
    actors = _actors(material, heads, behalf)
    if spoken_for and (not actors or _are_members(material, actors, spoken_for)):
        actors = spoken_for
    if spoken_for == actors:
        spoken_for = ()
    person, post = find_person(heads.lines)
    aligned = tuple(code for code in behalf.aligned if code not in (*actors, *spoken_for))
    return Speaker(actors, person, post, spoken_for, aligned)


def _actors(material: Material, heads: _Heads, behalf: Behalf) -> tuple[str, ...]:
    joint = any(is_joint(line) and not is_transcript(line) for line in heads.lines[:2])
    if joint and (several := joint_speakers(material, heads.lines) or _unlisted(material, heads)):
        return several
    if declared := _declared(material, heads.provenance):
        return declared
    if not heads.lines and (several := joint_speakers(material, heads.lines)):
        return several
    if several := find_principals(material, heads.publisher):
        return several
    for line in heads.lines:
        if titled := titled_speaker(material.vocabulary, line, heads.publisher):
            return titled
    own = behalf.own or behalf.aligning or heads.publisher
    return (own,) if own else most_active(material)


def _unlisted(material: Material, heads: _Heads) -> tuple[str, ...]:
    """The speakers of a joint text whose head names persons alone: who opens it, else those named together."""
    return opening_subjects(material) or most_named_together(material, heads.publisher)


def _are_members(material: Material, actors: tuple[str, ...], spoken_for: tuple[str, ...]) -> bool:
    """Are the actors all of a group in whose name the text speaks?"""
    return len(spoken_for) == 1 and set(actors) == set(members_of(material, spoken_for[0]))


def _declared(material: Material, words: str) -> tuple[str, ...]:
    """The State or group of a provenance line: by name where it has one, else by code."""
    for part in words.split(","):
        code = part.strip()
        if code.isupper() and len(code) <= 3 and (states := find_codes(material.vocabulary, code)):
            return (states[0],)
        named = [name for name in find_names(material.vocabulary, part) if not name.adjective]
        if named and not _is_address(part):
            return (named[0].code,)
    whole = [name for name in find_names(material.vocabulary, words) if not name.adjective]
    codes = [name.code for name in whole if name.concept.kind == "state"]
    return tuple((codes or find_codes(material.vocabulary, words))[:1])


def _is_address(part: str) -> bool:
    return "://" in part or "www." in part


def _spoken_for(material: Material, heads: _Heads, behalf: Behalf) -> tuple[str, ...]:
    """The group in whose name a statement is made; a State's own delegation or people is no group."""
    for line in heads.lines:
        match = _BEHALF_HEAD.search(line)
        if match:
            named = find_names(material.vocabulary, line[match.end() : match.end() + 200])
            codes = tuple(dict.fromkeys(name.code for name in named))
            groups = tuple(name.code for name in named if name.concept.kind == "group")
            if groups:
                return _group_voice(material, groups[0], tuple(c for c in codes if c != groups[0]))
            if len(codes) >= 2:
                return codes
    codes = behalf.spoken_for
    if len(codes) == 1:
        concept = material.vocabulary.by_code(codes[0])
        if concept and concept.kind == "group":
            return _group_voice(material, codes[0], behalf.states)
        return ()
    return codes


def _group_voice(material: Material, group: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """A group of five or fewer speaks as its members, as listed or as known; a larger one by its code."""
    if 2 <= len(listed) <= MOST_LISTED and set(listed) <= set(members_of(material, group) or listed):
        return listed
    return expanded(material, group)
