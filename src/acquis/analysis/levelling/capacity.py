"""Is a sentence a need or an offer of capacity on ICTs? By its own words, and those beside it.

Readers find needs and offers of every matter, and are less sure of them than of promises; what stands beside each
other here must be about the capacity of States in the use of ICTs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from acquis.extractors.elements import ICT, speaks_of_ict
from acquis.extractors.table_elements import tells_of_cyber_table
from acquis.grammar.tokens import tokenize
from acquis.store.voice_words import Neighbours

_LONG = 1_500  # characters of a sentence that are looked at
_HEAD, _FEWEST, _SHARE = 12, 2, 0.25  # sentences of a head; those on ICTs that make a whole text one on them
_POINTS = re.compile(
    r"^\W*(?:we (?:also|too)|also|this|these|such|that|those|it|they|the (?:first|second)|in this)\b", re.I
)

_ROOM = re.compile(
    r"\bOEWG\b|\b(?:this|the) Working Group\b|\bexisting and potential threats\b|\bopen[- ]ended working group\b|\bGlobal Mechanism\b",
    re.I,
)
_DIGITAL = re.compile(
    r"\bdigital (?:gap|divide|forensics|skills|evidence|identit\w+|transformation|inclusion)\b|\be-?governance\b|"
    r"\belectronic (?:voting|government)\b|\bcryptograph\w+|\bsatellite positioning\b|\bindustrial control\b|\bCSIRTs?\b|"
    r"\bCERTs?\b|\bcomputer emergency\b|\bdigital technolog\w+",
    re.I,
)
# A text without any of these has none of the words of ICT and _DIGITAL. (Three letters are another case of
# "s" and "i" to the patterns alone: a text with one is left to them.)
_HINTS = (
    "cyber", "ict", "information", "internet", "online", "hack", "ransomware", "malware", "oewg", "virtual", "spyware",
    "digital", "interception", "persistent", "misuse", "governance", "electronic", "cryptograph", "satellite",
    "industrial", "csirt", "cert", "computer",
)  # fmt: skip
# What one State can give another, or lacks.
_CAPACITY = (
    r"(?:assist\w*|train\w*|capacit\w+|capabilit\w+|expert\w*|know-?how|experience\w*|knowledge|lessons|best practices|"
    r"good practices|skills?|support|help|fund\w*|financ\w+|resources|budget|equipment|tools?|technolog\w+|courses?|"
    r"workshops?|seminars?|fellowships?|scholarships?|second\w*|exercises?|drills?|platforms?|curricul\w+|clinics?|"
    r"laborator\w+|academ\w+|reports?|template|partner\w*|mentor\w*|advice|advis\w+|staff|lawyers|officers|personnel|"
    r"technical|means)"
)
_HOLDS = re.compile(rf"\b{_CAPACITY}\b", re.I)
_CAN = (
    r"(?:assist|help|support|share|provide|offer|host|train|fund|finance|contribute|lend|second|deliver|work with|"
    r"advise|transfer|make available|partner|cooperate|mentor|organi[sz]e|extend)"
)
_READY = re.compile(
    rf"\b(?:ready|prepared|willing|happy|glad|pleased|keen|stands? by (?:them|you|others))\b[^.;:]{{0,60}}\b(?:to|and)\b(?:\s\w+)?\s{_CAN}\b|"
    rf"\b(?:can|could|would like to|wish(?:es)? to|want to|hopes? to)\s(?:also\s)?{_CAN}\b|"
    r"\boffers? (?:our|its|their|his|her)\b|\bstands? ready\b|\bat the disposal of\b|\bopen door\b",
    re.I,
)
_SHARES = re.compile(
    r"\b(?:ready|prepared|willing|happy|glad|wish(?:es)?|stands? by (?:them|others)|keen|pleased)\b[^.;:]{0,60}\b(?:to|and) "
    r"(?:share|contribute|assist|help|support|provide|offer)\b[^.;]{0,60}\b(?:experience|expertise|know-?how|skills|"
    r"knowledge|lessons|assistance|training|best practices)\b",
    re.I,
)
_GIVES = re.compile(
    rf"\b(?:offer(?:s|ed|ing)?|provid(?:e|es|ing)|financ(?:e|es|ing)|fund(?:s|ing)?|host(?:s|ing)?|run(?:s|ning)?|"
    rf"deliver(?:s|ing)?|organi[sz](?:e|es|ing)|will (?:\w+ )?{_CAN})\b[^.;]{{0,90}}\b{_CAPACITY}\b|"
    r"\b(?:open|available|free of charge)\b[^.;]{0,40}\b(?:to|for)\b|\b(?:places?|seats?) (?:are )?(?:open|reserved|free)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\bothers?\b|\b(?:developing|small island|least developed|partner|neighbou?ring|interested|recipient) (?:\w+ )?"
    r"(?:countries|states|nations|partners)\b|\b(?:any|all|other|member|those|fellow) (?:\w+ )?(?:states?|delegations?|"
    r"countries|nations|partners)\b|\b(?:African|Asian|Pacific|Caribbean|Latin American|Arab|ASEAN|region\w*|"
    r"international community|Indo-Pacific|Western Balkans?)\b|\bopen to all\b|\byour?\b|\bpartners\b|\bdelegation\b|\bStates?\b|"
    r"\b(?:small island|developing)\b|\bshare (?:\w+ ){0,4}(?:experience|know-?how|expertise|lessons|practices|report)\b|"
    r"\bcourse\b|\bplaces\b|\bdisposal\b",
    re.I,
)
_NO_OFFER = re.compile(
    r"\b(?:condolences|sympath\w+|congratulations|greetings|reward|perspective|opportunit(?:y|ies) (?:that )?\w+ offers?|"
    r"advantages|hopes? that|hope for|a single fact|prayers|respects?|apolog\w+|thanks|gratitude|Americans?|"
    r"federal|school districts?|Microsoft|Google|Amazon|companies will|agency|agencies|lead the|National Manager|the Secretary of|"
    r"unauthori[sz]ed|criminals?\b[^.]{0,40}\boffer)\b|\b(?:which|that|cyberspace|technolog\w+|internet|it) offers?\b",
    re.I,
)
_LACKS = re.compile(
    rf"\b(?:needs?|requires?|requests?|seeks?|asks? for|appeals? for|counts? on|lacks?|lacking|would (?:welcome|"
    rf"benefit from|appreciate|be grateful for)|grateful for|in need of|looks? (?:forward )?to|calls? for|urgently)\b"
    rf"[^.;]{{0,120}}\b{_CAPACITY}\b|"
    rf"\b(?:neither|nor|no|without|limited|insufficient|inadequate|scarce|shortage of|few)\s(?:\w+\s){{0,4}}{_CAPACITY}\b|"
    r"\bhelp(?:ing)? us\b|\bassist(?:ing)? us\b|\bsupport us\b|\bcannot (?:\w+ ){0,3}alone\b|\bneed help\b",
    re.I,
)
# Whose need it is: the speaker's, or that of States like it.
_OURS = re.compile(
    r"\b(?:we|us|our|my (?:country|delegation|government))\b|\b(?:developing|small|least developed|island) (?:\w+ ){0,3}"
    r"(?:countries|states|nations)\b|\bSIDS\b|\bLDCs?\b|\b(?:many|some|most) (?:states|countries)\b",
    re.I,
)
_NO_NEED = re.compile(
    r"\bneeds? (?:to|for|of|not)\b(?! (?:assistance|support|training|help|capacity|funding|technical))|\bdo(?:es)? not need\b|"
    r"\bwe need (?:\w+ ){0,3}(?:cooperation|dialogue|rules|norms|agreement|courage|trust|identification|multilateral\w*)\b|"
    r"\bin need of humanitarian\b|\bno right\b|\bneeds of the\b|\bThe Secretary of\b|\bfederal\b|\bAmericans?\b|\bHUD\b",
    re.I,
)


_STEP = re.compile(
    r"\b(?:have|has|had|we|I|and|which|already|also|recently|since \d{4},?|In \d{4},? \w+|year,? \w+)\s(?:\w+\s){0,2}?(?:adopted|established|"
    r"created|launched|set up|trained|hosted|passed|enacted|built|opened|finished|joined|ratified|developed|published|"
    r"invested|partnered|introduced|implemented|strengthened|appointed|designated|provided|finali[sz]ed|funded|"
    r"delivered|completed|signed|secured)\b|"
    r"\b(?:is|are) (?:currently |now |already )?(?:implementing|running|training|hosting|setting up|building|"
    r"funding)\b|\b(?:hosted|established|launched|adopted|trained|passed|enacted) (?:the|its|our|a|an|\d+|hundreds|thousands)\b",
    re.I,
)


def tells_of_icts(title: str | None, opening: Sequence[str]) -> bool:
    """Is the whole text about ICTs? By its title and its first sentences."""
    head = f"{title or ''}\n{' '.join(opening[:_HEAD])[:_LONG]}"
    if _ROOM.search(head) or tells_of_cyber_table(head):
        return True
    return _as_many(opening, max(_FEWEST, ceil(_SHARE * len(opening))))


def _as_many(opening: Sequence[str], needed: int) -> bool:
    """Do so many of the sentences name ICTs? No more of them are looked at than it takes to tell."""
    told, left = 0, len(opening)
    for sentence in opening:
        if told >= needed or told + left < needed:
            break
        told, left = told + tells_of_ict(sentence), left - 1
    return told >= needed


def points_to_icts(text: str, beside: Neighbours) -> bool:
    """Is a sentence of a speech on all matters about ICTs because of what stands beside it? One must point to the other."""
    back = _POINTS.match(text) is not None and tells_of_ict(beside.before)
    return back or (_POINTS.match(beside.after) is not None and tells_of_ict(beside.after))


def promises_to_share(text: str) -> bool:
    """Does a sentence that readers take for another act say plainly that what its speaker has is there to be shared?"""
    return _SHARES.search(text[:_LONG]) is not None


def offers_capacity(text: str) -> bool:
    """Does the sentence offer others something that builds capacity?"""
    words = text[:_LONG]
    if _NO_OFFER.search(words):
        return False
    given = _READY.search(words) or (_GIVES.search(words) and _OTHERS.search(words))
    return bool(given and _HOLDS.search(words))


def needs_capacity(text: str, names: re.Pattern[str] | None = None) -> bool:
    """Does the sentence say that its speaker, or States like it, lack or ask for capacity? `names` are the speaker's."""
    words = text[:_LONG]
    if _NO_NEED.search(words) or not _LACKS.search(words):
        return False
    return bool(_OURS.search(words) or (names and names.search(words)))


def tells_of_ict(text: str) -> bool:
    """Does the sentence name ICTs itself?"""
    words = text[:_LONG]
    return _names_ict(words) or speaks_of_ict(words, tokenize(words).words)


def _names_ict(words: str) -> bool:
    # Most sentences on ICTs say "cyber": to look for that first spares the patterns.
    if "cyber" in words or "Cyber" in words:
        return True
    plain = words.lower()
    hinted = any(hint in plain for hint in _HINTS) or any(letter in words for letter in "ſıİ")
    return hinted and bool(ICT.search(words) or _DIGITAL.search(words))


def tells_of_a_step(text: str) -> bool:
    """Does the sentence tell that its speaker has done something on ICTs that builds capacity?"""
    words = text[:_LONG]
    return _names_ict(words) and _STEP.search(words) is not None
