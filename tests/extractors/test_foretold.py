"""Promises told of the own side: what Aldoria's bodies, office holders and undertakings will do."""

from __future__ import annotations

import pytest
from records import in_file, in_readout, in_statement

from acquis.model.claim import Claim

_HEAD = "---\ntitle: {title}\nstate: Aldoria\npublished: 2031-05-09\n---\n"
_SHEET = _HEAD.format(title="Fact Sheet: Aldoria’s Plan for Safe Harbours")
_BRIEFING = _HEAD.format(title="Press Briefing by Press Secretary Tam Brisk")

PROMISES = [
    "The Task Force will appoint a chief prosecutor.",
    "The Ministry of Harbours will issue a second directive.",
    "The Harbour Safety Agency (HSA), under the Harbour Act, will establish a consortium of shipyards.",
    "AHSA will publish two reports a year.",
    "President Venn will attend the annual summit of harbour States.",
    "In the coming weeks, the President will announce a new order on ports.",
    "Secretary of Transport Orla Brisk plans to convene her counterparts.",
    "The Secretary of Trade acting through the Director of Ports, in coordination with other agencies, shall initiate a pilot programme.",
    "The Secretary of Trade shall, in consultation with the Council of Ports, publish a study.",
    "Within 60 days of this order, the Director of Ports shall review the rules.",
    "Efforts for the water sector will follow later this year.",
    "The pilot will be followed by similar pilots for rail and water.",
    "Applications will be accepted from 1 November 2031.",
    "The new concept will be prepared for adoption at the summit in 2032.",
    "The Council will be co-chaired by the Minister of Ports and the Minister of Rail.",
    "Our mission will conclude on 31 August.",
    "We’ll continue to train the pilots of our harbours.",
    "And also intend to hold a summit later this year.",
    "We announced that we will be hosting the harbour forum in 2032.",
    "The Ministry announced that it will double its fund for ports.",
    "The President is offering to host the harbour forum in 2032.",
    "I am directing my Secretary of Trade to chair a forum early next year.",
    "The Ministry of Ports is announcing a new joint initiative that opens within 30 days.",
    "These efforts will include training for harbour pilots.",
    "This will include training for harbour pilots.",
    "USP has convened 25 shipyards to design the Harbour Watch, which will launch by the end of 2031.",
    "The fund will provide 40 million to small ports.",
    "The Minister of Ports will speak with shipyard workers on Friday.",
]
FORECASTS = [
    "This bill will lower the costs of shipping.",
    "It will help small ports.",
    "Attackers will strike the ports again next year.",
    "The harbour will be a challenge for years.",
    "The fund will provide relief to small ports.",
    "The forum will provide an opportunity to meet next month.",
    "If the talks fail, the Ministry of Ports will publish the files.",
    "The Ministry of Ports will not publish the files.",
    "Congress will hold a hearing next week.",
    "The University of Calder will publish a study next month.",
    "Dunmar will host the harbour forum in 2032.",
    "The Dunmar Ministry of Ports will publish a study next month.",
    "The report shows how the Ministry of Ports will publish its files.",
    "The Committee shall periodically consider the state of the ports.",
    "The elections will improve matters in June.",
    "The Security Council will hold a session in June.",
    "President Oro of Dunmar will attend the summit in June.",
    "The Minister has a plan to build the port that shipyards deserve.",
]
SAID = [
    "On Monday, the President will meet with the leaders of the shipyards.",
    "Later today, I’ll host the forum of harbours.",
    "The new rules will be published soon.",
    "On Monday, the President will travel to Calder. He will visit the shipyard.",
    "We, the Government of Aldoria, will announce a package of fees tomorrow.",
]
CHATTED = [
    "The President will continue to make that case.",
    "We’ll have more details on that tomorrow.",
    "He will attend the forum.",
    "I’ll speak to that tomorrow.",
    "The session will be interesting.",
]


def promised(claims: list[Claim]) -> list[Claim]:
    """The commitments among claims."""
    return [claim for claim in claims if claim.act == "commitment"]


def in_sheet(text: str) -> list[Claim]:
    """The commitments of a fact sheet of Aldoria (XC)."""
    return promised(in_file(_SHEET + text))


def in_briefing(text: str) -> list[Claim]:
    """The commitments of what a spokesman of Aldoria says to reporters."""
    return promised(
        in_file(f"{_BRIEFING}MR. BRISK: {text}\n\nQUESTION: What else?\n\nMR. BRISK: Good day.\n")
    )


@pytest.mark.parametrize("text", PROMISES)
def test_what_the_own_side_will_do_is_its_promise(text: str) -> None:
    """Bodies, office holders, undertakings and days set bind the State that tells of them."""
    assert [claim.owners for claim in in_sheet(text)] == [("XC",)]


@pytest.mark.parametrize("text", FORECASTS)
def test_forecasts_are_no_promises(text: str) -> None:
    """What things bring, what others do, what hangs on an "if", is denied or is a standing duty promises nothing."""
    assert [claim for claim in in_sheet(text) if claim.rule == "commitment.foretold"] == []


@pytest.mark.parametrize("text", SAID)
def test_a_briefing_announces_what_is_set_for_a_day(text: str) -> None:
    """The diary of the own side binds it; what goes on with a day told before shares that day."""
    assert len(in_briefing(text)) == text.count("ill ") + text.count("’ll ")


@pytest.mark.parametrize("text", CHATTED)
def test_chat_in_a_briefing_promises_nothing(text: str) -> None:
    """Without a day or a deed it is only talk; details for reporters are no deeds."""
    assert in_briefing(text) == []


def test_in_a_room_of_the_united_nations_only_the_speaker_promises() -> None:
    """What the Chair, the Secretariat or a mechanism will do is not the promise of the State that says so."""
    others = "The Secretariat will publish a report in June. The Task Force will appoint a chair."
    assert promised(in_statement(others)) == []
    [own] = promised(
        in_statement("My Government announced that we will double our contribution to the fund.")
    )
    assert (own.owners, own.rule) == (("XC",), "commitment.foretold")


def test_an_intention_expressed_is_a_promise_of_its_own() -> None:
    """A sentence that welcomes and expresses an intention holds both acts."""
    claims = in_readout(
        "The two sides welcomed the round and expressed their intention to hold a seminar in July 2031."
    )
    assert [claim.act for claim in claims] == ["support", "commitment"]
    assert claims[1].owners == ("XC", "XD")


def test_a_meeting_to_be_held_is_promised_only_for_a_day_to_come() -> None:
    """ "To be held" counts with a date after that of the text."""
    ahead, past = (
        promised(in_readout(f"The two sides welcomed the seminar and the dialogue to be held in {when}."))
        for when in ("June 2031", "March 2031")
    )
    assert (len(ahead), past) == (1, [])


def test_what_only_announces_the_promise_is_no_second_act() -> None:
    """ "Announced that it will publish" is one commitment, no report."""
    claims = in_readout("Brevania announced that it will publish its position by the end of 2031.")
    assert [(claim.act, claim.owners) for claim in claims] == [("commitment", ("XD",))]


def test_names_joined_own_together() -> None:
    """ "Aldoria and Brevania are set to host" is the promise of both, a body's of its State."""
    [both] = promised(in_readout("Aldoria and Brevania are set to host a forum in 2032."))
    [one] = promised(in_readout("The Aldorian Foreign Office will publish a guide."))
    assert (both.owners, one.owners) == (("XC", "XD"), ("XC",))


def test_what_is_told_weighs_less_than_a_promise_in_the_first_person() -> None:
    """The confidence lies below that of a settled cue, and lower still in speech."""
    [first] = in_sheet("We pledge to publish the text.")
    [told] = in_sheet("The Ministry of Ports will issue a directive in June.")
    [said] = in_briefing("On Monday, the President will sign the order.")
    assert first.confidence > told.confidence > said.confidence > 0.5
