"""The words of one passage to its cues and subjects: what is said, in which form, and of whom.

There is no parser: a cue's subject is the nearest actor before it that is neither behind a preposition nor the
object of another cue. That is wrong at times, and the acts model has learnt how far to trust it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from acquis.extractors.cues import CueHit, find_cues

SubjectKind = Literal["we", "party", "group", "self", "other", "all", "event", "they", "he", "it", "this", "there", "body", "name"]
Position = Literal["main", "inf", "rel", "ger", "part", "prog", "pass", "perf", "modal", "noun"]


class Subject(NamedTuple):
    """Someone or something that can act: tokens `first` to `last`; `bound` if behind a preposition or a verb."""

    kind: SubjectKind
    first: int
    last: int
    codes: tuple[str, ...]
    bound: bool


class CueFrame(NamedTuple):
    """A cue in its clause: form, subject, and whether it lies in a that-clause of an earlier cue."""

    hit: CueHit
    position: Position
    subject: Subject | None
    negated: bool
    inside: bool


class Clause(NamedTuple):
    """One passage, analysed: its tokens `first:last`, its framed cues and its subjects, in order."""

    first: int
    last: int
    frames: tuple[CueFrame, ...]
    subjects: tuple[Subject, ...]


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
_GROUP = frozenset("group groups initiative network partnership mechanism council committee alliance taskforce force".split())
_SIDE = frozenset("side sides delegation delegations government governments authorities team officials members leaders".split())
_BOTH = frozenset("both two three four our its their respective participating partner member 2 3".split())
_MANY = frozenset("states countries nations governments everyone everybody humanity humankind societies peoples all".split())
_COMMUNITY = ("community", "world")
_EVENT = frozenset(
    "dialogue meeting consultations discussions talks agenda session sessions exchange exchanges topics round conversation"
    " visit roundtable summit conference workshop discussion dialogues meetings views call".split()
)
_PRONOUNS: Mapping[str, SubjectKind] = {
    "they": "they", "he": "he", "she": "he", "it": "it", "this": "this", "these": "this", "that": "this", "there": "there",
}  # fmt: skip
_PREPOSITIONS = frozenset(
    "of with by for to in between among amongst from on at through against including towards toward via under within into"
    " upon about over across without behalf like than as during following after before alongside across".split()
)
_LIGHT = frozenset(
    "the a an both two three four five all our their its his her my this these those many several other some any each every"
    " senior respective most no such co more 2 3 relevant participating partner member like minded heads and".split()
)
ADVERBS = frozenset(
    "also further therefore again jointly today now once fully strongly thus then hereby still always never not likewise both"
    " each all just already together even often soon accordingly indeed hence so well as too deeply".split()
)
_BE = frozenset("is are was were be been being am re".split())
_HAVE = frozenset("has have had ve".split())
_MODAL = frozenset("will shall must should can could may might would cannot ll".split())
_WISH = frozenset("continue continues continued like wish wishes want wants me us opportunity wishing convened here".split())
_RELATIVE = frozenset("which who that".split())
_DETERMINERS = frozenset("the a an our their its his her my this these those such any no strong full joint mutual of and".split())
_THAT = frozenset("that whether how why because if which who".split())
_NEGATION = frozenset("not never no cannot nor neither without".split())
_SUBORDINATE = frozenset("as while although when if since because though whereas once until unless".split())
_NOUNS = frozenset(
    "support visit host call report concern plan promise pledge request demand launch train fund help threat attack work focus"
    " address exchange review brief update offer need praise hope benefit progress increase form conduct order note value challenge"
    " issues reports plans visits calls concerns works supports attacks threats risks reviews updates offers needs advances results"
    " risk danger victim crisis target outline contact release issue finance progress".split()
)
# Every word that can be a subject: a cheap test before the questions of `_word_kind`.
_ACTING = _WE | _OWN | _PARTY | _GROUP | _MANY | _EVENT | _PRONOUNS.keys() | set(_COMMUNITY)
# Between two words, these part what stands before from what comes after.
_PARTING = re.compile(r"[,;:—–()]")
_MODAL_CUES = frozenset(("must", "should", "will", "need-to", "cannot-allow"))


def analyse(
    text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int], span: tuple[int, int], actors: Sequence[Actor]
) -> Clause:  # fmt: skip
    """The clause of the tokens `span[0]:span[1]`; `actors` are the names found in it."""
    first, last = span
    hits = [hit for hit in find_cues(words, first, last) if not _is_name(text, words, starts, hit, first)]
    cue_ends = {hit.last for hit in hits}
    marks = _PARTING.finditer(text, ends[first], starts[last - 1]) if first < last else ()
    breaks = {bisect_left(starts, mark.start(), first, last) for mark in marks}
    subjects = _subjects(words, first, last, actors, cue_ends, breaks)
    embeds = _first_embedding(words, hits, last)
    opening = _opening_clause(words, first, breaks)
    free = [subject for subject in subjects if not subject.bound]
    frames: list[CueFrame] = []
    leader: CueFrame | None = None
    for hit in hits:
        frame = _frame(hit, words, first, _subject_of(hit, subjects, free), breaks, embeds)
        frame = _inherited(_settled(frame, words, opening), leader, words)
        if leader is None and frame.position in ("main", "perf", "prog", "modal") and not frame.inside and frame.subject:
            leader = frame
        frames.append(frame)
    return Clause(first, last, tuple(frames), tuple(subjects))


def _is_name(text: str, words: Sequence[str], starts: Sequence[int], hit: CueHit, first: int) -> bool:
    """Is a single-word cue a person's name ("Will", "Grant")?"""
    alone = hit.first == hit.last and hit.first > first and words[hit.first] in ("will", "may", "mark", "grant")
    return alone and text[starts[hit.first]].isupper() and not text[starts[hit.first] + 1].isupper()


def _subjects(
    words: Sequence[str], first: int, last: int, actors: Sequence[Actor], cue_ends: set[int], breaks: set[int]
) -> list[Subject]:  # fmt: skip
    named = {actor.first: actor for actor in actors}
    found: list[Subject] = []
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
        if actor is None and before and before.codes and before.last == at - 1 and words[at] in _SIDE:
            found[-1] = before._replace(last=at)
            continue
        if codes and before and before.codes and _joined(words, before.last, at):
            found[-1] = Subject(before.kind, before.first, end, before.codes + codes, before.bound)
        else:
            found.append(Subject(kind, at, end, codes, bound))
        behind = end + 1
    return found


def _word_kind(words: Sequence[str], at: int, first: int, breaks: set[int]) -> SubjectKind | None:
    word = words[at]
    if word in _WE:
        return "we"
    if word in _OWN:
        return "we" if at == first or at in breaks or words[at - 1] in ("and", "that", "but", "while", "because") else None
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
        if words[back] in _PREPOSITIONS:
            return True
        if back in cue_ends:
            return True
        if words[back] not in _LIGHT:
            return False
    return False


def _first_embedding(words: Sequence[str], hits: list[CueHit], last: int) -> int:
    """The first "that" (or its like) behind a cue: what comes after it lies inside that cue; `last` if there is none."""
    behind = min((hit.last for hit in hits if hit.cue.act != "none"), default=last)
    return next((at for at in range(behind + 1, last) if words[at] in _THAT), last)


def _frame(
    hit: CueHit, words: Sequence[str], first: int, subject: Subject | None, breaks: set[int], embeds: int
) -> CueFrame:  # fmt: skip
    position, negated = _position(hit, words, first, breaks)
    return CueFrame(hit, position, subject, negated, embeds < hit.first)


def _opening_clause(words: Sequence[str], first: int, breaks: set[int]) -> int:
    """Where an opening "as …," or "if …," clause ends; `first` where there is none."""
    if words[first] not in _SUBORDINATE and words[first : first + 2] != ["just", "as"]:
        return first
    return min(breaks, default=first)


def _settled(frame: CueFrame, words: Sequence[str], opening: int) -> CueFrame:
    """A cue in an opening clause lies inside; a bare form without a subject beside it is a noun ("the visit")."""
    hit, subject = frame.hit, frame.subject
    if hit.first < opening:
        frame = frame._replace(inside=True)
    bare = hit.first == hit.last and frame.position == "main" and words[hit.first] in _NOUNS
    beside = subject is not None and hit.first - subject.last <= 2
    bare = bare or (hit.cue.name == "plan" and frame.position == "main" and words[hit.first] in ("plan", "plans"))
    if bare and not beside and words[hit.first - 1] not in ("and", "to", "or"):
        return frame._replace(position="noun")
    return frame


def _inherited(frame: CueFrame, leader: CueFrame | None, words: Sequence[str]) -> CueFrame:
    """A verb right after "and" shares the subject of the sentence's first verb ("discussed … and agreed to …")."""
    if leader is None or frame.position not in ("main", "perf", "modal", "pass"):
        return frame
    at = frame.hit.first - 1
    while at > leader.hit.last and words[at] not in ("and", "but") and (words[at] in ADVERBS or words[at].endswith("ly")):
        at -= 1
    return frame._replace(subject=leader.subject) if words[at] in ("and", "but") else frame


def _position(hit: CueHit, words: Sequence[str], first: int, breaks: set[int]) -> tuple[Position, bool]:
    at, word = hit.first - 1, words[hit.first]
    negated = False
    while at >= first and (words[at] in ADVERBS or words[at].endswith("ly")) and at + 1 not in breaks:
        negated = negated or words[at] in _NEGATION
        at -= 1
    opens = at < first or at + 1 in breaks
    before = words[at] if at >= first else ""
    if word.endswith("ing"):
        if before in _BE and not opens:
            return "prog", negated
        return ("ger" if before in _PREPOSITIONS and not opens else "part"), negated
    if opens:
        return "main", negated
    if before == "to":
        return ("main" if at - 1 >= first and words[at - 1] in _WISH else "inf"), negated
    if before in _BE:
        return "pass", negated
    if before in _HAVE:
        return "perf", negated
    if before in _MODAL:
        return "modal", negated or before == "cannot"
    if before in _RELATIVE:
        return "rel", negated
    if hit.cue.name not in ("time-to", "of-concern") and before in _DETERMINERS and before != "and" and not word.endswith("ed"):
        return "noun", negated
    return "main", negated


def _subject_of(hit: CueHit, subjects: list[Subject], free: list[Subject]) -> Subject | None:
    """The last subject before a cue that is free; a bound one only where it stands right before a modal."""
    last = _last_before(hit.first, subjects)
    if last and hit.first - last.last <= 2 and hit.cue.name in _MODAL_CUES:
        return last
    return _last_before(hit.first, free)


def _last_before(at: int, subjects: list[Subject]) -> Subject | None:
    behind = bisect_left(subjects, at, key=lambda subject: subject.last)
    return subjects[behind - 1] if behind else None
