"""Which provisions a sentence speaks to, in the words of invented States."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
import yaml
from invented import prepared

from acquis.extractors.material import Material
from acquis.extractors.provisions import find_keyword_links
from acquis.extractors.targets import about_icts, find_targets
from acquis.model.provision_link import ProvisionLink
from acquis.vocabulary import load_vocabulary

SPOKEN = cast(
    dict[str, list[str]], yaml.safe_load((Path(__file__).parent / "spoken.yaml").read_text(encoding="utf-8"))
)
ROOM = "# source: OEWG; Nelvia; 2031\n\nChair, we thank you.\n\n"
# What a general debate says of other fields, with words that the framework has too.
OTHER_FIELDS = [
    "Terrorism threatens every nation, and we must fight it together.",
    "Nuclear weapons are the gravest danger that mankind has made.",
    "We need vaccines, hospitals and doctors in every district.",
    "Climate change hits small island States harder than others.",
    "Respect for sovereignty and non-interference guides our foreign policy.",
    "We call for a legally binding instrument on plastic waste.",
    "The peaceful settlement of disputes is the duty of every State.",
    "Women must take part in peace talks as equals.",
    "We support capacity-building for farmers and fishermen.",
    "Our roads, ports and power grids were rebuilt after the storm.",
    "The Security Council must be reformed, and its veto limited.",
    "Human rights are the foundation of freedom and peace.",
    "Regional cooperation against piracy at sea has borne fruit.",
    "Supply chains for grain were broken by the war.",
    "An arms race in outer space would serve nobody.",
    "We welcome the programme of action for small island developing States.",
    "Money laundering and the trade in drugs destroy our young.",
    "Digital technology helps our farmers to sell their coffee.",
    "Most of our pupils learn online since the pandemic.",
    "The internet has brought the world to our villages.",
    "Our statistics office has put its census on the internet.",
    "Digitalization of taxes saves our citizens two days a year.",
]  # fmt: skip


def links_of(sentence: str, *, head: str = ROOM) -> dict[str, ProvisionLink]:
    """The links of one sentence after some others."""
    material = prepared(f"{head}{sentence}\n")
    return {link.provision: link for link in find_targets(material, *span(material, sentence)).links}


def span(material: Material, sentence: str) -> tuple[int, int]:
    """Where a sentence stands."""
    start = material.document.text.index(sentence)
    return start, start + len(sentence)


@pytest.mark.parametrize(
    ("provision", "sentence"), [(key, sentence) for key, spoken in SPOKEN.items() for sentence in spoken]
)
def test_a_sentence_is_linked_by_what_it_means(provision: str, sentence: str) -> None:
    """Each provision is found in sentences that say it in a State's own words, with the words as the reason."""
    link = links_of(sentence)[f"provision.{provision}"]
    assert "“" in link.why
    assert 0.5 <= link.score <= 1


def test_each_provision_has_sentences() -> None:
    """Nobody adds a provision without saying how States speak to it."""
    assert {f"provision.{key}" for key in SPOKEN} == {
        one.id for one in load_vocabulary().of_kind("provision")
    }


@pytest.mark.parametrize("sentence", OTHER_FIELDS)
def test_other_fields_speak_to_no_provision(sentence: str) -> None:
    """The same words about weapons, climate, health or trade are not about ICTs, even a sentence after them."""
    assert links_of(sentence, head="# source: General Debate; Nelvia; 2031\n\n") == {}
    near = "# source: General Debate; Nelvia; 2031\n\nWe are online, as all are.\n\nWe thank you.\n\n"
    assert links_of(sentence, head=near) == {}


@pytest.mark.parametrize(
    ("sentence", "speaks", "silent"),
    [
        ("Hospitals must be off limits to hackers.", "norm.f", "threat.ci"),
        ("Hackers closed three hospitals last year.", "threat.ci", "norm.f"),
        ("We protect our power grid against cyberattacks.", "norm.g", "norm.f"),
        ("States must not let gangs attack others from their territory.", "norm.c", "norm.g"),
        ("Our police work together against cybercrime.", "norm.d", "norm.a"),
        ("How international law applies needs further study.", "international-law.study", "international-law.charter"),
        ("Capacity-building must respect sovereignty.", "cap.principle.sovereign", "international-law.sovereignty"),
        ("We support the new convention against cybercrime.", "norm.d", "international-law.binding"),
        ("The arms race in cyberspace must end.", "threat.military", "threat.nonstate"),
        ("Respect for sovereignty must guide States in cyberspace.", "international-law.sovereignty", "cap.principle.sovereign"),
        ("Cyberwarfare has reached our shores.", "threat.military", "threat.nonstate"),
        ("The digital divide keeps our schools offline.", "cap.why", "norm.a"),
        ("Nelvia works with all neighbours to shield citizens from cyber threats.", "norm.a", "threat.nonstate"),
        ("Ransomware crews must be pursued together.", "norm.d", "cbm.8"),
        ("We support talks on a convention against cybercrime.", "norm.d", "cbm.2"),
        ("Cyberattacks meddled in the electoral process of Lorvane.", "international-law.nonintervention", "threat.ci"),
        ("Clear rules for States in cyberspace serve us all.", "norms", "international-law.binding"),
        ("Disrupting ransomware infrastructure and its actors is our aim.", "norm.d", "threat.ci"),
        ("The cyberattack is under investigation, and Dunmar exercises restraint.", "threat.nonstate", "cbm.4"),
        ("Our minister will talk a bit about cyberattacks.", "threat.nonstate", "cbm.2"),
        ("The global contact directory needs a template for messages.", "poc.template", "cbm.2"),
    ],
)  # fmt: skip
def test_neighbours_are_told_apart(sentence: str, speaks: str, silent: str) -> None:
    """Of two provisions with the same words the one that is meant is linked, and the other is not."""
    links = links_of(sentence)
    assert f"provision.{speaks}" in links
    assert f"provision.{silent}" not in links


@pytest.mark.parametrize(
    ("sentence", "element"),
    [
        ("Disinformation online has come to worry us.", "threats"),
        ("The open-ended working group on ICT security has an able Chair.", "institutional-dialogue"),
        ("Online, critical infrastructure comes first.", "norms"),
    ],
)
def test_an_element_may_be_clear_where_no_provision_is(sentence: str, element: str) -> None:
    """What a sentence is about is told by its words even if it speaks to none of the provisions for certain."""
    material = prepared(f"# source: General Debate; Nelvia; 2031\n\n{sentence}\n")
    found = find_targets(material, *span(material, sentence))
    assert element in found.elements


def test_names_of_icts_count_beside_icts() -> None:
    """The digital age may be anybody's, but next to a sentence on cyberspace it is meant."""
    asked = "What becomes of our sovereignty in the digital age?"
    assert "provision.international-law.sovereignty" in links_of(asked, head="Cyberspace has no fences.\n\n")
    assert links_of(asked, head="We thank you.\n\n") == {}


def test_a_reason_names_the_ideas_and_the_words() -> None:
    """Two ideas and the words that carry them, as they are written."""
    link = links_of("Nelvia holds that Hospitals are off limits to every hacker.")["provision.norm.f"]
    assert link.why == (
        "infrastructure that people depend on (“Hospitals”) + restraint (“off limits”) + ICTs (“hacker”)"
    )


def test_a_name_is_the_surest_link() -> None:
    """Who names a provision speaks to it, whatever else is said."""
    link = links_of("We have carried out norm 13(f).")["provision.norm.f"]
    assert (link.score, link.why) == (0.95, "named: “norm 13(f)”")


def test_a_list_item_is_read_with_its_lead_in() -> None:
    """The lead-in says what must not be done, the item to what; the lead-in alone links no item."""
    text = (
        "# Paper\n\nIn cyberspace, States must not attack:\n\n- hospitals and clinics;\n- each other in jest."
    )
    material = prepared(text)
    assert "provision.norm.f" in {
        link.provision for link in find_targets(material, *span(material, "hospitals and clinics")).links
    }
    assert find_targets(material, *span(material, "each other in jest")).links == ()


def test_a_sentence_may_point_back_to_icts() -> None:
    """ "Such attacks" are those of the sentence before; after a list of dangers nothing is pointed at."""
    pointing = "Such attacks have paralysed a hospital."
    assert "provision.threat.ci" in links_of(pointing, head="Cyberattacks are growing.\n\n")
    assert links_of(pointing, head="Cyberattacks, hunger and climate change are growing.\n\n") == {}


def test_a_body_is_not_what_a_sentence_says() -> None:
    """The name of an agency holds many words of the field; who signs is not what is said."""
    named = "The Cybersecurity and Infrastructure Security Agency has a new seal."
    assert links_of(named) == {}


def test_founding_a_body_for_cybersecurity_is_said() -> None:
    """What a body is called says nothing, but that one is founded does."""
    founded = "We will launch the Cybersecurity and Infrastructure Security Agency next year."
    assert "provision.cap.cert" in links_of(founded)


@pytest.mark.parametrize(
    "head",
    [
        "# Statement of Nelvia\n\nRegular institutional dialogue\n\n",
        "Nelvia has carried out norm 13(h) and norm 13(k).\n\n",
    ],
)
def test_a_text_on_the_framework_is_about_icts_throughout(head: str) -> None:
    """An item of the processes at its head, or two provisions by name, say what a whole statement is on."""
    sentence = "Ready as we are, we wait for partners who help with capacity-building that follows demand."
    filler = "We thank you.\n\n" * 6
    assert "provision.cap.principle.trust" in links_of(sentence, head=head + filler)
    assert links_of(sentence, head="# Statement of Nelvia\n\n" + filler) == {}


def test_words_made_with_cyber_are_about_icts() -> None:
    """There are more of them than a list can hold; cybernetics is no part of it."""
    head = "# source: General Debate; Nelvia; 2031\n\n"
    assert "provision.threat.nonstate" in links_of("Cyberintruders are a growing danger.", head=head)
    assert links_of("Cybernetics is a growing challenge to our schools.", head=head) == {}


def test_keywords_alone_find_what_they_name() -> None:
    """The way that meaning is measured against: names and stock phrases, nothing else."""
    sentence = "Due diligence is owed, and hospitals are off limits in cyberspace."
    material = prepared(ROOM + sentence)
    place = span(material, sentence)
    found = find_keyword_links(material, place, about=about_icts(material, *place))
    assert [(link.provision, link.why) for link in found] == [
        ("provision.norm.c", "keyword: “Due diligence”")
    ]
