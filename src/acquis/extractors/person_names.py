"""Names of persons in running text: capitals that are no post, body, State, topic or honorific.

In: material and a span. Out: the spans of names, honorifics and ranks left outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.extractors.material import Material
from acquis.extractors.name_words import FAMILY_NAMES, HONORIFICS, NO_NAME, PARTICLES, RANKS
from acquis.model.concept import ConceptKind


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at `start:end` of the document; `honoured` where an honorific stands before it, at `begin`."""

    start: int
    end: int
    begin: int
    name: str

    @property
    def honoured(self) -> bool:
        """Whether an honorific or rank opens the name."""
        return self.begin < self.start


_SUFFIXES = re.compile(r"(?:tions?|sions?|olog(?:y|ies)|ships?|ities|isation|ization)$")
_TOKEN = re.compile(r"[^\W\d_](?:[\w’'\-]|\.(?=[A-Z]\b)|\.(?=\w\.))*\.?")
_PLACED = re.compile(r"(?:\b(?:in|at|of|to|from|for|the)\s|,\s|\(|^)$")
_FULL_STOPPED = re.compile(r"^(?:[A-Z]\.)+$")
_INITIAL = re.compile(r"[A-Z]\.")
# Letters of office after a name ("MP").
_AFTER_NAME = re.compile(r"(?:,? (?:MP|MEP|MHA|KC|QC|CB|CMG|OBE|CBE|AO|AM))+$")
_LONGEST = 5
_KNOWN: tuple[ConceptKind, ...] = ("state", "group", "institution", "process", "instrument")


def find_names_of_persons(material: Material, start: int, end: int) -> list[NameSpan]:
    """The names of persons in a span, in order; one word alone counts only after an honorific."""
    text = material.document.text
    taken = _taken(material, start, end)
    found: list[NameSpan] = []
    run: list[re.Match[str]] = []
    honorific: int | None = None
    last_end = start
    for token in _TOKEN.finditer(text, start, end):
        gap = text[last_end : token.start()]
        if gap.strip() or "\n" in gap:
            _close(text, run, honorific, found)
            run, honorific = [], None
        last_end = token.end()
        word = token.group()
        if not run and (_is_honorific(word) or (honorific is not None and word.lower().strip(".") in RANKS)):
            honorific = token.start() if honorific is None else honorific
        elif (
            _may_stand_in_name(word, bool(run))
            or (run and _INITIAL.fullmatch(word))
            or (len(run) == 1 and word.rstrip(".").lower() in FAMILY_NAMES and word[0].isupper())
        ) and not any(a <= token.start() < b for a, b in taken):
            run.append(token)
        else:
            _close(text, run, honorific, found)
            run, honorific = [], None
    _close(text, run, honorific, found)
    return found


def _taken(material: Material, start: int, end: int) -> list[tuple[int, int]]:
    """Spans that name something else: States, bodies, instruments; places of more than a bare name."""
    text = material.document.text
    return [
        (mention.start, mention.end)
        for mention in material.mentions_in(start, end)
        if material.concept(mention, *_KNOWN) is not None
        or (
            material.concept(mention, "place") is not None
            and _PLACED.search(text[max(0, mention.start - 12) : mention.start])
        )
    ]


def _is_honorific(word: str) -> bool:
    return word == "H.E." or (word.istitle() and word.lower().rstrip(".") in HONORIFICS)


def _may_stand_in_name(word: str, inside: bool) -> bool:
    bare = word.rstrip(".")
    if bare.lower() in PARTICLES and (inside or (word[0].isupper() and len(bare) <= 3)):
        return True
    if not word[0].isupper() or bare.lower() in NO_NAME or re.sub(r"[’']s$", "", bare.lower()) in NO_NAME:
        return False
    parts = [part for part in bare.lower().split("-") if len(part) > 3]
    return not any(part in NO_NAME for part in parts) and not _SUFFIXES.search(bare.lower())


def _close(text: str, run: list[re.Match[str]], honorific: int | None, found: list[NameSpan]) -> None:
    """Keep what was gathered where it looks like a name."""
    if len(run) > 2 and text[max(0, run[0].start() - 5) : run[0].start()] == " the ":
        run.pop(0)
    while run and run[-1].group() in PARTICLES:
        run.pop()
    while run and run[0].group().isupper() and len(run[0].group().rstrip(".")) > 1 and _is_acronym(run):
        run.pop(0)
    if not run or len(run) > _LONGEST or (len(run) < 2 and honorific is None):
        return
    if not any(len(token.group()) > 2 and not token.group().isupper() for token in run) and honorific is None:
        return
    start, end = run[0].start(), run[-1].end()
    name = text[start:end]
    if name.endswith(("’s", "'s")):
        end -= 2
    if text[end - 1] == "." and not _FULL_STOPPED.match(run[-1].group()):
        end -= 1
    name = _AFTER_NAME.sub("", " ".join(text[start:end].split()))
    found.append(NameSpan(start, end, start if honorific is None else honorific, name))


def _is_acronym(run: list[re.Match[str]]) -> bool:
    """Capitals before a whole name ("DFAT Jane Moor"), not a family name before a given one ("SATO Ken")."""
    return len(run) > 2 and all(not token.group().isupper() for token in run[1:])
