"""Words of ICT threats: patterns for `acquis.extractors.threats`.

In: nothing. Out: compiled patterns. Groups of `PHRASE`: `sure` is a threat by itself, `behind` needs what
follows it, `verb` (with `act` and `thing`) stands for a noun of `NOUNS`.
"""

from __future__ import annotations

import re

_KIND = (
    r"(?:(?:State-(?:sponsored|backed|linked|directed)|State|malicious|criminal|contract|global|"
    r"destructive|disruptive|covert|destabili[sz]ing|harmful|hostile|AI-(?:enabled|powered|driven)|"
    r"mass|illegal|illicit|economic|industrial|electronic|PRC|transnational|organi[sz]ed|commercial|"
    r"foreign|online|targeted|large-scale)(?:,| and)?\s+){0,3}"
)
_SURE = (
    r"cyber-?\s?(?:attacks?|crimes?|threats?|terrorism|espionage|arms race|warfare|wars?|extortion|"
    r"sabotage|bullying|fraud|intrusions?|conflicts?|aggression)|"
    r"cyber-?\s?enabled (?:\w+ )?(?:extortion|crimes?|theft|fraud|espionage)|cyberarms race|arms race in "
    r"(?:cyberspace|the ICT environment)|ransomware(?: attacks?| operations?)?|malware|spyware|"
    r"crypto-?jacking|phishing|contract hackers|exploitation of zero-day vulnerabilities|zero-day "
    r"vulnerabilit(?:y|ies)|data breach(?:es)?|advanced persistent threats?|"
    r"denial[- ]of[- ]service attacks?|botnets?|deep ?fakes?|disinformation(?: campaigns?)?|"
    r"misinformation(?: campaigns?)?|supply chain (?:attacks?|compromises?)|espionage|information warfare|"
    r"commercially available (?:ICT )?intrusion (?:tools|capabilities)|commercial (?:cyber )?intrusion "
    r"capabilities|hackers-for-hire|cryptocurrency theft|foreign information manipulation and interference|"
    r"malicious (?:cyber|ICT)[\w-]* (?:activit(?:y|ies)|operations?|acts?|incidents?)|malicious "
    r"(?:activit(?:y|ies)|use) in cyberspace|malicious activit(?:y|ies)|internet shutdowns|"
    r"hybrid (?:threats|attacks|warfare)|harmful hidden functions|(?:offensive|military) cyber "
    r"capabilities|pre-positioning"
)
_TAIL = r"[\w’'-]+(?: [\w’'-]+){0,9}"
_TARGET = rf"(?:\s+(?:on|against|targeting|targeted at)\s+(?:the\s+|our\s+|its\s+|a\s+)?{_TAIL})?"
_OF_WHAT = (
    r"(?:malicious |criminal |illegal |terrorist |military |unlawful |covert |indiscriminate |harmful |"
    r"deliberate |State-sponsored |intentional )*"
    r"(?:mis-?use|abuse|use|interception|interference|theft|militari[sz]ation|weaponi[sz]ation|sabotage|"
    r"exploitation|disruptions?|manipulation|attacks?|assaults?|damage|proliferation|"
    r"intrusions?|breach(?:es)?|targeting|vulnerabilit(?:y|ies)|surveillance)\s+(?:and \w+ )?(?:both "
    r")?(?:of|on|against|in|into|via|to|through)\s+(?:the\s+|an?\s+)?"
)
_IRRESPONSIBLE = (
    rf"irresponsible (?:and \w+ )?(?:State )?(?:nature of |use of |behaviou?r|activit(?:y|"
    rf"ies)|conduct)(?: {_TAIL})?"
)
_VERB = (
    r"(?P<act>militari[sz](?:e|ing)|weaponi[sz](?:e|ing)|damag(?:e|ing)|steal(?:ing)?|misus(?:e|ing)|"
    r"intercept(?:ing)?|disrupt(?:ing)?|breaching|targeting|exploiting|sabotag(?:e|ing)|manipulat(?:e|ing))"
    rf"\s+(?!(?:of|on|against|in|into|to|by|from|through|via|or)\b)(?P<thing>(?:the )?{_TAIL})"
)
PHRASE = re.compile(
    rf"\b(?:(?P<verb>{_VERB})|(?P<sure>{_KIND}(?:{_SURE})\b{_TARGET})|(?P<behind>{_OF_WHAT}{_TAIL}|"
    rf"{_IRRESPONSIBLE}))",
    re.I,
)
NOUNS: tuple[tuple[str, str], ...] = (
    ("militari", "militarization of"),
    ("weaponi", "weaponization of"),
    ("damag", "damage to"),
    ("steal", "theft of"),
    ("misus", "misuse of"),
    ("intercept", "interception of"),
    ("disrupt", "disruption of"),
    ("breach", "breaching"),
    ("target", "targeting of"),
    ("exploit", "exploitation of"),
    ("sabotag", "sabotage of"),
    ("manipulat", "manipulation of"),
)
BEHIND = re.compile(_OF_WHAT, re.I)
# What is used or harmed where a threat is one to ICTs or through them.
HOSTILE = re.compile(
    r"\b(?:criminal|terrorist|malicious|weapons?|conflicts?|critical (?:information )?infrastructures?|"
    r"data\w*|communications|information|networks?|hospitals?|systems?|zero-day|intellectual property|"
    r"intrusion|spyware|cyber\w*|ICTs?|internet|online|technolog\w+|private domains?|health\w*|elections?|"
    r"electoral|energy|supply chains?|public (?:core|services)|undersea cables|submarine cables|"
    r"essential services|secrets|artificial intelligence|AI|vulnerabilities|humanitarian)\b",
    re.I,
)
# "Use" is a threat only where it is used for harm.
PLAIN_USE = re.compile(r"(?:use|surveillance|military use|targeting|proliferation)\b", re.I)
HARMLESS = re.compile(
    r"\b(?:criminal|weapon|terroris|malicious|conflict|military purposes|warfare|harmful|ransomware|spyware|"
    r"intrusion|offensive)",
    re.I,
)
# What a wrong is done to in law, where no threat is named.
WRONGED_LAW = re.compile(
    r"\b(?:norms?|law|laws|Charter|trust|rules?|sovereignty|rights|obligations?|privileges?|treaty|"
    r"agreement)\b",
    re.I,
)
# Words that make the phrase a response to a threat.
RESPONSE = re.compile(
    r"\b(?:resilience|defen[cs]es?|awareness|responses?|cooperation|treaty|convention|initiative|task "
    r"force|committee|summit|advisory|negotiations|legislation|prevention|payments?|"
    r"intelligence sharing|information sharing|cybersecurity vulnerabilities)\b",
    re.I,
)
AFTER_RESPONSE = re.compile(
    r"[\s-]*(?:resilience|defen[cs]e|awareness|response|cooperation|treaty|convention|initiative|task "
    r"force|committee|summit|advisory|negotiations|legislation|prevention|payments?|law|laws|"
    r"information|intelligence|investigat\w+|actors?|victims?|landscape|picture|assessments?|ecosystem|"
    r"related|business|criminal|unit|units)\b",
    re.I,
)
CUT = re.compile(
    r"\s+(?:that|which|who|is|are|was|were|has|have|will|would|must|should|can|could|may|might|by|as "
    r"(?!an? (?:weapon|means|tool)\b)|with|"
    r"from|where|while|when|because|so|to|at|into|remains?|continues?|requires?|pose[sd]?|we|our|it|"
    r"they|this|these|all|had|been|in order|including|for (?!(?:criminal|terrorist|military|malicious)\b)|"
    r"during|through|conducted|know|affect\w*|causing|worldwide|globally|today|but|not|"
    r"and (?:the|an?|to|in|on|by|other|illegal|regulari[sz]e|its|their|our|such|unleash|also|we)|and$|or "
    r"(?:the|"
    r"other)|or$|and (?:steal|disrupt|damag|attack|undermin|destroy|sow)\w*|disclosed|if|also|know|knows|"
    r"grow|grows|growing|worr(?:y|ies)|threatens?|undermines?|increases?|rises?|spreads?|harms?|shows?|"
    r"demonstrates?|represents?|constitutes?|highlights?|leads?|concerns?|costs?|matters?|needs?|calls?|"
    r"raises?|lasted|put|puts|violates?|endangers?|creates?|makes?|reached?|cross(?:es)?|keeps?|become|"
    r"becomes|do|does|did)\b.*$|\s+for$|\s+of some countries.*$",
    re.I | re.S,
)
TRAILING = re.compile(
    r"[\s,]*(?:\b(?:and|or|of|the|in|on|a|an|our|its|their|against|for|to)\b[\s,]*)+$", re.I
)
# A passage without any of these words names no threat: a cheap test before the patterns.
TRIGGERS = frozenset(
    [
        "cyber",
        "cyberattack",
        "cyberattacks",
        "cybercrime",
        "cybercrimes",
        "cyberthreat",
        "cyberthreats",
        "cyberterrorism",
        "cyberespionage",
        "cyberwar",
        "cyberwarfare",
        "cyberarms",
        "cyberincidents",
        "arms",
        "ransomware",
        "malware",
        "spyware",
        "cryptojacking",
        "jacking",
        "phishing",
        "hackers",
        "hacking",
        "exploitation",
        "zero",
        "breach",
        "breaches",
        "breaching",
        "persistent",
        "denial",
        "botnet",
        "botnets",
        "deepfake",
        "deepfakes",
        "fakes",
        "fake",
        "disinformation",
        "misinformation",
        "supply",
        "espionage",
        "warfare",
        "intrusion",
        "intrusions",
        "theft",
        "manipulation",
        "malicious",
        "shutdowns",
        "hybrid",
        "hidden",
        "offensive",
        "positioning",
        "misuse",
        "mis",
        "abuse",
        "use",
        "interception",
        "interference",
        "militarisation",
        "militarization",
        "weaponisation",
        "weaponization",
        "sabotage",
        "disruption",
        "disruptions",
        "attack",
        "attacks",
        "assault",
        "assaults",
        "damage",
        "proliferation",
        "targeting",
        "vulnerability",
        "vulnerabilities",
        "surveillance",
        "irresponsible",
        "militarise",
        "militarize",
        "militarising",
        "militarizing",
        "weaponise",
        "weaponize",
        "weaponising",
        "weaponizing",
        "damaging",
        "steal",
        "stealing",
        "misusing",
        "intercept",
        "intercepting",
        "disrupt",
        "disrupting",
        "exploiting",
        "sabotaging",
        "manipulating",
    ]
)
