"""A folder of annotated documents in, an Evaluation out: every document read and scored in this process."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from acquis.errors import UnreadableSource
from acquis.evaluation.gold import read_gold
from acquis.evaluation.scoring import score
from acquis.evaluation.tally import Figure, Miss, Tally
from acquis.evaluation.words import normalise
from acquis.model.claim import Claim
from acquis.model.record import Record
from acquis.readers import Source
from acquis.reading import read_source


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures by name; `ungrounded` counts quotes that are not the text's own; `unread` names files."""

    figures: dict[str, Figure]
    misses: tuple[Miss, ...]
    documents: int
    unread: tuple[str, ...]
    ungrounded: int
    seconds: float


def evaluate(folder: Path, *, vocabulary: tuple[Path, ...] = ()) -> Evaluation:
    """The figures of acquis on the annotated documents of a folder; raises GoldError."""
    tally, unread, ungrounded = Tally(), [], 0
    documents = {gold.path.name: gold for gold in read_gold(folder)}
    began = time.perf_counter()
    for name, gold in documents.items():
        record = _read(gold.path, vocabulary)
        if record is None:
            unread.append(name)
        else:
            ungrounded += _ungrounded(record, gold.path)
        score(tally, name, record, gold)
    seconds = time.perf_counter() - began
    misses = tuple(sorted(tally.misses, key=lambda miss: (miss.document, miss.figure, miss.detail)))
    return Evaluation(tally.figures(), misses, len(documents), tuple(sorted(unread)), ungrounded, seconds)


def _read(path: Path, vocabulary: tuple[Path, ...]) -> Record | None:
    try:
        return read_source(Source(str(path)), vocabulary=vocabulary)
    except UnreadableSource:
        return None


def _ungrounded(record: Record, path: Path) -> int:
    """How many quotes are not a slice of the text, not in the file, or not inside their sentence."""
    printed = normalise(path.read_text(encoding="utf-8", errors="replace"))
    return sum(not _grounded(claim, record.document.text, printed) for claim in record.claims)


def _grounded(claim: Claim, text: str, printed: str) -> bool:
    evidence, words = claim.evidence, normalise(claim.evidence.quote)
    in_words = bool(words) and words in normalise(claim.sentence.quote) and words in printed
    return in_words and text[evidence.start : evidence.end] == evidence.quote
