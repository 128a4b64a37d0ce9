"""Words in, whether they only address somebody out: "Mr. President:", "Excellencies, dear colleagues", "Thank you"."""

from __future__ import annotations

import re

_LONGEST = 300
_PARTS = re.compile(r"[,;:!./&–—-]*(?:\s+(?:and|to)\s+|[,;:!/&–—]\s*|\.\s*$)")
_OF = r"(?:,? of (?:the |this )?[\w’' -]{2,60})?"
_HONOUR = r"(?:dear|distinguished|esteemed|hono[u]?rable|respected|fellow|eminent|beloved)"
_OWN = r"(?:(?:my|our|your|the|all|other|most|very) ){0,3}"
_ROLE = (
    r"(?:(?:vice|deputy|under|assistant|co|prime|acting)[- ]?)?(?:president|chair(?:man|woman|person|s)?|"
    r"secretary[- ]general|speaker|facilitator|coordinator|moderator|minister|ambassador|commissioner|"
    r"director[- ]general|high representative|rapporteur)"
)
_MANY = (
    r"(?:delegates?|delegations|representatives|colleagues?|friends?|(?:prime )?ministers|ambassadors|guests?|"
    r"participants|members|presidents|heads of (?:states?|governments?|delegations?)|governments?|partners|"
    r"dignitaries|leaders|sisters|brothers|comrades|citizens|peoples?|panellists|experts|audience|everyone|"
    r"secretary[- ]general|president|chair(?:man|woman|person)?)"
)
# What nobody says but to those present.
_ADDRESS = re.compile(
    rf"(?:thank you|many thanks|good (?:morning|afternoon|evening|day)|greetings|hello|all protocols? observed)"
    rf"(?: (?:so|very|much|indeed|again|everyone|all|everybody)){{0,3}}(?: (?:mr|mrs|ms|madam|madame|mister)\.? {_ROLE})?|"
    rf"{_OWN}(?:{_HONOUR} ){{0,2}}(?:excellenc(?:y|ies)|excellences|(?:royal )?highness(?:es)?|majest(?:y|ies)|"
    rf"eminences?|ladies|gentlemen|sirs?|madam|madame){_OF}|"
    rf"{_OWN}(?:{_HONOUR} ){{0,2}}(?:mr|mrs|ms|madam|madame|mister|sir)\.? {_ROLE}{_OF}|"
    rf"{_OWN}(?:{_HONOUR} ){{1,2}}{_MANY}{_OF}",
    re.I,
)
# What is a salutation beside one, and alone may be the name of a part.
_BESIDE = re.compile(rf"{_OWN}{_MANY}{_OF}", re.I)


def is_salutation(words: str) -> bool:
    """Is this nothing but an address to those present? "Members of the Group" is none; "Dear members" is one."""
    bare = " ".join(words.split())
    if not 0 < len(bare) <= _LONGEST:
        return False
    parts = [part.strip(' ."“”*') for part in _PARTS.split(bare)]
    parts = [part for part in parts if part]
    addressed = [bool(_ADDRESS.fullmatch(part)) for part in parts]
    return any(addressed) and all(
        said or _BESIDE.fullmatch(part) for said, part in zip(addressed, parts, strict=True)
    )
