"""Text to record, how fast and in how much memory; beside a spaCy blank pipeline over the same names and cues.

In: a folder of text or Markdown files (default: ../shared/corpus/bulk where it exists, else the examples). Out:
one report on standard output, with machine and versions. One core: neither side starts threads or processes.
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
from pathlib import Path

from acquis.extractors.cue_table import CUES
from acquis.extractors.cues import _expand
from acquis.readers import find_sources, read_document
from acquis.reading import KINDS, READER, read_source
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of

ROOT = Path(__file__).parent.parent
BULK = ROOT.parent / "shared" / "corpus" / "bulk"
EXAMPLE = ROOT / "examples" / "readouts" / "uk-eu-1.md"
SMALL_RUNS = 9


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


def read_all(folder: Path) -> None:
    """acquis: every file of a folder, from bytes to record."""
    for source in find_sources((str(folder),)):
        read_source(source)


def spacy_pipeline() -> Callable[[Sequence[str]], None]:
    """A blank English pipeline: sentencizer, EntityRuler over our names, Matcher over our cues."""
    import spacy  # noqa: PLC0415  (only the comparison needs it)
    from spacy.matcher import Matcher  # noqa: PLC0415

    english = spacy.blank("en")
    english.max_length = 10_000_000
    english.add_pipe("sentencizer")
    ruler = english.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in load_vocabulary().senses])
    matcher = Matcher(english.vocab)
    for number, cue in enumerate(cue_words()):
        matcher.add(str(number), [[{"LOWER": word} for word in cue]])

    def run(texts: Sequence[str]) -> None:
        for document in english.pipe(texts):
            matcher(document)
            for _ in document.sents:
                pass

    return run


def cue_words() -> list[tuple[str, ...]]:
    """The cues of acts as words in lower case, every form of every pattern."""
    patterns = (pattern for line in CUES.strip().splitlines() for pattern in line.split("|")[2].split(","))
    return sorted({words for pattern in patterns for words in _expand(pattern.strip())})


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
    cores = f"{os.cpu_count()} cores, one used"
    return f"{model} ({cores}), {platform.system()}, Python {platform.python_version()}, {READER}, {', '.join(versions)}"


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
    files = [Path(source.path) for source in find_sources((str(args.folder),))]
    size = sum(file.stat().st_size for file in files)
    lexicon_of((), KINDS)
    ours = measure(lambda: read_all(args.folder), size, rounds=args.rounds)
    lines = [
        machine(),
        f"{len(files)} documents of {args.folder.name}",
        f"acquis: {ours}; peak memory {peak_memory():.0f} MB",
    ]
    if importlib.util.find_spec("spacy"):
        texts = [read_document(source).text for source in find_sources((str(args.folder),))]
        pipeline = spacy_pipeline()
        theirs = measure(lambda: pipeline(texts), size, rounds=args.rounds)
        lines.append(f"spaCy:  {theirs} (texts already read; load of patterns not counted)")
        lines.append(f"ratio:  {ours.rate / theirs.rate:.2f}")
    else:
        lines.append("spaCy:  not installed; `make bench` installs it")
    lines.append(f"one small file, whole process: {whole_process(EXAMPLE):.2f} s (median of {SMALL_RUNS})")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
