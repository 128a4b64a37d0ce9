"""Agreed language: where a passage comes from, who used it and how it changed; the nearest agreed wording of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.comparison import Piece
from acquis.model.document import TextStatus
from acquis.model.frame import Frame
from acquis.model.marking import Marking, highest

SETTLED: frozenset[TextStatus] = frozenset({"agreed", "endorsed"})
# So many documents of one source with the same words are a habit of that source.
HABIT = 5


@dataclass(frozen=True, slots=True)
class Use:
    """One text that holds a passage: `quote` is its text at `start:end`, in the paragraph of that address.

    `likeness` is the share of words it has in common with what was asked, 0 to 1. `after` is the number of the earlier
    use that it comes nearest to, counted from 1, None of the earliest; `pieces` marks its words against that one, and
    is empty where they are the same word for word.
    """

    frame: Frame
    text_status: TextStatus
    address: str
    quote: str
    start: int
    end: int
    likeness: float
    after: int | None = None
    pieces: tuple[Piece, ...] = ()

    @property
    def settled(self) -> bool:
        """Is it of a text that was agreed or endorsed?"""
        return self.text_status in SETTLED

    @property
    def source(self) -> tuple[str, tuple[str, ...]]:
        """Whose text it is: its publisher, and its parties or who speaks in it."""
        return self.frame.publisher or "", self.frame.actors


@dataclass(frozen=True, slots=True)
class Habit:
    """One source that says a passage again and again: its publisher or, where none is known, its speakers."""

    publisher: str
    actors: tuple[str, ...]
    documents: int
    first: Frame
    last: Frame


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with the texts that hold it, by day; those without a day come last.

    `words` are those that were asked for, `address` the paragraph of the draft they stand in. `nearest` is the number
    of the use that they come nearest to and `pieces` marks them against it; it is empty where they are the same.
    `habits` are the sources that repeat it; `left` counts the texts that are not listed.
    """

    words: str
    address: str
    uses: tuple[Use, ...]
    nearest: int | None = None
    pieces: tuple[Piece, ...] = ()
    habits: tuple[Habit, ...] = ()
    boilerplate: bool = False
    left: int = 0

    @property
    def documents(self) -> int:
        """How many texts hold it."""
        return len(self.uses) + self.left

    @property
    def users(self) -> int:
        """How many sources are listed for it."""
        return len({use.source for use in self.uses})

    @property
    def settled(self) -> Use | None:
        """The first use in an agreed or endorsed text, None where there is none."""
        return next((use for use in self.uses if use.settled), None)

    @property
    def marking(self) -> Marking:
        """The highest of all texts that are listed."""
        return highest(use.frame.marking for use in self.uses)


@dataclass(frozen=True, slots=True)
class Pedigree:
    """Passages with what became of them. `asked` is the phrase or the name of the draft, None where all was asked for.

    `documents` is how many texts were looked through; `left` counts the passages that are not listed; `draft` is the
    marking of what was asked.
    """

    asked: str | None
    passages: tuple[Passage, ...]
    documents: int
    left: int = 0
    draft: Marking = Marking.CLEAR

    @property
    def marking(self) -> Marking:
        """The highest of all passages and of the draft."""
        return highest((self.draft, *(passage.marking for passage in self.passages)))


@dataclass(frozen=True, slots=True)
class Nearest:
    """A sentence of a draft with the wording that comes nearest to it, None where none is near.

    The pieces of `use` mark the draft against it: what is gone is that wording's, what is new is the draft's.
    """

    sentence: str
    address: str
    use: Use | None = None


@dataclass(frozen=True, slots=True)
class AgreedWording:
    """The sentences of a draft, in order, each with the nearest agreed wording.

    `documents` is how many texts were looked through, `settled` how many of them were agreed or endorsed.
    """

    asked: str
    sentences: tuple[Nearest, ...]
    documents: int
    settled: int
    draft: Marking = Marking.CLEAR

    @property
    def marking(self) -> Marking:
        """The highest of all wordings and of the draft."""
        return highest((self.draft, *(one.use.frame.marking for one in self.sentences if one.use)))
