"""Which of the six elements a passage is about: words of each element, and whether the passage is about ICTs.

In: a passage and what stands around it. Out: the elements in the order in which the passage names them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from acquis.extractors.table_elements import at_table
from acquis.model.claim import Act, Element


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ICT = re.compile(
    r"\bcyber\w*|\bICTs?\b|\binformation and (?:tele)?communications? technolog\w+|\binformation "
    r"(?:security|systems)\b|\b(?:the )?internet\b|\bonline\b|"
    r"\bhack(?:er|ers|ing|ed)\b|\bransomware\b|\bmalware\b|\bOEWG\b|\bvirtual (?:world|space|domain)\b|"
    r"\bspyware\b|\bdigital (?:domain|space|infrastructure|technolog\w+)\b|"
    r"\binformation and telecommunications\b|\binterception of\b|\badvanced persistent threat\b|"
    r"\bdigitali[sz]ation\b|\bmisuse of (?:\w+ )?technolog\w+",
    re.I,
)
_POINTS_BACK = re.compile(
    r"^\W*(?:(?:but|and|yet|also|however|indeed|therefore|that is why|for this reason|in this (?:regard|"
    r"context|respect)),?\s+)*(?:this|these|that|those|such|they|it|there|the process)\b|\b(?:such|these|"
    r"those) (?:attacks|technologies|threats|activities|acts|actions|risks|incidents|practices|measures|"
    r"norms|efforts)\b",
    re.I,
)

_INTERNATIONAL_LAW = re.compile(
    r"\binternational (?:humanitarian |human rights )?law\b|\b(?:UN|United Nations) Charter\b|\bCharter "
    r"of the United Nations\b|\bIHL\b|\bsovereignty\b|"
    r"\bstate responsibility\b|\bcountermeasures\b|\bself-defen[cs]e\b|\bnon-intervention\b|\b(?:use|"
    r"prohibition) of (?:the )?force\b|\blawless\b|\blegally binding\b|"
    r"\b(?:violation|respect|protection|promotion)s? (?:of|for) (?:\w+ ){0,2}human rights\b|\bhuman "
    r"rights (?:and fundamental freedoms )?(?:apply|online|law)\b|\bright to privacy\b|"
    r"\bfreedom of (?:expression|opinion|association|speech)\b|\binternationally wrongful\b|\bdue "
    r"diligence\b|\bpeaceful settlement of disputes\b|\bNational positions?\b",
    re.I,
)
_NORMS = re.compile(
    r"\bnorms?\b(?! group)|\bresponsible state behaviou?r\b|\bresponsible behaviou?r\b|\brules of the "
    r"road\b|\bframework (?:of|for) responsible\b|"
    r"\bbehaviou?r in cyberspace\b|\bresponsible nations\b|\bregulate the conduct\b|\brules and "
    r"(?:principles|norms)\b|\bcommitments to refrain\b|\bspecial rules\b|\buniversal (?:agreements|rules)\b",
    re.I,
)
_CBMS = re.compile(
    r"\bconfidence[- ]building\b|\bCBMs?\b|\bpoints? of contact\b|\bPoCs?\b(?! (?:of|for) action)|"
    r"\btransparency measures\b|\bcommunication channels?\b|\bhotlines?\b|\bconfidence and trust\b|\bping "
    r"test\b|\bcontact points?\b",
    re.I,
)
_CAPACITY = re.compile(
    r"\bcapacity[- ](?:building|development)\b|\bbuild(?:ing)? (?:\w+ ){0,3}capacit(?:y|ies)\b|"
    r"\b(?:increase|enhance|strengthen|develop|improve|boost)\w*(?: \w+){0,3} capacit(?:y|ies)\b|"
    r"\b(?:lack|limited|insufficient|scarce) (?:of )?(?:\w+ ){0,3}(?:capacit(?:y|ies)|resources|expertise|"
    r"skills)\b|\btechnical assistance\b|\bfinancial and technical assistance\b|\blevelling up\b|"
    r"\b(?:assist|assisting|help|helping|support|supporting) (?:\w+ ){0,2}(?:countries|states|member "
    r"states|partners|nations)(?: \w+)? (?:to|in|with|build|protect|develop|strengthen)\b|"
    r"\bhelping (?:other|developing|member) (?:countries|states)\b|\b(?:countries|states) face in "
    r"developing\b|\b(?:cyber|cyber security|joint|table-?top) exercises?\b|\bshare (?:its|our|their) "
    r"experience\b|"
    r"\bcapacity (?:gaps?|needs|constraints)\b|\bcapacities\b|\bdigital (?:divide|gap)\b|\bTallinn Mechanism\b|\bGlobal Forum on Cyber Expertise\b|\bGFCE\b|\bneeds of (?:\w+ ){0,2}"
    r"developing (?:countries|states)\b|\bdeveloping "
    r"(?:frameworks and )?(?:\w+ )?capabilities\b|\bfellowships?\b|\btrust fund\b|"
    r"\b(?:cyber|cybersecurity|law enforcement) (?:and \w+ )?capacit(?:y|ies)\b|\bCentre of Excellence\b|"
    r"\bCyber Programme\b|\btraining (?:courses?|programmes?|programs?|of)\b|\bhelp us (?:accelerate|to|"
    r"build)\b",
    re.I,
)
_CAPACITY_NOUN = re.compile(r"\bcapacit(?:y|ies)\b", re.I)
_DIALOGUE = re.compile(
    r"\binstitutional dialogue\b|\bOEWG\b|\bopen[- ]ended working group\b|\bGGEs?\b|\bgroups? of "
    r"governmental experts\b|\bprogramme? of action\b|\bPoA\b|\bpermanent mechanism\b|\bglobal mechanism\b|"
    r"\bcyber (?:policy |security |cooperation )?(?:dialogue|consultations|working group)s?\b|\bARF ISM\b|"
    r"\bthis (?:working )?group['’]?s?\b(?= (?:is|has|can|will|should|must|work))|\bsingle[- ]track\b|"
    r"\bplenary sessions\b|\bthematic groups\b|\bstakeholder modalities\b|"
    r"\bannual progress reports?\b|\bAPRs?\b|\bforum that can develop\b",
    re.I,
)
# The room in which a text is spoken is its subject only where it names no other.
_ROOM = re.compile(r"OEWG|open-ended|this|annual|APR", re.I)
_THREATS = re.compile(
    r"\bthreats?\b|\bcyber-?\s?(?:attacks?|crime|criminals?|threats?|terrorism|espionage|arms|war\w*|"
    r"incidents?)\b|\bmalicious\b|\bransomware\b|\bmalware\b|\battacks?\b|\bhack\w*|\bmisuse\b|"
    r"\bdisinformation\b|\bmisinformation\b|"
    r"\bespionage\b|\bvulnerabilit(?:y|ies)\b|\brisks?\b|\bmilitari[sz]\w+|\bweapons?\b|\bbattlefield\b|"
    r"\bsabotage\b|\bdisrupti\w+|\binterference\b|\birresponsible\b|\bdestabili[sz]ing\b|\btheft\b|"
    r"\bexploit\w*|\bintrusions?\b|\bspyware\b|\bextortion\b|\bassault\b",
    re.I,
)
_NAMED_THREAT = re.compile(
    r"\bthreats?\b(?! (?:information|intelligence|actors?|data|sharing))|\bcyber-?\s?(?:attacks?|"
    r"terrorism|espionage|war\w*)\b|\bmalicious (?:use|cyber|ICT|activit)\w*|\bmisuse\b|\bbattlefield\b|"
    r"\bweapons? of war\b|\bmilitari[sz]\w+|\bsuch attacks\b",
    re.I,
)
_OTHER_DANGER = re.compile(
    r"\b(?:terroris\w+|outer space|nuclear|missiles?|climate|chemical|biological|pandemics?|famine|"
    r"drought|piracy at sea)\b",
    re.I,
)
_FIGHTING = re.compile(
    r"\b(?:counter|combat|mitigate|respond|fight|sharing|protect|prevent|reduce|disrupt|defend|detect|"
    r"improv|resilien)\w*\b[^.]{0,60}$",
    re.I,
)
_CRIME_TREATY = re.compile(
    r"\bcybercrime (?:treaty|convention)\b|\bconvention (?:on|against) cyber ?crime\b|\bbudapest "
    r"convention\b|\bcriminal purposes\b|\bUN convention against cybercrime\b|\bhanoi convention\b",
    re.I,
)

_BLAME: frozenset[str] = frozenset({"concern", "condemnation"})
_ADDRESSED = re.compile(r"\baddress\w*\b[^.;]{0,120}\b(?:cyber|ICT|hybrid)[\w ]{0,20} threats\b", re.I)
# A passage without any of these words is about none of the elements: a cheap test before the patterns.
ICT_WORDS = _words(
    """
    cyber cyberspace cybersecurity cyberattack cyberattacks cybercrime cybercrimes cybercriminal
    cybercriminals cyberthreat cyberthreats cyberterrorism cyberdefence cyberdefense cyberincident
    cyberincidents cyberespionage cyberwar cyberwarfare cybersphere cyberarms cyberactivity
    cyberactivities cyberoperations cyberdiplomacy cyberweapons cyberresilience cybercapacity ict icts
    internet online hack hacker hackers hacking hacked ransomware malware oewg spyware interception
    telecommunications telecommunication digitalization digitalisation
    """
)
ICT_HINTS = _words("information digital virtual persistent misuse")
_CUES: tuple[tuple[Element, frozenset[str], re.Pattern[str]], ...] = (
    (
        "international-law",
        _words(
            "law charter ihl sovereignty responsibility countermeasures defence defense intervention "
            "force lawless binding rights privacy freedom"
            " wrongful diligence disputes positions position"
        ),
        _INTERNATIONAL_LAW,
    ),
    (
        "norms",
        _words("norm norms behaviour behavior rules framework nations regulate refrain agreements"),
        _NORMS,
    ),
    (
        "cbms",
        _words(
            "confidence cbm cbms contact contacts poc pocs transparency channel channels hotline hotlines ping"
        ),
        _CBMS,
    ),
    (
        "capacity-building",
        _words(
            "capacity capacities technical levelling exercise exercises experience divide gap fellowship "
            "fellowships fund assist assisting help helping support"
            " supporting developing excellence programme training resources expertise skills tallinn gfce"
        ),
        _CAPACITY,
    ),
    (
        "institutional-dialogue",
        _words(
            "institutional oewg working gge gges experts action poa mechanism dialogue dialogues "
            "consultations group track plenary thematic modalities"
            " progress apr aprs forum"
        ),
        _DIALOGUE,
    ),
)
_THREAT_WORDS = _words(
    """
    threat threats cyber malicious ransomware malware attack attacks misuse disinformation misinformation
    espionage vulnerability vulnerabilities risk risks weapon weapons battlefield sabotage disruption
    disruptions disruptive interference irresponsible destabilizing destabilising theft exploit exploits
    exploited exploiting exploitation intrusion intrusions spyware extortion assault incident incidents
    cyberattack cyberattacks cybercrime cybercrimes cybercriminal cybercriminals cyberthreat cyberthreats
    cyberterrorism cyberespionage cyberarms cyberwar cyberwarfare cyberincident cyberincidents
    militarization militarisation militarize militarise hack hacker hackers hacking hacked
    """
)


class View(NamedTuple):
    """A passage as text and as lower-case tokens.

    `own`, `before` and `near` say whether it, the passage before it, and those around it speak of ICTs;
    `table` that the document tells of a standing cyber dialogue, of which it is then a part.
    """

    text: str
    tokens: Sequence[str]
    own: bool
    before: bool
    near: bool
    table: bool = False


def speaks_of_ict(text: str, tokens: Sequence[str]) -> bool:
    """Is a passage about information and communications technologies?"""
    if not ICT_WORDS.isdisjoint(tokens):
        return True
    return not ICT_HINTS.isdisjoint(tokens) and ICT.search(text) is not None


def elements_of(view: View, *, act: Act | None = None) -> list[Element]:
    """The elements of a passage, first named first; empty where it is not about ICTs or capacity-building."""
    words = view.text
    found = _named(view)
    threatens = (view.own or view.near) and not _THREAT_WORDS.isdisjoint(view.tokens)
    if (
        (found or threatens)
        and _CRIME_TREATY.search(words)
        and not any(cue.search(words) for _, _, cue in _CUES[1:])
    ):
        return []
    if threatens and _is_subject(view) and (at := _threat(words, act)) is not None:
        found.append((at, "threats"))
    if view.table:
        found += at_table(words, act, any(element == "threats" for _, element in found))
    return [element for _, element in sorted(found)]


def _named(view: View) -> list[tuple[int, Element]]:
    """Where the words of each element stand; without ICTs near by, only capacity-building counts."""
    found: list[tuple[int, Element]] = []
    about = view.own or (view.near and not _OTHER_DANGER.search(view.text))
    for element, signs, cue in _CUES if about else _CUES[3:4]:
        if not signs.isdisjoint(view.tokens) and (match := cue.search(view.text)):
            aside = element == "institutional-dialogue" and _ROOM.match(match.group())
            found.append((len(view.text) if aside else match.start(), element))
    if view.own and all(element != "capacity-building" for _, element in found):
        found += [(match.start(), "capacity-building") for match in _CAPACITY_NOUN.finditer(view.text)][:1]
    return found


def _is_subject(view: View) -> bool:
    """Is a threat here one to ICTs: by its own words, by what it points back to, or as a named threat?"""
    if view.own:
        return True
    if _OTHER_DANGER.search(view.text):
        return False
    return bool((view.before and _POINTS_BACK.search(view.text)) or _NAMED_THREAT.search(view.text))


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
