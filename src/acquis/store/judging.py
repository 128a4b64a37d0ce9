"""A person's verdict on a finding into the store: bound to its words, kept, and settled at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from acquis.errors import NotKept, Overtaken, RequestError
from acquis.model.anchor import Anchor
from acquis.model.answer import Answer
from acquis.model.claim import Claim
from acquis.model.document import Document
from acquis.model.judgement import Correction, Finding, Judgement, Subject, Verdict
from acquis.model.kept import KeptClaim
from acquis.model.marking import EVERYTHING, Marking, Viewer, highest
from acquis.store.anchors import places_of
from acquis.store.claims import find_claim
from acquis.store.documents import load_document
from acquis.store.findings import settle_document
from acquis.store.judgements import add_judgement, find_judgements, sealed
from acquis.store.settling import RULE
from acquis.store.tables import documents, works

_OCCURRENCES = 1_000


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says it, when (ISO 8601 in UTC), why, and how it is marked (None: as its work).

    `viewer` is what they saw of the finding, `after` the id of the last judgement that they saw on it: "" for none,
    None where it does not matter.
    """

    by: str
    at: str
    why: str = ""
    marking: Marking | None = None
    viewer: Viewer = EVERYTHING
    after: str | None = None


def judge(
    connection: Connection, key: str, verdict: Verdict, saying: Saying, correction: Correction | None = None
) -> KeptClaim:
    """Judge the finding with this key; the finding as it stands after. Raises RequestError, Overtaken among them.

    A judgement is never marked lower than the work it quotes, nor than the judgement whose value it takes over or
    that it withdraws.
    """
    correction = _checked(verdict, correction or Correction())
    kept = find_claim(connection, saying.viewer, key)
    said = find_judgements(connection, saying.viewer, subject_id=kept.key)
    _refuse_overtaken(connection, kept, said, saying)
    last = _last_standing(kept, said) if verdict == "withdraw" else None
    document = _document(connection, kept)
    anchor = Anchor.at(kept.work, document.text, kept.claim.evidence.start, kept.claim.evidence.end)
    leaves = verdict in ("accept", "correct")
    judgement = Judgement(
        id="",
        subject=_subject(connection, kept, anchor),
        verdict=verdict,
        by=saying.by,
        at=saying.at,
        why=saying.why,
        marking=highest(
            [_floor(connection, kept), saying.marking or Marking.CLEAR, *([last.marking] if last else [])]
        ),
        value=_value(kept.claim, anchor, correction, document) if leaves else None,
        withdraws=last.id if last else None,
    )
    add_judgement(connection, sealed(judgement))
    settle_work(connection, kept.work)
    return _after(connection, kept, saying.viewer)


def answer(connection: Connection, viewer: Viewer, one: Answer, *, by: str, at: str) -> KeptClaim:
    """Judge as a person answers who sees what `viewer` may. Raises RequestError, Overtaken among them."""
    saying = Saying(by, at, one.why, one.marking, viewer, one.after)
    return judge(connection, one.key, one.verdict, saying, one.correction)


def last_said(kept: KeptClaim, said: Sequence[Judgement]) -> str:
    """The id of the last judgement on a finding, of one that reached it from its neighbour, or ""."""
    return said[-1].id if said else kept.judgement or ""


def _checked(verdict: Verdict, correction: Correction) -> Correction:
    if correction.grade is not None and not 1 <= correction.grade <= 5:
        raise RequestError(f"no grade {correction.grade}; expected 1 to 5")
    if verdict == "correct" and correction.empty:
        raise RequestError("nothing to correct; say what is to be otherwise, as with --act, --owner or --due")
    if verdict != "correct" and not correction.empty:
        raise RequestError(
            f"`{verdict}` changes nothing in a finding; `correct` takes what is to be otherwise"
        )
    return correction


def _refuse_overtaken(
    connection: Connection, kept: KeptClaim, said: Sequence[Judgement], saying: Saying
) -> None:
    if saying.after is None or saying.after == last_said(kept, said):
        return
    last = said[-1:] or [
        one
        for one in find_judgements(connection, saying.viewer, work_key=kept.work)
        if one.id == kept.judgement
    ]
    raise Overtaken(kept.key, last[0].by if last else "somebody")


def _last_standing(kept: KeptClaim, said: Sequence[Judgement]) -> Judgement:
    """The last judgement that nobody took back."""
    withdrawn = {one.withdraws for one in said}
    standing = [one for one in said if one.verdict != "withdraw" and one.id not in withdrawn]
    if not standing:
        raise RequestError(f"no judgement on {kept.key} stands; there is nothing to take back")
    return standing[-1]


def _after(connection: Connection, kept: KeptClaim, viewer: Viewer) -> KeptClaim:
    try:
        return find_claim(connection, viewer, kept.key)
    except NotKept as problem:
        raise RequestError(
            f"without that judgement {kept.key} would be gone, for the reader no longer finds it; `reject` says so"
        ) from problem


def find_subject(connection: Connection, viewer: Viewer, key: str) -> str:
    """The id of what was judged: a finding's key, or a link's, as the history prints it. Raises NotKept."""
    try:
        return find_claim(connection, viewer, key).key
    except NotKept:
        links = [
            one.subject.id for one in find_judgements(connection, viewer) if one.subject.kind != "finding"
        ]
        found = {each for each in links if each.startswith(key.lower())}
        if len(found) != 1:
            raise
        return found.pop()


def settle_work(connection: Connection, work_key: str) -> None:
    """Settle all documents of a work anew, if there is such a work."""
    query = select(documents.c.id).join(works).where(works.c.key == work_key)
    for document_id in connection.execute(query).scalars().all():
        settle_document(connection, document_id, work_key)


def _document(connection: Connection, kept: KeptClaim) -> Document:
    row = connection.execute(select(documents.c.id).where(documents.c.key == kept.document))
    return load_document(connection, row.scalar_one())


def _floor(connection: Connection, kept: KeptClaim) -> Marking:
    """The lowest marking that a judgement on this finding may have."""
    if kept.claim.rule == RULE:
        return kept.marking
    row = connection.execute(select(works.c.marking).where(works.c.key == kept.work))
    return Marking(row.scalar_one())


def _subject(connection: Connection, kept: KeptClaim, anchor: Anchor) -> Subject:
    """The subject of earlier judgements, else the finding itself: whichever time its words are said."""
    earlier = find_judgements(connection, EVERYTHING, subject_id=kept.key)
    if earlier:
        return earlier[0].subject
    first = Subject("finding", (anchor,), kept.claim.act)
    for occurrence in range(1, _OCCURRENCES):
        subject = replace(first, occurrence=occurrence)
        if subject.id == kept.key:
            return subject
    raise RequestError(f"the finding {kept.key} does not stand on its words; run `acquis verify`")


def _value(claim: Claim, anchor: Anchor, correction: Correction, document: Document) -> Finding:
    """The finding as the person leaves it."""
    without = correction.without
    return Finding(
        act=correction.act or claim.act,
        owners=claim.owners if correction.owners is None else correction.owners,
        anchor=_chosen(claim, anchor, correction, document),
        addressees=claim.addressees if correction.addressees is None else correction.addressees,
        grade=None if "grade" in without else correction.grade or claim.grade,
        element=None if "element" in without else correction.element or claim.element,
        targets=claim.targets if correction.targets is None else correction.targets,
        due=None if "due" in without else correction.due or claim.due,
        venue=None if "place" in without else correction.venue or claim.venue,
    )


def _chosen(claim: Claim, anchor: Anchor, correction: Correction, document: Document) -> Anchor:
    """The anchor of the words a person chose, at the place of that wording nearest to the finding's."""
    if correction.quote is None:
        return anchor
    found = places_of(correction.quote, document.text)
    if not found:
        raise RequestError(
            "the quote does not stand in the document; copy its words as they are printed there"
        )
    sentence = claim.sentence

    def distance(place: tuple[int, int]) -> int:
        return max(sentence.start - place[0], place[1] - sentence.end, 0)

    return Anchor.at(anchor.work, document.text, *min(found, key=distance))
