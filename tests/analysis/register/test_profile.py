"""Everything on one State: positions over time, promises, steps, needs, offers, its groups, what changed in its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.hearing import Period
from acquis.analysis.register.own import ProfileWish
from acquis.errors import NotKept
from acquis.model.marking import Marking, Viewer
from acquis.model.profile import Profile
from acquis.workspace import Workspace
from registered import fill
from workspaces import add, write


@pytest.fixture
def filled(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Statements of invented States on norms c, f and j."""
    return fill(workspace, tmp_path)


@pytest.fixture
def aldoria(filled: Workspace) -> Profile:
    """The profile of Aldoria."""
    return filled.profile(ProfileWish("XC"))


def test_positions_go_by_provision_and_year(aldoria: Profile) -> None:
    """Acts of each year with the newest sentences; what names no provision stands under its element."""
    norm, general = aldoria.positions
    assert (norm.id, norm.total) == ("provision.norm.j", 3)
    assert [(year.year, dict(year.acts)) for year in norm.years] == [
        ("2030", {"report": 1, "support": 1}), ("2031", {"affirmation": 1}),
    ]  # fmt: skip
    assert norm.utterances[0].day == "2031-03-04"
    assert (general.id, general.element) == (None, "norms")


def test_steps_needs_and_offers_are_its_own(aldoria: Profile) -> None:
    """Each with its words."""
    assert [one.sentence.split()[2] for one in aldoria.reports] == ["13(j),"]
    assert [one.act for one in (*aldoria.needs, *aldoria.offers)] == ["need", "offer"]


def test_promises_come_with_their_status(aldoria: Profile) -> None:
    """As the ledger says it."""
    (promise,) = aldoria.promises
    assert "national position" in promise.promised
    assert promise.due is not None
    assert aldoria.others == 0


def test_a_sentence_that_was_reworded_is_shown_with_what_went_and_the_turn(aldoria: Profile) -> None:
    """ "welcomes … in its entirety" became "takes note of": softer."""
    (one,) = aldoria.rewordings
    assert one.alike
    assert one.turn == "softer"
    assert "welcomes" in one.gone
    assert "takes note of" in one.come
    assert "in its entirety" in one.gone
    assert [one.before.day, one.after.day] == ["2030-03-04", "2031-03-04"]


def test_sentences_that_are_not_alike_are_compared_by_their_first_verb(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Other words on the same provision: only where both verbs stand on one scale, and never by "will" or "should"."""
    head = "---\ntitle: Statement by Gavria\npublished: {}\nkind: statement\n---\n\n"
    words = (
        ("2030-01-02", "Gavria welcomes norm 13(i) and what it says on suppliers of devices."),
        ("2031-01-02", "Gavria notes, among much else that others raised today, norm 13(i)."),
        ("2032-01-02", "Whoever reads norm 13(i) should know that a ship needs a harbour."),
    )
    add(workspace, *(write(tmp_path, f"{day}.md", head.format(day) + said + "\n") for day, said in words))
    (one,) = workspace.profile(ProfileWish("XI")).rewordings
    assert not one.alike
    assert (one.gone, one.come, one.turn) == (("welcomes",), ("notes",), "softer")


def test_what_a_state_says_for_and_against_is_said_plainly(filled: Workspace) -> None:
    """Both sentences, for a person to weigh."""
    (one,) = filled.profile(ProfileWish("XD")).contradictions
    assert one.provision == "provision.norm.c"
    assert "supports" in one.favourable.sentence
    assert "opposes" in one.objecting.sentence


def test_what_groups_say_stands_apart(aldoria: Profile) -> None:
    """On days of membership, with the words; it is no position of the State's own."""
    (group,) = aldoria.through
    assert (group.group, group.total) == ("HARBOUR-GROUP", 1)
    assert "Harbour Group supports norm 13(f)" in group.utterances[0].sentence
    assert all(one.id != "provision.norm.f" for one in aldoria.positions)


def test_a_group_is_heard_through_on_days_of_membership_only(filled: Workspace, tmp_path: Path) -> None:
    """The United Kingdom has left the European Union."""
    head = "---\ntitle: Statement by the European Union\npublished: {}\nkind: statement\n---\n\n"
    for day in ("2019-03-01", "2022-03-01"):
        said = "The European Union supports norm 13(k) and its response teams.\n"
        add(filled, write(tmp_path, f"eu-{day}.md", head.format(day) + said))
    through = {one.group: one for one in filled.profile(ProfileWish("GB")).through}
    assert [one.day for one in through["EU"].utterances] == ["2019-03-01"]
    france = {one.group: one for one in filled.profile(ProfileWish("FR")).through}
    assert [one.day for one in france["EU"].utterances] == ["2022-03-01", "2019-03-01"]


def test_statements_without_a_date_come_last(filled: Workspace, tmp_path: Path) -> None:
    """They have no day, and are listed after those that have one."""
    path = write(tmp_path, "dated.md", "---\npublished: 2029-01-02\n---\n\nCassena supports norm 13(k).\n")
    add(filled, path)
    cassena = filled.profile(ProfileWish("XE"))
    assert [one.day for one in cassena.statements] == ["2029-01-02", None]
    assert [one.told for one in cassena.positions if one.id == "provision.norm.j"] == [1]


def test_what_is_not_heard_is_a_gap(aldoria: Profile) -> None:
    """Every provision is either a position or without evidence."""
    held = {one.id for one in aldoria.positions}
    assert held.isdisjoint(one.id for one in aldoria.unheard)
    assert len(aldoria.unheard) == 78


def test_a_profile_is_narrowed_by_element_and_days(filled: Workspace) -> None:
    """Nothing of another element, nothing of other days."""
    assert filled.profile(ProfileWish("XC", element="cbms")).positions == ()
    early = filled.profile(ProfileWish("XC", Period(until="2030")))
    assert [one.day for one in early.statements] == ["2030-03-04"]
    assert early.needs == ()
    assert early.rewordings == ()


def test_a_state_that_is_not_heard_has_nothing(filled: Workspace) -> None:
    """No evidence, and the States that are there say nothing of it."""
    kenya = filled.profile(ProfileWish("KE"))
    assert not kenya.heard
    assert kenya.through == ()
    assert kenya.region == "African"


def test_a_survey_is_filled_from_its_own_words_and_leaves_gaps(filled: Workspace) -> None:
    """Four parts; reports first; nothing that a group or another State said; the rest is left open."""
    survey = filled.survey(ProfileWish("XC", limit=2))
    assert [part.element for part in survey.parts] == [
        "international-law",
        "norms",
        "cbms",
        "capacity-building",
    ]
    answers = {one.entry.id: one for part in survey.parts for one in part.answers}
    norm = answers["provision.norm.j"]
    assert [one.act for one in norm.utterances] == ["report", "support"]
    assert norm.total == 3
    assert answers["provision.norm.f"].total == 0
    assert sum(one.total for one in answers.values()) == 3
    assert [one.act for one in survey.parts[1].general] == ["commitment", "offer"]


def test_who_may_see_nothing_is_told_so(workspace: Workspace, tmp_path: Path) -> None:
    """As by the ledger."""
    add(workspace, write(tmp_path, "secret.md", "Aldoria supports norm 13(f).\n"), marking=Marking.RED)
    for ask in (workspace.profile, workspace.survey):
        with pytest.raises(NotKept):
            ask(ProfileWish("XC"), viewer=Viewer(Marking.CLEAR))
