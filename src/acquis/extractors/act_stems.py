"""The act that a lead-in hands down to its list items: "We intend to:", "Participants reaffirmed:"."""

from __future__ import annotations

import re

_STEMS = (
    ("commitment", r"\b(?:will|shall|intends?|plans?|pledges?d?|commit(?:s|ted)?|agreed?|decided?|resolved?|undertakes?|undertook|determined|aims?|commitments?|deliverables|following (?:actions|steps|measures)|declare to)\b[^:]{0,90}:\W*$"),
    ("call", r"\b(?:calls? (?:up)?on|urges?|encourages?|invites?|must|should|requests?|called (?:up)?on|urged|encouraged|let us|need to)\b[^:]{0,90}:\W*$"),
    ("proposal", r"\b(?:propos(?:es?|ed|als?)|suggest(?:s|ed|ions?)?|recommend(?:s|ed|ations?)?|would (?:have|include|comprise|contain|cover)|could (?:have|include|comprise|contain|cover|be))\b[^:]{0,90}:\W*$"),
    ("report", r"\b(?:discussed|covered|topics|agenda|exchanged|included?|achieved|achievements|progress|have|has|launched|focused|outcomes?|following issues|announced|announces?|established|met every)\b[^:]{0,120}:\W*$"),
    ("affirmation", r"\b(?:(?:re)?affirm(?:s|ed)?|recogni[sz]e[sd]?|underlined?s?|stress(?:ed|es)?|emphasi[sz]e[sd]?|believes?d?|not(?:es?|ed)|principles|acknowledged?)\b[^:]{0,90}:\W*$"),
    ("support", r"\b(?:welcom(?:es?|ed)|supports?(?:ed)?|commend(?:s|ed)?|endorses?d?)\b[^:]{0,90}:\W*$"),
    ("concern", r"\b(?:concern(?:s|ed)?|threats?|risks?)\b[^:]{0,90}:\W*$"),
    ("need", r"\b(?:needs|require(?:s|d)?|lacks?|would benefit from)\b[^:]{0,90}:\W*$"),
    ("offer", r"\b(?:offers?|ready to share)\b[^:]{0,90}:\W*$"),
)  # fmt: skip
_COMPILED = tuple((act, re.compile(pattern, re.I)) for act, pattern in _STEMS)
_TALKS = re.compile(
    r"\b(?:discuss\w*|cover\w*|topics|agenda|exchange\w*|focus\w*|following issues|spoke|review\w*|address\w*|touched)\b",
    re.I,
)
# "We will strengthen …, drawing on …, including by:" promises, whatever stands between.
_WILL_BY = re.compile(r"\W*(?:[\w’-]+ ){1,6}?will (?!(?:be|not)\b)[^:]{0,500}\bby:\W*")
_LONGEST = 600


def stem_act(stem: str) -> str:
    """The act of a lead-in's last cue, or "" where it promises none."""
    if ":" not in stem:
        return ""
    if _WILL_BY.fullmatch(stem):
        return "commitment"
    best, act = -1, ""
    for name, pattern in _COMPILED:
        match = pattern.search(stem[-_LONGEST:])
        if match and match.start() > best:
            best, act = match.start(), name
    return act


def talks(stem: str) -> bool:
    """Does a lead-in announce what was talked about, not what was done?"""
    return bool(_TALKS.search(stem[-_LONGEST:]))
