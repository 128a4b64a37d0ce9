"""The register: what was agreed, in our own words with citations, and who is heard on it."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Act, Element
from acquis.model.marking import Marking
from acquis.model.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Cited:
    """Where something is agreed. `document` is the name of the document, None where the vocabulary has none.

    `checked` says that a published page was seen to state it; else it is recalled, to be checked before it is used.
    """

    symbol: str
    paragraph: str
    checked: bool
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What an agreed report asks for, of whom; `summary` says by what it may be seen to be done."""

    id: str
    name: str
    addressee: str | None
    summary: str | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class AgreedDocument:
    """A document of the register. `status` is what it is ("consensus report"), `note` who endorsed it and its annexes.

    `checked` says whether its symbol was.
    """

    id: str
    name: str
    symbol: str
    status: str | None
    day: str | None
    summary: str | None
    note: str | None
    checked: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are heard: States and groups that speak, States that report doing something, documents, sentences.

    What others tell of a State is among the sentences alone.
    """

    states: int = 0
    groups: int = 0
    reporting: int = 0
    documents: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A provision, in our own words, and what recommendations ask for it. `tally` is None without a workspace.

    `parent` is the id of the set it belongs to.
    """

    id: str
    name: str
    element: Element | None
    summary: str | None
    note: str | None
    parent: str | None
    cited: tuple[Cited, ...]
    recommendations: tuple[Recommendation, ...] = ()
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """An element with its provisions; `of_framework` says whether it is one of the four of the framework."""

    element: Element
    name: str
    note: str | None
    of_framework: bool
    entries: tuple[RegisterEntry, ...]
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer looked through: how many documents, the days they lie between.

    `undated` counts documents that a bounded period left out because they have no date.
    """

    documents: int
    first: str | None
    last: str | None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Framework:
    """The register, whole or one part of it. Without a workspace `ground` is None, and nothing is counted."""

    whole: RegisterEntry | None
    parts: tuple[Part, ...]
    documents: tuple[AgreedDocument, ...]
    ground: Ground | None = None
    marking: Marking = Marking.CLEAR


@dataclass(frozen=True, slots=True)
class Speaker:
    """A State, group or body with what it is heard to say. `first` and `last` are days, None where none is told.

    Of the `sentences`, so many are said `jointly` with others, and so many are `told` by another alone.
    """

    code: str
    acts: tuple[tuple[Act, int], ...]
    first: str | None
    last: str | None
    sentences: int
    documents: int
    jointly: int = 0
    told: int = 0

    @property
    def speaks(self) -> bool:
        """Does it say anything itself, alone or with others?"""
        return self.told < self.sentences


@dataclass(frozen=True, slots=True)
class RegionHeard:
    """A region with how many States it has, and how many speak, are heard through a group or told of alone, or neither."""

    region: str
    states: int
    speaking: int
    otherwise: int
    silent: int


@dataclass(frozen=True, slots=True)
class ProvisionHeard:
    """Who speaks to a provision. States stand in the order of their names; `others` are groups and bodies.

    `utterances` are the newest of `total` sentences, `reports` the newest of `reported` that tell of something done.
    `otherwise` are States that are heard through a group, or told of by others, alone; of `silent` ones there is no
    evidence. Without a workspace `ground` is None, and nothing is heard.
    """

    entry: RegisterEntry
    element: str | None
    parts: tuple[RegisterEntry, ...]
    documents: tuple[AgreedDocument, ...]
    ground: Ground | None = None
    marking: Marking = Marking.CLEAR
    states: tuple[Speaker, ...] = ()
    others: tuple[Speaker, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    total: int = 0
    reports: tuple[Utterance, ...] = ()
    reported: int = 0
    regions: tuple[RegionHeard, ...] = ()
    otherwise: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
