"""Promises told without a verb of the future: an intent announced, a plan welcomed, a launch looked forward to.

In: a passage with its frame. Out: what is said there, each with who will do it; `foretold_weight` weighs it. A pattern
is only searched for where one of its words stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from acquis.extractors.due import find_due
from acquis.extractors.foretold_verbs import after_mark, deed_of, doing_of, is_passive
from acquis.extractors.foretold_weight import Said, is_made_public
from acquis.extractors.frame import Frame
from acquis.extractors.material import Material
from acquis.extractors.own_side import Own, named_own, own_before
from acquis.extractors.passages import Passage

_AIMS = frozenset(
    "intent intention intentions plan plans readiness willingness decision determination resolve commitment commitments".split()
)
_GIVEN = frozenset("commitment pledge announcement invitation".split()) | _AIMS
_DIRECTING = frozenset("directing tasking instructing".split())
_BEGINNING = frozenset("launching announcing establishing creating starting".split())
_GIVING = frozenset("committing contributing providing investing sending".split())
_TO_BE_DONE = frozenset("held hosted launched signed convened published".split())
_BINDING = frozenset(
    "commit commits committed recommit recommits recommitted agree agrees agreed pledge pledges pledged vow vows vowed"
    " decide decides decided resolves resolved undertake undertakes undertook".split()
)
_EXPECTING = frozenset("expects expect envisage envisages envision envisions expected tasked charged".split())
_LOOKING, _PROPOSED = frozenset({"forward"}), frozenset({"proposed", "proposes"})
_INVITED = frozenset({"invitation"})
OTHER_MARKS = (
    _AIMS | _GIVEN | _DIRECTING | _BEGINNING | _GIVING | _TO_BE_DONE | _BINDING | _EXPECTING | _LOOKING
    | _PROPOSED | _INVITED | {"intend", "plan"}
)  # fmt: skip
# In speech only intents and orders given count.
SPOKEN_MARKS = _AIMS | _DIRECTING | {"intend", "plan"}

_TOLD = (
    r"(?<![Hh]aving )\b(?:express|(?:re-?)?affirm|re-?confirm|reiterat|announc|declar|stat|shar|underscor|convey|underlin|voic|renew|"
    r"demonstrat|reinforc|restat|emphasi[sz]|highlight|stress|note(?:s|d)?\b)\w* (?:also )?"
)
_INTENT = re.compile(
    _TOLD + r"(?:(?:his|her|their|its|our|my|the|a|an|[A-Z][\w.-]*(?:[’'](?:s)?)?) |(?=plans ))"
    r"(?:(?!of |and |to )[\w’'.-]+ ){0,5}?(?P<aim>intent|intentions?|plans?|readiness|willingness|decision|determination|resolve|commitments?)"
    r"(?: and (?:intention|readiness|willingness|determination|resolve))?(?: is)? to(?= \w|, )"
)
_DIRECTS = re.compile(
    r"(?:\b(?:is|are|am)|[’'](?:m|re)) (?:also |today )?(?:directing|instructing|tasking) (?:my|our|his|her|its|the)\b"
    r"[^.;]{0,60}?\b(?:Secretar|Attorney|Director|Administrator|Minister|Ambassador|[Dd]epartment|[Aa]genc|[Oo]fficial|[Tt]eam|Cabinet|[Gg]overnment|[Mm]inist)"
    r"[^.;]{0,120}? to (?=\w)"
)
_BEGINS = re.compile(
    r"(?:\b(?:is|are|am)|[’'](?:m|re)) (?:also |today |now )?(?:launching|announcing|establishing|creating|starting)\b"
)
_TO_BE = re.compile(
    r"\b(?:[Mm]eetings?|[Dd]ialogues?|[Ss]ummit|[Cc]onference|[Mm]inisterial|[Ff]orum|[Ss]essions?|[Rr]ound|[Cc]onsultations|[Tt]alks|"
    r"[Ee]xercise|[Ww]orkshop|Council|[Ii]nitiative|[Ss]tudy|[Rr]eport|[Pp]ilot|[Pp]rogram(?:me)?|[Pp]roject|[Aa]greement)\b[^;]{0,120}? to be (?=\w)"
)
_BARE = re.compile(
    r"\W*(?:And |We |They )?(?:also |further )?(?:[Ii]ntend|[Pp]lan)(?: also| further| jointly)? to (?=\w)"
)
_TOGETHER = re.compile(
    r"\W*(?:The|Both|All)(?: \w+)? (?:leaders|sides|ministers|Leaders|Sides|Ministers|[Pp]residents|[Gg]overnments|[Pp]articipants|"
    r"[Oo]fficials|[Dd]elegations|[Pp]arties|[Cc]ountries|[Mm]embers|[Pp]rincipals|[Cc]o-[Cc]hairs)\b|\W*(?:(?:In addition|Further|Furthermore|Finally|Additionally|Moreover|To this end|In this regard|Together), )?(?:[Tt]hey|[Ww]e)\b"
)
_WELCOMED = re.compile(
    r"\b[Ww]elcom(?:e[sd]?|ing)\b(?P<whose>[^.;,]{1,80}?) (?:[\w-]+ ){0,3}?(?:plans?|intent|intention|commitment|pledge|decision|announcement|invitation)"
    r" (?:that (?:it|they|he|she) (?:will|would)|to(?: strategically| further| jointly)?) (?=\w)"
)
_PLANS = re.compile(r"\b(?:with|announc\w+|including) (?:\w+ )?plans to(?= \w|, )")
_BINDS = re.compile(
    r"\b(?:(?:has|have|had) (?:also |now |today )?)?(?<!to )(?<!to re)"
    r"(?:(?:re-?)?commit(?:s|ted)?(?: itself| themselves| ourselves| [A-Z]\w+(?: [A-Z]\w+)?)?|agree[sd]?|pledge[sd]?|vow(?:s|ed)?|decide[sd]?|resolve[sd]|undertakes?|undertook)"
    r"(?: today| also| further| both| jointly)? to (?:(?:further|jointly|continue|continuing) )?(?=\w)"
)
_EXPECTS = re.compile(r"\b(?:expects?|envisages?|envisions?) to (?=\w)")
_TASKED = re.compile(r"\b(?:is|are) (?:also )?(?:expected|tasked|charged) (?:to|with) (?=\w)")
_AWAITS = re.compile(
    r"\blook(?:s|ed|ing)? forward(?: also)? to (?:(?:both )?(?P<deed>convening|hosting|holding|meeting|reviving|launching|signing|reconvening|concluding|"
    r"finali[sz]ing|completing|opening|establishing|resuming|starting|welcoming|visiting)\b|"
    r"(?:the|a|an|its|their|our)\b(?: (?!of |by )[\w’'.&-]+){0,5}? (?:launch|establishment|signing|(?:re)?convening|finali[sz]ation|initiation|inauguration|"
    r"resumption|completion|meeting|summit|dialogue|round|visit|working group|Meeting|Summit|Dialogue|Working Group|Ministerial)\b(?![^.;]{0,40} by\b))"
)
_GIVES = re.compile(
    r"\b(?:is|are) (?:also |today |now )?(?:committing|contributing|sending|(?:providing|investing)(?=[^.;]{0,200}\b(?:over the (?:next|coming)|up to|over \w+ years)\b))\b"
    r"(?=[^.;]{0,60}(?:\$|€|£|\b(?:USD|EUR|million|billion|thousand|experts?|teams?|troops|doses)\b))"
)
_PROPOSES = re.compile(
    r"\bpropose[sd] (?:that we (?:meet|hold|convene)|(?:to (?:host|hold|convene)|hosting|holding|convening)? ?(?:an?|the next|another) (?:\w+ ){0,3}"
    r"(?:summit|meeting|conference|forum|dialogue|round|visit))\b"
)
_INVITES = re.compile(
    r"\b(?:accept(?:s|ed)|extend(?:s|ed)|renew(?:s|ed))\b[^.;]{0,60}?\binvitation\b(?=[^.;]{0,80}\b(?:to (?:visit|attend|join|host|come|meet|participate)|Summit)\b)"
)
_THAT_WILL = re.compile(r"[^.;]{3,200}?\b(?:that|which) will\b")
# What comes of a deed and is no deed itself.
_EFFECTS = frozenset("mobilize mobilise generate increase reduce".split())
# What is only stood for where somebody is resolved to do it.
_NO_DEED = frozenset(
    "uphold maintain preserve promote defend address sustain protect restore respect work".split()
)
# Words behind "commitment to" that may be nouns or adjectives ("commitment to close cooperation").
_NO_VERB = frozenset("close open secure free support trust partner welcome lead value balance back".split())


def told_otherwise(
    material: Material, passage: Passage, frame: Frame, words: str, marks: frozenset[str]
) -> Iterator[Said]:  # fmt: skip
    """What is said to come in other words than those of the future, each with who acts."""
    place = _Place(material, passage, frame, words)
    if marks & _AIMS:
        yield from _intents(place)
    if marks & _DIRECTING and (match := _DIRECTS.search(words)) and deed_of(after_mark(words, match.end())):
        yield Said(place.own(match), "intent")
    if marks & _BEGINNING and (match := _BEGINS.search(words)):
        yield Said(place.own(match), "founded" if _THAT_WILL.match(words, match.end()) else "begun")
    if marks & _TO_BE_DONE and (match := _TO_BE.search(words)) and _is_to_come(material, passage, match):
        yield Said(None, "to-be")
    if (match := _BARE.match(words)) and deed_of(after_mark(words, match.end())):
        yield Said(Own("we", ()), "deed")
    yield from _told_of_others(place, marks)
    yield from _expected(place, marks)


class _Place:
    """A passage in which subjects are looked for."""

    __slots__ = ("frame", "material", "passage", "words")

    def __init__(self, material: Material, passage: Passage, frame: Frame, words: str) -> None:
        self.material, self.passage, self.frame, self.words = material, passage, frame, words

    def own(self, match: re.Match[str]) -> Own | None:
        """Who acts in the verb that a match begins with."""
        start = self.passage.start
        found = own_before(self.material, self.frame, start, start + match.start())
        return found or (Own("we", ()) if _TOGETHER.match(self.words) else None)

    def named(self, begin: int, end: int) -> Own | None:
        """The own side that is named inside some words."""
        start = self.passage.start
        codes = named_own(self.material, self.frame, (start + begin, start + end))
        return Own("agent", codes) if codes else None


def _intents(place: _Place) -> Iterator[Said]:
    """ "Reaffirmed his intent to host", "renew their commitment to working", "with plans to share"."""
    for match in _INTENT.finditer(place.words):
        pledged = match["aim"].startswith("commitment")
        deed = _deed(place.words, match.end(), unclear=_NO_VERB if pledged else ())
        if not deed:
            continue
        ours = Own("we", ()) if re.search(r" (?:our|my) ", match.group()) else None
        own = place.own(match) or ours or place.named(*match.span())
        resolved = match["aim"] in ("determination", "resolve")
        if not (resolved and deed.partition(":")[2] in _NO_DEED):
            yield Said(own, "pledged" if pledged or resolved else "intent")
    if (planned := _PLANS.search(place.words)) and deed_of(after_mark(place.words, planned.end())):
        yield Said(place.own(planned), "planned")


def _deed(words: str, end: int, *, unclear: Collection[str] = ()) -> str:
    after = after_mark(words, end)
    deed = deed_of(after)
    return doing_of(after) if not deed or deed.partition(":")[2] in unclear else deed


def _told_of_others(place: _Place, marks: frozenset[str]) -> Iterator[Said]:
    """ "Welcomed the plan of Aldoria to", "commits to", "is committing 3 million", "accepted the invitation"."""
    words = place.words
    if marks & _GIVEN and (match := _WELCOMED.search(words)) and deed_of(after_mark(words, match.end())):
        yield Said(place.named(*match.span("whose")), "welcomed")
    if marks & _BINDING:
        for match in _BINDS.finditer(words):
            if _deed(words, match.end(), unclear=_NO_VERB):
                yield Said(place.own(match), "pledged")
    if marks & _GIVING and (match := _GIVES.search(words)):
        yield Said(place.own(match), "given")
    if marks & _INVITED and (match := _INVITES.search(words)):
        yield Said(place.own(match), "awaited")


def _expected(place: _Place, marks: frozenset[str]) -> Iterator[Said]:
    """ "Expects to award", "is tasked to develop", "looked forward to convening", "proposed a summit"."""
    words = place.words
    if marks & _EXPECTING:
        for pattern in (_EXPECTS, _TASKED):
            if found := pattern.search(words):
                yield from _expected_there(place, found)
    if marks & _LOOKING and (match := _AWAITS.search(words)):
        yield Said(place.own(match), "awaited")
    if marks & _PROPOSED and (match := _PROPOSES.search(words)):
        yield Said(place.own(match), "proposed")


def _expected_there(place: _Place, found: re.Match[str]) -> Iterator[Said]:
    """What somebody expects or is charged to do; of what nobody named will do, only what is to be made public."""
    after = after_mark(place.words, found.end())
    deed, own = _deed(place.words, found.end()), place.own(found)
    if deed == "passive" and (own or is_made_public(after)):
        yield Said(own, deed)
    elif deed and own and not _is_effect(found.group(), deed):
        yield Said(own, "planned")


def _is_effect(mark: str, deed: str) -> bool:
    return deed.partition(":")[2] in _EFFECTS or (" expected" in mark and deed.startswith("action"))


def _is_to_come(material: Material, passage: Passage, found: re.Match[str]) -> bool:
    """Is it to be done on a day that lies after the day of the text?"""
    if not is_passive(after_mark(found.string, found.end())):
        return False
    due, today = find_due(material, (passage.start + found.start(), passage.end)), material.reference_date
    return bool(due and (today is None or due.latest is None or due.latest > today))
