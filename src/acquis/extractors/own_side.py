"""Who is said to act before a verb of the future: the speaker, its own bodies and office holders, its undertakings.

In: a document with its frame, and the words between the start of a sentence and the verb. Out: kind and owners; None
where somebody else acts, or nobody that can be told. Names are read from the text as printed: most bodies are in no
vocabulary.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from acquis.extractors.frame import Frame
from acquis.extractors.joint_speakers import members_of
from acquis.extractors.known_bodies import party_institution
from acquis.extractors.material import ACTORS, Material, actor_code
from acquis.extractors.names import code_of_publisher
from acquis.extractors.own_subjects import (
    REACH,
    SOMEBODY,
    OwnKind,
    adverbs_behind,
    body_that_opens,
    is_rest,
    kind_of,
    pieces_of,
)  # fmt: skip
from acquis.extractors.owners import state_of_label
from acquis.vocabulary.lexicon import Mention


class Own(NamedTuple):
    """Somebody of the own side, or an undertaking of its: its kind, who owns what it does (empty: all who speak)."""

    kind: OwnKind
    owners: tuple[str, ...]


# A verb without a subject of its own, and the words that open its sentence up to the first verb.
_JOINED = re.compile(r"(?:,| and|, and| but|, but)(?: also| in particular| further| \w+ly)*\Z")
_OPENS = re.compile(
    r"\W*(?P<lead>(?:(?:In|To|At|On|With|As|For|Today|Recognizing|Building|Recalling)\b[^,]{0,120}, )?)"
    r"(?:[Ww]e|They|(?:[A-Z][\w.’'-]*|the|of|and|two|both|leaders|sides|ministers|presidents)(?: (?:[A-Z][\w.’'-]*|the|of|and|two|both|leaders|sides|ministers|presidents)){0,9})"
    r"(?= (?:also |jointly |have |has |are |is |today )*[a-z]+)"
)
_ANOTHER = re.compile(r"(?:, |; |\band )(?:the )?\Z")
_ACTS = re.compile(r" (?:has|have|is|are|will|[a-z]+(?:s|ed)) ")
_SUBORDINATE = re.compile(r"\b(?:as|that|which|who|whose|because|although|while|where)\b")
_ASKED = re.compile(r"\b(?:how|whether|what|why)\b[^,;:]*\Z")
_SAYS = re.compile(
    r"\b(?:announc\w+|confirm\w*|agree[ds]?|pledge[ds]?|decid\w+|said|says?|stated?|declared?|affirm\w*|reaffirm\w*|commit\w*|noted|shared?|"
    r"underscore[sd]?|reiterat\w+|indicated|explain\w*|report|know|inform\w*) (?:[\w’-]+ ){0,3}that\s*$|\bannounced\s*$"
)
_SENTENCE = re.compile(r"(?:\A|[.!?] )(?P<first>[A-Z])")
_TITLED = re.compile(
    r"\b(?<!Vice )(?:President|Prime Minister|Chancellor|Taoiseach|Premier|King)(?: (?:[A-Z][\w’'.-]+ ){0,3}?(?P<name>[A-Z][\w’'-]+))?\Z"
)
_HEADS = r"\b(?<!Vice )(?:President|Prime Minister|Chancellor|Taoiseach|Premier)"
_A_HEAD = re.compile(_HEADS + r" (?:[A-Z][\w’'.-]+ ){0,3}?(?P<name>[A-Z][\w’'-]+)(?! (?:Jr|[A-Z][a-z]))")
_TITLE_OPENS = re.compile(_HEADS + r" (?:[A-Z][\w’'.-]+ )?(?P<name>[A-Z][\w’'-]+) [A-Z]?[a-z]+s\b")
_NOT_OWN = re.compile(
    r"\b(?:Congress|Senate|House of Representatives|Court|Parliament|Secretary[- ]General|High Representative|Security Council|General Assembly|"
    r"Pope|King|Queen|University|College|Inc|Company|Companies|Group of|Republicans?|Democrats?|Olympic|Nobel|private|industry|companies|"
    r"Union|Unions|Association|Chamber|Federation|IBM|foreign|attackers|adversar\w+|hackers|criminals?|Chair|Chairperson|Working Group)\b"
)
_OF_ONE = re.compile(
    r"\b(?:President|White House|Administration|First Lady|Second Gentleman|Secretary|Department of)\b"
)
_OF = (" of ", " of the ")
_JOINS = re.compile(r",? (?:and )?(?:the )?|, ")
# Words that are no own subject; "it" and "they" are one only in what somebody announced.
_NOBODY = frozenset(
    "you there who that what people everybody everyone nobody something americans congress".split()
)
_PRONOUNS = frozenset("we i he she they it this these which".split())
_FARTHEST, _NEAR = 600, 60
_AGAIN = frozenset(("he", "she", "they", "it"))
_ARTICLE = 4
_LOOK_BACK, _PERSONS_READ, _READ, _LEAD = 500, 60_000, 5, 1_500


def own_before(material: Material, frame: Frame, start: int, at: int) -> Own | None:
    """Who acts in the verb of the future at `at`, in a sentence that begins at `start`, if of the own side."""
    text = material.document.text
    before = text[max(start, at - _FARTHEST) : at].rstrip()
    start = max(start, at - _FARTHEST)
    if before.rpartition(" ")[2].lower() in _NOBODY:
        return None
    before = before[: len(before) - adverbs_behind(before)]
    reach = _NEAR if before.rpartition(" ")[2].lower() in _PRONOUNS else 2 * REACH
    if _ASKED.search(before, max(0, len(before) - min(reach, REACH))):
        return None
    for cut in pieces_of(before, reach):
        piece = before[cut:]
        found = _subject(material, frame, start + cut, piece)
        if found is not None:
            kind, end = found
            says = _SAYS.search(before[:cut])
            if before[:cut].rstrip().endswith(" that") and not says:
                return None
            if says and piece in _AGAIN:
                return _said_of_themselves(material, frame, start, start + says.start(), piece)
            first = _run_start(material, start, start + cut) if kind == "state" else start + cut
            own = _judged(material, frame, kind, (first, start + cut + end))
            return _with_another(material, frame, start, before[:cut], own)
    return _opening(material, frame, start, before)


def _with_another(material: Material, frame: Frame, start: int, before: str, own: Own | None) -> Own | None:
    """The one who acts together with whoever is joined to it by "and" ("the Premier and the Chancellor will")."""
    if own is None or own.kind != "agent" or not before.endswith(" and ") or not _is_closed(frame):
        return own
    other = own_before(material, frame, start, start + len(before) - len(" and "))
    if other is None or other.kind != "agent":
        return own
    if other.owners and own.owners:
        return Own("agent", tuple(dict.fromkeys((*other.owners, *own.owners))))
    return Own("agent", frame.actors if len(frame.actors) == len((other, own)) else ())


def _said_of_themselves(material: Material, frame: Frame, start: int, at: int, who: str) -> Own | None:
    """Who announces it of "it" or "they": in a text of several, "they" are those who speak."""
    own = own_before(material, frame, start, at)
    if own is None and who == "they" and _is_closed(frame):
        return Own("agent", ())
    return own


def _is_closed(frame: Frame) -> bool:
    return len(frame.actors) > 1 or frame.kind == "communique"


def _opening(material: Material, frame: Frame, start: int, before: str) -> Own | None:
    """The subject that opens a sentence, for a verb joined to its own ("We support the plan and will host …")."""
    joined = _JOINED.search(before, max(0, len(before) - _NEAR))
    opens = _OPENS.match(before) if joined and not _SUBORDINATE.search(before) else None
    if not opens:
        return None
    at = start + opens.end("lead")
    for mention, _ in material.actors_in(start + opens.end(), start + len(before), adjectives=False):
        text = material.document.text
        if _ANOTHER.search(text, at, mention.start) and _ACTS.match(text, mention.end):
            return None
    return own_before(material, frame, at, start + opens.end())


def _run_start(material: Material, start: int, at: int) -> int:
    """Where the row of names begins whose last stands at `at` ("Aldoria and Brevania will")."""
    for mention in reversed(material.mentions_in(start, at)):
        if not (
            material.concept(mention, *ACTORS) and _JOINS.fullmatch(material.document.text, mention.end, at)
        ):
            break
        at = mention.start
    return at


def _subject(
    material: Material, frame: Frame, start: int, piece: str
) -> tuple[OwnKind | Literal["state"], int] | None:
    """The kind of the subject that a piece of a sentence is, and where it ends in the piece; None if it is none."""
    for mention in material.mentions_in(start, start + min(len(piece), _ARTICLE + 1)):
        if material.concept(mention, *ACTORS) and is_rest(piece, mention.end - start):
            return "state", mention.end - start
    return kind_of(piece)


def _judged(
    material: Material, frame: Frame, kind: OwnKind | Literal["state"], span: tuple[int, int]
) -> Own | None:
    """The own side's, by the names in and beside the words of a subject."""
    words = material.document.text[span[0] : span[1]]
    if kind == "we":
        return Own("we", ())
    if kind == "this" and words == "It" and (body := _meant_body(material, frame, span[0])):
        return body
    if kind in ("which", "this"):
        return Own(kind, ())
    if kind == "all":
        return Own("agent", ()) if len(frame.actors) > 1 or frame.kind == "communique" else None
    if kind == "he":
        return None if words in ("they", "it") else _meant(material, frame, span[0])
    if kind == "agent" and _NOT_OWN.search(words):
        return None
    named, foreign = _named(material, frame, span)
    if foreign:
        return None
    titled = _TITLED.search(words) if kind == "agent" and not named else None
    if titled and titled["name"] and not _is_own_head(material, frame, titled):
        return _head_of_party(material, frame, words)
    if kind == "thing":
        return Own("thing", named)
    return Own("agent", named or _owners(material, frame, words))


def _head_of_party(material: Material, frame: Frame, words: str) -> Own | None:
    """In a text of several, the head of one of them by name."""
    if not _is_closed(frame):
        return None
    code = state_of_label(material, words)
    publisher = code_of_publisher(material.vocabulary, material.document.publisher, material.document.url)
    if code is None and len(frame.actors) == 2 and publisher in frame.actors and not _OF_ONE.search(words):
        return Own("agent", tuple(party for party in frame.actors if party != publisher))
    if code is None:
        return Own("agent", ()) if words.rpartition(" ")[2] in material.document.text[:_LEAD] else None
    return Own("agent", (code,)) if code in frame.actors or code in frame.parties else None


def named_own(material: Material, frame: Frame, span: tuple[int, int]) -> tuple[str, ...]:
    """The codes of the own side that some words name; none where they name others too."""
    named, foreign = _named(material, frame, span)
    return () if foreign else named


def _owners(material: Material, frame: Frame, words: str) -> tuple[str, ...]:
    """Whose a body or office holder is that names no State: the publisher's, if there is one of its kind, or the speaker's.

    Empty where several speak and nothing tells them apart.
    """
    document, voices = material.document, frame.actors or frame.parties
    if _OF_ONE.search(words):
        publisher = code_of_publisher(material.vocabulary, document.publisher, document.url)
        if publisher and (frame.kind == "statement" or publisher in voices):
            return (publisher,)
    return voices if len(voices) == 1 else ()


def _named(material: Material, frame: Frame, span: tuple[int, int]) -> tuple[tuple[str, ...], bool]:
    """The own codes that a subject names, and whether it names others."""
    own = {*frame.actors, *frame.parties}
    found: list[str] = []
    for mention in material.mentions_in(*span):
        if concept := material.concept(mention, *ACTORS):
            codes = _own_codes(material, actor_code(concept), own)
            if not codes:
                return (), True
            found += codes
        elif side := _side(material, mention, tuple(own)):
            if side not in own:
                return (), True
            found.append(side)
    return tuple(dict.fromkeys(found)), False


def _own_codes(material: Material, code: str, own: set[str]) -> tuple[str, ...]:
    """A code of the own side; the members of a group that speak here one by one."""
    if code in own:
        return (code,)
    members = members_of(material, code)
    return members if members and own.issuperset(members) else ()


def _side(material: Material, mention: Mention, own: tuple[str, ...]) -> str | None:
    """The State of a body the vocabulary knows; "UN" or the like where it is nobody's here."""
    concept = party_institution(material, mention, own)
    if concept is None or concept.kind != "institution":
        return None
    return concept.side or "nobody"


def _is_own_head(material: Material, frame: Frame, titled: re.Match[str]) -> bool:
    """Is a head of State or government with this name the own one: the one most often named, of no other State?"""
    document, name = material.document, titled["name"]
    opens = _TITLE_OPENS.match(document.title or "")
    if not (opens and opens["name"] == name) and _head_named(document.title or "", document.text) != name:
        return False
    places = re.finditer(rf"{_HEADS} (?:[A-Z][\w’'.-]+ ){{0,2}}{re.escape(name)}\b", document.text)
    return not any(_is_anothers(material, frame, place.span()) for place in islice(places, _READ))


def _is_anothers(material: Material, frame: Frame, span: tuple[int, int]) -> bool:
    """Does another State's name stand beside a head's ("the Dunmari President Oro", "President Oro of Dunmar")?"""
    text = material.document.text
    for mention, code in material.actors_in(max(0, span[0] - _NEAR), span[1] + _NEAR):
        beside = text[mention.end : span[0]] in (" ", "’s ", "'s ") or text[span[1] : mention.start] in _OF
        if beside and code not in frame.actors and code not in frame.parties:
            return True
    return False


@lru_cache(maxsize=4)
def _head_named(title: str, text: str) -> str | None:
    names = Counter(match["name"] for match in _A_HEAD.finditer(f"{title}\n{text[:_PERSONS_READ]}"))
    return names.most_common(1)[0][0] if names else None


def _meant_body(material: Material, frame: Frame, at: int) -> Own | None:
    """Which body "It" means that opens a sentence: the one that opened the sentence right before, if of the own side."""
    before = material.document.text[max(0, at - _LOOK_BACK) : at].rpartition("\n\n")[2].rstrip()
    opens = list(_SENTENCE.finditer(before))
    if not opens:
        return None
    start = at - len(before.rstrip()) - 1 + opens[-1].start("first")
    span = body_that_opens(material.document.text, start, at)
    return _judged(material, frame, "agent", span) if span else None


def _meant(material: Material, frame: Frame, at: int) -> Own | None:
    """Whom "he" or "she" means: the last office holder named before, if of the own side."""
    begin = max(0, at - _LOOK_BACK)
    named = list(SOMEBODY.finditer(material.document.text, begin, at))
    if not named:
        return None
    judged = _judged(material, frame, "agent", named[-1].span())
    return Own("he", judged.owners) if judged else None
