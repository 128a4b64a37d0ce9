"""Short sentences and the acts they perform, in a readout of two parties and in a statement of one."""

from __future__ import annotations

import pytest
from records import in_readout, in_statement
from test_clause import clause_of

from acquis.extractors.acts import Shape, decide, explain
from acquis.grammar.tokens import tokenize

CLOSED = {
    "commitment": [
        "Both sides agreed to hold a joint exercise next year.",
        "The two sides intend to sign a memorandum.",
        "They committed to training each other’s experts.",
        "The delegations decided to set up a working group.",
        "Officials pledged to work together on supply chains.",
        "Both sides reaffirmed their commitment to deepening cooperation on incident response.",
        "Both sides underlined that they will not attack hospitals.",
        "It was decided to hold the next round in Calder.",
        "The next Dialogue will be held in Brevania in 2032.",
        "The next round is scheduled for 2032.",
    ],
    "affirmation": [
        "Both sides agreed that international law applies in cyberspace.",
        "The two sides agreed on the importance of norms.",
        "The two sides share the view that trust matters.",
        "Both sides reaffirmed their commitment to an open and secure cyberspace.",
        "We must protect our ports.",
        "The two sides must remain vigilant.",
        "They recognised the importance of capacity-building.",
        "The two sides stressed the need for confidence-building measures.",
    ],
    "exchange": [
        "Both sides discussed the possibility of establishing a hotline.",
        "Participants discussed plans to hold an exercise.",
        "They exchanged views on ransomware.",
        "The talks covered threats to ports.",
        "The delegations were briefed on the new strategy.",
        "The two sides took stock of progress.",
        "They shared experiences on incident response.",
    ],
    "call": [
        "All States must respect the norms.",
        "Everyone should report incidents.",
        "The two sides called on all States to act responsibly.",
        "They urged vendors to report weaknesses.",
    ],
    "support": [
        "The two sides welcomed the launch of the Cable Group.",
        "Brevania expressed support for the initiative of Aldoria.",
        "Both sides noted with satisfaction the progress made.",
    ],
    "concern": [
        "They expressed deep concern about attacks on hospitals.",
        "The two sides recognised the growing threat of ransomware.",
    ],
    "condemnation": ["The two sides condemned the attacks on the grid of Dunmar."],
    "objection": ["They rejected the use of proxies against critical infrastructure."],
    "proposal": ["The two sides proposed that the working group meet twice a year."],
    "report": [
        "The two sides launched a joint training programme.",
        "Aldoria has established a national response team.",
        "Both sides are working on a joint guide.",
    ],
    "offer": ["Aldoria offered to share its training material with Brevania."],
    "": [
        "The dialogue was co-chaired by Ambassador Orla Venn and Director Tam Brisk.",
        "The delegation included experts from the Ministry of Justice.",
        "The meeting was attended by experts of both ministries.",
        "Both sides look forward to the next session.",
        "Both sides thanked the hosts for their hospitality.",
    ],
}
OPEN = {
    "commitment": [
        "We will publish our national position next year.",
        "We will not attack hospitals.",
        "We pledge two million to the fund.",
        "We reaffirm our commitment to implementing the norms.",
    ],
    "affirmation": [
        "We reaffirm our commitment to the Charter.",
        "We reaffirm that international law applies in cyberspace.",
        "It is essential that norms be observed by all.",
        "We believe that trust grows through dialogue.",
        "We recall the principle of due diligence.",
    ],
    "call": [
        "All States must refrain from attacks on hospitals.",
        "We must act together.",
        "Let us begin this work now.",
        "We urge Dunmar to stop these attacks.",
        "It is highly expected that all States nominate contacts.",
    ],
    "proposal": [
        "We propose that the Chair circulate a new draft.",
        "Paragraph 12 should read as follows.",
        "We ask you to replace the word should with may.",
        "It could be added that ports are critical infrastructure.",
        "We would see value in a directory of contacts.",
    ],
    "support": [
        "We welcome the report of the Chair.",
        "Aldoria aligns itself with the statement of the Lantern States.",
        "We agree with the delegation of Brevania.",
    ],
    "objection": [
        "We cannot support this paragraph.",
        "We are not convinced that a new treaty is needed.",
        "We dissociate ourselves from paragraph 4.",
        "Aldoria reserves its position.",
    ],
    "concern": [
        "We are deeply concerned about attacks on water supply.",
        "Attacks on hospitals are of grave concern.",
        "Last year our hospitals suffered a cyberattack.",
    ],
    "condemnation": [
        "We condemn the malicious activity of Dunmar.",
        "Dunmar has violated the sovereignty of its neighbours.",
    ],
    "report": [
        "Aldoria has adopted a national strategy.",
        "We hosted a workshop on norms in Calder.",
        "We are currently drafting a law on incident reporting.",
    ],
    "exchange": ["We discussed these matters with our partners."],
    "offer": [
        "We stand ready to share our experience with other States.",
        "Our door is open to all delegations.",
    ],
    "need": [
        "We lack the resources to take part in every session.",
        "Our team would benefit from technical assistance.",
    ],
    "": [
        "Thank you, Chair.",
        "We look forward to a fruitful session.",
        "We wish you every success.",
        "How can we build trust without dialogue?",
    ],
}
TWO = [
    ("Both sides discussed threats and agreed to continue their exchanges.", ["exchange", "commitment"]),
    ("Aldoria welcomed the round and called on Brevania to join the network.", ["support", "call"]),
    (
        "Both sides agreed to set up a hotline and reaffirmed the role of norms.",
        ["commitment", "affirmation"],
    ),
    ("The two sides agreed to train experts and promote norms.", ["commitment"]),
]


WEIGHED = [
    ("Dunmar changes its ports every summer.", "report", True),
    ("Dunmar changes its ports every summer:", "report", False),
    ("The talks were chaired by Orla Venn of the Cable Group.", "report", False),
    ("We look forward to the launch of the network by Dunmar.", "report", False),
    ("Technology will change the work of ports.", "commitment", False),
    ("What ports need.", "affirmation", False),
    ("What ports need.", "concern", True),
]


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Act and sentence, one row each."""
    return [(act, text) for act, texts in table.items() for text in texts]


@pytest.mark.parametrize(("act", "text"), rows(CLOSED))
def test_acts_of_parties_among_themselves(act: str, text: str) -> None:
    """Agreeing to is a promise, agreeing that is not; talks promise nothing; "must" of a closed group affirms."""
    assert [claim.act for claim in in_readout(text)] == ([act] if act else [])


@pytest.mark.parametrize(("act", "text"), rows(OPEN))
def test_acts_of_one_who_speaks_to_others(act: str, text: str) -> None:
    """ "Must" of all is a call, edits are proposals, courtesies are nothing."""
    assert [claim.act for claim in in_statement(text)] == ([act] if act else [])


@pytest.mark.parametrize(("text", "acts"), TWO)
def test_a_second_act_needs_a_verb_of_its_own(text: str, acts: list[str]) -> None:
    """Two coordinated verbs of different acts are two claims; a chain of one act is one."""
    assert [claim.act for claim in in_readout(text)] == acts


@pytest.mark.parametrize(("text", "act", "stands"), WEIGHED)
def test_whatever_the_model_says(text: str, act: str, stands: bool) -> None:
    """Lead-ins, attendance and courtesies claim nothing, things promise nothing, scraps neither affirm nor report."""
    clause, words = clause_of(text), tokenize(text).words
    found = decide(lambda: {act: 5.0, "none": 0.0}, clause, words, voice="closed", shape=Shape(mark=text[-1]))
    assert [one.act for one in found] == ([act] if stands else [])


@pytest.mark.parametrize(("lead", "stands"), [(0.0, True), (0.4, True), (0.6, False)])
def test_no_claim_has_to_lead_clearly(lead: float, stands: bool) -> None:
    """The likeliest act stands unless "no claim" leads it by more than half a point."""
    text = "Dunmar changes its ports every summer."
    found = decide(
        lambda: {"report": 1.0, "call": 0.5, "none": 1.0 + lead},
        clause_of(text), tokenize(text).words, voice="closed", shape=Shape(),
    )  # fmt: skip
    assert [one.act for one in found] == (["report"] if stands else [])


def test_a_rule_names_the_cue() -> None:
    """What settled the act can be looked up, and what a rule settles is nearly certain."""
    [claim] = in_readout("Both sides agreed to train experts.")
    assert (claim.rule, claim.confidence) == ("commitment.agree-to", 0.95)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "commitment.agree-to",
            "the words of the cue “agree to” show a commitment, in this form and with this subject",
        ),
        ("affirmation.wording", "no single cue: the wording as a whole reads like an affirmation"),
        ("call.stem-call", "a list item under a lead-in that announces a call"),
    ],
)
def test_a_rule_is_explained(rule: str, words: str) -> None:
    """Every kind of rule has a reason in plain words."""
    assert explain(rule) == words
