"""An utterance: one finding as evidence for an answer, with the words, the document and the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.claim import Act, Element
from acquis.model.document import TextStatus
from acquis.model.judgement import ClaimStatus
from acquis.model.marking import Marking
from acquis.model.provision_link import ProvisionLink

# How an actor is heard in a document: it speaks alone; with others; a group it belongs to speaks; others tell of it.
Manner = Literal["itself", "jointly", "through a group", "told by another"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A finding that an answer rests on. `key` names it, `document` its document, `address` the paragraph.

    `owners` are State or group codes, or names as printed; `actors` are the parties of the document's meeting, or
    who speaks in it and for whom. `day` is an ISO date ("2024", "2024-05-06") or None where the document has none.
    `links` say why it is about provisions.
    """

    key: str
    act: Act
    owners: tuple[str, ...]
    quote: str
    sentence: str
    address: str
    document: str
    title: str
    day: str | None
    text_status: TextStatus
    actors: tuple[str, ...]
    marking: Marking
    status: ClaimStatus
    confidence: float
    addressees: tuple[str, ...] = ()
    grade: int | None = None
    element: Element | None = None
    targets: tuple[str, ...] = ()
    links: tuple[ProvisionLink, ...] = ()
    url: str | None = None

    def link(self, provision: str) -> ProvisionLink | None:
        """Why it is about a provision; None where a person said so, or it is not."""
        return next((one for one in self.links if one.provision == provision), None)
