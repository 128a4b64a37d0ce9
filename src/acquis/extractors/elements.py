"""Which of the six elements a passage is about: words of each element, and whether the passage is about ICTs.

In: the words of a passage and of those around it. Out: the elements in the order in which the passage names them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from acquis.model.claim import Act, Element

ICT = re.compile(
    r"\bcyber\w*|\bICTs?\b|\binformation and (?:tele)?communications? technolog\w+|\binformation (?:security|systems)\b|\b(?:the )?internet\b|\bonline\b|"
    r"\bhack(?:er|ers|ing|ed)\b|\bransomware\b|\bmalware\b|\bOEWG\b|\bvirtual (?:world|space|domain)\b|\bspyware\b|\bdigital (?:domain|space|infrastructure|technolog\w+)\b|"
    r"\binformation and telecommunications\b|\binterception of\b|\badvanced persistent threat\b|\bdigitali[sz]ation\b",
    re.I,
)
_POINTS_BACK = re.compile(r"^\W*(?:(?:but|and|yet|also|however|indeed|therefore|that is why|for this reason|in this (?:regard|context|respect)),?\s+)*(?:this|these|that|those|such|they|it|there|the process)\b|\b(?:such|these|those) (?:attacks|technologies|threats|activities|acts|actions|risks|incidents|practices|measures|norms|efforts)\b", re.I)

_INTERNATIONAL_LAW = re.compile(
    r"\binternational (?:humanitarian |human rights )?law\b|\b(?:UN|United Nations) Charter\b|\bCharter of the United Nations\b|\bIHL\b|\bsovereignty\b|"
    r"\bstate responsibility\b|\bcountermeasures\b|\bself-defen[cs]e\b|\bnon-intervention\b|\b(?:use|prohibition) of (?:the )?force\b|\blawless\b|\blegally binding\b|"
    r"\b(?:violation|respect|protection|promotion)s? (?:of|for) (?:\w+ ){0,2}human rights\b|\bhuman rights (?:and fundamental freedoms )?(?:apply|online|law)\b|\bright to privacy\b|"
    r"\bfreedom of (?:expression|opinion|association|speech)\b|\binternationally wrongful\b|\bdue diligence\b|\bpeaceful settlement of disputes\b|\bNational positions?\b",
    re.I,
)
_NORMS = re.compile(
    r"\bnorms?\b(?! group)|\bresponsible state behaviou?r\b|\bresponsible behaviou?r\b|\brules of the road\b|\bframework (?:of|for) responsible\b|"
    r"\bbehaviou?r in cyberspace\b|\bresponsible nations\b|\bregulate the conduct\b|\brules and (?:principles|norms)\b|\bcommitments to refrain\b|\bspecial rules\b|\buniversal (?:agreements|rules)\b",
    re.I,
)
_CBMS = re.compile(
    r"\bconfidence[- ]building\b|\bCBMs?\b|\bpoints? of contact\b|\bPoCs?\b(?! (?:of|for) action)|\btransparency measures\b|\bcommunication channels?\b|\bhotline\b|\bconfidence and trust\b|\bping test\b",
    re.I,
)
_CAPACITY = re.compile(
    r"\bcapacity[- ](?:building|development)\b|\bbuild(?:ing)? (?:\w+ ){0,3}capacit(?:y|ies)\b|\b(?:increase|enhance|strengthen|develop|improve|boost)\w*(?: \w+){0,3} capacit(?:y|ies)\b|"
    r"\b(?:lack|limited|insufficient|scarce) (?:of )?(?:\w+ ){0,3}(?:capacit(?:y|ies)|resources|expertise|skills)\b|\btechnical assistance\b|\bfinancial and technical assistance\b|\blevelling up\b|"
    r"\b(?:assist|assisting|help|helping|support|supporting) (?:\w+ ){0,2}(?:countries|states|member states|partners|nations)(?: \w+)? (?:to|in|with|build|protect|develop|strengthen)\b|"
    r"\bhelping (?:other|developing|member) (?:countries|states)\b|\b(?:countries|states) face in developing\b|\b(?:cyber|cyber security|joint|table-?top) exercises\b|\bshare (?:its|our|their) experience\b|"
    r"\bcapacity (?:gaps?|needs|constraints)\b|\bcapacities\b|\bdigital (?:divide|gap)\b|\bdeveloping (?:frameworks and )?(?:\w+ )?capabilities\b|\bfellowships?\b|\btrust fund\b|"
    r"\b(?:cyber|cybersecurity|law enforcement) (?:and \w+ )?capacit(?:y|ies)\b|\bCentre of Excellence\b|\bCyber Programme\b|\btraining (?:courses?|programmes?|programs?|of)\b|\bhelp us (?:accelerate|to|build)\b",
    re.I,
)
_CAPACITY_NOUN = re.compile(r"\bcapacit(?:y|ies)\b", re.I)
_DIALOGUE = re.compile(
    r"\binstitutional dialogue\b|\bOEWG\b|\bopen[- ]ended working group\b|\bGGEs?\b|\bgroups? of governmental experts\b|\bprogramme? of action\b|\bPoA\b|\bpermanent mechanism\b|\bglobal mechanism\b|"
    r"\bcyber (?:policy |security |cooperation )?(?:dialogue|consultations|working group)s?\b|\bARF ISM\b|\bthis (?:working )?group['’]?s?\b(?= (?:is|has|can|will|should|must|work))|\bsingle[- ]track\b|\bplenary sessions\b|\bthematic groups\b|\bstakeholder modalities\b|"
    r"\bannual progress reports?\b|\bAPRs?\b|\bforum that can develop\b",
    re.I,
)
_THREATS = re.compile(
    r"\bthreats?\b|\bcyber-?\s?(?:attacks?|crime|criminals?|threats?|terrorism|espionage|arms|war\w*|incidents?)\b|\bmalicious\b|\bransomware\b|\bmalware\b|\battacks?\b|\bhack\w*|\bmisuse\b|\bdisinformation\b|\bmisinformation\b|"
    r"\bespionage\b|\bvulnerabilit(?:y|ies)\b|\brisks?\b|\bmilitari[sz]\w+|\bweapons?\b|\bbattlefield\b|\bsabotage\b|\bdisrupti\w+|\binterference\b|\birresponsible\b|\bdestabili[sz]ing\b|\btheft\b|\bexploit\w*|\bintrusions?\b|\bspyware\b|\bextortion\b|\bassault\b",
    re.I,
)
_NAMED_THREAT = re.compile(
    r"\bthreats?\b(?! (?:information|intelligence|actors?|data|sharing))|\bcyber-?\s?(?:attacks?|terrorism|espionage|war\w*)\b|\bmalicious (?:use|cyber|ICT|activit)\w*|\bmisuse\b|\bbattlefield\b|\bweapons? of war\b|\bmilitari[sz]\w+|\bsuch attacks\b",
    re.I,
)
_OTHER_DANGER = re.compile(r"\b(?:terroris\w+|outer space|nuclear|missiles?|climate|chemical|biological|pandemics?|famine|drought|piracy at sea)\b", re.I)
_FIGHTING = re.compile(
    r"\b(?:counter|combat|mitigate|respond|fight|share|sharing|protect|prevent|reduce|disrupt|defend|detect|improv|resilien)\w*\b[^.]{0,60}$", re.I
)
_CRIME_TREATY = re.compile(r"\bcybercrime (?:treaty|convention)\b|\bconvention (?:on|against) cyber ?crime\b|\bbudapest convention\b|\bcriminal purposes\b|\bUN convention against cybercrime\b|\bhanoi convention\b", re.I)

_BLAME: frozenset[str] = frozenset({"concern", "condemnation"})
_ADDRESSED = re.compile(r"\baddress\w*\b[^.;]{0,120}\b(?:cyber|ICT|hybrid)[\w ]{0,20} threats\b", re.I)
_CUES: tuple[tuple[Element, re.Pattern[str]], ...] = (
    ("international-law", _INTERNATIONAL_LAW),
    ("norms", _NORMS),
    ("cbms", _CBMS),
    ("capacity-building", _CAPACITY),
    ("institutional-dialogue", _DIALOGUE),
)


class Around(NamedTuple):
    """What stands around a passage: the words of the one before, and those of a few before and after."""

    before: str
    near: str


def elements_of(words: str, around: Around, *, act: Act | None = None) -> list[Element]:
    """The elements that a passage is about, first named first; empty where it is not about ICTs or capacity-building."""
    own = ICT.search(words) is not None
    if _CRIME_TREATY.search(words) and not _other_than_crime(words):
        return []
    about = own or bool(not _OTHER_DANGER.search(words) and _POINTS_BACK.search(words) and ICT.search(around.before))
    near = about or ICT.search(around.near) is not None
    found: list[tuple[int, Element]] = []
    for element, cue in _CUES:
        match = cue.search(words)
        if match and (near or element == "capacity-building"):
            found.append((match.start(), element))
    if own and not any(element == "capacity-building" for _, element in found) and (capacity := _CAPACITY_NOUN.search(words)):
        found.append((capacity.start(), "capacity-building"))
    if (about or (near and _NAMED_THREAT.search(words) and not _OTHER_DANGER.search(words))) and (at := _threat(words, act)) is not None:
        found.append((at, "threats"))
    return [element for _, element in sorted(found)]


def _other_than_crime(words: str) -> bool:
    return any(cue.search(words) for _, cue in _CUES[1:])


def _threat(words: str, act: Act | None) -> int | None:
    """Where the passage speaks of a threat as such, and not of what is done against it."""
    if act in _BLAME:
        match = _THREATS.search(words)
        return match.start() if match else None
    if act == "commitment":
        addressed = _ADDRESSED.search(words)
        return addressed.start() if addressed else None
    match = _NAMED_THREAT.search(words)
    if match is None or act in ("report", "exchange", "offer"):
        return None
    return None if act != "call" and _FIGHTING.search(words[: match.start()]) else match.start()
