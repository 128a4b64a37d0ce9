"""In whose name the record of a meeting speaks."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.frame import find_frame

PUBLISHER = "Aldorian Foreign Office"


@pytest.mark.parametrize(
    ("title", "text", "actors"),
    [
        ("Readout of Cyber Envoy Ana Lorne's Travel to Brevania and Cassena",
         "Cyber Envoy Ana Lorne traveled to Brevania and Cassena this week, where she met with officials of "
         "Brevania and Cassena to discuss ransomware. Lorne underlined the value of partnership.", ("XC",)),
        ("Readout of Minister Ana Lorne's visit to Brevania",
         "Minister Ana Lorne visited Brevania and met with Brevanian counterparts on 4 May. The two sides agreed "
         "to share indicators.", ("XC", "XD")),
        ("Readout of Cyber Envoy Ana Lorne's Roundtable",
         "Cyber Envoy Ana Lorne held a roundtable on Thursday with representatives from partner countries. "
         "Participants stressed resilience.", ("XC", "partner countries")),
        ("Readout of a Roundtable with Industry",
         "Cyber Envoy Ana Lorne held a roundtable on Thursday with representatives from private sector partners. "
         "Participants stressed resilience.", ("XC",)),
        ("Aldoria-Brevania Cyber Dialogue",
         "Aldoria and Brevania held their second Cyber Dialogue today. Both sides agreed to meet.", ("XC", "XD")),
    ],
)  # fmt: skip
def test_records_of_meetings(title: str, text: str, actors: tuple[str, ...]) -> None:
    """A traveller speaks for one State, a host with its unnamed guests, sides for all of them."""
    frame = find_frame(prepared(f'---\ntitle: "{title}"\npublisher: "{PUBLISHER}"\n---\n{text}'))
    assert (frame.kind, frame.actors) == ("communique", actors)


def test_a_group_that_met_speaks_as_the_group() -> None:
    """ "We, the leaders of" a group is the group, though a member published the text."""
    text = "We, the leaders of the Group of Seven, met in Calder on 4 May 2031. We will act together."
    head = '---\ntitle: "G7 Summit Communiqué"\nurl: https://www.mofa.go.jp/summit\n---\n'
    assert find_frame(prepared(head + text)).actors == ("G7",)
