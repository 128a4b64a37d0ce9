"""How well and how fast reused passages are found: recall by share of changed words, cold start, a query, memory.

Usage: reuse.py [--documents 2000] [--planted 1000] [--corpus FOLDER]… [--seed 1]. Without a corpus the surroundings
are synthetic diplomatic prose; with one they are its .txt and .md files, of which passages are planted in others too,
and a corpus that has fewer documents is repeated with sentences put in another order. All are added to a new
workspace; planted passages have 15 to 40 words, of which up to a fifth are replaced, dropped, put in or moved by up to
three places. Asked is the passage as it was before the changes, as a phrase. Prints the conditions and the figures.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy

from acquis.workspace import Workspace

_CHANGES = (0.0, 0.05, 0.1, 0.15, 0.2)
_LENGTHS = (15, 15, 18, 22, 30, 40)
_ACTORS = """
    States|delegations|regional organizations|the co-chairs|the two sides|participants|our Governments|all parties
    |the secretariat|interested States|technical experts|the working group
    """.replace("\n", "").split("|")
_VERBS = """
    reaffirmed|underlined|recalled|noted|encouraged|welcomed|examined|proposed|stressed|considered|discussed|reiterated
    """.replace("\n", "").split("|")
_THINGS = """
    points of contact|national strategies|incident response teams|critical infrastructure|capacity-building programmes
    |confidence-building measures|existing norms|supply chain integrity|vulnerability disclosure|legal assistance
    |undersea cables|electoral systems|emergency communications|public core services|forensic laboratories
    |training curricula|voluntary reporting|risk assessments|cryptographic standards|hospital networks
    """.replace("\n", "").split("|")
_WAYS = """
    in accordance with their obligations|on a voluntary basis|at the earliest opportunity|within existing resources
    |without prejudice to other forums|in an inclusive manner|with due regard to national circumstances|through regular
     exchanges|before the next session|as a matter of priority
    """.replace("\n", "").split("|")


def sentence(dice: random.Random, rare: list[str]) -> str:
    """A sentence of the trade, with some words that few others have."""
    actor, other = dice.sample(_ACTORS, 2)
    one, two, three = (each.strip() for each in dice.sample(_THINGS, 3))
    return (
        f"{actor.strip().capitalize()} {dice.choice(_VERBS).strip()} that {one} and {two} of {dice.choice(rare)} should "
        f"support {other.strip()} {dice.choice(_WAYS).strip()}, including {three} under the {dice.choice(rare)} "
        f"{dice.choice(('initiative', 'arrangement', 'protocol', 'process'))} of {dice.randrange(1995, 2031)}."
    )


def synthetic(count: int, dice: random.Random) -> Iterator[str]:
    """Documents of some 22,000 characters."""
    rare = [
        "".join(dice.choices("bdfglmnprstv", k=1) + dice.choices("aeiou", k=1)).title() * 1 for _ in range(60)
    ]
    rare = [a + b.lower() + c.lower() for a in rare for b in rare[:30] for c in ("n", "ra", "th", "lis")]
    for _ in range(count):
        made = [sentence(dice, rare) for _ in range(90)]
        yield "\n\n".join(" ".join(made[at : at + 4]) for at in range(0, len(made), 4))


def from_folders(folders: list[Path], count: int, dice: random.Random) -> Iterator[str]:
    """The texts of the folders, then again with their sentences in another order and every fifth left out."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
    texts = [path.read_text(encoding="utf-8", errors="replace").partition("\n")[2] for path in files]
    yield from texts[:count]
    for number in range(count - len(texts)):
        parts = re.split(r"(?<=[.!?])\s+", texts[number % len(texts)])
        dice.shuffle(parts)
        yield "\n\n".join(" ".join(parts[at : at + 4]) for at in range(0, len(parts) * 4 // 5, 4))


def changed(words: list[str], share: float, others: list[str], dice: random.Random) -> list[str]:
    """So many of the words replaced, dropped, put in or moved."""
    row = list(words)
    for _ in range(int(len(words) * share + 1e-9)):
        at = dice.randrange(len(row))
        kind = dice.choice("rdim")
        if kind == "r":
            row[at] = dice.choice(others)
        elif kind == "d":
            del row[at]
        elif kind == "i":
            row.insert(at, dice.choice(others))
        else:
            row.insert(max(0, at + dice.choice((-3, -2, -1, 1, 2, 3))), row.pop(at))
    return row


def plant(
    texts: list[str], count: int, dice: random.Random
) -> tuple[list[tuple[float, str, str]], list[str]]:
    """(share of changes, passage, title of the document it was put into), and the texts with them."""
    others = " ".join(dice.sample(texts, min(100, len(texts)))).split()
    paragraphs = [text.split("\n\n") for text in texts]
    planted: list[tuple[float, str, str]] = []
    while len(planted) < count:
        source, target = dice.sample(range(len(texts)), 2)
        words, length = dice.choice(texts[source].split("\n\n")).split(), dice.choice(_LENGTHS)
        if len(words) < length:
            continue
        at, share = dice.randrange(len(words) - length + 1), dice.choice(_CHANGES)
        passage = words[at : at + length]
        put = f"As said before, {' '.join(changed(passage, share, others, dice))}."
        paragraphs[target].insert(dice.randrange(len(paragraphs[target]) + 1), put)
        planted.append((share, " ".join(passage), f"Document {target}"))
    return planted, ["\n\n".join(parts) for parts in paragraphs]


def measure(workspace: Workspace, planted: list[tuple[float, str, str]]) -> None:
    """Ask for every planted passage, and say how it went."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, processor = time.perf_counter(), time.process_time()
    workspace.pedigree("a first question that makes the index of all words in this workspace")
    cold, cold_processor = time.perf_counter() - began, time.process_time() - processor
    asked, kept = Counter[float](), Counter[float]()
    times: list[float] = []
    processors: list[float] = []
    for share, passage, title in planted:
        began, processor = time.perf_counter(), time.process_time()
        answer = workspace.pedigree(passage)
        times.append(time.perf_counter() - began)
        processors.append(time.process_time() - processor)
        asked[share] += 1
        kept[share] += any(use.frame.title == title for one in answer.passages for use in one.uses)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for share in sorted(asked):
        print(f"  {share:4.0%} of words changed: recall {kept[share] / asked[share]:.3f} of {asked[share]}")
    print(f"  all: recall {kept.total() / asked.total():.3f} of {asked.total()}")
    print(f"  cold {cold:.1f} s (of the processor {cold_processor:.1f} s)")
    print(f"  a query {_told(times)} (of the processor {_told(processors)}); load {os.getloadavg()[0]:.1f}")
    print(f"  memory at most {after // 1024} MB, {before // 1024} MB before the first question")
    began = time.perf_counter()
    found = workspace.most_reused()
    print(f"  the {len(found.passages)} passages that most sources use: {time.perf_counter() - began:.1f} s")


def _told(times: list[float]) -> str:
    """ "p50 12 ms, p95 30 ms, longest 50 ms"."""
    rising = sorted(times)
    middle, late = rising[len(rising) // 2], rising[len(rising) * 95 // 100]
    return f"p50 {middle * 1e3:.0f} ms, p95 {late * 1e3:.0f} ms, longest {rising[-1] * 1e3:.0f} ms"


def main() -> None:
    """Make the workspace, plant, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--planted", type=int, default=1_000)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    made = (
        from_folders(options.corpus, options.documents, dice)
        if options.corpus
        else synthetic(options.documents, dice)
    )
    planted, texts = plant(list(made), options.planted, dice)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts").mkdir()
        for number, text in enumerate(texts):
            head = f"---\ntitle: Document {number}\npublished: {2000 + number % 30}-01-{1 + number % 28:02}\n---\n\n"
            (folder / "texts" / f"{number:05}.md").write_text(head + text, encoding="utf-8")
        with Workspace.open(folder / "bench.db", create=True) as workspace:
            began = time.perf_counter()
            read = sum(receipt.outcome == "added" for receipt in workspace.add([folder / "texts"]))
            print(f"{read} documents, {sum(map(len, texts)) / 1e6:.1f} million characters, "
                  f"{'synthetic' if not options.corpus else 'from ' + ', '.join(map(str, options.corpus))}, "
                  f"seed {options.seed}; added in {time.perf_counter() - began:.0f} s")  # fmt: skip
            print(
                f"  Python {platform.python_version()}, numpy {numpy.__version__}, {os.cpu_count()} processors"
            )
        with Workspace.open(folder / "bench.db") as workspace:
            measure(workspace, planted)


if __name__ == "__main__":
    main()
