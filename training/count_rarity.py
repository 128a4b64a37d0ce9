"""How rare each term is, counted in folders of documents: writes src/acquis/analysis/searching/rarity.json.

Usage: count_rarity.py FOLDER [FOLDER…]. Each folder is one genre; a term is as common as in the genre where it is
most common, so that what everybody says in one hall tells nothing there. Only counts are kept, no text.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from acquis.analysis.searching.rarity import FILE, RAREST, STEP
from acquis.analysis.searching.terms import plain_text, terms_of
from acquis.errors import UnreadableSource
from acquis.model.concept import ConceptKind
from acquis.reading import read
from acquis.vocabulary import load_vocabulary

_FEWEST = 3
# What the field itself is about is common in its halls, however rare in speeches on all matters.
_OF_THE_FIELD = 5.0
_KINDS: tuple[ConceptKind, ...] = ("topic", "element", "process", "threat")


def count(folder: Path) -> tuple[Counter[str], int]:
    """In how many sentences of a folder each term stands, and how many sentences there are."""
    counts: Counter[str] = Counter()
    total = 0
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".md", ".txt", ".pdf", ".html", ".docx"):
            continue
        try:
            record = read(path)
        except UnreadableSource:
            continue
        for sentence in record.sentences:
            counts.update(set(terms_of(plain_text(record.document.text[sentence.start : sentence.end]))))
            total += 1
    return counts, total


def main() -> None:
    """Count and write."""
    levels: dict[str, int] = {}
    for folder in map(Path, sys.argv[1:]):
        counts, total = count(folder)
        for term, number in counts.items():
            if number >= _FEWEST:
                level = round(math.log((total + 1) / (number + 0.5)) / STEP)
                levels[term] = min(levels.get(term, level), level)
        print(f"{folder}: {total} sentences, {len(counts)} terms", file=sys.stderr)
    for kind in _KINDS:
        for concept in load_vocabulary().of_kind(kind):
            for term in terms_of(concept.name):
                levels[term] = min(levels.get(term, round(RAREST / STEP)), round(_OF_THE_FIELD / STEP))
    by_level: dict[str, str] = {}
    for level in sorted(set(levels.values())):
        by_level[str(level)] = " ".join(sorted(term for term, its in levels.items() if its == level))
    FILE.write_text(json.dumps(by_level, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{FILE}: {len(levels)} terms", file=sys.stderr)


if __name__ == "__main__":
    main()
