"""Several speakers of one text: States named together in its head or first sentences, or a group.

In: the lines over a text and the text. Out: codes, one by one where the speakers are few, else the group's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol, TypeVar

from acquis.extractors.material import Material
from acquis.extractors.names import Named, find_names

MOST_LISTED = 5


class Span(Protocol):
    """Anything with a place in some words."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Place = TypeVar("Place", bound=Span)

_TOPIC = re.compile(
    r"\s(?:on|regarding|concerning|about|following|at|in|during|to|for|after|marking|against)\s|:\s"
)
_JOINT = re.compile(
    r"\bjoint(?:ly)?\b[^.]{0,30}?\b(?:statement|declaration|communiqu\w+|intervention|position|paper|"
    r"proposal|message|letter|vision|press release|readout|fact ?sheet|summary|announcement|"
    r"commitment|roadmap)\b|\bjointly\b|\bwe, the\b|\bvision statement\b|"
    r"\bsummit (?:\w+\s+){0,2}(?:statement|declaration|communiqu)|"
    r"\b(?:leaders|ministers|presidents|heads of (?:state|government))['’]?\s+(?:\w+\s+){0,2}"
    r"(?:statement|declaration|communiqu)",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:by|between|from)\b", re.I)
_LEADERS = re.compile(
    r"\b(?:leaders|ministers|representatives|heads|governments?|members|presidents?|prime ministers?|"
    r"officials|delegations|permanent missions|we,?)\b"
    r"[^.;]{0,80}?\b(?:of|from|for)\b|^(?:we,? )",
    re.I,
)
_LISTS = re.compile(r"(?:\s|,|;|and\b|the\b|as well as|&|\(\w+\))*")
_SIDE_BY_SIDE = re.compile(
    r"\.?\s*(?:,|&|/|-|–|‑|—)?\s*(?:and|as well as)?\s*(?:the|(?:Kingdom|Republic|State) of)?\s*-?",
    re.I,
)
_LEAD_PASSAGES = 3


def is_joint(line: str) -> bool:
    """Does a head line announce a text of several?"""
    return _JOINT.search(line) is not None


def joint_speakers(material: Material, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Those named together in the head, else listed in the first sentences, else the group the head names."""
    groups: list[str] = []
    for line in lines[:2]:
        if not is_joint(line) and not groups:
            continue
        names = find_names(material.vocabulary, line)
        if listed := _in_line(line, names):
            return listed
        groups += [name.code for name in names if name.concept.kind == "group"] or _opening_group(
            material, line
        )
    in_lead = _listed(material)
    if groups and (not in_lead or len(in_lead) > MOST_LISTED):
        return expanded(material, groups[0])
    announced = groups or any(is_joint(line) for line in lines[:2])
    return in_lead if announced or _LEADERS.match(material.document.text[:200]) else ()


def _opening_group(material: Material, line: str) -> list[str]:
    """The group whose first word opens a head that is itself the name of a text ("G20 … Leaders' Declaration")."""
    first = find_names(material.vocabulary, line.strip().partition(" ")[0])
    return [name.code for name in first if name.concept.kind == "group"]


def _in_line(line: str, names: list[Named]) -> tuple[str, ...]:
    """Two or more named before the topic of a line, or listed after "by" or "between"."""
    topic = _TOPIC.search(line)
    listed = tuple(dict.fromkeys(n.code for n in names if topic is None or n.start < topic.start()))
    if len(listed) >= 2:
        return listed
    for by in _BETWEEN.finditer(line):
        after = [name for name in names if name.start >= by.end()]
        if after and len(run := name_run(line, after)) >= 2:
            return run
    return ()


def side_by_side(words: str, found: list[tuple[Place, str]]) -> Iterator[list[tuple[Place, str]]]:
    """The names with nothing but commas, hyphens and "and" between them, run by run."""
    run: list[tuple[Place, str]] = []
    for place, code in found:
        if run and not _SIDE_BY_SIDE.fullmatch(words[run[-1][0].end : place.start]):
            yield run
            run = []
        run.append((place, code))
    if run:
        yield run


def name_run(words: str, named: list[Named]) -> tuple[str, ...]:
    """The first name, and those listed with it ("of A, B and C")."""
    run = named[:1]
    for name in named[1:]:
        if not _LISTS.fullmatch(words[run[-1].end : name.start]):
            break
        run.append(name)
    return tuple(dict.fromkeys(name.code for name in run))


def _listed(material: Material) -> tuple[str, ...]:
    """The States (or a group) that the first sentences list as their authors."""
    text = material.document.text
    for passage in material.passages[:_LEAD_PASSAGES]:
        actors = material.actors_in(passage.start, passage.end, adjectives=False)
        run: list[str] = []
        at = None
        for mention, code in actors:
            gap = text[at : mention.start] if at is not None else ""
            if at is not None and not _LISTS.fullmatch(gap):
                if len(run) >= 2:
                    break
                run = []
            run.append(code)
            at = mention.end
        codes = tuple(dict.fromkeys(run))
        if len(codes) >= 2 and (passage.index == 0 or _LEADERS.search(material.words(passage))):
            return codes
    return ()


def members_of(material: Material, group: str) -> tuple[str, ...]:
    """The members that a group has today."""
    concept = material.vocabulary.by_code(group)
    return tuple(sorted(state for state, _, until in concept.members if until is None)) if concept else ()


def expanded(material: Material, group: str) -> tuple[str, ...]:
    """A group's members one by one where they are five or fewer, else its code."""
    members = members_of(material, group)
    return members if 2 <= len(members) <= MOST_LISTED else (group,)
