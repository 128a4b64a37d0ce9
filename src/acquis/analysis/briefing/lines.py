"""Findings and promises to lines of a brief: short, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from acquis.model.brief import BriefLine, Source
from acquis.model.promise import Promise

LONGEST = 165  # characters of a quote in a brief: a line or two


def shortened(words: str, longest: int = LONGEST) -> str:
    """Words in one line, cut at a word where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[:longest].rpartition(' ')[0].rstrip(',;:')} …"


def promise_line(one: Promise, *, lead: str | None = None) -> BriefLine:
    """A promise with how it stands; the evidence is a source too."""
    due = f", due {one.due.edtf.replace('/', ' to ')}" if one.due and one.due.edtf else ""
    sources = [Source(one.frame, one.claim.paragraph)]
    if one.evidence is not None:
        sources.append(Source(one.evidence.frame, one.evidence.address))
    return BriefLine(
        lead or f"{one.status.capitalize()}{due}: ", shortened(one.promised), tuple(sources), tail_of(one)
    )


def tail_of(one: Promise) -> str:
    """What the ledger adds to a promise: how it was kept, or why nobody can say."""
    return f" – {one.why}" if one.evidence is not None else ""


def first(lines: Iterable[BriefLine], most: int) -> tuple[tuple[BriefLine, ...], int]:
    """The first lines, each quote once, and how many are left out."""
    seen: set[str] = set()
    kept: list[BriefLine] = []
    for line in lines:
        words = line.quote or line.lead
        if words not in seen:
            seen.add(words)
            kept.append(line)
    return tuple(kept[:most]), max(0, len(kept) - most)
