"""The key of a promise in; the same promise across editions and documents, sentence by sentence, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.comparing.wording import mark_words, word_likeness
from acquis.analysis.kinship import Family, Kin
from acquis.analysis.ledger import Asked, settle_ledger
from acquis.analysis.memory import Memory, Names, remember
from acquis.analysis.pledges import Pledge
from acquis.analysis.promised import promised_words
from acquis.analysis.sequels import Sequels
from acquis.errors import NotKept, RequestError
from acquis.model.lineage import Lineage, Step
from acquis.model.marking import Viewer
from acquis.model.promise import Promise
from acquis.store.claims import find_claim
from acquis.store.sentences import find_sentence, sentence_key
from acquis.store.tables import ROOM

_MOST = 12
_MARKED = 0.3  # likeness from which words are marked one by one
_LONGEST = 4_000  # characters of a sentence whose words are marked


def make_lineage(connection: Connection, viewer: Viewer, names: Names, key: str, as_of: date) -> Lineage:
    """The lineage of a promise, by its key or by that of a sentence that tells of it; the oldest step first.

    Of a next meeting: what was promised at each edition of its series, and how it ended. Of anything else: the
    promises that it takes up, and the later sentences that take it up. Raises NotKept or RequestError.
    """
    asked = Asked(as_of)
    memory = remember(connection, viewer, names, asked.moment)
    found = memory.found(connection, memory.pledges)
    family = Family(connection, memory.pledges, found)
    pledge = _asked(connection, viewer, memory, family, key)
    chain = _editions(memory, pledge) if pledge.meeting else []
    if chain:
        promises = settle_ledger(connection, replace(memory, pledges=tuple(chain)), asked).promises
        return _lineage(
            pledge, list(map(_promise_step, _nearest(_apart(promises, pledge.key), pledge.key))), as_of
        )
    kin = family.of(pledge)
    mine = tuple(one.pledge for one in kin if one.pledge is not None)
    promises = settle_ledger(connection, replace(memory, pledges=mine), asked).promises
    return _lineage(pledge, list(_steps(kin, family, found, {one.key: one for one in promises})), as_of)


def _asked(connection: Connection, viewer: Viewer, memory: Memory, family: Family, key: str) -> Pledge:
    """The promise that a key means: a finding's, else that of the sentence, or that which the sentence tells of."""
    try:
        claim = find_claim(connection, viewer, key)
    except NotKept:
        sentence = find_sentence(connection, viewer, key)
        pledge = family.leading_to(sentence.id) if sentence else None
        if pledge is None:
            raise NotKept(f"no promise {key!r} here; `acquis ledger` prints their keys") from None
        return pledge
    pledge = next((one for one in memory.pledges if one.key == claim.key), None)
    if pledge is None and claim.claim.act != "commitment":
        raise RequestError(
            f"{claim.key} is no promise (its act: {claim.claim.act}); `acquis ledger` lists promises"
        )
    if pledge is None:
        raise RequestError(
            f"the promise {claim.key} counts in no ledger: it was rejected, or is of another day"
        )
    return pledge


def _editions(memory: Memory, pledge: Pledge) -> list[Pledge]:
    """The promises of a next meeting of one series, in the order of their documents."""
    return [one for one in memory.pledges if one.meeting and one.series is pledge.series]


def _apart(promises: Iterable[Promise], key: str) -> list[Promise]:
    """Of two accounts that promise the same meeting the one that was asked for, else the first."""
    chosen: dict[str, Promise] = {}
    for one in promises:
        if one.same is None or one.key == key:
            chosen[one.same or one.key] = one
    return list(chosen.values())


def _nearest(promises: Sequence[Promise], key: str) -> Sequence[Promise]:
    """The one that was asked for first, then those of the editions beside it, the nearest first."""
    at = next(n for n, one in enumerate(promises) if one.key == key)
    return [promises[n] for n in sorted(range(len(promises)), key=lambda n: abs(n - at))]


def _steps(
    kin: Iterable[Kin], family: Family, found: Sequels, promises: Mapping[str, Promise]
) -> Iterator[Step]:
    for one in kin:
        promise = promises.get(one.pledge.key) if one.pledge else None
        passage = family.passage(one.place)
        step = _promise_step(promise) if promise else None
        if step is None and passage is not None:
            frame = found.frames[one.place // ROOM]
            sentence = " ".join(passage.text.split())
            step = Step(sentence_key(frame.work, sentence), frame, passage.address, sentence)
        if step is not None:
            yield _tied(step, one)


def _promise_step(promise: Promise) -> Step:
    claim = promise.claim
    return Step(
        key=promise.key,
        frame=promise.frame,
        address=claim.paragraph,
        sentence=" ".join(claim.sentence.quote.split()),
        status=promise.status,
        why=promise.why,
        evidence=promise.evidence,
        marked=promise.marking,
    )


def _tied(step: Step, kin: Kin) -> Step:
    """With what it does with the promise before it."""
    tie = kin.tie
    if tie is None:
        return step
    # What promises the same once more is no report that it was done, whatever the words look like.
    again = tie.relation == "done" and step.status is not None and not kin.tied_surely
    return replace(
        step,
        relation="repeated" if again else tie.relation,
        score=tie.score,
        reasons=tie.reasons,
        by=tie.by,
        sure=kin.tied_surely,
        marked=max(step.marked, tie.marked),
    )


def _lineage(pledge: Pledge, steps: Sequence[Step], as_of: date) -> Lineage:
    """The surest steps in the order of time, each marked against the one before; the one asked for is always there."""
    shown = sorted(steps[:_MOST], key=_order)
    return Lineage(
        key=pledge.key,
        promised=promised_words(pledge.claim.evidence.quote),
        series=pledge.series.name if pledge.meeting and pledge.series else None,
        as_of=as_of,
        steps=tuple(_marked(shown)),
        left=len(steps) - len(shown),
    )


def _order(step: Step) -> tuple[date, str]:
    return step.frame.earliest or date.max, step.frame.key


def _marked(steps: Sequence[Step]) -> Iterator[Step]:
    """With words marked; what is gone is the words of the step before, so its marking holds too."""
    before: Step | None = None
    for step in steps:
        shown = step
        if before is not None and _alike(before.sentence, step.sentence):
            pieces = mark_words(before.sentence, step.sentence)
            shown = replace(step, pieces=pieces, marked=max(step.marked, before.marking))
        yield shown
        before = step


def _alike(one: str, other: str) -> bool:
    if max(len(one), len(other)) > _LONGEST:
        return False
    return word_likeness(one, other) >= _MARKED
