"""Searches over 200,000 passages: how long the first 50 hits with all facets take, on each engine.

In: nothing, or `--postgres ADDRESS` of an empty database (without it SQLite alone is measured). Out: a line for
every query of the mix, then median and 95th percentile (of 40 values the 38th) for each engine: `first` is the
first time that a query is asked on a new connection, `again` the median of five more. Exit code 1 where the
engines do not give equal answers.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from acquis.model.answers import SearchAnswer
from acquis.model.filters import Filters
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.bulk import insert_many, insert_words
from acquis.store.engine import Store, open_store
from acquis.store.question import Question
from acquis.store.search import search
from acquis.store.tables import metadata
from search_corpus import COLUMNS, Corpus, make_corpus

AGAIN = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of the mix."""

    words: str
    filters: Filters = Filters()  # noqa: RUF009 - a value that never changes
    viewer: Viewer = EVERYTHING

    def __str__(self) -> str:
        given = (f"{name}={getattr(self.filters, name)}" for name in Filters.__slots__)
        default = {f"{name}={getattr(Filters(), name)}" for name in Filters.__slots__}
        seen = "" if self.viewer == EVERYTHING else f"as {self.viewer.clearance.name}"
        return " ".join(filter(None, (self.words, *(one for one in given if one not in default), seen)))


# Rare words, common words, several words, phrases, prefixes, OR, NOT, filters.
MIX = (
    *map(Asked, ("ransomware", "quantum", "deterrence", "disclosure", "protocol", "team", "resilience")),
    *map(Asked, ("the", "states", "cyber", "security", "with")),
    *map(Asked, ("cyber attacks", "international law states", "private sector", "quantum supply", "the states")),
    *map(Asked, (
        '"critical infrastructure"', '"points of contact directory"', '"international law"', '"of the"',
        "capacity-building", '"women in cyber fellowship"',
    )),
    *map(Asked, ("attribut*", "sovereign*", "cyb*")),
    *map(Asked, ("ransomware OR quantum", "(sanctions OR deterrence) cyber", "cyber OR security")),
    *map(Asked, ("ransomware -attacks", "cyber -states", '"capacity building" NOT (women OR fellowship)')),
    Asked("cyber", Filters(acts=("commitment", "offer"))),
    Asked("security", Filters(owner="XA")),
    Asked("law", Filters(about=frozenset({"provision.norm-f", "topic.ransomware"}))),
    Asked("states", Filters(since="2029", kind="report")),
    Asked("incident response", Filters(element="cbms", until="2020-06")),
    Asked("cooperation", Filters(series="dialogue 7")),
    Asked("", Filters(owner="XB", acts=("call",))),
    Asked("threats", viewer=Viewer(Marking.CLEAR)),
)  # fmt: skip


def fill(store: Store, corpus: Corpus) -> float:
    """Write the corpus; the seconds it took."""
    began = time.perf_counter()
    with store.writing() as connection:
        for name, columns in COLUMNS.items():
            insert_many(connection, metadata.tables[name], columns, corpus.rows[name])
        insert_words(connection, corpus.words)
    if not store.is_sqlite:
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    return time.perf_counter() - began


def ask(store: Store, asked: Asked) -> tuple[SearchAnswer, float]:
    """The answer, and the milliseconds from the question to all of it, parsing included."""
    with store.reading() as connection:
        began = time.perf_counter()
        answer = search(connection, Question.of(asked.words, asked.filters), asked.viewer)
        return answer, (time.perf_counter() - began) * 1e3


def measure(address: str, *, again: int) -> dict[str, tuple[SearchAnswer, float]]:
    """Each query of the mix on a new connection, with its answer and milliseconds: the first, or of several."""
    store = open_store(address)
    ask(store, Asked("zzz"))  # a connection, and no more
    found = {}
    for asked in MIX:
        runs = [ask(store, asked) for _ in range(max(1, again))]
        found[str(asked)] = (runs[0][0], statistics.median(took for _, took in runs))
    store.close()
    return found


def percentile(values: Sequence[float]) -> float:
    """The 95th, by nearest rank."""
    return sorted(values)[-(-95 * len(values) // 100) - 1]


@contextmanager
def addresses(postgres: str | None) -> Iterator[dict[str, str]]:
    """Where to make the workspaces."""
    with tempfile.TemporaryDirectory() as folder:
        yield {"sqlite": str(Path(folder) / "acquis.db"), **({"postgres": postgres} if postgres else {})}


def report(
    first: dict[str, dict[str, tuple[SearchAnswer, float]]],
    again: dict[str, dict[str, tuple[SearchAnswer, float]]],
) -> list[str]:
    """The table: a line a query, then the figures."""
    engines = list(first)
    lines = [
        f"{'milliseconds, first and again':52} {'found':>7} "
        + " ".join(f"{engine:>17}" for engine in engines)
    ]
    for name, (answer, _) in first[engines[0]].items():
        took = " ".join(f"{first[engine][name][1]:8.1f} {again[engine][name][1]:8.1f}" for engine in engines)
        lines.append(f"{name[:52]:52} {answer.total:7} {took}")
    for label, runs in (("first", first), ("again", again)):
        for engine in engines:
            took_all = [took for _, took in runs[engine].values()]
            lines.append(
                f"{engine}, {label}: median {statistics.median(took_all):.1f} ms, 95th percentile"
                f" {percentile(took_all):.1f} ms, most {max(took_all):.1f} ms"
            )
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--postgres", help="the address of an empty PostgreSQL database")
    parser.add_argument("--passages", type=int, default=200_000, help="how many (default: 200000)")
    parser.add_argument("--documents", type=int, default=1_500, help="in how many documents (default: 1500)")
    args = parser.parse_args(argv)
    corpus = make_corpus(args.passages, args.documents)
    with addresses(args.postgres) as found:
        for engine, address in found.items():
            store = open_store(address, create=True)
            sys.stdout.write(f"{engine}: filled in {fill(store, corpus):.0f} s\n")
            store.close()
        claims = len(corpus.rows["claims"])
        del corpus  # a million rows that Python would look through for garbage again and again
        gc.collect()
        first = {engine: measure(address, again=1) for engine, address in found.items()}
        again = {engine: measure(address, again=AGAIN) for engine, address in found.items()}
    system = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
    sys.stdout.write(f"{args.passages} passages, {args.documents} documents, {claims} findings; {system}\n")
    sys.stdout.write("\n".join(report(first, again)) + "\n")
    answers = [{name: answer for name, (answer, _) in runs.items()} for runs in first.values()]
    equal = all(one == answers[0] for one in answers)
    sys.stdout.write(f"{len(MIX)} queries; answers of the engines are {'equal' if equal else 'NOT EQUAL'}\n")
    return int(not equal)


if __name__ == "__main__":
    raise SystemExit(main())
