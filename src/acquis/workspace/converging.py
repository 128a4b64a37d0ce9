"""Positions and convergence: one line a method."""

from __future__ import annotations

from acquis.analysis.converging.converge import Wish, find_convergence
from acquis.analysis.converging.false_friends import Pairing, find_false_friends
from acquis.analysis.converging.positions import Sides, find_positions
from acquis.model.convergence import Convergence, FalseFriends
from acquis.model.marking import EVERYTHING, Viewer
from acquis.model.positions import Positions
from acquis.workspace.door import Door


class Converging(Door):
    """What is said for and against, and where it comes together."""

    def positions(
        self,
        asked: str,
        sides: Sides | None = None,
        *,
        as_proposal: bool = False,
        viewer: Viewer = EVERYTHING,
    ) -> Positions:
        """Who leans how on a topic, provision or proposal, with the sentences, and who leans otherwise than before."""
        with self.store.reading() as connection:
            return find_positions(
                connection, viewer, self._vocabulary, asked, sides or Sides(), as_proposal=as_proposal
            )

    def converge(self, wish: Wish | None = None, *, viewer: Viewer = EVERYTHING) -> Convergence:
        """Issues by the support that crosses groups, given or found, with the sentences that carry it."""
        with self.store.reading() as connection:
            return find_convergence(connection, viewer, self._vocabulary, wish or Wish())

    def false_friends(self, pairing: Pairing | None = None, *, viewer: Viewer = EVERYTHING) -> FalseFriends:
        """Pairs of sentences with the same key words and perhaps another meaning, for a person to judge."""
        with self.store.reading() as connection:
            return find_false_friends(connection, viewer, self._vocabulary, pairing or Pairing())
