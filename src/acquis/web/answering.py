"""The fields of a form in, what a person answers to a finding out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar, get_args

from starlette.datastructures import FormData

from acquis.errors import RequestError
from acquis.exporters.cards import concept_name
from acquis.grammar.edtf import read_edtf
from acquis.model.answer import Answer
from acquis.model.claim import Act, Claim, Element
from acquis.model.judgement import Correction, Removable, Verdict
from acquis.model.kept import KeptClaim
from acquis.model.when import When
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lookup import find_actor, find_concept
from acquis.web.asked import one_of
from acquis.web.desk import Desk
from acquis.web.posted import words_of

BETWEEN = ";"
Value = TypeVar("Value")
_LONGEST_REASON = 2_000


def answer_of(desk: Desk, form: FormData) -> Answer:
    """The answer that a form gives. Raises RequestError for what cannot be meant, NotKept where there is no finding."""
    verdict = one_of(words_of(form, "verdict"), get_args(Verdict))
    if verdict is None:
        raise RequestError("no verdict was given; accept, reject, correct or withdraw")
    kept = desk.workspace.claim(words_of(form, "key"), viewer=desk.viewer)
    return Answer(
        key=kept.key,
        verdict=verdict,
        after=words_of(form, "after"),
        why=words_of(form, "why")[:_LONGEST_REASON],
        correction=_correction(desk, kept, form) if verdict == "correct" else None,
    )


def spoken(desk: Desk, values: tuple[str, ...], find: Callable[[Vocabulary, str], str]) -> str:
    """Codes or ids as a person may type them: by the names that lead back to them, else as they are."""
    return f"{BETWEEN} ".join(_name(desk, value, find) for value in values)


def _name(desk: Desk, value: str, find: Callable[[Vocabulary, str], str]) -> str:
    name = concept_name(value, desk.vocabulary) if "." in value else desk.name_of(value)
    with suppress(RequestError):
        if BETWEEN not in name and find(desk.vocabulary, name) == value:
            return name
    return value


def _correction(desk: Desk, kept: KeptClaim, form: FormData) -> Correction:
    """What the form says otherwise than the finding does; fields that are missing leave all as it is."""
    claim = kept.claim
    return Correction(
        act=_other(one_of(words_of(form, "act"), get_args(Act)), claim.act),
        owners=_other(_listed(desk, kept, form, "owners"), claim.owners),
        addressees=_other(_listed(desk, kept, form, "addressees"), claim.addressees),
        grade=_other(_grade(form), claim.grade),
        element=_other(one_of(words_of(form, "element"), get_args(Element)), claim.element),
        targets=_other(_listed(desk, kept, form, "targets"), claim.targets),
        due=_due(claim, form),
        venue=_other(words_of(form, "place") or None, claim.venue),
        quote=_quote(claim, form),
        without=frozenset(_emptied(claim, form)),
    )


def _other(said: Value | None, is_now: Value | None) -> Value | None:
    return said if said != is_now else None


def _listed(desk: Desk, kept: KeptClaim, form: FormData, name: str) -> tuple[str, ...] | None:
    """The codes or ids of a field with several values; None where the form has no such field."""
    if name not in form:
        return None
    known = {"owners": kept.claim.owners, "addressees": kept.claim.addressees, "targets": kept.claim.targets}[
        name
    ]
    find = find_concept if name == "targets" else find_actor
    typed = [part.strip() for part in words_of(form, name).split(BETWEEN)]
    found = (_meant(desk, kept, part, known, find) for part in typed if part)
    return tuple(dict.fromkeys(found))


def _meant(
    desk: Desk, kept: KeptClaim, words: str, known: tuple[str, ...], find: Callable[[Vocabulary, str], str]
) -> str:
    """What one value means; a name that the vocabulary does not have has to stand in the document."""
    if words in known:
        return words
    try:
        return find(desk.vocabulary, words)
    except RequestError:
        shown = desk.workspace.show(kept.document, viewer=desk.viewer)
        if find is find_actor and words in shown.record.document.text:
            return words
        raise


def _grade(form: FormData) -> int | None:
    words = words_of(form, "grade")
    if words and words not in ("1", "2", "3", "4", "5"):
        raise RequestError(f"no grade {words[:20]!r}; expected 1 to 5")
    return int(words) if words else None


def _due(claim: Claim, form: FormData) -> When | None:
    words = words_of(form, "due")
    if not words or (claim.due and claim.due.edtf == words):
        return None
    when = read_edtf(words)
    if when is None:
        raise RequestError(
            f"{words[:40]!r} is no date; expected 2031, 2031-05, 2031-05-02 or 2031-05-02/2031-05-04"
        )
    return when


def _quote(claim: Claim, form: FormData) -> str | None:
    words = words_of(form, "quote")
    return words if words and words.split() != claim.evidence.quote.split() else None


def _emptied(claim: Claim, form: FormData) -> Iterator[Removable]:
    """The values that the finding has and the form was sent without."""
    has: dict[Removable, object] = {
        "grade": claim.grade, "element": claim.element, "due": claim.due and claim.due.edtf, "place": claim.venue,
    }  # fmt: skip
    for name, value in has.items():
        if value and name in form and not words_of(form, name):
            yield name
