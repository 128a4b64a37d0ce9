"""Briefs on both engines: what each section holds, sources, markings, and questions that have no answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from acquis.analysis.briefing.brief import Meeting
from acquis.errors import NotKept, RequestError
from acquis.model.brief import BriefLine
from acquis.model.marking import Marking, Viewer
from acquis.workspace import Workspace
from briefed import brief, fill, section, told
from workspaces import add, write


def test_the_last_meeting_and_who_sat_there(workspace: Workspace, tmp_path: Path) -> None:
    """Edition, day and place from all accounts; both sides with their chairs, two spellings of one person once."""
    fill(workspace, tmp_path)
    last = section(brief(workspace), "Last meeting")
    assert told(last)[0] == "Aldoria-Brevania Cyber Dialogue, edition 2: 2032-05-04, Calder"
    assert len(last.lines[0].sources) == 2
    assert [(seat.party, seat.chairs) for seat in last.seats] == [
        ("XC", ("Ilse Marten, Ambassador for Digital Affairs",)),
        ("XD", ("Tomas Revick, Director for Security",)),
    ]


def test_what_each_owes_and_what_falls_due(workspace: Workspace, tmp_path: Path) -> None:
    """Each promise stands with the side that made it; what is due before the day stands apart."""
    fill(workspace, tmp_path)
    found = brief(workspace, on=date(2032, 12, 31))
    assert told(section(found, "Owed by XC")) == [
        "Open, due 2033: publish a handbook on the protection of hospitals by 2033"
    ]
    training = "train twelve officers of Aldoria in digital forensics by the end of 2032"
    assert [line.quote for line in section(found, "Owed by XD").lines] == [training]
    assert "hold the third Cyber Dialogue in Sentar in 2033" in told(section(found, "Owed by both"))[0]
    assert [line.quote for line in section(found, "What falls due by 2032-12-31").lines] == [training]


def test_what_moved_and_where_accounts_differ(workspace: Workspace, tmp_path: Path) -> None:
    """What the edition before promised and became of it, topics that came and went; what only one account names."""
    fill(workspace, tmp_path)
    found = brief(workspace)
    moved = told(section(found, "What moved"))
    assert moved[0].startswith(
        "Kept, due 2032: hold the second Cyber Dialogue in Calder in 2032 – edition 2 took place"
    )
    assert "New topics: incident response" in moved
    assert any(line.startswith("No longer named: supply chain security") for line in moved)
    differ = "\n".join(told(section(found, "Where the two accounts differ")))
    assert "incident response" in differ
    assert "submarine cables" in differ
    assert "agreed to hold / will take place" in differ


def test_agreed_words_and_positions(workspace: Workspace, tmp_path: Path) -> None:
    """Words that both own; needs of the other side from its own statement."""
    fill(workspace, tmp_path)
    found = brief(workspace)
    assert any("international law applies" in line for line in told(section(found, "Last agreed words")))
    theirs = told(section(found, "Latest positions and needs of XD"))
    assert theirs[0].startswith("Need: We lack specialists in digital forensics")


def test_every_line_has_a_source_with_a_document(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing stands there without one; the marking is the highest of all sources."""
    fill(workspace, tmp_path, marking=Marking.GREEN)
    workspace.mark("other.md", Marking.RED, by="Lee")
    found = brief(workspace)
    lines = [line for part in found.sections for line in part.lines]
    assert len(lines) >= 8
    assert all(source.frame.title for line in lines for source in line.sources)
    assert found.marking is Marking.RED
    with pytest.raises(ValueError, match="without a source"):
        BriefLine("Said: ", "nothing", ())


def test_a_reader_gets_what_they_may_see(workspace: Workspace, tmp_path: Path) -> None:
    """For a lower clearance the hidden account is not there: no second account, no promise of it."""
    fill(workspace, tmp_path, marking=Marking.GREEN)
    workspace.mark("other.md", Marking.RED, by="Lee")
    found = brief(workspace, viewer=Viewer(Marking.GREEN))
    assert found.marking is Marking.GREEN
    assert found.documents == 3
    assert (
        section(found, "Where the two accounts differ").empty
        == "Only one account of the last meeting is here."
    )
    assert "submarine" not in repr(found)


def test_an_earlier_day_knows_less(workspace: Workspace, tmp_path: Path) -> None:
    """As of a day in 2031 the first edition is the last, and the second is still to come."""
    fill(workspace, tmp_path)
    found = brief(workspace, on=date(2031, 6, 1))
    assert told(section(found, "Last meeting"))[0].startswith("Aldoria-Brevania Cyber Dialogue, edition 1")
    assert told(section(found, "Owed by both"))[0].startswith("Open, due 2032")
    assert section(found, "What moved").empty == "There is no edition before the last one here."


def test_two_without_a_series_have_their_last_meeting(workspace: Workspace, tmp_path: Path) -> None:
    """A meeting of just the two counts where there is no series of theirs."""
    words = (
        "---\ntitle: Minister of Cassena visits Estvale\npublished: 2031-04-02\n---\n\n"
        "The Minister of Cassena met the Minister of Estvale in Calder on 1 April 2031.\n\n"
        "Both sides agreed to share warnings by 2032.\n"
    )
    add(workspace, write(tmp_path, "visit.md", words))
    found = workspace.brief(Meeting("XE", "XG", date(2031, 5, 1), date(2031, 5, 1)))
    assert found.series is None
    assert "Minister of Cassena visits Estvale" in told(section(found, "Last meeting"))[0]


def test_what_cannot_be_answered_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    """No documents, none of the two together, a day before the first, a series they do not have."""
    with pytest.raises(NotKept, match="no documents in this workspace yet"):
        brief(workspace)
    fill(workspace, tmp_path)
    with pytest.raises(NotKept, match="no document here has both XC and XE"):
        workspace.brief(Meeting("XC", "XE", date(2032, 7, 1), date(2032, 7, 1)))
    with pytest.raises(RequestError, match="no document is of 2000-01-01 or earlier"):
        brief(workspace, on=date(2000, 1, 1))
    with pytest.raises(
        RequestError, match="no series 'space' of XC and XD; here is: Aldoria-Brevania Cyber Dialogue"
    ):
        brief(workspace, series="space")
    assert brief(workspace, series="cyber dialogue").series == "Aldoria-Brevania Cyber Dialogue"
