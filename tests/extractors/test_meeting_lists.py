"""Participants in lists by side, the frame of a meeting, and what each side told."""

from __future__ import annotations

import pytest
from invented import prepared
from meetings import meeting_of

from acquis.extractors.targets import find_targets
from acquis.model.claim import Act

LEAD = "Aldoria and Brevania held their second Cyber Dialogue in Vienna on 4 May 2031. "
BOTH = [("Ministry of Trade", "XC"), ("Data Agency", "XC"), ("Ministry of Justice", "XD")]

LISTS = {
    "lines": "\n\n(Participants)\n\nAldoria: Ministry of Trade, Data Agency (DA)\n\nBrevania: Ministry of Justice",
    "bullets": (
        "\n\nFrom the Aldorian side:\n\n- Ministry of Trade\n- Data Agency (DA)\n\n"
        "From the Brevanian side:\n\n- Ministry of Justice\n"
    ),
    "comprised": (
        "The Aldorian side comprised representatives from the Ministry of Trade and the Data Agency, while the "
        "Brevanian side comprised representatives from the Ministry of Justice."
    ),
    "on the side": (
        "Officials from the Ministry of Trade and the Data Agency on the Aldorian side, and the Ministry of "
        "Justice on the Brevanian side also attended."
    ),
    "for each": (
        "The dialogue brought together representatives of the Ministry of Trade and the Data Agency for Aldoria, "
        "and of the Ministry of Justice for Brevania."
    ),
    "possessive": (
        "Representatives from Aldoria's Ministry of Trade and Data Agency, as well as from Brevania's Ministry of "
        "Justice took part."
    ),
    "represented": (
        "The Aldorian delegation included the Ministry of Trade and the Data Agency. Brevania was represented by "
        "the Ministry of Justice."
    ),
}


@pytest.mark.parametrize("shape", LISTS)
def test_lists_of_each_side(shape: str) -> None:
    """Each body has the party under or beside which it is listed."""
    meeting = meeting_of(LEAD + LISTS[shape])
    assert [(role.organisation, role.party) for role in meeting.participants] == BOTH
    assert not meeting.chairs


def test_names_keep_their_joints() -> None:
    """An ampersand, a portfolio of two and an office of one person stay whole."""
    meeting = meeting_of(
        LEAD
        + "The Aldorian delegation included officials from the Departments of Foreign Affairs and Trade, Home "
        "Affairs and Defence, the Aldoria Internet & Security Agency and the eSafety Commissioner."
    )
    assert [role.organisation for role in meeting.participants] == [
        "Department of Foreign Affairs and Trade", "Department of Home Affairs", "Department of Defence",
        "Aldoria Internet & Security Agency", "eSafety Commissioner",
    ]  # fmt: skip


def test_one_name_on_both_sides() -> None:
    """Each State has its own police."""
    meeting = meeting_of(
        LEAD
        + "Officials from the National Police Agency on the Aldorian side and the National Police Agency on "
        "the Brevanian side attended."
    )
    assert [role.party for role in meeting.participants] == ["XC", "XD"]


def test_chairs_with_initials_and_possessed_bodies() -> None:
    """An initial belongs to the name; "Brevania's Agency" tells body and party; a bracket stays with the post."""
    meeting = meeting_of(
        LEAD
        + "The Aldorian delegation was led by Ms Ada B. Corran, Joint Secretary (Cyber Division), Ministry of "
        "Trade. The Head of Brevania's Data Agency (DA), Lieutenant General (Ret.) Boris Telm, led the other side."
    )
    first, second = meeting.chairs
    assert (first.name, first.post, first.organisation) == (
        "Ada B. Corran", "Joint Secretary (Cyber Division)", "Ministry of Trade",
    )  # fmt: skip
    assert (second.name, second.post, second.organisation, second.party) == (
        "Boris Telm", "Head", "Data Agency", "XD",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dialogue was held within the framework of the Vienna Strategic Partnership.", "Vienna Strategic Partnership"),
        ("The dialogue gave effect to the Memorandum of Understanding on Data.", "Memorandum of Understanding on Data"),
        ("In line with the Vienna Roadmap, the talks focused on ransomware.", "Vienna Roadmap"),
        ("The talks build on the Joint Statement on Trade, Data and Cyber Security.",
         "Joint Statement on Trade, Data and Cyber Security"),
        ("The dialogue was launched at the Vienna Summit last year.", "Vienna Summit"),
    ],
)  # fmt: skip
def test_what_the_meeting_stands_on(text: str, name: str) -> None:
    """A frame or a basis of the meeting is what it is held under."""
    assert meeting_of(LEAD + text).under == (name,)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The Aldorian side explained its active defence law.", {"active defence law"}),
        ("Brevania gave an overview of cable protection and presented its skills academy.",
         {"cable protection", "skills academy"}),
        ("Aldoria expressed concern about theft of research data, which is growing.", {"theft of research data"}),
        ("They reiterated their commitment to an open, free and secure cyberspace.", {"open, free and secure cyberspace"}),
    ],
)  # fmt: skip
def test_what_a_side_told_is_a_topic(text: str, topics: set[str]) -> None:
    """Explained, presented, worried about or supported: it was on the table."""
    assert topics <= set(meeting_of(LEAD + text).topics)


def test_an_agenda_is_kept_by_items() -> None:
    """Headings such as "Outcomes" and the clauses of an item are no topics of their own."""
    items = (
        "* data and standards\n* crime, including the treaty talks\n* women in cyber and skills\n* cables\n"
    )
    meeting = meeting_of(
        f"{LEAD}\n\nParticipants covered:\n\n{items}\n\n**Outcomes**\n\nThey agreed to go on."
    )
    assert meeting.topics[:5] == (
        "data and standards",
        "crime",
        "treaty talks",
        "women in cyber and skills",
        "cables",
    )
    assert "Outcomes" not in meeting.topics


def test_the_next_edition_looked_forward_to() -> None:
    """ "Looked forward to the third dialogue" promises the next one."""
    following = meeting_of(LEAD + "They looked forward to the third Dialogue in Bern in early 2032.").next
    assert following is not None
    assert following.when is not None
    assert (following.place, following.when.edtf) == ("Bern", "2032")


@pytest.mark.parametrize(
    ("text", "act", "element"),
    [
        ("It was agreed to continue the consultations.", "commitment", "institutional-dialogue"),
        ("Aldoria was concerned by the use of such tools.", "concern", "threats"),
        ("They spoke about the threat landscape.", "report", "threats"),
        ("Aldoria will support Brevania with training.", "commitment", "capacity-building"),
        ("They stressed the need for an open and secure cyberspace.", "affirmation", "norms"),
        ("They were concerned by the drafting of the mandate.", "concern", None),
        ("It will be signed before the next meeting of the Trade Council.", "commitment", None),
    ],
)
def test_elements_at_a_cyber_dialogue(text: str, act: Act, element: str | None) -> None:
    """In a readout of a cyber dialogue the setting tells what a passage is about."""
    material = prepared(LEAD + text)
    start = len(LEAD)
    assert find_targets(material, start, start + len(text), act=act).element == element
