"""What waits for people, what they answered last, and their answers, each on the finding as they saw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from acquis.batch.adding import now
from acquis.model.answer import Answer
from acquis.model.judgement import Judgement
from acquis.model.kept import KeptClaim
from acquis.model.marking import EVERYTHING, Viewer
from acquis.store.catalogue import find_document
from acquis.store.claims import Wanted
from acquis.store.judgements import find_last_by, last_judgements, said_on
from acquis.store.judging import answer
from acquis.store.reviewing import count_waiting, review_queue
from acquis.workspace.keeping import Keeping


class Reviewing(Keeping):
    """What is reviewed."""

    def review_queue(
        self,
        wanted: Wanted | None = None,
        *,
        document: str | None = None,
        limit: int | None = None,
        skip: int = 0,
        viewer: Viewer = EVERYTHING,
    ) -> list[KeptClaim]:
        """The findings nobody has judged, of all documents or one, those first whose answer is worth most."""
        with self.store.reading() as connection:
            if document is not None:
                row = find_document(connection, viewer, document)
                wanted = replace(wanted or Wanted(), document_id=row)
            return review_queue(connection, viewer, wanted or Wanted(), limit=limit, skip=skip)

    def waiting(
        self, wanted: Wanted | None = None, *, document: str | None = None, viewer: Viewer = EVERYTHING
    ) -> int:
        """How many findings are in that queue."""
        with self.store.reading() as connection:
            if document is not None:
                row = find_document(connection, viewer, document)
                wanted = replace(wanted or Wanted(), document_id=row)
            return count_waiting(connection, viewer, wanted or Wanted())

    def last_judgement(self, by: str, *, viewer: Viewer = EVERYTHING) -> Judgement | None:
        """The last judgement on a finding that this person made and nobody took back."""
        with self.store.reading() as connection:
            return find_last_by(connection, viewer, by)

    def last_said(self, findings: Sequence[KeptClaim], *, viewer: Viewer = EVERYTHING) -> dict[str, str]:
        """By the key of each finding the id of the last judgement on it, or "": what an answer has to be `after`."""
        with self.store.reading() as connection:
            said = last_judgements(connection, viewer, [one.key for one in findings])
        return {one.key: said.get(one.key) or one.judgement or "" for one in findings}

    def histories(
        self, findings: Sequence[KeptClaim], *, viewer: Viewer = EVERYTHING
    ) -> dict[str, list[Judgement]]:
        """What was said of each of these findings that somebody judged, by its key; the oldest first."""
        with self.store.reading() as connection:
            return said_on(connection, viewer, [one.key for one in findings])

    def answer(self, answers: Sequence[Answer], *, by: str, viewer: Viewer = EVERYTHING) -> list[KeptClaim]:
        """Keep all answers, or none where one cannot be: the findings as they stand after, as this viewer sees them.

        Raises Overtaken where somebody judged one of them after it was shown, and NotKept as `claim` does.
        """
        with self.store.writing() as connection:
            return [answer(connection, viewer, one, by=by, at=now()) for one in answers]
