"""Documents side by side: one line a method."""

from __future__ import annotations

from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.analysis.comparing.names import names_of
from acquis.model.comparison import Comparison, Mode
from acquis.model.marking import EVERYTHING, Viewer
from acquis.workspace.keeping import Keeping


class Comparing(Keeping):
    """What is compared."""

    def compare(self, a: str, b: str, *, mode: Mode | None = None, viewer: Viewer = EVERYTHING) -> Comparison:
        """Two documents side by side: as drafts, accounts, editions or texts, whichever they are."""
        first, second = (Given.kept(self.show(name, viewer=viewer)) for name in (a, b))
        return compare(first, second, names_of(self._vocabulary), mode=mode)
