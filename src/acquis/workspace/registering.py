"""What was agreed and who is heard on it; everything on one State: one line a method."""

from __future__ import annotations

from datetime import date

from acquis.analysis.ledger import Asked
from acquis.analysis.register.filters import RegisterFilters
from acquis.analysis.register.framework import make_framework
from acquis.analysis.register.own import ProfileWish
from acquis.analysis.register.profile import make_profile
from acquis.analysis.register.provision import make_provision
from acquis.analysis.register.survey import make_survey
from acquis.model.marking import EVERYTHING, Viewer
from acquis.model.profile import Profile, Survey
from acquis.model.register import Framework, ProvisionHeard
from acquis.workspace.door import Door

_ALL = RegisterFilters()


class Registering(Door):
    """What is registered."""

    def framework(
        self, element: str | None = None, *, filters: RegisterFilters = _ALL, viewer: Viewer = EVERYTHING
    ) -> Framework:
        """What was agreed, all or of one element ("norms"), and how many are heard on each provision."""
        with self.store.reading() as connection:
            return make_framework(connection, viewer, self._vocabulary, filters, element)

    def provision(
        self, provision: str, *, filters: RegisterFilters = _ALL, viewer: Viewer = EVERYTHING
    ) -> ProvisionHeard:
        """A provision by its id: who speaks to it, with which acts, when and in which sentences; who is not heard."""
        with self.store.reading() as connection:
            return make_provision(connection, viewer, self._vocabulary, filters, provision)

    def profile(self, wish: ProfileWish, *, viewer: Viewer = EVERYTHING) -> Profile:
        """Everything on one State: where it speaks, positions, promises, steps, needs, offers, and what changed."""
        names = self._searched(Asked(date.max), viewer)
        with self.store.reading() as connection:
            return make_profile(connection, viewer, names, wish, date.today())

    def survey(self, wish: ProfileWish, *, viewer: Viewer = EVERYTHING) -> Survey:
        """The National Survey of Implementation in its four parts, as far as a State's own words fill it."""
        with self.store.reading() as connection:
            return make_survey(connection, viewer, self._vocabulary, wish)
