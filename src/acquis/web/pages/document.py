"""One document in, its page out: the text as its authors laid it out with findings in it, the record beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, get_args

from fastapi import Query

from acquis.exporters.cards import card_lines, concept_name
from acquis.exporters.rows import Table, claims_table
from acquis.model.claim import Act
from acquis.model.document import Document, Paragraph, ParagraphKind
from acquis.model.judgement import Judgement
from acquis.model.kept import KeptClaim, KeptDocument
from acquis.model.receipt import Receipt
from acquis.store.judging import last_said
from acquis.store.rows import title_of
from acquis.web.asked import Asked, Words, one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.plain import place_of


class DocumentAsked(Asked):
    """Findings of which act; all where none is named."""

    act: Words = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph; `keys` are the findings whose quote they belong to, the shortest quote last.

    `opens` are those that begin here: where a permanent link to the quote leads. `act` colours the words.
    """

    words: str
    keys: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    act: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it stands: heading, item of a list, footnote or plain, with its address.

    `anchor` is where a link to that address leads: to the first paragraph that has it.
    """

    address: str
    anchor: str
    kind: ParagraphKind
    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding beside the text: the words, what they were read as, and why. `start` orders them as the text does."""

    kept: KeptClaim
    owners: tuple[str, ...]
    addressees: tuple[str, ...]
    targets: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document, its record in lines, its text in blocks, its findings in cards: those of the act that is asked for.

    `acts` counts all its findings by act. `after` has for the key of each finding what an answer to it has to name:
    the last judgement on it; `history` all of them, where there are any.
    """

    title: str
    asked: DocumentAsked
    document: KeptDocument
    url: str | None
    lines: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    acts: tuple[tuple[Act, int], ...]
    cards: tuple[Card, ...]
    receipt: Receipt
    after: Mapping[str, str]
    history: Mapping[str, Sequence[Judgement]]

    def table(self) -> Table:
        """One finding a row."""
        return claims_table([card.kept for card in self.cards], "")


def fill_document(desk: AtDesk, key: str, asked: Annotated[DocumentAsked, Query()]) -> DocumentPage:
    """The document of a key (or of what else names it). Raises NotKept, and RequestError for what is no act."""
    act = one_of(asked.act, get_args(Act))
    shown = desk.workspace.show(key, viewer=desk.viewer)
    record = shown.record
    standing = [one for one in shown.claims if one.status != "rejected"]
    chosen = [one for one in standing if act in (None, one.claim.act)]
    history = desk.workspace.histories(chosen, viewer=desk.viewer)
    return DocumentPage(
        title=title_of(shown.document.title, shown.document.location),
        asked=asked,
        document=shown.document,
        url=record.document.url,
        lines=tuple(card_lines(record, desk.vocabulary)),
        blocks=tuple(blocks_of(record.document, record.document.paragraphs, chosen)),
        acts=tuple(Counter(one.claim.act for one in standing).most_common()),
        cards=tuple(card_of(desk, one) for one in chosen),
        receipt=record.receipt,
        after={one.key: last_said(one, history.get(one.key, ())) for one in chosen},
        history=history,
    )


def card_of(desk: Desk, one: KeptClaim) -> Card:
    """A finding with its names in words."""
    claim = one.claim
    return Card(
        one,
        tuple(map(desk.name_of, claim.owners)),
        tuple(map(desk.name_of, claim.addressees)),
        tuple(concept_name(target, desk.vocabulary) for target in claim.targets),
        tuple(f"{concept_name(link.provision, desk.vocabulary)}: {link.why}" for link in claim.links),
    )


def blocks_of(
    document: Document, paragraphs: Sequence[Paragraph], claims: Sequence[KeptClaim]
) -> Iterator[Block]:
    """Paragraphs of a document, cut where the quotes of findings begin and end."""
    ordered = sorted(claims, key=lambda one: one.claim.evidence.start)
    starts = [one.claim.evidence.start for one in ordered]
    seen: set[str] = set()
    for paragraph in paragraphs:
        within = ordered[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        pieces = tuple(_pieces(document.text, paragraph, within))
        place = place_of(paragraph.address)
        yield Block(
            paragraph.address, "" if place in seen else place, paragraph.kind, paragraph.level, pieces
        )
        seen.add(place)


def _pieces(text: str, paragraph: Paragraph, claims: Sequence[KeptClaim]) -> Iterator[Piece]:
    """The words of a paragraph, cut wherever a quote begins or ends (a quote that runs on is cut at its end)."""
    spans = [(one.claim.evidence.start, min(one.claim.evidence.end, paragraph.end), one) for one in claims]
    cuts = sorted({paragraph.start, paragraph.end, *(at for start, end, _ in spans for at in (start, end))})
    for start, end in pairwise(cuts):
        over = sorted((one for one in spans if one[0] <= start < one[1]), key=lambda one: one[0] - one[1])
        yield Piece(
            text[start:end],
            tuple(one.key for _, _, one in over),
            tuple(one.key for begins, _, one in over if begins == start),
            over[-1][2].claim.act if over else "",
        )
