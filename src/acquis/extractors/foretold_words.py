"""What can be foretold of one's own side: deeds, openings, and the days they are set for. Plain tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from acquis.extractors.action_verbs import GRADES
from acquis.extractors.cues import verb_forms

Deed = Literal["deed", "action", "opening"]

# Deeds that can be seen to be done.
_DEEDS = """
    host hold convene launch announce appoint issue publish release establish attend travel visit meet sign submit nominate
    open join lead chair co-host co-chair co-lead deliver provide invest send deploy conduct complete expand implement unveil
    present create introduce train fund finance donate contribute commit allocate award designate extend organise organize
    name hire recruit purchase procure build develop update revise transmit notify impose lift remove withdraw return
    resume conclude participate initiate institute adopt ratify accede table circulate form station assign double triple
    sponsor draft produce collect distribute ship supply negotiate file propose test pilot inaugurate kick
    install construct declassify notify report review host draw dispatch waive reopen restore add raise deposit grant
    finalize finalise prepare offer undertake assess solicit
""".split()  # fmt: skip
# Openings and ends: what things do by themselves on a day set for them.
_OPENINGS = "begin start launch open follow commence conclude end resume convene meet reconvene kick".split()
# Verbs of action that only foretell, think or speak.
_NO_PROMISE = frozenset(
    "help benefit receive need allow face see show find value highlight emphasize condemn welcome acknowledge recognize note"
    " react remain stay stand become get realize understand cherish deny look think weigh reflect depend rely bring enable"
    " attract double cease plan intend aim observe stick suffer deserve overcome heed give turn feel learn obtain move run"
    " demonstrate serve generate empower abandon abolish abstain admit agree punish charge convict strike interact keep stop go say".split()
)
_IRREGULAR = {
    "begin": "begun", "lead": "led", "co-lead": "led", "send": "sent", "withdraw": "withdrawn", "draw": "drawn",
    "build": "built", "hold": "held", "meet": "met", "put": "put", "undertake": "undertaken",
}  # fmt: skip
_FREE_PARTICIPLES = (
    "followed available made paired accepted brought posted selected invited rolled set convened".split()
)


def _participle(lemma: str) -> str:
    return _IRREGULAR.get(lemma) or verb_forms(lemma)[2]


def _gerund(lemma: str) -> str:
    return verb_forms(lemma)[-1]


def _both_spellings(lemmas: Iterable[str]) -> frozenset[str]:
    """The verbs, those in -ize in -ise too."""
    known = frozenset(lemmas)
    return known | {f"{lemma[:-3]}ise" for lemma in known if lemma.endswith("ize")}


# An office holder's diary; of "we" and "I" it is only talk.
TALKS: frozenset[str] = frozenset(("speak", "talk", "call"))
DEEDS: frozenset[str] = _both_spellings(_DEEDS) | TALKS
OPENINGS: frozenset[str] = frozenset(_OPENINGS)
ACTIONS: frozenset[str] = (
    _both_spellings(lemma for lemma, grade in GRADES.items() if grade > 1) - _NO_PROMISE - DEEDS
)
PARTICIPLES: frozenset[str] = (
    frozenset(map(_participle, _both_spellings(_DEEDS))) - {"joined", "visited", "met", "attended", "raised"}
) | frozenset(_FREE_PARTICIPLES)
GERUNDS: dict[str, str] = {_gerund(lemma): lemma for lemma in (*DEEDS, *ACTIONS)}
# What a new undertaking does when it does what it was made for.
UNDERTAKINGS_DO = frozenset(
    "focus include follow sponsor train fund convene meet publish issue release build expand begin start launch open host provide"
    " offer cover award conduct deliver invest bring support develop report deploy explore identify examine review coordinate"
    " invite outline feature recommend work collaborate partner share document assess evaluate select".split()
)  # fmt: skip
# Of an undertaking a promise only with a figure.
COUNTED = frozenset("provide support offer bring deliver cover develop".split())
# What an order lays down as a deed, not as a standing duty.
ORDERED = frozenset(
    "initiate launch issue publish establish convene appoint designate submit adopt create host release complete announce begin".split()
)
ADVERBS = frozenset(
    "also soon shortly then again jointly further today now later together still therefore thus once first immediately likewise"
    " tomorrow tonight both each all next in addition hereby henceforth".split()
)  # fmt: skip

_MONTH = (
    r"(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|(?:in|by|early|late|mid|until|of|for|from|on) May\b|May (?:\d|the\b)|\d May\b)"
)
_COUNT = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|the next \w+|a few|several|the)"
TIME = re.compile(
    rf"\b{_MONTH}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b[Tt]omorrow\b|\b[Tt]onight\b|"
    r"\b[Ll]ater (?:today|this|in|on)\b|\b[Nn]ext (?:\w+ )?(?:week|month|year|spring|summer|fall|autumn|winter|quarter|days|weeks|months|round)s?\b|"
    r"\b(?:[Tt]his|coming) (?:coming )?(?:week|month|year|summer|fall|autumn|winter|spring|afternoon|evening|morning|weekend)\b|"
    r"\b(?:coming|following) (?:days|weeks|months|year|years)\b|"
    rf"\b(?:[Ww]ithin|[Ii]n|[Ii]n less than|[Nn]o later than|[Nn]ot later than) {_COUNT} (?:business |calendar )?(?:day|week|month|year|hour)s?\b|"
    r"\b[Ii]n (?:the )?(?:days|weeks|months) (?:to come|ahead)\b|\bby (?:the )?(?:end|start|middle|beginning|summer|fall|autumn|spring|winter) \b|"
    r"\b(?:soon|Soon|shortly|Shortly)\b|\bas soon as\b|\bthe end of (?:the|this) (?:year|month|week)\b|\b(?:[Tt]he) (?:days|weeks|months) ahead\b"
)
_DATED = re.compile(
    r"(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?,? )?\b((?:19|20)\d\d)\b"
)


def is_timed(words: str, year: int | None) -> bool:
    """Is a day, season or year named that lies ahead, or could? `year` is the year of the text."""
    dates = [match for match in _DATED.finditer(words) if year and int(match.group(1)) < year]
    for past in reversed(dates):
        words = words[: past.start()] + words[past.end() :]
    return bool(TIME.search(words) or _DATED.search(words))
