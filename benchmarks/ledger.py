"""How long the ledger takes, and how that grows: cold, unchanged, and after one more document.

Usage: ledger.py FOLDER [SIZE…]. Reads the documents of FOLDER once; larger workspaces repeat them with the names of
States and all years changed, so that they are other promises of other parties. Prints one line a size: seconds to
read and keep (acquis add), of the cold ledger with candidates, of the unchanged one, of one with one document more,
and the first two for a thousand documents. Needs about 1 GB for 8,000 documents.
"""

from __future__ import annotations

import re
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from acquis.analysis.ledger import Asked
from acquis.exporters.ledger import promise_row
from acquis.vocabulary import load_vocabulary
from acquis.workspace import Workspace

_YEAR = re.compile(r"\b(20[0-2]\d)\b")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")


def copies(folder: Path, into: Path, size: int) -> list[Path]:
    """`size` files: the documents of the folder, then again with other names and years."""
    sources = sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))
    states = [state.name for state in load_vocabulary().of_kind("state") if " " not in state.name]
    made = []
    for number in range(size):
        source, turn = sources[number % len(sources)], number // len(sources)
        text = source.read_text(encoding="utf-8", errors="replace")
        path = into / f"{turn:03}-{source.name}"
        path.write_text(text if turn == 0 else _changed(text, turn, states), encoding="utf-8")
        made.append(path)
    return made


def _changed(text: str, turn: int, states: list[str]) -> str:
    """The same text of another world: State names turned on by some places, years by as many, own names marked."""
    place = {name: states[(at + 7 * turn) % len(states)] for at, name in enumerate(states)}
    text = _YEAR.sub(lambda match: str(int(match[1]) + 3 * turn % 60), text)
    return _CAPITALISED.sub(lambda match: place.get(match[0], _other(match[0], turn)), text)


def _other(word: str, turn: int) -> str:
    """Most words stay; one in three capitalised ones is another name in each turn."""
    return f"{word}{'abcdefghijklmnop'[turn % 16]}n" if (len(word) + ord(word[1])) % 3 == 0 else word


def timed_ledger(workspace: Workspace) -> tuple[float, int]:
    """Seconds of a ledger with five candidates as rows, and how many promises it has."""
    began = time.perf_counter()
    rows = [promise_row(one) for one in workspace.ledger(Asked(date(2099, 1, 1), candidates=5)).promises]
    return time.perf_counter() - began, len(rows)


def measure(folder: Path, size: int) -> None:
    """One line of figures."""
    with TemporaryDirectory() as name:
        here = Path(name)
        (here / "texts").mkdir()
        files = copies(folder, here / "texts", size + 1)
        with Workspace.open(here / "bench.db", create=True) as workspace:
            began = time.perf_counter()
            list(workspace.add(files[:-1]))
            adding = time.perf_counter() - began
            cold, promises = timed_ledger(workspace)
            warm = min(timed_ledger(workspace)[0] for _ in range(3))
            list(workspace.add(files[-1:], processes=1))
            more, _ = timed_ledger(workspace)
    print(
        f"{size:6} documents {promises:7} promises: add {adding:7.1f} s, cold {cold:7.1f} s, unchanged {warm:6.2f} s,"
        f" one more {more:6.2f} s; per 1,000 documents: add {adding / size * 1000:.1f} s, cold {cold / size * 1000:.1f} s",
        flush=True,
    )


def main() -> None:
    """Measure every size."""
    folder = Path(sys.argv[1])
    for size in map(int, sys.argv[2:] or ["500"]):
        measure(folder, size)


if __name__ == "__main__":
    main()
