"""Provisions by States: which evidence makes which kind, side by side, and how many States have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.hearing import Period
from acquis.analysis.implementation.answer import Wish
from acquis.errors import NotKept, RequestError
from acquis.model.implementation import Cell, Implementation
from acquis.model.marking import Marking, Viewer
from acquis.workspace import Workspace
from implemented import CRITICAL, add_all

ON_IT = frozenset({CRITICAL})


@pytest.fixture
def spoken(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Statements of invented States on one norm."""
    return add_all(workspace, tmp_path)


def cell(answer: Implementation, state: str) -> Cell:
    """The cell of one State on the norm."""
    return next(one for one in answer.cells if (one.provision, one.state) == (CRITICAL, state))


def test_every_kind_of_evidence_stands_beside_the_others(spoken: Workspace) -> None:
    """An own report, one in a joint text, what it says; and of another what it reports and what is held against it."""
    answer = spoken.implementation(Wish(provisions=ON_IT))
    assert cell(answer, "XC").kinds == ("reported by itself", "confirmed by another's text", "spoken to")
    assert cell(answer, "XN").kinds == ("reported by itself", "contested", "spoken to")


def test_who_suffered_is_not_contested(spoken: Workspace) -> None:
    """A complaint about an attack on Maruna is no complaint about Maruna."""
    maruna = cell(spoken.implementation(Wish(provisions=ON_IT)), "XP")
    assert maruna.kinds == ("spoken to",)


def test_what_a_group_says_is_its_members_through_it_only(spoken: Workspace) -> None:
    """A member that says nothing itself is spoken for, and it is said by whom."""
    answer = spoken.implementation(Wish(provisions=ON_IT))
    member = cell(answer, "XQ")
    assert member.group_only
    assert {one.through for one in member.traces} == {"HARBOUR-GROUP"}
    assert not cell(answer, "XC").group_only


def test_cells_name_their_sentences(spoken: Workspace) -> None:
    """Each key is that of a finding of the workspace; the words of the shown ones are read."""
    answer = spoken.implementation(Wish(provisions=ON_IT, words=True))
    keys = {trace.key for one in answer.cells for trace in one.traces}
    assert keys <= {one.key for one in spoken.claims()}
    assert set(answer.utterances) <= keys
    told = [answer.utterances[one.key].sentence for one in cell(answer, "XN").of_kind("contested")]
    assert told == ["We condemn the cyberattacks of Kaldeen, which run against norm 13(f)."]


def test_counts_are_of_states_with_the_documents_they_rest_on(spoken: Workspace) -> None:
    """By provision: two report, one is confirmed, one contested, the rest are silent."""
    (row,) = spoken.implementation(Wish(provisions=ON_IT)).counts
    assert [*row.kinds.values()] == [2, 1, 1, 7]
    assert (row.group_only, row.silent, row.documents) == (5, row.states - 7, 4)


def test_counts_by_year_take_only_the_evidence_of_the_year(spoken: Workspace) -> None:
    """Kaldeen reports in 2032, Aldoria in 2031."""
    counts = spoken.implementation(Wish(provisions=ON_IT, by="year")).counts
    assert [(one.label, one.kinds["reported by itself"]) for one in counts] == [("2031", 1), ("2032", 1)]


@pytest.mark.parametrize("by", ["region", "group", "element"])
def test_a_state_counts_once_in_each_row(spoken: Workspace, by: str) -> None:
    """No row counts more States than it is of, and those with evidence and those without are all."""
    counts = spoken.implementation(Wish(by=by)).counts  # type: ignore[arg-type]
    assert counts
    for one in counts:
        assert max(one.kinds.values()) + one.silent <= one.states


def test_a_group_narrows_the_states_and_a_period_the_documents(spoken: Workspace) -> None:
    """Members only; documents of the days only."""
    answer = spoken.implementation(Wish(provisions=ON_IT, group="HARBOUR-GROUP", period=Period("2032")))
    assert set(answer.states) == {"XC", "XF", "XJ", "XL", "XP", "XQ"}
    assert answer.documents == 3
    assert all(one.kinds == ("spoken to",) for one in answer.cells)


def test_what_has_no_evidence_is_listed_as_that(spoken: Workspace) -> None:
    """Every pair is a cell or without evidence, never both."""
    answer = spoken.implementation(Wish(provisions=ON_IT))
    empty = {one.state for one in answer.empty()}
    assert empty.isdisjoint(one.state for one in answer.cells)
    assert len(empty) + len(answer.cells) == len(answer.states)


def test_what_cannot_be_asked_is_refused(spoken: Workspace) -> None:
    """A group is no State, a State no group; who may see nothing is told so."""
    with pytest.raises(RequestError, match="is no State"):
        spoken.implementation(Wish(state="HARBOUR-GROUP"))
    with pytest.raises(RequestError, match="is no group"):
        spoken.implementation(Wish(group="XC"))
    with pytest.raises(NotKept):
        spoken.implementation(viewer=Viewer(Marking.CLEAR))
