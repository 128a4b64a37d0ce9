"""Two readings of one work to what moved between them: paragraphs, findings, and judged words that are gone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection

from acquis.model.kept import Moved
from acquis.store.documents import load_document, load_found

# Likeness (0 to 100) from which a new paragraph is an old one edited.
_EDITED = 60.0
# More paragraphs than this are not compared with one another: new and gone say enough.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a document says, for comparison: its paragraphs in order, its findings by act and words."""

    paragraphs: tuple[str, ...]
    findings: Counter[tuple[str, str]]


def snapshot(connection: Connection, document_id: int) -> Snapshot:
    """What a document says now."""
    document = load_document(connection, document_id)
    found = load_found(connection, document, document_id)
    return Snapshot(
        tuple(" ".join(document.text[p.start : p.end].split()) for p in document.paragraphs),
        Counter((claim.act, " ".join(claim.evidence.quote.split())) for claim in found),
    )


def what_moved(before: Snapshot, after: Snapshot, lost: tuple[str, ...] = ()) -> Moved:
    """The difference of two snapshots."""
    old, new = Counter(before.paragraphs), Counter(after.paragraphs)
    gone, come = list((old - new).elements()), list((new - old).elements())
    edited = _edited(gone, come)
    return Moved(
        new=len(come) - edited,
        gone=len(gone) - edited,
        edited=edited,
        moved=_moved(before.paragraphs, after.paragraphs, old & new),
        claims_new=(after.findings - before.findings).total(),
        claims_gone=(before.findings - after.findings).total(),
        lost=lost,
    )


def _edited(gone: list[str], come: list[str]) -> int:
    """How many of the new paragraphs are old ones in other words; each old one counts once."""
    if not gone or not come or max(len(gone), len(come)) > _MOST:
        return 0
    from rapidfuzz import fuzz, process  # late: only a page that changed needs it

    left = dict(enumerate(gone))
    count = 0
    for paragraph in come:
        best = process.extractOne(paragraph, left, scorer=fuzz.ratio, score_cutoff=_EDITED)
        if best is not None:
            del left[best[2]]
            count += 1
    return count


def _moved(before: tuple[str, ...], after: tuple[str, ...], shared: Counter[str]) -> int:
    """How many of the shared paragraphs are not in the longest run that kept its order."""
    place = {paragraph: at for at, paragraph in enumerate(before) if shared[paragraph] == 1}
    order = [place[paragraph] for paragraph in after if paragraph in place]
    return len(order) - _longest_rising(order)


def _longest_rising(values: list[int]) -> int:
    """The length of the longest rising subsequence (patience sorting)."""
    tails: list[int] = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)
