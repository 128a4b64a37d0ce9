"""Texts of invented States to their claims: a readout of two parties, a statement of one."""

from __future__ import annotations

from invented import FILES

from acquis.model.claim import Claim
from acquis.reading import read_text

_LEAD = "Aldoria and Brevania held their Cyber Dialogue in Calder on 4 May 2031."
READOUT = f"---\ntitle: Aldoria-Brevania Cyber Dialogue\npublished: 2031-05-09\n---\n{_LEAD}\n\n"
STATEMENT = "---\ntitle: Statement by Aldoria\nstate: Aldoria\nforum: OEWG\npublished: 2031-05-09\n---\n"


def in_readout(text: str) -> list[Claim]:
    """The claims of a text that follows the lead of a readout of Aldoria (XC) and Brevania (XD)."""
    claims = read_text(READOUT + text, path="a.md", vocabulary=FILES).claims
    return [claim for claim in claims if claim.sentence.quote != _LEAD]


def in_statement(text: str) -> list[Claim]:
    """The claims of a text that Aldoria (XC) delivers."""
    return list(read_text(STATEMENT + text, path="a.md", vocabulary=FILES).claims)


def in_file(text: str) -> list[Claim]:
    """The claims of a whole file."""
    return list(read_text(text, path="a.md", vocabulary=FILES).claims)
