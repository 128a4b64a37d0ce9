"""Two things as a person names them in; the judgement that ties or parts them, kept, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from sqlalchemy import Connection, select

from acquis.errors import NotKept, RequestError
from acquis.model.anchor import Anchor
from acquis.model.judgement import Judgement, Subject, Tie, Verdict
from acquis.model.kept import KeptClaim, KeptDocument
from acquis.model.link import Pair
from acquis.model.marking import EVERYTHING, Marking, highest
from acquis.store.catalogue import document_line, find_document
from acquis.store.chairs import find_chair
from acquis.store.claims import find_claim
from acquis.store.documents import load_document
from acquis.store.judgements import add_judgement, sealed, standing_ties
from acquis.store.judging import Saying
from acquis.store.sentences import find_candidate, find_sentence, quoted_sentence
from acquis.store.tables import ROOM, documents


class _End(NamedTuple):
    """One end of a link, and the marking below which nothing may be said of it."""

    anchor: Anchor
    marking: Marking


_Span = tuple[int, int, int]


def link(connection: Connection, pair: Pair, verdict: Verdict, saying: Saying) -> Judgement:
    """Tie (accept) or part (reject) two things; the judgement as it is kept. Raises RequestError.

    It is never marked lower than the works that it ties.
    """
    tie = None if pair.false_friends else _tie_of(connection, pair)
    ends = _ENDS[tie](connection, pair) if tie else _false_friends(connection, pair)
    relation = (pair.relation or "done") if tie == "sequel" and verdict == "accept" else None
    judgement = sealed(
        Judgement(
            id="",
            subject=Subject("link" if tie else "pair", tuple(end.anchor for end in ends), tie=tie),
            verdict=verdict,
            by=saying.by,
            at=saying.at,
            why=saying.why,
            marking=highest([*(end.marking for end in ends), saying.marking or Marking.CLEAR]),
            relation=relation,
        )
    )
    add_judgement(connection, judgement)
    return judgement


def take_back(connection: Connection, id: str, saying: Saying) -> Judgement:
    """Withdraw what was said last of a pair or a link: what was said before it counts again.

    Raises NotKept where it was not the last.
    """
    said = [
        *standing_ties(connection, saying.viewer, "pair"),
        *standing_ties(connection, saying.viewer, "link"),
    ]
    taken = next((one for one in said if one.id == id), None)
    last = [one for one in said if taken and one.subject.id == taken.subject.id][-1:]
    if taken is None or last != [taken]:
        raise NotKept("that was taken back before, or somebody said something else of these two since")
    judgement = sealed(
        Judgement(
            id="",
            subject=taken.subject,
            verdict="withdraw",
            by=saying.by,
            at=saying.at,
            why=saying.why,
            marking=highest([taken.marking, saying.marking or Marking.CLEAR]),
            withdraws=taken.id,
        )
    )
    add_judgement(connection, judgement)
    return judgement


def _tie_of(connection: Connection, pair: Pair) -> Tie:
    """Names where it is said so; a promise where a relation or a quote is given, or the first is a finding's key."""
    sequel = pair.relation is not None or pair.quote is not None
    if pair.person:
        if sequel:
            raise RequestError("two names of one person have no relation and no quote; leave these out")
        return "person"
    if sequel:
        return "sequel"
    finding = _names_something(find_claim, connection, pair.a)
    document = _names_something(find_document, connection, pair.a)
    if finding and document:
        raise RequestError(
            f"{pair.a!r} begins the key of a finding and names a document too; give more of either key"
        )
    if not finding and not document:
        raise NotKept(
            f"no document and no promise {pair.a!r} here; `acquis documents` and `acquis ledger` list them"
        )
    return "sequel" if finding else "edition"


def _names_something(find: Callable[..., object], connection: Connection, name: str) -> bool:
    """Is there one of this name, or even several?"""
    try:
        find(connection, EVERYTHING, name)
    except NotKept:
        return False
    except RequestError:
        return len(name) >= 4  # several have it; of a shorter name nothing is looked for
    return True


def _documents(connection: Connection, pair: Pair) -> Sequence[_End]:
    """Two documents of one meeting, in the order of their works: either may be named first."""
    first, second = (
        document_line(connection, EVERYTHING, find_document(connection, EVERYTHING, name))
        for name in (pair.a, pair.b)
    )
    if first.work == second.work:
        raise RequestError(f"{pair.a!r} and {pair.b!r} name one document, {first.key}; a link needs two")
    return sorted(map(_whole, (first, second)), key=lambda end: end.anchor.work)


def _whole(line: KeptDocument) -> _End:
    return _End(Anchor(line.work, "", "", ""), line.marking)


def _persons(connection: Connection, pair: Pair) -> Sequence[_End]:
    """Two names as they are printed, in the order of the names."""
    first, second = (find_chair(connection, name) for name in (pair.a, pair.b))
    if first.name == second.name:
        raise RequestError(f"{pair.a!r} and {pair.b!r} are one spelling, {first.name}; a link needs two")
    found = sorted((first, second), key=lambda one: one.name)
    return [_End(one.anchor, one.marking) for one in found]


def _false_friends(connection: Connection, pair: Pair) -> Sequence[_End]:
    """The sentences of two findings, in the order of works and words: either may be named first."""
    if pair.person or pair.relation is not None or pair.quote is not None:
        raise RequestError("false friends are two findings, named by their keys alone")
    kept = [find_claim(connection, EVERYTHING, name) for name in (pair.a, pair.b)]
    spots = [_spot(connection, one) for one in kept]
    if spots[0] == spots[1]:
        raise RequestError(f"{pair.a!r} and {pair.b!r} stand in one sentence; false friends are two")
    ends = (
        _at(connection, spot)._replace(marking=one.marking) for one, spot in zip(kept, spots, strict=True)
    )
    return sorted(ends, key=lambda end: (end.anchor.work, end.anchor.quote, end.anchor.before))


def _promise_and_sequel(connection: Connection, pair: Pair) -> Sequence[_End]:
    """The whole sentence of a promise, and that of what became of it."""
    promise = find_promise(connection, pair.a)
    spot = _spot(connection, promise)
    row, start, end = _sequel(connection, pair, spot)
    if row == spot[0] and start < spot[2] and spot[1] < end:
        raise RequestError(f"{pair.b!r} is the sentence of the promise itself; a sequel is another one")
    sequel = _at(connection, (row, start, end))
    return [_at(connection, spot)._replace(marking=promise.marking), sequel]


def find_promise(connection: Connection, key: str) -> KeptClaim:
    """The promise with this key, as it stands. Raises NotKept or RequestError."""
    kept = find_claim(connection, EVERYTHING, key)
    if kept.claim.act != "commitment":
        raise RequestError(
            f"{kept.key} is no promise, but {_a(kept.claim.act)}; `acquis ledger` lists promises"
        )
    if kept.status == "rejected":
        raise RequestError(
            f"the promise {kept.key} was rejected; `acquis judge {kept.key} accept` takes it back"
        )
    return kept


def _a(act: str) -> str:
    return f"{'an' if act[0] in 'aeiou' else 'a'} {act}"


def _spot(connection: Connection, kept: KeptClaim) -> _Span:
    """Where the sentence of a finding stands; raises RequestError where only an older version has it."""
    row = connection.execute(
        select(documents.c.id, documents.c.current).where(documents.c.key == kept.document)
    ).one()
    if not row.current:
        raise RequestError(f"{kept.key} stands in an older version of its document only")
    return row.id, kept.claim.sentence.start, kept.claim.sentence.end


def _sequel(connection: Connection, pair: Pair, spot: _Span) -> _Span:
    """Where the sequel stands: a quote in a document, a candidate of the promise, a finding, any other sentence."""
    if pair.quote is not None:
        row = find_document(connection, EVERYTHING, pair.b)
        return row, *quoted_sentence(connection, row, pair.quote)
    candidate = find_candidate(connection, spot, pair.b)
    if candidate is not None:
        return candidate.id // ROOM, candidate.start, candidate.end
    with suppress(NotKept):
        return _spot(connection, find_claim(connection, EVERYTHING, pair.b))
    sentence = find_sentence(connection, EVERYTHING, pair.b)
    if sentence is None:
        raise NotKept(
            f"no sentence and no finding {pair.b!r} here; `acquis ledger --candidates 5` prints keys of sentences, "
            "and --quote takes the words of a document"
        )
    return sentence.id // ROOM, sentence.start, sentence.end


def _at(connection: Connection, span: _Span) -> _End:
    row, start, end = span
    line = document_line(connection, EVERYTHING, row)
    text = load_document(connection, row).text
    return _End(Anchor.at(line.work, text, start, end), line.marking)


_ENDS: dict[Tie, Callable[[Connection, Pair], Sequence[_End]]] = {
    "edition": _documents,
    "person": _persons,
    "sequel": _promise_and_sequel,
}
