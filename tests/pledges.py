"""Promises and what was found of them, built by hand for tests of the rules."""

from __future__ import annotations

from datetime import date

from acquis.analysis.pledges import Pledge
from acquis.analysis.sequels import Evidence
from acquis.grammar.edtf import read_edtf
from acquis.model.claim import Claim, Place
from acquis.model.document import Document, Paragraph
from acquis.model.evidence import Evidence as Words
from acquis.model.frame import Frame
from acquis.model.marking import Marking
from acquis.model.promise import Relation
from acquis.model.when import When

SENTENCE = "Aldoria will open the Harbour Academy."


def frame(day: str, actors: tuple[str, ...] = ("XC",), row: int = 1) -> Frame:
    """A document of these actors."""
    when = read_edtf(day)
    return Frame(
        row=row, key=f"{row:016}", work=f"X/{row}", location=f"{row}.md", title="Text", published=day,
        publisher=None, url=None, earliest=when.earliest if when else None, latest=when.latest if when else None,
        added_at="2031-01-01T10:00:00.000000+00:00", marking=Marking.CLEAR, actors=actors,
    )  # fmt: skip


def pledge(
    *, due: str | When | None = None, owners: tuple[str, ...] = ("XC",), grade: int | None = 5,
    meeting: bool = False, venue: str | None = None,
) -> Pledge:  # fmt: skip
    """A promise of 2 May 2030."""
    document = Document("d" * 16, "x.txt", SENTENCE, (Paragraph("¶1", "paragraph", 0, len(SENTENCE)),))
    words = Words.cut(document, 0, len(SENTENCE))
    when = read_edtf(due) if isinstance(due, str) else due
    claim = Claim(
        "commitment", owners, Place(words, words), "¶1", "test", 0.9, grade=grade, due=when, venue=venue
    )
    return Pledge(
        "k", claim, frame("2030-05-02", owners), Marking.CLEAR, owners, None, meeting, meeting, None, when
    )


def evidence(
    relation: Relation,
    day: str = "2031-05-02",
    *,
    reasons: tuple[str, ...] = ("a rule",),
    by: str | None = None,
) -> Evidence:
    """A later sentence that a rule or a person ties to the promise."""
    return Evidence(frame(day, row=2), 1, 0.9, relation, reasons, by)


DAY = date(2032, 1, 1)
