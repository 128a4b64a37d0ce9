"""Agreed language: where words come from, who used them, what they are near to. One line a method."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.pedigree import AgreedWording, Pedigree
from acquis.model.record import Record
from acquis.workspace.door import Door

if TYPE_CHECKING:
    from acquis.analysis.reuse.library import Shelf
    from acquis.analysis.reuse.pedigrees import Draft, Reader


class Reusing(Door):
    """What is said again. (numpy is imported when it is asked for: adding and searching need none of it.)"""

    def pedigree(self, phrase: str, *, viewer: Viewer = EVERYTHING) -> Pedigree:
        """Every text that holds a phrase, by day: the earliest, and what each later one changed."""
        from acquis.analysis.reuse.pedigrees import phrase_pedigree

        with self._reader(viewer) as reader:
            return phrase_pedigree(reader, phrase)

    def reused(
        self, draft: Record, *, marking: Marking = Marking.AMBER, viewer: Viewer = EVERYTHING
    ) -> Pedigree:
        """Every passage of a draft that other texts hold, each with its pedigree, in the order of the draft."""
        from acquis.analysis.reuse.pedigrees import draft_pedigree

        with self._reader(viewer) as reader:
            return draft_pedigree(reader, _draft(draft, marking))

    def most_reused(self, *, most: int = 20, viewer: Viewer = EVERYTHING) -> Pedigree:
        """The passages that most sources use, each with its pedigree; boilerplate of one source comes last."""
        from acquis.analysis.reuse.repeated import most_reused

        with self._reader(viewer) as reader:
            return most_reused(reader, most=most)

    def agreed(
        self, draft: Record, *, marking: Marking = Marking.AMBER, viewer: Viewer = EVERYTHING
    ) -> AgreedWording:
        """For each sentence of a draft the nearest agreed wording, and how the draft differs from it."""
        from acquis.analysis.reuse.wordings import agreed_wording

        spans = [(sentence.start, sentence.end) for sentence in draft.sentences]
        with self._reader(viewer) as reader:
            return agreed_wording(reader, _draft(draft, marking), spans)

    @contextmanager
    def _reader(self, viewer: Viewer) -> Iterator[Reader]:
        from acquis.analysis.reuse.pedigrees import Reader

        with self.store.reading() as connection:
            yield Reader(connection, viewer, self._shelf.library(connection, viewer))

    @cached_property
    def _shelf(self) -> Shelf:
        from acquis.analysis.reuse.library import Shelf

        return Shelf()


def _draft(record: Record, marking: Marking) -> Draft:
    from acquis.analysis.reuse.pedigrees import Draft

    document = record.document
    return Draft(document.path, document.id, document.text, document.paragraphs, marking)
