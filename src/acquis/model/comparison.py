"""What comparing two texts gives: rows of what only one says or both say, aligned paragraphs, what to notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.marking import Marking

Mode = Literal["accounts", "editions", "drafts", "texts"]
Standing = Literal["only A", "only B", "other words", "same words"]
Topic = Literal[
    "series", "date", "place", "legal basis", "next meeting", "speaker", "chair", "participant", "observer", "topic",
    "name", "commitment", "call", "proposal", "support", "objection", "concern", "condemnation", "affirmation",
    "report", "exchange", "offer", "need",
]  # fmt: skip
Aspect = Literal[
    "spelling", "verb", "act", "names", "numbers", "hedges", "owners", "grade", "due", "place", "post",
    "organisation", "party", "role", "sentence",
]  # fmt: skip
Change = Literal["unchanged", "edited", "moved", "moved and edited", "new", "gone"]
Turn = Literal["softer", "firmer", "changed"]
Noticed = Literal["verb", "hedge", "negation", "name", "number", "date", "promise"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two texts. `key` is what names it (a workspace's key, else its path); `by` is the side that wrote it."""

    key: str
    title: str
    published: str | None
    publisher: str | None
    by: str | None
    language: str
    marking: Marking
    url: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one text: `words` stand at `start` of it, in the paragraph of that address.

    `value` is what was made of them ("Brussels", a person's name); for a finding it is None.
    """

    words: str
    address: str
    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """In which way two sayings differ: what the one has, and what the other has in its stead; either may be empty.

    `turn` says of verbs and hedges whether B is softer or firmer than A.
    """

    aspect: Aspect
    a: tuple[str, ...]
    b: tuple[str, ...]
    turn: Turn = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both texts have, or only one; the blanks before them are part of them."""

    text: str
    standing: Literal["both", "gone", "new"] = "both"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing said: by whom of the two, in the same words or others. A text that says nothing of it has None.

    `pieces` marks the words of both where they differ and are alike enough to be marked.
    """

    topic: Topic
    standing: Standing
    a: Said | None = None
    b: Said | None = None
    differences: tuple[Difference, ...] = ()
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class AlignedParagraph:
    """A paragraph of one draft and what became of it in the other; a new or a gone one has one address.

    `likeness` is the share of its words that both have, 0 to 1.
    """

    change: Change
    a: str | None
    b: str | None
    pieces: tuple[Piece, ...]
    likeness: float = 1.0

    @property
    def renumbered(self) -> bool:
        """The same paragraph under another number."""
        return self.a is not None and self.b is not None and self.a != self.b


@dataclass(frozen=True, slots=True)
class Notice:
    """A change between drafts that a negotiator would want to see first.

    `a` and `b` are the addresses, `gone` and `come` the words; either is empty where words were only added or dropped.
    """

    kind: Noticed
    gone: str
    come: str
    a: str | None
    b: str | None
    turn: Turn = "changed"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side. `why` gives the reasons for the mode, `remarks` what a reader must bear in mind.

    `rows` are filled for accounts, editions and texts, `paragraphs` and `notices` for drafts. `marking` is the
    higher of the two texts' markings.
    """

    mode: Mode
    why: str
    a: Compared
    b: Compared
    marking: Marking
    remarks: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    paragraphs: tuple[AlignedParagraph, ...] = ()
    notices: tuple[Notice, ...] = ()
