"""A proposal: what was proposed and by whom, who backs or resists it in which words, and where later text may have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.claim import Element
from acquis.model.document import TextStatus
from acquis.model.marking import Marking, highest
from acquis.model.utterance import Manner, Utterance

# What somebody's words do with a proposal; an actor whose words do both "backs and resists" it.
Bearing = Literal["backs", "sets conditions", "reserves its position", "is concerned", "resists"]
Stand = Literal[Bearing, "backs and resists"]


@dataclass(frozen=True, slots=True)
class Reaction:
    """A finding that speaks of a proposal. `why` says how it is known that it does; `naming` is the sentence that
    names the proposal where that is another one, before it in the same paragraph.
    """

    said: Utterance
    bearing: Bearing
    why: str
    naming: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor's reactions to a proposal, by day; `stand` is that of its latest document. `manner` says how it is
    heard there.
    """

    actor: str
    stand: Stand
    manner: Manner
    reactions: tuple[Reaction, ...]


@dataclass(frozen=True, slots=True)
class Uptake:
    """A sentence of a later text that may have taken a proposal up: `score` 0 to 1 is how much of its name it has.

    `shared` are its words that the proposal has too; `of` is the key of the proposal's sentence that it is held to,
    `key` names the sentence itself in any workspace.
    """

    key: str
    of: str
    sentence: str
    address: str
    document: str
    title: str
    day: str | None
    text_status: TextStatus
    actors: tuple[str, ...]
    marking: Marking
    score: float
    shared: tuple[str, ...]
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal, however often it was made: `made` are the sentences, by day, the first of which names it.

    `name` are words of these. `owners` made it, in the order of their days. `searched` counts the later texts that
    were looked through for it.
    """

    name: str
    owners: tuple[str, ...]
    made: tuple[Utterance, ...]
    standings: tuple[Standing, ...] = ()
    uptakes: tuple[Uptake, ...] = ()
    searched: int = 0

    @property
    def key(self) -> str:
        """The key of the finding that made it first."""
        return self.made[0].key

    @property
    def marking(self) -> Marking:
        """The highest of all that is shown."""
        said = (one.said.marking for each in self.standings for one in each.reactions)
        return highest([*(one.marking for one in self.made), *said, *(one.marking for one in self.uptakes)])


@dataclass(frozen=True, slots=True)
class Proposals:
    """The proposals that were asked for, the latest first; `found` counts them before the limit.

    `documents` counts the documents that were looked through, `undated` those that a period left out for want of a
    date.
    """

    proposals: tuple[Proposal, ...]
    found: int
    documents: int
    undated: int = 0

    @property
    def marking(self) -> Marking:
        """The highest of all in it."""
        return highest(one.marking for one in self.proposals)


@dataclass(frozen=True, slots=True)
class ProposalFilters:
    """Which proposals are asked for; all must hold, an empty one narrows nothing.

    `words` are words of its sentences. `owner`, `about` (concept ids, of which it has at least one), `element`, `since`
    and `until` (ISO dates) must hold of one and the same sentence that makes it. `limit` is how many are told.
    """

    words: str = ""
    owner: str | None = None
    about: frozenset[str] = frozenset()
    element: Element | None = None
    since: str | None = None
    until: str | None = None
    limit: int = 20
