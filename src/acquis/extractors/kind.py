"""Is a text the record of a meeting (communique) or does it speak for someone (statement)?"""

from __future__ import annotations

import re
from typing import Literal

from acquis.extractors.material import Material

Kind = Literal["communique", "statement"]

_SPEECH_HEAD = re.compile(
    r"general debate|\bstatement (?:by|of|from|on behalf)|\bintervention\b|\bremarks\b|\bspeech\b|\baddress by\b|general exchange of views|"
    r"\bpress (?:briefing|gaggle|call|conference)\b|fact sheet|explanation of (?:vote|position)|right of reply|\bnational statement\b|working paper",
    re.I,
)
_MEETING_HEAD = re.compile(
    r"\b(?:dialogues?|consultations?|readout|read-out|meetings?|talks|summit|round ?table|conference|workshop|visit|travel|call with|communiqu[eé]|"
    r"joint commission|working group|steering group|2\+2|ministerial|council|session of the|co-?chairs?|strategic partnership)\b",
    re.I,
)
_ADDRESS = re.compile(
    r"^(?:Thank you,? (?:very much,? )?(?:Mr|Madam|Chair|Mister)|(?:Mr\.?|Madam|Mister) (?:Chair|President|Speaker)|Chair(?:man|person)?,|Distinguished|Excellenc)|"
    r"\bmy (?:delegation|country|government)\b|\bI (?:have the honou?r|am (?:honou?red|pleased|delighted)|wish|would like|thank)\b|\b(?:your|the) Chair's (?:guiding|draft)\b|\bthis (?:Assembly|Hall|rostrum)\b",
    re.I | re.M,
)
_MET = re.compile(
    r"\b(?:met|meets|meeting|convened|co-?chaired|took place|hosted|gathered|(?:held|holds?|holding) (?:a|an|the|their|its|his|her|high|bilateral|fruitful|talks|consultations|\d)|"
    r"was held|were held|will be held|will take place|will hold|will meet|briefed|spoke (?:with|by|to)|concluded (?:the|their)|travel+ed to|visited|participated in|roundtable|"
    r"both sides|the two sides|the (?:2|\w+) sides|co-?chairs|discussed|exchanged views)\b",
    re.I,
)
_LEAD = 6


def find_kind(material: Material) -> Kind:
    """The kind of a document, from its title, its first sentences and whether somebody speaks in the first person."""
    document = material.document
    title = document.title or ""
    if (document.provenance and _SPEECH_HEAD.search(document.provenance)) or any(p.turn for p in material.passages[:12]):
        return "statement"
    lead = [material.words(passage) for passage in material.passages[:_LEAD]]
    met = sum(bool(_MET.search(words)) for words in lead)
    addressed = len(_ADDRESS.findall(document.text[:20_000]))
    score = 2.0 * bool(_MEETING_HEAD.search(title)) + 1.0 * min(met, 3)
    score -= 2.0 * bool(_SPEECH_HEAD.search(title)) * (not _MEETING_HEAD.search(title)) + 1.5 * min(addressed, 3)
    return "communique" if score >= 2 else "statement"
