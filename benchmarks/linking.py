"""Labelled sentences in; a table out: links by meaning beside links by keywords, with intervals.

`linking.py LABELS.json GOLD.json --corpus FOLDER` reads the documents that the labels name, finds each sentence by
its place, and compares provisions and elements with what people named. What people call possible counts neither way.
Labels: a list of {"id", "file", "start", "end"}; gold: id to {"gold", "may", "elements", "elements_may"}.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypedDict, cast

from acquis.extractors.material import Material, prepare
from acquis.extractors.provisions import find_keyword_links
from acquis.extractors.targets import about_icts, find_targets
from acquis.readers import Source, read_document
from acquis.reading import KINDS
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of

ROUNDS, SEED = 2_000, 11


@dataclass(frozen=True, slots=True)
class Found:
    """The provisions and elements that a way of linking finds in one sentence."""

    provisions: frozenset[str]
    elements: frozenset[str]


Finder = Callable[[Material, tuple[int, int]], Found]


class Label(TypedDict):
    """One sentence: its file in the corpus and its place in the canonical text."""

    id: str
    file: str
    start: int
    end: int


class Gold(TypedDict):
    """What people say that a sentence speaks to, surely and possibly."""

    gold: list[str]
    may: list[str]
    elements: list[str]
    elements_may: list[str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Found and meant, found and not meant, meant and not found."""

    true: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.true + other.true, self.false + other.false, self.missed + other.missed)

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.true / max(1, self.true + self.false)
        recall = self.true / max(1, self.true + self.missed)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def by_meaning(material: Material, span: tuple[int, int]) -> Found:
    """What acquis links, and all elements it gives the sentence."""
    targets = find_targets(material, *span)
    return Found(frozenset(link.provision for link in targets.links), frozenset(targets.elements))


def by_keywords(material: Material, span: tuple[int, int]) -> Found:
    """What names and keywords alone link."""
    about = about_icts(material, *span)
    links = find_keyword_links(material, span, about=about)
    provisions = frozenset(link.provision for link in links)
    return Found(provisions, elements_of(provisions))


def elements_of(provisions: frozenset[str]) -> frozenset[str]:
    """The elements of provisions."""
    vocabulary = load_vocabulary()
    found = (vocabulary.get(provision).element for provision in provisions)
    return frozenset(element for element in found if element)


def tally(found: frozenset[str], gold: Sequence[str], may: Sequence[str]) -> Tally:
    """One sentence: what is only possible counts neither way."""
    meant = set(gold)
    return Tally(len(found & meant), len(found - meant - set(may)), len(meant - found))


def interval(tallies: Mapping[str, Tally], figure: int) -> tuple[float, float]:
    """The middle 95% of a figure over documents drawn again and again."""
    rng, files = random.Random(SEED), sorted(tallies)
    drawn = [
        sum((tallies[file] for file in rng.choices(files, k=len(files))), Tally()).figures[figure]
        for _ in range(ROUNDS)
    ]
    drawn.sort()
    return drawn[int(0.025 * ROUNDS)], drawn[int(0.975 * ROUNDS) - 1]


@lru_cache(maxsize=8)
def material_of(path: Path) -> Material:
    """A document, ready for the linkers."""
    return prepare(read_document(Source(str(path))), load_vocabulary(), lexicon_of((), KINDS))


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    labels = cast(list[Label], json.loads(arguments.labels.read_text(encoding="utf-8")))
    golds = cast(dict[str, Gold], json.loads(arguments.gold.read_text(encoding="utf-8")))
    labels = sorted((label for label in labels if label["id"] in golds), key=lambda label: label["file"])
    print(f"{len(labels)} sentences of {len({label['file'] for label in labels})} documents")
    print(f"{'':28}{'precision':>22}{'recall':>22}{'F1':>22}")
    finders: tuple[tuple[str, Finder], ...] = (("by meaning", by_meaning), ("by keywords", by_keywords))
    for name, finder in finders:
        found = {one["id"]: _found(finder, arguments.corpus, one) for one in labels}
        _print(
            f"provisions {name}",
            labels,
            {key: (one.provisions, golds[key]["gold"], golds[key]["may"]) for key, one in found.items()},
        )
        _print(
            f"elements {name}",
            labels,
            {
                key: (one.elements, golds[key]["elements"], golds[key]["elements_may"])
                for key, one in found.items()
            },
        )
        if arguments.errors and finder is by_meaning:
            _print_errors(labels, found, golds, arguments.corpus)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="print every sentence that differs")
    return parser.parse_args()


def _found(finder: Finder, corpus: Path, label: Label) -> Found:
    return finder(material_of(corpus / label["file"]), (label["start"], label["end"]))


def _print(
    name: str,
    labels: Sequence[Label],
    compared: Mapping[str, tuple[frozenset[str], Sequence[str], Sequence[str]]],
) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for label in labels:
        tallies[label["file"]] += tally(*compared[label["id"]])
    figures = sum(tallies.values(), Tally()).figures
    cells = []
    for at, figure in enumerate(figures):
        low, high = interval(tallies, at)
        cells.append(f"{figure:8.3f} {low:.3f}–{high:.3f}")
    print(f"{name:28}" + "".join(f"{cell:>22}" for cell in cells))


def _print_errors(
    labels: Sequence[Label], found: Mapping[str, Found], golds: Mapping[str, Gold], corpus: Path
) -> None:
    for label in labels:
        gold, links = golds[label["id"]], found[label["id"]].provisions
        missed, false = set(gold["gold"]) - links, links - set(gold["gold"]) - set(gold["may"])
        if missed or false:
            material = material_of(corpus / label["file"])
            targets = find_targets(material, label["start"], label["end"])
            print(
                f"\n{label['id']} {about_icts(material, label['start'], label['end'])} "
                f"{material.document.text[label['start'] : label['end']]}"
            )
            print(
                "   missed",
                sorted(missed),
                "false",
                [(link.provision, link.why) for link in targets.links if link.provision in false],
            )


if __name__ == "__main__":
    main()
