"""A profile: everything that a workspace has on one State, each line with its words."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Act, Element
from acquis.model.comparison import Piece, Turn
from acquis.model.marking import Marking
from acquis.model.promise import Promise
from acquis.model.register import Ground, RegisterEntry
from acquis.model.utterance import Manner, Utterance


@dataclass(frozen=True, slots=True)
class Spoken:
    """A document that a State speaks in. `findings` counts what it says there, `agreed` what of it is on the framework."""

    document: str
    title: str
    day: str | None
    manner: Manner
    findings: int
    agreed: int
    marking: Marking
    url: str | None = None


@dataclass(frozen=True, slots=True)
class YearHeard:
    """The acts of one year, None where the documents have no date."""

    year: str | None
    acts: tuple[tuple[Act, int], ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What a State says of one provision, or (`id` None) of an element without naming a provision.

    `years` go from the first to the last; `utterances` are the newest of `total`. What others tell of the State is
    among them, and counted as `told`.
    """

    id: str | None
    name: str
    element: Element | None
    years: tuple[YearHeard, ...]
    utterances: tuple[Utterance, ...]
    total: int
    told: int = 0


@dataclass(frozen=True, slots=True)
class Reworded:
    """What a State said of a provision in one year beside what it said in the next in which it is heard.

    `alike` says that the two sentences are one, reworded: then `pieces` marks their words. `gone` and `come` are the
    words of commitment that were exchanged, or the words that were dropped and added; `turn` says whether the later
    is softer or firmer.
    """

    provision: str
    name: str
    before: Utterance
    after: Utterance
    alike: bool
    gone: tuple[str, ...]
    come: tuple[str, ...]
    turn: Turn
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A State supports or affirms one provision, and objects to it: the newest sentence of each, for a person to weigh."""

    provision: str
    name: str
    favourable: Utterance
    objecting: Utterance


@dataclass(frozen=True, slots=True)
class ThroughGroup:
    """What a group says in documents of days on which the State belonged to it: the newest of `total` sentences.

    `provisions` are the names of what it speaks to, with how many sentences.
    """

    group: str
    provisions: tuple[tuple[str, int], ...]
    utterances: tuple[Utterance, ...]
    total: int
    documents: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A State in a workspace. `groups` are those it is in today; `unheard` are provisions without evidence.

    `statements` are all documents it speaks in, the newest first; `reports`, `needs` and `offers` are the newest on
    the framework, of as many as `counts` says. `promises` are those on the framework or with a day or a meeting;
    `others` counts what else it promises.
    """

    code: str
    name: str
    region: str | None
    groups: tuple[str, ...]
    ground: Ground
    marking: Marking
    statements: tuple[Spoken, ...]
    positions: tuple[Position, ...]
    promises: tuple[Promise, ...]
    others: int
    reports: tuple[Utterance, ...]
    needs: tuple[Utterance, ...]
    offers: tuple[Utterance, ...]
    counts: tuple[tuple[Act, int], ...]
    through: tuple[ThroughGroup, ...]
    rewordings: tuple[Reworded, ...]
    contradictions: tuple[Contradiction, ...]
    unheard: tuple[RegisterEntry, ...] = ()

    @property
    def heard(self) -> bool:
        """Is there anything of its own?"""
        return bool(self.statements or self.positions or self.promises or self.others or self.counts)


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    """What a State says on one provision, reports first, then commitments, then positions: the first of `total`."""

    entry: RegisterEntry
    utterances: tuple[Utterance, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """One of the four parts of the survey. `general` is said on the subject without naming a provision."""

    element: Element
    name: str
    answers: tuple[SurveyAnswer, ...]
    general: tuple[Utterance, ...] = ()
    general_total: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """The National Survey of Implementation as a State's own words in a workspace fill it; gaps are left as gaps."""

    code: str
    name: str
    parts: tuple[SurveyPart, ...]
    ground: Ground
    marking: Marking
