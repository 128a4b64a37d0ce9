"""A promise and a later sentence in; whether the two leave no doubt, by rules one can state, out.

Done: the sentence names the very thing that was promised, by its full proper name, with the verb of the promise
finished next to it ("launch the Harbour Fellowship", "the Harbour Fellowship was launched"). Said again: the sentence
is the promise itself, nearly word for word. Everything else waits for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from acquis.analysis.searching.terms import plain_text, terms_of
from acquis.model.promise import Relation

# Verbs of promises, and the finished forms that keep them.
_KEEPS: dict[str, str] = {
    "hold host convene organize organise co-host cohost meet gather":
        "held hosted convened organized organised co-hosted met gathered took concluded opened",
    "launch establish create form inaugurate begin start stand set open develop build":
        "launched established created formed inaugurated begun began started stood set opened developed built launches "
        "establishes launching establishing establishment launch inauguration creation",
    "publish release issue unveil present submit announce deliver":
        "published released issued unveiled presented submitted announced delivered releases publishes issues",
    "sign conclude finalize finalise complete adopt endorse ratify":
        "signed concluded finalized finalised completed adopted endorsed ratified",
    "appoint nominate name designate": "appointed nominated named designated",
}  # fmt: skip
_FINISHED = {verb: frozenset(done.split()) for verbs, done in _KEEPS.items() for verb in verbs.split()}
_PROMISING = re.compile(
    r"\b(?:will|shall|to|'ll|would)\s+(?:also |soon |jointly |formally |together )?([a-z-]+)\s+|^\W*([A-Z][a-z-]+)\s+(?=a |an |the |[A-Z])"
)
_NAME = re.compile(r"[A-Z][\w&'.-]*(?:[ -](?:of |for |on |and |the |to |in )*[A-Z0-9][\w&'.-]*)+")
_TITLES = re.compile(
    r"^(?:the )?(?:President|Prime|Secretary|Minister|Ministers|Ambassador|Director|Vice|Mr|Ms|Mrs|Dr|Deputy|Chancellor|King|"
    r"Queen|National Security Advisor|Leaders?|United States|White House|European Union|Executive Order|Biden)\b"
)
# A name that is one of something, not a place or a person: at least one such word, and one that is not.
_THINGS = frozenset(
    """
    academy accelerator accord agreement alliance arrangement assembly bank board bureau center centre challenge charter
    coalition commission committee compact conference consortium convention corridor council curriculum database
    declaration dialogue directory exercise facility fellowship force forum framework fund group guidelines hub index
    initiative institute laboratory line mechanism memorandum mission network observatory office panel partnership
    pilot pact plan platform portal principles programme program project protocol register registry report roadmap
    roundtable school secretariat series strategy summit system taskforce team toolkit treaty understanding unit week
    workshop
    """.split()
)
_PLAIN = frozenset(
    """
    the of for on and to in new joint national presidential task working senior steering action first annual security
    white house executive federal government
    """.split()
)
_BOILERPLATE = re.compile(r"^\W*(?:This (?:order|memorandum|agreement|directive)|Nothing in this)\b")
_AHEAD = frozenset(
    "will would shall plan plans intend intends could should upcoming next forthcoming".split()
)
_REACH = 70  # characters after the verb in which the thing that is promised is named
_DESCRIBING = 8  # words between the verb and the name: "a new, open and secure …"
_LEADING_AWAY = frozenset("with to for on at by from that which who in into through under".split())
_NEAR = 60  # characters between its name and the verb that finished it
_ALIKE, _ALIKE_BACK, _FEWEST = 0.85, 0.75, 8


def settles(promise: str, later: str, relation: Relation) -> str | None:
    """Why the sentence settles the promise, in words; None where a person has to look."""
    if relation == "done":
        return _kept(promise, later)
    if relation in ("repeated", "strengthened", "weakened"):
        return _said_again(promise, later)
    return None


def _kept(promise: str, later: str) -> str | None:
    things = _things(promise)
    words = plain_text(later) if things else ""
    for verb, name in things:
        at = words.find(name)
        while at >= 0:
            near = (
                words[max(0, at - _NEAR) : at].split(". ")[-1],
                words[at + len(name) : at + len(name) + _NEAR].split(". ")[0],
            )
            told = {word for side in near for word in re.findall(r"[a-z-]+", side.lower())}
            if told & _FINISHED[verb] and not told & _AHEAD:
                return f"“{name}” and the finished verb beside it"
            at = words.find(name, at + 1)
    return None


@lru_cache(maxsize=1 << 12)
def _things(promise: str) -> tuple[tuple[str, str], ...]:
    """What is promised by its proper name, with the verb."""
    return tuple(_named(plain_text(promise)))


def _named(words: str) -> Iterator[tuple[str, str]]:
    for match in _PROMISING.finditer(words):
        verb = (match[1] or match[2]).lower()
        if verb not in _FINISHED:
            continue
        reach = words[match.end() : match.end() + _REACH + 60]
        found = _NAME.search(reach)
        if found and _is_object(reach[: found.start()]) and _is_thing(found.group()):
            yield verb, found.group().rstrip(".'")


def _is_object(between: str) -> bool:
    """Is what is named the object of the verb, with nothing but a few words that describe it between them?"""
    words = between.lower().split()
    return len(between) <= _REACH and len(words) <= _DESCRIBING and _LEADING_AWAY.isdisjoint(words)


def _is_thing(name: str) -> bool:
    """Is it the proper name of something, and not of a place, a person or a body that every State has?"""
    words = {word.strip(".,'").lower() for word in name.replace("-", " ").split()}
    kinds = {word for word in words if word in _THINGS or word.removesuffix("s") in _THINGS}
    return bool(kinds) and bool(words - kinds - _PLAIN) and not _TITLES.match(name)


def _said_again(promise: str, later: str) -> str | None:
    before, after = _terms(promise), _terms(later)
    shared = len(before & after)
    if shared < _FEWEST or _BOILERPLATE.match(promise):
        return None
    if shared >= _ALIKE * len(before) and shared >= _ALIKE_BACK * len(after):
        return "the same sentence in nearly the same words"
    return None


@lru_cache(maxsize=1 << 14)
def _terms(sentence: str) -> frozenset[str]:
    return frozenset(terms_of(plain_text(sentence)))
