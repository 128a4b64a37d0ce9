"""Pedigrees and agreed wordings in, the words in which people are told of them out: the same on screen and on paper."""

from __future__ import annotations

from acquis.exporters.names import NameOf
from acquis.exporters.notes import day_words
from acquis.model.frame import Frame
from acquis.model.pedigree import AgreedWording, Habit, Nearest, Passage, Pedigree, Use

_STATUSES = {"chairs-summary": "chair's summary"}


def status_words(use: Use) -> str:
    """ "agreed", "proposed", "chair's summary"."""
    return _STATUSES.get(use.text_status, use.text_status)


def when_words(frame: Frame) -> str:
    """The day, else the month or year that all days have in common on which it may have been said; or "no date"."""
    first, last = frame.earliest, frame.latest
    if frame.published or frame.meeting or first is None or last is None:
        return day_words(frame)
    for length in (10, 7, 4):
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return f"{first.year} to {last.year}"


def who(use: Use, name_of: NameOf) -> str:
    """Who says it: the parties or the speaker, else the publisher, else that nobody is named."""
    return ", ".join(map(name_of, use.frame.actors)) or use.frame.publisher or "nobody named"


def use_words(use: Use, name_of: NameOf) -> str:
    """ "2031-05-02 · Aldoria, Brevania · agreed"."""
    return " · ".join((when_words(use.frame), who(use, name_of), status_words(use)))


def change_words(use: Use) -> str:
    """What was changed since which use: "word for word as 2", "changed from 1"; nothing of the earliest."""
    if use.after is None:
        return ""
    return f"changed from {use.after}" if use.pieces else f"word for word as {use.after}"


def habit_words(habit: Habit, name_of: NameOf) -> str:
    """ "boilerplate of the Ministry of Aldoria, 41 documents, 2031-01-02 to 2033-05-06"."""
    source = habit.publisher or ", ".join(map(name_of, habit.actors))
    return f"{source}, {habit.documents} documents, {when_words(habit.first)} to {when_words(habit.last)}"


def boilerplate_words(passage: Passage, name_of: NameOf) -> str:
    """The one line on words that one source says again and again."""
    first, last = passage.uses[0], passage.uses[-1]
    speakers = tuple(dict.fromkeys(code for use in passage.uses for code in use.frame.actors))
    habit = Habit(first.frame.publisher or "", speakers, passage.documents, first.frame, last.frame)
    return f"boilerplate of {habit_words(habit, name_of)}"


def passage_words(passage: Passage, name_of: NameOf) -> str:
    """A pedigree in one line: how many texts of how many sources hold it, and from when it is agreed."""
    texts, users = passage.documents, passage.users
    held = f"{texts} text{'s' * (texts != 1)} of {users} source{'s' * (users != 1)}"
    settled = passage.settled
    agreed = (
        f"first {status_words(settled)} {when_words(settled.frame)}" if settled else "in no agreed text here"
    )
    return f"{held}; {agreed}"


def pedigree_title(pedigree: Pedigree, *, phrase: bool) -> str:
    """What the pedigree is of."""
    if pedigree.asked is None:
        return "The passages that most sources use"
    return f"“{pedigree.asked}”" if phrase else f"Passages of {pedigree.asked} that other texts hold"


def pedigree_count(pedigree: Pedigree, *, phrase: bool) -> str:
    """What was found in how many texts, and what is not shown."""
    texts = f"of {pedigree.documents} text{'s' * (pedigree.documents != 1)} looked through"
    if phrase:
        held = sum(passage.documents for passage in pedigree.passages)
        left = sum(passage.left for passage in pedigree.passages)
        more = f"; {left} more not listed" if left else ""
        return f"{held} hold{'s' * (held == 1)} it, {texts}{more}"
    count = len(pedigree.passages)
    more = f"; {pedigree.left} more not listed" if pedigree.left else ""
    return f"{count} passage{'s' * (count != 1)}, {texts}{more}"


def nearest_words(one: Nearest, name_of: NameOf) -> str:
    """How near the draft comes, to whose wording of what status."""
    use = one.use
    if use is None:
        return "no near wording found"
    same = "word for word" if not use.pieces else f"{use.likeness:.0%} of the words in common"
    kind = "" if use.settled else "no agreed wording is near; nearest other text: "
    return f"{kind}{same} · {use_words(use, name_of)}"


def wording_count(wording: AgreedWording) -> str:
    """How many sentences have what, on what ground."""
    near = [one.use for one in wording.sentences if one.use]
    agreed = sum(use.settled for use in near)
    count = len(wording.sentences)
    ground = (
        f"{wording.settled} of {wording.documents} texts here are agreed or endorsed"
        if wording.settled
        else f"none of the {wording.documents} texts here is agreed or endorsed"
    )
    return (
        f"{count} sentence{'s' * (count != 1)}: {agreed} near agreed wording, {len(near) - agreed} near other wording, "
        f"{count - len(near)} near none; {ground}"
    )
