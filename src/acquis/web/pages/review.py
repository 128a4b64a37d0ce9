"""What waits for a person in; one finding in its text, with the forms to answer it, and the queue around it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from fastapi import Query
from pydantic import Field

from acquis.errors import NotKept, RequestError
from acquis.exporters.rows import Table, claims_table
from acquis.model.claim import Act, Element
from acquis.model.document import Paragraph
from acquis.model.judgement import Judgement
from acquis.model.kept import KeptClaim, KeptDocument, KeptRecord
from acquis.store.claims import Wanted
from acquis.store.judging import last_said
from acquis.vocabulary.lookup import find_actor, find_concept
from acquis.web.answering import spoken
from acquis.web.asked import Asked, Words, one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.pages.document import Block, Card, blocks_of, card_of
from acquis.web.pages.sequels import Proposed, find_proposed

_AT_ONCE = 25
_AROUND = 30  # paragraphs before and after the one that is asked about
_SEQUELS = "Review: what became of promises"
What = Literal["findings", "sequels"]


class ReviewAsked(Asked):
    """Which findings, which of them is looked at (`key`), which part of the queue; or the sequels of promises."""

    what: What = "findings"
    act: Words = ""
    owner: Words = ""
    document: Words = ""
    key: Words = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1


@dataclass(frozen=True, slots=True)
class Looked:
    """The finding that is looked at: in its text, with all that was said of it, and its values as a form holds them.

    `after` is the last judgement on it, which an answer names; `whole` is false where the text is only what stands
    around the finding.
    """

    card: Card
    document: KeptDocument
    blocks: tuple[Block, ...]
    whole: bool
    history: tuple[Judgement, ...]
    after: str
    owners: str
    addressees: str
    targets: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A part of the queue, and one finding of it. `previous` and `next` are the keys of its neighbours there.

    `last` is what this person said last of a finding, which they may take back; `last_sequel` of a promise and what
    became of it. `proposed` are sentences that may tell of that.
    """

    asked: ReviewAsked
    waiting: int
    queue: tuple[KeptClaim, ...]
    after: Mapping[str, str]
    looked: Looked | None
    previous: str | None
    next: str | None
    last: Judgement | None
    last_after: str
    proposed: tuple[Proposed, ...] = ()
    last_sequel: Judgement | None = None
    acts: tuple[str, ...] = get_args(Act)
    elements: tuple[str, ...] = get_args(Element)
    at_once: int = _AT_ONCE
    title: str = "Review"

    @property
    def pages(self) -> int:
        """How many parts the queue has."""
        return -(-self.waiting // self.at_once)

    def table(self) -> Table:
        """One waiting finding a row."""
        return claims_table(list(self.queue), "")


def fill_review(desk: AtDesk, asked: Annotated[ReviewAsked, Query()]) -> ReviewPage:
    """The queue for this viewer. Raises RequestError for what nobody knows, NotKept for a finding that is not there."""
    wanted, document = _wanted(desk, asked), asked.document or None
    waiting = desk.remember(
        ("waiting", wanted, document),
        lambda: desk.workspace.waiting(wanted, document=document, viewer=desk.viewer),
    )
    if asked.what == "sequels":
        return ReviewPage(
            asked,
            waiting,
            (),
            {},
            None,
            None,
            None,
            None,
            "",
            find_proposed(desk),
            desk.workspace.last_of_sequel(desk.reviewer, viewer=desk.viewer),
            title=_SEQUELS,
        )
    queue = _queue(desk, asked, wanted)
    at = asked.key or (queue[0].key if queue else "")
    place = next((number for number, one in enumerate(queue) if one.key == at), None)
    last = desk.workspace.last_judgement(desk.reviewer, viewer=desk.viewer)
    return ReviewPage(
        asked=asked,
        waiting=waiting,
        queue=tuple(queue),
        after=desk.workspace.last_said(queue, viewer=desk.viewer),
        looked=_looked(desk, at) if at else None,
        previous=_neighbour(queue, place, -1),
        next=_neighbour(queue, place, 1),
        last=last,
        last_after=_after_of(desk, last),
    )


def _wanted(desk: Desk, asked: ReviewAsked) -> Wanted:
    act = one_of(asked.act, get_args(Act))
    owner = find_actor(desk.vocabulary, asked.owner) if asked.owner else None
    return Wanted(acts=(act,) if act else (), owner=owner)


def _queue(desk: Desk, asked: ReviewAsked, wanted: Wanted) -> list[KeptClaim]:
    skip, document = (asked.page - 1) * _AT_ONCE, asked.document or None
    return desk.remember(
        ("queue", wanted, document, skip),
        lambda: desk.workspace.review_queue(
            wanted, document=document, limit=_AT_ONCE, skip=skip, viewer=desk.viewer
        ),
    )


def _neighbour(queue: Sequence[KeptClaim], place: int | None, step: int) -> str | None:
    """The key before or after a place; of what is not in the queue, such as a judged one, its first comes next."""
    if place is None:
        return queue[0].key if queue and step > 0 else None
    return queue[place + step].key if 0 <= place + step < len(queue) else None


def _after_of(desk: Desk, last: Judgement | None) -> str:
    """The last judgement on what this person judged last: somebody else's may have come after."""
    if last is None:
        return ""
    try:
        kept = desk.workspace.claim(last.subject.id, viewer=desk.viewer)
    except (NotKept, RequestError):  # its document was removed, or its words are gone
        return ""
    return desk.workspace.last_said([kept], viewer=desk.viewer)[kept.key]


def _looked(desk: Desk, key: str) -> Looked:
    kept = desk.workspace.claim(key, viewer=desk.viewer)
    shown = _shown(desk, kept.document)
    history = desk.workspace.judgements(kept.key, viewer=desk.viewer)
    document, start = shown.record.document, kept.claim.evidence.start
    around = _around(document.paragraphs, start)
    standing = [one for one in shown.claims if one.status != "rejected" or one.key == kept.key]
    return Looked(
        card=card_of(desk, kept),
        document=shown.document,
        blocks=tuple(blocks_of(document, around, standing)),
        whole=len(around) == len(document.paragraphs),
        history=tuple(history),
        after=last_said(kept, history),
        owners=spoken(desk, kept.claim.owners, find_actor),
        addressees=spoken(desk, kept.claim.addressees, find_actor),
        targets=spoken(desk, kept.claim.targets, find_concept),
    )


def _shown(desk: Desk, key: str) -> KeptRecord:
    """Neighbours in the queue are often of one document."""
    return desk.remember(("shown", key), lambda: desk.workspace.show(key, viewer=desk.viewer))


def _around(paragraphs: Sequence[Paragraph], start: int) -> Sequence[Paragraph]:
    place = max((at for at, one in enumerate(paragraphs) if one.start <= start), default=0)
    return paragraphs[max(0, place - _AROUND) : place + _AROUND + 1]
