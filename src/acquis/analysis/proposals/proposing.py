"""The findings of a workspace in; those that propose something of their owner's, each with what it proposes, out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from acquis.analysis.proposals.naming import Named, name_proposal, terms_in
from acquis.store.mentions import Worded
from acquis.store.sequels import Passage, load_passages

# A finding that the reader is less sure of counts only where a person said so.
_SUREST = 0.75
_LONGEST_LIST = 12  # items between the sentence that leads a list in and the last that counts
_PRESENT = re.compile(
    r"\b(?:proposes?|suggests?|recommends?|advocates?|puts? forward|(?:is|are|am|be) (?:proposing|suggesting|putting forward|"
    r"advocating)|would like to (?:propose|suggest|see)|sees? merit in|tables|to propose|to suggest)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:we|i|he|she|it|has|have|had|government|delegation|president|minister|country)\s+(?:also |therefore |already |recently |"
    r"once |formally )?(?:proposed|suggested|recommended|tabled|put forward)\b(?! by)",
    re.I,
)
# Not one's own, or no proposal: what another proposed, what evidence suggests, what one does not say.
_OTHERS = re.compile(
    r"\b(?:proposed|suggested|put forward|tabled|circulated|argued|advanced|offered|recommended) by\b|"
    r"\bas [\w\s,]{2,60}? (?:has|have|had)?\s*(?:proposed|suggested|argued)\b|"
    r"\b(?:endorse|support|welcome|consider|study|note|at|on|to) (?:of )?(?:the|its|his|her|their|this|that|these|those)"
    r"(?: \w+){0,2} (?:proposals?|suggestions?)\b|"
    r"\b(?:not|n[’']t|never) (?:\w+ )?(?:propos|suggest)\w*|\bwould suggest\b|"
    r"\b(?:this|that|which|it|what|theme|evidence|reporting|figures?|numbers?|images?|results?) suggests?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Idea:
    """A finding that proposes something, and what; `terms` are those of its sentence."""

    words: Worded
    named: Named
    terms: frozenset[str]

    @property
    def owners(self) -> tuple[str, ...]:
        """Whose it is."""
        return self.words.voice.owners


def find_ideas(connection: Connection, found: Sequence[Worded], states: frozenset[str]) -> list[Idea]:
    """What these findings propose, in their order. `states` are terms of names of States."""
    led = _led_in(connection, [one for one in found if one.kind == "item" and not _in_words(one.text)])
    ideas = (
        Idea(one, named, frozenset(terms_in(one.text)))
        for one in found
        if proposes(one, led=one.passage in led) and (named := name_proposal(one.text, states))
    )
    return list(ideas)


def proposes(one: Worded, *, led: bool = False) -> bool:
    """Is it its owner's own proposal, in words that propose? What a person said it is, it is. A list item may be `led`
    in by such words.
    """
    voice = one.voice
    if voice.act == "proposal" and voice.status in ("accepted", "corrected"):
        return True
    if voice.confidence < _SUREST or not voice.owners:
        return False
    worded = bool(_PRESENT.search(one.text)) if voice.act == "call" else led or _in_words(one.text)
    return worded and not _OTHERS.search(one.text)


def _in_words(text: str) -> bool:
    return bool(_PRESENT.search(text) or _PAST.search(text))


def _led_in(connection: Connection, items: Sequence[Worded]) -> set[int]:
    """Which of these list items stand under a sentence that proposes them."""
    near = load_passages(
        connection, {one.passage - back for one in items for back in range(1, _LONGEST_LIST)}
    )
    return {one.passage for one in items if (lead := _lead(one.passage, near)) and _in_words(lead.text)}


def _lead(item: int, near: Mapping[int, Passage]) -> Passage | None:
    """The sentence before the list that an item is of; None where it is too far, or in another document."""
    for back in range(1, _LONGEST_LIST):
        before = near.get(item - back)
        if before is None or before.kind != "item":
            return before
    return None
