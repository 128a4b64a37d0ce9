"""Who can act in a passage: "we", the parties, States and bodies, everybody, the meeting, pronouns.

In: the words of a passage and the names found in it. Out: subjects, each with its kind and whether it is bound.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

SubjectKind = Literal[
    "we", "party", "group", "self", "other", "all", "event", "they", "he", "it", "this", "there", "body", "name",
]  # fmt: skip


class Subject(NamedTuple):
    """Someone or something that can act: tokens `first` to `last`; `bound` if behind a preposition or a verb."""

    kind: SubjectKind
    first: int
    last: int
    codes: tuple[str, ...]
    bound: bool


class Actor(NamedTuple):
    """A State, group or body named in the text: its tokens, its code ("" for a body), its standing in this document."""

    first: int
    last: int
    code: str
    kind: SubjectKind


_WE = frozenset("we i".split())
_OWN = frozenset("our my".split())
_PARTY = frozenset(
    "sides delegations participants officials parties chairs leaders ministers members partners representatives delegates"
    " principals secretaries presidents ambassadors experts side delegation signatories heads attendees allies interlocutors".split()
)
_GROUP = frozenset(
    "group groups initiative network partnership mechanism council committee alliance taskforce force".split()
)
_SIDE = frozenset(
    "side sides delegation delegations government governments authorities team officials members leaders".split()
)
_BOTH = frozenset("both two three four our its their respective participating partner member 2 3".split())
_MANY = frozenset(
    "states countries nations governments everyone everybody humanity humankind societies peoples all".split()
)
_COMMUNITY = ("community", "world")
_EVENT = frozenset(
    "dialogue meeting consultations discussions talks agenda session sessions exchange exchanges topics round conversation"
    " visit roundtable summit conference workshop discussion dialogues meetings views call".split()
)
_PRONOUNS: Mapping[str, SubjectKind] = {
    "they": "they", "he": "he", "she": "he", "it": "it", "this": "this", "these": "this", "that": "this", "there": "there",
}  # fmt: skip
PREPOSITIONS = frozenset(
    "of with by for to in between among amongst from on at through against including towards toward via under within into"
    " upon about over across without behalf like than as during following after before alongside across".split()
)
_LIGHT = frozenset(
    "the a an both two three four five all our their its his her my this these those many several other some any each every"
    " senior respective most no such co more 2 3 relevant participating partner member like minded heads and".split()
)
_OPENING = ("and", "that", "but", "while", "because")
# Every word that can be a subject: a cheap test before the questions of `_word_kind`.
_ACTING = _WE | _OWN | _PARTY | _GROUP | _MANY | _EVENT | _PRONOUNS.keys() | set(_COMMUNITY)


def find_subjects(
    words: Sequence[str], span: tuple[int, int], actors: Sequence[Actor], cue_ends: set[int], breaks: set[int]
) -> list[Subject]:  # fmt: skip
    """The subjects among the tokens of `span`, in order; names in a row are one subject with several codes.

    `cue_ends` are the last tokens of cues (what follows one is its object), `breaks` the tokens after a comma
    or the like (what stands before one binds nothing behind it).
    """
    first, last = span
    named = {actor.first: actor for actor in actors}
    found: list[Subject] = []
    rows: dict[int, list[str]] = {}
    behind = first
    for at in [at for at in range(first, last) if words[at] in _ACTING or at in named]:
        actor = named.get(at)
        kind: SubjectKind | None = actor.kind if actor else _word_kind(words, at, first, breaks)
        if kind is None or at < behind:
            continue
        end = actor.last if actor else at
        codes = (actor.code,) if actor and actor.code else ()
        bound = _bound(words, at, first, cue_ends, breaks)
        before = found[-1] if found else None
        if actor is None and before and before.codes and _side_of(words, before.last, at):
            found[-1] = before._replace(last=at)
            continue
        if codes and before and before.codes and _joined(words, before.last, at):
            rows.setdefault(len(found) - 1, list(before.codes)).extend(codes)
            found[-1] = before._replace(last=end)
        else:
            found.append(Subject(kind, at, end, codes, bound))
        behind = end + 1
    for at, joined in rows.items():
        found[at] = found[at]._replace(codes=tuple(joined))
    return found


def _side_of(words: Sequence[str], last: int, at: int) -> bool:
    """Is the word the side of the name before it ("the Aldorian delegation", "Aldoria's delegation")?"""
    return words[at] in _SIDE and (last == at - 1 or (last == at - 2 and words[at - 1] == "s"))


def _word_kind(words: Sequence[str], at: int, first: int, breaks: set[int]) -> SubjectKind | None:
    word = words[at]
    if word in _WE:
        return "we"
    if word in _OWN:
        opens = at == first or at in breaks or words[at - 1] in _OPENING
        return "we" if opens else None
    if word in _PRONOUNS:
        return _PRONOUNS[word]
    if word in _PARTY:
        return "party"
    if word in _GROUP:
        return "group"
    if word in _MANY:
        return "party" if at > first and words[at - 1] in _BOTH and word != "all" else "all"
    if word in _COMMUNITY and at > first and words[at - 1] in ("international", "the", "global", "entire"):
        return "all"
    if word in _EVENT:
        return "event"
    return None


def _joined(words: Sequence[str], last: int, at: int) -> bool:
    """Are two names parts of one list ("Aldoria, Brevania and the Union")?"""
    between = words[last + 1 : at]
    return len(between) <= 3 and all(word in ("and", "the", "as", "well", "s") for word in between)


def _bound(words: Sequence[str], at: int, first: int, cue_ends: set[int], breaks: set[int]) -> bool:
    """Is the actor at this token behind a preposition, or the object of a cue?"""
    back = at
    for _ in range(4):
        if back == first or back in breaks:
            return False
        back -= 1
        if words[back] in PREPOSITIONS:
            return True
        if back in cue_ends:
            return True
        if words[back] not in _LIGHT:
            return False
    return False
