"""The words that show an act, found in a sentence."""

from __future__ import annotations

import pytest

from acquis.extractors.cue_table import CUES
from acquis.extractors.cues import find_cues, verb_forms
from acquis.model.claim import Claim

ACTS = frozenset(str(Claim.__annotations__) and "commitment call proposal support objection concern condemnation affirmation report exchange offer need none".split())


def cues(text: str) -> list[tuple[str, str]]:
    """The name and the words of each cue of a text."""
    words = text.lower().split()
    return [(hit.cue.name, " ".join(words[hit.first : hit.last + 1])) for hit in find_cues(words, 0, len(words))]
