"""What is said twice is one claim with two places."""

from __future__ import annotations

import pytest
from records import in_readout

SAID = "Both sides agreed to hold a joint exercise on ports and networks in Calder."


@pytest.mark.parametrize(
    ("again", "count"),
    [
        (SAID, 1),
        ("Both sides agreed to hold a joint exercise on the ports and networks in Calder.", 1),
        ("BOTH SIDES agreed to hold a joint exercise, on ports and networks, in Calder.", 1),
        ("Both sides agreed to hold a workshop on fraud for young judges in Zelt.", 2),
        ("Aldoria agreed to hold a joint exercise on ports and networks in Calder.", 2),
        ("Both sides discussed how to hold a joint exercise on ports and networks in Calder.", 2),
    ],
)
def test_near_repeats_of_act_and_owners_are_joined(again: str, count: int) -> None:
    """Three quarters of the words, the same act and the same owners make one claim."""
    claims = in_readout(f"{SAID}\n\n{again}")
    assert len(claims) == count
    assert sum(len(claim.also) for claim in claims) == 2 - count


def test_the_first_place_carries_the_claim() -> None:
    """The others are kept as places of their own, in the order of the text."""
    [claim] = in_readout("\n\n".join([SAID] * 3))
    places = [claim.place, *claim.also]
    assert [place.evidence.quote for place in places] == [SAID] * 3
    assert [place.evidence.start for place in places] == sorted(place.evidence.start for place in places)


def test_short_claims_are_never_joined() -> None:
    """A few common words are no repeat."""
    assert len(in_readout("They discussed ports.\n\nThey discussed ports.")) == 2
