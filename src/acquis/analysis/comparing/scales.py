"""Words of commitment by how firm they are, and the words that hedge or harden: plain tables, and what stands in a text.

A line is `scale | strength | pattern, …`; `welcome~` stands for every form of the verb. Only words of one scale are
compared: "shall" with "should", "welcomes" with "takes note of". Sources: the UN Editorial Manual on the operative
verbs of resolutions; the modals of treaty drafting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from acquis.extractors.cues import verb_forms
from acquis.model.comparison import Turn

_SCALES = """
duty | 5 | shall, must, is required to, are required to
duty | 4 | will, agree~ to, commit~ to, decide~ to, resolve~ to, pledge~ to, undertake~ to
duty | 3 | should, ought to, intend~ to, plan~ to
duty | 2 | would, seek~ to, strive~ to, aim~ to, endeavour~ to, aspire~ to, work towards
duty | 1 | may, might, could, can, consider~, explore~, hope~ to
asking | 5 | demand~, insist~
asking | 4 | call~ on, call~ upon, call~ for, urge~, request~
asking | 3 | recommend~
asking | 2 | encourage~
asking | 1 | invite~, suggest~
welcoming | 6 | endorse~
welcoming | 5 | commend~, applaud~
welcoming | 4 | welcome~, support~, appreciate~
welcoming | 3 | take~ note with appreciation, note~ with appreciation, note~ with satisfaction
welcoming | 2 | recognize~, recognise~, acknowledge~
welcoming | 1 | note~, take~ note
holding | 4 | reaffirm~, affirm~
holding | 3 | reiterate~, stress~, underline~, underscore~, emphasize~, emphasise~
holding | 2 | recall~, recognize~, recognise~, acknowledge~
holding | 1 | note~, take~ note, consider~
blaming | 4 | condemn~, denounce~
blaming | 3 | deplore~
blaming | 2 | alarmed, express~ grave concern, deeply concerned
blaming | 1 | concerned, express~ concern, regret~, note~ with concern
"""
_HEDGES = {
    "softer": """
    as appropriate, where appropriate, when appropriate, if appropriate, where possible, if possible, whenever possible,
    as far as possible, to the extent possible, to the extent feasible, where feasible, as feasible, where applicable,
    as applicable, as needed, if needed, where needed, as necessary, if necessary, where necessary, where relevant,
    as relevant, in principle, on a voluntary basis, voluntary, voluntarily, non-binding, subject to, upon request,
    on request, in due course, at a mutually convenient date, at a mutually convenient time, mutually convenient,
    within existing resources, in accordance with national law, in accordance with national legislation,
    in accordance with domestic law, possible, possibly, potentially, some, certain, efforts to, inter alia
    """,
    "firmer": """
    in its entirety, in their entirety, in full, fully, without delay, immediately, urgently, unconditionally,
    without preconditions, strongly, firmly, strictly, all, legally binding, mandatory, by consensus, no later than,
    not later than, at the latest, as a matter of urgency, deeply, gravely, equally, at all times, at least
    """,
}
_NEGATIONS = "not, no, never, without, neither, nor, cannot"


class Phrase(NamedTuple):
    """A word of commitment in a text, and how strong it is on each scale."""

    words: str
    scales: tuple[tuple[str, int], ...]


def find_verbs(text: str) -> list[Phrase]:
    """The words of commitment of a text, in order."""
    table, pattern = _verbs()
    return [Phrase(match.group(), table[_plain(match.group())]) for match in pattern.finditer(text)]


def turn_of(gone: Iterable[Phrase], come: Iterable[Phrase]) -> Turn:
    """Is what came softer or firmer than what went? On the first scale that both stand on."""
    for before in gone:
        for after in come:
            for scale, strength in after.scales:
                known = dict(before.scales).get(scale)
                if known is not None and known != strength:
                    return "softer" if strength < known else "firmer"
    return "changed"


def find_hedges(text: str) -> Counter[str]:
    """How often each hedge or hardening word stands in a text."""
    return Counter(_plain(match.group()) for match in _hedges()[1].finditer(text))


def find_negations(text: str) -> Counter[str]:
    """How often each word of denial stands in a text."""
    return Counter(_plain(match.group()) for match in _negations().finditer(text))


def turn_of_hedge(hedge: str, *, added: bool) -> Turn:
    """A hedge softens where it is added, a hardening word where it is dropped."""
    softens = _hedges()[0][hedge] == "softer"
    return "softer" if softens == added else "firmer"


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _verbs() -> tuple[dict[str, tuple[tuple[str, int], ...]], re.Pattern[str]]:
    table: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in _SCALES.strip().splitlines():
        scale, strength, patterns = (part.strip() for part in line.split("|"))
        for words in (words for pattern in patterns.split(",") for words in _forms(pattern.strip())):
            table[words] = (*table.get(words, ()), (scale, int(strength)))
    return table, _any_of(table)


@cache
def _hedges() -> tuple[dict[str, str], re.Pattern[str]]:
    table = {_plain(word): turn for turn, words in _HEDGES.items() for word in words.split(",")}
    return table, _any_of(table)


@cache
def _negations() -> re.Pattern[str]:
    return _any_of(_NEGATIONS.split(", "))


def _forms(pattern: str) -> list[str]:
    """The rows of words that a pattern stands for; at most one verb in it."""
    verb = next((word for word in pattern.split() if word.endswith("~")), None)
    return [pattern] if verb is None else [pattern.replace(verb, form) for form in verb_forms(verb[:-1])]


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of them as whole words, the longest first. "May" and "Will" inside a text are a month and a name."""
    longest = sorted(phrases, key=lambda words: -len(words))
    joined = "|".join(r"\s+".join(map(re.escape, words.split())) for words in longest)
    return re.compile(rf"\b(?!(?-i:May|Will)\b)(?:{joined})\b", re.I)
