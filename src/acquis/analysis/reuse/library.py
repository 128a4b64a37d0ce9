"""A workspace in, its texts as one viewer may have them with their ground out; made once and kept until they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
from sqlalchemy import Connection

from acquis.analysis.reuse.ground import Ground
from acquis.analysis.reuse.words import Flags
from acquis.model.document import TextStatus
from acquis.model.frame import Frame
from acquis.model.marking import Viewer
from acquis.store.frames import find_frames_of
from acquis.store.texts import Stamp, TextState, load_texts, text_states, texts_stamp

_KEPT = 2  # libraries at a time: they are of different viewers, and large


@dataclass(frozen=True, slots=True)
class Library:
    """The texts a viewer may see, by day, and the ground of all their words. `known` are frames met before."""

    texts: tuple[TextState, ...]
    ground: Ground
    known: dict[int, Frame] = field(default_factory=dict)

    def frames(self, connection: Connection, viewer: Viewer, texts: set[int]) -> dict[int, Frame]:
        """The frames of some texts, by their number here."""
        rows = {at: self.texts[at].row for at in texts}
        missing = [row for row in rows.values() if row not in self.known]
        self.known.update(find_frames_of(connection, viewer, missing))
        return {at: self.known[row] for at, row in rows.items()}

    def only(self, wanted: Callable[[TextState], bool]) -> Flags:
        """Which texts are wanted."""
        return np.fromiter(map(wanted, self.texts), np.bool_, len(self.texts))

    def with_status(self, statuses: frozenset[TextStatus]) -> Flags:
        """Which texts have one of these statuses."""
        return self.only(lambda text: text.text_status in statuses)


class Shelf:
    """The libraries that were made last. Who may see other texts has another library, or none of it."""

    def __init__(self) -> None:
        self._libraries: dict[Stamp, Library] = {}
        self._lock = Lock()

    def library(self, connection: Connection, viewer: Viewer) -> Library:
        """The library of what a viewer may see now: the one that is kept where every text is as it was."""
        stamp = texts_stamp(connection, viewer)
        with self._lock:
            library = self._libraries.pop(stamp, None) or _made(connection, viewer)
            self._libraries[stamp] = library
            while len(self._libraries) > _KEPT:
                del self._libraries[next(iter(self._libraries))]
        return library


def _made(connection: Connection, viewer: Viewer) -> Library:
    texts = text_states(connection, viewer)
    return Library(texts, Ground.of(load_texts(connection, [text.row for text in texts])))
