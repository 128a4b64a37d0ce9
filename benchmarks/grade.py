"""Accuracy and macro-F1 of `acquis.extractors.grade` on recommendations with human action categories.

In: a CSV with the columns session, text, action (1–5), and the sessions to measure. Out: one table on
standard output: `grade` beside two baselines, with 95% bootstrap intervals. Nothing of the file is kept.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from acquis.extractors.grade import grade

Grader = Callable[[str], int]
CATEGORIES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation and the category a person gave it."""

    session: int
    text: str
    action: int


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with its 95% bootstrap interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}–{self.high:.3f})"


def load(path: Path) -> list[Row]:
    """The rows of the CSV at `path`, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(int(r["session"]), r["text"], int(r["action"])) for r in csv.DictReader(file)]


def accuracy(pairs: Sequence[tuple[int, int]]) -> float:
    """The share of (gold, given) pairs that are equal."""
    return sum(gold == given for gold, given in pairs) / len(pairs)


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """The mean F1 of the categories that occur in the gold."""
    table = Counter(pairs)
    gold, given = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    found = [c for c in CATEGORIES if gold[c]]
    return sum(2 * table[c, c] / (gold[c] + given[c]) for c in found) / len(found)


def interval(
    measure: Callable[[Sequence[tuple[int, int]]], float],
    pairs: Sequence[tuple[int, int]],
    *,
    rounds: int,
) -> Score:
    """`measure` on `pairs` with the 2.5 and 97.5 percentiles of `rounds` resamplings (fixed seed)."""
    chance = random.Random(20240101)
    values = sorted(measure(chance.choices(pairs, k=len(pairs))) for _ in range(rounds))
    return Score(measure(pairs), values[int(rounds * 0.025)], values[int(rounds * 0.975) - 1])


def first_word_lookup(rows: Sequence[Row]) -> Grader:
    """The baseline that gives the commonest category of a text's first word in `rows`, else 4."""
    seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        seen[row.text.split()[0].lower()][row.action] += 1
    best = {word: counts.most_common(1)[0][0] for word, counts in seen.items()}
    return lambda text: best.get(text.split()[0].lower(), 4)


def microseconds(grader: Grader, texts: Sequence[str]) -> float:
    """The mean time of one call, the best of five rounds over `texts`."""
    rounds = []
    for _ in range(5):
        start = time.perf_counter()
        for text in texts:
            grader(text)
        rounds.append(time.perf_counter() - start)
    return min(rounds) / len(texts) * 1e6


def report(rows: Sequence[Row], learn: Sequence[Row], *, rounds: int) -> list[str]:
    """The lines of the table: one grader a line, then the confusion of `grade`."""
    graders: dict[str, Grader] = {
        "grade": grade,
        "always 4": lambda _: 4,
        "first-word look-up": first_word_lookup(learn),
    }
    lines = [f"{len(rows)} texts, look-up made from {len(learn)} others"]
    for name, grader in graders.items():
        pairs = [(row.action, grader(row.text)) for row in rows]
        scores = (interval(measure, pairs, rounds=rounds) for measure in (accuracy, macro_f1))
        lines.append(f"{name:<20} accuracy {next(scores)}  macro-F1 {next(scores)}")
    table = Counter((row.action, grade(row.text)) for row in rows)
    lines += [f"gold {g}: " + " ".join(f"{table[g, p]:>5}" for p in CATEGORIES) for g in CATEGORIES]
    lines.append(f"{microseconds(grade, [row.text for row in rows]):.1f} µs a call")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table for the sessions asked for; 0 when done."""
    parser = argparse.ArgumentParser(description="accuracy of grades on human-coded recommendations")
    parser.add_argument("csv", type=Path)
    parser.add_argument("--sessions", default="7-9", help="first-last session to measure (default: 7-9)")
    parser.add_argument("--rounds", type=int, default=1000, help="resamplings for the intervals")
    args = parser.parse_args(argv)
    first, _, last = args.sessions.partition("-")
    wanted = range(int(first), int(last or first) + 1)
    rows = load(args.csv)
    measured = [row for row in rows if row.session in wanted]
    rest = [row for row in rows if row.session not in wanted]
    sys.stdout.write("\n".join(report(measured, rest, rounds=args.rounds)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
