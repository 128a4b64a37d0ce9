"""What this workspace is read with, how well that was measured to work, and what it cannot do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from acquis import __version__
from acquis.model.claim import GRADES
from acquis.model.concept import ConceptKind
from acquis.reading import READER
from acquis.vocabulary.loader import vocabulary_digest
from acquis.web.desk import AtDesk
from acquis.web.pages.accuracy import FIGURES, WEAK, Figure

KINDS: tuple[tuple[ConceptKind, str], ...] = (
    ("state", "States"),
    ("group", "groups"),
    ("institution", "institutions"),
    ("process", "processes"),
    ("instrument", "instruments"),
    ("provision", "provisions"),
    ("threat", "threats"),
    ("topic", "topics"),
)


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Versions, sizes of the vocabulary, figures of accuracy, what is known to be weak, and what grades mean."""

    version: str
    reader: str
    vocabulary: str
    concepts: tuple[tuple[str, int], ...]
    workspace: str
    accuracy: Sequence[Figure] = FIGURES
    weak: Sequence[str] = WEAK
    grades: Mapping[int, str] = field(default_factory=lambda: GRADES)
    title: str = "About"


def fill_about(desk: AtDesk) -> AboutPage:
    """What made the answers on all other pages."""
    counted = tuple((words, len(desk.vocabulary.of_kind(kind))) for kind, words in KINDS)
    name = desk.workspace.store.name.rstrip("/").rpartition("/")[2]
    return AboutPage(__version__, READER, vocabulary_digest(()), counted, name)
