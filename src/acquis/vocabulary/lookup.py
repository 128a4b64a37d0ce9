"""What a person types for an actor or a concept in; its code or ids out, or what it may have been meant for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from acquis.errors import RequestError
from acquis.vocabulary.vocabulary import Vocabulary, normalise_name

# Codes that no country has: States of exercises, which need no vocabulary to be asked for.
_OWN_CODE = re.compile(r"X[C-Z]")
_NEAREST = 3
_NEAR = 60  # of 100, by rapidfuzz, whatever the order of the words


STATES_AND_GROUPS = ("state.", "group.")
_ACTORS = (*STATES_AND_GROUPS, "institution.")


def find_actor(vocabulary: Vocabulary, words: str, *, among: tuple[str, ...] = _ACTORS) -> str:
    """The code of a State, group or body: "JP", "jp", "Japan"; the name of one that has no code.

    `among` are the kinds that are meant, as their ids begin. Raises RequestError with the nearest names.
    """
    code = words.strip().upper()
    if code in vocabulary.codes or _OWN_CODE.fullmatch(code):
        return code
    for concept_id in _meanings(vocabulary, words):
        concept = vocabulary.get(concept_id)
        if concept_id.startswith(among) and (concept.code or concept.kind == "institution"):
            return concept.code or concept.name
    what = "actor" if among == _ACTORS else "State or group"
    raise RequestError(unknown(vocabulary, words, what, lambda key: key.startswith(among)))


def find_concepts(vocabulary: Vocabulary, words: str) -> frozenset[str]:
    """The ids of all that a name or an id means, and of what lies under it. Raises RequestError as above."""
    wanted = words.strip()
    found = {wanted} if wanted in vocabulary.concepts.entries else set(_meanings(vocabulary, words))
    if not found:
        raise RequestError(unknown(vocabulary, words, "topic", lambda key: not key.startswith(_ACTORS)))
    return frozenset(_with_children(vocabulary, found))


def find_concept(vocabulary: Vocabulary, words: str) -> str:
    """The id of the one provision, topic or threat that a name or an id means. Raises RequestError as above."""
    wanted = words.strip()
    if wanted in vocabulary.concepts.entries:
        return wanted
    found = sorted({one for one in _meanings(vocabulary, words) if not one.startswith(_ACTORS)})
    if not found:
        raise RequestError(unknown(vocabulary, words, "topic", lambda key: not key.startswith(_ACTORS)))
    if len(found) > 1:
        raise RequestError(f"{wanted[:60]!r} names {len(found)} things; write one of {', '.join(found[:6])}")
    return found[0]


def _meanings(vocabulary: Vocabulary, words: str) -> list[str]:
    senses = vocabulary.senses.get(normalise_name(words), ())
    return [sense.concept_id for sense in senses if sense.form != "not"]


def _with_children(vocabulary: Vocabulary, found: Iterable[str]) -> set[str]:
    """The concepts and all whose parents lead to them."""
    known, more = set(found), True
    entries = vocabulary.concepts.entries
    while more:
        under = {key for key, (_, entry) in entries.items() if entry.get("parent") in known}
        more = not under <= known
        known |= under
    return known


def unknown(vocabulary: Vocabulary, words: str, what: str, fitting: Callable[[str], bool]) -> str:
    """That nothing fitting has this name, and the names that come nearest; `fitting` judges ids."""
    meant = ", ".join(_nearest(vocabulary, words, fitting))
    shown = words if len(words) <= 60 else f"{words[:60]}…"
    hint = f"; did you mean {meant}?" if meant else "; the vocabulary has no name like it (see --vocabulary)"
    return f"no {what} {shown!r} is known{hint}"


def _nearest(vocabulary: Vocabulary, words: str, fitting: Callable[[str], bool]) -> list[str]:
    """The names under which the concepts with the most similar name of any kind are listed, each once."""
    from rapidfuzz import fuzz, process  # late: needed by a misspelt name only

    known = [
        (name, vocabulary.concepts.entries[sense.concept_id][1]["name"])
        for name, senses in vocabulary.senses.items()
        for sense in senses
        if sense.form != "not" and fitting(sense.concept_id)
    ]
    near = process.extract(
        normalise_name(words)[:100], [name for name, _ in known], scorer=fuzz.token_sort_ratio,
        limit=_NEAREST * 4, score_cutoff=_NEAR,
    )  # fmt: skip
    return list(dict.fromkeys(known[at][1] for _, _, at in near))[:_NEAREST]
