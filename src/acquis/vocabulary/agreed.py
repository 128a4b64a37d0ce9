"""What a person types for an element, a provision or a recommendation in; its id out, or what it may have been meant for."""

from __future__ import annotations

import re

from acquis.errors import RequestError
from acquis.vocabulary.lookup import unknown
from acquis.vocabulary.vocabulary import Form, Vocabulary, normalise_name

_KINDS = ("element.", "provision.", "recommendation.")
# "norm f", "13(f)", "f": letters that read as words in a text are names here.
_LETTER = re.compile(r"(?:norms?\s*)?(?:(?:para(?:graph)?\.?\s*)?13\s*)?\(?([a-k])\)?", re.I)
_NUMBER = re.compile(r"(?:global\s*)?cbm\s*#?\s*([1-8])", re.I)


def find_agreed(vocabulary: Vocabulary, words: str) -> str:
    """The id of an element or provision: "norms", "norm f", "13(f)", "cbm 7", an id with or without its kind, a name.

    What names a recommendation is the provision it asks for. Raises RequestError with the nearest names, or with all
    that the words may mean.
    """
    found = _by_id(vocabulary, words.strip()) or _by_sign(words.strip()) or _by_name(vocabulary, words)
    if not found:
        raise RequestError(unknown(vocabulary, words, "element or provision", _is_agreed))
    if len(found) > 1:
        several = "; ".join(f"{vocabulary.get(key).name} ({_short(key)})" for key in found)
        raise RequestError(f"{words!r} may mean several: {several}; give the id in brackets")
    return _provision_of(vocabulary, found[0])


def _by_id(vocabulary: Vocabulary, words: str) -> list[str]:
    wanted = words.lower().replace(" ", "-")
    return [key for key in (wanted, *(kind + wanted for kind in _KINDS))
            if key in vocabulary.concepts.entries and _is_agreed(key)][:1]  # fmt: skip


def _by_sign(words: str) -> list[str]:
    letter, number = _LETTER.fullmatch(words), _NUMBER.fullmatch(words)
    if letter:
        return [f"provision.norm.{letter.group(1).lower()}"]
    return [f"provision.cbm.{number.group(1)}"] if number else []


def _by_name(vocabulary: Vocabulary, words: str) -> list[str]:
    """What has this name; else what has it as a name too general to settle a text; else as a keyword."""
    senses = [
        one for one in vocabulary.senses.get(normalise_name(words), ())
        if _is_agreed(one.concept_id) and one.form != "not"
    ]  # fmt: skip
    ranks: tuple[tuple[Form, bool], ...] = (
        ("name", False),
        ("name", True),
        ("keyword", False),
        ("keyword", True),
    )
    for form, weak in ranks:
        found = dict.fromkeys(one.concept_id for one in senses if (one.form, one.weak) == (form, weak))
        # "The eleven norms" names an element and a set under it: the set is the narrower.
        narrower = [key for key in found if not key.startswith("element.")]
        if found:
            return narrower or list(found)
    return []


def _provision_of(vocabulary: Vocabulary, key: str) -> str:
    return vocabulary.get(key).provision or key


def _is_agreed(key: str) -> bool:
    return key.startswith(_KINDS)


def _short(key: str) -> str:
    return key.partition(".")[2]
