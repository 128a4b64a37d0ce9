"""Aligned drafts in, what a negotiator would notice out: verbs, denials, hedges, names, numbers, dates, promises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from acquis.analysis.comparing.names import Names
from acquis.analysis.comparing.scales import find_hedges, find_negations, turn_of_hedge
from acquis.analysis.comparing.turns import exchanged_verbs
from acquis.grammar.dates import find_dates
from acquis.model.comparison import AlignedParagraph, Notice, Noticed
from acquis.model.record import Record

ORDER: tuple[Noticed, ...] = ("verb", "negation", "hedge", "promise", "date", "number", "name")
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*(?:\s?(?:%|per cent|percent))?")
_FIRM = 4  # the grade from which a promise that is new or gone is told


def notice(
    paragraphs: tuple[AlignedParagraph, ...], a: Record, b: Record, names: Names
) -> tuple[Notice, ...]:
    """What is to be noticed, the weightiest kinds first, each kind in the order of the text."""
    found: list[Notice] = []
    for paragraph in paragraphs:
        if paragraph.change in ("edited", "moved and edited"):
            found += dict.fromkeys(_edited(paragraph, names))
    found += _promises(paragraphs, a, b)
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _edited(paragraph: AlignedParagraph, names: Names) -> Iterator[Notice]:
    before = "".join(piece.text for piece in paragraph.pieces if piece.standing != "new")
    after = "".join(piece.text for piece in paragraph.pieces if piece.standing != "gone")
    for one in exchanged_verbs(paragraph.pieces):
        yield Notice("verb", one.gone, one.come, paragraph.a, paragraph.b, one.turn)
    yield from _counted(paragraph, "negation", find_negations(before), find_negations(after))
    yield from _hedges(paragraph, find_hedges(before), find_hedges(after))
    yield from _names(paragraph, names.ids(before), names.ids(after))
    yield from _counted(paragraph, "date", _dates(before), _dates(after))
    yield from _counted(paragraph, "number", _numbers(before), _numbers(after))


def _hedges(paragraph: AlignedParagraph, before: Counter[str], after: Counter[str]) -> Iterator[Notice]:
    for hedge in before - after:
        yield Notice("hedge", hedge, "", paragraph.a, paragraph.b, turn_of_hedge(hedge, added=False))
    for hedge in after - before:
        yield Notice("hedge", "", hedge, paragraph.a, paragraph.b, turn_of_hedge(hedge, added=True))


def _counted(
    paragraph: AlignedParagraph, kind: Noticed, before: Counter[str], after: Counter[str]
) -> Iterator[Notice]:  # fmt: skip
    gone, come = before - after, after - before
    if gone or come:
        yield Notice(kind, ", ".join(gone), ", ".join(come), paragraph.a, paragraph.b)


def _names(paragraph: AlignedParagraph, before: dict[str, str], after: dict[str, str]) -> Iterator[Notice]:
    gone = [before[key] for key in before if key not in after]
    come = [after[key] for key in after if key not in before]
    if gone or come:
        yield Notice("name", ", ".join(gone), ", ".join(come), paragraph.a, paragraph.b)


def _dates(text: str) -> Counter[str]:
    """The dates that the words settle, as they are printed."""
    return Counter(
        " ".join(date.when.words.split())
        for date in find_dates(text)
        if date.when.edtf and not date.when.inferred
    )


def _numbers(text: str) -> Counter[str]:
    """The numbers outside dates."""
    dates = find_dates(text)
    bounds = [0, *(place for date in dates for place in (date.start, date.end)), len(text)]
    outside = [text[start:end] for start, end in list(pairwise(bounds))[::2]]
    return Counter(number.strip() for part in outside for number in _NUMBER.findall(part))


def _promises(paragraphs: tuple[AlignedParagraph, ...], a: Record, b: Record) -> Iterator[Notice]:
    """Firm promises in paragraphs that are gone or new."""
    gone = {one.a for one in paragraphs if one.change == "gone"}
    come = {one.b for one in paragraphs if one.change == "new"}
    for claim in a.claims:
        if claim.act == "commitment" and (claim.grade or 0) >= _FIRM and claim.paragraph in gone:
            yield Notice("promise", " ".join(claim.evidence.quote.split()), "", claim.paragraph, None)
    for claim in b.claims:
        if claim.act == "commitment" and (claim.grade or 0) >= _FIRM and claim.paragraph in come:
            yield Notice("promise", "", " ".join(claim.evidence.quote.split()), None, claim.paragraph)
