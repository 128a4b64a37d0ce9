"""Who the parties of a meeting are, and how they are named as owners."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.parties import find_parties

TITLED = "---\ntitle: {title}\n---\nThe Dialogue took place in Calder on 4 May 2031."
PARTIES = {
    "Aldoria and Brevania held their first Cyber Dialogue in Calder, Cassena, on 4 May 2031.": ("XC", "XD"),
    "Cyber consultations between the Republic of Aldoria and Brevania took place today.": ("XC", "XD"),
    (
        "The Governments of Aldoria, Brevania, and Cassena convened a Working Group in Gavria."
    ): ("XC", "XD", "XE"),
    "The second Aldorian-Brevanian cyber consultations took place in Calder.": ("XC", "XD"),
    "The 4th EU-Aldoria Cyber Dialogue was held in Brussels on 4 May 2031.": ("EU", "XC"),
    (
        "Aldoria and the European Union met virtually. They condemned the attack by Oskaria on Gavria."
    ): ("XC", "EU"),
    "WE, the Member States of ASEAN and the Republic of Aldoria, met on 4 May 2031.": ("ASEAN", "XC"),
    TITLED.format(title="Second Cyber Dialogue between Aldoria and Brevania"): ("XC", "XD"),
    TITLED.format(title="Readout of the ALD-BRV Cyber Dialogue"): ("XC", "XD"),
    "The G7 Foreign Ministers of Canada, France, Germany, Italy and Japan met in Karuizawa on 4 May.": (
        "CA", "FR", "DE", "IT", "JP",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), PARTIES.items(), ids=range(len(PARTIES)))
def test_parties_are_those_who_sat_there(text: str, codes: tuple[str, ...]) -> None:
    """Hyphened names, lists and "between" name parties; venues, condemned States and groups listed do not."""
    assert set(find_parties(prepared(text)).codes) == set(codes)


def test_a_host_stands_beside_those_it_visited() -> None:
    """A travel readout has the traveller's State and the States visited."""
    text = (
        "# source: Ministry of Foreign Affairs of Aldoria, press release\n\n"
        "Cyber Director Ada Corran traveled to Brevania, Cassena and Gavria to meet with officials."
    )
    assert find_parties(prepared(text)).codes == ("XC", "XD", "XE", "XI")


def test_many_parties_speak_as_the_group_they_name() -> None:
    """More than five parties are listed one by one, and own what they say as the group."""
    members = "Aldoria, Brevania, Cassena, Dunmar, Estvale, Feronia and Gavria"
    text = (
        f"The members of the Counter Ransomware Initiative (CRI) — {members} — met in Calder on 4 May 2031."
    )
    parties = find_parties(prepared(text))
    assert parties.codes == ("XC", "XD", "XE", "XF", "XG", "XH", "XI")
    assert parties.voice == ("CRI",)


def test_few_parties_speak_one_by_one() -> None:
    """Up to five parties are the owners themselves."""
    parties = find_parties(prepared("Aldoria, Brevania and Cassena held talks in Calder."))
    assert parties.voice == parties.codes == ("XC", "XD", "XE")
