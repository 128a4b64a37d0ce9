"""The State that speaks in a text without a head: the subject of most of its verbs.

In: a text. Out: a State's code, or None.
"""

from __future__ import annotations

import re
from collections import Counter

from acquis.extractors.material import Material

_VERB_AFTER = re.compile(
    r"\s*(?:,[^,.;]{0,60},)?\s*(?:(?:also|therefore|strongly|fully|firmly|too|further|again|always|"
    r"continues? to|wishes to|would like to|remains?|stands?)\s+)*"
    r"(?:is|has|will|would|believes?|supports?|welcomes?|aligns?|associates?|thanks?|congratulates?|"
    r"considers?|reaffirms?|reiterates?|recogni[sz]es|"
    r"stresses|underlines|underscores|emphasi[sz]es|attaches|views|sees|calls|urges|encourages|proposes|"
    r"suggests|looks|looking|joins|appreciates|"
    r"notes|hopes|wishes|condemns|rejects|remains?|stands|continues|strongly|fully|would|can|shares|"
    r"commends|values|hosted|launched|cannot|does|"
    r"agrees|advocates|takes|seeks|intends|endorses|acknowledges|highlights|maintains|favou?rs|opposes|"
    r"delegation)\b"
)
_ANY_VERB = re.compile(r"\s+(?:also |has |had |was |were )?[a-z]+(?:ed|es|s)\b")
_REPORTED = re.compile(
    r"\b(?:as|by|with|like|from|of|delegations? of|statement of|colleagues? from|that|while|and|against|"
    r"than)\s+(?:the\s+)?$",
    re.I,
)
_SELF = re.compile(r"\b(?:to|for|in|as|here in|at home in|from)\s+(?:the\s+)?$", re.I)
_READ = 40_000


def most_active(material: Material) -> tuple[str, ...]:
    """The State (or group) that welcomes, believes and supports most often; those quoted do not count."""
    text = material.document.text
    weights: Counter[str] = Counter()
    for mention, code in material.actors_in(0, min(len(text), _READ), adjectives=False):
        before = text[max(0, mention.start - 30) : mention.start]
        if _REPORTED.search(before):
            continue
        if _VERB_AFTER.match(text, mention.end, mention.end + 120):
            weights[code] += 4
        elif _SELF.search(before) or _ANY_VERB.match(text, mention.end):
            weights[code] += 1
    return (weights.most_common(1)[0][0],) if weights else ()
