"""Who chaired the meeting or led a delegation to it.

In: material, events and parties. Out: `Role`s in the order of the text. A verb of leading cuts its sentence
into segments; its people belong to the verb and to the side named with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from acquis.extractors.bodies import read_body
from acquis.extractors.material import Material
from acquis.extractors.meeting_events import Event
from acquis.extractors.passages import Passage
from acquis.extractors.people import Person, read_people
from acquis.extractors.sides import sides_in
from acquis.model.meeting import Role, RoleName

_CUE = re.compile(
    r"(?P<passive>\b(?:co-?)?(?:led|headed|chaired|represented|hosted|moderated|presided over|"
    r"spearheaded)\b(?:,? (?:jointly|respectively))?"
    r"(?:,? (?:for|on|from)(?: behalf of)? [^,;.]{2,60}?)?,?\s+by\b)"
    r"|(?P<side>\b(?:for|from|on)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}?(?:side|delegation|part)?,?\s*by\b"
    r"|\b(?:the|The)\s+(?:[A-Z][\w.’'-]*\s+){1,3}(?:side|delegation|team|one),?\s+by\b)"
    r"|(?P<nominal>\b(?:(?:co-?)?chairs?|(?:co-?)?chairpersons?|heads? of (?:the )?delegations?|"
    r"delegation leaders?|(?:co-?)?leads)\b"
    r"(?: (?:of|for) [^,:;.]{2,60}?)?(?:\s+(?:were|was|are|is|included)\b|\s*[,:–]))"
    r"|(?P<active>\b(?:co-?)?(?:led|heads?(?! of\b)|headed|leads?|chaired|chairs|hosted|represented|moderated|"
    r"presided over)\b(?=\s+(?:for|on behalf of|the|this|its|their|our|[A-Z]|an?\b|and\b)))"
    r"|(?P<served>\b(?:served|acted|serving|acting|participat\w+|attend\w+) as (?:the )?(?:(?:co-?)?chairs?|"
    r"heads? of (?:the )?(?:\w+ )?delegations?)\b|\bas (?:the )?co-?chairs?\b)"
    r"|(?P<under>\bunder the (?:co-?)?(?:chairmanship|leadership|chair) of\b)",
    re.I,
)
_MEETING_LED = re.compile(
    r"\b(?:delegations?|side|dialogue|consultations?|meeting|talks|round ?table|discussions?|summit|"
    r"conference|working group|workshop|event|session|team|was|were)\b",
    re.I,
)
_NEVER = re.compile(
    r"\b(?:led|hosted|headed|represented) by (?:the )?(?:example|people|States?|industry)\b", re.I
)
_LATER = re.compile(
    r"\b(?:next|future) (?:\w+ ){0,5}(?:dialogue|round|meeting|consultations|edition)|\b(?:will|"
    r"to) be hosted by\b",
    re.I,
)
_RETINUE = re.compile(
    r"\b(?:includ(?:ed|ing)|compris\w+|consist\w+|accompanied by|with the participation|"
    r"with representatives|with officials|was made up|joined by|and attended)\b",
    re.I,
)
_SIDE_AFTER = re.compile(
    r"^(?:[’']s?)?\W{0,2}(?:[\w-]+\s+){0,2}?(?:side|delegations?|team|part|co-?chairs?|interagency|"
    r"inter-agency)\b",
    re.I,
)
_ONLY_VERB = re.compile(r"[\s,]*(?:was|were|is|are|being)?[\s,]*")
_ON_BEHALF = re.compile(r"\s+(?:for|on behalf of)\s+(?:the\s+)?(?=[A-Z])")
_SIDE_BEFORE = re.compile(r"\b(?:for|from|behalf of)\s+(?:the\s+)?$", re.I)
_CLAUSE = re.compile(
    r";|\bwhile\b|\bwhereas\b|,?\s+and\s+(?=(?:the|its)\s+[A-Z][\w.]*(?:\s+\w+)?\s+(?:side|delegation)\b)"
)
_GUESTS = re.compile(
    r"\b(?:welcomed|joined|accompanied|quoted|signed|keynote|opening remarks|remarks by|attended by|"
    r"also (?:attended|present)|participated in the event)\b",
    re.I,
)
_HOSTING = re.compile(
    r"\b(?:met|held|hosted|briefed|travel+ed|convened|spoke|visited|co-?hosted|chaired|"
    r"(?:paid|undertook|made) (?:an? )?(?:[\w-]+ ){0,3}visit)\b"
)
# A programme or pillar is led too, and is no meeting.
_PROGRAMME = re.compile(
    r"\b(?:program(?:me)?s?|pillars?|projects?|initiatives?|task force|efforts?)\b[ ,\w]*$", re.I
)
_MOST = 12


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    group: str
    role: RoleName
    side: str | None


def find_chairs(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> tuple[Role, ...]:
    """Chairs, leaders of delegations and hosts; of a meeting of one host or of two envoys, those who met."""
    found: list[Role] = []
    for passage in material.passages[:60]:
        found.extend(_of_passage(material, passage, parties))
    if not any(role.name for role in found):
        found.extend(_hosts(material, events, parties))
    return _settled(_unique(found), parties)[:_MOST]


def _of_passage(material: Material, passage: Passage, parties: tuple[str, ...]) -> list[Role]:
    words = material.words(passage)
    if len(words) > 3000 or not _CUE.search(words) or _NEVER.search(words) or _LATER.search(words):
        return []
    cues = list(_cues(material, passage, words))
    if not cues:
        return []
    clauses = [passage.start + match.start() for match in _CLAUSE.finditer(words)]
    found: list[tuple[int, Role]] = []
    taken: set[int] = set()
    for at, cue in enumerate(cues):
        for person in _people_of(material, passage, cues, at, clauses, parties):
            if person.start not in taken:
                taken.add(person.start)
                found.append((person.start, _role(person, cue)))
        led = (
            cue.group in ("passive", "under") and "represented" not in words[: cue.end - passage.start][-60:]
        )
        if led and not any(cue.start <= start for start, _ in found):
            found.extend(_bodies_leading(material, passage, cues, at, parties))
    return [role for _, role in sorted(found, key=lambda item: item[0])]


def _cues(material: Material, passage: Passage, words: str) -> list[_Cue]:
    cues: list[_Cue] = []
    for match in _CUE.finditer(words):
        group = match.lastgroup or ""
        start, end = passage.start + match.start(), passage.start + match.end()
        following = words[match.end() : match.end() + 90]
        if group == "active" and not (_MEETING_LED.search(following) or _ON_BEHALF.match(following)):
            continue
        if (
            group == "passive"
            and not _MEETING_LED.search(words[: match.start()])
            and "represent" not in match[0]
            and "for" not in match[0]
            and not material.actors_in(passage.start, start)
        ):
            continue
        if group == "side" and not cues:
            continue
        side = _side(material, passage, cues, start, end, group)
        cues.append(_Cue(start, end, group, _role_name(match[0]), side))
    return cues


def _role_name(cue: str) -> RoleName:
    words = cue.lower()
    if "co-chair" in words or "cochair" in words:
        return "co-chair"
    return (
        "chair"
        if "chair" in words or "preside" in words or "host" in words or "moderat" in words
        else "head of delegation"
    )


def _side(
    material: Material, passage: Passage, cues: list[_Cue], start: int, end: int, group: str
) -> str | None:
    """The party whose delegation the verb is about."""
    text = material.document.text
    if inside := next(sides_in(material, start, end), None):
        return inside.code
    if group == "active":
        stop = min(passage.end, end + 90)
        after = (side for side in sides_in(material, end, stop) if _SIDE_AFTER.match(text[side.end : stop]))
        for_whom = _ON_BEHALF.match(text, end)
        named = next(sides_in(material, for_whom.end(), stop), None) if for_whom else None
        return named.code if named else next((side.code for side in after), None)
    begin = cues[-1].end if cues else passage.start
    for side in reversed(list(sides_in(material, begin, start))):
        before, after_name = text[max(begin, side.start - 16) : side.start], text[side.end : start + 1]
        alone = _ONLY_VERB.fullmatch(text[side.end : start]) and "Minist" not in text[begin : side.start]
        if _SIDE_AFTER.match(after_name) or _SIDE_BEFORE.search(before) or alone:
            return side.code
    return None


def _people_of(
    material: Material,
    passage: Passage,
    cues: list[_Cue],
    at: int,
    clauses: list[int],
    parties: tuple[str, ...],
) -> list[Person]:
    cue = cues[at]
    before = cues[at - 1].end if at else passage.start
    after = cues[at + 1].start if at + 1 < len(cues) else passage.end
    if cue.group in ("active", "served"):
        start = max([before, *(clause for clause in clauses if clause < cue.start)])
        people = read_people(material, start, cue.start, parties)
        shared = at > 0 and cues[at - 1].group not in ("active", "served") and start == before
        return people[-1:] if shared and len(people) > 1 else people if not shared else []
    stops = [clause for clause in clauses if cue.end < clause < after]
    following = cues[at + 1] if at + 1 < len(cues) else None
    end = min([after, *stops])
    retinue = _RETINUE.search(material.document.text, cue.end, end)
    named = retinue is None or "attended" in retinue.group() or "joined" in retinue.group()
    people = read_people(material, cue.end, end if named or retinue is None else retinue.start(), parties)
    if following and following.group == "active" and not stops and len(people) > 1:
        return people[:-1]
    return people


def _role(person: Person, cue: _Cue) -> Role:
    return Role(cue.role, person.name, person.post, person.organisation, cue.side or person.party)


def _bodies_leading(
    material: Material, passage: Passage, cues: list[_Cue], at: int, parties: tuple[str, ...]
) -> list[tuple[int, Role]]:
    """A ministry or a country in the chair: "co-chaired by the Ministry of X and the Agency of Y"."""
    cue = cues[at]
    end = cues[at + 1].start if at + 1 < len(cues) else passage.end
    found: list[tuple[int, Role]] = []
    text = material.document.text
    start = cue.end
    for piece in re.split(r"(?:,\s*|\s+)and (?=the )", text[start:end]):
        if len(piece) < 200 and not _PROGRAMME.search(text[max(0, cue.start - 40) : cue.start]):
            body = read_body(material, start, start + len(piece), parties, leading=False)
            if body.organisation or body.party:
                found.append((start, Role(cue.role, None, None, body.organisation, cue.side or body.party)))
        start += len(piece) + 5
    return found


def _hosts(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> list[Role]:
    """Those who met, where nobody is called chair: the persons that stand around the verb of meeting."""
    for event in events[:3]:
        match = _HOSTING.search(event.words)
        if not match:
            continue
        tail = re.search(
            r"\b(?:to discuss|to share|on (?:the )?[A-Z]?[a-z]+ing|where|in which|about)\b",
            event.words[match.end() :],
        )
        stop = event.passage.start + (match.end() + tail.start() if tail else len(event.words))
        people = read_people(material, event.passage.start, stop, parties)
        if people and not _GUESTS.search(event.words[: match.end()]):
            people = _of_one_side(people, event.passage.start + match.end())
            return [Role("chair", p.name, p.post, p.organisation, p.party) for p in people]
    return []


def _of_one_side(people: list[Person], verb: int) -> list[Person]:
    """After the verb, who stands behind "Galvia's Minister X, and" is of the same party."""
    told: list[Person] = []
    for person in people:
        before = told[-1] if told else None
        inherits = before is not None and before.start > verb and person.party is None
        told.append(replace(person, party=before.party) if before and inherits else person)
    return told


def _unique(roles: list[Role]) -> list[Role]:
    """One role a person, the first with the most told."""
    found: dict[str, Role] = {}
    for role in roles:
        key = (role.name or f"{role.organisation}/{role.party}").lower()
        known = found.get(key)
        family = next(
            (
                name
                for name in found
                if role.name and name.split()[-1] == key.split()[-1] and len(key.split()) == 1
            ),
            None,
        )
        if family:
            continue
        if known is None or (role.post and not known.post):
            found[key] = role
    return list(found.values())


def _settled(roles: list[Role], parties: tuple[str, ...]) -> tuple[Role, ...]:
    """Of two parties, who is not of the one is of the other; of one party, all are its own."""
    if len(parties) == 1:
        return tuple(_with_party(role, role.party or parties[0]) for role in roles)
    known = {role.party for role in roles if role.party}
    others = set(parties) - known
    if len(parties) == 2 and len(known) == 2 and len(others) == 1 and _is_state(*others):
        # A namesake ("State Department") told the wrong State; a group's chair may come from any of its members.
        roles = [role if role.party in parties else replace(role, party=None) for role in roles]
        known &= set(parties)
    open_roles = [role for role in roles if not role.party]
    left = [party for party in parties if party not in known]
    if len(roles) == 1 and open_roles and parties:
        return (_with_party(roles[0], parties[0]),)
    if len(roles) == len(parties) > 2 and len(left) == len(open_roles):
        given = iter(left)
        return tuple(role if role.party else _with_party(role, next(given)) for role in roles)
    if len(parties) == 2 and len(left) == 1 and open_roles:
        return tuple(role if role.party else _with_party(role, left[0]) for role in roles)
    if len(parties) == 2 and len(roles) == 2 and not known:
        return tuple(_with_party(role, party) for role, party in zip(roles, parties, strict=True))
    return tuple(roles)


def _is_state(code: str) -> bool:
    return len(code) == 2 and code != "EU"


def _with_party(role: Role, party: str) -> Role:
    return Role(role.role, role.name, role.post, role.organisation, party)
