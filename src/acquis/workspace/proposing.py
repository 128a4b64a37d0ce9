"""What was proposed: one line a method."""

from __future__ import annotations

from acquis.analysis.proposals.find import find_proposals
from acquis.model.marking import EVERYTHING, Viewer
from acquis.model.proposal import ProposalFilters, Proposals
from acquis.workspace.door import Door


class Proposing(Door):
    """Proposals and what became of them."""

    def proposals(self, asked: ProposalFilters, *, viewer: Viewer = EVERYTHING) -> Proposals:
        """The proposals that are asked for, who backs and resists each, and what later text may have of it."""
        names = self._names()
        with self.store.reading() as connection:
            return find_proposals(connection, viewer, names, asked)
