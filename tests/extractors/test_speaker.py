"""Who speaks: by provenance, title, first sentences, publisher, and the text itself."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.speaker import find_speaker


def front(**fields: str) -> str:
    """Front matter with these fields."""
    return "---\n" + "\n".join(f'{key}: "{value}"' for key, value in fields.items()) + "\n---\n"


BODY = "We welcome the progress made. We support practical measures."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("UN General Debate, Aldoria, 2019, session 74", "XC"),
        ("UN General Debate, BRV, 2019, session 74", "XD"),
        ("UN General Debate, CRI, 2015, session 70", "CR"),
        ("UN General Debate, NAM, 2022, session 77", "NA"),
        ("OEWG 2021-2025, fourth session, statement of Cassena", "XE"),
        ("UN General Debate, Micronesia (Federated States of), 2014, session 69", "FM"),
        ("Open-ended Working Group, European Union, 2023", "EU"),
        ("Ministry of Foreign Affairs of Dunmar, 2 March 2023, https://mfa.example", "XF"),
        ("First Committee, XG, 2022", "XG"),
    ],
)
def test_provenance_names_the_speaker(line: str, code: str) -> None:
    """The archive's line tells the State by name or by a code of two or three letters."""
    assert find_speaker(prepared(f"# source: {line}\n\n{BODY}")).actors == (code,)


@pytest.mark.parametrize(
    ("title", "actors"),
    [
        ("Threats – Aldoria statement", ("XC",)),
        ("Aldoria's statement on norms", ("XC",)),
        ("International law: Brevanian intervention", ("XD",)),
        ("National statement of Cassena to the working group", ("XE",)),
        ("Intervention de Aldoria", ("XC",)),
        ("Statement by the delegation of Dunmar on capacity-building", ("XF",)),
        (
            "Statement by H.E. Ms. Ana Lorne, Permanent Representative of Estvale to the United Nations",
            ("XG",),
        ),
        ("Statement by the Permanent Mission of Feronia at the third session of the OEWG", ("XH",)),
        ("Aldoria, joined by partners, condemns malicious cyber activity by Feronia", ("XC",)),
        (
            "Cyber attacks on hospitals: statement by the High Representative on behalf of the European "
            "Union",
            ("EU",),
        ),
        ("Joint statement by the leaders of Aldoria, Brevania and Cassena", ("XC", "XD", "XE")),
        ("Aldoria-Brevania Joint Statement", ("XC", "XD")),
        ("Joint Statement on the Strategic Partnership between Dunmar and Estvale", ("XF", "XG")),
        ("Lantern States Leaders' Statement", ("XC", "XD", "XE")),
        ("G7 Leaders' Statement on Cyberspace", ("G7",)),
    ],
)
def test_a_title_names_the_speaker(title: str, actors: tuple[str, ...]) -> None:
    """A title tells by "statement by", the State before the noun, a headline's subject, or a list."""
    body = (
        "The strategic partnership between Dunmar and Estvale rests on trust. " if "between" in title else ""
    )
    assert find_speaker(prepared(front(title=title) + body + BODY)).actors == actors


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "Statement on a cyber incident", "url": "https://www.gov.uk/government/news/statement"},
            "GB"),
        ({"title": "Statement by the Spokesperson", "url": "https://www.eeas.europa.eu/eeas/statement_en"},
            "EU"),
        ({"title": "Press Secretary's statement", "url": "https://www.mofa.go.jp/press/release"}, "JP"),
        ({"title": "Remarks by the President and the Prime Minister of Aldoria", "url":
            "https://bidenwhitehouse.archives.gov/x"}, "US"),
        ({"title": "Statement by the Minister", "publisher": "Aldorian Foreign Office"}, "XC"),
        ({"title": "Statement by the Minister on the call with the Brevanian "
            "side", "url": "https://www.dfat.gov.au/x"}, "AU"),
    ],
)  # fmt: skip
def test_the_publisher_speaks_where_nobody_else_is_named(fields: dict[str, str], code: str) -> None:
    """An official's statement without a State is that of the publisher's State."""
    assert find_speaker(prepared(front(**fields) + BODY)).actors == (code,)


@pytest.mark.parametrize(
    ("text", "actors", "behalf"),
    [
        (
            "Thank you, Chair. I have the honour to deliver this statement on behalf of the African Group.",
            ("AFRICAN-GROUP",),
            (),
        ),
        ("Mr. Chair, Aldoria has the honour to speak on behalf of the Arab Group.", ("XC",), ("ARAB-GROUP",)),
        (
            "Thank you, Chair. I am pleased to speak on behalf of the Nordic countries – Denmark, "
            "Finland, Iceland, Sweden and my own country, Norway.",
            ("NO",),
            ("DK", "FI", "IS", "SE", "NO"),
        ),
        ("Chair, I am speaking on behalf of the Lantern States.", ("XC", "XD", "XE"), ()),
        (
            "Mr Chair, I have the honour to speak on behalf of the following States: Aldoria, Brevania, Cassena, "
            "Dunmar, Estvale, Feronia and my own country, Gavria.",
            ("XI",),
            ("XC", "XD", "XE", "XF", "XG", "XH", "XI"),
        ),
        (
            "I deliver this statement on behalf of the Pacific Islands Forum members present: Fiji, Samoa, Tonga "
            "and my own country, Vanuatu.",
            ("VU",),
            ("FJ", "WS", "TO", "VU"),
        ),
        (
            "Mr. President, I speak on behalf of the Government and people of Dunmar, my country.",
            ("XF",),
            (),
        ),
    ],
)
def test_group_statements(text: str, actors: tuple[str, ...], behalf: tuple[str, ...]) -> None:
    """The group is spoken for, by its code or by its members where they are five or fewer."""
    speaker = find_speaker(prepared(f"{text}\n\n{BODY}"))
    assert (speaker.actors, speaker.on_behalf_of) == (actors, behalf)


def test_a_delegate_of_a_known_state_speaks_for_a_group() -> None:
    """The State that delivers is the actor; the group is whom it speaks for."""
    head = "# source: OEWG, Brevania, 2023\n\n"
    speaker = find_speaker(
        prepared(head + "I have the honour to make this statement on behalf of the African Group. " + BODY)
    )
    assert (speaker.actors, speaker.on_behalf_of) == (("XD",), ("AFRICAN-GROUP",))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, Chair. Cassena aligns itself with the statement delivered by the European Union and "
        "adds a few points.",
        "Chair, my delegation aligns itself with the statement of the European Union. In my country, "
        "Cassena, we train responders.",
        "[Cassena aligns itself with the statement made on behalf of the European Union.]",
    ],
)
def test_alignment(text: str) -> None:
    """Whoever aligns itself with a group speaks for itself and is aligned with the group."""
    speaker = find_speaker(prepared(f"{text}\n\n{BODY}"))
    assert (speaker.actors, speaker.aligned_with, speaker.on_behalf_of) == (("XE",), ("EU",), ())


def test_states_that_join_a_group() -> None:
    """In a group's statement, the States that align themselves with it are kept."""
    text = (
        "I have the honour to speak on behalf of the European Union and its Member States. "
        "The candidate countries Aldoria and Brevania align themselves with this statement. " + BODY
    )
    speaker = find_speaker(prepared(text))
    assert (speaker.actors, speaker.aligned_with) == (("EU",), ("XC", "XD"))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, Chair. Estvale welcomes the draft. We heard Feronia. Estvale believes that norms "
        "matter. As Feronia said, time is short.",
        "Chair, we thank Brevania. In Estvale, hospitals were attacked. Estvale therefore supports a "
        "directory.",
        "Mr. Chair, the delegation of Estvale thanks you. Estvale considers international law applicable.",
    ],
)
def test_without_any_head_the_subject_of_the_verbs_speaks(text: str) -> None:
    """The State that the text lets welcome, believe and support is its speaker; those it quotes are not."""
    assert find_speaker(prepared(text)).actors == ("XG",)


def test_the_lines_above_a_text_are_a_head() -> None:
    """An address block names person, post and State."""
    text = (
        "PERMANENT MISSION OF FARLAND TO THE UNITED NATIONS\n\n"
        "Statement by Ambassador Mira Tolan, Deputy Permanent Representative of Feronia\n\n"
        "Open-ended Working Group, New York, 8 March 2023\n\nMr. Chair,\n\nWe welcome your efforts on the "
        "directory."
    )
    speaker = find_speaker(prepared(text))
    assert speaker.actors == ("XH",)
    assert (speaker.person, speaker.post) == ("Mira Tolan", "Deputy Permanent Representative of Feronia")


@pytest.mark.parametrize("text", ["", "x" * 200_000, "on behalf of " * 20_000, "Aldoria, " * 30_000])
def test_any_text_is_read(text: str) -> None:
    """No text makes it fail or crawl."""
    find_speaker(prepared(text + " word"))


def test_a_resolution_speaks_for_the_body_and_not_for_its_sponsors() -> None:
    """Whose sentence it is, is told by its subject on a line of its own."""
    text = "Aldoria and Brevania: draft resolution\n\nThe Security Council,\n\nRecalling its work,\n\n1. Decides to act."
    assert find_speaker(prepared(text)).actors == ("UN",)


def test_the_sponsors_of_a_working_paper_speak_in_it() -> None:
    """Up to five, one by one; more have no common name."""
    text = f"Working paper submitted by Aldoria and Brevania\n\n{BODY}"
    assert find_speaker(prepared(text)).actors == ("XC", "XD")
    many = f"Kenya, Peru, Chile, Japan, Aldoria and Brevania: working paper\n\n{BODY}"
    assert find_speaker(prepared(many)).actors == ()
