"""What States report doing on what was agreed, and where needs meet offers: one line a method."""

from __future__ import annotations

from acquis.analysis.implementation.answer import Wish, make_implementation
from acquis.analysis.levelling.answer import Levelled, make_levelling
from acquis.model.implementation import Implementation
from acquis.model.levelling import Levelling
from acquis.model.marking import EVERYTHING, Viewer
from acquis.vocabulary import load_vocabulary
from acquis.workspace.door import Door


class Implementing(Door):
    """What is done, and what would help."""

    def implementation(self, wish: Wish | None = None, *, viewer: Viewer = EVERYTHING) -> Implementation:
        """Provisions by States: what each reports itself, others confirm or contest, and what it speaks to."""
        words = load_vocabulary(self._vocabulary)
        with self.store.reading() as connection:
            return make_implementation(connection, viewer, words, self._vocabulary, wish or Wish())

    def levelling(self, asked: Levelled | None = None, *, viewer: Viewer = EVERYTHING) -> Levelling:
        """Where steps are reported and where not; needs beside offers and beside who has done it; proposed partners."""
        words = load_vocabulary(self._vocabulary)
        with self.store.reading() as connection:
            return make_levelling(connection, viewer, words, self._vocabulary, asked or Levelled())
