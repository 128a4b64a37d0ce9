"""Broken words: the document itself shows which hyphens are its own."""

from __future__ import annotations

import pytest

from acquis.readers.pdf.hyphens import join_broken
from acquis.readers.pdf.lines import BREAK

WHOLE = {
    f"Inter{BREAK}national law holds.": "International law holds.",
    f"Capacity{BREAK}building helps. They speak of capacity-building.": "Capacity-building helps. They speak of capacity-building.",
    f"A web{BREAK}site fell. Each website is kept.": "A website fell. Each website is kept.",
    f"The Secretary{BREAK}General spoke.": "The Secretary-General spoke.",
    f"A non{BREAK}binding norm.": "A non-binding norm.",
    f"A harbour{BREAK}based drill. The harbour is calm.": "A harbour-based drill. The harbour is calm.",
    f"They under{BREAK}stand it. We stand under it.": "They understand it. We stand under it.",
    f"Sea{BREAK}bed of the deep.": "Seabed of the deep.",
    f"Broken at the end{BREAK}": "Broken at the end-",
    f"A multi{BREAK}stake{BREAK}holder group; multistakeholder talks.": "A multistakeholder group; multistakeholder talks.",
}


@pytest.mark.parametrize(("broken", "whole"), WHOLE.items(), ids=range(len(WHOLE)))
def test_a_broken_word_is_made_whole(broken: str, whole: str) -> None:
    """Its other places decide; then capitals, numbers and parts that a hyphen joins; else it is one word."""
    assert join_broken([broken]) == [whole]


def test_other_paragraphs_are_witnesses() -> None:
    """A word that stands whole anywhere in the document settles how its halves are joined."""
    texts = [f"The port{BREAK}authority met.", "A port-authority is a body."]
    assert join_broken(texts)[0] == "The port-authority met."
