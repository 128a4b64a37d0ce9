"""What this workspace is read with, and what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass

from acquis import __version__
from acquis.reading import READER
from acquis.vocabulary.loader import vocabulary_digest
from acquis.web.desk import AtDesk


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Versions, sizes of the vocabulary, and the limits in words."""

    version: str
    reader: str
    vocabulary: str
    concepts: tuple[tuple[str, int], ...]
    workspace: str
    title: str = "About"


def fill_about(desk: AtDesk) -> AboutPage:
    """What made the answers on all other pages."""
    kinds = ("state", "group", "institution", "process", "instrument", "provision", "threat", "topic")
    counted = tuple((kind, len(desk.vocabulary.of_kind(kind))) for kind in kinds)  # type: ignore[arg-type]
    name = desk.workspace.store.name.rstrip("/").rpartition("/")[2]
    return AboutPage(__version__, READER, vocabulary_digest(()), counted, name)
