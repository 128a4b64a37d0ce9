"""What a need, an offer or a step is about, for laying them beside each other: subjects by words, one line a subject.

The topics of the vocabulary are what dialogues talk about; these are what capacity is built in.
"""

from __future__ import annotations

import re

_LONG = 1_500  # characters of a sentence that are looked at

# The order is that in which they are shown.
SUBJECTS: dict[str, re.Pattern[str]] = {
    name: re.compile(words, re.I)
    for name, words in {
        "laws, strategies and policy": r"\b(?:laws?|legislat\w+|legal|lawyers?|strateg(?:y|ies)|policy|policies|regulat\w+|"
        r"draft(?:ing)? legislation)\b",
        "response teams and incidents": r"\b(?:CERTs?|CSIRTs?|response (?:team|centre|center)s?|computer emergency|incidents?|"
        r"cyber-?\s?attacks?|cyberattacks?|hack\w+|analysts?|detect\w*|recover\w*)\b",
        "exercises": r"\b(?:exercises?|drills?|table-?top|simulations?)\b",
        "forensics and cybercrime": r"\b(?:forensic\w*|cyber-?\s?crimes?|investigat\w+|electronic evidence|digital evidence|"
        r"prosecut\w+|police|judges?|criminal\w*)\b",
        "critical infrastructure": r"\b(?:critical (?:\w+ )?infrastructures?|infrastructures?|industrial control|power grids?|"
        r"hospitals?|energy systems?|water systems?|hydroelectric|banks|telecommunications?)\b",
        "diplomacy, norms and international law": r"\b(?:diploma\w+|negotiat\w+|international law|norms?|responsible "
        r"(?:State )?behaviou?r|confidence[- ]building|points? of contact|delegat\w+|attend|travel)\b",
        "skills and education": r"\b(?:skills?|education\w*|fellowships?|scholarships?|curricul\w+|universit\w+|awareness|"
        r"students?|women|youth)\b",
        "training": r"\b(?:train\w*|courses?|academ\w+|workshops?|seminars?|mentor\w*|capacity[- ]building)\b",
        "connectivity and the digital divide": r"\b(?:digital (?:gap|divide|inclusion)|connectiv\w+|broadband|fibre|"
        r"internet access|access to (?:the )?(?:internet|digital|information))\b",
        "digital government": r"\b(?:e-?governance|e-?government|electronic (?:voting|government|services)|digital identit\w+|"
        r"digital (?:public )?services|digital transformation)\b",
        "cryptography and new technology": r"\b(?:cryptograph\w+|quantum|artificial intelligence|AI|emerging technolog\w+)\b",
        "equipment and technology": r"\b(?:equipment|laborator\w+|tools?|technology transfer|technolog\w+|software|hardware|"
        r"licen[cs]es?|platforms?)\b",
        "funding": r"\b(?:fund(?:s|ing|ed)?|financ\w+|grants?|budgets?|resources|voucher\w*|dollars|euros?)\b",
        "protection of networks": r"\b(?:cyber-?\s?security|cyber (?:defen[cs]e|resilience)|resilien\w+|protect\w*)\b",
    }.items()
}
OTHER = "other"
# Ways to build capacity, not matters it is built in: they join needs and offers of no other subject alone.
MEANS = frozenset({"training", "funding", "equipment and technology", "skills and education"})


def subjects_of(text: str) -> tuple[str, ...]:
    """The subjects of a sentence, in the order of the table; OTHER where it names none."""
    words = text[:_LONG]
    return tuple(name for name, pattern in SUBJECTS.items() if pattern.search(words)) or (OTHER,)
