"""Participants and observers of a meeting: the bodies the text says took part.

In: material, events and parties. Out: `Attendance`. A verb or noun of taking part points at a list;
`body_lists` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.extractors.body_lists import ListedBody, read_bodies
from acquis.extractors.material import Material
from acquis.extractors.meeting_events import Event
from acquis.extractors.passages import Passage
from acquis.extractors.side_lines import side_lists
from acquis.extractors.sides import sides_in
from acquis.model.meeting import Role


@dataclass(frozen=True, slots=True)
class Attendance:
    """Bodies by role, in the order of the text."""

    participants: tuple[Role, ...] = ()
    observers: tuple[Role, ...] = ()


_PEOPLE = (
    r"(?:(?:senior|relevant|other|government|high-level|interagency|inter-agency|key|various|also|competent|"
    r"technical)\s+)*"
    r"(?:officials?|representatives?|experts?|delegates?|members|participants?|counterparts?|colleagues|"
    r"officers|stakeholders|policymakers)"
)
_AFTER = re.compile(
    rf"\b(?:includ(?:ed|ing|es)|compris(?:ed|ing)|consist(?:ed|ing) of|composed of|made up of|attended by|"
    rf"joined by|accompanied by|"
    rf"(?:with|and) the participation of|participation (?:of|from|by)|supported by|brought together|"
    rf"featured|drew|(?:was|were) also represented by|"
    rf"represented by(?=\s+(?:{_PEOPLE}\b|(?:the\s+|its\s+)?(?:[A-Z][\w’'-]*,?\s+){{0,3}}"
    rf"(?:Ministr(?:y|ies)|Departments?|Agency|Office|Authority|Secretariat|Commission|Council)\b))|"
    rf"together with|along with|as well as|with)\s+(?:(?:the|its|"
    rf"their)\s+)?(?:also\s+)?(?:{_PEOPLE}\s+)?(?:from|of|by|across)?\s*(?:across\s+)?(?P<list>[^.:]*)",
    re.I,
)
_STRONG_AFTER = re.compile(
    r"^(?:includ|compris|consist|composed|made up|attended|joined by|accompanied|with the part|and the part|"
    r"participation|brought|featured|drew|was|were|represented)",
    re.I,
)
_BEFORE = re.compile(
    rf"(?P<list>(?:\b{_PEOPLE}\s+(?:from|of)\s+|^|(?<=, )|(?<=; )).{{4,700}}?),?\s+(?:also\s+|all\s+|"
    rf"actively\s+)*"
    rf"(?:participated|attended|took part|(?:were|was) (?:also |all )?present|were (?:also )?represented|"
    rf"was (?:also )?represented|joined|were in attendance)\b(?! by)",
    re.I,
)
_FROM = re.compile(rf"\b{_PEOPLE}\s+(?:from|of)\s+(?:across\s+)?", re.I)
_VERB = re.compile(
    r"\b(?:who|to|met|discussed|exchanged|attended|participated|were|was|have|had|will|shared|gathered|led)\b"
)
_OBSERVERS_FROM = re.compile(r"\bobservers?\s+(?:from|of)\s+(?P<list>[^.;,]{3,200})", re.I)
_AS_OBSERVER = re.compile(
    r"(?P<list>[^.;]{3,240}?)\s+(?:(?:also|were|was)\s+)*(?:attend(?:ed|ing)|participat(?:ed|ing)|joined|"
    r"took part|present|invited|observed|observing)?"
    r"(?:\s+(?:the|this|in) [\w ]{2,30}?)?\s*as (?:an )?observers?\b|"
    r"(?P<watching>[^.;]{3,200}?)\s+(?:also\s+)?observed the (?:meeting|dialogue|consultations|discussions?)",
    re.I,
)
_WATCHES = re.compile(r"\bobserv(?:er|ed\b|ing the)", re.I)
_SIDE = re.compile(
    r"^(?:[’']s?)?\W{0,2}(?:[\w-]+\s+){0,2}?(?:side|delegations?|team|part|participants|attendees|officials|"
    r"representatives|represented)\b",
    re.I,
)
_ON_SIDE = re.compile(r"\b(?:on|from|of|for)\s+(?:the\s+)?$", re.I)
_OTHER_SIDE = re.compile(r"\b(?:while|whereas|and)\s+(?:the\s+)?$", re.I)
_OTHER_LIST = re.compile(
    r"\.?(?:[’']s?)?\s+(?:side|delegation|team)\s+(?:comprised|included|consisted of|"
    r"was (?:composed of|comprised of|made up of|represented by))\s+"
)
_FOR_END = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?(?:(?:of|from)\s+)?|$)")
_PRESENT = re.compile(r"[\w ,]{3,40}? (?:on|from|for) (?:the )?")
_SIDE_END = re.compile(r"\.?(?:[’']s?)?\s+(?:side|delegation|part)\b[,:]?\s*")
_GOES_ON = re.compile(
    r"^(?:it|its|the delegation|they|their|also|other|further|additional|joining|accompanying|he|she|his|"
    r"her|members)\b",
    re.I,
)
_TAKES_PART = re.compile(
    r"\b(?:participat|attend|took part|represent|includ|compris|consist|composed|joined|accompanied|observ|"
    r"delegation|present|brought together|alongside|made up|"
    r"with (?:officials|representatives|experts|the participation))",
    re.I,
)
_INCLUDES = re.compile(r"includ|compris|consist|feature", re.I)
_ATTENDING = re.compile(
    r"\b(?:delegations?|side|dialogue|consultations|meeting|participants|it|they|which|team|talks|event|"
    r"officials|representatives|who|attendees|and|also|party|agencies)\W+(?:\w+\W+){0,5}$",
    re.I,
)
_PARTICIPANTS = re.compile(r"\b(?:participants|delegation|attend|present|participat|represented)", re.I)
_TALKS = re.compile(
    r"\b(?:spoke|talked|fora|forums|views|discuss|exchang|cover|focus|topics|issues|threat|noted|areas|agree|"
    r"commit|welcom|underlin|reaffirm|address|efforts)\w*\b[^.]*$",
    re.I,
)
_LEAD_VERB = re.compile(
    r"^.*\b(?:led|headed|chaired) by\b[^.]*?(?=\bwith\b|\bwhich\b|\band included\b|\bincluding\b|"
    r"\baccompanied\b|\bcomprising\b|\band (?:was )?(?:comprised|composed))",
    re.I,
)
_MET_WITH = re.compile(
    r"\b(?:met(?: in person| virtually)? with|briefed|(?:discussion|roundtable|meeting|"
    r"talks)\b[^.;]{0,40}? with|to meet with)\s+(?P<list>[^.;]{3,200}?)"
    r"(?=\s+(?:to (?:discuss|share|exchange|talk|advance|hear|review)|yesterday|today|on (?!behalf)|in|at|"
    r"about|where|who)\b|[.;]|$)",
    re.I,
)


def find_attendance(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> Attendance:
    """The bodies that took part, and those that watched."""
    taking_part: list[ListedBody] = []
    watching: list[ListedBody] = []
    side: str | None = None
    for passage in material.passages[:60]:
        words = material.words(passage)
        agenda = passage.stem is not None and not _PARTICIPANTS.search(
            material.document.text[slice(*passage.stem)]
        )
        if len(words) > 2500 or agenda or not _TAKES_PART.search(words):
            continue
        own = _side_of(material, passage)
        side = own or (side if _GOES_ON.match(words) else None)
        spans, observed = list(_lists(passage, words)), list(_observer_lists(passage, words))
        for span in observed:
            watching += read_bodies(material, span, own, parties, also="states")
        for span in spans:
            if not any(a < span[1] and span[0] < b for a, b in observed):
                before = (
                    _side_after(material, passage, span[1])
                    or _side_before(material, passage, span[0])
                    or side
                )
                for start, end, named in _sided(material, span):
                    taking_part += read_bodies(material, (start, end), named or before, parties)
    for start, end, code in side_lists(material, parties):
        taking_part += read_bodies(material, (start, end), code, parties)
    if len(parties) == 1 or not taking_part:
        taking_part += _met(material, events, parties)
    seen = {(body.name, body.party) for body in watching}
    return Attendance(
        _roles([body for body in taking_part if (body.name, body.party) not in seen], "participant"),
        _roles(watching, "observer"),
    )


def _roles(bodies: list[ListedBody], role: str) -> tuple[Role, ...]:
    unique = dict.fromkeys((body.name, body.party) for body in bodies)
    if role == "observer":
        return tuple(Role("observer", organisation=name, party=party) for name, party in unique)
    return tuple(Role("participant", organisation=name, party=party) for name, party in unique)


def _side_of(material: Material, passage: Passage) -> str | None:
    """The one party whose delegation the sentence is about; None where it names two."""
    text = material.document.text
    sides = [
        side.code
        for side in sides_in(material, passage.start, passage.end)
        if _SIDE.match(text[side.end : passage.end])
    ]
    return sides[0] if len(set(sides)) == 1 else None


def _side_before(material: Material, passage: Passage, at: int) -> str | None:
    """The party named as a side nearest before the list."""
    text = material.document.text
    found = None
    for side in sides_in(material, passage.start, at):
        before = text[max(passage.start, side.start - 9) : side.start].lower()
        if _SIDE.match(text[side.end : at + 1]) or before.endswith(
            ("for ", "from ", "for the ", "from the ")
        ):
            found = side.code
    return found


def _side_after(material: Material, passage: Passage, at: int) -> str | None:
    """The party behind the verb of a list: "A and B were present from Gavria"."""
    text = material.document.text
    named = next(sides_in(material, at, min(passage.end, at + 60)), None)
    return named.code if named and _PRESENT.fullmatch(text, at, named.start) else None


def _sided(material: Material, span: tuple[int, int]) -> Iterator[tuple[int, int, str | None]]:
    """A list cut at its sides: "A and B on the Gavrian side, and C", "A; from the Gavrian side, B"."""
    text = material.document.text
    at, code = span[0], None
    for side in sides_in(material, *span):
        ended = _OTHER_LIST.match(text, side.end, span[1])
        opened = (_OTHER_SIDE if ended else _ON_SIDE).search(text[at : side.start])
        closed = ended or _SIDE_END.match(text, side.end, span[1])
        if opened and not closed and opened.group().lower().startswith("for"):
            closed = _FOR_END.match(text, side.end, span[1])
        if not opened or not closed:
            continue
        start = at + opened.start()
        if ended:
            yield at, start, code
            at, code = closed.end(), side.code
            continue
        before = text[at:start].rstrip()
        follows = before[-1:].isalnum() and not before.endswith(("while", "and"))
        yield at, start, side.code if follows else code
        code = None if follows else side.code
        at = closed.end()
    yield at, span[1], code


def _lists(passage: Passage, words: str) -> Iterator[tuple[int, int]]:
    """The spans of lists of bodies: after the verb, else before it, else after "officials from"."""
    head = _LEAD_VERB.match(words)
    begin = head.end() if head else 0
    found = False
    for match in _AFTER.finditer(words, begin):
        if _INCLUDES.match(match.group()) and not _ATTENDING.search(
            words[max(0, match.start() - 90) : match.start()]
        ):
            continue
        strong = bool(_STRONG_AFTER.match(match.group())) or bool(_FROM.search(match.group()[:60]))
        if strong and not _TALKS.search(words[begin : match.start()]):
            found = True
            yield passage.start + match.start("list"), passage.start + match.end("list")
            break
    for match in _BEFORE.finditer(words):
        start = match.start("list")
        if opened := _FROM.search(match["list"]):
            start += opened.end()
        if not _TALKS.search(words[: match.start("list")]):
            found = True
            yield passage.start + start, passage.start + match.end("list")
    opener = None if found else _FROM.search(words)
    if opener and not _TALKS.search(words[: opener.start()]):
        yield passage.start + opener.end(), passage.start + _stop(words, opener.end())


def _stop(words: str, at: int) -> int:
    """Where a list after "officials from" ends: at a verb or the end of the sentence."""
    verb = _VERB.search(words, at)
    return verb.start() if verb else len(words)


def _observer_lists(passage: Passage, words: str) -> Iterator[tuple[int, int]]:
    if not _WATCHES.search(words):
        return
    for match in _OBSERVERS_FROM.finditer(words):
        yield passage.start + match.start("list"), passage.start + match.end("list")
        return
    if told := _AS_OBSERVER.search(words):
        group = "list" if told["list"] else "watching"
        start = told.start(group)
        if opened := _FROM.search(told[group]):
            start += opened.end()
        yield passage.start + start, passage.start + told.end(group)


def _met(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> list[ListedBody]:
    """Whom a single host met or briefed, as printed."""
    found: list[ListedBody] = []
    for passage in material.passages[:8]:
        for match in _MET_WITH.finditer(material.words(passage)[:4000]):
            span = (passage.start + match.start("list"), passage.start + match.end("list"))
            found += read_bodies(material, span, None, parties, also="people")
    return found
