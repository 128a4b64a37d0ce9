"""Who is heard on what was agreed: counts over the register, and one provision with its sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.hearing import Period
from acquis.analysis.register.filters import RegisterFilters
from acquis.errors import RequestError
from acquis.model.marking import Marking, Viewer
from acquis.model.register import Framework, Tally
from acquis.workspace import Workspace
from registered import fill
from workspaces import add, finding, write

NORM_C, NORM_F, NORM_J = (f"provision.norm.{letter}" for letter in "cfj")
HEALTH = "provision.norms.health"


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Statements of invented States on norms c, f and j."""
    return fill(workspace, tmp_path)


def tallies(framework: Framework) -> dict[str, Tally]:
    """What is counted on each provision that anybody is heard on."""
    entries = (entry for part in framework.parts for entry in part.entries)
    return {entry.id: entry.tally for entry in entries if entry.tally and entry.tally.sentences}


def test_each_provision_says_how_many_are_heard_on_it(filled: Workspace) -> None:
    """States that speak, groups, States that report, documents and sentences; what others tell is a sentence only."""
    assert tallies(filled.framework()) == {
        NORM_C: Tally(states=1, documents=1, sentences=2),
        NORM_F: Tally(states=1, groups=1, documents=2, sentences=2),
        NORM_J: Tally(states=1, reporting=1, documents=3, sentences=4),
        HEALTH: Tally(groups=1, documents=1, sentences=1),
    }


def test_an_element_counts_what_its_provisions_count_once(filled: Workspace) -> None:
    """A State that speaks to two norms is one State."""
    (part,) = filled.framework("norms").parts
    assert part.tally == Tally(states=3, groups=1, reporting=1, documents=5, sentences=8)


def test_counts_are_narrowed_by_days_acts_and_owner(filled: Workspace) -> None:
    """Each filter narrows; a bounded period says how many documents it left out for want of a date."""
    early = filled.framework(filters=RegisterFilters(period=Period(until="2030")))
    assert tallies(early) == {NORM_J: Tally(states=1, reporting=1, documents=1, sentences=2)}
    assert early.ground is not None
    assert (early.ground.documents, early.ground.undated) == (1, 1)
    reports = filled.framework(filters=RegisterFilters(acts=("report",)))
    assert list(tallies(reports)) == [NORM_J]
    assert list(tallies(filled.framework(filters=RegisterFilters(owner="XD")))) == [NORM_C]


def test_states_are_narrowed_by_group_and_the_group_counts_itself(filled: Workspace) -> None:
    """Aldoria is of the Harbour Group, Brevania and Cassena are not."""
    narrowed = filled.framework(filters=RegisterFilters(group="HARBOUR-GROUP"))
    assert tallies(narrowed) == {
        NORM_F: Tally(groups=1, documents=1, sentences=1),
        NORM_J: Tally(states=1, reporting=1, documents=2, sentences=3),
        HEALTH: Tally(groups=1, documents=1, sentences=1),
    }
    with pytest.raises(RequestError, match="there are African"):
        filled.framework(filters=RegisterFilters(region="Atlantis"))


def test_a_provision_tells_who_speaks_with_which_acts_and_when(filled: Workspace) -> None:
    """States by name with acts and days; one that others tell of is no speaker."""
    answer = filled.provision(NORM_J)
    aldoria, cassena = answer.states
    assert (aldoria.code, dict(aldoria.acts)["report"], aldoria.sentences) == ("XC", 1, 3)
    assert (aldoria.first, aldoria.last, aldoria.speaks) == ("2030-03-04", "2031-03-04", True)
    assert (cassena.code, cassena.told, cassena.speaks) == ("XE", 1, False)
    assert answer.otherwise == ("XE",)
    assert len(answer.silent) == 193


def test_the_newest_sentences_come_first_with_words_and_reason(filled: Workspace) -> None:
    """A limit bounds what is shown, not what is counted; each sentence says why it is linked."""
    answer = filled.provision(NORM_J, filters=RegisterFilters(limit=2))
    assert answer.total == 4
    assert [one.day for one in answer.utterances] == ["2031-03-05", "2031-03-04"]
    assert answer.utterances[0].status == "corrected"
    link = answer.utterances[1].link(NORM_J)
    assert link is not None
    assert "13(j" in link.why
    assert [one.sentence for one in answer.reports] == [
        "On norm 13(j), Aldoria has operated a national policy for the disclosure of vulnerabilities since 2029."
    ]
    assert answer.reported == 1


def test_what_has_no_date_comes_last(filled: Workspace) -> None:
    """A statement without a date is heard, after those that have one."""
    answer = filled.provision(NORM_F)
    assert [one.day for one in answer.utterances] == ["2031-03-06", None]
    assert (answer.states[0].first, answer.states[0].last) == (None, None)


def test_members_of_a_group_that_speaks_are_not_silent(filled: Workspace) -> None:
    """They are heard through it, apart from those that speak and those without evidence."""
    answer = filled.provision(NORM_F)
    assert [one.code for one in answer.states] == ["XE"]
    assert [one.code for one in answer.others] == ["HARBOUR-GROUP"]
    narrowed = filled.provision(NORM_F, filters=RegisterFilters(group="HARBOUR-GROUP"))
    (region,) = narrowed.regions
    assert (region.silent, region.otherwise, region.speaking) == (0, region.states, 0)


def test_regions_count_every_state_once(filled: Workspace) -> None:
    """Speaking, heard otherwise and silent ones are all."""
    answer = filled.provision(NORM_F)
    assert sum(one.states for one in answer.regions) == 194
    assert all(one.speaking + one.otherwise + one.silent == one.states for one in answer.regions)


def test_a_set_has_its_provisions_with_their_counts(filled: Workspace) -> None:
    """The eleven norms: nobody speaks to them as a set here, three of them are spoken to."""
    answer = filled.provision("provision.norms")
    assert answer.total == 0
    assert {one.id for one in answer.parts if one.tally and one.tally.sentences} == {NORM_C, NORM_F, NORM_J}


def test_counts_are_marked_as_high_as_what_people_said_of_a_finding(filled: Workspace) -> None:
    """A finding that only an amber judgement accepts, or that stands in an amber document, marks what counts it."""
    assert filled.framework().marking == Marking.CLEAR
    key = finding(filled, "Brevania supports norm 13(c)").key
    filled.judge(key, "accept", by="A.", marking=Marking.AMBER)
    assert filled.framework().marking == filled.provision(NORM_C).marking == Marking.AMBER
    assert filled.framework(viewer=Viewer(Marking.CLEAR)).marking == Marking.CLEAR


def test_who_may_see_nothing_still_has_the_register(workspace: Workspace, tmp_path: Path) -> None:
    """What was agreed is no secret; nobody is heard."""
    add(workspace, write(tmp_path, "secret.md", "Aldoria supports norm 13(f).\n"), marking=Marking.RED)
    seen = workspace.framework(viewer=Viewer(Marking.CLEAR))
    assert seen.ground is not None
    assert seen.ground.documents == 0
    assert tallies(seen) == {}
    assert workspace.provision(NORM_F, viewer=Viewer(Marking.CLEAR)).entry.cited
