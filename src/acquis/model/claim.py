"""A claim: one act of one or more owners, standing on its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from acquis.model.evidence import Evidence
from acquis.model.provision_link import ProvisionLink
from acquis.model.when import When

Act = Literal[
    "commitment", "call", "proposal", "support", "objection", "concern", "condemnation", "affirmation",
    "report", "exchange", "offer", "need",
]  # fmt: skip
Element = Literal[
    "international-law", "norms", "cbms", "capacity-building", "threats", "institutional-dialogue"
]


# How far a promise or recommendation binds, in words.
GRADES: Mapping[int, str] = {
    1: "minimal: to ask others, to share, to take note",
    2: "continuing: to go on with what is done",
    3: "considering: to study, to think about it",
    4: "general: to act, by means that are left open",
    5: "specific: to do one thing that can be checked",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One place that carries the claim: the quote inside its whole sentence or list item."""

    evidence: Evidence
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """One finding: who owns it, which act, how far it binds, what it is about, where it stands.

    `grade` is McMahon's action category 1–5 of the embedded verb; `due` and `venue` are set where the text
    says when and where; `also` lists the other places that say the same; `confidence` lies in 0–1.
    `addressees`, `owners`: State codes, group codes or names as printed. `targets`: vocabulary ids. `links` say
    of the provisions among the targets why they are; a person's own targets have none.
    """

    act: Act
    owners: tuple[str, ...]
    place: Place
    paragraph: str
    rule: str
    confidence: float
    addressees: tuple[str, ...] = ()
    stem: Evidence | None = None
    also: tuple[Place, ...] = ()
    grade: int | None = None
    element: Element | None = None
    targets: tuple[str, ...] = ()
    due: When | None = None
    venue: str | None = None
    links: tuple[ProvisionLink, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """The words that carry the claim."""
        return self.place.evidence

    @property
    def sentence(self) -> Evidence:
        """The whole sentence or list item around them."""
        return self.place.sentence
