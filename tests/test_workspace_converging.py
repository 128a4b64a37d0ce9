"""Positions and convergence as a workspace tells them: the bundled session read by hand, and judged false friends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acquis.analysis.converging.converge import Wish
from acquis.analysis.converging.positions import Sides
from acquis.analysis.hearing import Period
from acquis.errors import NotKept, RequestError
from acquis.exporters.jsonl import write_jsonl
from acquis.exporters.judgements import read_judgements
from acquis.model.convergence import FalseFriend, Issue
from acquis.model.link import Pair
from acquis.model.marking import Marking, Viewer
from acquis.model.positions import Positions
from acquis.store.engine import open_store
from acquis.workspace import Workspace
from treaties import add_treaties
from workspaces import add, write

# What somebody finds who reads the 25 statements on the consultation line of Cassena.
PROPOSES = {"XE"}
SUPPORTS = {"XC", "XL", "XS", "HARBOUR-GROUP"}
CONDITIONS = {"XQ", "XI"}
RESISTS = {"XD", "XH", "XR"}


@pytest.fixture(scope="module")
def session(
    root: Path, vocabulary: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """The bundled session, read once."""
    path = tmp_path_factory.mktemp("session") / "session.db"
    with Workspace(open_store(str(path), create=True), vocabulary=vocabulary) as workspace:
        add(workspace, root / "examples" / "session")
        yield workspace


def _by_stance(found: Positions) -> dict[str, set[str]]:
    stances: dict[str, set[str]] = {}
    for one in found.positions:
        stances.setdefault(one.stance, set()).add(one.actor)
    return stances


def test_the_supporters_and_resisters_of_a_proposal_are_found(session: Workspace) -> None:
    """By its full name, by "the line", in the sentences after, and through agreement with who resists it."""
    found = session.positions("the consultation line of Cassena")
    stances = _by_stance(found)
    assert stances["proposes"] == PROPOSES
    assert stances["supports on conditions"] == CONDITIONS
    assert stances["supports"] - CONDITIONS == SUPPORTS
    assert stances["objects"] == RESISTS
    assert not {one.actor for one in found.positions if one.lean} - PROPOSES - SUPPORTS - CONDITIONS - RESISTS
    (oskaria,) = [one for one in found.positions if one.actor == "XR"]
    assert oskaria.why == "agrees with Feronia, which objects"
    assert {one.kind for one in found.positions if one.actor == "HARBOUR-GROUP"} == {"group"}
    assert all(one.utterance.quote and one.utterance.document for one in found.positions)


@pytest.mark.parametrize(
    ("words", "leans"),
    [
        ("voucher fund", {"XI": 1.0, "XF": 1.0, "XC": 0.5, "XM": 0.0}),
        ("public register of recommendations", {"XL": 1.0, "XR": -1.0}),
        ("legally binding instrument", {"XD": 1.0, "XR": 1.0, "XN": 1.0, "XG": -1.0, "XI": 0.0}),
    ],
)
def test_other_proposals_of_the_session(session: Workspace, words: str, leans: dict[str, float]) -> None:
    """Who is for, on conditions, open, and against, as a reader finds them."""
    found = session.positions(words).positions
    assert {one.actor: one.lean for one in found if one.lean is not None} == leans


def test_positions_are_narrowed(session: Workspace) -> None:
    """To a State, to a group with its members, to days; documents left out for want of a date are counted."""
    line = "the consultation line of Cassena"
    assert {one.actor for one in session.positions(line, Sides(state="XD")).positions} == {"XD"}
    harbour = {one.actor for one in session.positions(line, Sides(group="HARBOUR-GROUP")).positions}
    assert harbour == {"HARBOUR-GROUP", "XC", "XL", "XQ"}
    early = session.positions(line, Sides(period=Period(until="2031-03-04")))
    assert {one.actor for one in early.positions} == {"HARBOUR-GROUP", "XD"}
    assert early.undated > 0


def test_what_cannot_be_asked_is_refused(session: Workspace, workspace: Workspace) -> None:
    """An actor, words that tell nothing, an unknown name with the nearest ones, a region there is not, no document."""
    with pytest.raises(RequestError, match="is an actor"):
        session.positions("Cassena")
    with pytest.raises(RequestError, match="names nothing"):
        session.positions("the of")
    with pytest.raises(RequestError, match=r"did you mean .*Ransomware"):
        session.positions("ransomwear")
    with pytest.raises(RequestError, match="no finding speaks of a proposal in the words"):
        session.positions("ransomware", as_proposal=True, sides=Sides(period=Period(until="1990")))
    with pytest.raises(RequestError, match="no region"):
        session.positions("ransomware", Sides(region="Atlantis"))
    with pytest.raises(NotKept):
        workspace.positions("ransomware")
    with pytest.raises(NotKept):
        workspace.converge()


FIRST_YEAR = """---
title: Statement by Gavria on international law
published: 2030-03-01
state: XI
---

Gavria supports a legally binding instrument on the use of information systems.
"""
SECOND_YEAR = """---
title: Statement by Gavria on international law, again
published: 2032-03-01
state: XI
---

Gavria opposes a legally binding instrument on the use of information systems.
"""


def test_who_leans_otherwise_than_before_is_shown_with_both_sentences(
    workspace: Workspace, tmp_path: Path
) -> None:
    """From support to objection, on either engine; two texts that agree are no move."""
    add(workspace, write(tmp_path, "a.md", FIRST_YEAR), write(tmp_path, "b.md", SECOND_YEAR))
    found = workspace.positions("legally binding instrument")
    (move,) = found.moves
    assert (move.actor, move.before.stance, move.after.stance) == ("XI", "supports", "objects")
    assert move.before.utterance.day == "2030-03-01"
    assert "opposes" in move.after.utterance.sentence
    assert [one.utterance.day for one in found.positions] == ["2032-03-01", "2030-03-01"]


def _issue(issues: tuple[Issue, ...], name: str) -> Issue:
    (one,) = [one for one in issues if one.name == name]
    return one


def test_a_proposal_becomes_an_issue_with_support_in_each_group(session: Workspace) -> None:
    """The group with its members that speak, and all others; who stands apart with their sentences."""
    found = session.converge(Wish(groups=("HARBOUR-GROUP",)))
    assert [one.name for one in found.groups] == ["HARBOUR-GROUP", "others"]
    line = _issue(found.issues, "consultation line")
    assert line.enough
    assert [(one.group, one.heard, one.agreeing) for one in line.supports] == [
        ("HARBOUR-GROUP", 3, 2.5), ("others", 6, 2.5),
    ]  # fmt: skip
    assert set(line.standing_apart) == RESISTS
    assert {one.actor for one in line.apart} == RESISTS
    assert {one.actor for one in line.through} == {"HARBOUR-GROUP"}
    assert line.low < line.score < line.high


def test_few_data_are_not_enough_to_say(session: Workspace) -> None:
    """Sixteen States in one week form no groups by their positions, and most issues have few who are heard."""
    found = session.converge()
    assert found.grouped_by == "nothing"
    assert "no groups can be told apart" in found.remarks[0]
    fund = _issue(found.issues, "voucher fund")
    assert not fund.enough
    assert fund.lack == "4 heard, of 5 that it takes"


def test_a_group_can_count_for_members_that_say_nothing(session: Workspace) -> None:
    """Asked to, those whom the group speaks for count, and what a member says itself goes first."""
    found = session.converge(Wish(groups=("HARBOUR-GROUP",), members=True))
    line = _issue(found.issues, "consultation line")
    assert [(one.heard, one.agreeing) for one in line.supports] == [(6, 5.5), (6, 2.5)]


def test_an_issue_is_asked_for_alone(session: Workspace) -> None:
    """By its id; groups there are not are refused."""
    asked = frozenset({"provision.international-law.ihl"})
    assert {one.concept for one in session.converge(Wish(about=asked)).issues} == asked
    with pytest.raises(RequestError, match="no group with members"):
        session.converge(Wish(groups=("XD",)))


def _pair(workspace: Workspace, shared: str) -> FalseFriend:
    return next(one for one in workspace.false_friends().pairs if one.shared == shared)


def test_a_false_friend_of_the_session_is_found(session: Workspace) -> None:
    """Brevania wants a legally binding instrument now, Kaldeen as a goal at the end: both are for it."""
    one = _pair(session, "legally binding")
    assert {one.one.owners, one.other.owners} == {("XD",), ("XN",)}
    assert "in time, not now («as a goal»)" in one.reasons[0]
    assert one.settled == "proposed"
    assert not any("objection" in (pair.one.act, pair.other.act) for pair in session.false_friends().pairs)


@pytest.fixture
def treaty(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Two States that use the same words for now and for later, on either engine."""
    add_treaties(workspace, tmp_path)
    return workspace


def test_a_rejected_pair_is_not_proposed_again(treaty: Workspace) -> None:
    """Whichever is named first; what is said last counts, and all of it is kept."""
    (pair,) = treaty.false_friends().pairs
    a, b = pair.one.key, pair.other.key
    told = treaty.unlink(Pair(b, a, false_friends=True), by="Desk", why="both mean the same")
    assert told.follows.startswith("kept: not proposed again as false friends")
    found = treaty.false_friends()
    assert (found.pairs, found.rejected) == ((), 1)
    treaty.link(Pair(a, b, false_friends=True), by="Desk")
    (again,) = treaty.false_friends().pairs
    assert again.settled == "accepted"
    assert [one.verdict for one in treaty.judgements()] == ["reject", "accept"]


def test_a_judged_pair_survives_a_better_reader_and_goes_with_its_judgement(
    treaty: Workspace, tmp_path: Path
) -> None:
    """It is bound to the words: reread, exported and imported it stays judged."""
    (pair,) = treaty.false_friends().pairs
    treaty.unlink(Pair(pair.one.key, pair.other.key, false_friends=True), by="Desk")
    list(treaty.reread(every=True, processes=1))
    assert treaty.false_friends().pairs == ()
    with (tmp_path / "judgements.jsonl").open("w", encoding="utf-8") as file:
        write_jsonl(treaty.export("judgements"), file)
    lines = (tmp_path / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    (kept,) = read_judgements(lines, "judgements.jsonl")
    assert (kept.subject.kind, kept.verdict) == ("pair", "reject")


def test_what_is_said_of_a_pair_is_marked_as_its_higher_work(treaty: Workspace) -> None:
    """Who may see one sentence alone knows neither the pair nor what was said of it."""
    (pair,) = treaty.false_friends().pairs
    judged = treaty.link(Pair(pair.one.key, pair.other.key, false_friends=True), by="Desk")
    assert judged.marking == Marking.AMBER
    green = Viewer(Marking.GREEN)
    assert treaty.false_friends(viewer=green).pairs == ()
    assert treaty.judgements(viewer=green) == []


def test_two_sentences_that_a_person_names_are_shown_too(treaty: Workspace, tmp_path: Path) -> None:
    """Though nothing would propose them; one sentence is no pair, nor is a document with a quote."""
    letter = (
        "Gavria supports the security of information systems.\n\nEstvale supports secure information systems."
    )
    add(treaty, write(tmp_path, "letter.md", letter))
    first, second = (
        next(one.key for one in treaty.claims() if words in one.claim.sentence.quote)
        for words in ("supports the security", "supports secure")
    )
    treaty.link(
        Pair(first, second, false_friends=True), by="Desk", why="of networks, and of what is said on them"
    )
    named = treaty.false_friends().pairs[0]
    assert (named.settled, named.reasons) == ("accepted", ("of networks, and of what is said on them",))
    with pytest.raises(RequestError, match="one sentence"):
        treaty.link(Pair(first, first, false_friends=True), by="Desk")
    with pytest.raises(RequestError, match="named by their keys alone"):
        treaty.link(Pair(first, "letter.md", quote="secure", false_friends=True), by="Desk")
