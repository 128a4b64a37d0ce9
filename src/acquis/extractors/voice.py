"""In whose name the record of a meeting speaks: all parties, one traveller's State, host and guests, a group.

In: material and the parties of the meeting. Out: codes, or guests as printed, for what "we" and "they" said.
"""

from __future__ import annotations

import re

from acquis.extractors.joint_speakers import expanded, is_joint, joint_speakers, members_of
from acquis.extractors.material import Material
from acquis.extractors.names import code_of_publisher
from acquis.extractors.parties import Parties
from acquis.extractors.principals import most_named_together, opening_subjects

_TRAVEL = re.compile(r"\b(?:travels?|trip|visits?|tour)\b", re.I)
_BOTH = re.compile(
    r"\b(?:the two|both) (?:sides|countries|governments|delegations|parties|leaders|ministers)\b|"
    r"\bthey (?:also )?(?:agreed|committed|reaffirmed|decided|pledged)\b",
    re.I,
)
_WE_OF = re.compile(r"\W*We,? (?:the )?(?:[\w’'-]+ ){0,6}?(?:of|from) (?=the|[A-Z])")
_GUESTS = re.compile(
    r"\b(?:held|hosted|convened|met|chaired|led)\b[^.;:]{0,120}?\b(?:with|for|bringing together)\s+"
    r"(?:(?:senior |government )?(?:representatives|dignitaries|officials|ministers|ambassadors|"
    r"counterparts|leaders|delegations) (?:from|of) )?(?:the |several |many |some |\d+ |a number of |other )?"
    r"(?P<who>(?:[a-z][\w-]+ ){1,3}(?:nations|countries|states|governments|partners|allies))\b"
)
_DOMESTIC = re.compile(
    r"\b(?:industry|business|private|local|community|sector|tribal|academic|corporate|social)\b", re.I
)
_SENTENCES, _NEAR = 3, 40


def find_voice(material: Material, parties: Parties) -> tuple[str, ...]:
    """The owners of what the parties say together."""
    title = material.document.title or ""
    if is_joint(title):
        return _jointly(material, parties)
    if len(parties.codes) < 2:
        guests = _guests(material)
        return (*parties.voice, guests) if parties.voice and guests else parties.voice
    if group := _speaking_group(material, parties):
        return expanded(material, group)
    if _TRAVEL.search(title) and not _BOTH.search(material.document.text):
        publisher = code_of_publisher(material.vocabulary, material.document.publisher, material.document.url)
        return (publisher,) if publisher in parties.codes else parties.voice
    return parties.voice


def _jointly(material: Material, parties: Parties) -> tuple[str, ...]:
    """Of a joint text: the group or the pair that opens it, else the parties, else those named together."""
    if group := _speaking_group(material, parties):
        return expanded(material, group)
    opening = opening_subjects(material)
    if len(opening) > 1 and (len(parties.codes) < 2 or set(opening) < set(parties.codes)):
        return opening
    if len(parties.codes) < 2:
        host = parties.codes[0] if parties.codes else None
        head = joint_speakers(material, (material.document.title or "",))
        return head or most_named_together(material, host) or parties.voice
    return parties.voice


def _speaking_group(material: Material, parties: Parties) -> str | None:
    """The group in whose name "we, the leaders of …" speak, where the other parties are its members."""
    for passage in material.passages[:_SENTENCES]:
        words = material.words(passage)[:200]
        if not (opened := _WE_OF.match(words)):
            continue
        start = passage.start + opened.end()
        for mention, code in material.actors_in(start, start + _NEAR):
            concept = material.concept(mention, "group")
            others = {party for party in parties.codes if party != code}
            if concept and others <= set(members_of(material, code)):
                return code
    return None


def _guests(material: Material) -> str | None:
    """Unnamed foreign guests of one host, as the lead prints them ("partner nations")."""
    for passage in material.passages[:_SENTENCES]:
        met = _GUESTS.search(material.words(passage)[:1_500])
        if met and not _DOMESTIC.search(met["who"]):
            return met["who"]
    return None
