"""Where and when a statement was made: forum, session, date, agenda item.

In: a document that speaks. Out: the contract's names of forums and agenda items. Forums are told by the
archive's line, the head, and the words of a text that addresses a chair; namesakes by the date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from acquis.extractors.agenda import find_agenda_item, headed_item
from acquis.extractors.heads import head_lines, provenance
from acquis.extractors.material import Material
from acquis.extractors.names import find_names
from acquis.grammar.dates import find_dates
from acquis.model.claim import Element
from acquis.model.when import When

_WORKING_GROUP = re.compile(r"\bOEWG\b|\bopen[- ]ended working group\b", re.I)
_BY_DATE = frozenset({"OEWG 2019-2021", "OEWG 2021-2025"})
_AT = re.compile(r"\b(?:at|in|to|before|session of|meeting of)\s+(?:the\s+)?(?:\w+\s+){0,4}$", re.I)
_WORKING_GROUP_ALONE = re.compile(r"\b(?:[Tt]his|[Oo]ur|[Tt]he) Working Group\b")
_CHAIR = re.compile(r"\bChair(?:man|person)?\b")
_ITS_WORK = re.compile(
    r"\b(?:eleven|11) norms\b|\bnorms checklist\b|\bpoints? of contact directory\b|\bPoC directory\b|"
    r"\bannual progress report\b|\binstitutional dialogue\b"
)
_THIS_GROUP = re.compile(
    r"\b(?:this|our|the present|the current) (?:new |important )?(?:OEWG|open-ended working group|working "
    r"group)\b",
    re.I,
)
_CYBER = re.compile(
    r"\b(?:cyber\w*|ICTs?|information and (?:tele)?communications? technolog\w+|information security|"
    r"digital|ransomware|malware)\b",
    re.I,
)
_OTHER_GROUP = re.compile(
    r"(?:ammunition|ageing|outer space|space threats|nuclear|small arms|OEWG on (?:reducing|conventional))",
    re.I,
)
_FIRST_GROUP = re.compile(
    r"OEWG (?:I\b|1\b|2019)|2019\s*[-–/]\s*(?:20)?21|A/AC\.290|\bpre-draft\b|\b73/27\b|developments in "
    r"the field of information and telecommunications",
    re.I,
)
_SECOND_GROUP = re.compile(
    r"OEWG (?:II\b|2\b|2021)|2021\s*[-–/]\s*(?:20)?25|A/AC\.292|\b75/240\b|\bnew OEWG\b|second OEWG|"
    r"security of and in the use of|annual progress report|"
    r"\bAPRs?\b|points? of contact directory|PoC directory|permanent mechanism|Global Mechanism|(?:first|"
    r"2019[-–]2021|previous|last) (?:OEWG|working group)",
    re.I,
)
_FIRST_END = date(2021, 5, 31)
_SECOND_END = date(2025, 7, 31)
# Forums by the words of a title or provenance line, in the order in which they decide.
_HEAD_FORUMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("UN General Debate", re.compile(r"\bgeneral debate\b(?!.{0,40}(?:committee|OEWG|working group))|"
        r"\bUNGD\b|\bnational statement to the (?:united nations )?general assembly", re.I)),
    ("Global Mechanism", re.compile(r"\bglobal mechanism\b", re.I)),
    ("Ad Hoc Committee on Cybercrime", re.compile(r"\bad hoc committee\b.{0,200}(?:cybercrime|criminal "
        r"purposes)|\bAHC\b|\bcybercrime\b.{0,60}\bad hoc committee|A/AC\.291", re.I)),
    ("First Committee", re.compile(r"\bfirst committee\b|\bC\.?1\b|\bother disarmament measures\b", re.I)),
    ("UN Security Council", re.compile(r"(?<!national )\bsecurity council\b|\bUNSC\b|"
        r"\barria[- ]formula\b", re.I)),
    ("GGE", re.compile(r"\b(?:UN ?)?GGE\b|\bgroup of governmental experts\b", re.I)),
)  # fmt: skip
# Forums by the words with which a speaker addresses the room.
_SPOKEN_FORUMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("UN Security Council", re.compile(r"\b(?:this|the) (?:Council|Security Council)['’]s? (?:open debate|"
        r"meeting|debate|briefing)\b|\bopen debate\b|\barria[- ]formula\b|\bthis (?:Security "
        r")?Council\b(?=[\s\S]{0,2000}\bSecurity Council\b)|\bconvening (?:this|today['’]s) (?:important |"
        r"timely )*(?:open debate|Arria|meeting of the Security)", re.I)),
    ("First Committee", re.compile(r"\b(?:this|the|of the) First Committee\b|\bA/C\.1/\d|\bother disarmament "
        r"measures\b", re.I)),
    ("Ad Hoc Committee on Cybercrime", re.compile(r"\b(?:this|our) Ad Hoc Committee\b|\bAd Hoc "
        r"Committee\b.{0,200}(?:criminal purposes|cybercrime)", re.I | re.S)),
    ("Global Mechanism", re.compile(r"\bthis (?:new )?Global Mechanism\b|\b(?:first|second|"
        r"organi[sz]ational|substantive|plenary) (?:\w+ ){0,3}(?:session|meeting) of (?:the|this) Global "
        r"Mechanism\b", re.I)),
    (
        "UN General Debate",
        re.compile(
            r"\bgeneral debate\b|\bthis (?:august |great )?(?:Assembly|Hall|rostrum)\b|\b(?:President|"
            r"presidency|session) of (?:the|this) (?:United Nations )?(?:General )?Assembly\b|"
            r"\bGeneral Assembly at its\b|\bfrom this (?:podium|rostrum)\b",
            re.I,
        ),
    ),
)  # fmt: skip
_SPEECH = re.compile(
    r"^\W*(?:thank you,? )?(?:mr|madam|mister|distinguished)\.? (?:chair|president|facilitator|moderator)|"
    r"\bchair(?:man|person)?,|, chair(?:man|person)?\.|\b(?:mr|madam)\.? (?:chair|president)|"
    r"\bthank you,? (?:mr\.? |madam |very much,? )*(?:chair|president)|"
    r"\bmy delegation\b|\byour guiding questions\b|\bcolleagues\b|\bthis (?:group|working group|OEWG|"
    r"committee|council|assembly|session)\b|\bdistinguished delegates\b",
    re.I,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SESSION = re.compile(
    rf"\bsession\s+(\d{{1,3}})\b|\b(\d{{1,3}})(?:st|nd|rd|th)\s+(?:\w+\s+){{0,3}}?session\b|"
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[- ])?(?P<ones>{'|'.join(_ORDINALS)})\s+(?:\w+\s+){{0,2}}?session\b|"
    rf"\b(?P<round>{'|'.join(word[:-1] for word in _TENS)})ieth\s+(?:\w+\s+){{0,2}}?session\b",
    re.I,
)
_INTERSESSIONAL = re.compile(r"\binter-?sessional\b|\borgani[sz]ational session\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAD = 2_500
_READ = 20_000


# The element that a statement under an agenda item is about.
ITEM_ELEMENTS: dict[str | None, Element] = {
    "threats": "threats",
    "norms": "norms",
    "international law": "international-law",
    "confidence-building measures": "cbms",
    "capacity-building": "capacity-building",
    "regular institutional dialogue": "institutional-dialogue",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Forum, session, date and agenda item of a statement, each None where the document does not tell."""

    forum: str | None = None
    session: str | None = None
    when: When | None = None
    agenda_item: str | None = None


def find_setting(material: Material) -> Setting:
    """The setting of a statement. `session` is a number, "intersessional" or "organisational"."""
    lines = head_lines(material)
    heads = "\n".join((provenance(material), *lines))
    when = _when(material, heads)
    forum = _forum(material, heads, when)
    session = _session(heads) or _session(_spoken_session(material.document.text[:_LEAD]))
    agenda = find_agenda_item(material, (provenance(material), *lines), forum)
    return Setting(forum, session, when, agenda)


def _forum(material: Material, heads: str, when: When | None) -> str | None:
    for name, cue in _HEAD_FORUMS:
        if cue.search(heads):
            return name
    if named := _process_of(material, heads):
        return named
    text = material.document.text
    if _WORKING_GROUP.search(heads) and not _OTHER_GROUP.search(heads):
        return _which_group(heads + "\n" + text[:_READ], when)
    lead = text[:_LEAD]
    if (material.passages and material.passages[0].turn) or not _SPEECH.search(lead):
        return None
    for name, cue in _SPOKEN_FORUMS:
        if cue.search(lead):
            return name
    told = _in_working_group(text[:_READ], lead) or _has_its_agenda(material, heads, lead)
    return _which_group(text[:_READ], when) if told else None


def _has_its_agenda(material: Material, heads: str, lead: str) -> bool:
    """Is the text one on ICTs, spoken to a chair, on what only the working groups treat?"""
    if not _CYBER.search(lead):
        return False
    item = headed_item(material, tuple(heads.splitlines()))
    return item not in (None, "general exchange of views") or (
        _CHAIR.search(lead) is not None and _ITS_WORK.search(lead) is not None
    )


def _in_working_group(text: str, lead: str) -> bool:
    """Is the text spoken in a working group on ICTs: "this" one, or one named early or often?"""
    if "OEWG" not in text and "orking" not in text:
        return False
    named = _WORKING_GROUP.findall(text) or _WORKING_GROUP_ALONE.findall(text)
    if not named or _OTHER_GROUP.search(lead) or not _CYBER.search(text):
        return False
    return len(named) >= 3 or bool(_WORKING_GROUP.search(lead) or _THIS_GROUP.search(text))


def _which_group(words: str, when: When | None) -> str | None:
    """The working group that a text means: by the date, else by what it already knows of; None after both."""
    if when and when.earliest and when.latest:
        if when.latest <= _FIRST_END:
            return "OEWG 2019-2021"
        if when.earliest > _SECOND_END:
            return "Global Mechanism" if "Global Mechanism" in words else None
        if when.earliest > _FIRST_END:
            return "OEWG 2021-2025"
    first, second = len(_FIRST_GROUP.findall(words)), len(_SECOND_GROUP.findall(words))
    return "OEWG 2019-2021" if first > second else "OEWG 2021-2025"


def _process_of(material: Material, heads: str) -> str | None:
    """A process that the head names as the room, by its code or usual name; a user's own count too."""
    for number, line in enumerate(heads.splitlines()):
        for named in find_names(material.vocabulary, line, ("process",)):
            concept = named.concept
            if concept.code in _BY_DATE:
                continue
            if number == 0 or _AT.search(line[: named.start]) or _SESSION.search(line):
                return concept.code or concept.name
    return None


def _when(material: Material, heads: str) -> When | None:
    """The day of publication, else a date or year in the head."""
    published = material.document.published
    if published:
        return _calendar(published)
    for dated in find_dates(heads):
        if (
            dated.when.edtf
            and "/" not in dated.when.edtf
            and dated.when.earliest
            and len(dated.when.edtf) >= 7
        ):
            return dated.when
    year = _YEAR.search(re.sub(r"\b20\d\d\s*[-–]\s*20\d\d\b", " ", provenance(material)) or "")
    return _calendar(year.group()) if year else None


def _calendar(value: str) -> When:
    """The interval of an ISO day, month or year."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        day = date(parts[0], parts[1], parts[2])
        return When(value, value, day, day)
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return When(value, value, date(parts[0], parts[1], 1), date.fromordinal(following.toordinal() - 1))
    return When(value, value, date(parts[0], 1, 1), date(parts[0], 12, 31))


def _spoken_session(lead: str) -> str:
    """The words "this … session" in the lead of a speech."""
    match = re.search(
        r"\b(?:this|the|its|our)\s+(?:\w+[- ]){0,4}session\b(?! of the (?:Human Rights|General))", lead, re.I
    )
    return match.group() if match else ""


def _session(words: str) -> str | None:
    if match := _SESSION.search(words):
        return match[1] or match[2] or str(_spelled(match))
    held = _INTERSESSIONAL.search(words)
    return (
        None
        if held is None
        else "intersessional"
        if held.group().lower().startswith("inter")
        else "organisational"
    )


def _spelled(match: re.Match[str]) -> int:
    """The number of "seventy-fifth" and "eightieth"."""
    if match["round"]:
        return 10 * (_TENS.index(f"{match['round'].lower()}y") + 2)
    tens = 10 * (_TENS.index(match["tens"].lower()) + 2) if match["tens"] else 0
    return tens + _ORDINALS.index(match["ones"].lower()) + 1
