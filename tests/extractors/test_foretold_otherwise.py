"""Promises told without a verb of the future: intents, plans, launches looked forward to, lists without marks."""

from __future__ import annotations

import pytest
from records import in_file, in_readout, in_statement

from acquis.model.claim import Claim

_SHEET = (
    "---\ntitle: Fact Sheet: Aldoria’s Plan for Safe Harbours\nstate: Aldoria\npublished: 2031-05-09\n---\n"
)
_BRIEFING = (
    "---\ntitle: Press Briefing by Press Secretary Tam Brisk\nstate: Aldoria\npublished: 2031-05-09\n---\n"
)

TOGETHER = [
    "The two sides affirmed their willingness and intention to develop a harbour code.",
    "They renewed their commitment to training harbour pilots.",
    "They noted their determination to modernise the joint patrol.",
    "In addition, they looked forward to the launch of the Harbour Foundation.",
    "They looked forward to reviving the Harbour Council in early 2032.",
    "They also recommitted to deepening cooperation on pilots.",
    "The working group is tasked to develop a code for harbours.",
    "The working group is expected to publish a code for harbours.",
    "The two sides envisage to meet twice a year.",
    "They intend also to coordinate their patrols.",
    "The two sides reaffirmed the value of trade and confirmed that they will publish a harbour guide.",
]
OWN = [
    "The Ministry of Harbours expects to award 12 million in grants.",
    "Minister of Trade Orla Brisk announced plans to, working with parliament, invest 3 million in ports.",
    "Aldoria is committing 3 million to the Harbour Fund.",
    "Aldoria is launching a Harbour Task Force that will bring shipyards together.",
    "The Ministry of Ports will also, where possible, offer its piers to fishers.",
    "Agencies will review how fees burden small ports.",
    "The Ministry of Ports opened a new office. It will convene shipyards and fishers.",
    "The Minister shall, in consultation with the Director of Piers, the Council of Ports, and other agencies, publish a study.",
    "We support fair fees and in particular will host a forum on them.",
    "The Minister of Ports accepted the invitation to visit Calder.",
    "The President proposed a summit of harbours in the coming months.",
]
NONE = [
    "They stressed the need for creditors to commit to hosting talks.",
    "They expressed their resolve to uphold order.",
    "They looked forward to the completion of the code by the Bureau of Standards.",
    "They looked forward to the future.",
    "The programme is expected to mobilize 3 billion.",
    "The storm is expected to reach the coast on Friday.",
    "The elections are expected to be held in calm.",
    "The two sides welcomed the code to which it will hold ships.",
]


def promised(claims: list[Claim]) -> list[Claim]:
    """The commitments among claims."""
    return [claim for claim in claims if claim.act == "commitment"]


@pytest.mark.parametrize("text", TOGETHER)
def test_what_two_parties_mean_to_do_is_promised_by_both(text: str) -> None:
    """Intents, commitments to a deed, tasks given and launches looked forward to bind those who speak together."""
    assert [claim.owners for claim in promised(in_readout(text))] == [("XC", "XD")]


@pytest.mark.parametrize("text", OWN)
def test_what_a_state_expects_gives_or_launches_is_its_promise(text: str) -> None:
    """Also behind an aside, after "It" for the body before, and joined to an earlier verb."""
    assert [claim.owners for claim in promised(in_file(_SHEET + text))] == [("XC",)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_stood_for_or_left_to_others_is_no_promise(text: str) -> None:
    """Principles, forecasts and deeds of others are none, however they are worded."""
    assert promised(in_readout(text)) == []


def test_a_plan_welcomed_is_the_promise_of_whose_plan_it_is() -> None:
    """ "Aldoria welcomed Brevania's plan to" is support of the one and a promise of the other."""
    claims = in_readout("Aldoria welcomed Brevania’s plan to publish a harbour code by 2032.")
    assert [(claim.act, claim.owners) for claim in claims] == [("support", ("XC",)), ("commitment", ("XD",))]
    assert promised(in_readout("Aldoria welcomed Dunmar’s plan to publish a harbour code by 2032.")) == []


def test_two_heads_joined_promise_together() -> None:
    """ "The President and the Prime Minister will" is a promise of both sides."""
    [both] = promised(
        in_readout("The President and the Prime Minister committed to host a forum of harbours.")
    )
    assert both.owners == ("XC", "XD")


def test_paragraphs_below_a_lead_in_that_promises_are_its_items() -> None:
    """Without marks too, as long as every paragraph begins with a verb in the same form."""
    text = "In the next year, Aldoria will:\n\nEstablish a harbour cell. It is led by Brevania.\n\nPublish a guide for pilots.\n\n"
    assert len(promised(in_file(_SHEET + text))) == 2
    assert len(promised(in_file(_SHEET + text + "The harbour is old.\n\nPublish rates for piers.\n"))) == 2


def test_items_below_a_long_promise_that_ends_in_by_are_promised() -> None:
    """ "We will strengthen …, drawing on …, including by:" hands its act down."""
    lead = "We will strengthen the safety of harbours, drawing on all that the Ministry of Harbours has learnt since its first survey of piers, including by:"
    claims = promised(in_file(f"{_SHEET}{lead}\n\n- Training pilots\n- Deepening talks with shipyards\n"))
    assert [claim.evidence.quote for claim in claims][-2:] == [
        "Training pilots",
        "Deepening talks with shipyards",
    ]


def test_a_lead_in_with_names_below_is_a_promise_itself() -> None:
    """ "Announced his intent to nominate the following:" promises; "plans to take these steps:" leaves it to its items."""
    naming = (
        "Today, President Venn announced his intent to nominate the following individuals:\n\n- Orla Brisk\n"
    )
    assert len(promised(in_file(_SHEET + naming))) == 1


def test_what_a_briefing_opens_with_is_a_diary() -> None:
    """Before the first question "he will attend" needs no day; afterwards it does."""
    told = (
        "MR. BRISK: He will meet the President of Dunmar. President Venn will attend the forum of harbours."
    )
    before = promised(in_file(f"{_BRIEFING}{told}\n\nQUESTION: What else?\n\nMR. BRISK: Good day.\n"))
    after = promised(in_file(f"{_BRIEFING}MR. BRISK: Good day.\n\nQUESTION: What else?\n\n{told}\n"))
    assert ("attend the forum" in before[-1].evidence.quote, after) == (True, [])


def test_to_a_room_of_states_only_intents_are_told_in_other_words() -> None:
    """A plan welcomed or a launch looked forward to promises nothing in a statement at the United Nations."""
    text = "We look forward to the launch of the register. We express our readiness to host a forum."
    assert [claim.evidence.quote for claim in promised(in_statement(text))] == [
        "We express our readiness to host a forum."
    ]
