"""Whether a text records a meeting or speaks for someone."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.kind import find_kind

COMMUNIQUES = {
    "readout": "Aldoria and Brevania held their first Cyber Dialogue in Calder on 4 May 2031.",
    "passive": "The second Aldoria-Brevania Cyber Consultations took place online on 4 May 2031.",
    "announcement": (
        "The third Cyber Dialogue between Aldoria and Brevania will take place in Calder on 9 May."
    ),
    "host": "National Cyber Director Ada Corran briefed ambassadors of 20 countries yesterday on ransomware.",
    "travel": "National Cyber Director Ada Corran traveled to Aldoria and Cassena to meet with officials.",
    "leaders": (
        "We, the leaders of Aldoria, Brevania and Cassena, met in Calder today. We will deepen our ties."
    ),
    "spokesperson": (
        "---\ntitle: Statement by Spokesperson Orla Finn on the Lantern Cyber Group Meeting\n---\n"
        "This week the Lantern Cyber Group met in Calder."
    ),
    "dialogue title": (
        "---\ntitle: 'Joint Statement: Aldoria-Brevania Security Dialogue'\n---\n"
        "Aldoria and Brevania face common threats. We pledge to act together."
    ),
    "quote in a readout": (
        "Aldoria and Brevania held cyber talks in Calder on 4 May.\n\n“I am glad that we met,” said Ada "
        "Corran."
    ),
}
STATEMENTS = {
    "to the chair": (
        "Thank you, Chair. Aldoria met with its partners last month. My delegation supports the draft."
    ),
    "vocative": "Mr. Chair,\n\nAldoria held a regional workshop in June. We welcome the report.",
    "general debate": (
        "# source: UN General Debate, Aldoria, 2031\n\nOur countries met in Calder. Peace is needed."
    ),
    "joint without meeting": (
        "As leaders of Aldoria, Brevania and Cassena, we resolve to deepen our cooperation."
    ),
    "attribution": "Aldoria condemns the attack on Brevanian hospitals. The attack is attributed to Oskaria.",
    "forum title": (
        "---\ntitle: Statement by Aldoria at the fifth substantive session of the OEWG\n---\n"
        "Aldoria and Brevania held a workshop in May. We support the new mechanism."
    ),
    "briefing": (
        "MS. CORRAN: Good afternoon.\n\nQ Did the ministers meet?\n\nMS. CORRAN: They met today.\n\nQ Thanks."
    ),
    "own workshop": (
        "Aldoria hosted a workshop on norms in May. We believe in norms. We support our partners. Our work "
        "goes on."
    ),
}


@pytest.mark.parametrize("text", COMMUNIQUES.values(), ids=COMMUNIQUES)
def test_a_text_about_a_meeting_is_a_communique(text: str) -> None:
    """Readouts, announcements, visits and leaders who met record a meeting."""
    assert find_kind(prepared(text)) == "communique"


@pytest.mark.parametrize("text", STATEMENTS.values(), ids=STATEMENTS)
def test_a_text_that_speaks_is_a_statement(text: str) -> None:
    """Addresses to a chair, debates, briefings and joint texts without a meeting are statements."""
    assert find_kind(prepared(text)) == "statement"
