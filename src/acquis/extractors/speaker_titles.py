"""The speaker that a title or head line names.

In: one line and the publisher's State. Out: codes; empty where the line names no speaker.
"""

from __future__ import annotations

import re

from acquis.extractors.joint_speakers import name_run
from acquis.extractors.names import Named, find_names
from acquis.vocabulary.vocabulary import Vocabulary

_NOUN = (
    r"(?:statements?|intervention|remarks|speech|address|declaration|contribution|explanation of "
    r"(?:vote|position)|comments|delegation|submission|position)"
)
_STATEMENT = re.compile(rf"\b{_NOUN}\b", re.I)
_BY = re.compile(
    rf"\b{_NOUN}\b(?:\s+(?:made|delivered|given|issued|presented|submitted))?\s*:?\s*(?:by|of|from|on "
    rf"behalf of|de la|de|du|par)\s+|\b(?:delivered|presented|made) by\b\s*:?",
    re.I,
)
_TOPIC = re.compile(
    r"\s(?:on|regarding|concerning|about|following|at|in|during|to|for|after|as|marking|against)\s|[:–—]\s"
)
_TRANSCRIPT = re.compile(
    r"\b(?:press (?:briefing|gaggle|call|conference|availability)|remarks|(?<!joint )fact ?sheet|interview|transcript|"
    r"gaggle)\b",
    re.I,
)
_BESIDE = re.compile(
    r"(?:['’]s?)?\s*[:–—-]?\s*(?:national|opening|general|closing|full|written|oral|delegation['’]?s?|joint|"
    r"government)?\s*",
    re.I,
)
_REACH = 24


def is_transcript(line: str) -> bool:
    """Does a head line announce remarks, a briefing or a fact sheet, which speak for their publisher?"""
    return _TRANSCRIPT.search(line) is not None


def titled_speaker(vocabulary: Vocabulary, line: str, publisher: str | None) -> tuple[str, ...]:
    """The speaker of "Statement by … of X", "X statement on …", "X, joined by …, condemns …"."""
    if publisher and is_transcript(line):
        return (publisher,)
    by = _BY.search(line)
    if by:
        if named := _before_topic(vocabulary, line, by.end()):
            return name_run(line[by.end() :], named)
        if publisher and by.group().lower().startswith("statement"):
            return (publisher,)
    names = find_names(vocabulary, line)
    return _before_noun(line, names) or _subject(line, names)


def _before_noun(line: str, names: list[Named]) -> tuple[str, ...]:
    """The State before "statement" ("UK national statement", "Norland's", "Norland: ")."""
    for noun in _STATEMENT.finditer(line):
        for name in reversed(names):
            gap = line[name.end : noun.start()]
            if name.end <= noun.start() + 1 and len(gap) <= _REACH and _BESIDE.fullmatch(gap):
                return (name.code,)
    return ()


def _before_topic(vocabulary: Vocabulary, line: str, start: int) -> list[Named]:
    """The States and groups between "by" and the words that open the topic, but not "Ambassador to X"."""
    found = find_names(vocabulary, line[start:])
    topic = _TOPIC.search(line, start)
    stop = (topic.start() if topic else len(line)) - start
    return [name for name in found if name.start < stop and not _tail(line[start:], name)]


def _tail(words: str, name: Named) -> bool:
    """Is the name a body's or a venue's ("to the European Union", "Ambassador to France")?"""
    return bool(re.search(r"\b(?:to|with|against)\s+(?:the\s+)?$", words[: name.start], re.I))


def _subject(line: str, names: list[Named]) -> tuple[str, ...]:
    """The State that opens a headline as its subject."""
    if not names or names[0].adjective or line[: names[0].start].strip().lower() not in ("", "the"):
        return ()
    after = line[names[0].end :]
    if re.match(r"['’]s|:|-", after):
        return ()
    return (names[0].code,)
