"""What a need, an offer or a step is about, for laying them beside each other: subjects by words, one line a subject.

The topics of the vocabulary are what dialogues talk about; these are what capacity is built in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_LONG = 1_500  # characters of a sentence that are looked at
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

# What one word, or two beside each other, must be. The order is that in which subjects are shown.
SUBJECTS: dict[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "laws, strategies and policy": r"laws?|legislat\w+|legal|lawyers?|strateg(?:y|ies)|polic(?:y|ies)|regulat\w+",
        "response teams and incidents": r"certs?|csirts?|response (?:teams?|centres?|centers?)|computer emergency|incidents?|"
        r"cyber-?attacks?|cyber attacks?|hack\w+|analysts?|detect\w*|recover\w*",
        "exercises": r"exercises?|drills?|table-?tops?|simulations?",
        "forensics and cybercrime": r"forensic\w*|cyber-?crimes?|cyber crimes?|investigat\w+|(?:electronic|digital) evidence|"
        r"prosecut\w+|police|judges?|criminal\w*",
        "critical infrastructure": r"infrastructures?|industrial control|power grids?|hospitals?|(?:energy|water) systems?|"
        r"hydroelectric|banks|telecommunications",
        "diplomacy, norms and international law": r"diploma\w+|negotiat\w+|international law|norms?|responsible "
        r"(?:state|behaviou?r)|confidence-building|confidence building|points? of|delegat\w+",
        "skills and education": r"skills?|education\w*|fellowships?|scholarships?|curricul\w+|universit\w+|awareness|students?|"
        r"women|youth",
        "training": r"train\w*|courses?|academ\w+|workshops?|seminars?|mentor\w*|capacity-building|capacity building",
        "connectivity and the digital divide": r"digital (?:gap|divide|inclusion)|connectiv\w+|broadband|fibre|internet access",
        "digital government": r"e-?governance|e-?government|electronic (?:voting|government|services)|digital (?:identit\w+|"
        r"services|transformation)",
        "cryptography and new technology": r"cryptograph\w+|quantum|artificial intelligence|emerging technolog\w+",
        "equipment and technology": r"equipment|laborator\w+|tools?|technolog\w+|software|hardware|licen[cs]es?|platforms?",
        "funding": r"fund(?:s|ing|ed)?|financ\w+|grants?|budgets?|resources|vouchers?|dollars|euros?",
        "protection of networks": r"cyber-?security|cyber (?:security|defen[cs]e|resilience)|resilien\w+|protect\w*",
    }.items()
}
OTHER = "other"
# Ways to build capacity, not matters it is built in: they join needs and offers of no other subject alone.
MEANS = frozenset({"training", "funding", "equipment and technology", "skills and education"})


def subjects_of(text: str) -> tuple[str, ...]:
    """The subjects of a sentence, in the order of the table; OTHER where it names none."""
    words = _WORD.findall(text[:_LONG].lower())
    named = {name for word in words for name in _named(word)}
    named.update(name for pair in pairwise(words) for name in _named(" ".join(pair)))
    return tuple(name for name in SUBJECTS if name in named) or (OTHER,)


@lru_cache(maxsize=1 << 17)
def _named(words: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in SUBJECTS.items() if pattern.fullmatch(words))
