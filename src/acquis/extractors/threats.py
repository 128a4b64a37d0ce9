"""The ICT threats a statement names, as phrases of the text.

In: a document. Out: noun phrases round words of threat ("cyberattacks on hospitals", "misuse of ICTs"), each once.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from acquis.extractors.elements import ICT
from acquis.extractors.material import Material

_MODIFIER = r"(?:[\w’'-]+\s+){0,3}?"
# Words that are an ICT threat by themselves.
_SURE = (
    r"cyber-?\s?(?:attacks?|crimes?|criminals?|threats?|terrorism|espionage|arms race|warfare|wars?|extortion|sabotage|bullying|fraud|intrusions?)|"
    r"cyberarms race|ransomware(?: attacks| operations)?|malware|spyware|crypto-?jacking|phishing|hackers?|hacking|zero-day vulnerabilit(?:y|ies)|data breach(?:es)?|"
    r"advanced persistent threats?|denial[- ]of[- ]service(?: attacks)?|botnets?|deep ?fakes?|disinformation(?: campaigns)?|misinformation(?: campaigns)?|"
    r"supply chain (?:attacks?|compromise)|electronic espionage|information warfare|commercially available (?:ICT )?intrusion (?:tools|capabilities)|cryptocurrency theft|"
    r"malicious (?:cyber|ICT)[\w-]* (?:activit(?:y|ies)|operations?|acts?|incidents?)|malicious (?:activit(?:y|ies)|use) in cyberspace|internet shutdowns"
)
# Words that are a threat of what stands behind them: "misuse of …", "attacks on …".
_BEHIND = (
    r"(?:malicious |criminal |illegal |terrorist |military |unlawful |covert |indiscriminate |harmful |growing |deliberate )*(?:mis-?use|abuse|use|interception|interference|theft|militari[sz]ation|"
    r"weaponi[sz]ation|sabotage|exploitation|disruptions?|manipulation|attacks?|assaults?|damage|proliferation|intrusions?|breach(?:ing|es)?|targeting|vulnerabilit(?:y|ies)|"
    r"dependence|espionage|surveillance)\s+(?:and \w+ )?(?:of|on|against|in|via|to|through|by)\s+(?:the\s+|an?\s+)?"
)
_TAIL = r"[\w’'-]+(?:,? (?:and|or) [\w’'-]+)?(?: [\w’'-]+){0,6}"
_PHRASE = re.compile(rf"\b(?P<behind>{_BEHIND}{_TAIL})|\b(?P<sure>(?:{_MODIFIER})(?:{_SURE})\b(?:\s+(?:on|against|targeting|of|targeted at)\s+(?:the\s+|our\s+|its\s+)?{_TAIL})?)", re.I)
_USE = re.compile(r"(?:criminal |malicious |terrorist |military |harmful |illegal )*(?:use|dependence|surveillance|damage|proliferation|breach\w*|attacks?|theft|disruptions?|assaults?|exploitation|manipulation|targeting)\b", re.I)
_HOSTILE = re.compile(r"\b(?:criminal|terrorist|malicious|military|weapons?|conflicts?|critical infrastructure|data|communications|information|networks?|hospitals?|systems?|zero-day|intellectual property|intrusion|spyware|cyber\w*|ICTs?|internet|online)\b", re.I)
_CUT = re.compile(
    r"\s+(?:that|which|who|is|are|was|were|has|have|will|would|must|should|can|could|may|might|by|as|with|from|where|while|when|because|so|to|at|into|remains?|continues?|"
    r"requires?|pose[sd]?|we|our|it|they|this|these|all|have|had|been|in order|including|for|during|through|conducted|know|affect\w*|causing|worldwide|globally|today|but|not)\b.*$",
    re.I | re.S,
)
_LEAD_CUT = re.compile(
    r"^(?:.*\b(?:the|a|an|of|to|by|and|or|in|against|from|with|that|this|these|such|our|its|their|on|for|as|is|are|was|were|be|like|counter|combat|address|prevent|fight|mitigate|"
    r"including|about|any|all|some|other|most|more|face|tackle|condemn|against|following|sever|recent|into|called|disrupt|no|has|have|had|deter|detect|such as|between|via|every)\s+)",
    re.I | re.S,
)
_TRAILING = re.compile(r"[\s,]*(?:\b(?:and|or|of|the|in|on|a|an|our|its|their|against)\b[\s,]*)+$", re.I)
_FIGHTS = re.compile(r"\b(?:resilience|defen[cs]e|awareness|response|responses|cooperation|treaty|convention|initiative|task force|committee|summit|advisory|negotiations|legislation|prevention|payments?|law|laws)\b", re.I)
_LABELS = re.compile(r"^(?:counter|anti)-", re.I)
_MOST = 40


def find_threats(material: Material) -> tuple[str, ...]:
    """The ICT threats of a statement as its own phrases, first mention first; none where the text is not about ICTs."""
    text = material.document.text
    found: dict[str, str] = {}
    for match in _PHRASE.finditer(text):
        phrase = _behind(material, match) if match.group("behind") else _sure(text, match)
        if phrase and len(found) < _MOST:
            key = _key(phrase)
            if not any(key in held or held in key for held in found):
                found[key] = phrase
    return tuple(found.values())


def _key(phrase: str) -> str:
    return re.sub(r"(?:es|s)\b|[-\s]", "", phrase.lower())


def _sure(text: str, match: re.Match[str]) -> str | None:
    words = " ".join(match.group().split())
    core = re.search(_SURE, words, re.I)
    if core is None:
        return None
    lead = _LEAD_CUT.sub("", words[: core.start()])
    phrase = _TRAILING.sub("", _CUT.sub("", lead + words[core.start() :]))
    after = text[match.end() : match.end() + 24]
    if _LABELS.match(phrase) or _FIGHTS.match(after.strip()) or _FIGHTS.search(phrase) or _capital_run(words, core):
        return None
    return phrase


def _capital_run(words: str, core: re.Match[str]) -> bool:
    """Is the word part of a proper name ("Counter Ransomware Initiative", "Council of Europe Convention on Cybercrime")?"""
    before = words[: core.start()].rstrip()
    return core.group()[0].isupper() and bool(before) and (before.split()[-1][0].isupper() or before.lower().endswith((" on", " against")))


def _behind(material: Material, match: re.Match[str]) -> str | None:
    words = " ".join(match.group().split())
    phrase = _TRAILING.sub("", _CUT.sub("", words))
    if len(phrase.split()) < 3 or _FIGHTS.search(phrase):
        return None
    about = ICT.search(phrase) is not None
    if _USE.match(phrase) and not _HOSTILE.search(phrase):
        return None
    if re.match(r"(?:use|dependence|surveillance)\b", phrase, re.I) and not re.search(r"\b(?:criminal|weapon|terrorist|malicious|conflict|military)", phrase, re.I):
        return None
    return phrase if about or _about_ict(material, match.start()) else None


def _about_ict(material: Material, start: int) -> bool:
    """Does the passage speak of ICTs?"""
    at = bisect_right(material.passages, start, key=lambda passage: passage.start) - 1
    return at >= 0 and ICT.search(material.words(material.passages[at])) is not None
