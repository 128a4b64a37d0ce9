"""How far a promise or recommendation binds: McMahon's action category of its embedded verb.

In: the words of one claim (a sentence, a clause or a list item). Out: 1 minimal, 2 continuing, 3 considering,
4 general action, 5 specific action. The frame ("agreed to", "we intend to", "reaffirmed our commitment to")
is peeled off; the first verb inside decides, with the words after it ("adopt a law" 5, "adopt measures" 4).
"""

from __future__ import annotations

import re

from acquis.extractors.action_phrases import (
    ADVERBS,
    AFFIRMING,
    AUXILIARIES,
    COPULAS,
    CUES,
    GERUND_NOUNS,
    LEADS,
    MEASURABLE,
    MODALS,
    NOUN_FRAMES,
    NOUN_SIGNS,
    OBJECTS,
    OPENERS,
    PASSIVES,
    STOPS,
    VERB_FRAMES,
)
from acquis.extractors.action_verbs import FORMS, GRADES, NOMINALS

_WORD = re.compile(r"(?:co-)?[a-z]+(?:'[a-z]+)*|\d+|[,;:]")
_REACH = 700  # characters: a frame that stands later is not the one a reader means
_WINDOW = 7  # words after the verb that can change its grade
_PHRASE = 16  # words of a noun phrase between the frame and its action
_VERBLESS = 4


def grade(text: str) -> int:
    """The action category 1–5 of the first verb under the frame of `text`.

    Of several verbs the first counts; where a second is joined to it directly ("continue and deepen",
    "review and amend"), the higher of the two, but sharing stays 1. A general action that names a specific
    means ("improve X by adopting Y") is specific. Both rules measured better than the first verb alone.
    Total and deterministic: words without a known verb give 4, as an action whose means are left open; a text
    without letters gives 1.
    """
    words = _WORD.findall(text[:_REACH].lower().replace("’", "'"))
    if not any(word[0].isalpha() for word in words):
        return 1
    start = _opening(words)
    if start is None:
        start = _framed(words)
    return _embedded(words, _anywhere(words) if start is None else start)


def _skip(words: list[str], at: int) -> int:
    """The first place from `at` on that is no adverb or other modifier."""
    while at < len(words) and (words[at] in ADVERBS or (words[at].endswith("ly") and words[at] not in FORMS)):
        at += 1
    return at


def _lead(words: list[str], at: int) -> int:
    """The first place from `at` on that is no modifier and no particle before a verb."""
    while at < len(words) and words[at] in LEADS:
        at += 1
    place = _skip(words, at)
    return place if place == at else _lead(words, place)


def _is(words: list[str], at: int, *forms: str) -> bool:
    found = FORMS.get(words[at]) if at < len(words) else None
    return found is not None and found.form in forms


def _opening(words: list[str]) -> int | None:
    """Where an imperative stands that opens the text, or its first clause after an opening phrase."""
    at = _lead(words, 0)
    if words[0] != "to" and _imperative(words, at):
        return at
    if words[0] in OPENERS:
        for place, word in enumerate(words):
            if word == "," and _imperative(words, _lead(words, place + 1)):
                return place + 1
            if word in MODALS or (word in VERB_FRAMES and _inside(words, place) is not None):
                return None
    return None


def _imperative(words: list[str], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in AUXILIARIES or (at > 0 and following in NOUN_SIGNS):
        return False  # nouns: "work will go on", "in a spirit of trust, respect for law, we …"
    if at > 0 and following == "and" and _joined(words, at) is None:
        return False  # nouns: "in a spirit of trust, respect and candour, we …"
    return _is(words, at, "base")


def _framed(words: list[str]) -> int | None:
    """Where the words under the first frame begin."""
    for at, word in enumerate(words):
        if word in MODALS:
            if words[at - 1] not in ("that", "which", "who"):
                return at + 1
        elif word in VERB_FRAMES:
            inside = _inside(words, at)
            if inside is not None:
                return inside
        elif word in NOUN_FRAMES and AFFIRMING.intersection(words[max(0, at - 5) : at]):
            return _inside(words, at)
    return None


def _inside(words: list[str], at: int) -> int | None:
    """Where the words under the frame at `at` begin; None where it is no frame."""
    place = _skip(words, at + 1)
    if place < len(words) and words[place] in ("to", "on", "upon", "that"):
        return place + 1
    recommends = words[at].startswith("recommend") and at < 2 and words[0] != "as"
    return place if recommends or words[at].startswith("pledg") else None


def _anywhere(words: list[str]) -> int:
    """Where the first verb stands in words without a frame: a base form, else another; else the start."""
    for at in range(1, len(words)):
        if _is(words, at, "base") and words[at - 1] in CUES:
            return at
    for forms in (("s", "ing"), ("ed",)):
        for at in range(len(words)):
            if _is(words, at, *forms):
                return at
    return 0


def _embedded(words: list[str], at: int) -> int:
    """The grade of the action that begins at `at`: a verb, another frame, or a noun phrase."""
    at = _lead(words, at)
    for place in range(at, min(at + _PHRASE, len(words))):
        place_grade = _at(words, place, first=place == at)
        if place_grade is not None:
            return place_grade
    return _VERBLESS


def _at(words: list[str], at: int, *, first: bool) -> int | None:
    """The grade of what stands at `at` under a frame; None where it is no action. `first`: right after it."""
    word = words[at]
    frame = (
        _skip(words, at + 1) if first and word in COPULAS else at
    )  # "remain fully committed to", "look forward to"
    if frame < len(words) and words[frame] in VERB_FRAMES:
        inside = _inside(words, frame)
        if inside is not None:
            return _embedded(words, inside)
    if first and word.isdigit():
        return 5  # a sum that is pledged
    verb = FORMS.get(word)
    if verb is not None and (first or _acts(words, at, verb.form)):
        return _verb(words, at, verb.lemma)
    lemma = NOMINALS.get(word)
    return None if lemma is None else _verb(words, at, lemma)


def _acts(words: list[str], at: int, form: str) -> bool:
    """Whether the form at `at` is a verb inside a phrase: a gerund, "to help", "be (quickly) set up"."""
    if form == "ing":
        return words[at] not in GERUND_NOUNS
    before = words[at - 1]
    return before == "to" or before in MODALS or not PASSIVES.isdisjoint(words[max(0, at - 2) : at])


def _verb(words: list[str], at: int, lemma: str) -> int:
    """The grade of the verb at `at`, and of the one it is joined to."""
    value = _alone(words, at, lemma)
    joined = _joined(words, at)
    if joined is not None and value > 1:
        value = max(value, _alone(words, joined, FORMS[words[joined]].lemma))
    return 5 if value == 4 and _by_specific(words, at) else value


def _by_specific(words: list[str], at: int) -> bool:
    """Whether a general action names its means: "improve X by adopting a law"."""
    if "by" not in words[at:]:
        return False
    place = _skip(words, words.index("by", at) + 1)
    return _is(words, place, "ing") and _alone(words, place, FORMS[words[place]].lemma) == 5


def _joined(words: list[str], at: int) -> int | None:
    """Where the verb stands that "and" joins directly to the one at `at`, in the same form."""
    place = _skip(words, at + 1)
    if place >= len(words) or words[place] not in ("and", "or"):
        return None
    place = _lead(words, place + 1)
    first, second = FORMS.get(words[at]), FORMS.get(words[place]) if place < len(words) else None
    return place if first and second and second.form == first.form else None


def _alone(words: list[str], at: int, lemma: str) -> int:
    """The grade of `lemma` at `at`, changed by the words that follow it."""
    rules = OBJECTS.get(lemma, ())
    if not rules and lemma not in MEASURABLE:
        return GRADES[lemma]
    following = _following(words, at)
    for objects, value in rules:
        if not objects.isdisjoint(following):
            return value
    counted = lemma in MEASURABLE and any(word.isdigit() for word in following)
    return 5 if counted else GRADES[lemma]


def _following(words: list[str], at: int) -> list[str]:
    """The words after `at` up to the end of the object; the one right after it always belongs to it."""
    end = at + 2
    while end < min(at + 1 + _WINDOW, len(words)) and words[end] not in STOPS:
        end += 1
    return words[at + 1 : end]
