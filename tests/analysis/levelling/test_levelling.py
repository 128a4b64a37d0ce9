"""Levelling up over a workspace: shares that say what they rest on, needs beside offers, groups shown as groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.analysis.levelling.answer import Levelled
from acquis.analysis.levelling.languages import official_languages
from acquis.analysis.levelling.shares import find_shares, interval
from acquis.analysis.levelling.subjects import OTHER, subjects_of
from acquis.analysis.states import states_of
from acquis.model.implementation import Cell, Trace
from acquis.workspace import Workspace
from implemented import add_all


@pytest.fixture
def spoken(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Statements of invented States with needs and offers."""
    return add_all(workspace, tmp_path)


def test_needs_stand_beside_offers_with_their_words(spoken: Workspace) -> None:
    """Dunmar's need and Aldoria's offer on forensics; condolences and peace are none of them."""
    answer = spoken.levelling()
    forensics = next(one for one in answer.subjects if one.name.startswith("forensics"))
    assert {one.utterance.sentence for one in forensics.needs} == {
        "We lack any capability in digital forensics.", "We need assistance with our cybercrime law.",
    }  # fmt: skip
    assert [one.owner for one in forensics.offers] == ["XC"]
    keys = {one.utterance.key for each in answer.subjects for one in (*each.needs, *each.offers)}
    assert len(keys) == 3


def test_a_pair_is_proposed_and_the_other_need_is_left(spoken: Workspace) -> None:
    """One offer serves one need."""
    answer = spoken.levelling()
    assert [(one.need.owner, one.offer.owner) for one in answer.pairs] == [("XF", "XC")]
    assert [one.need.owner for one in answer.unmatched] == ["XF"]
    assert any("small island States" in reason for reason in answer.pairs[0].why)


def test_states_that_report_a_step_stand_beside(spoken: Workspace) -> None:
    """Kaldeen adopted a law: a passage for who needs one."""
    laws = next(one for one in spoken.levelling().subjects if one.name.startswith("laws"))
    assert [one.owner for one in laws.done] == ["XN"]


def test_a_subject_and_a_state_narrow(spoken: Workspace) -> None:
    """Needs of others, and other subjects, are left out."""
    assert not spoken.levelling(Levelled(state="XC")).unmatched
    assert not spoken.levelling(Levelled(subject="quantum")).subjects
    assert spoken.levelling(Levelled(subject="forensics")).pairs


def test_a_share_says_so_where_there_is_not_enough(vocabulary: tuple[Path, ...]) -> None:
    """Two documents are too few; five States in five documents are enough."""
    world = states_of(vocabulary)
    members = [code for code in world.members if world.region(code) == "WEOG"]

    def heard(number: int) -> list[Cell]:
        return [
            Cell(
                "p",
                code,
                (Trace("reported by itself" if at == 0 else "spoken to", f"k{at}", f"d{at}", "2031"),),
            )
            for at, code in enumerate(members[:number])
        ]

    (few,) = find_shares(heard(2), members, world, {"p": "norms"})
    (enough,) = find_shares(heard(5), members, world, {"p": "norms"})
    assert (few.share, few.low, few.reporting, few.documents) == (None, None, 1, 2)
    assert enough.share == pytest.approx(0.2)
    assert enough.silent == enough.states - 5
    assert (enough.low, enough.high) == interval(1, 5)


def test_the_interval_is_that_of_wilson() -> None:
    """By hand: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = 0.2, n = 5, z = 1.96."""
    assert interval(1, 5) == pytest.approx((0.0362, 0.6245), abs=1e-4)


def test_only_groups_do_not_make_a_state_speak(vocabulary: tuple[Path, ...]) -> None:
    """Who is heard only through a group is counted apart."""
    world = states_of(vocabulary)
    cell = Cell("p", "FR", (Trace("spoken to", "k", "d", "2031", "EU"),))
    (share,) = find_shares([cell], ["FR"], world, {"p": "norms"})
    assert (share.speaking, share.group_only, share.silent) == (0, 1, 0)


def test_subjects_are_found_by_words_and_pairs_of_words() -> None:
    """In the order of the table; a sentence on nothing is on something else."""
    assert subjects_of("Help us with laws on cybercrime and an incident response team.") == (
        "laws, strategies and policy", "response teams and incidents", "forensics and cybercrime",
    )  # fmt: skip
    assert subjects_of("We need help.") == (OTHER,)


def test_languages_are_official_ones_only() -> None:
    """Of the whole State; of an invented one nothing is known."""
    languages = official_languages()
    assert languages["KE"] == {"en", "sw"}
    assert languages["CH"] >= {"de", "fr", "it"}
    assert "cy" not in languages["GB"]
    assert "XC" not in languages


def test_an_interval_ends_with_the_share_where_all_or_none_report() -> None:
    """By hand, z²/(n + z²) from the end, with n = 5, z = 1.96; the end itself is whole."""
    (least, most), (low, high) = interval(0, 5), interval(5, 5)
    assert (least, high) == (0.0, 1.0)
    assert most == pytest.approx(0.4345, abs=1e-4)
    assert low == pytest.approx(0.5655, abs=1e-4)
