"""A State in; the National Survey of Implementation as its own words fill it out, gaps left as gaps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.exporters.survey import TITLE, survey_paper
from acquis.model.paper import Paper
from acquis.model.profile import Survey
from acquis.reading import READER
from acquis.web.desk import AtDesk
from acquis.web.page import File, paper_file
from acquis.web.pages.state import StateAsked, wish_of


class SurveyAsked(StateAsked):
    """Of which days; `limit` is how many sentences are shown for each question."""

    limit: Annotated[int, Field(ge=1, le=100)] = 10


@dataclass(frozen=True, slots=True)
class SurveyPage:
    """The survey of a State."""

    asked: SurveyAsked
    title: str
    code: str
    survey: Survey
    paper: Paper = field(repr=False)

    def file(self, form: str) -> File:
        """The survey as a paper."""
        return paper_file(f"survey {self.survey.name}", self.paper, form)


def fill_survey(desk: AtDesk, code: str, asked: Annotated[SurveyAsked, Query()]) -> SurveyPage:
    """The survey of a State, by its code or name. Raises NotKept for what nobody knows, RequestError."""
    wish = wish_of(desk, code, asked)
    survey = desk.remember(("survey", wish), lambda: desk.workspace.survey(wish, viewer=desk.viewer))
    paper = survey_paper(survey, f"Made {desk.today} by {READER}")
    return SurveyPage(asked, f"{TITLE}: {survey.name}", survey.code, survey, paper)
