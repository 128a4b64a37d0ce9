"""Sponsors: who puts a draft forward, from the head of the text; and nobody where the head prints no list."""

from __future__ import annotations

import pytest
from invented import prepared

from acquis.extractors.sponsors import find_sponsors

LISTS = {
    "Kenya, New Zealand, Senegal and Venezuela (Bolivarian Republic of): draft resolution": [
        "KE",
        "NZ",
        "SN",
        "VE",
    ],
    "Netherlands (Kingdom of the) and Türkiye: draft decision": ["NL", "TR"],
    "Kingdom of the Netherlands: working paper": ["NL"],
    "United Kingdom of Great Britain and Northern Ireland, Trinidad and Tobago and\nSaint Vincent and the Grenadines:\n"
    "revised draft resolution": ["GB", "TT", "VC"],
    "Kenya, , Namibia, Norway Nicaragua and Oman: draft resolution": ["KE", "NA", "NO", "NI", "OM"],
    "Kenya and Senegal\n\n(on behalf of the African Group): draft resolution": ["KE", "SN", "AFRICAN-GROUP"],
    "Egypt,* Kenya and Peru:* working paper": ["EG", "KE", "PE"],
    "Aldoria, Freeholm and Brevania: letter dated 4 May 2031 to the Chair": ["XC", "Freeholm", "XD"],
    "European Union: non-paper": ["EU"],
    "Working paper submitted by Kenya, Chile and the Netherlands (Kingdom of the)": ["KE", "CL", "NL"],
    "Draft resolution submitted by Kenya and Peru on the safety of harbours": ["KE", "PE"],
}
NO_LISTS = [
    "The Secretary-General: report",
    "Chair: draft report",
    "President of the Group: draft resolution",
    "We welcomed two partners, Kenya and Japan: draft resolution 4 was theirs.",
    "Kenya and Japan: they met.",
    "Kenya said this: draft resolution 4 is good.",
    "Draft resolution submitted by the Vice-Chair, Ms. Anna Merrow (Kenya)",
    "The French delegation: draft resolution",
    "Freeholm, Eastmark and Kenya: draft resolution",
]


@pytest.mark.parametrize(("head", "sponsors"), LISTS.items(), ids=range(len(LISTS)))
def test_sponsors_come_in_the_order_of_the_list(head: str, sponsors: list[str]) -> None:
    """Codes of the vocabulary; a name that it does not have as printed."""
    text = f"{head}\n\nThe Group of Harbours,\n\nRecalling its work, decides to go on with it."
    assert list(find_sponsors(prepared(text))) == sponsors


@pytest.mark.parametrize("head", NO_LISTS)
def test_what_is_no_list_of_names_gives_no_sponsors(head: str) -> None:
    """Bodies and persons, sentences with a colon, lists of names mostly unknown."""
    assert find_sponsors(prepared(f"{head}\n\nThe Group recalls its work and goes on with it.")) == ()


def test_a_list_of_many_lines() -> None:
    """A list wrapped at every few names, as plain text has it."""
    head = "Australia, Brazil, Canada, Chile,\nCosta Rica, Czechia, Denmark,\nEstonia, Finland and\nTürkiye: draft\nresolution"
    found = find_sponsors(prepared(f"{head}\n\nThe General Assembly,\n\nRecalling its work,"))
    assert found == ("AU", "BR", "CA", "CL", "CR", "CZ", "DK", "EE", "FI", "TR")


def test_the_title_of_front_matter_counts() -> None:
    """A list that only the head of the file prints."""
    text = (
        "---\ntitle: 'Kenya and Peru: draft resolution'\n---\n\nThe General Assembly,\n\nRecalling its work,"
    )
    assert find_sponsors(prepared(text)) == ("KE", "PE")
