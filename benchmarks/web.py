"""How long every page takes under load: `acquis serve` on one core of this machine, whoever asks on the other.

In: a workspace (`--keep FILE`), documents to make one of (`--corpus FOLDER`), or `--claims N` to generate one;
`--postgres` starts a PostgreSQL server and fills it instead.
Out: each page once on a server that has just started, then every other address once; then the time of every page at a fixed rate of arrivals, counted
from the moment at which the page was due to be asked for, whatever was still being answered; memory and processor of
the server. Exit code 1 where a page is over the bars, or an answer is an error. Nothing but the loopback is asked.
"""

from __future__ import annotations

import argparse
import http.client
import os
import platform
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from acquis.workspace import Workspace
from framework import fill
from framework_corpus import Size
from web_addresses import LONGEST, Addresses, addresses_of

sys.path.append(str(Path(__file__).parent.parent / "tests"))  # where a server of PostgreSQL is started
import postgres

MOST_SECONDS, MOST_LONGEST, MOST_MEGABYTES = 0.2, 0.4, 400
_RUN = "from acquis.cli import main; main()"
_WAIT = 60.0
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: of which page, from which address, in how many seconds, with what status and how many bytes."""

    page: str
    address: str
    seconds: float
    status: int
    size: int


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its port, and what the system tells of its process."""

    port: int
    process: subprocess.Popen[str]

    def megabytes(self, name: str) -> float:
        """A line of its memory: Pss (a page that it maps several times counts once), Pss_Anon (without pages of files)."""
        told = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        found = re.search(rf"{name}:\s+(\d+) kB", told)
        return int(found[1]) / 1024 if found else 0.0

    def reckoned(self) -> float:
        """Seconds of processor that it used so far."""
        told = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """What is started within runs on this core alone."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def serving(address: str, core: int) -> Iterator[Served]:
    """`acquis serve` on a core, ended by its process id."""
    with on_core(core):
        process = subprocess.Popen(
            [sys.executable, "-c", _RUN, "serve", "--workspace", address], stdout=subprocess.PIPE, text=True
        )
    try:
        line = process.stdout.readline() if process.stdout else ""
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if found is None:
            raise SystemExit(f"the server did not start: {line}")
        yield Served(int(found[1]), process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=_WAIT)


@contextmanager
def watching(server: Served) -> Iterator[list[float]]:
    """The memory of the server, twice a second."""
    seen: list[float] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            seen.append(server.megabytes("Pss"))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def ask(server: Served, page: str, address: str, due: float) -> Answered:
    """Ask for an address; the seconds count from when it was due."""
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=_WAIT)
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answered(page, address, time.perf_counter() - due, answer.status, len(body))
    except OSError:
        return Answered(page, address, time.perf_counter() - due, 0, 0)


def load(server: Served, addresses: Addresses, rate: float, seconds: float, seed: int) -> list[Answered]:
    """Ask at fixed moments, each page as often as any other, in an order that the seed settles."""
    chance = random.Random(seed)
    order: list[str] = []
    while len(order) < rate * seconds:
        order += chance.sample(list(addresses), len(addresses))
    answered: list[Answered] = []
    began, lock = time.perf_counter() + 0.1, threading.Lock()

    def one(page: str, address: str, due: float) -> None:
        found = ask(server, page, address, due)
        with lock:
            answered.append(found)

    with ThreadPoolExecutor(_AT_ONCE) as asking:
        for number, page in enumerate(order[: int(rate * seconds)]):
            due = began + number / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            asking.submit(one, page, chance.choice(addresses[page]), due)
    return answered


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so large a share is not above."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, int(share * len(ordered) + 0.999999) - 1))]


def tell(answered: Sequence[Answered], slower: float) -> bool:
    """Print p50, p95 and the longest of each page; are all within the bars (`slower` times as wide)?"""
    pages: defaultdict[str, list[Answered]] = defaultdict(list)
    for one in answered:
        pages[one.page].append(one)
    good = True
    print(f"{'milliseconds':40} {'n':>5} {'p50':>7} {'p95':>7} {'max':>7} {'KB':>6}")
    for page, some in (*sorted(pages.items()), ("all", list(answered))):
        times = [one.seconds for one in some]
        most = slower * (MOST_LONGEST if page == LONGEST else MOST_SECONDS)
        p95 = percentile(times, 0.95)
        good = good and p95 <= most
        kilobytes = statistics.fmean(one.size for one in some) / 1024
        print(
            f"{page:40} {len(some):5} {1000 * statistics.median(times):7.0f} {1000 * p95:7.0f}"
            f" {1000 * max(times):7.0f} {kilobytes:6.0f}{'' if p95 <= most else '  OVER'}"
        )
    for one in [one for one in answered if one.status != 200][:20]:
        good = False
        print(f"ERROR {one.status}: {one.address}")
    for one in sorted(answered, key=lambda each: -each.seconds)[:8]:
        print(f"slowest: {1000 * one.seconds:6.0f} ms {one.address}")
    return good


def measure(address: str, addresses: Addresses, asked: argparse.Namespace) -> bool:
    """A cold round, then the load; is all within the bars?"""
    with serving(address, asked.core) as server, on_core(asked.other), watching(server) as memory:
        cold = [ask(server, page, some[0], time.perf_counter()) for page, some in addresses.items()]
        print("\ncold: each page once, one after the other, on a server that has just started")
        tell(cold, float("inf"))
        if not asked.fresh:
            rest = [
                ask(server, page, one, time.perf_counter())
                for page, some in addresses.items()
                for one in some[1:]
            ]
            print("\nevery other address for the first time, one after the other")
            tell(rest, float("inf"))
        used, began = server.reckoned(), time.perf_counter()
        answered = load(server, addresses, asked.rate, asked.seconds, asked.seed)
        took = time.perf_counter() - began
        print(f"\nunder load: {asked.rate:g} pages a second for {asked.seconds:g} s")
        good = tell(answered, asked.slower)
        used, most = server.reckoned() - used, max(memory, default=0.0)
        print(
            f"processor: {100 * used / took:.0f}% of a core, {1000 * used / len(answered):.0f} ms a page;"
            f" memory: {most:.0f} MB at most, {server.megabytes('Pss_Anon'):.0f} MB of it at the end without files"
        )
        return good and most <= MOST_MEGABYTES * asked.slower


@contextmanager
def _database(asked: argparse.Namespace, folder: Path) -> Iterator[str]:
    """The address of a filled workspace."""
    if not asked.postgres:
        file = asked.keep or folder / "acquis.db"
        if not file.exists():
            _fill(str(file), asked)
        yield str(file)
        return
    programs = postgres.programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed; `make services` installs it")
    with on_core(asked.core), postgres.running(programs) as server:
        address = server.make_database()
        os.sched_setaffinity(0, {asked.core, asked.other})
        _fill(address, asked)
        yield address


def _fill(address: str, asked: argparse.Namespace) -> None:
    began = time.perf_counter()
    if asked.claims:
        fill(address, Size(asked.documents, asked.claims))
    elif asked.corpus is None:
        raise SystemExit("say what to fill the workspace with: --corpus FOLDER or --claims N")
    else:
        with Workspace.open(address, create=True) as workspace:
            print(f"{sum(1 for _ in workspace.add([asked.corpus]))} documents added")
    print(f"filled in {time.perf_counter() - began:.0f} s", flush=True)


def _asked(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--keep", type=Path, help="the workspace: taken where it is there, else made and kept"
    )
    parser.add_argument("--corpus", type=Path, help="a folder of documents to fill it with")
    parser.add_argument("--claims", type=int, default=0, help="generate so many findings instead")
    parser.add_argument("--documents", type=int, default=5000, help="in so many documents (default: 5000)")
    parser.add_argument(
        "--postgres", action="store_true", help="fill a PostgreSQL server, on the server's core"
    )
    parser.add_argument("--rate", type=float, default=12, help="pages a second (default: 12)")
    parser.add_argument("--seconds", type=float, default=90, help="how long (default: 90, at most 600)")
    parser.add_argument(
        "--fresh", action="store_true", help="under load, ask for addresses that nobody asked for before"
    )
    parser.add_argument("--keys", type=int, default=30, help="documents, States, promises each (default: 30)")
    parser.add_argument(
        "--slower", type=float, default=1, help="how much wider the bars are (2 for 100,000 findings)"
    )
    parser.add_argument("--seed", type=int, default=7, help="of keys and order (default: 7)")
    parser.add_argument("--core", type=int, default=0, help="the server's core (default: 0)")
    parser.add_argument("--other", type=int, default=1, help="the core of whoever asks (default: 1)")
    asked = parser.parse_args(argv)
    asked.seconds = min(asked.seconds, 600.0)
    return asked


def main(argv: Sequence[str] | None = None) -> int:
    """Fill, serve, ask, print."""
    asked = _asked(argv)
    temporary = tempfile.TemporaryDirectory() if asked.keep is None else nullcontext(str(asked.keep.parent))
    with temporary as folder, _database(asked, Path(folder)) as address:
        with Workspace.open(address) as workspace:
            addresses = addresses_of(workspace, asked.seed, asked.keys)
            documents = workspace.documents()
        print(
            f"{len(documents)} documents, {sum(one.claims for one in documents)} findings;"
            f" {sum(map(len, addresses.values()))} addresses of {len(addresses)} pages;"
            f" Python {platform.python_version()}, load of the machine {os.getloadavg()[0]:.1f}"
        )
        return int(not measure(address, addresses, asked))


if __name__ == "__main__":
    sys.exit(main())
