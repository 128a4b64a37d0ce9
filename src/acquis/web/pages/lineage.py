"""The key of a promise in, the same promise through documents and editions out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Query

from acquis.exporters.lineage import count_words, does, lineage_paper, lineage_rows, lineage_title
from acquis.exporters.rows import Table
from acquis.model.lineage import Lineage, Step
from acquis.model.paper import Paper
from acquis.reading import READER
from acquis.web.asked import Asked, Words, day_asked
from acquis.web.desk import AtDesk
from acquis.web.page import File, paper_file
from acquis.web.plain import place_of


class LineageAsked(Asked):
    """The day on which the promise stands as it is told."""

    as_of: Words = ""


@dataclass(frozen=True, slots=True)
class TracedStep:
    """One sentence of a lineage; `does` says in words what it does with the promise, `link` where its words stand."""

    step: Step
    does: str
    link: str


@dataclass(frozen=True, slots=True)
class LineagePage:
    """A promise, the oldest words first. `counts` says how many steps there are, and how many were left out."""

    asked: LineageAsked
    title: str
    key: str
    promised: str
    counts: str
    steps: tuple[TracedStep, ...]
    lineage: Lineage = field(repr=False)
    paper: Paper = field(repr=False)

    def table(self) -> Table:
        """One step a row."""
        return Table("lineage", tuple(lineage_rows(self.lineage)), self.lineage.marking, "")

    def file(self, form: str) -> File:
        """The lineage as a paper."""
        return paper_file(f"lineage {self.key}", self.paper, form)


def fill_lineage(desk: AtDesk, key: str, asked: Annotated[LineageAsked, Query()]) -> LineagePage:
    """The lineage of a promise, by its key or by that of a sentence which tells of it. Raises NotKept, RequestError."""
    day = day_asked(asked.as_of, desk.today)
    found = desk.remember(
        ("lineage", key, day), lambda: desk.workspace.lineage(key, as_of=day, viewer=desk.viewer)
    )
    paper = lineage_paper(found, f"Made {desk.today} by {READER}")
    steps = tuple(TracedStep(step, does(step), _link(step)) for step in found.steps)
    title = lineage_title(found)
    return LineagePage(asked, title, found.key, found.promised, count_words(found), steps, found, paper)


def _link(step: Step) -> str:
    """Where its words stand: at the finding where the sentence is one, else at its paragraph."""
    return f"/documents/{step.frame.key}#" + (f"c-{step.key}" if step.status else place_of(step.address))
