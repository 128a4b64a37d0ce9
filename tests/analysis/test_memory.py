"""A ledger of an earlier day is told from what is remembered of the whole, and is the same as one told anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from acquis.analysis.ledger import Asked
from acquis.model.filters import PromiseFilters
from acquis.model.marking import Marking, Viewer
from acquis.workspace import Workspace
from workspaces import add, write

LATER = date(2099, 1, 1)  # what was known by then is all, but is read for that moment alone
DAYS = (date(2022, 12, 31), date(2023, 12, 31), date(2024, 6, 30), date(2024, 12, 31), date(2032, 1, 1))


@pytest.fixture
def talked(tmp_path: Path, root: Path, vocabulary: tuple[Path, ...]) -> Path:
    """A workspace of readouts of several years, one of them amber."""
    address = tmp_path / "talked.db"
    with Workspace.open(address, create=True, vocabulary=vocabulary) as workspace:
        list(workspace.add([root / "examples" / "readouts"], marking=Marking.CLEAR, processes=1))
        amber = write(
            tmp_path, "amber.md", "---\npublished: 2023-03-03\n---\n\nThe UK will fund a course by 2024.\n"
        )
        add(workspace, amber, marking=Marking.AMBER)
    return address


@pytest.mark.parametrize("party", [None, "GB"])
@pytest.mark.parametrize("clearance", [Marking.CLEAR, Marking.AMBER])
def test_an_earlier_day_is_told_alike_from_the_whole_and_anew(
    talked: Path, vocabulary: tuple[Path, ...], clearance: Marking, party: str | None
) -> None:
    """Promises, statuses, evidence and series, whichever day was asked for before, and for whom."""
    viewer = Viewer(clearance)
    filters = PromiseFilters(party=party)
    with Workspace.open(talked, vocabulary=vocabulary) as warm:
        warm.ledger(Asked(DAYS[-1]), viewer=viewer)
        told = [
            (day, warm.ledger(Asked(day, None, filters, 3), viewer=viewer))
            for day in (*DAYS, *reversed(DAYS))
        ]
    with Workspace.open(talked, vocabulary=vocabulary) as fresh:
        for day, ledger in told:
            anew = fresh.ledger(Asked(day, LATER, filters, 3), viewer=viewer)
            assert ledger == replace(anew, known_on=None)
    counts = [len(ledger.promises) for _, ledger in told]
    assert counts[0] < counts[3] <= counts[4]


def test_what_is_added_later_counts_in_every_moment_that_is_remembered(
    talked: Path, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """A document of an earlier day that comes late is part of the ledger of that day."""
    with Workspace.open(talked, vocabulary=vocabulary) as workspace:
        before = workspace.ledger(Asked(DAYS[2]))
        late = write(
            tmp_path, "late.md", "---\npublished: 2023-05-05\n---\n\nThe UK will publish a guide in 2026.\n"
        )
        add(workspace, late)
        after = workspace.ledger(Asked(DAYS[2]))
        assert after.documents == before.documents + 1
        assert {one.key for one in before.promises} < {one.key for one in after.promises}
