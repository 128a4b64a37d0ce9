"""Is a text the record of a meeting (communique) or does it speak for someone (statement)?

In: material. Out: the kind. A text that records or announces a meeting of parties is a communique; everything
else that speaks is a statement, also a leaders' joint statement that mentions no meeting.
"""

from __future__ import annotations

import re
from typing import Literal

from acquis.extractors.material import Material
from acquis.extractors.meeting_events import MEETING_NOUN, lead_passages
from acquis.extractors.parties import find_parties

Kind = Literal["communique", "statement"]

_SPEECH_SOURCE = re.compile(
    r"general debate|\b(?:statement|intervention|remarks|speech|address)\b|OEWG|open-ended working group|"
    r"first committee|security council|"
    r"general assembly|explanation of (?:vote|position)|right of reply|ad hoc committee|global mechanism|"
    r"\bGGE\b",
    re.I,
)
_RECORD_SOURCE = re.compile(
    r"\b(?:press note|press release|readout|communiqu|joint statement|joint press|news|media release)", re.I
)
_SPEECH_HEAD = re.compile(
    r"general debate|\bstatements? (?:by|of|from|on behalf)|\bintervention\b|\bremarks\b|\bspeech\b|"
    r"\baddress (?:by|to)\b|general exchange of views|"
    r"\bpress (?:briefing|gaggle|call|conference)\b|\bgaggle\b|fact ?sheet|explanation of (?:vote|position)|"
    r"right of reply|\bnational statement\b|"
    r"working paper|executive order|proclamation|\bmemorandum (?:on|for)\b|\bletter (?:to|on)\b|nominat|"
    r"\bagenda item\b|statement$|\binterview\b|"
    r"national position|\bvideo message\b|open debate|arria|\binformation materials\b|\bnotice on\b",
    re.I,
)
_RECORD_HEAD = re.compile(
    r"\bread-?outs?\b|\bjoint (?:statement|communiqu[eé]|press|declaration|readout|media|summary)|"
    r"\bcommuniqu[eé]\b|press (?:release|statement|note)|"
    r"\boutcomes? (?:statement|document)|co-?chairs?[’']? (?:statement|summary)|chair[’']?s (?:statement|"
    r"summary)|media (?:release|note)",
    re.I,
)
_MEETING_HEAD = re.compile(
    rf"\b(?:{MEETING_NOUN}|visit|travel|call|ministerial|commission|session of the|strategic partnership)\b",
    re.I,
)
_SPOKESPERSON = re.compile(r"\bspokes(?:person|man|woman)\b", re.I)
_ADDRESS = re.compile(
    r"(?:^|\n\n|[.!?]\s)\s*(?:thank you,? (?:very much,? |so much,? )?(?:mr|madam|chair|president|excellenc|"
    r"distinguished|ambassador)|(?:mr\.?|madam|mister|dear) (?:chair|president|speaker|secretary|vice|"
    r"colleague)|"
    r"chair(?:man|person|woman)?,|co-?chairs?,|colleagues,|distinguished|excellenc|honou?rable|"
    r"ladies and gentlemen)|\bmy (?:delegation|country|government)\b|"
    r"\b(?:your|the) chair's (?:guiding|draft)\b|\bthis (?:assembly|hall|rostrum|oewg|august)\b|"
    r"\bmr\.? (?:chair(?:man)?|president),|\bthe floor\b|\bmadam (?:chair|president)\b",
    re.I,
)
_FIRST_PERSON = re.compile(
    r"(?<![\w’'])I(?:[’'](?:ve|m|d|ll))?(?= (?:am|have|had|was|will|would|wish|thank|want|would|also|"
    r"welcome|say|think|believe|commend|join|signed|congratulate|look|know|deliver|take|applaud|spoke|met|"
    r"align)\b)"
)
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^’]{0,400}’(?=[\s,.])")
_MET = re.compile(
    rf"\b(?:met|convened|gathered|came together|sat down|reconvened)\b(?! the (?:criteria|requirements|"
    rf"target|need|goal|challenge))|"
    rf"\b(?:{MEETING_NOUN}|visit|edition|round|session)\b[^.;]{{0,160}}?\b(?:took place|(?:was|were|is|are|"
    rf"being|to be) (?:held|convened|hosted|co-?chaired|chaired|led|co-?hosted)|concluded|will (?:be held|"
    rf"take place)|takes place)\b|"
    rf"\b(?:held|holds?|holding|hosted|hosts|hosting|co-?hosted|convened|conducted|concluded|co-?chaired|"
    rf"chaired|wrapped up|launched|organi[sz]ed|attended|participated in|had|will hold|will host)\s+"
    rf"(?:[\w.’'&()/,–-]+\s+){{0,16}}?(?:{MEETING_NOUN}|visit)\b|"
    r"\bhave convened|\bhaving (?:met|gathered|convened)|\bbriefed (?:\w+ ){0,3}(?:ambassadors|"
    r"representatives|counterparts|partners|allies|diplomats|officials)|"
    r"\btravel+ed to\b|\bon the occasion of (?:the|their|our|this)\b|\bthis historic occasion\b|"
    r"\bspoke (?:today |yesterday |by \w+ )?(?:with|to)\b",
    re.I,
)
_WE = re.compile(r"\b(?:we|our)\b", re.I)
_FORUM = re.compile(
    r"\b(?:OEWG|open-ended working group|first committee|security council|general assembly|"
    r"substantive session|UNGA|global mechanism|UNSC)\b",
    re.I,
)
_LEAD = 5
_HEAD_LENGTH = 3_000


def find_kind(material: Material) -> Kind:
    """The kind of a document, from its title, its first sentences and whether somebody says "I"."""
    document = material.document
    title = document.title or ""
    source = document.provenance or ""
    if any(passage.turn for passage in material.passages[:12]):
        return "statement"
    if _SPEECH_SOURCE.search(source) and not _RECORD_SOURCE.search(source):
        return "statement"
    speech = bool(_SPEECH_HEAD.search(title)) and not (
        _RECORD_HEAD.search(title) or _SPOKESPERSON.search(title)
    )
    in_forum = _FORUM.search(title) and re.search(r"\bstatement|\bintervention|\bremarks", title, re.I)
    if speech or (in_forum and not _SPOKESPERSON.search(title)) or _addressed(document.text):
        return "statement"
    if _MEETING_HEAD.search(title) and _RECORD_HEAD.search(title):
        return "communique"
    if not _met(material) or (_speaks_alone(material) and not _RECORD_HEAD.search(title)):
        return "statement"
    return "communique"


def _speaks_alone(material: Material) -> bool:
    """Does one State say "we" of itself, and tell of a workshop that it held?"""
    head = _QUOTED.sub(" ", material.document.text[:_HEAD_LENGTH])
    return len(_WE.findall(head)) > 2 and len(find_parties(material).codes) < 2


def _addressed(text: str) -> bool:
    """Does somebody speak to a chair, or of himself outside of quotes?"""
    head = _QUOTED.sub(" ", text[:_HEAD_LENGTH])
    return bool(_ADDRESS.search(head) or _FIRST_PERSON.search(head))


def _met(material: Material) -> bool:
    """Do the first sentences tell of a meeting?"""
    lead = [material.words(passage)[:1500] for passage in lead_passages(material, _LEAD)]
    return any(_MET.search(words) for words in lead)
