"""Two sides and a day in, the brief for their meeting out: to read here, and as a file to take along."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Query

from acquis.analysis.briefing.brief import Meeting
from acquis.errors import RequestError
from acquis.exporters.brief import brief_paper
from acquis.exporters.paper.printable import printable
from acquis.model.brief import Brief
from acquis.model.paper import Paper
from acquis.reading import READER
from acquis.vocabulary.lookup import find_actor
from acquis.web.asked import Asked, Words, day_asked
from acquis.web.desk import AtDesk, Desk
from acquis.web.page import File, paper_file
from acquis.web.pages.dialogues import all_stories


class BriefAsked(Asked):
    """Whose delegation it is for, whom they meet, on which day; `as_of` is the last day whose documents count."""

    party: Words = ""
    counterpart: Words = ""
    series: Words = ""
    on: Words = ""
    as_of: Words = ""


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A brief, or none where nothing is asked yet. `known` are the parties of series here: code and name."""

    asked: BriefAsked
    brief: Brief | None
    known: tuple[tuple[str, str], ...]
    title: str = "Brief for a meeting"
    paper: Paper | None = field(default=None, repr=False)

    def file(self, form: str) -> File:
        """The brief as a paper. Raises RequestError where nothing is asked."""
        if self.brief is None or self.paper is None:
            raise RequestError("a brief needs two sides: party=GB&counterpart=EU")
        name = f"brief {self.brief.party} {self.brief.counterpart} {self.brief.on}"
        return paper_file(name, self.paper, form)


def fill_brief(desk: AtDesk, asked: Annotated[BriefAsked, Query()]) -> BriefPage:
    """The brief of two sides. Raises NotKept where no document has both, RequestError for what nobody knows."""
    known = _known(desk)
    if not (asked.party and asked.counterpart):
        return BriefPage(asked, None, known)
    meeting = _meeting(desk, asked)
    brief, paper = desk.remember(("brief", meeting), lambda: _made(desk, meeting))
    return BriefPage(asked, brief, known, f"Brief: {paper.title}", paper)


def _made(desk: Desk, meeting: Meeting) -> tuple[Brief, Paper]:
    brief = desk.workspace.brief(meeting, viewer=desk.viewer)
    return brief, printable(brief_paper(brief, f"Made {desk.today} by {READER}", desk.name_of))


def _meeting(desk: Desk, asked: BriefAsked) -> Meeting:
    ours, theirs = (find_actor(desk.vocabulary, words) for words in (asked.party, asked.counterpart))
    if ours == theirs:
        raise RequestError(f"{asked.party} and {asked.counterpart} are one party: {ours}; a brief needs two")
    known = day_asked(asked.as_of, desk.today)
    return Meeting(ours, theirs, day_asked(asked.on, known), known, asked.series or None)


def _known(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Who meets in the series here: what a form can suggest."""
    codes = {code for story in all_stories(desk).stories for code in story.series.parties}
    return tuple(sorted(((code, desk.name_of(code)) for code in codes), key=lambda one: one[1]))
