"""Text to record: how fast, in how much memory; beside a spaCy blank pipeline over the same names and cues.

In: a folder of text or Markdown files (default: ../shared/corpus/bulk if there is one, else the examples).
Out: one report on standard output, with machine and versions. One core: neither side starts threads or
processes. spaCy is slow, so it reads every tenth document; the ratio is of both on these.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from acquis.extractors.cue_table import CUES
from acquis.extractors.cues import choices_of
from acquis.readers import Source, find_sources, read_document
from acquis.reading import KINDS, READER, read_source
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of

ROOT = Path(__file__).parent.parent
BULK = ROOT.parent / "shared" / "corpus" / "bulk"
EXAMPLE = ROOT / "examples" / "readouts" / "uk-eu-1.md"
SMALL_RUNS = 9
SAMPLE = 10


@dataclass(frozen=True, slots=True)
class Speed:
    """Bytes read and the seconds it took."""

    size: int
    seconds: float

    @property
    def rate(self) -> float:
        """Megabytes a second."""
        return self.size / self.seconds / 1e6

    def __str__(self) -> str:
        return f"{self.size / 1e6:.2f} MB in {self.seconds:.2f} s = {self.rate:.2f} MB/s"


def measure(work: Callable[[], object], size: int, *, rounds: int) -> Speed:
    """The best of some rounds: what the code needs, not what else the machine does."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return Speed(size, min(took))


def read_all(sources: Sequence[Source]) -> None:
    """acquis: every document, from bytes to record."""
    for source in sources:
        read_source(source)


def size_of(sources: Sequence[Source]) -> int:
    """The bytes of some documents."""
    return sum(Path(source.path).stat().st_size for source in sources)


def spacy_pipeline(*, cues: bool) -> Callable[[Sequence[str]], None]:
    """A blank English pipeline: sentencizer, EntityRuler over our names, Matcher over our cues."""
    import spacy
    from spacy.matcher import Matcher
    from spacy.pipeline import EntityRuler

    english = spacy.blank("en")
    english.max_length = 10_000_000
    english.add_pipe("sentencizer")
    ruler = cast(EntityRuler, english.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"}))
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in load_vocabulary().senses])
    matcher = Matcher(english.vocab)
    for number, pattern in enumerate(cue_patterns()):
        matcher.add(str(number), [pattern])

    def run(texts: Sequence[str]) -> None:
        for document in english.pipe(texts):
            if cues:
                matcher(document)
            for _ in document.sents:
                pass

    return run


def cue_patterns() -> list[list[dict[str, object]]]:
    """The cues of acts as token patterns: alternatives in one token, optional words marked."""
    patterns = [pattern for line in CUES.strip().splitlines() for pattern in line.split("|")[2].split(",")]
    return [[_token_pattern(choices_of(token)) for token in pattern.split()] for pattern in patterns]


def _token_pattern(words: Sequence[str]) -> dict[str, object]:
    choice: dict[str, object] = {"LOWER": {"IN": [word for word in words if word]}}
    return choice | {"OP": "?"} if "" in words else choice


def whole_process(path: Path) -> float:
    """The median time of `acquis read FILE` as a process of its own, for people."""
    words = [sys.executable, "-c", "from acquis.cli import main; main()", "read", str(path)]
    took = []
    for _ in range(SMALL_RUNS):
        began = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    return sorted(took)[SMALL_RUNS // 2]


def peak_memory() -> float:
    """The most memory this process has held so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def machine() -> str:
    """Processor, system and versions."""
    model = platform.processor() or platform.machine()
    if (info := Path("/proc/cpuinfo")).exists():
        names = [
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line
        ]
        model = names[0] if names else model
    packages = ("nupunkt", "spacy", "click", "rich")
    versions = [
        f"{name} {importlib.metadata.version(name)}" for name in packages if importlib.util.find_spec(name)
    ]
    system = f"{os.cpu_count()} cores, one used; {platform.system()}; Python {platform.python_version()}"
    return f"{model}, {system}; {READER}; {', '.join(versions)}"


def has_spacy() -> bool:
    """Whether there is a spaCy to compare with."""
    return importlib.util.find_spec("spacy") is not None


def compare(sources: Sequence[Source], rounds: int) -> list[str]:
    """Both on the same documents; spaCy gets text, and loads its patterns before the clock starts."""
    size, texts = size_of(sources), [read_document(source).text for source in sources]
    ours = measure(lambda: read_all(sources), size, rounds=rounds)
    lines = [f"on every {SAMPLE}th of them: acquis {ours}"]
    for label, cues in (("without its Matcher", False), ("with it", True)):
        pipeline = spacy_pipeline(cues=cues)
        theirs = measure(partial(pipeline, texts), size, rounds=rounds)
        lines.append(f"  spaCy {label}: {theirs}; acquis is {ours.rate / theirs.rate:.1f} times as fast")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report; 0 when done."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=BULK if BULK.is_dir() else ROOT / "examples")
    parser.add_argument(
        "--rounds", type=int, default=2, help="the best of so many rounds counts (default: 2)"
    )
    args = parser.parse_args(argv)
    sources = list(find_sources((str(args.folder),)))
    lexicon_of((), KINDS)
    ours = measure(lambda: read_all(sources), size_of(sources), rounds=args.rounds)
    memory = f"peak memory {peak_memory():.0f} MB"
    lines = [machine(), f"{len(sources)} documents of {args.folder.name}", f"acquis: {ours}; {memory}"]
    lines += (
        compare(sources[::SAMPLE], args.rounds) if has_spacy() else ["spaCy: not installed; see `make bench`"]
    )
    lines.append(f"one small file, whole process: {whole_process(EXAMPLE):.2f} s (median of {SMALL_RUNS})")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
