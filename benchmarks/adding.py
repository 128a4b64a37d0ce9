"""Documents into a workspace: how fast, in how much memory, on SQLite and PostgreSQL, and as it grows.

In: folders of documents (default: ../shared/corpus/bulk and ungd where they are, else the examples).
Out: one report on standard output, with machine and versions. Each figure is of one `acquis add` as a process of its
own with the processes it starts. `--grow` makes more documents of the same ones, each under another name and with a
line changed, and adds 500, 1,000, … up to a number of them, each series into a new workspace.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from acquis.readers import find_sources
from acquis.store.engine import is_postgres
from reading import ROOT, machine

sys.path.insert(0, str(ROOT / "tests"))
import postgres

CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = tuple(folder for folder in (CORPUS / "bulk", CORPUS / "ungd") if folder.is_dir())
GROWTH = (500, 1_000, 2_000, 5_000, 10_000, 20_000)
COMMAND = (sys.executable, "-c", "from acquis.cli import main; main()")
_LOOK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """One `acquis add`: documents, seconds, the peak of all its processes together in MB, and what it said last."""

    count: int
    seconds: float
    peak: float
    largest: float
    said: str

    def __str__(self) -> str:
        rate = f"{self.count} documents in {self.seconds:.1f} s = {self.count / self.seconds:.0f} documents/s"
        return f"{rate}; peak memory {self.peak:.0f} MB in all, {self.largest:.0f} MB in the largest process"


class Memory(threading.Thread):
    """Looks at a process and all it started, and keeps the most they held together (Linux; else 0)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._ended = threading.Event()
        self.peak = self.largest = 0

    def run(self) -> None:
        """Look until stopped."""
        while not self._ended.wait(_LOOK_SECONDS):
            held = [_resident(pid) for pid in _family(self._pid)]
            self.peak, self.largest = max(self.peak, sum(held)), max(self.largest, *held)

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for each in found:  # grows while it is walked
        found += parents.get(each, [])
    return found


def _resident(pid: int) -> int:
    """The bytes a process holds, those it shares with others counted in parts."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def add(address: str, sources: Sequence[str], count: int) -> Run:
    """Add to a workspace, as a person does."""
    began = time.perf_counter()
    words = [*COMMAND, "add", "--workspace", address, *sources]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    memory = Memory(process.pid)
    memory.start()
    told, _ = process.communicate()
    seconds = time.perf_counter() - began
    memory.stop()
    if process.returncode not in (0, 1):
        raise SystemExit(f"acquis add ended with {process.returncode}")
    return Run(count, seconds, memory.peak / 1e6, memory.largest / 1e6, told.splitlines()[-1])


def size_of(address: str) -> float:
    """The size of a workspace in MB."""
    if not is_postgres(address):
        return sum(path.stat().st_size for path in Path(address).parent.glob(f"{Path(address).name}*")) / 1e6
    import psycopg

    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) / 1e6 if row else 0.0


@contextmanager
def grown(paths: Sequence[Path], count: int) -> Iterator[Path]:
    """A folder of so many documents, no two the same, made of these."""
    folder = Path(tempfile.mkdtemp(prefix="acquis-grown-"))
    try:
        for number, path in zip(range(count), itertools.cycle(paths), strict=False):
            text = path.read_text(encoding="utf-8", errors="replace")
            place = folder / f"{number // 1_000:03}"
            place.mkdir(exist_ok=True)
            again = f"{_without_address(text)}\n\nThis is copy {number} of the document.\n"
            (place / f"{number:06}-{path.name[-80:]}").write_text(again, encoding="utf-8")
        yield folder
    finally:
        shutil.rmtree(folder)


def _without_address(text: str) -> str:
    """The text without what would make it a version of another: its address and its symbol."""
    lines = text.split("\n")
    return "\n".join(line for line in lines if not line.startswith(("url:", "source_url:", "symbol:")))


def engines(folder: Path) -> Iterator[tuple[str, Iterator[str]]]:
    """The engines of this machine, each with addresses of new workspaces."""
    yield "SQLite", (str(folder / f"{number}.db") for number in itertools.count())
    binaries = postgres.programs()
    if binaries is None:
        return
    with postgres.running(binaries) as server:
        yield "PostgreSQL", (server.make_database() for _ in itertools.count())


def report(sources: Sequence[str], paths: Sequence[Path], most: int) -> Iterator[str]:
    """The lines of the report, as they are measured."""
    size = sum(path.stat().st_size for path in paths) / 1e6
    yield f"{len(paths)} documents of {', '.join(Path(each).name for each in sources)}, {size:.1f} MB"
    with tempfile.TemporaryDirectory(prefix="acquis-adding-") as place:
        for name, addresses in engines(Path(place)):
            address = next(addresses)
            yield f"{name}: {add(address, sources, len(paths))}; workspace {size_of(address):.1f} MB"
            yield f"{name}, the same again: {add(address, sources, len(paths))}"
            for count in (step for step in GROWTH if step <= most):
                with grown(paths, count) as folder:
                    address = next(addresses)
                    run = add(address, [str(folder)], count)
                    yield f"{name}, grown to {count:,}: {run}; workspace {size_of(address):.1f} MB ({run.said})"


def versions() -> str:
    """What does the work, beside what `machine` names."""
    names = ("sqlalchemy", "psycopg", "alembic")
    listed = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    return f"{listed}; SQLite {sqlite3.sqlite_version}; one process a core reads, {os.cpu_count()} cores"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report; 0 when done."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS or [ROOT / "examples"])
    parser.add_argument("--grow", type=int, default=0, metavar="N", help="grow to at most so many documents")
    args = parser.parse_args(argv)
    sources = [str(folder) for folder in args.folders]
    paths = [Path(source.path) for source in find_sources(tuple(sources))]
    for line in itertools.chain((machine(), versions()), report(sources, paths, args.grow)):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
