"""Forum, session, date and agenda item of a statement; its references, threats and elements."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.forum import find_setting
from acquis.extractors.frame import Frame
from acquis.extractors.statement import find_statement
from acquis.model.statement import Speaker, Statement

OEWG = "Thank you, Mr. Chair. "


def statement_of(text: str, *, actor: str = "XC") -> Statement:
    """The statement of a text by a State."""
    return find_statement(prepared(text), Frame("statement", (actor,), (), Speaker((actor,))), ())


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        (
            "# source: UN General Debate, Aldoria, 2019, session 74\n\nWe live in hard times.",
            "UN General Debate",
        ),
        ("# source: OEWG, Aldoria, 2020\n\nChair, we thank you.", "OEWG 2019-2021"),
        ("# source: OEWG, Aldoria, 2023\n\nChair, we thank you.", "OEWG 2021-2025"),
        (
            "# source: Global Mechanism, first substantive session, Aldoria, 2026\n\nChair, we thank you.",
            "Global Mechanism",
        ),
        ("# source: First Committee, Aldoria, 2022\n\nChair, cyber threats grow.", "First Committee"),
        (
            "# Statement in the Ad Hoc Committee on Cybercrime\n\nMadam Chair, we thank you.",
            "Ad Hoc Committee on Cybercrime",
        ),
        (
            "# Aldoria at the UN Security Council open debate on cyber security\n\nMr. President, thank you.",
            "UN Security Council",
        ),
        (
            "---\ntitle: OEWG on ICTs - Aldoria\ndate: 2024-07-09\n---\nChair, we welcome the draft.",
            "OEWG 2021-2025",
        ),
        (OEWG + "This new OEWG can build on the reports of its forerunners. ICTs matter.", "OEWG 2021-2025"),
        (
            OEWG + "The OEWG has before it a pre-draft. ICTs matter. The OEWG 2019-2021 will end soon.",
            "OEWG 2019-2021",
        ),
        (
            OEWG + "We turn to the annual progress report of this OEWG and the security of ICTs.",
            "OEWG 2021-2025",
        ),
        (
            "Madam President, we thank you for convening this open debate of the Security Council on ICTs.",
            "UN Security Council",
        ),
        (
            "Chair, at this first substantive session of the Global Mechanism Aldoria will be brief.",
            "Global Mechanism",
        ),
        (
            "Mr. Chair, the First Committee meets at a hard time. In this First Committee Aldoria speaks "
            "of cyber.",
            "First Committee",
        ),
        (
            "Mr. President, it is an honour to stand before this Assembly. Aldoria trusts in peace.",
            "UN General Debate",
        ),
        ("The Ministry condemns the attack. The OEWG is one place among many.", None),
        (
            "# Aldoria: capacity-building\n\nThank you, Chair. We need help with cyber incidents.",
            "OEWG 2021-2025",
        ),
        ("Madam Chair, we voted against A/C.1/78/L.11 on ICTs.", "First Committee"),
        ("Chair, in our view the eleven norms on ICTs are a floor.", "OEWG 2021-2025"),
        ("# Statement at the OEWG on reducing space threats\n\nChair, space must stay peaceful.", None),
    ],
)
def test_forum(text: str, forum: str | None) -> None:
    """Forums have the contract's names; namesakes are told by the date or by what the text knows."""
    assert find_setting(prepared(text)).forum == forum


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("# General exchange of views – Aldoria statement\n\nChair, this OEWG can build trust in the use "
            "of ICTs.", "general exchange of views"),
        (OEWG + "On existing and potential threats, Aldoria notes to this OEWG that ransomware "
            "spreads.", "threats"),
        (OEWG + "Under the agenda item on rules, norms and principles, Aldoria supports this OEWG and its "
            "ICT checklist.", "norms"),
        (OEWG + "Let me address how international law applies to ICTs, the topic of this OEWG "
            "today.", "international law"),
        (OEWG + "Turning to confidence-building measures, this OEWG set up an ICT "
            "directory.", "confidence-building measures"),
        (OEWG + "With regard to capacity-building, this OEWG heard of ICT needs.", "capacity-building"),
        (OEWG + "On regular institutional dialogue, Aldoria wants this OEWG on ICTs to "
            "agree.", "regular institutional dialogue"),
        ("# OEWG 2023: Aldoria on CBMs\n\nChair, we thank you.", "confidence-building measures"),
        ("# source: OEWG, Aldoria, 2024, agenda item capacity-building\n\nChair, we thank "
            "you.", "capacity-building"),
        ("# source: UN General Debate, Aldoria, 2019\n\nThreats grow. International law must hold.", None),
    ],
)  # fmt: skip
def test_agenda_item(text: str, item: str | None) -> None:
    """The item stands in the head or is announced in the first sentences."""
    assert find_setting(prepared(text)).agenda_item == item


@pytest.mark.parametrize(
    ("line", "session", "date"),
    [
        ("UN General Debate, Aldoria, 2019, session 74", "74", "2019"),
        ("OEWG, fourth substantive session, Aldoria, 6 March 2023", "4", "2023-03-06"),
        ("First Committee, seventy-fifth session, Aldoria, 2020", "75", "2020"),
        ("First Committee, Eightieth session, Aldoria, 2025", "80", "2025"),
        ("OEWG 2021-2025, intersessional meeting, Aldoria", "intersessional", None),
    ],
)
def test_session_and_date(line: str, session: str, date: str | None) -> None:
    """A session is a number; a date is as precise as the source; the years of a mandate are no date."""
    setting = find_setting(prepared(f"# source: {line}\n\nChair, we thank you."))
    assert (setting.session, setting.when.edtf if setting.when else None) == (session, date)


def test_references() -> None:
    """Bodies and documents by name, States by code where their act is taken up, and not the speaker."""
    text = (
        "We thank the United Nations and the International Telecommunication Union. As the Brevanian "
        "delegation highlighted, "
        "the United Nations Charter and international law apply. Aldoria supports the Lantern Cyber "
        "Resilience Initiative. "
        "Cassena lies by the sea. We await a treaty on the safety of lighthouses."
    )
    found = statement_of(text).references
    assert found == (
        "United Nations", "International Telecommunication Union", "XD", "United Nations Charter",
            "international law",
        "Lantern Cyber Resilience Initiative", "treaty on the safety of lighthouses",
    )  # fmt: skip


def test_a_document_is_cited_by_its_symbol() -> None:
    """A symbol that no vocabulary knows stands for itself."""
    assert (
        "A/C.1/79/L.99"
        in statement_of("We sponsor draft resolution A/C.1/79/L.99 on this matter.").references
    )


@pytest.mark.parametrize(
    ("text", "threats"),
    [
        ("Ransomware attacks on hospitals worry us. So does ransomware against ports.", ("ransomware",)),
        ("We are alarmed by the misuse of ICTs by criminals.", ("misuse of ICTs",)),
        (
            "Some States militarize cyberspace and steal data online.",
            ("militarization of cyberspace", "theft of data online"),
        ),
        (
            "In cyberspace we saw attacks on critical infrastructure that lasted days.",
            ("attacks on critical infrastructure",),
        ),
        ("The convention on combating cybercrime is near. Cybercrime cooperation helps.", ()),
        ("Storms and attacks on villages worry us.", ()),
        ("The use of ICTs for criminal purposes grows.", ("use of ICTs for criminal purposes",)),
    ],
)
def test_threats(text: str, threats: tuple[str, ...]) -> None:
    """Threats are phrases of the text about ICTs; responses to a threat are none."""
    assert statement_of(text).threats == threats


def test_elements_are_in_the_order_of_the_contract() -> None:
    """A statement treats the elements that its passages are about."""
    text = (
        "Malicious cyber activity is a threat. Norms guide States in cyberspace. International law "
        "applies to ICTs."
    )
    assert statement_of(text).elements == ("international-law", "norms", "threats")


@pytest.mark.parametrize(
    "text",
    [
        "cyber " * 50_000,
        "attacks on " * 30_000,
        "Convention on " * 30_000,
        "A/RES/" * 30_000,
        "OEWG, " * 20_000,
    ],
)
def test_any_text_is_read(text: str) -> None:
    """No text makes it fail or crawl."""
    statement_of(text + "word")
