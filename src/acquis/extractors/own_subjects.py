"""What a subject of the own side looks like in words: persons with posts, bodies, undertakings, pronouns.

In: the words before a verb. Out: where a subject can begin, its kind, where its name ends. Whose it is, `own_side` judges.
"""

from __future__ import annotations

import re
from typing import Literal

OwnKind = Literal["we", "agent", "he", "thing", "which", "all", "this"]


REACH = 200
_CAP = r"[A-Z][\w&’'./-]*"
_CHAIN = rf"{_CAP}(?:,? (?:(?:of|for|on|and|the|in|to|&) ){{0,3}}{_CAP}){{0,9}}"
_BRACKETS = r"(?: \([^()]{1,60}\))?"
_POST = (
    r"(?:President|Prime Minister|Chancellor|Taoiseach|Premier|Secretary|Secretaries|Under Secretary|Minister|Ministers|Director|Administrator|"
    r"Ambassador|Attorney General|Advisor|Adviser|Envoy|Commissioner|Coordinator|Representative|First Lady|Second Gentleman|"
    r"Chief|National Manager|Assistant to the President|Surgeon General|Administrators|Spokesperson|Chair of the [A-Z]\w+ Council)"
)
_PERSON = (
    rf"(?:{_CAP} ){{0,5}}{_POST}(?: (?:of|for) (?:the )?(?:{_CAP}(?:,? and| of| for| the|,)? ?){{1,8}})?"
    rf"(?: {_CAP}){{0,4}}{_BRACKETS}|the heads? of (?:{_CHAIN}|agencies|each agency)"
)
_HEAD = (
    r"(?:Task Force|Department|Departments|Ministry|Agency|Administration|Council|Commission|Committee|Office|Bureau|Board|Government|"
    r"Authority|Service|Institute|Institutes|Centers?|Centres?|Working Group|Group|Cabinet|Embassy|Treasury|Command|Corps|"
    r"White House|Team|Secretariat|Directorate|Division|Unit|Guard|Corporation|Delegation|Foundation|Mission|House)"
)
_BODY = (
    rf"(?:{_CAP} (?:(?:of|for|on|and|the|in|&) ){{0,2}}){{0,6}}{_HEAD}(?: (?:of|for|on|to|against) (?:the )?{_CHAIN})?{_BRACKETS}|"
    rf"[A-Z][A-Za-z&/]{{1,3}}[A-Z]{{1,4}}|"
    rf"{_CHAIN} \([A-Z][A-Za-z&/-]{{1,12}}\)"
)
_PLAIN_BODY = (
    r"(?:(?:[a-z-]+ ){0,3}?(?:administration|government|task force|working group|council|agency|agencies|department|departments|ministry|ministries|"
    r"office|delegation|committee|embassy|cabinet|authorities|officials|experts|teams?|representatives|agency heads|troops|forces|regulators|ministers|leaders))"
)
_UNDERTAKING = (
    r"(?:initiatives?|pilots?|program|programs|programme|programmes|fellowships?|partnerships?|campaign|network|projects?|effort|efforts|work|"
    r"working groups?|dialogues?|summit|forum|fund|mission|sprint|platform|hub|cent(?:er|re)|applications?|process|consortium|challenge|exercise|"
    r"Pilots?|Efforts?|Work|Applications?|Initiative|Program|Programme|Fellowship|Partnership|Campaign|Network|Project|Dialogue|Summit|Forum|Fund|Challenge|Accelerator|Platform|Hub|"
    r"Consortium|Facility|Center|Centre|Fellowships|Mission|talks|meetings?|consultations|"
    r"reports?|strategy|blueprint|roadmap|playbook|toolkit|tool|guide|guidance|recommendations|\d+-day (?:action )?plans?|study|survey|review|assessment|training|courses?|workshops?|"
    r"Report|Strategy|Blueprint|Roadmap|Playbook|Recommendations|Study|Review|Assessment|Training|Engines|cohort|awards?|grants?)"
)
_REST = (
    r"(?: (?:of|for|on|in|at|with|from|under|against|by|through|acting|between|among|to|led)\b"
    r"(?:(?! (?:that|which|who|will|to)\b)[^,;:—]){0,110})?(?:,[^;:]{1,260},[”\"]?)?"
)
_PATTERNS: tuple[tuple[OwnKind, str, str], ...] = (
    ("we", r"(?:we|We|I)(?:,? the [A-Z][\w .]{2,40},|, too,| both| all| two)?", ""),
    ("he", r"(?:he|He|she|She|they|it)", ""),
    ("which", r"which", ""),
    ("agent", rf"(?:(?:the|The|our|Our|my|My|his|its|their|a|an|both|Both) )?(?:{_PERSON})", _REST),
    ("agent", rf"(?:(?:the|The|our|Our|its|Its|a|an|this|their) )?(?:{_BODY})", _REST),
    ("agent", rf"(?:the|The|our|Our|my|My|its|Its|this|This|their|Their|all|both) {_PLAIN_BODY}", _REST),
    ("agent", r"(?:(?:All |Federal |U\.S\. |federal )?(?:Agencies|Departments|agencies|departments)(?: and (?:agencies|departments|Agencies))?)", _REST),
    ("all", r"(?:(?:All|Both|The|the|[Pp]articipating|our|Our|all|both) )*(?:[Mm]embers|[Pp]articipants|[Ll]eaders|[Mm]inisters|[Cc]ountries|"
     r"[Gg]overnments|[Ss]ides|[Pp]arties|nations|States|[Cc]o-[Cc]hairs)", _REST),
    ("this", r"(?:This|These|It)", ""),
    ("thing", rf"(?:(?:the|The|this|This|these|These|our|Our|its|a|A|new|initial|those) )?(?:[\w’'-]+ ){{0,5}}?{_UNDERTAKING}", _REST),
)  # fmt: skip
_SUBJECTS = tuple((kind, re.compile(rf"{words}(?P<rest>{rest})")) for kind, words, rest in _PATTERNS)
_A_BODY = re.compile(rf"(?:The |Our )?(?:{_BODY})(?= (?:\([A-Z]+\) )?(?:has|is|will|[a-z]+(?:s|ed)) )")
_STATE_REST = re.compile(rf"(?P<rest>{_REST})")
# Whose a person or body is, behind its name ("President Oro of Dunmar").
_OF_HOME = re.compile(rf" (?:of|from) (?:the )?{_CAP}(?: (?:and |of )?{_CAP}){{0,3}}")
# Where a subject can begin: the sentence, a clause, what follows a day or a word that opens.
_CUT = re.compile(
    r"(?:^|[,;:—–(“\"…] ?|\) |\b(?:and|but|so|then|that|(?<!to )which|today|tomorrow|tonight|also|where|week|month|year|summer|fall|spring|autumn|winter|"
    r"morning|afternoon|evening|day|days|weeks|months|\d{4}|\d{1,2}|[A-Z][a-z]+day)\s)\s*",
    re.I,
)
_NO_SUBJECT = frozenset(
    "in on at under within by for with from as if when while after before during to through of how what whether where why who"
    " because since until once unless than like including upon following over based building beyond beginning given whose".split()
)
_ADVERB = re.compile(
    r"(?:(?<!,)\s(?:also|soon|shortly|then|again|jointly|further|today|now|later|therefore|\w+ly|still|each|all|both|together)(?=\s|$))+\Z"
)
SOMEBODY = re.compile(rf"\b(?:{_CAP} )*{_POST}(?: {_CAP}){{0,3}}")
_LIKE_ADVERBS = tuple(
    "also soon shortly then again jointly further today now later therefore ly still each all both together".split()
)
_MOST_CUTS = 12


def pieces_of(before: str, reach: int) -> list[int]:
    """Where a subject that ends with `before` can begin, the nearest first, within `reach` characters."""
    cuts = [match.end() for match in _CUT.finditer(before, max(0, len(before) - reach))]
    found = sorted({0, *cuts}, reverse=True)[:_MOST_CUTS]
    return [cut for cut in found if len(before) - cut <= 2 * REACH and not _opens_none(before[cut:])]


def _opens_none(piece: str) -> bool:
    return piece.split(" ", 1)[0].lower() in _NO_SUBJECT


def kind_of(piece: str) -> tuple[OwnKind, int] | None:
    """The kind of subject that a whole piece is, and where its name ends."""
    for kind, pattern in _SUBJECTS:
        if match := pattern.fullmatch(piece):
            home = _OF_HOME.match(piece, match.start("rest"))
            return kind, home.end() if home else match.start("rest")
    return None


def is_rest(piece: str, at: int) -> bool:
    """Can what follows a name in a piece belong to the subject ("under the Act of 2030,")?"""
    return _STATE_REST.fullmatch(piece, at) is not None


def body_that_opens(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the body stands that a sentence begins with, as the subject of its verb."""
    match = _A_BODY.match(text, start, end)
    return match.span() if match else None


def adverbs_behind(before: str) -> int:
    """The length of the adverbs that stand right before the verb."""
    if not before.endswith(_LIKE_ADVERBS):
        return 0
    match = _ADVERB.search(before, max(0, len(before) - 60))
    return len(match.group()) if match else 0
