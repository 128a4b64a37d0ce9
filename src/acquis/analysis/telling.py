"""A document on a meeting in; the sentence that says the meeting took place, or will, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.extractors.meeting_events import MEETING_NOUN
from acquis.store.sequels import Passage

_HELD = re.compile(
    r"\b(?:held|met|convened|took place|hosted|gathered|concluded|opened|was chaired|will (?:be held|take place|meet|convene|host)|"
    r"is to be held|has been held)\b",
    re.I,
)
_NOUN = re.compile(rf"\b(?:{MEETING_NOUN}|edition|round)\b", re.I)
_EARLY = 12  # passages: what a readout is about stands at its beginning


def telling_passage(passages: Sequence[Passage]) -> Passage | None:
    """The first sentence with a meeting and the verb of holding it; else the first whole sentence, else the first."""
    early = [one for one in passages[:_EARLY] if _is_sentence(one.text)]
    both = [one for one in early if _HELD.search(one.text) and _NOUN.search(one.text)]
    return next(iter([*both, *early, *passages]), None)


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 5 and text.rstrip(' *”"').endswith((".", ":", ";"))
