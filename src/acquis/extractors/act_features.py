"""A clause to features for the acts model: cues with form and subject, opening words, words and pairs of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.extractors.clause import ADVERBS, Clause, CueFrame
from acquis.extractors.tone import tone

_NAME = "§name"
_AUXILIARIES = frozenset(
    "is are was were be been has have had will shall must should can could may might would do does did am cannot ll ve re".split()
)


def voice_kind(kind: str, voices: int) -> str:
    """ "closed" where several parties speak together (their "we" is themselves), "open" where one speaks to others."""
    return "closed" if kind == "communique" or voices > 1 else "open"


def features(
    words: Sequence[str], clause: Clause, *, kind: str, stem: str, ends_with: str, names: frozenset[int]
) -> list[str]:
    """The features of one passage; the same one may come twice.

    `kind` is the kind of voice (`voice_kind`), `stem` the act its lead-in promises ("" if none), `ends_with` its last mark,
    `names` the tokens that belong to names of actors (they count as one word, whoever it is).
    """
    found = [f"k:{kind}", f"x:{ends_with}" if ends_with in "?:" else "x"]
    if stem:
        found.append(f"stem:{stem}")
        found.append("stem")
    found += _of_cues(clause, kind)
    found += _of_verbs(words, clause)
    found += tone(words, clause)
    found += _of_words(_shaped(words, clause, names), kind)
    return found


def _shaped(words: Sequence[str], clause: Clause, names: frozenset[int]) -> list[str]:
    """The words of a passage, each name of an actor as one word and each number as another."""
    first, last = clause.first, clause.last
    shaped = [word if word.isalpha() or not word[0].isdigit() else "0" for word in words[first:last]]
    for at in names:
        if first <= at < last:
            shaped[at - first] = _NAME
    return shaped


def _of_cues(clause: Clause, kind: str) -> Iterator[str]:
    rank = 0
    seen = ""
    for frame in clause.frames:
        act, name = frame.hit.cue
        who = frame.subject.kind if frame.subject else "none"
        place = frame.position + ("<" if frame.inside else "") + ("!" if frame.negated else "")
        yield f"a:{act}"
        yield f"c:{name}"
        yield f"c:{name}:{place}"
        yield f"c:{name}:{frame.position}:{who}"
        yield f"a:{act}:{place}:{who}"
        yield f"a:{act}:{who}:{kind}"
        if _is_main(frame):
            if rank < 3:
                yield f"r{rank}:{act}"
                yield f"r{rank}:{act}:{who}"
                yield f"r{rank}:{name}"
            if seen:
                yield f"rr:{seen}>{act}"
            seen = act
            rank += 1
    if not clause.frames:
        yield "nocue"
    if rank == 0:
        yield "nomain"
    leader = clause.subjects[0] if clause.subjects else None
    yield f"s:{leader.kind if leader else 'none'}:{bool(leader and leader.bound)}"
    yield f"s:{leader.kind if leader else 'none'}:{kind}"


def _of_verbs(words: Sequence[str], clause: Clause) -> Iterator[str]:
    """The verb after each free subject, by its form and, behind an auxiliary, the form of the next word."""
    free = [subject for subject in clause.subjects if not subject.bound][:2]
    for rank, subject in enumerate(free):
        at = _next_word(words, subject.last + 1, clause.last)
        if at is None:
            continue
        verb = words[at]
        yield f"v{rank}:{subject.kind}:{verb}"
        yield f"v{rank}:{subject.kind}:{_form(verb)}"
        after = _next_word(words, at + 1, clause.last) if verb in _AUXILIARIES else None
        if after is not None:
            yield f"vv:{verb}:{_form(words[after])}"
            yield f"vv:{subject.kind}:{verb}:{_form(words[after])}"
            yield f"vw:{words[after]}"


def _next_word(words: Sequence[str], at: int, last: int) -> int | None:
    """The next word that is no adverb."""
    while at < last and (words[at] in ADVERBS or words[at].endswith("ly") or words[at] == "s"):
        at += 1
    return at if at < last else None


def _form(word: str) -> str:
    return next((ending for ending in ("ing", "ed", "s") if word.endswith(ending) and len(word) > 3), "base")


def _is_main(frame: CueFrame) -> bool:
    return not frame.inside and frame.position in ("main", "prog", "pass", "perf", "modal", "part")


def _of_words(shaped: list[str], kind: str) -> list[str]:
    """Words, pairs of words and the first three pairs; a row of names counts as one name."""
    pairs = [pair for pair in zip(["^", *shaped], shaped, strict=False) if pair != (_NAME, _NAME)]
    opening = [pair for pair in zip(["^", *shaped], shaped[:3], strict=False) if pair != (_NAME, _NAME)]
    return [
        *[f"w:{word}" for _, word in pairs],
        *[f"b:{before} {word}" for before, word in pairs],
        *[f"o:{before} {word}" for before, word in opening],
        f"n:{min(len(shaped) // 8, 6)}:{kind}",
    ]
