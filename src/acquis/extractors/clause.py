"""The words of one passage to its cues and subjects: what is said, in which form, and of whom.

There is no parser: a cue's subject is the nearest actor before it that is neither behind a preposition nor the
object of another cue. That is wrong at times, and the acts model has learnt how far to trust it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from acquis.extractors.cues import CueHit, find_cues
from acquis.extractors.subjects import PREPOSITIONS, Actor, Subject, find_subjects
from acquis.grammar.tokens import Tokens

Position = Literal["main", "inf", "rel", "ger", "part", "prog", "pass", "perf", "modal", "noun"]


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


ADVERBS = frozenset(
    "also further therefore again jointly today now once fully strongly thus then hereby still always never not likewise both"
    " each all just already together even often soon accordingly indeed hence so well as too deeply".split()
)
_BE = frozenset("is are was were be been being am re".split())
_HAVE = frozenset("has have had ve".split())
_MODAL = frozenset("will shall must should can could may might would cannot ll".split())
_WISH = frozenset(
    "continue continues continued like wish wishes want wants me us opportunity wishing convened here".split()
)
_FORMS: tuple[tuple[Position, frozenset[str]], ...] = (
    ("pass", _BE), ("perf", _HAVE), ("modal", _MODAL), ("rel", frozenset("which who that".split())),
)  # fmt: skip
_IDIOMS = ("time-to", "of-concern")
_DETERMINERS = frozenset(
    "the a an our their its his her my this these those such any no strong full joint mutual of and".split()
)
_THAT = frozenset("that whether how why because if which who".split())
_NEGATION = frozenset("not never no cannot nor neither without".split())
_SUBORDINATE = frozenset("as while although when if since because though whereas once until unless".split())
_NOUNS = frozenset(
    "chair chairs draft point points support visit host call report concern plan promise pledge request demand launch train fund help threat attack work focus"
    " address exchange review brief update offer need praise hope benefit progress increase form conduct order note value challenge"
    " issues reports plans visits calls concerns works supports attacks threats risks reviews updates offers needs advances results"
    " risk danger victim crisis target outline contact release issue finance progress".split()
)
# Between two words, these part what stands before from what comes after.
_PARTING = re.compile(r"[,;:—–()]")
_NAMES = ("will", "may", "mark", "grant")
_LEADING = ("main", "perf", "prog", "modal")
_BESIDE = 8
_MODAL_CUES = frozenset(("must", "should", "will", "need-to", "cannot-allow"))


def cues_of(tokens: Tokens, span: tuple[int, int]) -> list[CueHit]:
    """The cues among the tokens `span[0]:span[1]`, persons' names left out."""
    return [hit for hit in find_cues(tokens.words, *span) if not _is_name(tokens, hit, span[0])]


def analyse(
    tokens: Tokens, span: tuple[int, int], actors: Sequence[Actor], hits: list[CueHit] | None = None
) -> Clause:  # fmt: skip
    """The clause of the tokens `span[0]:span[1]`; `actors` are the names, `hits` the cues found in it."""
    words, starts = tokens.words, tokens.starts
    first, last = span
    hits = cues_of(tokens, span) if hits is None else hits
    cue_ends = {hit.last for hit in hits}
    marks = _PARTING.finditer(tokens.text, tokens.ends[first], starts[last - 1]) if first < last else ()
    breaks = {bisect_left(starts, mark.start(), first, last) for mark in marks}
    subjects = find_subjects(words, span, actors, cue_ends, breaks)
    embeds = _first_embedding(words, hits, last)
    opening = _opening_clause(words, first, breaks)
    free = [subject for subject in subjects if not subject.bound]
    frames: list[CueFrame] = []
    leader: CueFrame | None = None
    for hit in hits:
        frame = _frame(hit, words, first, _subject_of(hit, subjects, free), breaks, embeds)
        frame = _inherited(_settled(frame, words, opening), leader, words)
        if leader is None and frame.position in _LEADING and not frame.inside and frame.subject:
            leader = frame
        frames.append(frame)
    return Clause(first, last, tuple(frames), tuple(subjects))


def _is_name(tokens: Tokens, hit: CueHit, first: int) -> bool:
    """Is a single-word cue a person's name ("Will", "Grant")?"""
    if hit.first != hit.last or hit.first == first or tokens.words[hit.first] not in _NAMES:
        return False
    start = tokens.starts[hit.first]
    return tokens.text[start].isupper() and not tokens.text[start + 1].isupper()


def _first_embedding(words: Sequence[str], hits: list[CueHit], last: int) -> int:
    """The first "that" (or its like) behind a cue: what comes after it lies inside that cue; `last` if there is none."""
    speaking = [hit for hit in hits if hit.cue.act != "none" or hit.cue.name == "hope"]
    ending = min((hit.last for hit in speaking if words[hit.last] in _THAT), default=last)
    behind = min((hit.last for hit in speaking), default=last)
    return min(ending, next((at for at in range(behind + 1, last) if words[at] in _THAT), last))


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
    bare = (hit.first == hit.last and words[hit.first] in _NOUNS) or words[hit.first] in ("plan", "plans")
    near = subject is not None and hit.first - subject.last <= _BESIDE
    beside = near and subject is not None and _words_between(subject, hit, words) <= 1
    joined = words[hit.first - 1] in ("and", "to", "or")
    noun = bare and frame.position == "main" and not beside and not joined
    return frame._replace(position="noun") if noun else frame


def _words_between(subject: Subject, hit: CueHit, words: Sequence[str]) -> int:
    """The words between a subject and a cue, adverbs not counted."""
    between = words[subject.last + 1 : hit.first]
    return sum(not (word in ADVERBS or word.endswith("ly")) for word in between)


def _inherited(frame: CueFrame, leader: CueFrame | None, words: Sequence[str]) -> CueFrame:
    """A verb right after "and" shares the subject of the sentence's first verb ("discussed … and agreed to …")."""
    if leader is None or frame.position not in ("main", "perf", "modal", "pass"):
        return frame
    at = frame.hit.first - 1
    while (
        at > leader.hit.last
        and words[at] not in ("and", "but")
        and (words[at] in ADVERBS or words[at].endswith("ly"))
    ):
        at -= 1
    return frame._replace(subject=leader.subject) if words[at] in ("and", "but") else frame


def _position(hit: CueHit, words: Sequence[str], first: int, breaks: set[int]) -> tuple[Position, bool]:
    """The form of a cue, from the word before it (adverbs skipped), and whether that negates it."""
    at, negated = hit.first - 1, False
    while at >= first and (words[at] in ADVERBS or words[at].endswith("ly")) and at + 1 not in breaks:
        negated = negated or words[at] in _NEGATION
        at -= 1
    opens = at < first or at + 1 in breaks
    before = "" if opens else words[at]
    if words[hit.first].endswith("ing"):
        return ("prog" if before in _BE else "ger" if before in PREPOSITIONS else "part"), negated
    if before == "to":
        return ("main" if at > first and words[at - 1] in _WISH else "inf"), negated
    for position, auxiliaries in _FORMS:
        if before in auxiliaries:
            return position, negated or before == "cannot"
    return ("noun" if _is_noun(hit, words, before) else "main"), negated


def _is_noun(hit: CueHit, words: Sequence[str], before: str) -> bool:
    """Does an article or the like make a noun of the cue ("the call", not "the adopted …")?"""
    if hit.cue.name in _IDIOMS or before not in _DETERMINERS:
        return False
    return before != "and" and not words[hit.first].endswith("ed")


def _subject_of(hit: CueHit, subjects: list[Subject], free: list[Subject]) -> Subject | None:
    """The last subject before a cue that is free; a bound one only where it stands right before a modal."""
    last = _last_before(hit.first, subjects)
    if last and hit.first - last.last <= 2 and hit.cue.name in _MODAL_CUES:
        return last
    return _last_before(hit.first, free)


def _last_before(at: int, subjects: list[Subject]) -> Subject | None:
    behind = bisect_left(subjects, at, key=lambda subject: subject.last)
    return subjects[behind - 1] if behind else None
