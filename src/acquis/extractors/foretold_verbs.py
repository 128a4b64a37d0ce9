"""Where a sentence points ahead, and what it foretells there: its marks ("will", "plans to") and the verbs behind them.

In: the words of a passage. Out: places of marks; for the words after one, the kind of deed, or "" for a forecast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.extractors.foretold_words import (
    ACTIONS,
    ADVERBS,
    DEEDS,
    GERUNDS,
    OPENINGS,
    ORDERED,
    PARTICIPLES,
)

AHEAD_MARKS = frozenset(
    "will shall ll going plan plans planning intend intends due scheduled set ready offering".split()
)
# By mark, the words that point ahead; behind some an auxiliary must stand, behind others no article.
_PLAIN = {mark: re.compile(rf"{mark}\b") for mark in ("will", "shall")} | {"ll": re.compile(r"[’']ll\b")}
_VERBS_TO = {mark: re.compile(rf"{mark} to\b") for mark in ("plan", "plans", "intend", "intends")}
_BEFORE_TO = {
    mark: re.compile(rf"{mark} to\b") for mark in "going due scheduled set ready planning offering".split()
}
_AUXILIARY = re.compile(r"(?:\b(?:is|are|am)|[’'](?:re|m|s)) (?:also |now |currently |actively )?\Z")
_ARTICLE = re.compile(r"\b(?:a|the|its|their|our|his|her|new|and) \Z")
_WORD = re.compile(r"[\w’'-]+")
_DENIED = frozenset("not never no neither nor hardly".split())
_FROM = frozenset("begin start continue continues work seek aim strive proceed".split())
_SET_OUT = {
    "opening": ("take place", "take effect", "go live", "come online"),
    "deed": (
        "set up",
        "set out",
        "step up",
        "roll out",
        "stand up",
        "put forward",
        "make available",
        "carry out",
        "take part",
        "bring together",
        "put together",
    ),
}
_OPENING_WORDS = (
    DEEDS
    | ACTIONS
    | OPENINGS
    | ADVERBS
    | _FROM
    | frozenset("be take go come step roll stand put make set".split())
)
# Where a long aside of many names ends ("shall, in consultation with A, B, and C, submit").
_CONSULTED = re.compile(
    r"^, (?:in (?:coordination|consultation|collaboration)|acting|working|consistent|together|with)\b"
)
_AFTER_COMMA = re.compile(r", (?:also |further |jointly )?(?P<verb>[a-z-]{3,}) (?!of\b)")
_VERB_REACH, _VERB_NEAR, _MOST_WORDS, _BESIDE, _EARLY, _ASIDE_REACH = 500, 60, 14, 20, 10, 260
# What stands between commas right after "shall" ("shall, in consultation with the Council, publish").
_ASIDE = re.compile(
    r"^(?: also| further)?, [^,;]{1,120},(?: [^,;]{1,80},(?= \w+ (?:and|the|a|an|such|to)\b))?"
)
_WHENEVER = re.compile(r"\W*(?:\(\w+\)\s*)?(?:When|Where|In those|In the event|In any)\b")
_LAST_DAY = re.compile(
    r"\b[Ww]ithin \w+ (?:days|months|year|years|weeks)\b|\b(?:[Bb]y|[Nn]ot? later than) (?:\d|[A-Z]|the end)"
)


def places_ahead(words: str, marks: frozenset[str]) -> list[tuple[int, str, int]]:
    """Where these marks point ahead, in order: where what points begins, the mark, where it ends."""
    return sorted(place for mark in marks for place in _places(words, mark))


def _places(words: str, mark: str) -> Iterator[tuple[int, str, int]]:
    pattern = _PLAIN.get(mark) or _VERBS_TO.get(mark) or _BEFORE_TO.get(mark)
    for found in pattern.finditer(words) if pattern else ():
        start, near = found.start(), max(0, found.start() - _BESIDE)
        if mark in _BEFORE_TO:
            if auxiliary := _AUXILIARY.search(words, near, start):
                yield auxiliary.start(), mark, found.end()
        elif _is_word(words, start) and not (mark in _VERBS_TO and _ARTICLE.search(words, near, start)):
            yield start, mark, found.end()


def _is_word(words: str, at: int) -> bool:
    return at == 0 or not words[at - 1].isalnum() or words[at] in "’'"


def is_standing(words: str, deed: str) -> bool:
    """Does an order ("shall") lay down a standing duty, not a deed done once or one with a last day?"""
    if _WHENEVER.match(words):
        return True
    return not (_LAST_DAY.search(words) or deed.partition(":")[2] in ORDERED)


def after_mark(words: str, end: int) -> str:
    """The words behind a mark that ends at `end`, as far as its verb is looked for."""
    return words[end : end + _VERB_REACH]


def deed_of(after: str) -> str:
    """What the words after a mark foretell: "deed:host", "action:support", "opening:begin", "passive"; "" for no deed."""
    if _CONSULTED.match(after) and (deed := _behind_names(after)):
        return deed
    near = _ASIDE.sub("", after[:_ASIDE_REACH], count=1) if "," in after[:_EARLY] else after[:_VERB_NEAR]
    first = _WORD.search(near)
    if first is None or not _may_open(first.group().lower()):
        return ""
    following = _following(near)
    return _deed(following) if following else ""


def _behind_names(after: str) -> str:
    """The deed behind those who are to be consulted; their names hold no verb of action in small letters."""
    verbs = (match["verb"] for match in _AFTER_COMMA.finditer(after))
    return next((deed for verb in verbs if (deed := _class_of(verb))), "")


def _deed(following: list[str]) -> str:
    verb, after = following[0], following[1:]
    if verb == "be":
        return _being(_following(" ".join(after)))
    if verb in _FROM and after[:1] == ["to"]:
        return "action" if deed_of(" ".join(after[1:])) else ""
    two = " ".join(following[:2])
    for kind, phrases in _SET_OUT.items():
        if two in phrases:
            return kind
    return _class_of(verb)


def _being(following: list[str]) -> str:
    """What "will be" foretells: "be hosting" is a deed, "be hosted" a passive."""
    if not following:
        return ""
    if following[0] in PARTICIPLES:
        return "passive"
    lemma = GERUNDS.get(following[0], "")
    return _class_of(lemma)


def doing_of(after: str) -> str:
    """What is to be done, by the first word after a mark in its form in -ing ("commitment to hosting"), as `deed_of`."""
    following = _following(after[:_VERB_NEAR])
    return _class_of(GERUNDS.get(following[0], "")) if following else ""


def is_passive(after: str) -> bool:
    """Do the words after "to be" tell what is to be done ("held", "soon published")?"""
    return _being(_following(after)) == "passive"


def _may_open(word: str) -> bool:
    """Can what is foretold begin with this word? A cheap test that most sentences end at."""
    return word in _OPENING_WORDS or word.endswith("ly")


def _class_of(verb: str) -> str:
    if verb in OPENINGS:
        return f"opening:{verb}"
    if verb in DEEDS or verb in ACTIONS:
        return f"{'deed' if verb in DEEDS else 'action'}:{verb}"
    return ""


def _following(words: str) -> list[str]:
    """The words from the first that is no adverb; none where the verb is denied."""
    found = [word.lower() for word in _WORD.findall(words)[:_MOST_WORDS]]
    at = 0
    while at < len(found) and (found[at] in ADVERBS or found[at].endswith("ly")):
        at += 1
    return [] if _DENIED.intersection(found[: at + 1]) else found[at:]
