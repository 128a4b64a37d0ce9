"""The agenda item under which a statement was made, by the contract's names.

In: the lines over a statement and its first sentences. Out: one of seven names, or None.
"""

from __future__ import annotations

import re

from acquis.extractors.material import Material

_ITEMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("general exchange of views", re.compile(r"\bgeneral (?:exchange of views|statement|debate|remarks|"
        r"exchange)\b|\bopening (?:statement|remarks)\b|\bexchange of views\b", re.I)),
    ("threats", re.compile(r"\b(?:existing and (?:potential|emerging)\s+)?threats?\b(?! actor)", re.I)),
    ("norms", re.compile(r"\b(?:rules,? norms (?:and|&) principles|norms)\b", re.I)),
    ("international law", re.compile(r"\binternational (?:humanitarian )?law\b", re.I)),
    ("confidence-building measures", re.compile(r"\bconfidence[- ]building(?: measures?)?\b|\bCBMs?\b|"
        r"\bpoints? of contact\b|\bPoC\b", re.I)),
    ("capacity-building", re.compile(r"\bcapacity[- ](?:building|development)\b", re.I)),
    ("regular institutional dialogue", re.compile(r"\b(?:regular )?institutional dialogue\b|\bRID\b|"
        r"\bprogramme of action\b|\b(?:future )?permanent mechanism\b", re.I)),
)  # fmt: skip
_DANGERS = (
    "threats",
    re.compile(
        r"\bthreats?\b(?! actor)|\bcyber-?\s?attacks?\b|\bransomware\b|\bmalicious\b|\battacks? on\b", re.I
    ),
)
_ANNOUNCED = re.compile(
    r"\b(?:agenda item|item|topic|issue|section|cluster|discussion|segment|theme|subject|session|chapter|"
    r"pillar|debate)s?\b[^.;:]{0,30}?\b(?:of|on|about|entitled|titled|:)?\s*"
    r"|\b(?:on|under|regarding|concerning|turning to|with (?:regard|respect) to|in relation to|address|"
    r"speak (?:on|to|about)|remarks on|views on|statement on|when it comes to)\s+(?:the\s+|how\s+)*",
    re.I,
)
_ROOMS = ("OEWG", "GGE", "Global Mechanism")
# Rooms with other agendas.
_OTHER_ROOMS = frozenset(
    {"UN General Debate", "UN Security Council", "First Committee", "Ad Hoc Committee on Cybercrime"}
)
_CHAIRED = re.compile(r"\bChair(?:man|person|woman)?\b|\bVice-Chair\b")
_LEAD = 4
_READ = 1_500


def find_agenda_item(material: Material, lines: tuple[str, ...], forum: str | None) -> str | None:
    """The item named in the head, else the one that the first sentences announce.

    Where the forum is not known, only a head that names the item of a text spoken to a chair counts.
    """
    lead = " ".join(material.words(passage) for passage in material.passages[:_LEAD])
    if forum in _OTHER_ROOMS:
        return None
    if (item := headed_item(material, lines)) or forum is None or not forum.startswith(_ROOMS):
        return item
    for match in _ANNOUNCED.finditer(lead):
        for name, cue in _ITEMS:
            if cue.match(lead, match.end()):
                return name
    return _dominant(material)


def headed_item(material: Material, lines: tuple[str, ...]) -> str | None:
    """The item that the head of a text spoken to a chair names."""
    text = material.document.text[:_READ]
    items = (_only(line) for line in lines)
    return next((item for item in items if item), None) if _CHAIRED.search(text) or not text else None


def _only(line: str) -> str | None:
    """The item a head line names; the general exchange goes before the words of its own title."""
    found = [name for name, cue in _ITEMS if cue.search(line)]
    if not found or (len(found) > 2):
        return None
    return found[0]


def _dominant(material: Material) -> str | None:
    """The item of which a short text speaks most: twice as often as of any other."""
    text = material.document.text
    counts = sorted(
        ((len(cue.findall(text[:6_000])), name) for name, cue in (_DANGERS, *_ITEMS[2:])), reverse=True
    )
    (most, name), (next_most, _) = counts[0], counts[1]
    return name if most >= 3 and most >= 2 * next_most else None
