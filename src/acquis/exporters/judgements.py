"""JSON lines of judgements, made by `export judgements` anywhere, back to judgements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import get_args

from acquis.errors import RequestError
from acquis.model.anchor import Anchor
from acquis.model.claim import Act, Element
from acquis.model.judgement import Finding, Judgement, SubjectKind, Tie, Verdict
from acquis.model.marking import read_marking
from acquis.model.promise import Relation
from acquis.model.when import When
from acquis.store.judgement_codec import read_judgement_body
from acquis.store.judgements import sealed

_LONGEST = 1_000_000
_OCCURRENCES = 1_000
_UNKEPT = re.compile("[\x00\ud800-\udfff]")


def read_judgements(lines: Iterable[str], name: str) -> Iterator[Judgement]:
    """The judgements of a file called `name`; raises RequestError at the first line that is none.

    A line whose content does not have its id was changed after it was made, and is refused.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _judgement(line) if len(line) <= _LONGEST else None
        if found is None:
            raise RequestError(
                f"{name}:{number}: no judgement; expected a line of `acquis export judgements`"
            )
        if isinstance(found, Judgement):
            if sealed(found).id != found.id:
                raise RequestError(
                    f"{name}:{number}: the judgement was changed after it was made; import refused"
                )
            yield found


def _judgement(line: str) -> Judgement | bool | None:
    """The judgement of a line; True for the head of an export, None for anything else."""
    try:
        body = json.loads(line)
        if "export" in body:
            return body["export"] == "judgements" or None
        marking = read_marking(body["marking"])
        if marking is None:
            return None
        judgement = read_judgement_body(body, marking)
        return judgement if _is_sound(judgement) else None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _is_sound(judgement: Judgement) -> bool:
    """Are all its values what the model says? JSON can hold anything."""
    subject, value = judgement.subject, judgement.value
    words = (judgement.id, judgement.by, judgement.at, judgement.why, *_words_of(subject.anchors))
    return (
        subject.kind in get_args(SubjectKind)
        and (subject.act is None or subject.act in get_args(Act))
        and _is_number(subject.occurrence, _OCCURRENCES)
        and judgement.verdict in get_args(Verdict)
        and (_is_sound_link(judgement) if subject.kind == "link" else _is_sound_verdict(judgement))
        and all(map(_is_text, words))
        and _is_sound_withdrawal(judgement)
        and _is_moment(judgement.at)
        and (value is None or _is_sound_finding(value))
    )


def _is_sound_verdict(judgement: Judgement) -> bool:
    """One finding at its words, or a pair of them; what is not rejected says what stands."""
    subject = judgement.subject
    return (
        len(subject.anchors) == (1 if subject.kind == "finding" else 2)
        and all(anchor.quote.strip() for anchor in subject.anchors)
        and subject.tie is None
        and judgement.relation is None
        and _has_sound_value(judgement)
    )


def _has_sound_value(judgement: Judgement) -> bool:
    """What stands of a finding has a value, no other has; a pair is accepted as it is, or rejected."""
    if judgement.subject.kind == "pair" and judgement.verdict == "accept":
        return True
    return (judgement.value is None) == (judgement.verdict in ("reject", "withdraw"))


def _is_sound_withdrawal(judgement: Judgement) -> bool:
    """It names what it takes back, and nothing else does."""
    named = judgement.withdraws
    return named is None if judgement.verdict != "withdraw" else bool(named) and _is_text(named)


def _is_sound_link(judgement: Judgement) -> bool:
    """Two works, two names, or a promise and its sequel; only works are tied without words."""
    subject = judgement.subject
    related = judgement.relation in get_args(Relation)
    return (
        len(set(subject.anchors)) == 2
        and subject.tie in get_args(Tie)
        and (subject.tie == "edition" or all(anchor.quote.strip() for anchor in subject.anchors))
        and judgement.verdict in ("accept", "reject")
        and judgement.value is None
        and related == (subject.tie == "sequel" and judgement.verdict == "accept")
    )


def _is_sound_finding(value: Finding) -> bool:
    lists = (value.owners, value.addressees, value.targets)
    words = (*(word for each in lists for word in each), *_words_of((value.anchor,)))
    return (
        value.act in get_args(Act)
        and all(isinstance(each, tuple) for each in lists)
        and (value.element is None or value.element in get_args(Element))
        and (value.grade is None or _is_number(value.grade, 5))
        and all(map(_is_text, words))
        and (value.venue is None or _is_text(value.venue))
        and (value.due is None or _is_sound_time(value.due))
    )


def _is_sound_time(due: When) -> bool:
    return _is_text(due.words) and (due.edtf is None or _is_text(due.edtf)) and isinstance(due.inferred, bool)


def _is_text(word: object) -> bool:
    """A text that every engine can keep: without NUL and without halves of characters."""
    return isinstance(word, str) and not _UNKEPT.search(word)


def _is_number(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most


def _is_moment(words: str) -> bool:
    """A time as we write it: the latest judgement is found by comparing these as text."""
    return datetime.fromisoformat(words).astimezone(UTC).isoformat(timespec="microseconds") == words


def _words_of(anchors: Iterable[Anchor]) -> Iterator[object]:
    for anchor in anchors:
        yield from (anchor.work, anchor.quote, anchor.before, anchor.after)
