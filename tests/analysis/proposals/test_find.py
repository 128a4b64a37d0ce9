"""Proposals out of a workspace: made, said again, backed, resisted, taken up; by day, and for one viewer."""

from __future__ import annotations

from pathlib import Path

import pytest

from acquis.errors import NotKept
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.proposal import Proposal, ProposalFilters, Proposals
from acquis.workspace import Workspace
from workspaces import add, write


def statement(title: str, day: str, *paragraphs: str) -> str:
    """A statement with a head."""
    published = f"published: {day}\n" if day else ""
    return f"---\ntitle: {title}\n{published}---\n\n" + "\n\n".join(paragraphs) + "\n"


MADE = statement(
    "Statement of Cassena on incidents", "2031-04-02", "Cassena proposes a voluntary harbour alarm line."
)
AGAIN = statement(
    "Statement of Cassena on ports", "2031-05-20", "Cassena again proposes the voluntary harbour alarm line for all ports."
)  # fmt: skip
BACKED = statement(
    "Statement of Dunmar", "2031-04-03",
    "Dunmar strongly supports the harbour alarm line. We thank Cassena.",
)  # fmt: skip
RESISTED = statement(
    "Statement of Brevania", "2031-04-03",
    "My delegation has studied the paper circulated by Cassena. We are not convinced.",
    "Brevania does not support the fund proposed by Gavria.",
)  # fmt: skip
DRAFT = statement(
    "Draft report of the working group, Rev. 1", "2031-06-01",
    "States could establish a voluntary harbour alarm line among their points of contact.",
    "States noted the weather in the harbour.",
)  # fmt: skip
ELSEWHERE = statement(
    "Statement of Estvale", "2035-04-03", "Estvale supports the alarm of the line at the bus stop.",
)  # fmt: skip
LATER = statement(
    "Statement of Feronia", "2035-04-03", "Feronia supports the voluntary harbour alarm line.",
)  # fmt: skip


@pytest.fixture
def told(workspace: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]) -> Workspace:
    """A session, a draft after it, and two statements of years later."""
    here = Workspace(workspace.store, vocabulary=vocabulary)
    texts = {
        "made": MADE,
        "backed": BACKED,
        "resisted": RESISTED,
        "draft": DRAFT,
        "elsewhere": ELSEWHERE,
        "later": LATER,
    }
    add(here, *(write(tmp_path, f"{name}.md", words) for name, words in texts.items()), marking=Marking.CLEAR)
    return here


def line_of(found: Proposals) -> Proposal:
    """The one proposal of a line."""
    (one,) = [one for one in found.proposals if "alarm line" in one.name]
    return one


def stands(one: Proposal) -> dict[str, str]:
    """Where each actor stands."""
    return {standing.actor: standing.stand for standing in one.standings}


def test_a_proposal_with_who_backs_and_resists_it(told: Workspace) -> None:
    """By its name, by whose it is, and in the sentence that follows; of years later only by its whole name."""
    one = line_of(told.proposals(ProposalFilters()))
    assert (one.name, one.owners) == ("voluntary harbour alarm line", ("XE",))
    assert stands(one) == {"XF": "backs", "XD": "resists", "XH": "backs"}
    (resisting,) = [standing for standing in one.standings if standing.actor == "XD"]
    (reaction,) = resisting.reactions
    assert reaction.said.quote in "We are not convinced."
    assert reaction.naming == "My delegation has studied the paper circulated by Cassena."
    assert (reaction.said.day, reaction.said.address) == ("2031-04-03", "¶1")


def test_a_later_draft_may_have_taken_it_up(told: Workspace) -> None:
    """With the sentence, what both have in common, and how much; no State's own text takes it up."""
    one = line_of(told.proposals(ProposalFilters()))
    (uptake,) = one.uptakes
    assert (
        uptake.sentence
        == "States could establish a voluntary harbour alarm line among their points of contact."
    )
    assert (uptake.of, uptake.text_status, uptake.day) == (one.key, "proposed", "2031-06-01")
    assert {"voluntary", "harbour", "alarm", "line"} <= set(uptake.shared)
    assert 0.7 < uptake.score <= 1.0
    assert one.searched == 1


def test_a_draft_of_before_takes_nothing_up(
    workspace: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """Nor does one without a date: there is no later text."""
    here = Workspace(workspace.store, vocabulary=vocabulary)
    early = DRAFT.replace("2031-06-01", "2030-06-01")
    undated = DRAFT.replace("published: 2031-06-01\n", "").replace("Rev. 1", "Rev. 2")
    add(here, *(write(tmp_path, f"{n}.md", words) for n, words in enumerate((MADE, early, undated))))
    one = line_of(here.proposals(ProposalFilters()))
    assert (one.uptakes, one.searched) == ((), 0)


def test_what_is_proposed_again_is_one_proposal(told: Workspace, tmp_path: Path) -> None:
    """Its sentences by day; it is of the day when it was made last, and another owner's stays another."""
    other = statement(
        "Statement of Nelvia", "2031-05-21", "Nelvia proposes a regional museum of old telephones."
    )
    add(told, write(tmp_path, "again.md", AGAIN), write(tmp_path, "other.md", other))
    found = told.proposals(ProposalFilters())
    assert [made.day for made in line_of(found).made] == ["2031-04-02", "2031-05-20"]
    assert [one.owners for one in found.proposals] == [("XQ",), ("XE",)]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (ProposalFilters(), 1),
        (ProposalFilters(words="alarm lines"), 1),
        (ProposalFilters(words="alarm museum"), 0),
        (ProposalFilters(owner="XE"), 1),
        (ProposalFilters(owner="XF"), 0),
        (ProposalFilters(element="norms"), 0),
        (ProposalFilters(about=frozenset({"threat.ransomware"})), 0),
        (ProposalFilters(since="2031-04", until="2031"), 1),
        (ProposalFilters(until="2031-03"), 0),
    ],
)
def test_filters(told: Workspace, asked: ProposalFilters, count: int) -> None:
    """Words, owner, element, topic, days: each narrows."""
    assert told.proposals(asked).found == count


def test_the_limit_and_what_has_no_date(told: Workspace, tmp_path: Path) -> None:
    """The latest come first, those without a date last; a period counts what it leaves out."""
    texts = [
        statement(f"Statement of {state}", day, f"{state} proposes a {thing} for all States.")
        for state, day, thing in (
            ("Nelvia", "", "quarterly bulletin of lighthouses"), ("Gavria", "2032-01-01", "monthly almanac of tides"),
        )
    ]  # fmt: skip
    add(told, *(write(tmp_path, f"{n}.md", words) for n, words in enumerate(texts)))
    found = told.proposals(ProposalFilters(limit=2))
    assert (found.found, [one.owners for one in found.proposals]) == (3, [("XI",), ("XE",)])
    assert told.proposals(ProposalFilters()).proposals[-1].owners == ("XQ",)
    assert told.proposals(ProposalFilters(since="2031")).undated == 1


def test_what_a_viewer_may_not_see_backs_nothing(told: Workspace, tmp_path: Path) -> None:
    """A marked statement counts for its readers alone, and raises the marking of what it is shown with."""
    secret = statement(
        "Statement of Ilvara", "2031-04-04", "Ilvara supports the voluntary harbour alarm line."
    )
    add(told, write(tmp_path, "secret.md", secret), marking=Marking.RED)
    seen = line_of(told.proposals(ProposalFilters(), viewer=Viewer(Marking.CLEAR)))
    assert "XL" not in stands(seen)
    assert seen.marking == Marking.CLEAR
    every = line_of(told.proposals(ProposalFilters(), viewer=EVERYTHING))
    assert (stands(every)["XL"], every.marking) == ("backs", Marking.RED)


def test_who_may_see_nothing_is_told_so(workspace: Workspace, tmp_path: Path) -> None:
    """An amber document is not there for a reader without right."""
    add(workspace, write(tmp_path, "made.md", MADE), marking=Marking.AMBER)
    with pytest.raises(NotKept, match="no document"):
        workspace.proposals(ProposalFilters(), viewer=Viewer(Marking.CLEAR))


TRUTH = {
    "voluntary incident consultation line": (
        "XE",
        {
            "HARBOUR-GROUP": "backs", "XC": "backs", "XL": "backs", "XS": "backs", "XI": "sets conditions",
            "XQ": "sets conditions", "XD": "resists", "XH": "resists", "XR": "resists",
        },
    ),
    "cyber capacity voucher fund": (
        "XI", {"XF": "backs", "XC": "sets conditions", "XM": "reserves its position"},
    ),
    "legally binding instrument": ("XD", {"XR": "backs", "XN": "backs", "XG": "resists"}),
    "public register of recommendations": ("XL", {"XR": "resists"}),
    "half-day expert briefings": ("XG", {"XE": "backs"}),
    "informal meeting": ("XN", {"XE": "backs"}),
    "International Law Commission": ("XR", {"XE": "sets conditions"}),
}  # fmt: skip


def test_the_session_of_the_examples(tmp_path: Path, root: Path, vocabulary: tuple[Path, ...]) -> None:
    """As one reads it: who proposed what, and who backs, resists or sets conditions, by name or "the line" alone."""
    with Workspace.open(tmp_path / "session.db", create=True, vocabulary=vocabulary) as here:
        list(here.add(sorted((root / "examples" / "session").iterdir())))
        found = here.proposals(ProposalFilters(limit=100))
    by_name = {one.name: (one.owners, stands(one)) for one in found.proposals}
    for name, (owner, standings) in TRUTH.items():
        assert by_name[name] == ((owner,), standings), name
    others = {name: told for name, (_, told) in by_name.items() if name not in TRUTH and told}
    assert others == {"the report of this session name threats to undersea …": {"XN": "sets conditions"}}
