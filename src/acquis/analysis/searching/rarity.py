"""How rare a term is: counted once in public documents, so that the same words weigh the same in every workspace.

`training/count_rarity.py` counts; a term that is not in the file is as rare as the rarest there.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("rarity.json")
STEP = 0.25
RAREST = 10.0


@lru_cache(maxsize=1)
def rarities() -> dict[str, float]:
    """The rarity of each known term: the natural logarithm of sentences for one that has it."""
    levels: dict[str, str] = json.loads(FILE.read_bytes())
    return {term: int(level) * STEP for level, terms in levels.items() for term in terms.split()}


def rarity(term: str) -> float:
    """How rare a term is, 0 to RAREST."""
    return min(RAREST, rarities().get(term, RAREST))
