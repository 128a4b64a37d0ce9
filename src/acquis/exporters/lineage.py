"""A lineage in, rows for programs or a paper for people out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.contract import Json
from acquis.exporters.comparison import marked_line
from acquis.exporters.ledger import sequel_row
from acquis.exporters.rows import Row
from acquis.model.frame import Frame
from acquis.model.lineage import Lineage, Step
from acquis.model.paper import Block, Grid, Line, Note, Paper, Run, Text


def lineage_rows(lineage: Lineage) -> Iterator[Row]:
    """One step a row, the oldest first."""
    for step in lineage.steps:
        pieces: list[Json] = [{"text": piece.text, "standing": piece.standing} for piece in step.pieces]
        yield {
            "key": step.key,
            "asked": step.key == lineage.key,
            "document": step.frame.location,
            "title": step.frame.title,
            "published": step.frame.published,
            "paragraph": step.address,
            "sentence": step.sentence,
            "relation": step.relation,
            "score": None if step.score is None else round(step.score, 3),
            "reasons": list(step.reasons),
            "by": step.by,
            "sure": step.sure,
            "status": step.status,
            "why": step.why,
            "evidence": sequel_row(step.evidence) if step.evidence else None,
            "changes": pieces,
            "marking": step.marking.label,
        }


def lineage_title(lineage: Lineage) -> str:
    """What the lineage is of: the meetings of a series, or one promise."""
    return f"The next meeting of {lineage.series}" if lineage.series else f"“{lineage.promised}”"


def count_words(lineage: Lineage) -> str:
    """ "3 steps as of 2031-05-02; 2 more, less sure, left out"."""
    count = len(lineage.steps)
    more = f"; {lineage.left} more, less sure or further off, left out" if lineage.left else ""
    return f"{count} step{'' if count == 1 else 's'} as of {lineage.as_of}{more}"


def does(step: Step) -> str:
    """What the sentence does: "promised", "done, linked by Desk", "repeated", or "weakened? 0.71" where none is sure."""
    if step.relation is None:
        return "promised"
    if step.by:
        return f"{step.relation}, linked by {step.by}"
    return step.relation if step.sure or step.score is None else f"{step.relation}? {step.score:.2f}"


def day_of(frame: Frame) -> str:
    """When it was said: the day of publication, else the days that the document may be of."""
    if frame.published or frame.earliest is None:
        return frame.published or "no date"
    if frame.latest is None or frame.latest == frame.earliest:
        return frame.earliest.isoformat()
    return f"{frame.earliest} to {frame.latest}"


def lineage_paper(lineage: Lineage, made: str) -> Paper:
    """The paper of a lineage; `made` says when and by what."""
    rows = tuple(_row(number, step) for number, step in enumerate(lineage.steps, 1))
    blocks: tuple[Block, ...] = (
        Text((Run(count_words(lineage), "strong"),)),
        Text((Run("Words are marked against the step before, where the two are alike enough."),)),
        Grid(("When and where", "Words", "What it does, and how it stands"), rows, (0.2, 0.52, 0.28)),
    )
    notes = tuple(note for number, step in enumerate(lineage.steps, 1) for note in _notes(number, step))
    return Paper("Lineage of a promise", lineage_title(lineage), lineage.marking, blocks, notes, made)


def _row(number: int, step: Step) -> tuple[Line, Line, Line]:
    """A step; what it says rests on note 2n - 1, how it stands on note 2n."""
    words = marked_line(step.pieces) if step.pieces else (Run(step.sentence, "quote"),)
    place: Line = (Run(day_of(step.frame)), Run(f" {step.address}", "faint"))
    stands: Line = ()
    if step.status:
        stands = (Run(f" {step.status}: {step.why}", notes=(2 * number,) if step.evidence else ()),)
    return place, (*words, Run("", notes=(2 * number - 1,))), (Run(does(step), "strong"), *stands)


def _notes(number: int, step: Step) -> Iterator[Note]:
    """Where the words of a step stand, and those that say how it stands."""
    place = source(step.frame, step.address)
    yield Note(
        2 * number - 1,
        f"{place} ({step.key}), {step.marking.label}",
        step.frame.url,
        step.frame.key,
        step.address,
    )
    if step.evidence is not None:
        told = step.evidence
        words = f"“{told.sentence}”, {source(told.frame, told.address)} ({told.key}), {told.marking.label}"
        yield Note(2 * number, words, told.frame.url, told.frame.key, told.address)


def source(frame: Frame, address: str) -> str:
    """Title, publisher, day and paragraph."""
    return ", ".join(filter(None, (frame.title, frame.publisher, day_of(frame), address)))
