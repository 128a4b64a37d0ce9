"""Who chaired, took part and watched."""

from __future__ import annotations

import pytest
from meetings import meeting_of

from acquis.model.meeting import Role

LEAD = "Aldoria and Brevania held their Cyber Dialogue in Vienna on 4 May 2031. "
MFA = "Ministry of External Relations"
ADA = ("Ada Corran", "Cyber Ambassador", MFA, "XC")
BORIS = ("Boris Telm", "Director for Digital Affairs", "Data Security Agency", "XD")

CHAIRS = {
    "name, post, body": (
        f"The Aldorian delegation was led by Ms. Ada Corran, Cyber Ambassador, {MFA}. The Brevanian "
        f"delegation was "
        "headed by H.E. Mr. Boris Telm, Director for Digital Affairs, Data Security Agency."
    ),
    "bodies with in and at": (
        f"The dialogue was co-chaired by Ada Corran, Cyber Ambassador in the {MFA} (MER) of Aldoria, and Dr "
        f"Boris Telm, "
        "Director for Digital Affairs at the Data Security Agency of Brevania."
    ),
    "active": (
        f"Ada Corran, Cyber Ambassador, {MFA}, led the Aldorian delegation. Boris Telm, Director for "
        f"Digital Affairs "
        "of the Data Security Agency, headed the Brevanian delegation."
    ),
    "while": (
        f"Ada Corran, Cyber Ambassador at the {MFA}, led the Aldorian side, while the Brevanian side was "
        f"led by Boris "
        "Telm, Director for Digital Affairs of the Data Security Agency."
    ),
    "led for by": (
        f"The talks were led for Aldoria by Ada Corran, Cyber Ambassador, {MFA}, and on the Brevanian side "
        f"by Boris "
        "Telm, Director for Digital Affairs, Data Security Agency."
    ),
    "by and by": (
        f"The Aldorian delegation was headed by Ada Corran, Cyber Ambassador, {MFA}, the Brevanian "
        f"delegation by Boris "
        "Telm, Director for Digital Affairs, Data Security Agency."
    ),
    "respectively": (
        f"Ada Corran and Boris Telm, Cyber Ambassador at the {MFA} of Aldoria and Director for Digital "
        f"Affairs of the "
        "Data Security Agency of Brevania, respectively, co-chaired the dialogue."
    ),
    "brackets": (
        f"The dialogue was co-led by Ada Corran (Cyber Ambassador, {MFA} of Aldoria) and Col (Retd) Boris "
        f"Telm "
        "(Director for Digital Affairs, Data Security Agency of Brevania)."
    ),
    "nominal": (
        f"The co-chairs were Ada Corran, Cyber Ambassador, {MFA} of Aldoria, and Boris Telm, Director for "
        f"Digital "
        "Affairs, Data Security Agency of Brevania."
    ),
    "with a retinue": (
        f"The Aldorian delegation, headed by Ada Corran, Cyber Ambassador at the {MFA}, included officials "
        f"of the "
        "Ministry of Justice. The Brevanian delegation, led by Boris Telm, Director for Digital Affairs of "
        "the Data "
        "Security Agency, comprised officials of the Ministry of Defence."
    ),
}  # fmt: skip


def facts(role: Role) -> tuple[str | None, str | None, str | None, str | None]:
    """Name, post, organisation and party."""
    return role.name, role.post, role.organisation, role.party


@pytest.mark.parametrize("text", CHAIRS.values(), ids=CHAIRS)
def test_chairs_are_read_in_every_order(text: str) -> None:
    """Name, post, body and side in many orders; honorifics, ranks and bracketed acronyms stay outside."""
    assert [facts(chair) for chair in meeting_of(LEAD + text).chairs] == [ADA, BORIS]


def test_posts_stand_before_names_too() -> None:
    """ "Post X", "organisation post X" and "adjective post X"."""
    text = (
        "The dialogue was led by Foreign Minister Ada Corran of Aldoria and on the Brevanian side by Data "
        "Security "
        "Agency Coordinator for the Coast Boris Telm and Deputy Minister for Trade Cora Vint."
    )
    ada, boris, cora = meeting_of(LEAD + text).chairs
    assert facts(ada) == ("Ada Corran", "Foreign Minister", None, "XC")
    assert (boris.name, boris.party) == ("Boris Telm", "XD")
    assert facts(cora) == ("Cora Vint", "Deputy Minister for Trade", None, "XD")


def test_a_side_may_have_two_chairs() -> None:
    """Posts keep their commas and "and"; each chair has his own body."""
    text = (
        "The Aldorian delegation was co-chaired by Ada Corran, Director for Trust, Skills and Cyber "
        "Security of the "
        f"{MFA}, and Cora Vint, Deputy Director for Networks, in the Office for Science, Innovation and "
        f"Technology (OSIT)."
    )
    ada, cora = meeting_of(LEAD + text).chairs
    assert facts(ada) == ("Ada Corran", "Director for Trust, Skills and Cyber Security", MFA, "XC")
    assert facts(cora) == (
        "Cora Vint", "Deputy Director for Networks", "Office for Science, Innovation and Technology", "XC",
    )  # fmt: skip


def test_a_ministry_may_be_in_the_chair() -> None:
    """A body that chairs is a chair without a name."""
    text = (
        "The dialogue was co-chaired by the Ministry of Justice of Aldoria and the Data Security Agency of "
        "Brevania."
    )
    chairs = meeting_of(LEAD + text).chairs
    assert [(chair.name, chair.organisation, chair.party) for chair in chairs] == [
        (None, "Ministry of Justice", "XC"), (None, "Data Security Agency", "XD"),
    ]  # fmt: skip


def test_envoys_who_met_are_the_chairs_where_nobody_is_called_so() -> None:
    """Of a meeting told as "X met Y", both are its chairs."""
    text = (
        "On 4 May 2031, Aldorian Cyber Ambassador Ada Corran met in Vienna with Brevanian Foreign Minister "
        "Boris Telm "
        "to discuss cables."
    )
    assert [facts(chair) for chair in meeting_of(text).chairs] == [
        ("Ada Corran", "Cyber Ambassador", None, "XC"), ("Boris Telm", "Foreign Minister", None, "XD"),
    ]  # fmt: skip


def test_a_person_quoted_is_no_chair() -> None:
    """Only who leads is a chair."""
    text = (
        "The Aldorian side was led by Ada Corran, Cyber Ambassador. “We met as friends,” said Minister "
        "Cora Vint."
    )
    assert [chair.name for chair in meeting_of(LEAD + text).chairs] == ["Ada Corran"]


PARTICIPANTS = {
    "after the verb": (
        "The Aldorian delegation included representatives of the Ministry of Justice, the Ministry of "
        "Trade, Industry "
        "and Energy, and the Police Agency.",
        [
            ("Ministry of Justice", "XC"),
            ("Ministry of Trade, Industry and Energy", "XC"),
            ("Police Agency", "XC"),
        ],
    ),
    "before the verb": (
        "Officials from the Ministry of Justice of Aldoria and the Police Agency of Brevania also took part.",
        [("Ministry of Justice", "XC"), ("Police Agency", "XD")],
    ),
    "a plural head": (
        "The Aldorian side included officials from the Departments of Justice, Trade and Transport.",
        [("Department of Justice", "XC"), ("Department of Trade", "XC"), ("Department of Transport", "XC")],
    ),
    "sides after": (
        "Representatives of the Police Agency and ALNET on the Aldorian side, and of the Police Agency on "
        "the Brevanian "
        "side, took part.",
        [("Police Agency", "XC"), ("ALNET", "XC"), ("Police Agency", "XD")],
    ),
    "sides before": (
        "On the Aldorian side, the Ministry of Justice participated, while on the Brevanian side the "
        "Police Agency and "
        "the Digital and Cable Service were represented.",
        [("Ministry of Justice", "XC"), ("Police Agency", "XD"), ("Digital and Cable Service", "XD")],
    ),
    "known acronyms": (
        "Officials from the Home Office, DSIT and FCDO attended.",
        [
            ("Home Office", "GB"),
            ("Department for Science, Innovation and Technology", "GB"),
            ("Foreign, Commonwealth and Development Office", "GB"),
        ],
    ),
    (
        "bodies only spoken of"
    ): ("They discussed work in fora including the United Nations and the World Bank.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), PARTICIPANTS.values(), ids=PARTICIPANTS)
def test_participants_are_bodies_with_their_side(text: str, bodies: list[tuple[str, str]]) -> None:
    """A name keeps its commas and "and", a plural head stands for each, the side is the one named with it."""
    participants = meeting_of(LEAD + text).participants
    assert [(role.organisation, role.party) for role in participants] == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Representatives of Cassena attended as observers.",
        "On the Aldorian side, which also included observers from Cassena, all spoke.",
    ],
)
def test_observers_are_kept_apart(text: str) -> None:
    """Who watched is an observer and no participant."""
    meeting = meeting_of(LEAD + text)
    assert [(role.organisation, role.party) for role in meeting.observers] == [("Cassena", "XE")]
    assert meeting.participants == ()
