"""The parties of a meeting: who sat there, and in whose name the text speaks.

In: material. Out: `Parties`. States and groups printed side by side ("EU-Japan", "between A and B", "A, B
and C held") are a run; the run that stands with the word or verb of meeting names the parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.extractors.host import find_host
from acquis.extractors.material import Material, actor_code
from acquis.extractors.meeting_events import (
    HELD,
    MEETING_NOUN,
    WILL,
    find_events,
    lead_passages,
    lead_words,
    without_others,
)
from acquis.extractors.name_words import word_set
from acquis.extractors.names import find_names
from acquis.model.concept import Concept

MOST_OWNERS = 5


@dataclass(frozen=True, slots=True)
class Parties:
    """`codes` are all parties one by one; `voice` names them as owners (a group where they are many)."""

    codes: tuple[str, ...]
    voice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A State or group named in a piece of text."""

    start: int
    end: int
    code: str
    state: bool


@dataclass(frozen=True, slots=True)
class _Run:
    actors: tuple[Actor, ...]
    words: str
    span: tuple[int, int]
    index: int
    title: bool

    @property
    def start(self) -> int:
        return self.span[0]

    @property
    def end(self) -> int:
        return self.span[1]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor.code for actor in self.actors))


# Organisations of States that sit at a table as one party.
_SITTING = word_set(
    """EU ASEAN NATO AU OAS OSCE CARICOM PIF GCC ECOWAS MERCOSUR COE SICA BENELUX ARAB-GROUP NORDICS
    BALTICS NORDIC-BALTIC-8 CENTRAL-ASIA-5 G7 SCO BRICS WESTERN-BALKANS"""
)
_JOIN = re.compile(
    r"\.?(?:[’']s?)?\s*(?:\([^)]{1,60}\)\s*)?(?:,|;|-|–|‑|/|&|\+)?\s*(?:(?:and|as well as|with|&|plus|–)\s+)?"
    r"(?:(?:the|both|its|on the one hand|on the other hand|of|for|representatives|officials|Governments?|"
    r"Republic|Kingdom|Federal|State|States|Member|Democratic|"
    r"Ministers?|Ministry|Foreign|Affairs|delegations?|from|between)\s+)*-?",
    re.I,
)
_MEETING_AFTER = re.compile(
    rf"^(?:[’']s?)?[\s—–-]*(?:\([^)]{{1,30}}\)\s*)?(?:[\w.’'&/()-]+\s+){{0,8}}?(?:{MEETING_NOUN}|Commission|"
    rf"Partnership|Leaders[’']?|Summit)\b",
    re.I,
)
_HELD_AFTER = re.compile(
    rf"^(?:\s*\([^)]{{1,30}}\))?[\s,—–-]*(?:\w+,?\s+){{0,3}}?(?:{HELD}|{WILL}|have (?:met|convened)|"
    r"were represented|participated|gathered)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?:between|of|involving|among|by)\s+(?:the\s+)?(?:(?:Governments?|Ministers|Leaders|"
    r"Ministry) of )?(?:the\s+)?$",
    re.I,
)
_NOUN_BEFORE = re.compile(
    rf"\b(?:{MEETING_NOUN}|cooperation|leaders|ministers|representatives|governments)\b[^.;]{{0,90}}$", re.I
)
_HELD_LATER = re.compile(rf"\b{HELD}\b", re.I)
_VISITED = re.compile(
    r"\b(?:travel+(?:ed|s)?|travel|visit(?:ed|s)?|trip|met(?: in person| virtually)?|meet(?:ing)?|call|"
    r"spoke|talks|dialogue|consultations)\s+(?:to|with|of)?\s*"
    r"(?:(?:officials|counterparts|representatives|leaders) (?:from|of|"
    r"in) )?(?:the )?(?:Governments? of )?(?:the )?$",
    re.I,
)
_HYPHENED = re.compile(r"[-–‑/]")
_TITLE_CODE = re.compile(
    r"(?<![\w.-])([A-Z]{2,4})(?=\s?[-–‑/&]\s?[A-Z])|(?<=[A-Za-z.][-–‑/&])([A-Z]{2,4})(?![\w-])"
)
_LEAD = 8
_HIGH_REPRESENTATIVE = "institution.eu.hrvp"
_LONGEST_TITLE = 600
_FEW_STATES = 3
_TAIL = re.compile(
    r"\b(?:on (?!behalf)|regarding|concerning|to discuss|to share|to exchange|where|condemn|against)\b", re.I
)
_VENUE_BEFORE = re.compile(
    r"\b(?:in|at|where|toward|across|threats? from|against)\s+(?:the\s+)?$|,\s*$", re.I
)


def find_parties(material: Material) -> Parties:
    """The parties that title and first sentences name, best the run that stands with the word of meeting."""
    runs = list(_runs(material))
    best = max(runs, key=_weight, default=None)
    codes = best.codes if best and _weight(best) > 0 else ()
    codes = next(
        (run.codes for run in runs if _weight(run) > 0 and set(run.codes) > set(codes) and len(codes) > 1),
        codes,
    )
    if best and codes and _is_visit(best) and (host := find_host(material)) and host not in codes:
        codes = (host, *codes)
    if len(codes) < 2:
        met = _met_with(material)
        codes = (met if len(met) > 1 else ()) or _group_members(material) or met or codes
    codes = _without_groups_of(material, codes)
    return Parties(codes, _voice(material, codes))


def _without_groups_of(material: Material, codes: tuple[str, ...]) -> tuple[str, ...]:
    """A group whose members are named with it ("the G7 Ministers of Canada, France …") is named by them."""
    named = set(codes)
    kept = []
    for code in codes:
        concept = material.vocabulary.by_code(code)
        members = {state for state, _, until in concept.members if until is None} if concept else set()
        if len(members & named) < _FEW_STATES or code == "EU":
            kept.append(code)
    return tuple(kept)


def title_actors(material: Material, words: str) -> list[Actor]:
    """States and groups in a title, also by codes that count only there ("UA-EU", "ROK-US")."""
    found = [
        Actor(named.start, named.end, named.code, named.concept.kind == "state")
        for named in find_names(material.vocabulary, words)
    ]
    for match in _TITLE_CODE.finditer(words):
        start, end = match.span(match.lastindex or 0)
        if not any(actor.start < end and start < actor.end for actor in found):
            code = _code_in_title(material, words[start:end])
            if code:
                found.append(Actor(start, end, code, True))
    return sorted(found, key=lambda actor: actor.start)


def _code_in_title(material: Material, printed: str) -> str | None:
    concept = material.vocabulary.by_code(printed)
    if concept and concept.kind in ("state", "group"):
        return printed
    states = material.vocabulary.of_kind("state")
    return next((state.code for state in states if printed in state.codes_in_titles), None)


def _runs(material: Material) -> Iterator[_Run]:
    title = without_others((material.document.title or "")[:_LONGEST_TITLE])
    yield from _split(title_actors(material, title), title, 0, True)
    for passage in lead_passages(material, _LEAD):
        words = lead_words(material, passage)
        actors = list(_actors(material, passage.start, passage.start + len(words)))
        heading = passage.heading and passage.index < 3
        yield from _split(title_actors(material, words) if heading else actors, words, passage.index, heading)


def _actors(material: Material, start: int, end: int) -> Iterator[Actor]:
    """The States and groups of a sentence, counted from its start; a High Representative is the EU."""
    for mention in material.mentions_in(start, end):
        if concept := material.concept(mention, "state", "group"):
            yield Actor(
                mention.start - start, mention.end - start, actor_code(concept), concept.kind == "state"
            )
        elif any(sense.concept_id == _HIGH_REPRESENTATIVE for sense in mention.senses):
            yield Actor(mention.start - start, mention.end - start, "EU", False)


def _split(actors: list[Actor], words: str, index: int, title: bool) -> Iterator[_Run]:
    """Actors with nothing but commas, hyphens, "and" and the like between them."""
    held: list[Actor] = []
    for actor in actors:
        if held and not _JOIN.fullmatch(words[held[-1].end : actor.start]):
            yield _run(held, words, index, title)
            held = []
        held.append(actor)
    if held:
        yield _run(held, words, index, title)


def _run(actors: list[Actor], words: str, index: int, title: bool) -> _Run:
    return _Run(tuple(actors), words, (actors[0].start, actors[-1].end), index, title)


def _weight(run: _Run) -> float:
    """How surely a run names the parties; none of one actor does, unless someone met with it."""
    before, after = run.words[max(0, run.start - 120) : run.start], run.words[run.end : run.end + 140]
    if len(run.codes) < 2:
        return 0.5 * (bool(_VISITED.search(before)) and all(actor.state for actor in run.actors))
    if (
        any(not actor.state and actor.code not in _SITTING for actor in run.actors)
        and len(run.codes) < _FEW_STATES
    ):
        return 0.0
    weight = 0.0
    hyphened = bool(_HYPHENED.search(run.words[run.actors[0].end : run.actors[1].start]))
    weight += 3 * bool(_HELD_AFTER.match(after)) + 1.5 * (hyphened and bool(_MEETING_AFTER.match(after)))
    weight += 1.5 * bool(_MEETING_AFTER.match(after)) * (run.title or hyphened)
    weight += 2.5 * bool(_BETWEEN.search(before) and _NOUN_BEFORE.search(before))
    weight += 2 * (not before.strip(' *_“"-') or before.strip().lower() in ("the", "we, the", "both"))
    weight += 2.0 * (len(run.codes) > 4 and bool(_HELD_LATER.search(run.words, run.end)))
    weight += 1 * run.title + 1.0 * bool(_VISITED.search(before)) + 0.5 * bool(_BETWEEN.search(before))
    weight += 1.5 * (len(run.codes) > 5) + 0.01 * len(run.codes) - 0.3 * run.index
    return weight if weight > 0.5 else 0.0


def _is_visit(run: _Run) -> bool:
    before, after = run.words[max(0, run.start - 120) : run.start], run.words[run.end : run.end + 140]
    return bool(_VISITED.search(before)) and not _HELD_AFTER.match(after)


def _group_members(material: Material) -> tuple[str, ...]:
    """The members of a small group (or the code of a large one) that the title or the first subject names."""
    title = material.document.title or ""
    groups = [
        named.concept for named in find_names(material.vocabulary, title) if named.concept.kind == "group"
    ]
    for passage in material.passages[:2]:
        for mention in material.mentions_in(passage.start, passage.start + 60):
            after = material.document.text[mention.end : mention.end + 90]
            if not (_HELD_AFTER.match(after) or _MEETING_AFTER.match(after)):
                continue
            if concept := material.concept(mention, "group"):
                groups.append(concept)
    for group in groups:
        return _members(group)
    return ()


def _members(group: Concept) -> tuple[str, ...]:
    code = actor_code(group)
    current = tuple(state for state, _, until in group.members if until is None)
    return current if 1 < len(current) <= MOST_OWNERS and code not in _SITTING else (code,)


def _met_with(material: Material) -> tuple[str, ...]:
    """The host and those it met, as the telling sentences name them."""
    codes: list[str] = []
    if host := find_host(material):
        codes.append(host)
    events, _ = find_events(material)
    for event in events[:2]:
        tail = _TAIL.search(event.words)
        stop = tail.start() if tail else len(event.words)
        start = event.passage.start
        for mention, code in material.actors_in(start, start + stop):
            before = event.words[: mention.start - start]
            concept = material.concept(mention, "state", "group")
            sits = concept is not None and (concept.kind == "state" or code in _SITTING)
            if (
                sits
                and code not in codes
                and not _VENUE_BEFORE.search(before)
                and event.words[mention.start - start] != " "
            ):
                codes.append(code)
    return tuple(codes)


def _voice(material: Material, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Up to five parties speak one by one; more as the group that title or lead names."""
    if len(codes) <= MOST_OWNERS:
        return codes
    title = material.document.title or ""
    for named in find_names(material.vocabulary, title):
        if named.concept.kind == "group" and named.code not in codes:
            return (named.code,)
    lead = material.passages[:4]
    for mention in material.mentions_in(0, lead[-1].end if lead else 0):
        concept = material.concept(mention, "group")
        if concept and actor_code(concept) not in codes:
            return (actor_code(concept),)
    for words in (title, *(lead_words(material, passage) for passage in lead)):
        if printed := _PRINTED_GROUP.search(words):
            return (printed["name"],)
    return ("participating States",)


_PRINTED_GROUP = re.compile(
    r"\b(?P<name>(?:[A-Z][\w-]+ ){1,5}(?:Initiative|Coalition|Group|Forum|Alliance|Partnership|Network|"
    r"Mechanism|Process|Summit))\b"
)
