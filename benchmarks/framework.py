"""How long each answer over all States takes: 193 States, 76 provisions, 200,000 findings in 10,000 documents.

In: nothing, or `--postgres` to start a PostgreSQL server of its own beside SQLite (an address is taken as well).
Out: a line for every question that this acquis knows: seconds from the start of the process to its end (in brackets
those of the processor alone), the most memory it held, how much it printed; and whether both engines answer the same. Exit code 1 where an answer takes more
than 2 seconds or 1 GB, or where two engines differ. `--keep FILE` keeps the workspace and takes it again.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from acquis.cli.commands import COMMANDS
from acquis.model.marking import Marking
from acquis.model.record import Record
from acquis.store.engine import Store, open_store
from acquis.store.keeping import Reading, keep
from acquis.store.rows import rows_of
from acquis.store.works import Version
from framework_corpus import Size, make_records

sys.path.append(str(Path(__file__).parent.parent / "tests"))  # where a server of PostgreSQL is started
import postgres

MOST_SECONDS, MOST_MEGABYTES = 2.0, 1024
# What is asked: the words of each command, the name of which comes first. What this acquis does not know is left out.
ASKED: tuple[tuple[str, ...], ...] = (
    ("framework",),
    ("framework", "norm f"),
    ("framework", "norms"),
    ("state", "KE"),
    ("implementation",),
    ("implementation", "--by", "region"),
    ("implementation", "--state", "KE"),
    ("implementation", "--provision", "norm f"),
    ("level",),
    ("positions", "norm f"),
    ("positions", "binding instrument"),
    ("converge",),
    ("converge", "--false-friends"),
    ("proposals",),
    ("proposals", "--by", "KE"),
    ("proposals", "--since", "2031", "--limit", "100"),
    ("proposals", "register"),
)
_BATCH = 250
_AT = "2031-01-01T00:00:00.000000+00:00"
_COMPILED = str(Path(tempfile.gettempdir()) / "acquis-compiled")
_RUN = "from acquis.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Answered:
    """What one process printed, how long it took, how long of that it reckoned, and the most memory it held.

    (Seconds and megabytes. On a machine that does much else the two times lie far apart.)
    """

    printed: bytes
    seconds: float
    reckoned: float
    megabytes: float
    exit_code: int


def fill(address: str, size: Size) -> float:
    """Make the workspace with the store's own functions; the seconds it took."""
    began = time.perf_counter()
    store = open_store(address, create=True)
    held: list[Record] = []
    for record in make_records(size):
        held.append(record)
        if len(held) == _BATCH:
            _keep(store, held)
            held = []
    _keep(store, held)
    if not store.is_sqlite:
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    store.close()
    return time.perf_counter() - began


def _keep(store: Store, records: Sequence[Record]) -> None:
    """Mark every tenth document GREEN, the rest CLEAR."""
    with store.writing() as connection:
        for record in records:
            sha256 = record.document.id * 4
            version = Version(record.document.path, sha256, len(record.document.text), b"")
            marking = Marking.GREEN if sha256.startswith(("0", "1")) else Marking.CLEAR
            keep(connection, Reading(version, rows_of(record, "made")), at=_AT, marking=marking)


def ask(address: str, words: Sequence[str]) -> Answered:
    """Run a command in a process of its own, compiled before as an installed package is."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": _COMPILED}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", _RUN, *words, "--workspace", address],
            stdout=out, stderr=errors, env=os.environ | compiled,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode:
            sys.stderr.write(errors.read().decode())
        return Answered(
            out.read(), took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode
        )


def measure(addresses: dict[str, str], *, again: int) -> bool:
    """Print the table; is every answer within the bars, and the same on all engines?"""
    good = True
    print(f"{'':42} " + " ".join(f"{engine:>31}" for engine in addresses))
    for words in ASKED:
        if words[0] not in COMMANDS:
            print(f"{' '.join(words):42} (no such command here)")
            continue
        runs = {engine: [ask(at, words) for _ in range(again)] for engine, at in addresses.items()}
        best = {engine: min(some, key=lambda one: one.seconds) for engine, some in runs.items()}
        same = len({one.printed for some in runs.values() for one in some}) == 1
        within = all(one.seconds <= MOST_SECONDS and one.megabytes <= MOST_MEGABYTES for one in best.values())
        good = good and same and within and not any(one.exit_code for one in best.values())
        figures = " ".join(f"{one.seconds:6.2f} s ({one.reckoned:5.2f}) {one.megabytes:5.0f} MB {len(one.printed) // 1024:5} KB" for one in best.values())  # fmt: skip
        print(f"{' '.join(words):42} {figures}{'' if same else '  DIFFERENT'}{'' if within else '  OVER'}", flush=True)  # fmt: skip
    return good


@contextmanager
def _server(wanted: str | None) -> Iterator[str | None]:
    """The address of an empty PostgreSQL database: the one given, or one of a server that is started for it."""
    if wanted != "start":
        yield wanted
        return
    programs = postgres.programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed; `make services` installs it")
    with postgres.running(programs) as server:
        yield server.make_database()


def main(argv: Sequence[str] | None = None) -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--postgres", nargs="?", const="start", help="PostgreSQL too: a server, or its address"
    )
    parser.add_argument("--documents", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--claims", type=int, default=200_000, help="how many findings (default: 200000)")
    parser.add_argument("--again", type=int, default=3, help="processes for each question; the best counts")
    parser.add_argument("--keep", type=Path, help="keep SQLite's workspace in this file")
    asked = parser.parse_args(argv)
    size = Size(asked.documents, asked.claims)
    temporary = tempfile.TemporaryDirectory()
    with temporary if asked.keep is None else nullcontext(asked.keep.parent) as folder, _server(asked.postgres) as server:  # fmt: skip
        file = asked.keep or Path(folder) / "acquis.db"
        addresses = {"sqlite": str(file), **({"postgres": server} if server else {})}
        for engine, address in addresses.items():
            if engine != "sqlite" or not file.exists():
                print(f"{engine}: made in {fill(address, size):.0f} s", flush=True)
        print(
            f"{size.claims} findings in {size.documents} documents; Python {platform.python_version()},"
            f" {os.cpu_count()} processors; the best of {asked.again} fresh processes each"
        )
        return int(not measure(addresses, again=asked.again))


if __name__ == "__main__":
    sys.exit(main())
