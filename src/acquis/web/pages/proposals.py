"""Words and filters in; what was proposed out, who backs and resists it, and what later text may have of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.exporters.proposals import proposals_table
from acquis.exporters.rows import Table
from acquis.model.claim import Element
from acquis.model.proposal import ProposalFilters, Proposals
from acquis.vocabulary.lookup import find_actor, find_concepts
from acquis.web.asked import Words
from acquis.web.desk import AtDesk
from acquis.web.sides import ELEMENTS, OfDays, element_asked


class ProposalsAsked(OfDays):
    """Words of a proposal, who made it, what it is about; `limit` is how many are shown."""

    q: Words = ""
    by: Words = ""
    about: Words = ""
    element: Words = ""
    limit: Annotated[int, Field(ge=1, le=200)] = 20


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """Proposals, the latest first."""

    asked: ProposalsAsked
    proposals: Proposals
    elements: tuple[Element, ...] = ELEMENTS
    title: str = "Proposals"

    def table(self) -> Table:
        """One sentence a row."""
        return proposals_table(self.proposals, "")


def fill_proposals(desk: AtDesk, asked: Annotated[ProposalsAsked, Query()]) -> ProposalsPage:
    """The proposals for this viewer. Raises RequestError for what nobody knows, NotKept without documents."""
    period = asked.period
    filters = ProposalFilters(
        words=asked.q,
        owner=find_actor(desk.vocabulary, asked.by) if asked.by else None,
        about=find_concepts(desk.vocabulary, asked.about) if asked.about else frozenset(),
        element=element_asked(asked.element),
        since=period.since,
        until=period.until,
        limit=asked.limit,
    )
    found = desk.remember(
        ("proposals", filters), lambda: desk.workspace.proposals(filters, viewer=desk.viewer)
    )
    return ProposalsPage(asked, found)
