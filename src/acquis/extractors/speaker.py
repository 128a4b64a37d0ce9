"""The speaker of a statement: State or group, person and post, on whose behalf, aligned with whom.

In: a document that speaks. Out: a `Speaker`. What is said first counts first: the archive's own line, the head,
the first sentences, the publisher, and at last the State that the text makes the subject of its verbs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from acquis.extractors.behalf import Behalf, find_behalf
from acquis.extractors.heads import head_lines, provenance
from acquis.extractors.material import Material
from acquis.extractors.names import Named, code_of_publisher, find_codes, find_names
from acquis.extractors.person import find_person
from acquis.model.statement import Speaker

MOST_LISTED = 5

_NOUN = r"(?:statements?|intervention|remarks|speech|address|declaration|contribution|explanation of "
    r"(?:vote|position)|comments|delegation|submission|position)"
_STATEMENT = re.compile(rf"\b{_NOUN}\b", re.I)
_BY = re.compile(
    rf"\b{_NOUN}\b(?:\s+(?:made|delivered|given|issued|presented|submitted))?\s*:?\s*(?:by|of|from|on "
    rf"behalf of|de la|de|du|par)\s+|\b(?:delivered|presented|made) by\b\s*:?",
    re.I,
)
_JOINT_TOPIC = re.compile(
    r"\s(?:on|regarding|concerning|about|following|at|in|during|to|for|after|marking|against)\s|:\s"
)
_TOPIC = re.compile(
    r"\s(?:on|regarding|concerning|about|following|at|in|during|to|for|after|as|marking|against)\s|[:–—]\s"
)
_JOINT = re.compile(
    r"\bjoint(?:ly)?\b[^.]{0,30}?\b(?:statement|declaration|communiqu\w+|intervention|position|paper|"
    r"proposal|message|letter|vision)\b|\bjointly\b|\bwe, the\b|"
    r"\bleaders['’]?\s+(?:\w+\s+){0,2}(?:statement|declaration|communiqu)",
    re.I,
)
_TRANSCRIPT = re.compile(
    r"\b(?:press (?:briefing|gaggle|call|conference|availability)|remarks|fact sheet|interview|transcript|"
    r"gaggle)\b",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:by|between|from)\b", re.I)
_BEHALF_HEAD = re.compile(r"\bon behalf of\s+", re.I)
_LEADERS = re.compile(
    r"\b(?:leaders|ministers|representatives|heads|governments?|members|presidents?|prime ministers?|"
    r"officials|delegations|permanent missions|we,?)\b"
    r"[^.;]{0,80}?\b(?:of|from|for)\b|^(?:we,? )",
    re.I,
)
_VERB_AFTER = re.compile(
    r"\s*(?:,[^,.;]{0,60},)?\s*(?:(?:also|therefore|strongly|fully|firmly|too|further|again|always|"
    r"continues? to|wishes to|would like to|remains?|stands?)\s+)*"
    r"(?:is|has|will|would|believes?|supports?|welcomes?|aligns?|associates?|thanks?|congratulates?|"
    r"considers?|reaffirms?|reiterates?|recogni[sz]es|"
    r"stresses|underlines|underscores|emphasi[sz]es|attaches|views|sees|calls|urges|encourages|proposes|"
    r"suggests|looks|looking|joins|appreciates|"
    r"notes|hopes|wishes|condemns|rejects|remains?|stands|continues|strongly|fully|would|can|shares|"
    r"commends|values|hosted|launched|cannot|does|"
    r"agrees|advocates|takes|seeks|intends|endorses|acknowledges|highlights|maintains|favou?rs|opposes|"
    r"delegation)\b"
)
_ANY_VERB = re.compile(r"\s+(?:also |has |had |was |were )?[a-z]+(?:ed|es|s)\b")
_REPORTED = re.compile(
    r"\b(?:as|by|with|like|from|of|delegations? of|statement of|colleagues? from|that|while|and|against|"
    r"than)\s+(?:the\s+)?$",
    re.I,
)
_SELF = re.compile(r"\b(?:to|for|in|as|here in|at home in|from)\s+(?:the\s+)?$", re.I)
_LISTS = re.compile(r"(?:\s|,|;|and\b|the\b|as well as|&|\(\w+\))*")
_LEAD_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class _Heads:
    lines: tuple[str, ...]
    provenance: str
    publisher: str | None


def find_speaker(material: Material) -> Speaker:
    """Who speaks, by the head, the first sentences, the publisher or the text itself.

    `on_behalf_of` holds a group's code, or its members one by one where they are five or fewer. `aligned_with`
    holds those whose statement the speaker joins; in a group's statement, the States that join it.
    """
    document = material.document
    publisher = code_of_publisher(material.vocabulary, document.publisher, document.url)
    heads = _Heads(head_lines(material), provenance(material), publisher)
    behalf = find_behalf(material)
    spoken_for = _spoken_for(material, heads, behalf)
    actors = _actors(material, heads, behalf)
    if spoken_for and (
        not actors or actors == spoken_for or set(actors) == set(_members(material, spoken_for))
    ):
        actors = spoken_for
    if spoken_for == actors:
        spoken_for = ()
    person, post = find_person(heads.lines)
    aligned = tuple(code for code in behalf.aligned if code not in (*actors, *spoken_for))
    return Speaker(actors, person, post, spoken_for, aligned)


def _actors(material: Material, heads: _Heads, behalf: Behalf) -> tuple[str, ...]:
    declared = _declared(material, heads.provenance)
    if declared:
        return declared
    if (
        any(_JOINT.search(line) and not _TRANSCRIPT.search(line) for line in heads.lines[:2])
        or not heads.lines
    ):
        joint = _joint(material, heads)
        if joint:
            return joint
    for line in heads.lines:
        titled = _titled(material, line, heads.publisher)
        if titled:
            return titled
    own = behalf.own or behalf.aligning or heads.publisher
    if own:
        return (own,)
    return _most_active(material)


def _declared(material: Material, words: str) -> tuple[str, ...]:
    """The State or group of a provenance line: by name where it has one, else by code."""
    if not words:
        return ()
    for part in words.split(","):
        if (
            (code := part.strip()).isupper()
            and len(code) <= 3
            and (states := find_codes(material.vocabulary, code))
        ):
            return (states[0],)
        named = [name for name in find_names(material.vocabulary, part) if not name.adjective]
        if named and not _is_address(part):
            return (named[0].code,)
    named = [
        name
        for name in find_names(material.vocabulary, words)
        if not name.adjective and name.concept.kind == "state"
    ]
    codes = [named[0].code] if named else find_codes(material.vocabulary, words)
    return tuple(codes[:1])


def _is_address(part: str) -> bool:
    return "://" in part or "www." in part


def _titled(material: Material, line: str, publisher: str | None) -> tuple[str, ...]:
    """The speaker a head line names: "Statement by … of X", "X statement on …", "X, joined by …, "
        "condemns …"."""
    if _TRANSCRIPT.search(line) and publisher:
        return (publisher,)
    by = _BY.search(line)
    if by:
        named = _before_topic(material, line, by.end())
        if named:
            return _run(line[by.end() :], named)
        if publisher and by.group().lower().startswith("statement"):
            return (publisher,)
    names = find_names(material.vocabulary, line)
    for noun in _STATEMENT.finditer(line):
        beside = [
            name
            for name in names
            if -1 <= noun.start() - name.end <= 24 and _joins(line[name.end : noun.start()])
        ]
        if beside:
            return (beside[-1].code,)
    return _subject(line, names)


def _run(words: str, named: list[Named]) -> tuple[str, ...]:
    """The first name, and those listed with it ("of A, B and C")."""
    run = named[:1]
    for name in named[1:]:
        if not _LISTS.fullmatch(words[run[-1].end : name.start]):
            break
        run.append(name)
    return tuple(dict.fromkeys(name.code for name in run))


def _joins(gap: str) -> bool:
    """May these words stand between a State and "statement"? ("UK national statement", "Norland's",
        "Norland: ")"""
    return bool(
        re.fullmatch(
            r"(?:['’]s?)?\s*[:–—-]?\s*(?:national|opening|general|closing|full|written|oral|"
            r"delegation['’]?s?|joint|government)?\s*",
            gap,
            re.I,
        )
    )


def _before_topic(material: Material, line: str, start: int) -> list[Named]:
    """The States and groups between "by" and the words that open the topic; a post may run past "to the UN".
        """
    found = find_names(material.vocabulary, line[start:])
    topic = _TOPIC.search(line, start)
    stop = (topic.start() if topic else len(line)) - start
    return [name for name in found if name.start < stop and not _tail(line[start:], name)]


def _tail(words: str, name: Named) -> bool:
    """Is the name a body's or a venue's ("to the European Union", "Ambassador to France")?"""
    return bool(re.search(r"\b(?:to|with|against)\s+(?:the\s+)?$", words[: name.start], re.I))


def _subject(line: str, names: list[Named]) -> tuple[str, ...]:
    """The State that opens a headline as its subject."""
    if not names or names[0].adjective or line[: names[0].start].strip().lower() not in ("", "the"):
        return ()
    after = line[names[0].end :]
    if re.match(r"['’]s|:|-", after):
        return ()
    return (names[0].code,)


def _joint(material: Material, heads: _Heads) -> tuple[str, ...]:
    """Several speakers: named in the head, listed in the first sentences, or the group the head names."""
    groups: list[str] = []
    for line in heads.lines[:2]:
        if not _JOINT.search(line) and not groups:
            continue
        topic = _JOINT_TOPIC.search(line)
        names = find_names(material.vocabulary, line)
        listed = [n.code for n in names if topic is None or n.start < topic.start()]
        if len(set(listed)) >= 2:
            return tuple(dict.fromkeys(listed))
        for by in _BETWEEN.finditer(line):
            after = [name for name in names if name.start >= by.end()]
            if after and len(run := _run(line, after)) >= 2:
                return run
        groups += [name.code for name in names if name.concept.kind == "group"]
    listed_in_lead = _listed(material)
    if groups and (not listed_in_lead or len(listed_in_lead) > MOST_LISTED):
        return _expanded(material, groups[0])
    return (
        listed_in_lead if groups or _announced(heads) or _LEADERS.match(material.document.text[:200]) else ()
    )


def _announced(heads: _Heads) -> bool:
    return any(_JOINT.search(line) for line in heads.lines[:2])


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


def _members(material: Material, codes: tuple[str, ...]) -> tuple[str, ...]:
    concept = material.vocabulary.by_code(codes[0]) if len(codes) == 1 else None
    return tuple(sorted(state for state, _, until in concept.members if until is None)) if concept else ()


def _expanded(material: Material, group: str) -> tuple[str, ...]:
    """A group's members one by one where they are five or fewer, else its code."""
    members = _members(material, (group,))
    return members if 2 <= len(members) <= MOST_LISTED else (group,)


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
    if 2 <= len(listed) <= MOST_LISTED and set(listed) <= set(_members(material, (group,)) or listed):
        return listed
    return _expanded(material, group)


def _most_active(material: Material) -> tuple[str, ...]:
    """The State that is the subject of most of the text's verbs, where the head and first sentences are silent.
        """
    text = material.document.text
    weights: Counter[str] = Counter()
    for mention, code in material.actors_in(0, min(len(text), 40_000), adjectives=False):
        before = text[max(0, mention.start - 30) : mention.start]
        if _REPORTED.search(before):
            continue
        if _VERB_AFTER.match(text, mention.end, mention.end + 120):
            weights[code] += 4
        elif _SELF.search(before) or _ANY_VERB.match(text, mention.end):
            weights[code] += 1
    return (weights.most_common(1)[0][0],) if weights else ()
