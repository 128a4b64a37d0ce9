"""A sentence in; the frames in which it sets the words it uses, out.

The same words mean two things where they stand in frames that exclude each other: "information security" of networks or
of what is said on them, sovereignty as a bar to operations of others or as a right to govern what one's own people
read, a treaty that one wants now or at the end of a common understanding. The table has the pairs that have parted
readers of these texts for twenty years; each frame is told by words that stand in the sentence, so that a person sees
why a pair is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Frame(NamedTuple):
    """One way of using words: what it is called, and the words that tell it."""

    name: str
    words: re.Pattern[str]


class Clash(NamedTuple):
    """The frames of two sentences that exclude each other, with the words that tell each."""

    one: str
    one_words: str
    other: str
    other_words: str
    weight: float


def _frame(name: str, *words: str) -> Frame:
    return Frame(name, re.compile(rf"\b(?:{'|'.join(words)})", re.I))


_CONTENT = _frame(
    "what is said on them", r"public order", r"morals\b", r"moral values", r"(?:false|harmful|illegal|objectionable) content", r"subver\w+",
    r"social stability", r"hostile propaganda", r"colou?r revolution",
)  # fmt: skip
_CONTROL = _frame(
    "what a State governs at home", r"non-?interference", r"internal affairs", r"on (?:its|their) own territory",
    r"right of every state to govern", r"national jurisdiction", r"public order", r"morals\b", r"moral values",
)  # fmt: skip
_RIGHTS = _frame(
    "rights and openness", r"human rights", r"freedoms?\b", r"open internet", r"free internet", r"right to privacy",
    r"multi-?stakeholder", r"silence citizens", r"free speech",
)  # fmt: skip
_OPERATIONS = _frame(
    "operations of other States", r"without (?:our|its|their) consent", r"physical effects", r"loss of function",
    r"breach(?:es)? (?:it|sovereignty)", r"unlawful operation", r"violat\w+ (?:of )?(?:the )?sovereignty", r"is a rule\b",
)  # fmt: skip
_NETWORKS = _frame(
    "networks and systems", r"networks\b", r"computer network", r"critical infrastructure", r"vulnerabilit\w+", r"malware", r"ransomware",
    r"incident response", r"computer systems?", r"intrusions?\b",
)  # fmt: skip
_LATER = _frame(
    "in time, not now", r"as a goal", r"at the end of", r"in due course", r"in time\b", r"in the long term", r"premature",
    r"step by step", r"gradual\w*", r"long-term goal", r"matter of sequence", r"eventual\w*", r"not at this stage",
    r"when (?:the time|conditions)",
)  # fmt: skip
_NOW = _frame(
    "now", r"(?:begin|start),? (?:the )?(?:negotiat|elaborat)\w*", r"at its (?:second|third|next) session",
    r"as soon as possible", r"without delay", r"immediate\w*", r"urgent\w*", r"need for an?\b", r"now\b",
)  # fmt: skip
_NEW_LAW = _frame(
    "new law to be made", r"new norms?\b", r"further norms?\b", r"legally binding", r"treaty", r"convention\b",
    r"elaborat\w+ of",
)  # fmt: skip
_EXISTING = _frame(
    "what is agreed already", r"existing (?:international )?law", r"already appl\w+", r"eleven (?:voluntary )?norms",
    r"implementation of (?:the )?(?:existing|agreed|eleven)", r"in its entirety", r"far from exhausted", r"reopen",
)  # fmt: skip
_UNCONDITIONAL = _frame(
    "without conditions", r"without (?:any |political )?conditions", r"unconditional\w*", r"no strings", r"free of charge",
    r"without discrimination",
)  # fmt: skip
_CONDITIONS = _frame(
    "on conditions", r"provided (?:that|it)", r"only if", r"on the understanding", r"subject to (?:these|the|its)",
    r"on (?:\w+ )?conditions\b", r"as long as", r"conditional on", r"demand-driven", r"accountab\w+",
)  # fmt: skip
_SHUT = _frame(
    "an arms race to be prevented", r"militari[sz]\w+", r"arms race", r"weaponi[sz]\w+", r"offensive operations",
)  # fmt: skip
_DEFENCE = _frame(
    "rules for a conflict that may come", r"self-?defen[cs]e", r"does not legitimi[sz]e", r"protection of (?:civilians|hospitals)",
    r"distinction", r"proportionality", r"lawful (?:measures|countermeasures)",
)  # fmt: skip

# Two frames with how surely they part the meaning.
_PAIRS = (
    (_CONTROL, _RIGHTS, 1.0), (_CONTROL, _OPERATIONS, 1.0), (_CONTENT, _NETWORKS, 1.0), (_LATER, _NOW, 1.0),
    (_NEW_LAW, _EXISTING, 0.7), (_UNCONDITIONAL, _CONDITIONS, 1.0), (_SHUT, _DEFENCE, 0.9),
)  # fmt: skip
# Words with which a speaker steps back from a term while using it.
DISTANCE = _frame(
    "at arm's length", r"so-called", r"what (?:\w+ )?call(?:s|ed)?\b", r"in the name of", r"under the (?:pretext|guise|cover) of",
    r"selective (?:reading|use|application|interpretation)",
    r"must not be confused", r"should not be (?:confused|misused|misinterpreted)",
)  # fmt: skip
_FRAMES = tuple(dict.fromkeys(frame for one, other, _ in _PAIRS for frame in (one, other)))
# One pass that tells most sentences from those in which any frame may be.
_ANY = re.compile("|".join(frame.words.pattern for frame in (*_FRAMES, DISTANCE)), re.I)
_ARM = 0.9


class Framing(NamedTuple):
    """The frames of a sentence, each with the words that tell it."""

    words: dict[str, str]

    @property
    def any(self) -> bool:
        """Is it set in any frame?"""
        return bool(self.words)

    @property
    def distant(self) -> bool:
        """Does the speaker step back from a term?"""
        return DISTANCE.name in self.words


PLAIN = Framing({})


def read_frames(sentence: str) -> Framing:
    """The frames that the words of a sentence tell."""
    if _ANY.search(sentence) is None:
        return PLAIN
    found = ((frame.name, frame.words.search(sentence)) for frame in (*_FRAMES, DISTANCE))
    return Framing({name: match.group() for name, match in found if match is not None})


def clashes(one: Framing, other: Framing) -> Iterator[Clash]:
    """How the frames of two sentences exclude each other.

    Arm's length clashes with a plain use; two frames of a pair clash where neither sentence has both.
    """
    for first, second, weight in _PAIRS:
        for a, b in ((first.name, second.name), (second.name, first.name)):
            if a in one.words and b in other.words and b not in one.words and a not in other.words:
                yield Clash(a, one.words[a], b, other.words[b], weight)
    distant = DISTANCE.name
    if (distant in one.words) != (distant in other.words):
        words = one.words.get(distant) or other.words[distant]
        mine, theirs = (words, "") if distant in one.words else ("", words)
        yield Clash(distant if mine else "plainly", mine, distant if theirs else "plainly", theirs, _ARM)
