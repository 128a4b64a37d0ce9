"""How far the findings can be trusted: the figures of docs/accuracy.md that a reader of the pages needs, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: of what, on which texts, F1 (of grades: the share that is right), its interval if known."""

    of: str
    texts: str
    value: float
    low: float | None = None
    high: float | None = None


_TUNED = "28 public documents the reader was tuned on"
_READOUTS = "14 invented readouts, at first sight"
_STATEMENTS = "13 invented UN statements, at first sight"
FIGURES: Sequence[Figure] = (
    Figure("findings: act and words", _TUNED, 0.819, 0.782, 0.857),
    Figure("findings: act and words", "second seven of " + _READOUTS, 0.808),
    Figure("findings: act and words", _STATEMENTS, 0.641),
    Figure("commitments", _TUNED, 0.949, 0.920, 0.971),
    Figure("commitments", "second seven of " + _READOUTS, 0.83),
    Figure("commitments", _STATEMENTS, 0.77),
    Figure("whose they are, of findings that match", _TUNED, 0.978, 0.965, 0.990),
    Figure("days that promises fall due", _TUNED, 0.875, 0.700, 1.000),
    Figure("elements of the framework, of findings", _TUNED, 0.809, 0.701, 0.890),
    Figure("affirmations", _TUNED, 0.721, 0.633, 0.798),
    Figure("concerns", _TUNED, 0.615, 0.454, 0.725),
    Figure("topics of meetings", _TUNED, 0.487, 0.318, 0.650),
    Figure(
        "grades, the share that is right", "42 promises of other documents, held out", 0.905, 0.810, 0.976
    ),
)
WEAK = (
    "Concern and affirmation without a word that says so: a threat or a principle told as a fact.",
    "Proposals, offers and needs in the idiom of working groups are found less than half of the time.",
    "Two acts in one sentence are found only where the verbs are joined.",
    "Topics of long declarations in which nothing is said to be discussed.",
    "Whose words are reported, of States that are not party to the text.",
)
