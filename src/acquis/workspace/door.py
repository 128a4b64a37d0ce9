"""How a workspace is opened and closed, and what every question needs: the base of all its parts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from acquis.analysis.ledger import Asked, refuse_nothing
from acquis.analysis.memory import Memories, Names
from acquis.batch.sequels import bring_up_to_date
from acquis.model.marking import Viewer
from acquis.store.engine import Store, open_store
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of


class Door:
    """An open store with the vocabulary that its documents are read with."""

    def __init__(self, store: Store, *, vocabulary: Iterable[str | Path] = ()) -> None:
        self.store = store
        self._vocabulary = tuple(map(Path, vocabulary))
        self._memories = Memories()

    @classmethod
    def open(
        cls, address: str | Path = "acquis.db", *, create: bool = False, vocabulary: Iterable[str | Path] = ()
    ) -> Self:
        """The workspace at a file or `postgresql://` address; `create` makes it where there is none."""
        return cls(open_store(str(address), create=create), vocabulary=vocabulary)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def _searched(self, asked: Asked, viewer: Viewer) -> Names:
        """The names of the vocabulary, once what promises find in later documents is up to date."""
        names = self._names()
        with self.store.reading() as connection:
            refuse_nothing(connection, viewer, asked.moment)
        bring_up_to_date(self.store, names.vocabulary, names.actors)
        return names

    def _names(self) -> Names:
        files = self._vocabulary
        return Names(load_vocabulary(files), lexicon_of(files, ("state", "group")), files, self._memories)
