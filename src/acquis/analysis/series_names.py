"""The name of a series in; what it is about and what kind of meeting it is out, whoever is named first in it."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.grammar.tokens import tokenize
from acquis.grammar.words import normal_words
from acquis.vocabulary.lexicon import Lexicon

# Words for one kind of meeting, and the kind: what one side calls dialogue the other calls consultations.
_KINDS = {
    word: kind
    for kind, words in {
        "talks": "dialogue consultation talk exchange meeting discussion conversation roundtable workinggroup",
        "council": "council",
        "committee": "committee commission",
        "steering group": "steeringgroup",
        "task force": "taskforce",
        "summit": "summit",
        "forum": "forum conference",
        "group": "group",
    }.items()
    for word in words.split()
}
_JOINED = (("working", "group"), ("steering", "group"), ("task", "force"))
# Words that say nothing of the matter: rank, rhythm, number, and what stands around a name.
_EMPTY = frozenset(
    """
    a an and at by for from in of on the to with between its their held hosted
    annual regular bilateral trilateral quadrilateral joint official senior high level ministerial leader strategic
    policy issue matter affair
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth inaugural next new
    edition round session iteration virtual
    """.split()
)
_SAME = {
    "cybersecurity": "cyber", "cyberspace": "cyber", "ict": "cyber", "icts": "cyber", "cyberpolicy": "cyber",
    "cyberdialogue": "cyber",
}  # fmt: skip
# "Cyber security" is one matter, and so is what is said of it.
_WITH_CYBER = frozenset({"security", "space", "digital", "information"})


@dataclass(frozen=True, slots=True)
class SeriesName:
    """What a series is about, in normal words without the names of its parties, and its kind of meeting."""

    matter: frozenset[str]
    kind: str | None


def read_series_name(name: str, actors: Lexicon, codes: frozenset[str] = frozenset()) -> SeriesName:
    """The matter and kind of a series of this name; `codes` are codes of its parties, as in "UK-EU"."""
    # A body of the parties' own may be an actor by its whole name ("Harbour Cyber Group"): then that is the name.
    told = _without_actors(name, actors)
    words = [word for word in normal_words(told if told.strip() else name) if word.upper() not in codes]
    for first, second in _JOINED:
        words = _join(words, first, second)
    kinds = [_KINDS[word] for word in words if word in _KINDS]
    matter = {_SAME.get(word, word) for word in words if word not in _KINDS and word not in _EMPTY}
    if "cyber" in matter:
        matter -= _WITH_CYBER
    matter = {word for word in matter if not word.isdigit() and len(word) > 1}
    return SeriesName(frozenset(matter), kinds[-1] if kinds else None)


def _without_actors(name: str, actors: Lexicon) -> str:
    tokens = tokenize(name)
    kept, at = [], 0
    for mention in actors.find(name, tokens.words, tokens.starts, tokens.ends):
        kept.append(name[at : mention.start])
        at = mention.end
    return " ".join([*kept, name[at:]])


def _join(words: list[str], first: str, second: str) -> list[str]:
    """Two words that are one: "working group"."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == first and word == second:
            joined[-1] = first + second
        else:
            joined.append(word)
    return joined
